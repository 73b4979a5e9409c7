"""Every rule of a test in Chromium, once by keys alone and once by pointer, with what is kept, told and never told."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from support.chromium import chromium, opened, until, violations
from support.exam_course import exam_course

pytestmark = pytest.mark.browser


class Pointer:
    """A mouse."""

    def __init__(self, page: Any) -> None:
        self.page = page

    def question(self, question: str) -> Any:
        return self.page.locator(f".q[data-question={question}]")

    def choose(self, question: str, value: str) -> None:
        """Choose an option."""
        self.question(question).locator(f".q-options .q-choice:has(input[value={value}])").click()

    def sure(self, question: str, level: int) -> None:
        """Say how sure."""
        self.question(question).locator(f'.q-certainty .q-choice:has(input[value="{level}"])').click()

    def time(self, extra: str) -> None:
        """Choose how much time."""
        self.page.locator(f'.quiz-times .q-choice:has(input[value="{extra}"])').click()

    def press(self, label: str, question: str = "") -> None:
        """Press a button or follow a link."""
        place = self.question(question) if question else self.page.locator("main")
        place.locator("button:visible, a:visible").filter(has_text=label).first.click()


class Keys(Pointer):
    """The keyboard alone."""

    def reach(self, script: str, *values: object) -> None:
        """Tab to what the script is true of, forwards and then back."""
        for key in ["Tab"] * 90 + ["Shift+Tab"] * 180:
            if self.page.evaluate(f"(values) => (({script})(document.activeElement, ...values))", list(values)):
                return
            self.page.keyboard.press(key)
        raise AssertionError(f"no way by Tab to {values}")

    def radio(self, selector: str, value: str) -> None:
        """Reach a group of radio buttons and choose one by the arrows."""
        self.reach("(el, sel) => el.matches(sel)", selector)
        for _ in range(6):
            if self.page.evaluate("document.activeElement.value") == value:
                break
            self.page.keyboard.press("ArrowDown")
        self.page.keyboard.press("Space")
        assert self.page.evaluate("[document.activeElement.value, document.activeElement.checked]") == [value, True]

    def choose(self, question: str, value: str) -> None:
        self.radio(f'[data-question="{question}"] .q-options input', value)

    def sure(self, question: str, level: int) -> None:
        self.radio(f'[data-question="{question}"] .q-certainty input', str(level))

    def time(self, extra: str) -> None:
        self.radio(".quiz-times input", extra)

    def press(self, label: str, question: str = "") -> None:
        within = f'[data-question="{question}"]' if question else "main"
        found = "(el, label, within) => el.matches('a, button') && el.closest(within) && el.textContent.includes(label)"
        self.reach(found, label, within)
        self.page.keyboard.press("Enter")


OUTCOMES = """() => JSON.parse(localStorage.getItem(
    Object.keys(localStorage).find((key) => /^lactern:1:c:[0-9a-f]{8}$/.test(key)))).outcomes"""
TIME_IS_UP = "document.activeElement.innerText.trim() === 'Time is up'"
WAYS: dict[str, type[Pointer]] = {"keys": Keys, "pointer": Pointer}


@pytest.fixture(scope="module")
def learn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The course's module."""
    return exam_course(tmp_path_factory.mktemp("exam"))


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """One browser for all."""
    with chromium() as started:
        yield started


@pytest.fixture(params=WAYS)
def hand(request: pytest.FixtureRequest, browser: Any) -> Iterator[Any]:
    """A fresh learner, by keys or by pointer."""
    with opened(browser, viewport={"width": 900, "height": 800}) as page:
        yield WAYS[request.param](page)


def go(hand: Pointer, learn: Path, quiz: str) -> Any:
    hand.page.goto((learn / f"quiz-{quiz}.html").as_uri())
    return hand.page


def written(page: Any) -> None:
    """Wait until the browser has said that the record is on disk."""
    page.wait_for_selector("html[data-kept=safe]", state="attached")


def kept(page: Any) -> None:
    """Wait until the record is written, then come back to the page."""
    written(page)
    page.reload()


