"""The ids inside a lesson: what links may lead to, and which of them are given twice."""

from collections.abc import Iterator

from builder.model.block import Block, inside
from builder.model.course import Lesson, Slide
from builder.model.diagnostic import Diagnostic
from builder.model.place import Place
from builder.parse.lesson import proses
from builder.parse.rules.meaning import DOUBLED_ID


def anchors_of(lesson: Lesson) -> set[str]:
    """All ids of a lesson that can be linked to."""
    sections = {section.id for section in lesson.sections}
    return sections | {slide.id for slide in lesson.slides} | {name for name, _ in inner_ids(lesson)}


def doubled(lesson: Lesson) -> Iterator[Diagnostic]:
    """Ids inside slides that stand in the lesson already; those of slides and sections were compared when made."""
    first = {section.id: section.at for section in lesson.sections if section.id}
    first |= {slide.id: slide.at for slide in lesson.slides}
    for name, at in inner_ids(lesson):
        if name in first:
            said = f"“{name}” is given twice; first at line {first[name].line}"
            yield Diagnostic(DOUBLED_ID, at, said, DOUBLED_ID.instead, ((first[name], "first"),))
        first.setdefault(name, at)


def inner_ids(lesson: Lesson) -> Iterator[tuple[str, Place]]:
    """The ids written inside slides, on blocks, spans and smaller headings, with their places."""
    for section in lesson.sections:
        for slide in section.slides:
            yield from slide_ids(slide)


def slide_ids(slide: Slide) -> Iterator[tuple[str, Place]]:
    """The ids written on one slide, in its reading text and in its notes; footnotes get theirs when they are drawn."""
    for blocks in (slide.blocks, slide.prose, slide.notes):
        yield from block_ids(blocks)
        for prose in proses(blocks):
            for use in prose.uses:
                if use.kind == "anchor" and not use.target.startswith(("fn:", "fnref")):
                    yield use.target, use.at


def block_ids(blocks: tuple[Block, ...]) -> Iterator[tuple[str, Place]]:
    """The ids written on blocks."""
    for block in inside(blocks, facilitator=True):
        attributes = getattr(block, "attributes", None)
        if attributes is not None and attributes.id:
            yield attributes.id, getattr(block, "at", Place(""))
