"""Each type of question answered in Chromium by keys alone, by mouse and by finger: wrong, partly right, right."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from support.chromium import chromium, opened, until
from support.hands import LISTEN, Finger, Hand, Keys, Mouse
from support.typed import ASKED, UNSCORED, Answer, typed

pytestmark = pytest.mark.browser
HANDS: dict[str, type[Hand]] = {"keys": Keys, "mouse": Mouse, "finger": Finger}


@pytest.fixture(scope="module")
def learn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The module of the project."""
    return typed(tmp_path_factory.mktemp("types"), "-t", "module") / "learn"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """One browser for all."""
    with chromium() as started:
        yield started


@pytest.fixture(params=HANDS)
def hand(request: pytest.FixtureRequest, browser: Any, learn: Path) -> Iterator[Any]:
    """Gives a hand at a question, on a page of its own."""
    touch = request.param == "finger"
    size = {"width": 390, "height": 800} if touch else {"width": 900, "height": 800}
    with opened(browser, viewport=size, has_touch=touch) as page:
        page.add_init_script(LISTEN)

        def at(question: str) -> Hand:
            page.goto((learn / "quiz-types.html").as_uri() + f"#q-types-{question}")
            return HANDS[request.param](page, question)

        yield at


def focused(page: Any) -> str:
    return str(page.evaluate("document.activeElement.innerText")).strip()


def check(hand: Hand, answer: Answer, verdict: str) -> None:
    """Answer, look, and see that the verdict has focus and the rest is announced, once."""
    hand.do(answer.steps)
    hand.press("Check answer")
    hand.el.locator(":scope > .q-panel").wait_for()
    assert focused(hand.page) == verdict
    assert hand.points()[-1] == pytest.approx(answer.points)
    if answer.said:
        until(hand.page, """document.querySelector('[data-quiz="types"] > .q-live').textContent !== ''""")
    announced = hand.page.locator('[data-quiz="types"] > .q-live').inner_text()
    assert answer.said in announced
    assert verdict not in announced, "the verdict is heard by its focus, and must not be said twice"


@pytest.mark.parametrize("question", ASKED)
def test_wrong_partly_right(hand: Any, question: str) -> None:
    """A wrong answer is told, and tried again from an empty form; a partly right one brings its part; and with the
    right one comes why."""
    asked, at = ASKED[question], hand(question)
    case = "This case: {} of 2 points" if question == "case" else ""
    check(at, asked.wrong, case.format(0) or "Not yet")
    assert at.el.locator(".q-explain").count() == 0
    at.press("Try again")
    at.el.locator(":scope > .q-panel").wait_for(state="detached")
    assert at.page.evaluate("document.activeElement.matches('input, select')")
    if asked.partly:
        check(at, asked.partly, case.format(1) or "Partly right")
        at.press("Try again")
    check(at, asked.right, case.format(2) or "That is right")
    assert at.el.locator(".q-explain").count() > 0
    assert at.el.locator(":scope > .q-panel > .q-aim").inner_text().startswith("Objective: ")
    assert at.el.locator(":scope > .q-panel .q-see").get_attribute("href") == "asking-choosing.html#wave"


@pytest.mark.parametrize("question", UNSCORED)
def test_unscored(hand: Any, question: str) -> None:
    """What is not marked is noted all the same, and brings no verdict."""
    at = hand(question)
    at.do(UNSCORED[question])
    noted = at.last_response()
    assert noted == {"reflection": "When does it start?", "scale": "4", "poll": "once"}[question]
    if question == "reflection":
        at.press("Compare with a model answer")
        at.el.locator(".q-panel").wait_for()
        assert focused(at.page) == "A model answer"
        assert at.el.locator(".q-explain li").count() == 3
    assert at.el.locator(".is-right, .is-wrong").count() == 0


def test_next_question(hand: Any) -> None:
    """“Next question” leads to where the next one is answered."""
    at = hand("short")
    at.do(ASKED["short"].right.steps)
    at.press("Check answer")
    at.el.locator(".q-panel").wait_for()
    at.press("Next question")
    until(at.page, "document.activeElement.id === 'q-types-numeric-text'")
