"""How a slide is laid out, how full it is and how long it lasts: decided from its content, once, at build."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from builder.model.block import (
    Block,
    Callout,
    Case,
    Columns,
    Example,
    Figure,
    Generated,
    Group,
    Listing,
    QuizSlot,
    Step,
    Text,
    Video,
    Where,
)
from builder.model.course import Lesson, Section, Slide

LAID_OUT: tuple[tuple[type[Block], str], ...] = (
    (Example, "example"), (Listing, "listing"), (Case, "case"), (QuizSlot, "quiz"), (Columns, "columns"),
)  # fmt: skip
"""The blocks that lay out the slide on which they stand."""
LAYOUTS = ("title-slide", "section-break", "statement", "quote", "title-only", "figure")
TAG = re.compile(r"<[^>]+>")
BLOCK_END = re.compile(r"</(?:p|li|tr|dd|h[1-6]|pre)>")
LINE = 74
"""Characters in a line of the deck's text at its usual size."""
CODE_LINE, CODE_HEIGHT = 84, 0.74
"""The same for lines shown as they are written, and how high one is beside a line of text."""
RESULT, PART = 0.46, 1.2
"""The share of an example's width that its result has, and the lines that the name of a part takes."""
FILLED = ((4.4, "airy"), (8.6, "roomy"), (11.0, ""), (13.5, "dense"), (17.0, "denser"))
GENERATED_LINES = {
    "help": 7.5,
    "objectives": 4.0,
    "disclosures": 6.5,
    "agenda": 8.0,
    "completion": 4.5,
    "evidence-legend": 10.0,
    "references": 10.0,
}


class Shown(NamedTuple):
    """A slide as it is shown, with the section it stands in and how long it lasts."""

    section: Section
    slide: Slide
    seconds: int


def shown(lesson: Lesson, where: Where = "slides", hidden: bool = True) -> Iterator[Shown]:
    """The slides that belong on this kind of page, in order. Slides without a time of their own share what their
    section has left, the earlier ones taking a second more where it does not divide."""
    for section in lesson.sections:
        if where not in section.when:
            continue
        here = [s for s in section.slides if where in s.when and (hidden or not s.hidden)]
        untimed = sum(1 for slide in here if slide.seconds is None)
        left = max(section.seconds - sum(slide.seconds or 0 for slide in here), 0)
        for slide in here:
            seconds = slide.seconds
            if seconds is None:
                seconds = -(-left // untimed)
                left, untimed = left - seconds, untimed - 1
            yield Shown(section, slide, seconds)


def layout_of(slide: Slide, blocks: tuple[Block, ...]) -> str:
    """The name of a slide's layout: what its author asked for, else what stands on it."""
    for name in LAYOUTS:
        if name in slide.attributes.classes:
            return name
    flat = tuple(unwrapped(blocks))
    if not flat:
        return "title-only"
    for kind, name in LAID_OUT:
        if any(isinstance(block, kind) for block in flat):
            polls = [block for block in flat if isinstance(block, QuizSlot)]
            return "poll" if name == "quiz" and all(block.poll for block in polls) else name
    if sum(isinstance(block, Figure) for block in flat) == 1 and lines(blocks) < 3:
        return "figure"
    if any(isinstance(block, Text) and "<table" in block.prose.html for block in flat):
        return "table"
    return next((block.kind for block in flat if isinstance(block, Generated)), "text")


def place_of(slide: str) -> str:
    """The id under which a slide stands in a deck. Reveal.js takes a plain number in an address for how many slides to
    go, so that a slide titled “2024” could be neither linked to nor loaded again; no other id holds a point."""
    return f"s.{slide}" if slide.isascii() and slide.isdigit() else slide


def unwrapped(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks that stand on the slide, with steps and plain groups opened."""
    for block in blocks:
        if "slides" not in block.when:
            continue
        if isinstance(block, Step | Group):
            yield from unwrapped(block.blocks)
        else:
            yield block


def fullness(blocks: tuple[Block, ...]) -> str:
    """A class for the type size that lets the blocks fit: `airy`, `roomy`, none, `dense`, `denser` or `densest`."""
    needed = lines(blocks)
    return next((name for limit, name in FILLED if needed <= limit), "densest")


def lines(blocks: Iterable[Block], width: float = 1.0) -> float:
    """About how many lines of text the blocks take, in a share of the slide's width."""
    return sum(_height(block, width) for block in blocks if "slides" in block.when)


def _height(block: Block, width: float) -> float:
    match block:
        case Text():
            return _text_height(block.prose.html, width)
        case Step() | Group():
            return lines(block.blocks, width)
        case Callout() | Case():
            return lines(block.blocks, width * 0.94) + 1.6
        case Columns():
            share = width / max(len(block.columns), 1)
            return max((lines(column.blocks, share) for column in block.columns), default=0.0)
        case QuizSlot():
            return sum(2.0 + _text_height(q.stem.html, width) + 1.5 * _answers(q.form) for q in block.questions)
        case Listing():
            return _listing_height(block.text, width)
        case Example():
            parts = (block.blocks, block.notes, block.prose)
            result = sum(lines(part, width * RESULT) + PART * bool(part) for part in parts)
            return max(_listing_height(block.source.text, width * (1 - RESULT)), result) + PART
        case Generated():
            return float(GENERATED_LINES.get(block.kind, 6.0) / width**0.5)
        case Figure() | Video():
            return 1.0


def _text_height(html: str, width: float) -> float:
    gap = 0.75 if "<table" in html else 0.4
    pieces = (TAG.sub("", piece).strip() for piece in BLOCK_END.split(html))
    return sum(max(1, -(-len(piece) // int(LINE * width))) + gap for piece in pieces if piece)


def _listing_height(text: str, width: float) -> float:
    room = max(int(CODE_LINE * width), 1)
    return sum(max(1, -(-len(line) // room)) for line in text.split("\n")) * CODE_HEIGHT + 0.8


def _answers(form: object) -> int:
    return max((len(part) for part in form if isinstance(part, tuple)), default=1) if isinstance(form, tuple) else 1
