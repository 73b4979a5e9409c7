"""What WeasyPrint leaves out of a tagged PDF, put in before the file is written.

- text from right to left in the order in which it is read, for the page holds it in the order in which it is drawn
  (`ActualText`, ISO 32000-1, 14.9.4);
- words in another language than the document's (`Lang`, 14.9.2);
- whether a table's head cell heads its row or its column (`Scope`, 14.8.5.7; WeasyPrint's issue 2508);
- a point's paragraphs as the body of the point (`LBody`, 14.8.4.3.3);
- where a link leads, in words and not as an address (`Contents`, ISO 14289-1, 7.18.5);
- lines shown as they are written, and what else is code (`Code`, 14.8.4.4.1);
- running heads and feet as artifacts, which are not read on every page (ISO 32000-1, 14.8.2.2.2).

Form fields are left out altogether (its issue 2726): what is filled in is a line to write on.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from builder.render.paper.boxes import boxes_in

RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
CODE = {"pre": "P", "code": "Code"}
SCOPES = {"row": "/Row", "rowgroup": "/Row"}


def mend() -> None:
    """Teach WeasyPrint, once."""
    import weasyprint.pdf as writing
    import weasyprint.pdf.tags as making

    if getattr(writing, "lactern", False):
        return
    writing.lactern = True
    known = making._get_pdf_tag
    making._get_pdf_tag = lambda name: CODE.get(name) or known(name)
    tag = writing.add_tags

    def add_tags(pdf: Any, document: Any, version: Any, streams: Any) -> None:
        marked = [(number, one["mcid"], box) for number, page in enumerate(streams) for box, one in page._tags.items()]
        heads = [_set_aside(page, stream) for page, stream in zip(document.pages, streams, strict=True)]
        tag(pdf, document, version, streams)
        _forget(pdf, heads)
        _embody(pdf)
        boxes = [box for page in document.pages for box in boxes_in(page._page_box)]
        _speak(pdf, {(page, mark): box for page, mark, box in marked}, frozenset(map(id, last_in_line(boxes))))
        _scope(boxes)

    writing.add_tags = add_tags


def last_in_line(boxes: Iterable[Any]) -> Iterator[Any]:
    """The last piece of text of each line."""
    for box in boxes:
        if type(box).__name__ == "LineBox":
            words = [one for one in boxes_in(box) if hasattr(one, "pango_layout")]
            yield from words[-1:]


def _set_aside(page: Any, stream: Any) -> int:
    """Make artifacts of a page's running heads and feet, and say how many pieces of text these were. They are drawn
    last, so that the numbers of all other pieces stay without a gap; where they are not, nothing is done."""
    margins = [box for box in page._page_box.children if type(box).__name__ == "MarginBox"]
    kinds = {
        stream._tags[text]["mcid"]: "Header" if margin.at_keyword.startswith("@top") else "Footer"
        for margin in margins
        for text in boxes_in(margin)
        if text in stream._tags
    }
    count = len(stream._tags)
    if sorted(kinds) != list(range(count - len(kinds), count)):
        return 0
    for at, operator in enumerate(stream.stream):
        if isinstance(operator, dict) and operator.get("MCID") in kinds:
            stream.stream[at - 1] = "/Artifact"
            stream.stream[at] = f"<</Type /Pagination /Subtype /{kinds[operator['MCID']]}>>"
    return len(kinds)


def _forget(pdf: Any, heads: Iterable[int]) -> None:
    """Take the pieces that became artifacts out of the map from marked content to tags."""
    (numbers,) = (one["Nums"] for one in pdf.objects if isinstance(one, dict) and "Nums" in one)
    for page, count in enumerate(heads):
        if count:
            del numbers[2 * page + 1][-count:]


def _embody(pdf: Any) -> None:
    """Put what stands in a point beside its label into the point's body."""
    import pydyf

    for point in [one for one in pdf.objects if isinstance(one, pydyf.Dictionary) and one.get("S") == "/LI"]:
        kids = [pdf.objects[int(kid.split()[0])] for kid in point["K"]]
        bodies = [kid for kid in kids if kid["S"] == "/LBody"]
        loose = [kid for kid in kids if kid["S"] not in ("/LBody", "/Lbl")]
        if not loose:
            continue
        if not bodies:
            body = pydyf.Dictionary({**point, "S": "/LBody", "K": pydyf.Array(), "P": point.reference})
            pdf.add_object(body)
            point["K"].insert(point["K"].index(loose[0].reference), body.reference)
            bodies = [body]
        for kid in loose:
            point["K"].remove(kid.reference)
            bodies[0]["K"].append(kid.reference)
            kid["P"] = bodies[0].reference


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
        if element["S"] == "/Link":
            _describe(pdf, element, " ".join("".join(text for text, _ in words).split()), boxes)
        languages = {str(box.style["lang"] or "") for box in boxes}
        if len(languages) == 1 and (language := languages.pop()) not in ("", everywhere):
            element["Lang"] = pydyf.String(language)


def _describe(pdf: Any, element: Any, words: str, boxes: Iterable[Any]) -> None:
    """Say where a link leads: by its title, as citations have one, or by its own words."""
    import pydyf

    title = next((box.element.get("title") for box in boxes if box.element is not None), None)
    for kid in element["K"]:
        known = pdf.objects[int(kid.split()[0])] if isinstance(kid, bytes) else {}
        if isinstance(known, dict) and known.get("Type") == "/OBJR" and (title or words):
            pdf.objects[int(known["Obj"].split()[0])]["Contents"] = pydyf.String(title or words)


def _scope(boxes: Iterable[Any]) -> None:
    """Say of every head cell whether it heads its row or its column."""
    for box in boxes:
        cell = getattr(box, "mark", None)
        if box.element_tag == "th" and cell is not None:
            cell["A"]["Scope"] = SCOPES.get(box.element.attrib.get("scope", ""), "/Column")
