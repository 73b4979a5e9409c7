"""What is printed of a course, by kind and reader: the pages that lead to everything list it as it is said here."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from builder.model.course import Course, Sheet
from builder.model.output import Tree
from builder.model.quiz import Quiz
from builder.render.kit import Kit
from builder.render.paper.answer_sheet import has_answer_sheet
from builder.render.paper.cards import has_polls
from builder.render.paper.exam import handed_out, has_key, has_paper
from builder.render.paper.sheet import large_print


class Printed(NamedTuple):
    """A document: the name of its files without the paper's, and what it is called. `page` is a page of HTML, which is
    no paper's."""

    name: str
    title: str
    page: bool = False


def shelf(course: Course, kit: Kit, tree: Tree) -> Iterator[tuple[str, tuple[Printed, ...]]]:
    """The kinds that there are in one tree, each with its documents; a kind is the name of its heading."""
    kinds = _presenter(course, kit) if tree == "presenter" else _audience(course, kit)
    for kind, documents in kinds:
        if found := tuple(documents):
            yield kind, found


def _presenter(course: Course, kit: Kit) -> Iterator[tuple[str, Iterable[Printed]]]:
    lessons, layouts = course.lessons, kit.prints.layouts
    yield "pack", _pack(course, kit)
    notes = [Printed(f"{one.id}-notes", one.title) for one in lessons if "notes" in layouts]
    phone = [Printed(f"{one.id}-notes", one.title, page=True) for one in lessons if "phone" in layouts]
    yield "notes-pages", notes + phone
    yield "agendas", [Printed(f"{one.id}-agenda", one.title) for one in lessons if "agenda" in layouts]
    yield "keys", (key for quiz in handed_out(course) for key in _keys(quiz, kit))
    yield "for-the-room", [Printed(f"{course.id}-cards", kit.words("home.cards"))] if has_polls(course) else []


def _audience(course: Course, kit: Kit) -> Iterator[tuple[str, Iterable[Printed]]]:
    lessons, layouts, words = course.lessons, kit.prints.layouts, kit.words
    folded = [Printed(f"{course.id}-booklet", words("home.booklet"))] if "booklet" in layouts else []
    yield "pack", _pack(course, kit) + folded
    yield "sheets", (paper for sheet in course.sheets for paper in _sheets(sheet, kit))
    yield "reading", [Printed(f"{one.id}-reading", one.title) for one in lessons]
    yield "writing", (
        Printed(f"{one.id}-slides-{up}up", words("home.up", n=up, title=one.title))
        for one in lessons for up in kit.prints.ups
    )  # fmt: skip
    yield "tests", (paper for quiz in handed_out(course) for paper in _papers(quiz, kit))


def _pack(course: Course, kit: Kit) -> list[Printed]:
    return [Printed(f"{course.id}-pack", course.title)] if "pack" in kit.prints.layouts else []


def _sheets(sheet: Sheet, kit: Kit) -> Iterator[Printed]:
    yield Printed(sheet.id, sheet.title)
    if large := large_print(kit, sheet):
        yield Printed(large.id, kit.words("handout.large-title", title=sheet.title))


def _papers(quiz: Quiz, kit: Kit) -> Iterator[Printed]:
    if has_paper(quiz):
        yield Printed(f"{quiz.id}-paper", quiz.title)
    if has_answer_sheet(quiz):
        yield Printed(f"{quiz.id}-answers", kit.words("handout.grid-title", title=quiz.title))


def _keys(quiz: Quiz, kit: Kit) -> Iterator[Printed]:
    if has_key(quiz):
        yield Printed(f"{quiz.id}-key", quiz.title)
    if has_answer_sheet(quiz):
        yield Printed(f"{quiz.id}-answers-key", kit.words("handout.grid-key-title", title=quiz.title))
