"""What stands on a slide or a page: a closed family of blocks, drawn by one template each."""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from builder.model.attributes import Attributes, CalloutKind, Evidence
from builder.model.place import Place
from builder.model.prose import NOTHING, Prose
from builder.model.quiz import Question, Quiz

Where = Literal["slides", "module", "handout"]
EVERYWHERE: frozenset[Where] = frozenset(("slides", "module", "handout"))
ListingKind = Literal["markdown", "yaml"]
GeneratedKind = Literal[
    "disclosures",
    "completion",
    "objectives",
    "agenda",
    "help",
    "references",
    "evidence-legend",
    "title",
    "local-help",
]


class Text(NamedTuple):
    """Running Markdown, converted."""

    prose: Prose
    when: frozenset[Where] = EVERYWHERE


class Step(NamedTuple):
    """Everything after a `. . .` up to the next: appears in the deck on one press, at once elsewhere."""

    blocks: "tuple[Block, ...]"
    when: frozenset[Where] = EVERYWHERE


class Callout(NamedTuple):
    """A box that stands out: a note, a tip, a warning, what is urgent. Without `title` it has its kind's name."""

    kind: CalloutKind
    title: str
    blocks: "tuple[Block, ...]"
    attributes: Attributes = Attributes()
    when: frozenset[Where] = EVERYWHERE
    at: Place = Place("")


class Column(NamedTuple):
    """`width` is a CSS length or percentage, empty for an equal share."""

    width: str
    blocks: "tuple[Block, ...]"
    attributes: Attributes = Attributes()


class Columns(NamedTuple):
    """Columns side by side, one below the other where there is no room for that."""

    columns: tuple[Column, ...]
    attributes: Attributes = Attributes()
    when: frozenset[Where] = EVERYWHERE
    at: Place = Place("")


class Case(NamedTuple):
    """A case vignette. `facilitator` is its `::: notes` part: presenter's output only."""

    title: str
    blocks: "tuple[Block, ...]"
    facilitator: "tuple[Block, ...]" = ()
    attributes: Attributes = Attributes()
    when: frozenset[Where] = EVERYWHERE
    at: Place = Place("")


class Group(NamedTuple):
    """Any other `::: {.class}`: a styled box; `incremental` lists inside appear step by step in the deck."""

    blocks: "tuple[Block, ...]"
    attributes: Attributes = Attributes()
    evidence: Evidence = ""
    when: frozenset[Where] = EVERYWHERE
    at: Place = Place("")


class Figure(NamedTuple):
    """A picture with its alternative text. `asset` is the id of the Asset; `width` a CSS length or percentage."""

    asset: str
    alt: str
    caption: Prose = NOTHING
    width: str = ""
    credit: str = ""
    licence: str = ""
    decorative: bool = False
    attributes: Attributes = Attributes()
    when: frozenset[Where] = EVERYWHERE
    at: Place = Place("")


class Video(NamedTuple):
    """A local film with captions; paper shows `poster` (if any), the title and the address as QR code and text."""

    asset: str
    captions: str
    title: str
    poster: str = ""
    url: str = ""
    transcript: str = ""
    when: frozenset[Where] = EVERYWHERE
    at: Place = Place("")


class QuizSlot(NamedTuple):
    """Questions played where they stand: one question, a drawn set, or (`poll`) a show of hands."""

    quiz: Quiz
    questions: tuple[Question, ...]
    poll: bool = False
    draw: str = ""
    when: frozenset[Where] = EVERYWHERE
    at: Place = Place("")


class Generated(NamedTuple):
    """Something made from course.yaml: the agenda, disclosures, urgent help, the reference list, …"""

    kind: GeneratedKind
    when: frozenset[Where] = EVERYWHERE
    at: Place = Place("")


class Listing(NamedTuple):
    """Lines of one of the course's own files, shown as they are written. `name` says which lines they are; `keyed`,
    that they hold the key to a question."""

    text: str
    name: str = ""
    kind: ListingKind = "markdown"
    keyed: bool = False
    when: frozenset[Where] = EVERYWHERE
    at: Place = Place("")


class Example(NamedTuple):
    """A `::: example`: its lines as they are written, and what comes of them, both of one text.

    `notes` and `prose` are those written inside it. They are samples, shown beside the rest, and no presenter's words.
    """

    source: Listing
    blocks: "tuple[Block, ...]"
    notes: "tuple[Block, ...]" = ()
    prose: "tuple[Block, ...]" = ()
    attributes: Attributes = Attributes()
    when: frozenset[Where] = EVERYWHERE
    at: Place = Place("")


Block = Text | Step | Callout | Columns | Case | Group | Figure | Video | QuizSlot | Generated | Listing | Example


def inside(blocks: Iterable[Block], *, facilitator: bool = False, where: Where | None = None) -> Iterator[Block]:
    """Blocks, each followed by those within it, in reading order. With `facilitator`, what is meant for whoever leads
    the room, too; with `where`, only what that output shows."""
    for block in blocks:
        if where is not None and where not in block.when:
            continue
        yield block
        if inner := within(block, facilitator):
            yield from inside(inner, facilitator=facilitator, where=where)


def within(block: Block, facilitator: bool = False) -> tuple[Block, ...]:
    """The blocks that stand in a block itself, without those in them."""
    match block:
        case Step() | Callout() | Group():
            return block.blocks
        case Case():
            return (*block.blocks, *block.facilitator) if facilitator else block.blocks
        case Example():
            return (*block.blocks, *block.prose, *block.notes)
        case Columns():
            return tuple(inner for column in block.columns for inner in column.blocks)
        case Text() | Figure() | Video() | QuizSlot() | Generated() | Listing():
            return ()
