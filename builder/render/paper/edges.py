"""Text that runs over the edge of its page: a word without a place to break it, a table with too many columns."""

from collections.abc import Iterator
from typing import Any

SLACK = 3.0
SHOWN = 40


def over_the_edge(document: Any) -> tuple[str, ...]:
    """The beginnings of texts that reach into a margin: of each page the widest, which pushes the others aside."""
    found: list[str] = []
    for page in document.pages:
        box = page._page_box
        start, end = box.content_box_x() - SLACK, box.content_box_x() + box.width + SLACK
        over = [
            text
            for text in _texts(box)
            if text.text.strip() and (text.position_x < start or text.position_x + text.width > end)
        ]
        if over:
            said = " ".join(max(over, key=lambda text: text.width).text.split())
            found.append(said if len(said) <= SHOWN else f"{said[:SHOWN]}…")
    return tuple(dict.fromkeys(found))


def _texts(box: Any) -> Iterator[Any]:
    """The pieces of text on a page. Running heads stand in the margin by right."""
    box = getattr(box, "_box", box)
    if type(box).__name__ == "MarginBox" or box.element_tag == "{http://www.w3.org/2000/svg}svg":
        return
    if hasattr(box, "pango_layout"):
        yield box
    for child in getattr(box, "children", ()):
        yield from _texts(child)
