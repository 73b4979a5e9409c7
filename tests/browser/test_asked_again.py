"""What is asked once more instead of being marked wrong or counted as done, in Chromium."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from support.building import build
from support.chromium import chromium, opened, until
from support.learning import sources

pytestmark = pytest.mark.browser

NUMBER = """\
  - {id: length, type: numeric, stem: How long does the wave last?, answer: {value: 5, unit: min}, explain: So it is.}
  - {id: milk, type: numeric, stem: How many feeds?, answer: {value: 8}, explain: So it is.}
"""
PRACTICE = f"title: Practice\nmode: practice\nquestions:\n{NUMBER}"
TEST = f"title: Post-test\nmode: exam\nfeedback: end\npass: 60%\nquestions:\n{NUMBER}"
EVALUATION = """\
title: Evaluation
mode: survey
questions:
  - {id: clear, type: scale, stem: It was clear., from: 1, to: 5, labels: [No, Yes]}
  - id: again
    type: single
    stem: Would you come again?
    options: [{id: sure, text: Surely}, {id: no, text: Rather not}]
  - {id: wish, type: reflection, stem: What do you wish for?}
"""
IN_UNIT = "Write one number, in figures, in this unit: min."
RECORD = """() => {
  const { course } = window.lactern.course;
  const key = Object.keys(localStorage).find((one) => one.startsWith(`lactern:1:${course}:`) && !one.endsWith(":name"));
  return JSON.parse(localStorage.getItem(key));
}"""


@pytest.fixture(scope="module")
def learn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A module whose test asks for numbers."""
    root = tmp_path_factory.mktemp("asked")
    project = sources(root).lesson("# One\n\n## First {#first}\n\nWords.\n")
    project.quiz(PRACTICE, "practice.yaml").quiz(TEST).quiz(EVALUATION, "evaluation.yaml")
    build(root, "-t", "module", cache=tmp_path_factory.mktemp("cache"))
    return root / "site/c/learn"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as started:
        yield started


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    with opened(browser, accept_downloads=True) as made:
        made.add_init_script("window.printed = 0; window.print = () => { window.printed += 1; };")
        yield made


def go(page: Any, learn: Path, name: str) -> None:
    """Open a page and wait for its scripts."""
    page.goto((learn / f"{name}.html").as_uri())
    page.wait_for_selector("html[data-kept=safe]", state="attached")


def question(page: Any, name: str) -> Any:
    return page.locator(f".q[data-question={name}]")


def test_practice(page: Any, learn: Path) -> None:
    """A number in another unit, or none at all, is asked for again and costs no try; a longer unit is right."""
    go(page, learn, "quiz-practice")
    length = question(page, "length")
    for given, said in (
        ("5 h", IN_UNIT),
        ("about 5", IN_UNIT),
        ("5-6 min", IN_UNIT),
        ("", "Choose or write an answer first."),
    ):
        length.locator("input").fill(given)
        length.get_by_role("button", name="Check answer").click()
        assert length.locator(".q-note").inner_text() == said
        assert length.locator(".q-panel").count() == 0
        assert page.evaluate("document.activeElement.name") == length.locator("input").get_attribute("name")
    length.locator("input").fill("5 minutos")
    length.get_by_role("button", name="Check answer").click()
    assert length.locator(".q-verdict").inner_text() == "That is right"
    milk = question(page, "milk")
    milk.locator("input").fill("eight")
    milk.get_by_role("button", name="Check answer").click()
    assert milk.locator(".q-note").inner_text() == "Write one number, in figures."


def test_exam(page: Any, learn: Path) -> None:
    """Handing in asks for it again, too; who hands in all the same is told why it did not count."""
    go(page, learn, "quiz-post-test")
    question(page, "length").locator("input").fill("5 hours")
    question(page, "milk").locator("input").fill("8 feeds")
    page.get_by_role("button", name="Hand in", exact=True).click()
    assert page.locator(".quiz-warning .quiz-missing li").all_inner_texts() == [f"Question 1: {IN_UNIT}"]
    page.get_by_role("button", name="Hand in anyway").click()
    page.locator(".quiz-percent").wait_for()
    assert page.locator(".quiz-percent").inner_text() == "50 %"
    assert question(page, "length").locator(".q-key").all_inner_texts() == [IN_UNIT, "Right answer: 5 min"]


