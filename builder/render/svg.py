"""SVG pictures put into a page, so that they follow the theme and keep their text."""

import re
from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256
from typing import NamedTuple

from markupsafe import Markup, escape

ROOT = re.compile(r"<svg\b([^>]*)>", re.IGNORECASE)
PROLOGUE = re.compile(r"^\s*(<\?xml[^>]*\?>|<!DOCTYPE[^>]*>|<!--.*?-->|\s)*", re.DOTALL)
VARIABLE = re.compile(r"var\(\s*--([\w-]+)\s*(?:,\s*([^()]*(?:\([^()]*\))?[^()]*))?\)")
DROPPED = re.compile(r"""\s(?:width|height|role|aria-[\w-]+|xmlns)=("[^"]*"|'[^']*')""")
SHEET = re.compile(r"<style\b[^>]*>(.*?)</style\s*>", re.DOTALL | re.IGNORECASE)
WRAPPING = re.compile(r"<!\[CDATA\[|\]\]>|<!--|-->")
STYLED = re.compile(
    r"""<[A-Za-z][\w:.-]*(?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*?(\s+style\s*=\s*("[^"]*"|'[^']*'))"""
    r"""(?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*"""
)
CLASS = re.compile(r"""\sclass\s*=\s*(?:"([^"]*)"|'([^']*)')""")
BRACES = re.compile(r"[{}<]")


class Picture(NamedTuple):
    """A picture that carries no styles of its own, and the rules that it had."""

    svg: str
    css: str


@lru_cache(maxsize=256)
def unstyled(svg: str) -> Picture:
    """The picture with its style elements and style attributes taken out: a page's policy allows neither.

    A style attribute becomes a class, named by what it says, so that two pictures that say the same share it.
    """
    from html import unescape  # brings a table of two thousand names along

    rules = [WRAPPING.sub("", unescape(text)).strip() for text in SHEET.findall(svg)]
    named: dict[str, str] = {}

    def classed(match: re.Match[str]) -> str:
        said = unescape(match[2][1:-1]).strip()
        tag = match[0].replace(match[1], "", 1)
        if not said or BRACES.search(said):
            return tag
        name = f"p-{sha256(said.encode('utf-8')).hexdigest()[:8]}"
        named[name] = said
        own = CLASS.search(tag)
        if own is None:
            return f'{tag} class="{name}"'
        return f'{tag[: own.start()]} class="{own[1] or own[2] or ""} {name}"{tag[own.end() :]}'

    bare = STYLED.sub(classed, SHEET.sub("", svg))
    rules += [f".{name}{{{said}}}" for name, said in sorted(named.items())]
    return Picture(bare, "\n".join(rules).replace("</", "<\\/"))


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
