"""The texts of a lesson that will have to be converted: found before anything is made of it, so that the other core can
begin."""

from collections.abc import Iterator
from typing import NamedTuple

from builder.parse.markdown import Wish
from builder.parse.outline import Box, Node, Outline, Picture, Run
from builder.parse.typist import Definitions, with_definitions
from builder.read.source import Source
from builder.read.written import Written


class LessonFile(NamedTuple):
    """A lesson or sheet as read: its settings, its outline, and where it stands."""

    id: str
    source: Source
    settings: Written
    outline: Outline


def wishes(outline: Outline) -> Iterator[Wish]:
    """All texts of an outline that will have to be converted."""
    for section in outline.sections:
        if section.title:
            yield Wish(section.title)
        for slide in section.slides:
            if slide.title:
                yield Wish(slide.title)
            yield from node_wishes(slide.nodes, outline.definitions, steps=False)


def node_wishes(nodes: tuple[Node, ...], definitions: Definitions, steps: bool) -> Iterator[Wish]:
    """The texts of some nodes, as `Blocks` will ask for them."""
    for node in nodes:
        if isinstance(node, Run):
            yield Wish(with_definitions(node.text, definitions), steps)
        elif isinstance(node, Picture) and node.caption:
            yield Wish(node.caption)
        elif isinstance(node, Box):
            inner = node.kind not in ("notes", "prose") and (
                steps or node.kind == "incremental" or node.attributes.has("incremental")
            )
            yield from node_wishes(node.nodes, definitions, inner)