def focused(page: Any) -> str:
    return str(page.evaluate("document.activeElement.innerText")).strip()


def give(hand: Pointer, **answers: str) -> None:
    for question, value in answers.items():
        hand.choose(question, value)


def asked(page: Any) -> list[str]:
    """The questions that stand on the page, in order."""
    shown = page.locator(".quiz-form > .q:visible")
    return [str(one.get_attribute("data-question")) for one in shown.all()]


def test_a_time_limit_is_told_set_kept_warned_of_and_takes_nothing_away(hand: Pointer, learn: Path) -> None:
    page = hand.page
    page.clock.install()
    go(hand, learn, "timed")
    assert asked(page) == []
    assert "You have 10 minutes" in page.locator(".quiz-before").inner_text()
    assert violations(page) == []
    hand.time("1.5")
    kept(page)
    assert page.locator('.quiz-times input[value="1.5"]').is_checked()
    hand.press("Start")
    assert page.evaluate("document.activeElement.closest('.q').dataset.question") == "q0"
    assert page.locator(".quiz-clock").inner_text() == "15 minutes left"
    give(hand, q0="yes")
    page.clock.fast_forward("05:00")
    kept(page)
    assert page.locator(".quiz-clock").inner_text() == "10 minutes left", "the clock ran on while the page was closed"
    assert page.locator("[data-question=q0] input[value=yes]").is_checked()
    page.clock.fast_forward("05:30")
    until(page, "document.querySelector('.q-live').innerText === '5 minutes left'")
    page.clock.fast_forward("05:00")
    until(page, TIME_IS_UP)
    assert "Nothing you have answered is lost" in page.locator(".quiz-result").inner_text()
    assert page.locator("[data-question=q1] input").first.is_disabled()
    assert violations(page) == []
    kept(page)
    assert page.locator(".quiz-result .q-verdict").inner_text() == "Time is up"
    hand.press("Finish without a limit")
    assert page.locator(".quiz-clock").is_hidden()
    give(hand, q1="yes", q2="yes", safe="yes", q4="yes")
    hand.press("Hand in")
    assert focused(page) == "Passed"
    told = page.locator(".quiz-result").inner_text()
    assert "100 %" in told
    assert "It took longer than the 15 minutes planned" in told
    kept(page)
    assert [one["late"] for one in page.evaluate(OUTCOMES)["timed"]] == [True], "the results file would not say so"


def test_no_limit_at_all_can_be_chosen(hand: Pointer, learn: Path) -> None:
    page = hand.page
    page.clock.install()
    go(hand, learn, "timed")
    hand.time("0")
    hand.press("Start")
    page.clock.fast_forward("05:00:00")
    give(hand, q0="yes")
    assert page.locator(".quiz-clock").is_hidden()
    hand.press("Hand in")
    hand.press("Hand in anyway")
    assert "longer than" not in page.locator(".quiz-result").inner_text()


def test_time_up_can_be_handed_in_as_it_stands(hand: Pointer, learn: Path) -> None:
    page = hand.page
    page.clock.install()
    go(hand, learn, "timed")
    hand.press("Start")
    give(hand, q0="yes")
    page.clock.fast_forward("10:01")
    until(page, TIME_IS_UP)
    hand.press("Hand in")
    assert focused(page) == "Not passed yet"
    assert page.locator(".quiz-percent").inner_text() == "20 %"


def test_open_and_flagged_questions_are_looked_over_before_handing_in(hand: Pointer, learn: Path) -> None:
    page = go(hand, learn, "post-test")
    give(hand, q0="yes", q1="no")
    hand.press("Flag for review", "q1")
    assert page.locator(".quiz-progress").inner_text() == "2 of 5 answered · 1 flagged"
    hand.press("Review my answers")
    assert focused(page) == "Your answers so far"
    assert "Wrong q1" in page.locator(".quiz-looking").inner_text()
    # What lies under the bar that stays in sight is a small target until it is scrolled to.
    assert violations(page, ("target-size",)) == []
    hand.press("Close the review")
    assert focused(page) == "Review my answers"
    hand.press("Hand in")
    assert focused(page) == "3 questions have no answer yet"
    hand.press("Go on answering")
    give(hand, q2="yes", safe="yes", q4="yes")
    hand.press("Hand in")
    assert focused(page) == "One question is flagged for review"
    hand.press("Hand in anyway")
    assert focused(page) == "Passed"
    assert page.locator(".quiz-percent").inner_text() == "80 %"


