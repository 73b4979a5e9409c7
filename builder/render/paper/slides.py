"""Slides on paper: one, two, three beside lines to write on, four, six or nine to a page."""

from collections.abc import Iterable, Iterator

from builder.model.course import Course, Lesson
from builder.render.kit import Kit
from builder.render.paper.grid import GRIDS, grid_rules, page_rule
from builder.render.paper.leaf import Leaf
from builder.render.paper.minis import Mini


def slide_pages(kit: Kit, course: Course, lesson: Lesson, minis: tuple[Mini, ...], paper: str, up: int) -> str:
    """The handout with so many slides to a page, numbered as in the deck."""
    leaf, grid = Leaf(kit, course, paper, "slides"), GRIDS[up]
    title = kit.words("handout.slides-up", n=up, title=lesson.title)
    body = kit.templates.get("handout/slides.html").render(
        words=kit.words, title=title, sheets=tuple(sheets(minis, grid.up)), grid=grid
    )
    return leaf.html(title, body, left=lesson.title, rules=page_rule(paper, grid.across) + grid_rules(grid))


def trial(kit: Kit, course: Course, minis: Iterable[Mini]) -> str:
    """A page with nothing but slides that might be too full, to see which of them are: what is true of a slide here
    is true in every layout, for all in it is measured by its own width."""
    leaf, grid = Leaf(kit, course, "a4", "slides"), GRIDS[3]
    body = "".join(mini.html for mini in minis)
    return leaf.html("trial", body, left="", rules=page_rule("a4", grid.across) + grid_rules(grid)) if body else ""


def sheets(minis: tuple[Mini, ...], up: int) -> Iterator[tuple[Mini, ...]]:
    """The slides of each page."""
    for first in range(0, len(minis), up):
        yield minis[first : first + up]
