"""What can be searched in a module: one entry per card, sent as a classic script because pages opened from disk may not fetch."""

import json
from collections.abc import Iterable

from builder.render.reading import words_of
from builder.render.route import Page

SEPARATORS = (",", ":")


def entries(pages: Iterable[Page]) -> list[dict[str, str]]:
    """Where each card stands (`a`, an address in the module), what it is called (`t`), its page (`p`) and its words (`x`)."""
    return [
        {
            "a": f"{page.file}#{slide.id}" if slide.id else page.file,
            "t": slide.title.text or page.title.text,
            "p": page.title.text,
            "x": words_of(slide._replace(title=slide.title._replace(html=""))),
        }
        for page in pages
        for slide in page.slides
    ]


def script(found: list[dict[str, str]]) -> bytes:
    """The entries as a script that leaves them where the page looks for them."""
    return ("window.lacternSearch=" + as_json(found) + ";\n").encode("utf-8")


def as_json(value: object) -> str:
    """JSON that may stand inside a script element of a page."""
    return json.dumps(value, ensure_ascii=False, separators=SEPARATORS).replace("<", "\\u003c")
