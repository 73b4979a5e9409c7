"""The reading handout: a lesson as running text, with its figures, cases, grades and sources."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from markupsafe import Markup

from builder.model.block import Block, Columns, Generated, Group, Step, Text
from builder.model.course import Course, Lesson, Slide, Term
from builder.render.kit import Kit
from builder.render.paper.cites import cited
from builder.render.paper.draw import PaperDrawer
from builder.render.paper.leaf import Leaf
from builder.render.references import numbered

ELSEWHERE = frozenset(("title", "references", "evidence-legend", "objectives", "agenda"))
"""Generated blocks that the handout shows once, at its beginning or its end."""
THREE_LINES = 16
SIDE_LINE = 27
BLOCK_END = re.compile(r"</(?:p|li|dt|dd|h\d|blockquote)>")


class Passage(NamedTuple):
    """A slide as text: its figures and boxes are shown first, then comes the prose, and what stood on the slide in
    short goes into the margin, beside the prose that spells it out."""

    id: str
    level: int
    title: Markup
    grade: Markup
    shown: Markup
    side: Markup
    prose: Markup

    @property
    def room(self) -> int:
        """Millimetres that must be free below the title for it to stand on a page: three lines, or all of the
        margin's text, which cannot be broken and would leave the title alone."""
        if self.shown or not self.side:
            return THREE_LINES
        pieces = BLOCK_END.split(str(self.side))
        lines = sum(-(-len(Markup(piece).striptags()) // SIDE_LINE) for piece in pieces)
        return max(THREE_LINES, min(lines * 4 + 8, 110))


class Chapter(NamedTuple):
    """A section as text."""

    id: str
    title: Markup
    passages: tuple[Passage, ...]


def reading(kit: Kit, course: Course, lesson: Lesson, paper: str) -> str:
    """The whole handout of one lesson."""
    leaf = Leaf(kit, course, paper, "reading")
    numbers = numbered(key for key in cited(lesson, "handout") if key in course.references)
    drawer = PaperDrawer(kit, course, "handout", numbers, leaf.paint, lesson=lesson)
    chapters = tuple(_chapters(drawer, lesson))
    body = kit.templates.get("handout/reading.html").render(
        **drawer.values(), chapters=chapters, objectives=_aims(course, lesson), terms=_terms(course, chapters)
    )
    return leaf.html(kit.words("handout.reading-title", title=lesson.title), body, left=lesson.title)


def _terms(course: Course, chapters: Iterable[Chapter]) -> tuple[Term, ...]:
    """The words of the glossary that stand in this handout."""
    said = " ".join(
        Markup(html).striptags().casefold()
        for chapter in chapters
        for passage in chapter.passages
        for html in (passage.title, passage.shown, passage.side, passage.prose)
    )
    return tuple(
        term
        for term in course.glossary
        if any(re.search(rf"(?<!\w){re.escape(name.casefold())}(?!\w)", said) for name in (term.term, *term.also))
    )


def _aims(course: Course, lesson: Lesson) -> tuple[str, ...]:
    wanted = [aim for aim in course.objectives if not lesson.objectives or aim.id in lesson.objectives]
    return tuple(aim.text for aim in wanted)


def _chapters(drawer: PaperDrawer, lesson: Lesson) -> Iterator[Chapter]:
    for section in lesson.sections:
        if "handout" not in section.when:
            continue
        level = 3 if section.title.html else 2
        passages = tuple(p for slide in section.slides for p in _passage(drawer, slide, level))
        if passages:
            yield Chapter(section.id, drawer.prose(section.title), passages)


def _passage(drawer: PaperDrawer, slide: Slide, level: int) -> Iterator[Passage]:
    if slide.hidden or "handout" not in slide.when:
        return
    drawer.on(slide, level)
    blocks = [block for block in slide.blocks if drawer.wanted(block) and not _elsewhere(block)]
    prose = drawer.blocks(slide.prose)
    aside = [block for block in blocks if prose and in_short(block)]
    main = [block for block in blocks if block not in aside]
    if not prose and not main:
        return
    yield Passage(
        slide.id, level, drawer.prose(slide.title), drawer.evidence(slide.evidence),
        drawer.blocks(main), drawer.blocks(aside), prose,
    )  # fmt: skip


def _elsewhere(block: Block) -> bool:
    """Whether the block is, or holds nothing but, what stands elsewhere in the handout."""
    match block:
        case Generated():
            return block.kind in ELSEWHERE
        case Columns(columns=columns):
            inner = [b for column in columns for b in column.blocks]
            gone = [b for b in inner if _elsewhere(b)]
            return bool(gone) and all(_elsewhere(b) or _is_heading(b) for b in inner)
        case _:
            return False


def _is_heading(block: Block) -> bool:
    return isinstance(block, Text) and block.prose.html.lstrip().startswith("<h") and block.prose.html.count("</") == 1


def in_short(block: Block) -> bool:
    """Whether a block is plain words, as slides have them; tables need the width of the text."""
    match block:
        case Text():
            return "<table" not in block.prose.html
        case Step(blocks=inner) | Group(blocks=inner):
            return all(in_short(b) for b in inner)
        case Columns(columns=columns):
            return all(in_short(b) for column in columns for b in column.blocks)
        case _:
            return False