def test_what_must_be_right_is_named_only_the_missed_are_asked_again_and_attempts_run_out(
    hand: Pointer, learn: Path
) -> None:
    page = go(hand, learn, "timed")
    hand.press("Start")
    give(hand, q0="yes", q1="yes", q2="yes", safe="no", q4="yes")
    hand.press("Hand in")
    assert focused(page) == "Not passed yet"
    assert page.locator(".quiz-percent").inner_text() == "80 %"
    must = page.locator(".quiz-must")
    assert must.locator("li").inner_text() == "Question 4: Urgent help"
    assert must.get_by_role("link", name="Urgent help").get_attribute("href") == "lesson-helping.html#urgent"
    study = page.locator(".quiz-objective").filter(has_text="Choose the right help")
    assert study.locator(".quiz-study").inner_text().split() == ["Read", "again:", "Urgent", "help"]
    assert page.locator(".quiz-objective").filter(has_text="Describe").locator(".quiz-study").count() == 0
    assert violations(page) == []
    hand.press("Try the missed questions again")
    assert focused(page) == "Before you start", "a new attempt has its time to be chosen, too"
    hand.press("Start")
    open_ = page.locator(".quiz-form > .q:not(.is-locked)")
    assert [one.get_attribute("data-question") for one in open_.all()] == ["safe"]
    assert "You had this right." in page.locator("[data-question=q0]").inner_text()
    assert violations(page, ("target-size",)) == []
    give(hand, safe="no")
    hand.press("Hand in")
    assert "You have used all 2 attempts." in page.locator(".quiz-result").inner_text()
    assert page.locator(".quiz-result .q-ways").count() == 0
    kept(page)
    assert "You have used all 2 attempts." in page.locator(".quiz-result").inner_text()


def test_feedback_never_tells_the_result_the_topic_and_no_answer(hand: Pointer, learn: Path) -> None:
    page = go(hand, learn, "hidden")
    give(hand, q0="yes", q1="yes", q2="yes", safe="no", q4="yes")
    hand.press("Hand in")
    assert focused(page) == "Not passed yet"
    told = page.locator("main").inner_text()
    assert "This test does not tell which answers were right." in told
    assert page.locator(".quiz-must li").inner_text() == "Urgent help"
    for secret in ("Because of", "Indeed", "Think again", "Right answer", "Not right, your choice"):
        assert secret not in told, secret
    assert page.locator(".q-mark, .quiz-back, .q.is-right, .q.is-wrong").count() == 0
    assert violations(page) == []
    hand.press("Try all again")
    assert page.locator(".quiz-form > .q.is-locked, .quiz-form > .q.is-kept").count() == 0
    assert page.locator(".quiz-form input:checked").count() == 0


def test_feedback_at_once_locks_the_answer_and_a_test_without_retry_ends(hand: Pointer, learn: Path) -> None:
    page = go(hand, learn, "at-once")
    hand.press("Check answer", "q0")
    assert page.locator("[data-question=q0] .q-note").inner_text() == "Choose or write an answer first."
    give(hand, q0="no")
    hand.press("Check answer", "q0")
    assert focused(page) == "Not right"
    assert "Because of q0" in page.locator("[data-question=q0]").inner_text()
    assert page.locator("[data-question=q0] .q-options input").first.is_disabled()
    assert "Because of" not in page.locator("[data-question=q1]").inner_text()
    kept(page)
    assert "Because of q0" in page.locator("[data-question=q0]").inner_text()
    assert violations(page) == []
    give(hand, q1="yes", q2="yes", safe="yes", q4="yes")
    hand.press("Hand in")
    assert page.locator(".quiz-percent").inner_text() == "80 %"
    assert page.locator(".quiz-result .q-ways").count() == 0


