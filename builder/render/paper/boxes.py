"""Boxes as WeasyPrint has laid them out."""

from collections.abc import Iterator
from typing import Any


def boxes_in(box: Any) -> Iterator[Any]:
    """The box and all boxes in it, those that are placed absolutely too: these hide behind a stand-in."""
    box = getattr(box, "_box", box)
    yield box
    for child in getattr(box, "children", ()):
        yield from boxes_in(child)
