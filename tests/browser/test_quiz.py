"""Quizzes in a real browser: by mouse, by keyboard alone, put back, and judged by axe."""

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from builder.model.quiz import Question, Quiz
from builder.render.quizform import quiz_form
from builder.render.words import Words
from render.every_question import EVERY, MATCH, QUIZ, SINGLE, drawer

pytestmark = pytest.mark.browser
WEB = Path(__file__).parents[2] / "builder/web"
ESBUILD, AXE = WEB / "node_modules/.bin/esbuild", WEB / "node_modules/axe-core/axe.min.js"
ENTRY = """
import { mountQuizzes, restoreQuiz, quizState } from "./src/quiz.js";
const words = JSON.parse(document.getElementById("lactern-words").textContent);
window.told = [];
for (const name of ["lactern:answer", "lactern:score"]) document.addEventListener(name, (e) => told.push(e.detail));
mountQuizzes(document, { words });
window.quiz = document.querySelector("[data-quiz]");
window.keep = () => JSON.stringify(quizState(quiz));
window.restore = (saved) => restoreQuiz(quiz, JSON.parse(saved));
"""
Page = Any
Open = Callable[..., Page]


@pytest.fixture(scope="module")
def script() -> str:
    if not ESBUILD.exists():
        pytest.skip("npm packages are not installed")
    made = subprocess.run(
        [ESBUILD, "--bundle", "--format=iife", "--target=es2020"],
        input=ENTRY, cwd=WEB, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return made.stdout


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api")
    chromium = shutil.which("chromium")
    with playwright.sync_playwright() as player:
        started = player.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        yield started
        started.close()


@pytest.fixture
def page_of(browser: Any, script: str, tmp_path: Path) -> Open:
    def show(quiz: Quiz, questions: tuple[Question, ...], mode: str, keys: bool = True) -> Page:
        form = quiz_form(drawer(), quiz, questions, mode=mode, keys=keys, numbered=True)
        names = ("question", "placing", "answer", "quiz")
        css = "".join((WEB / f"css/{name}.css").read_text("utf-8") for name in names)
        (tmp_path / "page.html").write_text(
            '<!doctype html><html lang="en"><meta charset="utf-8"><title>Quiz</title>'
            f"<style>{css}</style><main><h1>Course</h1><h2>Quiz</h2>{form}</main>"
            f'<script type="application/json" id="lactern-words">{json.dumps(Words("en").part("quiz"))}</script>'
            f"<script>{script}</script>",
            "utf-8",
        )
        page = browser.new_page(viewport={"width": 800, "height": 700})
        page.set_default_timeout(4000)
        page.goto((tmp_path / "page.html").as_uri())
        return page

    return show


def told(page: Page, event: str) -> list[dict[str, Any]]:
    return [detail for detail in page.evaluate("told") if detail.get("event") == event]


def axe(page: Page) -> list[str]:
    page.evaluate(AXE.read_text("utf-8"))
    run = "axe.run(document, {preload: false}).then((r) => r.violations.map((v) => v.id + v.nodes[0].html))"
    found: list[str] = page.evaluate(run)
    return found


def focused(page: Page, what: str = "textContent") -> str:
    return str(page.evaluate(f"document.activeElement.{what}"))


def given(saved: str) -> dict[str, object]:
    answers = json.loads(saved)["questions"]
    return {id_: answer for id_, answer in answers.items() if answer["response"] is not None}


def test_keyboard_alone_answers_sees_why_and_tries_again(page_of: Open) -> None:
    page = page_of(QUIZ._replace(shuffle_options=False), (SINGLE,), "practice")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert focused(page) == "Not yet"
    assert "KEY-SAID That pattern" in page.locator("[data-option=waking] .q-said").inner_text()
    assert "KEY-EXPLAIN" not in page.locator("body").inner_text()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    assert focused(page) == "That is right"
    assert "KEY-EXPLAIN" in page.locator(".q-panel").inner_text()
    assert [detail["result"]["state"] for detail in told(page, "check")] == ["wrong", "right"]
    assert axe(page) == []


def test_putting_in_order_by_buttons_keeps_focus_and_speaks(page_of: Open) -> None:
    order = next(q for q in EVERY if q.type == "order")
    page = page_of(QUIZ, (order,), "practice")
    page.clock.install()
    first = page.locator(".q-row .q-text").first.inner_text()
    page.locator(".q-move-down").first.focus()
    page.keyboard.press("Enter")
    assert page.locator(".q-row .q-text").nth(1).inner_text() == first
    assert first in focused(page, "ariaLabel")
    page.clock.run_for(200)
    assert f"{first}: now 2 of 4" in page.locator(".q-live").inner_text()
    assert page.locator(".q-row select").nth(1).input_value() == "2"


def test_an_exam_warns_of_gaps_scores_and_lets_the_missed_be_tried_again(page_of: Open) -> None:
    quiz = QUIZ._replace(feedback="end", attempts=2)
    page = page_of(quiz, (SINGLE, MATCH), "exam")
    page.get_by_role("button", name="Hand in").click()
    assert focused(page) == "2 questions have no answer yet"
    page.get_by_role("button", name="Go on answering").click()
    page.locator("input[value=letdown]").check()
    page.get_by_role("button", name="Flag for review").first.click()
    assert page.locator(".quiz-progress").inner_text() == "1 of 2 answered · 1 flagged"
    page.get_by_role("button", name="Hand in").click()
    page.get_by_role("button", name="Hand in anyway").click()
    assert focused(page) == "Not passed yet"
    assert page.locator(".quiz-percent").inner_text() == "50 %"
    assert axe(page) == []
    page.get_by_role("button", name="Try the missed questions again").click()
    assert page.locator(".q.is-kept").get_attribute("data-question") == "onset"
    for part, letter in (("p1", "lets milk flow"), ("p2", "makes milk"), ("p3", "holds prolactin back")):
        select = page.locator(f"[data-part={part}] select")
        labels = select.locator("option").all_inner_texts()
        select.select_option(label=next(label for label in labels if letter in label))
    page.get_by_role("button", name="Hand in").click()
    assert focused(page) == "Passed"
    assert page.locator("text=Attempt 2 of 2").count() == 1


def test_what_was_saved_comes_back_but_not_for_a_changed_question(page_of: Open) -> None:
    quiz = QUIZ._replace(shuffle_options=False)
    page = page_of(quiz, EVERY, "practice")
    page.locator(".q[data-question=onset] input[value=waking]").check()
    page.locator(".q[data-question=onset] .q-foot .q-main").click()
    page.locator(".q[data-question=minutes] input").fill("5,5 min")
    page.locator(".q[data-question=where] [data-spot=fall] .q-pin").click()
    saved = page.evaluate("keep()")
    again = page_of(quiz, EVERY, "practice")
    again.evaluate("saved => restore(saved)", saved)
    assert given(again.evaluate("keep()")) == given(saved)
    assert again.locator(".q[data-question=onset] .q-verdict").inner_text() == "Not yet"
    assert again.locator(".q[data-question=where] .is-chosen").count() == 1
    again.evaluate("saved => restore(saved.replaceAll('r-onset', 'older'))", saved)
    assert again.locator(".q[data-question=onset] input:checked").count() == 0
    assert again.locator(".q[data-question=minutes] input").input_value() == "5,5 min"


@pytest.mark.parametrize("mode", ["practice", "exam", "survey", "deck", "poll"])
def test_every_type_in_every_mode_is_accessible(page_of: Open, mode: str) -> None:
    shown = EVERY if mode != "poll" else (EVERY[-1], SINGLE)
    page = page_of(QUIZ._replace(certainty="optional"), shown, mode)
    assert axe(page) == []


def test_without_keys_an_exam_can_still_be_handed_in(page_of: Open) -> None:
    page = page_of(QUIZ, (SINGLE,), "exam", keys=False)
    page.locator("input[value=letdown]").check()
    page.get_by_role("button", name="Hand in").click()
    assert focused(page) == "Thank you"
    assert [detail["result"] for detail in told(page, "submit")] == [None]


def test_hands_are_counted(page_of: Open) -> None:
    page = page_of(QUIZ, (EVERY[-1],), "poll")
    for _ in range(3):
        page.get_by_role("button", name="One more for B").click()
    page.get_by_label("Hands for A").fill("1")
    assert page.locator(".q-figure").all_inner_texts() == ["1 (25 %)", "3 (75 %)", "0 (0 %)"]
    assert page.locator(".q-total").inner_text() == "4 hands"
    page.get_by_role("button", name="Show the answer").click()
    assert page.locator(".q-option.is-right").get_attribute("data-option") == "maybe"