def test_a_blank_evaluation_is_none(page: Any, learn: Path) -> None:
    """Wholly blank is not handed in; partly filled is asked about once; nobody has to write something of their own."""
    go(page, learn, "quiz-evaluation")
    finish = page.get_by_role("button", name="Finish", exact=True)
    finish.click()
    assert page.evaluate("document.activeElement.innerText") == "Nothing is filled in yet"
    assert "evaluation" not in page.evaluate(RECORD)["outcomes"]
    assert page.get_by_role("button", name="Finish anyway").count() == 0
    page.get_by_role("button", name="Go on answering").click()
    question(page, "clear").locator("input").nth(3).check()
    finish.click()
    assert page.locator(".quiz-warning .quiz-missing li").all_inner_texts() == ["Question 2"]
    page.get_by_role("button", name="Finish anyway").click()
    assert page.locator(".quiz-result .q-verdict").inner_text() == "Thank you"
    assert len(page.evaluate(RECORD)["outcomes"]["evaluation"]) == 1

    page.get_by_role("button", name="Change my answers").click()
    question(page, "again").locator("input").first.check()
    finish.click()
    page.locator(".quiz-result .q-verdict").wait_for()
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save my answers").first.click()
    answers = json.loads(Path(saved.value.path()).read_text("utf-8"))["answers"]
    assert [one["said"] for one in answers] == ["4", "Surely", ""], "a letter is only where an option stands"


def test_a_changed_evaluation_stays_one(page: Any, learn: Path) -> None:
    """Answers that are changed and not handed in again do not take back what was."""
    go(page, learn, "quiz-evaluation")
    question(page, "clear").locator("input").nth(3).check()
    question(page, "again").locator("input").first.check()
    page.get_by_role("button", name="Finish", exact=True).click()
    page.get_by_role("button", name="Change my answers").click()
    question(page, "clear").locator("input").nth(1).check()
    until(page, f"({RECORD})().quizzes.evaluation.questions.clear.response === '2'")
    page.reload()
    until(page, "document.querySelector('.q[data-question=clear] input[value=\"2\"]')?.checked")
    page.get_by_role("button", name="Finish", exact=True).click()
    assert page.locator(".quiz-result .q-verdict").inner_text() == "Thank you"


def test_enter_prints_nothing_unearned(page: Any, learn: Path) -> None:
    """Enter in the field for the name presses no button that is not there; nothing is issued before its time."""
    go(page, learn, "quiz-post-test")
    page.get_by_role("button", name="Hand in", exact=True).click()
    page.get_by_role("button", name="Hand in anyway").click()
    page.locator(".quiz-percent").wait_for()
    go(page, learn, "certificate")
    name = page.locator("#learner-name")
    name.fill("Ann Example")
    name.press("Enter")
    page.evaluate("document.querySelector('.certify-form').requestSubmit()")
    assert page.evaluate("window.printed") == 0
    assert not (page.evaluate(RECORD)["proof"] or {}).get("issued")


def test_a_stray_print_is_no_issue(page: Any, learn: Path) -> None:
    """A day of printing from before the course was completed is not the certificate's; the first print after it is."""
    go(page, learn, "certificate")
    page.evaluate("""() => {
      const course = window.lactern.course;
      const key = Object.keys(localStorage).find((one) => one.startsWith(`lactern:1:${course.course}:`));
      const record = JSON.parse(localStorage.getItem(key));
      const at = Date.UTC(2026, 0, 5, 12);
      for (const page of course.pages) if (page.kind === "section") record.pages[page.id] = at;
      record.outcomes = { "post-test": [{ attempt: 1, at, percent: 90, passed: true }],
        evaluation: [{ attempt: 1, at, passed: true }] };
      record.proof = { serial: "AAAA-AAAA-AAAA", at: at - 9e8, issued: at - 9e8 };
      localStorage.setItem(key, JSON.stringify(record));
    }""")
    page.reload()
    page.locator(".certificate").wait_for()
    assert page.locator("[data-copy]").is_hidden()
    page.fill("#learner-name", "Ann Example")
    page.locator("#learner-name").press("Enter")
    until(page, "window.printed === 1")
    proof = until(page, f"(({RECORD})().proof.of ?? 0) && ({RECORD})().proof")
    assert proof["issued"] > proof["of"] > 0
    page.reload()
    page.locator(".certificate").wait_for()
    assert page.locator("[data-copy]").is_hidden()
