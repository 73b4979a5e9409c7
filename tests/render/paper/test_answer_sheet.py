"""The answer sheet: a line for every decision, in the order of the question paper; filled in, it tells the key."""

from pathlib import Path

import pytest

from builder.formats.handout import _job
from builder.model.quiz import Quiz
from builder.render.asked import whole
from builder.render.paper.answer_sheet import (
    LOWEST,
    ROOM,
    ROW,
    Line,
    answer_sheet,
    has_answer_sheet,
    lines,
    row_height,
)
from builder.render.web import WebFiles
from builder.render.words import Words
from render import every_question
from support.printing import REPOSITORY, loaded, printed, text_of_pages, words

QUIZ = every_question.QUIZ
needs_fonts = pytest.mark.skipif(not WebFiles().folder.joinpath("fonts.json").is_file(), reason="no fonts were built")


def of_type(quiz: Quiz, wanted: str) -> list[Line]:
    """The lines of the first question of a type."""
    rows = list(lines(quiz, Words("en")))
    number = next(str(n) for n, question in enumerate(whole(quiz), start=1) if question.type == wanted)
    start = next(at for at, row in enumerate(rows) if row.number == number)
    end = next((at for at in range(start + 1, len(rows)) if rows[at].number), len(rows))
    return rows[start:end]


@pytest.mark.parametrize(
    "shape", ["single", "multiple", "true_false", "match", "matrix", "order", "numeric", "hotspot"]
)
def test_every_scored_type_has_places_and_each_line_has_a_right_one(shape: str) -> None:
    for row in of_type(QUIZ, shape):
        assert row.places
        assert any(place.said for place in row.places), (shape, row)


def test_several_right_answers_have_square_places_and_one_a_round_one() -> None:
    assert {place.shape for place in of_type(QUIZ, "multiple")[0].places} == {"square"}
    assert {place.shape for place in of_type(QUIZ, "single")[0].places} == {"round"}


def test_what_is_written_freely_is_written_on_the_question_paper() -> None:
    (row,) = of_type(QUIZ, "reflection")
    assert row.places[0].shape == "note"


def test_numbers_are_those_of_the_paper_whatever_the_shuffle() -> None:
    shuffled = QUIZ._replace(shuffle_questions=True, shuffle_options=True, seed="s-7")
    numbered = [row.number for row in lines(shuffled, Words("en")) if row.number]
    assert next(number.rstrip("abcdefgh") for number in numbered) == "1"
    assert len({number.rstrip("abcdefgh") for number in numbered}) == len(shuffled.questions)


def test_a_survey_and_a_handful_of_questions_have_none() -> None:
    assert has_answer_sheet(QUIZ._replace(mode="exam"))
    assert not has_answer_sheet(QUIZ._replace(mode="survey"))
    assert not has_answer_sheet(QUIZ._replace(mode="exam", questions=QUIZ.questions[:2]))


def test_lines_come_closer_until_a_pencil_would_miss() -> None:
    assert row_height(5, "a4") == ROW
    assert LOWEST <= row_height(31, "letter") < row_height(31, "a4")
    assert row_height(31, "letter") * 31 <= ROOM["letter"]
    assert row_height(90, "a4") == ROW


@needs_fonts
@pytest.mark.pdf
@pytest.mark.slow
def test_laid_beside_each_other_both_sheets_have_every_line_at_the_same_height(tmp_path: Path) -> None:
    course, kit, _ = loaded(REPOSITORY, "dmer")
    quiz = course.quizzes["post-test"]
    jobs = [
        _job("site", course, name, "letter", answer_sheet(kit, course, quiz, "letter", filled=filled), quiz.at)
        for name, filled in (("empty", False), ("filled", True))
    ]
    files, found = printed(kit, course, jobs, tmp_path)
    assert found == []
    heights = []
    for file in files.values():
        (page,) = text_of_pages(file)
        assert "Seed" in page
        heights.append({w.text: w.top for w in words(file) if w.left < 60 and w.text.isdigit()})
    assert len(heights[0]) == 20
    assert heights[0] == pytest.approx(heights[1], abs=1.5)
    assert "5 min" not in text_of_pages(files["empty-letter"])[0]
    assert "5 min" in text_of_pages(files["filled-letter"])[0]
