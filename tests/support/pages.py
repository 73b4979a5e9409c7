"""A built tree as tests look at it: pages as elements, their addresses and data, and every word the public can read."""

import json
import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any

from support.pretty import Element, page

ADDRESSES = ("href", "src", "poster", "data", "action", "formaction", "xlink:href")


def pages(folder: Path) -> list[Path]:
    """All HTML pages of both trees that somebody reads; a module's keeper stands in a frame that nobody sees."""
    found = sorted(folder.glob("site/**/*.html")) + sorted(folder.glob("presenter/**/*.html"))
    found = [file for file in found if file.name != "keeper.html"]
    assert len(found) > 15
    return found


@cache
def elements(file: Path) -> tuple[Element, ...]:
    """All elements of a page; one that is not closed, or closes another, fails."""
    return tuple(page(file.read_text("utf-8")).all())


@cache
def ids(file: Path) -> tuple[str, ...]:
    """All ids of a page, doubled ones too."""
    return tuple(one.attributes["id"] or "" for one in elements(file) if "id" in one.attributes)


def broken(file: Path, told: str) -> str:
    """A fault, by the page's path in its tree."""
    return f"{file.parts[-3]}/{file.parts[-2]}/{file.name}: {told}"


def words(element: Element) -> str:
    """The text within an element."""
    return " ".join("".join(one if isinstance(one, str) else words(one) for one in element.inside).split())


def addresses(file: Path) -> Iterator[tuple[str, str]]:
    """All addresses in a page with the tag that holds them."""
    for one in elements(file):
        for name in ADDRESSES:
            if name in one.attributes:
                yield one.tag, one.attributes[name] or ""
        for piece in (one.attributes.get("srcset") or "").split(","):
            if piece.strip():
                yield one.tag, piece.split()[0]


def said_in_public(folder: Path) -> str:
    """Every word of `site/` that a reader, a script or a search engine could see."""
    files = (path for path in sorted((folder / "site").rglob("*")) if path.suffix in (".html", ".js", ".json", ".txt"))
    return squeezed(" ".join(re.sub(r"<[^>]*>", " ", unescape(path.read_text("utf-8"))) for path in files))


def sentences(text: str) -> list[str]:
    """The sentences of a text that are long enough not to stand somewhere else by chance."""
    return [one for piece in re.split(r"(?<=[.?!:])\s", text) if len(one := squeezed(piece)) > 36]


def squeezed(text: str) -> str:
    """Letters and digits alone, so that marks, quotation signs and tags make no difference."""
    return re.sub(r"[\W_]+", " ", text).strip().lower()


def data_blocks(file: Path) -> Iterator[Any]:
    """The JSON blocks of a page."""
    for one in elements(file):
        if one.tag == "script" and one.attributes.get("type") == "application/json":
            yield json.loads("".join(str(text) for text in one.inside))


def keyed(value: Any) -> list[str]:
    """Where a data block says what is right: `correct`, `answer`, `accept`, `order`, `choice`, `explain`."""
    if isinstance(value, list):
        return [told for one in value for told in keyed(one)]
    if not isinstance(value, dict):
        return []
    own = [
        f"{value.get('id')}: {key}"
        for key in ("correct", "accept", "explain", "model_answer")
        if value.get(key) and value.get("id")
    ]
    return own + [told for one in value.values() for told in keyed(one)]
