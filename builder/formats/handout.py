"""Handouts as tagged PDF: slides to write on, notes, reading, question papers and keys, sheets, cards."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from builder.model.course import Course, Lesson
from builder.model.diagnostic import Diagnostic
from builder.model.output import Output, Tree
from builder.model.place import Place
from builder.render.kit import Kit
from builder.render.paper.answer_sheet import answer_sheet, has_answer_sheet
from builder.render.paper.bound import bound
from builder.render.paper.cards import cards, has_polls
from builder.render.paper.chosen import length_of
from builder.render.paper.exam import answer_key, handed_out, has_key, has_paper, question_paper
from builder.render.paper.minis import Minis
from builder.render.paper.notes import agenda_sheet, notes_pages
from builder.render.paper.phone import phone_page
from builder.render.paper.reading import reading
from builder.render.paper.sheet import large_print, sheet_pages
from builder.render.paper.slides import slide_pages, trial
from builder.render.press import Job, press
from builder.render.rules import TOO_LONG_TALK


def outputs(course: Course, kit: Kit) -> Iterator[Output | Diagnostic]:
    """Everything of a course that is printed, on each paper size; or the one PDF that is asked for. A pack is bound of
    everything, so it needs all."""
    jobs: list[Job] = []
    for lesson in course.lessons:
        minis = Minis(kit, course, lesson)
        if "phone" in kit.prints.layouts:
            page = phone_page(kit, course, lesson, minis.presenter())
            path = PurePosixPath(course.id, "print", f"{lesson.id}-notes.html")
            yield Output("presenter", path, page.encode("utf-8"))
        jobs += _slides(course, kit, lesson, minis)
        jobs += [
            _job("site", course, f"{lesson.id}-reading", paper, reading(kit, course, lesson, paper), lesson.at)
            for paper in kit.papers
        ]
        yield from _too_long(kit, lesson, minis)
    jobs += [job for paper in kit.papers for job in _rest(course, kit, paper)]
    bound_too = {"pack", "booklet"} & {*kit.prints.layouts}
    alone = [job for job in jobs if f"{job.tree}/{job.path}" == kit.asked]
    if kit.asked and (alone or not bound_too):
        yield from press(kit, course, alone)
        return
    made = list(press(kit, course, jobs))
    yield from made
    if bound_too:
        yield from bound(kit, course, [one for one in made if isinstance(one, Output)])


def _slides(course: Course, kit: Kit, lesson: Lesson, minis: Minis) -> Iterator[Job]:
    """The lesson's slides in the layouts that were chosen, on each paper, and what the presenter takes along."""
    layouts = kit.prints.layouts
    proof = trial(kit, course, minis.doubtful()) if kit.prints.ups or "notes" in layouts else ""
    places = {place.one.slide.id: place.one.slide.at for place in minis.all}
    seen = minis.audience() if kit.prints.ups else ()
    told = minis.presenter() if {"notes", "agenda"} & {*layouts} else ()
    for paper in kit.papers:
        for up in kit.prints.ups:
            html = slide_pages(kit, course, lesson, seen, paper, up)
            job = _job("site", course, f"{lesson.id}-slides-{up}up", paper, html, lesson.at)
            yield job._replace(trial=proof, slides=places)
        if "notes" in layouts:
            html = notes_pages(kit, course, lesson, told, paper)
            job = _job("presenter", course, f"{lesson.id}-notes", paper, html, lesson.at)
            yield job._replace(trial=proof, slides=places)
        if "agenda" in layouts:
            left_out = len(minis.all) - len(told)
            first, *tighter = agenda_sheet(kit, course, lesson, told, left_out, paper)
            job = _job("presenter", course, f"{lesson.id}-agenda", paper, first, lesson.at)
            yield job._replace(pages=1, tighter=tuple(tighter))


def _too_long(kit: Kit, lesson: Lesson, minis: Minis) -> Iterator[Diagnostic]:
    """A talk that takes longer than was asked for, though all that may be cut is left out."""
    left = length_of(minis.chosen())
    if kit.prints.cut and left > kit.prints.cut * 60:
        length, wanted = -(-left // 60), kit.prints.cut
        said = f"without all that may be cut, it still takes {length} minutes, and {wanted} were asked for"
        yield Diagnostic(TOO_LONG_TALK, lesson.at, said, TOO_LONG_TALK.instead)


def _rest(course: Course, kit: Kit, paper: str) -> Iterator[Job]:
    for quiz in handed_out(course):
        if has_paper(quiz):
            yield _job("site", course, f"{quiz.id}-paper", paper, question_paper(kit, course, quiz, paper), quiz.at)
        if has_key(quiz):
            yield _job("presenter", course, f"{quiz.id}-key", paper, answer_key(kit, course, quiz, paper), quiz.at)
        if has_answer_sheet(quiz):
            empty, filled = (answer_sheet(kit, course, quiz, paper, filled=filled) for filled in (False, True))
            yield _job("site", course, f"{quiz.id}-answers", paper, empty, quiz.at)
            yield _job("presenter", course, f"{quiz.id}-answers-key", paper, filled, quiz.at)
    for sheet in (one for own in course.sheets for one in (own, large_print(kit, own)) if one):
        first, *tighter = sheet_pages(kit, course, sheet, paper)
        job = _job("site", course, sheet.id, paper, first, sheet.at)
        yield job._replace(pages=sheet.pages, tighter=tuple(tighter))
    if has_polls(course):
        yield _job("presenter", course, f"{course.id}-cards", paper, cards(kit, course, paper), course.at)


def _job(tree: Tree, course: Course, name: str, paper: str, html: str, at: Place) -> Job:
    return Job(tree, PurePosixPath(course.id, "print", f"{name}-{paper}.pdf"), html, at)
