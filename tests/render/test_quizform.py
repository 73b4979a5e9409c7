"""A quiz on a page of its own: what its data tells beside the questions, and what stands by for another attempt."""

import json
import re
from typing import Any

from builder.model.course import Lesson, Section, Slide
from builder.model.quiz import Draw, Quiz
from builder.render.quizform import quiz_form, study, whole_form
from render.every_question import COURSE, QUIZ, SINGLE, drawer, prose

POOLED = tuple(SINGLE._replace(id=f"p{n}", pool="core") for n in range(6))
DRAWN = QUIZ._replace(
    id="drawn", seed="drawn", questions=POOLED, ask="form", draws={"form": Draw("form", (("core", 2),))}
)
DRAWN = DRAWN._replace(attempts=0, retry="all")


def told(html: str) -> dict[str, Any]:
    """The form's data block."""
    (block,) = re.findall(r'class="quiz-data">(.*?)</script>', html, re.DOTALL)
    made: dict[str, Any] = json.loads(block)
    return made


def form(quiz: Quiz, **how: Any) -> str:
    return str(whole_form(drawer(), quiz, **how))


def test_a_drawn_quiz_asks_the_draw_and_has_the_rest_of_the_pool_standing_by() -> None:
    """In the data all of them stand, with their pools and the bank's own order."""
    html = form(DRAWN)
    asked, spare = html.split('class="quiz-spare" hidden')
    assert asked.count('class="q q-single"') == 2
    assert spare.count('class="q q-single"') == 4
    data = told(html)
    assert data["bank"] == [f"p{n}" for n in range(6)]
    assert data["ask"] == {"name": "form", "picks": [["core", 2]]}
    assert set(data["pools"].values()) == {"core"}
    assert len(data["questions"]) == 6


def test_a_quiz_that_is_taken_once_carries_nothing_that_it_does_not_ask() -> None:
    """What is never drawn is nobody's to read in the page's source."""
    for quiz in (DRAWN._replace(retry="none"), DRAWN._replace(attempts=1)):
        html = form(quiz)
        assert "quiz-spare" not in html
        assert len(told(html)["questions"]) == 2


def test_a_pre_test_says_whose_and_has_no_key(monkeypatch: Any) -> None:
    """And the test knows which quiz is its pre-test."""
    before = QUIZ._replace(id="pre-test", pretest_of=QUIZ.id, mode="exam", feedback="never")
    made = drawer()
    monkeypatch.setattr(made, "course", COURSE._replace(quizzes={QUIZ.id: QUIZ, before.id: before}))
    html = str(whole_form(made, before, keys=False))
    assert told(html)["pretest_of"] == QUIZ.id
    assert not re.search('KEY-|"correct"', html)
    assert "study" not in told(html)
    assert told(str(whole_form(made, QUIZ)))["pretest"] == "pre-test"


def test_a_test_question_in_a_text_is_answered_at_once() -> None:
    """It is not handed in; but what is never told stays untold."""
    assert (
        told(str(quiz_form(drawer(), QUIZ._replace(mode="exam", feedback="end"), (SINGLE,), mode="practice")))[
            "feedback"
        ]
        == "immediate"
    )
    hidden = QUIZ._replace(mode="exam", feedback="never")
    assert told(str(quiz_form(drawer(), hidden, (SINGLE,), mode="practice")))["feedback"] == "never"


def test_where_to_read_again_is_the_slide_of_a_question_and_the_sections_of_an_objective() -> None:
    """A link that leads nowhere in this build is not told."""
    slides = (Slide("definition", prose("What it is")),)
    lesson = Lesson("what-it-is", "What", (Section("one", prose("Recognising it"), slides, objectives=("timing",)),))
    course = COURSE._replace(lessons=(lesson,))
    found = study(course, (SINGLE._replace(see="what-it-is#definition"),), lambda see: f"page.html#{see}")
    assert found["questions"] == {"onset": ["What it is", "page.html#what-it-is#definition"]}
    assert found["objectives"] == {"timing": [["Recognising it", "page.html#what-it-is#one"]]}
    assert study(course, (SINGLE,), lambda see: "")["questions"] == {}


def test_on_a_slide_the_room_shows_how_sure_it_is_by_fingers() -> None:
    """Radio buttons would be for one."""
    sure = QUIZ._replace(certainty="optional")
    on_slide = str(quiz_form(drawer(), sure, (SINGLE,), mode="deck"))
    assert "Show fingers" in on_slide
    assert "q-certainty" not in on_slide
    assert "q-certainty" in str(quiz_form(drawer(), sure, (SINGLE,), mode="exam"))
    assert "Show fingers" not in str(quiz_form(drawer(), QUIZ, (SINGLE,), mode="deck"))
