"""What a pack has besides its parts: a cover with the contents, and the letters on the edge of the pages."""

from collections.abc import Sequence
from typing import NamedTuple

from builder.model.course import Course
from builder.render.bindery.pack import Part
from builder.render.kit import Kit
from builder.render.paper.grid import PAPER, margins, page_rule
from builder.render.paper.leaf import Leaf, quoted

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
HIGH, WIDE = 10.0, 6.2
"""A letter's tab in millimetres."""


class Entry(NamedTuple):
    """A line of the contents: the part's letter and title, how many pages it has, and where it begins in the file."""

    letter: str
    title: str
    pages: int
    first: int


def cover(kit: Kit, course: Course, entries: Sequence[Entry], paper: str, title: str, bleed: float = 0.0) -> str:
    """The first leaf: what this is, what is in it and where. With `bleed` its ground reaches beyond the trim."""
    leaf = Leaf(kit, course, paper, "pack")
    body = kit.templates.get("handout/pack.html").render(
        course=course, words=kit.words, title=title, entries=entries, standing=leaf.standing
    )
    above, aside = margins(paper, False)
    rules = page_rule(paper, False) + (f"@page{{bleed:{bleed:g}mm}}" if bleed else "")
    reach = f"--above:{above + bleed:.3f}mm;--aside:{aside + bleed:.3f}mm;" if bleed else ""
    kind = "cover bled" if bleed else "cover"
    return leaf.html(title, f'<div class="{kind}">{body}</div>', left="", more=reach, rules=rules + BARE)


BARE = "".join(f"@page{{@{edge}-{side}{{content:none}}}}" for edge in ("top", "bottom") for side in ("left", "right"))


def tabs(kit: Kit, course: Course, parts: Sequence[Part], paper: str) -> str:
    """A page for each part with nothing on it but the part's letter at the outer edge, each a step lower than the one
    before. Letters are strings in the margin, so that they are no part of what is read."""
    leaf, count = Leaf(kit, course, paper, "tabs"), len(parts)
    _, height = PAPER[paper]
    side = "left" if course.direction == "rtl" else "right"
    step = min(14.0, (height - 80.0) / max(count, 1))
    named = "".join(
        f"@page tab{number}{{@{side}-top{{content:{quoted(part.letter)};"
        f"height:{HIGH}mm;margin-top:{number * step:.2f}mm}}}}.tab{number}{{page:tab{number}}}"
        for number, part in enumerate(parts)
    )
    body = "".join(f'<section class="tab tab{number}"></section>' for number in range(count))
    width, _ = PAPER[paper]
    page = (
        f"@page{{size:{width:g}mm {height:g}mm;margin:40mm 15.8mm;"
        f"@{side}-top{{width:{WIDE}mm;vertical-align:middle;text-align:center}}}}"
    )
    return leaf.html("tabs", body, left="", rules=BARE + page + named)
