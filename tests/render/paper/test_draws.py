"""What is printed of a quiz with draws, in which order a room gets the papers, and that all of it can be found."""

import re
from pathlib import Path, PurePosixPath

import pytest

from builder.formats import home
from builder.model.block import QuizSlot
from builder.model.output import Output
from builder.model.place import Place
from builder.model.quiz import Draw, Quiz
from builder.read.theme import read_theme
from builder.render.asked import asked, drawn
from builder.render.kit import Kit
from builder.render.paper.answer_sheet import has_answer_sheet
from builder.render.paper.bound import in_order
from builder.render.paper.exam import answer_key, handed_out, question_paper, versions
from builder.render.paper.shelf import shelf
from builder.render.web import WebFiles
from formats.small import course, kit, prose
from render import every_question

REPOSITORY = Path(__file__).parents[3]
POOLED = tuple(question._replace(pool="core") for question in every_question.EVERY[:8])
QUIZ = Quiz(
    "post-test", "Post-test", POOLED, mode="exam", intro=prose("Eight questions."), pass_mark=80, seed="2026",
    shuffle_questions=True, shuffle_options=True, draws={"exit": Draw("exit", (("core", 4),))},
)  # fmt: skip
PRETEST = QUIZ._replace(id="a-look", title="A look before", pretest_of="post-test", ask="exit")
SURVEY = QUIZ._replace(id="a-survey", title="Say it to us", mode="survey", draws={})


@pytest.fixture
def paper(tmp_path: Path) -> Kit:
    theme, _ = read_theme(REPOSITORY, "calm", Place("slides/small/course.yaml"))
    assert theme is not None
    return kit(tmp_path, web=WebFiles(), theme=theme)


class TestDraws:
    def test_a_draw_is_printed_by_itself_with_what_a_lesson_asks(self, paper: Kit) -> None:
        whole, alone = versions(QUIZ)
        slot = QuizSlot(QUIZ, drawn(QUIZ, "exit"), False, "exit")
        html = question_paper(paper, course(), alone, "a4")
        printed = re.findall(r'<p class="q-stem">(.*?)</p>', html) or re.findall(r'id="([^"]+)-stem"', html)
        assert whole == QUIZ
        assert html.count('class="q-number"') == len(slot.questions) == 4, printed
        places = [html.index(str(question.stem.html)[:30]) for question in slot.questions]
        assert places == sorted(places)

    def test_options_stand_as_on_the_screen(self) -> None:
        _, alone = versions(QUIZ)
        for question in drawn(QUIZ, "exit"):
            assert asked(alone, question).q == asked(QUIZ, question).q
            assert [item.text for item in asked(alone, question).items] == [
                item.text for item in asked(QUIZ, question).items
            ]

    def test_seed_and_key_are_of_the_draw_and_nothing_is_said_of_the_whole(self, paper: Kit) -> None:
        _, alone = versions(QUIZ)
        for html in (question_paper(paper, course(), alone, "a4"), answer_key(paper, course(), alone, "a4")):
            assert "2026" in html
            assert "Eight questions." not in html
            assert "Post-test · exit" in html

    def test_a_quiz_that_asks_a_draw_is_not_printed_twice(self) -> None:
        assert len(versions(QUIZ._replace(ask="exit"))) == 1


def test_a_room_gets_what_is_asked_before_then_the_test_then_the_survey() -> None:
    taught = course()._replace(quizzes={quiz.id: quiz for quiz in (SURVEY, QUIZ, PRETEST)})
    assert [quiz.id for quiz in handed_out(taught)] == ["a-look", "post-test", "post-test-exit", "a-survey"]


def test_what_comes_before_the_course_is_not_marked(paper: Kit) -> None:
    assert has_answer_sheet(QUIZ)
    assert not has_answer_sheet(PRETEST)
    assert "who-score" in question_paper(paper, course(), QUIZ, "a4").partition("<body")[2]
    assert "who-score" not in question_paper(paper, course(), PRETEST, "a4").partition("<body")[2]


def test_in_a_pack_the_sheet_to_fill_in_follows_its_questions(paper: Kit) -> None:
    names = ["post-test-paper", "post-test-answers", "lesson-reading", "survey-paper"]
    outputs = [Output("site", PurePosixPath(f"small/print/{name}-a4.pdf"), b"") for name in names]
    found = [one.path.name for one in in_order(paper, course(), outputs, "a4")]
    assert found == [f"{name}-a4.pdf" for name in (names[2], names[0], names[1], names[3])]


def test_all_of_it_is_on_the_pages_that_lead_to_it(paper: Kit) -> None:
    taught = course()._replace(quizzes={quiz.id: quiz for quiz in (SURVEY, QUIZ, PRETEST)})
    tests = dict(shelf(taught, paper, "site"))["tests"]
    assert [one.name for one in tests] == [
        "a-look-paper", "post-test-paper", "post-test-answers", "post-test-exit-paper", "post-test-exit-answers",
        "a-survey-paper",
    ]  # fmt: skip
    groups = home.printed(taught, paper, "presenter", PurePosixPath("index.html"))
    (keys,) = [group for group in groups if group.kind == "keys"]
    said = [link for key in keys.papers for _, link in key.links]
    assert "small/print/post-test-answers-key-a4.pdf" in said
    assert "small/print/post-test-exit-key-letter.pdf" in said


def test_a_place_with_corners_has_its_outline_on_paper(paper: Kit) -> None:
    html = question_paper(paper, course(), every_question.QUIZ, "a4")
    assert html.count('class="outline"') == 1
    (drawing,) = re.findall(r'class="outline" style="background-image:url\(data:image/svg\+xml,([^)]*)\)', html)
    assert "polygon" in drawing
    assert "stroke-dasharray" in drawing, "dashed as all others are: a line that stands out would give the key away"
    assert "65%2C20" in drawing
