"""Where slides stand on a page: how many, upright or across, how large, with lines to write on or without.

Everything stands in one block of the page that A4 and Letter have in common, so that a file for one paper loses nothing
on the other: with its margins around, the block keeps those that RFC 2346 (2.1) asks for, 33 mm above and below on A4
and 21 mm at the sides on Letter; across, 33 mm at the sides of A4, and 21 mm above and below on Letter. Running heads
stand in the margin, 12 mm from the edge and more: there they outlast a print on the other paper that is centred.
"""

from typing import NamedTuple

PAPER = {"a4": (210.0, 297.0), "letter": (215.9, 279.4)}
UPRIGHT, ACROSS = (170.0, 231.0), (231.0, 167.0)
"""Width and height of the block, in millimetres."""
RATIO = 9 / 16


class Grid(NamedTuple):
    """A layout of slides: `head` is the strip above each slide for its section and its marks, `gap` the space between
    columns, and `lines` tells whether there are lines to write on: beside a slide, or below it."""

    across: bool
    columns: int
    rows: int
    slide: float
    head: float
    gap: float = 0.0
    lines: str = ""

    @property
    def block(self) -> tuple[float, float]:
        """The block's width and height."""
        return ACROSS if self.across else UPRIGHT

    @property
    def up(self) -> int:
        """How many slides stand on a page."""
        return self.columns * self.rows

    @property
    def height(self) -> float:
        """A slide's height."""
        return self.slide * RATIO

    @property
    def place(self) -> tuple[float, float]:
        """Width and height of a slide's place."""
        width, height = self.block
        return width if self.columns == 1 else self.slide, height / self.rows - 0.05


GRIDS = {
    1: Grid(True, 1, 1, 231.0, 9.0),
    2: Grid(False, 1, 2, 170.0, 9.0),
    3: Grid(False, 1, 3, 108.0, 9.0, lines="beside"),
    4: Grid(True, 2, 2, 111.5, 9.0, 7.5),
    6: Grid(False, 2, 3, 81.5, 8.0, 6.5, "below"),
    9: Grid(True, 3, 3, 72.6, 7.0, 6.4),
}


def page_size(paper: str, across: bool) -> tuple[float, float]:
    """Width and height of the page."""
    width, height = PAPER[paper]
    return (height, width) if across else (width, height)


def margins(paper: str, across: bool) -> tuple[float, float]:
    """The space above and below, and at the sides, of the common block."""
    width, height = page_size(paper, across)
    inner = ACROSS if across else UPRIGHT
    return (height - inner[1]) / 2, (width - inner[0]) / 2


def page_rule(paper: str, across: bool) -> str:
    """The `@page` of the common block, with the running heads close to it."""
    width, height = page_size(paper, across)
    above, aside = margins(paper, across)
    near = "padding-bottom:4mm" if above > 20 else "padding-bottom:3mm"
    boxes = "".join(
        f"@{edge}-{side}{{{near if edge == 'top' else 'padding-top:3.4mm'}}}"
        for edge in ("top", "bottom") for side in ("left", "right")
    )  # fmt: skip
    return f"@page{{size:{width:g}mm {height:g}mm;margin:{above:.3f}mm {aside:.3f}mm;{boxes}}}"


def grid_rules(grid: Grid) -> str:
    """How large the page's places are, and where a row ends."""
    width, height = grid.place
    beside = f".seat{{float:inline-start;margin-inline-end:{grid.gap:g}mm}}"
    last = f".seat:nth-child({grid.columns}n){{margin-inline-end:0}}"
    return (
        f"html{{--slide:{grid.slide:g}mm;--strip:{grid.head:g}mm}}.seat{{width:{width:g}mm;height:{height:g}mm}}"
        f"{beside + last if grid.columns > 1 else ''}"
    )
