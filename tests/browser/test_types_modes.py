"""Each type of question in an exam, in a survey, and on a slide."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from support.chromium import chromium, opened
from support.hands import LISTEN, Keys, Mouse
from support.typed import ASKED, UNSCORED, WRITTEN, typed

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Module and deck of the project."""
    return typed(tmp_path_factory.mktemp("types"), "-t", "module", "-t", "deck")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """One browser for all."""
    with chromium() as started:
        yield started


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A page that remembers what it is told of answers."""
    with opened(browser, viewport={"width": 1280, "height": 720}) as page:
        page.add_init_script(LISTEN)
        yield page


@pytest.mark.parametrize("kind", ["right", "wrong"])
def test_exam(page: Any, site: Path, kind: str) -> None:
    """Nothing is told before all is handed in; then every type shows what was right, and why."""
    page.goto((site / "learn/quiz-exam.html").as_uri())
    for question, asked in ASKED.items():
        Mouse(page, question, "exam").do(getattr(asked, kind).steps)
    for question, steps in UNSCORED.items():
        Mouse(page, question, "exam").do(steps)
    assert page.locator(".q-mark, .q-said, .q-explain").count() == 0
    page.get_by_role("button", name="Hand in", exact=True).click()
    page.locator(".quiz-percent").wait_for()
    assert page.locator(".quiz-percent").inner_text() == {"right": "100 %", "wrong": "0 %"}[kind]
    for question in ASKED:
        el = page.locator(f'.q[data-question="{question}"]')
        assert el.locator(".q-explain").count() > 0, question
        assert el.locator(".q-foot, .q-hint").count() == 0, "an exam has no hints"
    if kind == "wrong":
        of = {name: page.locator(f'.q[data-question="{name}"]') for name in ASKED}
        assert of["single"].locator('[data-option="dip"]').get_attribute("class") == "q-option is-missed"
        assert of["short"].locator(".q-key").inner_text().startswith("Right answer: let-down or letdown")
        assert "Right answer: minutes" in of["cloze"].locator('[data-part="g2"] .q-mark').inner_text()
        assert "Right answer: Help today" in of["matrix"].locator('[data-part="dying"] .q-mark').inner_text()
        assert of["hotspot"].locator('[data-spot="letdown"]').get_attribute("class") == "q-spot is-missed"


def test_survey(page: Any, site: Path) -> None:
    """No key, no marks, thanks; and every answer is told to the page."""
    page.goto((site / "learn/quiz-survey.html").as_uri())
    for question, asked in ASKED.items():
        Mouse(page, question, "survey").do(asked.wrong.steps)
    for question, steps in UNSCORED.items():
        Mouse(page, question, "survey").do(steps)
    page.get_by_role("button", name="Finish").click()
    assert page.evaluate("document.activeElement.innerText").strip() == "Thank you"
    assert page.locator(".q-mark, .q-said").count() == 0
    submitted = {one["question"]: one["response"] for one in page.evaluate("told") if one["event"] == "submit"}
    assert set(submitted) == set(WRITTEN)
    assert all(submitted.values())


@pytest.mark.parametrize("question", ASKED)
def test_on_a_slide(page: Any, site: Path, question: str) -> None:
    """On a slide the room thinks, and one press shows the answer; a key pressed in a field never turns the slide."""
    page.goto((site / "slides/asking.html").as_uri() + f"#/slide-{question}")
    page.locator(".reveal.ready section.present [data-quiz].is-live").wait_for(state="attached")
    hand = Keys(page, question)
    hand.reach(".q-foot .q-main")
    page.keyboard.press("Enter")
    hand.el.locator(":scope > .q-panel").wait_for()
    assert page.url.endswith(f"#/slide-{question}")
    assert hand.el.locator(".q-explain").count() > 0
    assert page.evaluate("document.activeElement.textContent") in ("The answer", "This case: 0 of 2 points")
    hand.press("Hide the answer")
    assert hand.el.locator(".q-panel, .q-mark").count() == 0
    hand.do(ASKED[question].right.steps)
    assert page.url.endswith(f"#/slide-{question}")
    hand.press("Show the answer")
    hand.el.locator(":scope > .q-panel").wait_for()
    assert "is-right" in (hand.el.get_attribute("class") or "")


@pytest.mark.parametrize("question", ["order", "match"])
def test_dragged_on_a_slide(browser: Any, site: Path, question: str) -> None:
    """A slide is shown larger than it is laid out; what is dragged stays under the hand, and the slide stays."""
    with opened(browser, viewport={"width": 1600, "height": 900}) as page:
        page.add_init_script(LISTEN)
        page.goto((site / "slides/asking.html").as_uri() + f"#/slide-{question}")
        page.locator(".reveal.ready section.present [data-quiz].is-live").wait_for(state="attached")
        hand = Mouse(page, question)
        hand.do(ASKED[question].right.steps)
        hand.press("Show the answer")
        hand.el.locator(":scope > .q-panel").wait_for()
        assert hand.points() == [1]
        assert page.url.endswith(f"#/slide-{question}")
