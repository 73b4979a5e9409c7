"""Handouts as tagged PDF: slides to write on, notes, reading, question papers and keys, sheets, cards."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from builder.model.course import Course
from builder.model.diagnostic import Diagnostic
from builder.model.output import Output, Tree
from builder.model.place import Place
from builder.render.kit import Kit
from builder.render.paper.cards import cards, has_polls
from builder.render.paper.exam import answer_key, has_key, has_paper, question_paper
from builder.render.paper.reading import reading
from builder.render.paper.sheet import sheet_pages
from builder.render.paper.slides import notes_pages, three_up
from builder.render.press import Job, press


def outputs(course: Course, kit: Kit) -> Iterator[Output | Diagnostic]:
    """Everything of a course that is printed, on each paper size."""
    jobs = [job for paper in kit.papers for job in (*_lessons(course, kit, paper), *_rest(course, kit, paper))]
    yield from press(kit, course, jobs)


def _lessons(course: Course, kit: Kit, paper: str) -> Iterator[Job]:
    for lesson in course.lessons:
        yield _job("site", course, f"{lesson.id}-slides-3up", paper, three_up(kit, course, lesson, paper), lesson.at)
        yield _job("site", course, f"{lesson.id}-reading", paper, reading(kit, course, lesson, paper), lesson.at)
        yield _job("presenter", course, f"{lesson.id}-notes", paper, notes_pages(kit, course, lesson, paper), lesson.at)


def _rest(course: Course, kit: Kit, paper: str) -> Iterator[Job]:
    for quiz in course.quizzes.values():
        if has_paper(quiz):
            yield _job("site", course, f"{quiz.id}-paper", paper, question_paper(kit, course, quiz, paper), quiz.at)
        if has_key(quiz):
            yield _job("presenter", course, f"{quiz.id}-key", paper, answer_key(kit, course, quiz, paper), quiz.at)
    for sheet in course.sheets:
        first, *tighter = sheet_pages(kit, course, sheet, paper)
        job = _job("site", course, sheet.id, paper, first, sheet.at)
        yield job._replace(pages=sheet.pages, tighter=tuple(tighter))
    if has_polls(course):
        yield _job("presenter", course, f"{course.id}-cards", paper, cards(kit, course, paper), course.at)


def _job(tree: Tree, course: Course, name: str, paper: str, html: str, at: Place) -> Job:
    return Job(tree, PurePosixPath(course.id, "print", f"{name}-{paper}.pdf"), html, at)