def test_a_draw_is_kept_and_another_attempt_draws_anew_from_a_seed_of_its_own(hand: Pointer, learn: Path) -> None:
    page = go(hand, learn, "drawn")
    first = asked(page)
    assert len(first) == 3
    assert page.locator(".quiz-seed").inner_text() == "Seed drawn"
    assert page.locator(".quiz-progress").inner_text() == "0 of 3 answered"
    give(hand, **dict.fromkeys(first, "yes"))
    hand.press("Hand in")
    assert page.locator(".quiz-percent").inner_text() == "100 %"
    hand.press("Try all again")
    second = asked(page)
    assert len(second) == 3
    assert second != first
    assert page.locator(".quiz-seed").inner_text() == "Seed drawn/2"
    assert page.locator(".q-number:visible").all_inner_texts() == ["QUESTION 1", "QUESTION 2", "QUESTION 3"]
    assert page.locator(".quiz-form input:checked").count() == 0
    give(hand, **{second[0]: "yes"})
    kept(page)
    assert asked(page) == second
    assert page.locator(".quiz-progress").inner_text() == "1 of 3 answered"
    assert violations(page) == []


def test_certainty_is_asked_for_marked_apart_and_shown_as_a_picture_and_a_table(hand: Pointer, learn: Path) -> None:
    page = go(hand, learn, "sure")
    give(hand, q0="yes", q1="yes", q2="no", safe="no", q4="no")
    for question in ("q0", "q1", "q2", "safe"):
        hand.sure(question, 3)
    hand.press("Hand in")
    assert focused(page) == "One question has no answer yet", "an answer without certainty is not a whole one"
    hand.press("Go on answering")
    hand.sure("q4", 1)
    hand.press("Hand in")
    told = page.locator(".quiz-result").inner_text()
    assert "40 %" in told
    assert "Certainty points: -6 of 15" in told
    assert "You were surer than you were right." in told
    rows = page.locator(".quiz-calibration table tr").all_inner_texts()
    assert [row.split("\t")[1] for row in rows] == ["Right", "2 of 4 right (50 %)", "not used", "0 of 1 right (0 %)"]
    assert violations(page) == []


def test_a_pre_test_shows_no_key_and_its_gain_comes_with_the_post_test(hand: Pointer, learn: Path) -> None:
    page = go(hand, learn, "pre-test")
    data = json.loads(page.locator(".quiz-data").text_content())
    assert not any(word in json.dumps(data) for word in ('"correct"', "Because of", "Indeed"))
    assert "counts for nothing" in page.locator(".quiz-before").inner_text()
    give(hand, q0="yes", q1="no", q2="no", safe="no", q4="yes")
    hand.press("Hand in")
    assert focused(page) == "Thank you"
    assert "Because of" not in page.locator("main").inner_text()
    assert page.get_by_role("link", name="Begin the course").get_attribute("href") == "lesson-recognising.html"
    assert violations(page) == []
    written(page)
    go(hand, learn, "post-test")
    give(hand, q0="yes", q1="yes", q2="yes", safe="yes", q4="yes")
    hand.press("Hand in")
    rows = page.locator(".quiz-gain tbody tr").all()
    told = [[cell.inner_text().strip() for cell in row.locator("th, td").all()] for row in rows]
    assert told == [
        ["All of them", "40 %", "100 %", "+60"],
        ["Describe the timing.", "33 %", "100 %", "+67"],
        ["Choose the right help.", "50 %", "100 %", "+50"],
    ]
    assert "Of what you did not have right before, you have 100 % now." in page.locator(".quiz-result").inner_text()
    assert violations(page) == []


