"""What the presenter takes along: a slide to a page with what to say below it, and the whole hour on one sheet."""

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from builder.model.block import QuizSlot, inside
from builder.model.course import Course, Lesson
from builder.render.agenda import hours_minutes
from builder.render.kit import Kit
from builder.render.paper.grid import page_rule
from builder.render.paper.leaf import Leaf
from builder.render.paper.minis import Mini

FITS = ((10.0, 0.3), (9.2, 0.2), (8.6, 0.1), (8.0, 0.03))
"""From roomy to tight: the agenda's type in points and the space in its rows. If all fail, it keeps its sections."""


class Row(NamedTuple):
    """A line of the agenda: a section, or a slide in it."""

    start: str
    lasts: str
    number: str
    title: Markup
    marks: tuple[str, ...]
    section: bool = False


def notes_pages(kit: Kit, course: Course, lesson: Lesson, minis: tuple[Mini, ...], paper: str) -> str:
    """Slide above, what to say below, the clock and what may be cut in the margin."""
    leaf = Leaf(kit, course, paper, "notes")
    body = kit.templates.get("handout/notes.html").render(words=kit.words, lesson=lesson, minis=minis, clock=clock)
    title = kit.words("handout.notes-title", title=lesson.title)
    return leaf.html(title, body, left=lesson.title, rules=page_rule(paper, False))


def agenda_sheet(
    kit: Kit, course: Course, lesson: Lesson, minis: tuple[Mini, ...], left_out: int, paper: str
) -> tuple[str, ...]:
    """The hour on one sheet, then the same ever tighter, and last with its sections alone."""
    leaf = Leaf(kit, course, paper, "agenda")
    rows = tuple(_rows(kit, lesson, minis))
    seconds = sum(mini.seconds for mini in minis)
    title = kit.words("handout.agenda.title", title=lesson.title)
    template = kit.templates.get("handout/agenda.html")

    def sheet(table: tuple[Row, ...], size: float, space: float) -> str:
        body = template.render(
            words=kit.words, title=title, rows=minis, table=table, minutes=round(seconds / 60), left_out=left_out,
            end=hours_minutes(seconds),
        )  # fmt: skip
        return leaf.html(
            title, body, left=course.title, more=f"--type:{size:g}pt;--space:{space:g}em;",
            rules=page_rule(paper, False),
        )  # fmt: skip

    sections = tuple(row for row in rows if row.section) or rows
    return (*(sheet(rows, *fit) for fit in FITS), sheet(sections, *FITS[0]))


def _rows(kit: Kit, lesson: Lesson, minis: tuple[Mini, ...]) -> Iterator[Row]:
    """Each section, and each of its slides that takes time."""
    for at, mini in enumerate(minis):
        if mini.section:
            rest = (later.seconds for later in minis[at:] if later.opens == mini.opens)
            yield Row(clock(mini.start), clock(sum(rest)), "", mini.section, (), section=True)
        if not mini.seconds:
            continue
        title = mini.slide.title.text or (lesson.title if mini.slide.id == "deck-title" else "–")
        yield Row(clock(mini.start), clock(mini.seconds), mini.number, Markup.escape(title), tuple(_marks(kit, mini)))


def _marks(kit: Kit, mini: Mini) -> Iterator[str]:
    """What the presenter has to think of: what may go, and where the room does something."""
    yield from mini.marks
    slots = [block for block in inside(mini.slide.blocks) if isinstance(block, QuizSlot)]
    if any(slot.poll for slot in slots):
        yield kit.words("handout.agenda.poll")
    if any(not slot.poll for slot in slots):
        yield kit.words("handout.agenda.question")


def clock(seconds: int) -> str:
    """4:30 from the beginning, 1:04:30 after the hour."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"
