"""A test that asks on the screen how sure one is asks so on paper, too: for every question that is marked."""

from pathlib import Path

import pytest

from builder.model.quiz import Quiz
from builder.render.paper.exam import question_paper
from render import every_question
from support.printing import REPOSITORY, loaded

QUIZ = every_question.QUIZ
NEVER_MARKED = ("reflection", "scale", "poll", "case")


def paper(quiz: Quiz, folder: Path) -> str:
    sample = loaded(REPOSITORY, "dmer", folder)
    return question_paper(sample.kit, sample.course, quiz, "a4")


@pytest.mark.parametrize("rule", ["optional", "required"])
def test_each_marked_question_and_each_part_of_a_case_has_the_line(tmp_path: Path, rule: str) -> None:
    whole = [*QUIZ.questions, *(part for one in QUIZ.questions for part in getattr(one.form, "parts", ()))]
    asked = [question for question in whole if question.type not in NEVER_MARKED]
    html = paper(QUIZ._replace(certainty=rule), tmp_path)  # type: ignore[arg-type]
    assert html.count('class="q-sure"') == len(asked) > 10
    line = html.partition('class="q-sure">')[2].partition("</p>")[0]
    assert [line.find(word) > 0 for word in ("Not very", "Fairly", "Very")] == [True] * 3


def test_none_has_it_without_certainty(tmp_path: Path) -> None:
    assert "q-sure" not in paper(QUIZ, tmp_path)