def test_practice_counts_the_tries_and_ends_with_what_to_read_next(hand: Pointer, learn: Path) -> None:
    page = go(hand, learn, "practised")
    give(hand, q0="no")
    hand.press("Check answer", "q0")
    assert focused(page) == "Not yet"
    assert "Because of q0" not in page.locator("[data-question=q0]").inner_text()
    hand.press("Try again", "q0")
    give(hand, q0="no")
    hand.press("Check answer", "q0")
    assert focused(page) == "Not right"
    assert "That was your last try at this question." in page.locator("[data-question=q0]").inner_text()
    for question in ("q1", "q2", "safe", "q4"):
        give(hand, **{question: "yes"})
        hand.press("Check answer", question)
    end = page.locator(".quiz-end")
    assert "80 %" in end.inner_text()
    assert end.locator(".quiz-study").inner_text().split() == ["Read", "again:", "A", "wave"]
    assert violations(page) == []


def test_another_attempt_lays_pairs_and_items_out_anew_and_a_reload_keeps_it(browser: Any, learn: Path) -> None:
    with opened(browser, viewport={"width": 900, "height": 800}) as page:
        hand = Pointer(page)
        go(hand, learn, "mixed")
        bank, items = page.locator(".q-bank > li .q-text"), page.locator(".q-sequence > .q-row .q-text")
        gap = page.locator("[data-question=gaps] select").locator("option")
        first, written = (bank.all_inner_texts(), items.all_inner_texts()), gap.all_inner_texts()
        hand.press("Hand in")
        hand.press("Hand in anyway")
        hand.press("Try all again")
        second = bank.all_inner_texts(), items.all_inner_texts()
        assert second != first
        assert [sorted(one) for one in second] == [sorted(one) for one in first]
        assert second[1] != ["Alpha", "Beta", "Gamma", "Delta"]
        words = gap.all_inner_texts()
        assert words != written
        assert sorted(words) == sorted(written)
        letters = page.locator(".q-bank > li .q-letter").all_inner_texts()
        assert letters == list("ABCDE")
        menu = page.locator("[data-question=pairs] select").first.locator("option").all_inner_texts()[1:]
        assert menu == [f"{letter} · {text}" for letter, text in zip(letters, second[0], strict=True)]
        page.locator("[data-question=pairs] select").first.select_option(index=2)
        page.locator("[data-question=gaps] select").select_option("days")
        page.locator(".q-move-down").first.click()
        moved = items.all_inner_texts()
        assert moved != second[1]
        kept(page)
        assert (bank.all_inner_texts(), items.all_inner_texts()) == (second[0], moved)
        shown = "el => el.selectedOptions[0].text"
        assert page.locator("[data-question=pairs] select").first.evaluate(shown) == menu[1]
        assert page.locator("[data-question=gaps] select").evaluate(shown) == "days"
        assert gap.all_inner_texts() == words


@pytest.mark.parametrize("width", [360, 1280])
def test_the_clock_stays_in_sight(browser: Any, learn: Path, width: int) -> None:
    with opened(browser, viewport={"width": width, "height": 740}) as page:
        go(Pointer(page), learn, "timed")
        Pointer(page).press("Start")
        page.locator("[data-question=q4]").scroll_into_view_if_needed()
        place = page.locator(".quiz-clock").bounding_box()
        assert place
        assert 0 < place["y"] < 300
        top = "([x, y]) => document.elementFromPoint(x, y).closest('.quiz-clock') !== null"
        assert page.evaluate(top, [place["x"] + 10, place["y"] + 10]), "nothing covers it"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_scrolls_sideways_and_every_colour_can_be_read(
    browser: Any, learn: Path, scheme: str, width: int
) -> None:
    with opened(browser, viewport={"width": width, "height": 800}, color_scheme=scheme) as page:
        hand = Pointer(page)
        for quiz in ("timed", "sure", "post-test"):
            go(hand, learn, quiz)
            if quiz == "timed":
                hand.press("Start")
            for question, value in (("q0", "yes"), ("q1", "no"), ("safe", "no")):
                hand.choose(question, value)
                if quiz == "sure":
                    hand.sure(question, 2)
            hand.press("Hand in")
            hand.press("Hand in anyway")
            wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            assert page.evaluate(wide) == 0
            assert violations(page) == []
