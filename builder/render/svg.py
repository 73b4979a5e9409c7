"""SVG pictures put into a page, so that they follow the theme and keep their text."""

import re
from collections.abc import Mapping

from markupsafe import Markup, escape

ROOT = re.compile(r"<svg\b([^>]*)>", re.IGNORECASE)
PROLOGUE = re.compile(r"^\s*(<\?xml[^>]*\?>|<!DOCTYPE[^>]*>|<!--.*?-->|\s)*", re.DOTALL)
VARIABLE = re.compile(r"var\(\s*--([\w-]+)\s*(?:,\s*([^()]*(?:\([^()]*\))?[^()]*))?\)")
DROPPED = re.compile(r"""\s(?:width|height|role|aria-[\w-]+|xmlns)=("[^"]*"|'[^']*')""")


def inlined(svg: str, alt: str, decorative: bool = False, font: str = "var(--font-text, sans-serif)") -> Markup:
    """The picture as an element of the page, named by its alternative text for screen readers.

    Letters that name no font of their own take the theme's: a machine's own font would look different on each.
    """
    body = PROLOGUE.sub("", svg).strip()
    said = 'aria-hidden="true"' if decorative else f'role="img" aria-label="{escape(alt)}"'

    def root(match: re.Match[str]) -> str:
        own = "" if "font-family" in match[1] else f' font-family="{font}"'
        return f'<svg xmlns="http://www.w3.org/2000/svg" {said}{own}{DROPPED.sub("", match[1])}>'

    return Markup(ROOT.sub(root, body, count=1))


def painted(svg: str, tokens: Mapping[str, str]) -> str:
    """The picture with every `var(--token, fallback)` replaced by the theme's value: for paper, which knows no
    custom properties inside pictures."""
    return VARIABLE.sub(lambda m: tokens.get(m[1]) or m[2] or "currentColor", svg)
