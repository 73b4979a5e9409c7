"""Raw HTML in running text: what is opened must be closed, or it would swallow the rest of the page."""

import re

RAW = re.compile(r"<[A-Za-z/!?]")
TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:-]*)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>")
NEVER_CLOSED = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
"""Void elements (HTML, section 13.1.2): they have no end tag."""
RAW_TEXT = frozenset(("script", "style", "textarea", "title", "iframe", "noscript", "xmp", "noembed", "noframes"))
"""Elements in which no tag counts but their own end."""
ITSELF = frozenset(("svg", "math", "path", "circle", "rect", "line", "g", "use", "ellipse", "polygon", "polyline"))
"""Elements of drawings and formulas, which may close themselves."""


def stray(html: str) -> str:
    """The first tag that is not closed, or that closes what is not open, as far as it was surely written: `<div`,
    `</td`. Empty where all is in order."""
    opened: list[str] = []
    at = 0
    while (sign := html.find("<", at)) >= 0:
        tag = TAG.match(html, sign)
        if tag is None:
            return html[sign : sign + 12].split("\n")[0].split(" ")[0]
        at = tag.end()
        name = tag[2].lower()
        if tag[1]:
            if not opened or opened[-1] != name:
                return f"<{opened[-1]}" if name in opened else f"</{tag[2]}"
            opened.pop()
        elif name in NEVER_CLOSED or (
            tag[3].endswith("/") and (name in ITSELF or not {"math", "svg"}.isdisjoint(opened))
        ):
            continue
        elif name in RAW_TEXT:
            end = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(html, at)
            if end is None:
                return f"<{tag[2]}"
            at = end.end()
        else:
            opened.append(name)
    return f"<{opened[-1]}" if opened else ""
