"""The one walk through blocks: what stands inside what, in reading order."""

from typing import get_args

from builder.model import block as nouns
from builder.model.attributes import Attributes
from builder.model.block import (
    Block,
    Callout,
    Case,
    Column,
    Columns,
    Example,
    Figure,
    Group,
    Listing,
    Step,
    Text,
    Where,
    inside,
    within,
)
from builder.model.prose import Prose

SLIDES: frozenset[Where] = frozenset(("slides",))


def text(words: str, when: frozenset[Where] = nouns.EVERYWHERE) -> Text:
    return Text(Prose(words, words), when)


def told(blocks: tuple[Block, ...], facilitator: bool = False, where: Where | None = None) -> str:
    """The words of the texts that the walk meets, in its order."""
    found = inside(blocks, facilitator=facilitator, where=where)
    return " ".join(block.prose.text for block in found if isinstance(block, Text))


def test_every_block_is_met_before_what_is_in_it() -> None:
    """Boxes in boxes, columns from the first to the last, an example's parts as they are drawn."""
    case = Case("Maya", (text("d"),), (text("hidden"),))
    columns = Columns((Column("", (text("b"), Step((text("c"),)))), Column("40%", (case,))))
    example = Example(Listing("raw"), (text("f"),), notes=(text("h"),), prose=(text("g"),))
    blocks = (text("a"), Group((columns, Callout("tip", "", (text("e"),)))), example, Figure("x.svg", "A wave"))
    assert told(blocks) == "a b c d e f g h"
    met = list(inside(blocks))
    assert met.index(columns) < met.index(case)
    assert isinstance(met[-1], Figure)


def test_the_facilitators_part_comes_only_if_it_is_asked_for() -> None:
    """After the story, where it stands on paper too, and from within other blocks."""
    case = Group((Case("Maya", (text("story"),), (Group((text("asked"),)),)),))
    assert told((case,)) == "story"
    assert told((case,), facilitator=True) == "story asked"


def test_what_another_output_shows_is_left_out_with_all_that_is_in_it() -> None:
    """A box that is not for paper takes its blocks along, whatever these say."""
    blocks = (Group((text("a"), text("b", SLIDES)), when=SLIDES), text("c"), Group((text("d", SLIDES), text("e"))))
    assert told(blocks, where="slides") == "a b c d e"
    assert told(blocks, where="handout") == "c e"


def test_no_block_that_holds_blocks_is_forgotten() -> None:
    """A new kind of block with blocks of its own has to be known to the walk."""
    holding = {kind for kind in get_args(Block) if {"blocks", "columns"} & {*kind._fields}}
    assert holding == {Step, Callout, Columns, Case, Group, Example}
    part = text("in it")
    for kind in holding - {Columns}:
        given = {name: "" for name in kind._fields if name not in kind._field_defaults}
        assert within(kind(**given | {"blocks": (part,)})) == (part,)
    assert within(Columns((Column("", (part,), Attributes()),))) == (part,)
