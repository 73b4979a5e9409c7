"""A slide in reading form: what is on it, then its text, then its questions."""

import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from builder.model.block import Block, Case, Columns, Generated, Group, QuizSlot, Step, Text
from builder.model.course import Slide
from builder.model.prose import Prose
from builder.model.quiz import Poll

_STRAY = re.compile(r" +(?=[.,;:?!](?:\s|$))")
PartKind = Literal["glance", "plain"]


class Part(NamedTuple):
    """Blocks of a slide that are set alike: `glance` its words in short, `plain` what has a look of its own."""

    kind: PartKind
    blocks: tuple[Block, ...]


class Card(NamedTuple):
    """A slide as a reader meets it. Questions come after the text that answers them; a poll comes before it."""

    slide: Slide
    parts: tuple[Part, ...]
    prose: tuple[Block, ...]
    questions: tuple[Block, ...]


def card(slide: Slide) -> Card:
    """The slide in reading form, without what is meant for slides or paper alone."""
    parts: list[Part] = []
    questions: list[Block] = []
    for block in shown(slide.blocks):
        if isinstance(block, QuizSlot) and not block.poll:
            questions.append(block)
            continue
        kind: PartKind = "glance" if in_short(block) else "plain"
        if parts and parts[-1].kind == kind:
            parts[-1] = Part(kind, (*parts[-1].blocks, block))
        else:
            parts.append(Part(kind, (block,)))
    return Card(slide, tuple(parts), tuple(shown(slide.prose)), tuple(questions))


def readable(slide: Slide) -> bool:
    """Whether a slide makes a card: it is shown here and there is something to read on it."""
    if slide.hidden or "module" not in slide.when:
        return False
    return any(True for _ in (*shown(slide.blocks), *shown(slide.prose)))


def shown(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks that belong in reading form, steps laid open. Title and source list have pages of their own."""
    for block in blocks:
        if "module" not in block.when:
            continue
        if isinstance(block, Step):
            yield from shown(block.blocks)
        elif not (isinstance(block, Generated) and block.kind in ("title", "references")):
            yield block


def in_short(block: Block) -> bool:
    """Whether a block is plain words, as slides have them, that the reading text then spells out."""
    match block:
        case Text():
            return True
        case Group(blocks=inner):
            return all(in_short(b) for b in inner)
        case Columns(columns=columns):
            return all(in_short(b) for column in columns for b in column.blocks)
        case _:
            return False


def proses(value: object, asked: bool = True) -> Iterator[Prose]:
    """Every piece of prose in a value that a learner may see, in reading order; `asked` with questions and what is
    said to their answers. The model is tuples all through."""
    match value:
        case Prose():
            if value.html:
                yield value
        case Slide():
            made = card(value)
            for part in (value.title, *(p.blocks for p in made.parts), made.prose, made.questions):
                yield from proses(part, asked)
        case QuizSlot(questions=questions):
            yield from proses(questions) if asked else ()
        case Case(blocks=blocks):
            yield from proses(blocks, asked)
        case Poll(options=options):
            yield from proses(options)
        case tuple() if "module" in getattr(value, "when", ("module",)):
            for part in value:
                yield from proses(part, asked)


def slots(value: object) -> Iterator[QuizSlot]:
    """Every place in a value where questions stand, in reading order."""
    match value:
        case QuizSlot():
            yield value
        case Slide():
            made = card(value)
            for part in (*(p.blocks for p in made.parts), made.prose, made.questions):
                yield from slots(part)
        case tuple() if "module" in getattr(value, "when", ("module",)):
            for part in value:
                yield from slots(part)


def cited(values: Iterable[object]) -> Iterator[str]:
    """The keys of the sources cited in these values, in reading order, as often as they occur."""
    for value in values:
        for prose in proses(value):
            for use in prose.uses:
                if use.kind == "cite":
                    yield use.target


def words_of(value: object) -> str:
    """All the words of a value, for searching: without questions, whose feedback would give answers away."""
    return _STRAY.sub("", " ".join(" ".join(prose.text.split()) for prose in proses(value, asked=False)))
