"""Letters that come out too small: in drawings, as a slide paints them, and where a size is written into the text."""

import re
from collections.abc import Iterable, Iterator

from builder.check.rule import Finding, rule
from builder.check.walk import everywhere, proses, slides
from builder.model.asset import Asset
from builder.model.block import Block, Callout, Case, Columns, Figure, Group, Step
from builder.model.course import Course

WIDE, HIGH = 1160, 560
"""The most room that a picture has on a slide of 1280 by 720."""
LEAST = 16
"""The same least size as `check --visual` measures."""
SIZE = r"""font-size\s*[=:]\s*["']?\s*(\d*\.?\d+)(px|pt)?\s*["';}]"""
USUAL = 16.0
OWN_SIZE = r"""(?i)<\w[^>]*\sstyle\s*=\s*["'][^"'>]*?(font-size\s*:\s*[^;"']+)|<font\b[^>]*?\s(size\s*=\s*["']?\w+)"""
MOVED = r"transform\s*=\s*[\"'][^\"']*(?:scale|matrix)|text\s*\{"


@rule("A212", "letters-of-drawing-too-small", "advice", alone=True)
def too_small(course: Course) -> Iterator[Finding]:
    """Letters in a drawing come out smaller on the slide than the last row can read.

    Why: a drawing is made smaller to fit its place, and its letters with it; below 16 of the slide's 720 lines they are
    guessed, not read. Reckoned from the drawing's own size, its `width=` and its column; drawings that scale their
    letters by themselves are left alone, and `check --visual` measures them.
    Instead: draw the letters larger, give the picture a slide or more width, or leave out words.

    Example:
        before: <text font-size="12">milk lets down</text>      in a drawing 1280 wide, shown with width="60%"
        after:  <text font-size="30">milk lets down</text>
    """
    for _, slide in slides(course):
        if slide.hidden or "slides" not in slide.when:
            continue
        for figure, share in _figures(slide.blocks, 1.0):
            asset = course.assets.get(figure.asset)
            smallest = _smallest(asset) if asset is not None else None
            if asset is not None and smallest:
                painted = smallest * min(WIDE * share / asset.width, HIGH / max(1, asset.height))
                if painted < LEAST:
                    said = (
                        f"letters of {smallest:g} in “{figure.asset}” come out {painted:.0f} pixels high on the slide"
                    )
                    yield figure.at, f"{said}; {LEAST} are the least"


@rule("L228", "size-of-its-own", "warning", alone=True)
def size_of_its_own(course: Course) -> Iterator[Finding]:
    """A size of letters is written into the text.

    Why: the theme's sizes can be read from the last row and on a phone, and follow what a reader has set; a size of its
    own does not. Pages for the audience refuse styles inside elements, so it is seen on paper and by the presenter.
    Instead: say less, so that all fits in the usual size; what is only for reading goes into `::: prose`.

    Example:
        before: <span style="font-size: 12px">after a survey of 2019</span>
        after:  after a survey of 2019 [@ureno2019]
    """
    for block in everywhere(course, notes=True):
        for prose in proses(block):
            if "font-size" in prose.html or "<font" in prose.html:
                for found in re.finditer(OWN_SIZE, prose.html):
                    said = (found[1] or found[2]).strip()
                    yield prose.at, f"“{said}” is a size of its own", "", said


def _figures(top: Iterable[Block], share: float) -> Iterator[tuple[Figure, float]]:
    """Pictures on the slide itself, with their share of its width."""
    for block in top:
        if "slides" not in block.when:
            continue
        match block:
            case Figure():
                yield block, share * _part(block.width)
            case Columns():
                for column in block.columns:
                    own = _part(column.width) if column.width else 1 / len(block.columns)
                    yield from _figures(column.blocks, share * own)
            case Step() | Callout() | Group() | Case():
                yield from _figures(block.blocks, share)
            case _:
                pass


def _part(width: str) -> float:
    said = width.strip().removesuffix("%")
    return float(said) / 100 if said.replace(".", "", 1).isdigit() else 1.0


def _smallest(asset: Asset) -> float | None:
    """The smallest size that the drawing gives to letters, in its own units; None where it has no letters, or where
    they cannot be reckoned."""
    if "<text" not in asset.svg or not asset.width or re.search(MOVED, asset.svg):
        return None
    sizes = [float(size) * (4 / 3 if unit == "pt" else 1) for size, unit in re.findall(SIZE, asset.svg)]
    return min(sizes, default=USUAL)
