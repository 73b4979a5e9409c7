"""Pictures that are too coarse for paper."""

from collections.abc import Iterator

from builder.check.rule import Finding, rule
from builder.check.walk import everywhere
from builder.model.block import Figure
from builder.model.course import Course

FEWEST = 200
"""Pixels across below which a picture is smaller on paper than a thumb, or a mosaic (40 mm at 127 to the inch)."""


@rule("A206", "picture-too-coarse", "warning")
def too_coarse(course: Course) -> Iterator[Finding]:
    """A picture with so few pixels that it is a blot on the wall and a speck on paper.

    Why: nobody in the last row, and nobody with a handout, can see what it shows.
    Instead: take the picture in its full size, at least 1000 pixels wide, or draw it as SVG.

    Example:
        before: img/latch.jpg, 120 by 90 pixels
        after:  img/latch.jpg, 1600 by 1200 pixels
    """
    for block in everywhere(course):
        if not isinstance(block, Figure) or block.asset not in course.assets:
            continue
        asset = course.assets[block.asset]
        if asset.media != "image/svg+xml" and 0 < max(asset.width, asset.height) < FEWEST:
            yield block.at, f"“{block.asset}” is {asset.width} by {asset.height} pixels"
