"""What a learner has done stays: through killed browsers, two windows, damaged and forbidden stores, rebuilt courses."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from support.chromium import chromium, opened
from support.learning import NO_ROOM, NOTHING_KEPT, kill, learn, profile

pytestmark = pytest.mark.browser

RECORDS = "Object.keys(localStorage).filter((key) => /^lactern:1:c:[0-9a-f]{8}$/.test(key))"
Give = Callable[[Any], None]


def tick(question: str, value: str) -> Give:
    return lambda page: page.check(f'[data-question="{question}"] input[value="{value}"]')


def picked(question: str, part: str) -> Callable[[Any], str]:
    return lambda page: page.locator(f'[data-question="{question}"] [data-part="{part}"] select').input_value()


def ticked(question: str, value: str) -> Callable[[Any], bool]:
    return lambda page: page.is_checked(f'[data-question="{question}"] input[value="{value}"]')


def match(page: Any) -> None:
    page.select_option('[data-question="pairs"] [data-part="oxytocin"] select', index=1)


# What is answered, and how it looks when it is still there.
ANSWERS: list[tuple[Give, Callable[[Any], Any]]] = [
    (tick("onset", "letdown"), ticked("onset", "letdown")),
    (tick("fits", "brief"), ticked("fits", "brief")),
    (tick("fits", "wave"), ticked("fits", "wave")),
    (tick("truth", "false"), ticked("truth", "false")),
    (
        lambda page: page.type('[data-question="word"] input', "milk ejection reflex"),
        lambda page: page.input_value('[data-question="word"] input') == "milk ejection reflex",
    ),
    (match, picked("pairs", "oxytocin")),
    (tick("ask", "when"), ticked("ask", "when")),
]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The module, built once."""
    return learn(tmp_path_factory.mktemp("course"), tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as found:
        yield found


def at(pages: Path, name: str) -> str:
    return (pages / f"{name}.html").as_uri()


def kept(page: Any) -> None:
    """Wait until the browser has said that the last change is on disk."""
    page.wait_for_selector("html[data-kept=safe]", state="attached")


def parts(pages: Path) -> list[str]:
    """The names of the lesson's pages."""
    home = (pages / "index.html").read_text("utf-8")
    found = dict.fromkeys(re.findall(r'data-stop="[^"]+"[^>]*><a href="([^"]+)\.html"', home))
    return [name for name in found if not name.startswith(("quiz-", "references", "certificate", "glossary"))]


def read_all(page: Any, pages: Path) -> None:
    for name in parts(pages):
        page.goto(at(pages, name))
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        page.wait_for_selector(".contents .is-done > [aria-current=page]", state="attached")


def hand_in(page: Any, pages: Path, answers: list[tuple[Give, Callable[[Any], Any]]] = ANSWERS) -> None:
    page.goto(at(pages, "quiz-post-test"))
    for give, _ in answers:
        give(page)
    page.get_by_role("button", name="Hand in").click()
    anyway = page.get_by_role("button", name="Hand in anyway")
    if anyway.count():
        anyway.click()
    page.wait_for_selector(".quiz-result .q-verdict")


def test_killed_after_each_answer(pages: Path, tmp_path: Path) -> None:
    """The process is killed after each answer, and nothing is lost: not one answer, not the result, not the survey."""
    folder = tmp_path / "profile"
    for given, (give, _) in enumerate(ANSWERS):
        with profile(folder) as browser:
            page = browser.new_page()
            page.goto(at(pages, "quiz-post-test"))
            kept(page) if given else None
            page.wait_for_selector("html.is-live", state="attached")
            assert [bool(there(page)) for _, there in ANSWERS[:given]] == [True] * given
            give(page)
            kept(page)
            kill(folder)
    with profile(folder) as browser:
        page = browser.new_page()
        page.goto(at(pages, "quiz-post-test"))
        kept(page)
        page.get_by_role("button", name="Hand in").click()
        anyway = page.get_by_role("button", name="Hand in anyway")
        if anyway.count():
            anyway.click()
        page.wait_for_selector(".quiz-result .q-verdict")
        kept(page)
        kill(folder)
    with profile(folder) as browser:
        page = browser.new_page()
        page.goto(at(pages, "quiz-post-test"))
        page.wait_for_selector(".quiz-result .q-verdict")
        assert "Passed" in page.inner_text(".quiz-result")
