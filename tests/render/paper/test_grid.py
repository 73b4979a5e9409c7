"""Layouts of slides: they fit the block that A4 and Letter share, and the block keeps its margins on both."""

import pytest

from builder.model.prints import PAPERS, SLIDES
from builder.render.paper.grid import ACROSS, GRIDS, RATIO, UPRIGHT, margins, page_size

LINES = {"beside": 6.0 + 56.0, "below": 0.0, "": 0.0}


def test_every_layout_that_may_be_asked_for_has_a_grid() -> None:
    assert [str(up) for up in GRIDS] == list(SLIDES)
    assert all(grid.up == up for up, grid in GRIDS.items())


@pytest.mark.parametrize("up", GRIDS)
def test_slides_strips_and_lines_fit_the_block(up: int) -> None:
    grid = GRIDS[up]
    width, height = grid.block
    taken = grid.slide * grid.columns + grid.gap * (grid.columns - 1) + LINES[grid.lines]
    assert taken <= (width if grid.columns == 1 else width - 0.1), "floats that fit to the hair fall below each other"
    lines = 22.0 if grid.lines == "below" else 0.0
    assert (grid.head + grid.slide * RATIO + lines) * grid.rows <= height


@pytest.mark.parametrize("paper", PAPERS)
def test_margins_are_those_of_rfc_2346(paper: str) -> None:
    """Section 2.1: 33 mm above and below on A4 and 21 mm at the sides on Letter, turned for pages across."""
    above, aside = margins(paper, across=False)
    assert above >= (33 if paper == "a4" else 15) - 0.01
    assert aside >= (20 if paper == "a4" else 21) - 0.01
    above, aside = margins(paper, across=True)
    assert above >= (15 if paper == "a4" else 21) - 0.01
    assert aside >= (33 if paper == "a4" else 20) - 0.01


def test_the_block_is_on_both_papers() -> None:
    for across, (width, height) in ((False, UPRIGHT), (True, ACROSS)):
        for paper in PAPERS:
            page = page_size(paper, across)
            assert width < page[0]
            assert height < page[1]
