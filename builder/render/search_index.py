"""What can be searched in a module: an entry per card, in a classic script, as pages opened from disk may not fetch."""

import json
from collections.abc import Iterable

from builder.model.course import Term
from builder.render.reading import words_of
from builder.render.route import Page

SEPARATORS = (",", ":")


def entries(pages: Iterable[Page]) -> list[dict[str, str]]:
    """Of each card the address in the module (`a`), its title (`t`), its page's title (`p`) and its words (`x`)."""
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


def term_entry(term: Term, page: Page) -> dict[str, str]:
    """A term of the glossary, as an entry."""
    also = f" ({', '.join(term.also)})" if term.also else ""
    return {"a": f"{page.file}#term-{term.id}", "t": term.term + also, "p": page.title.text, "x": words_of(term.text)}


def script(found: list[dict[str, str]]) -> bytes:
    """The entries as a script that leaves them where the page looks for them."""
    return ("window.lacternSearch=" + as_json(found) + ";\n").encode("utf-8")


def as_json(value: object) -> str:
    """JSON that may stand inside a script element of a page."""
    return json.dumps(value, ensure_ascii=False, separators=SEPARATORS).replace("<", "\\u003c")
