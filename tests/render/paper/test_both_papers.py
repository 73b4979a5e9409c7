"""A file for one paper, printed on the other at its own size and centred, loses nothing: neither words nor heads."""

import pytest

from builder.formats.handout import _job
from builder.render.paper.answer_sheet import answer_sheet
from builder.render.paper.cards import cards
from builder.render.paper.exam import question_paper
from builder.render.paper.reading import reading
from builder.render.paper.sheet import large_print, sheet_pages
from builder.render.press import Job
from builder.render.web import WebFiles
from support.printing import REPOSITORY, loaded, printed, words

MM = 72 / 25.4
PRINTER = 4.0
"""What a printer leaves empty at each edge, in millimetres."""
LOST = {"a4": (0.0, (297.0 - 279.4) / 2), "letter": ((215.9 - 210.0) / 2, 0.0)}
"""What the other paper lacks at the sides, and above and below."""
SIZE = {"a4": (210.0, 297.0), "letter": (215.9, 279.4)}
needs_fonts = pytest.mark.skipif(not WebFiles().folder.joinpath("fonts.json").is_file(), reason="no fonts were built")


@needs_fonts
@pytest.mark.pdf
@pytest.mark.slow
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_every_word_is_on_the_other_paper_too(paper: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    course, kit, _ = loaded(REPOSITORY, "dmer")
    quiz, lesson = course.quizzes["post-test"], course.lessons[0]
    jobs: list[Job] = [
        _job("site", course, "reading", paper, reading(kit, course, lesson, paper), lesson.at),
        _job("site", course, "paper", paper, question_paper(kit, course, quiz, paper), quiz.at),
        _job("site", course, "answers", paper, answer_sheet(kit, course, quiz, paper), quiz.at),
        _job("presenter", course, "cards", paper, cards(kit, course, paper), course.at),
    ]
    for one in (sheet for own in course.sheets for sheet in (own, large_print(kit, own)) if sheet):
        first, *tighter = sheet_pages(kit, course, one, paper)
        jobs.append(
            _job("site", course, one.id, paper, first, one.at)._replace(pages=one.pages, tighter=tuple(tighter))
        )
    files, found = printed(kit, course, jobs, tmp_path_factory.mktemp("papers"))
    assert [one.message for one in found] == []
    (width, height), (aside, above) = SIZE[paper], (lost + PRINTER for lost in LOST[paper])
    for name, file in files.items():
        for word in words(file):
            assert aside * MM < word.left < word.right < (width - aside) * MM, (name, word)
            assert above * MM < word.top < word.bottom < (height - above) * MM, (name, word)
