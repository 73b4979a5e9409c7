"""Slides on paper: three to a page beside ruled lines, or one to a page above the presenter's notes."""

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from builder.model.block import Block, Case, Generated, QuizSlot
from builder.model.course import Course, Lesson, Slide
from builder.model.prose import NOTHING
from builder.model.quiz import Poll
from builder.render.completed import completed, inside
from builder.render.kit import Kit
from builder.render.paper.draw import PaperDrawer
from builder.render.paper.leaf import Leaf
from builder.render.references import numbered
from builder.render.slides import Shown, fullness, layout_of, shown

HEAD = '<p class="said-head">{}</p>'


class Mini(NamedTuple):
    """A slide as it is printed. `start` are the seconds before it; `section` is said at a section's first slide."""

    number: int
    slide: Slide
    html: Markup
    section: Markup
    start: int
    seconds: int
    notes: Markup = Markup("")


def three_up(kit: Kit, course: Course, lesson: Lesson, paper: str) -> str:
    """The handout for taking notes: each slide small, its number, and lines beside it."""
    leaf = Leaf(kit, course, paper, "slides")
    minis = tuple(drawn(leaf, lesson, presenter=False))
    body = kit.templates.get("handout/slides.html").render(
        words=kit.words, course=course, lesson=lesson, minis=minis, lines=range(7)
    )
    title = kit.words("handout.slides-title", title=lesson.title)
    return leaf.html(title, body, left=lesson.title)


def notes_pages(kit: Kit, course: Course, lesson: Lesson, paper: str) -> str:
    """The presenter's pages: slide above, what to say below, the clock and what may be cut in the margin."""
    leaf = Leaf(kit, course, paper, "notes")
    minis = tuple(drawn(leaf, lesson, presenter=True))
    objectives = {objective.id: number for number, objective in enumerate(course.objectives, start=1)}
    body = kit.templates.get("handout/notes.html").render(
        words=kit.words, course=course, lesson=lesson, minis=minis, objectives=objectives, clock=clock,
        total=sum(mini.seconds for mini in minis),
    )  # fmt: skip
    return leaf.html(kit.words("handout.notes-title", title=lesson.title), body, left=lesson.title)


def drawn(leaf: Leaf, lesson: Lesson, presenter: bool) -> Iterator[Mini]:
    """All slides of the lesson that are shown, and those every deck has."""
    kit, course = leaf.kit, leaf.course
    # Lists of sources and of grades are left to the reading handout: small slides cannot hold them.
    lesson_slides = tuple(one for one in shown(lesson, hidden=presenter) if not _is_list(one.slide))
    slides = tuple(completed(lesson_slides, course, lesson, kit.words, sources=False))
    cites = (key for one in slides for key in one.slide.cites if key in course.references)
    drawer = PaperDrawer(
        kit, course, "slides", numbered(cites), leaf.paint,
        lesson=lesson, presenter=presenter, linked=False,
    )  # fmt: skip
    noter = PaperDrawer(kit, course, "slides", drawer.numbers, leaf.paint, lesson=lesson, presenter=True, linked=False)
    before, start, level = "", 0, 2
    for number, one in enumerate(slides, start=1):
        fresh = one.section.title if one.section.id != before else NOTHING
        before = one.section.id
        level = 3 if fresh.html else level
        notes = _notes(kit, noter.on(one.slide, level), one.slide) if presenter else Markup("")
        html = mini(kit, drawer.on(one.slide, level), one, number, level)
        yield Mini(number, one.slide, html, drawer.prose(fresh), start, one.seconds, notes)
        start += one.seconds


def mini(kit: Kit, drawer: PaperDrawer, one: Shown, number: int, level: int) -> Markup:
    """One small slide; `level` is that of its title as a heading."""
    slide = one.slide
    layout = layout_of(slide, slide.blocks)
    blocks: tuple[Block, ...] = (Generated("title"),) if layout == "title-slide" else slide.blocks
    return Markup(
        kit.templates.get("handout/mini.html").render(
            **drawer.values(),
            slide=slide,
            number=number,
            level=level,
            layout=layout,
            classes=" ".join(c for c in (*slide.attributes.classes, fullness(blocks)) if c and c != layout),
            section_title=one.section.title,
            blocks_html=drawer.blocks(blocks),
            sources=drawer.sources(slide.cites),
        )
    )


def clock(seconds: int) -> str:
    """4:30 from the beginning, 1:04:30 after the hour."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"


def _is_list(slide: Slide) -> bool:
    return any(isinstance(b, Generated) and b.kind in ("references", "evidence-legend") for b in slide.blocks)


def _notes(kit: Kit, drawer: PaperDrawer, slide: Slide) -> Markup:
    """What the presenter says, then the parts for whoever leads the discussion, then what to expect of a poll."""
    said = [drawer.blocks(slide.notes)]
    for block in inside(slide.blocks):
        if isinstance(block, Case) and block.facilitator:
            heading = Markup(HEAD).format(kit.words("handout.facilitator"))
            said.append(heading + drawer.blocks(block.facilitator))
        if isinstance(block, QuizSlot):
            for question in block.questions:
                if isinstance(question.form, Poll) and question.form.expect.html:
                    heading = Markup(HEAD).format(kit.words("handout.expect"))
                    said.append(heading + Markup("<p>{}</p>").format(drawer.prose(question.form.expect)))
    return Markup("\n").join(said)
