"""What WeasyPrint leaves out of a tagged PDF, put in before the file is written.

- text from right to left in the order in which it is read, for the page holds it in the order in which it is drawn
  (`ActualText`, ISO 32000-1, 14.9.4);
- words in another language than the document's (`Lang`, 14.9.2);
- whether a table's head cell heads its row or its column (`Scope`, 14.8.5.7; WeasyPrint's issue 2508).

Form fields are left out altogether (its issue 2726): what is filled in is a line to write on.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Any

RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
SCOPES = {"row": "/Row", "rowgroup": "/Row"}


def mend() -> None:
    """Teach WeasyPrint, once."""
    import weasyprint.pdf as writing

    if getattr(writing, "lactern", False):
        return
    writing.lactern = True
    tag = writing.add_tags

    def add_tags(pdf: Any, document: Any, version: Any, streams: Any) -> None:
        marked = [(number, one["mcid"], box) for number, page in enumerate(streams) for box, one in page._tags.items()]
        tag(pdf, document, version, streams)
        boxes = [box for page in document.pages for box in _all(page._page_box)]
        _speak(pdf, {(page, mark): box for page, mark, box in marked}, frozenset(map(id, last_in_line(boxes))))
        _scope(boxes)

    writing.add_tags = add_tags


def last_in_line(boxes: Iterable[Any]) -> Iterator[Any]:
    """The last piece of text of each line."""
    for box in boxes:
        if type(box).__name__ == "LineBox":
            words = [one for one in _all(box) if hasattr(one, "pango_layout")]
            yield from words[-1:]


def _speak(pdf: Any, said: dict[tuple[int, int], Any], ends: Collection[int]) -> None:
    """Give every tag that holds text its reading order and its language. Between two lines stands a space."""
    import pydyf

    pages = {reference: number for number, reference in enumerate(pdf.page_references)}
    everywhere = getattr(pdf.catalog.get("Lang"), "string", "")
    for element in pdf.objects:
        if not isinstance(element, pydyf.Dictionary) or element.get("Type") != "/StructElem":
            continue
        page = pages.get(element["Pg"]) if "Pg" in element else None
        marks = [kid for kid in element["K"] if isinstance(kid, int)]
        boxes = [said[page, mark] for mark in marks if (page, mark) in said] if page is not None else []
        words = [(box.text, id(box) in ends) for box in boxes if hasattr(box, "pango_layout")]
        if any(RIGHT_TO_LEFT.search(text) for text, _ in words):
            element["ActualText"] = pydyf.String("".join(text + " " * last for text, last in words))
        languages = {str(box.style["lang"] or "") for box in boxes}
        if len(languages) == 1 and (language := languages.pop()) not in ("", everywhere):
            element["Lang"] = pydyf.String(language)


def _scope(boxes: Iterable[Any]) -> None:
    """Say of every head cell whether it heads its row or its column."""
    for box in boxes:
        cell = getattr(box, "mark", None)
        if box.element_tag == "th" and cell is not None:
            cell["A"]["Scope"] = SCOPES.get(box.element.attrib.get("scope", ""), "/Column")


def _all(box: Any) -> Iterator[Any]:
    box = getattr(box, "_box", box)
    yield box
    for child in getattr(box, "children", ()):
        yield from _all(child)
