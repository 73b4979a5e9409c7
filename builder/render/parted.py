"""A slide with the list of sources, once for each part of the list that fits on a slide: on screen and on paper."""

from collections.abc import Callable, Iterable, Iterator

from builder.model.block import Generated
from builder.render.references import ListedReference
from builder.render.slides import Shown
from builder.render.words import Words

LINES, LINE = 40, 58
"""How many lines of reference entries fit one slide in two columns, and how many characters a line."""
Part = tuple[ListedReference, ...] | None
"""The entries of one part; None for a slide that lists no sources."""


def parted(one: Shown, entries: Callable[[], Iterable[ListedReference]], words: Words) -> Iterator[tuple[Shown, Part]]:
    """The slide itself; a slide with the reference list once for each part of the list."""
    if not lists_sources(one):
        yield one, None
        return
    parts = tuple(portions(entries())) or ((),)
    for number, part in enumerate(parts, start=1):
        slide = one.slide
        if number > 1:
            slide = slide._replace(id=f"{slide.id}-{number}", blocks=(Generated("references"),), notes=())
        if len(parts) > 1:
            said = words("deck.part", title=slide.title.html, number=number, total=len(parts))
            slide = slide._replace(title=slide.title._replace(html=said))
        yield one._replace(slide=slide, seconds=one.seconds if number == 1 else 0), part


def lists_sources(one: Shown) -> bool:
    """Whether the list of sources stands on a slide."""
    return any(isinstance(block, Generated) and block.kind == "references" for block in one.slide.blocks)


def portions(entries: Iterable[ListedReference]) -> Iterator[tuple[ListedReference, ...]]:
    """The list cut where a slide is full."""
    portion: list[ListedReference] = []
    spent = 0.0
    for entry in entries:
        cost = -(-len(entry.html.striptags()) // LINE) + 0.5
        if portion and spent + cost > LINES:
            yield tuple(portion)
            portion, spent = [], 0.0
        portion.append(entry)
        spent += cost
    if portion:
        yield tuple(portion)
