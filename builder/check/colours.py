"""Colours written by hand: into a text, or into a drawing."""

import re
from collections.abc import Iterator

from builder.check.rule import Finding, rule
from builder.check.theme import six
from builder.check.walk import everywhere, proses
from builder.model.asset import Asset
from builder.model.block import Figure
from builder.model.course import Course
from builder.render.tokens import contrast

LIGHT, DARK = "#fbfaf8", "#0f2026"
"""The paper of the theme “calm”, by day and by night."""
NAMED = {
    "black": "#000000", "white": "#ffffff", "red": "#ff0000", "green": "#008000", "blue": "#0000ff", "gray": "#808080",
    "grey": "#808080", "silver": "#c0c0c0", "yellow": "#ffff00", "orange": "#ffa500", "purple": "#800080",
    "navy": "#000080", "teal": "#008080", "maroon": "#800000", "lightgray": "#d3d3d3", "lightgrey": "#d3d3d3",
    "darkgray": "#a9a9a9", "darkgrey": "#a9a9a9", "pink": "#ffc0cb", "brown": "#a52a2a", "crimson": "#dc143c",
}  # fmt: skip
STYLED = r"""(?i)\s(?:style|color|bgcolor)\s*=\s*(?:"([^"]*)"|'([^']*)')"""
LETTERS = r"(?i)(?:^|;)\s*color\s*:\s*([^;]+)"
GROUND = r"(?i)(?:^|;)\s*background(?:-color)?\s*:\s*([^;]+)"
PAINT = r"""\b(fill|stroke|stop-color)\s*[=:]\s*["']?\s*([^"';>\s]+)"""
SHAPE = r"<(?:path|rect|circle|ellipse|polygon|text)\b"
"""Compiled where they are first needed, which in most courses is never."""


@rule("L227", "colour-of-its-own", "warning", alone=True)
def of_its_own(course: Course) -> Iterator[Finding]:
    """A colour is written into the text.

    Why: the page has a light, a dark and a high-contrast look, and one colour cannot be legible in all of them (WCAG
    1.4.3 wants 4.5 to 1). Pages for the audience refuse styles inside elements, so it is not even seen there; paper and
    the presenter's slides show it.
    Instead: leave it out, `==mark==` the words, put them into a callout, or give them a class that the theme's style
    sheet colours.

    Example:
        before: <span style="color: #cccccc">seldom asked</span>
        after:  ==seldom asked==
    """
    for block in everywhere(course, notes=True):
        for prose in proses(block):
            if "style" not in prose.html and "color" not in prose.html:
                continue
            for found in re.finditer(STYLED, prose.html):
                name = found[0].split("=")[0].strip().lower()
                written = found[1] or found[2] or ""
                said = written if name == "style" else f"{'background' if name == 'bgcolor' else 'color'}:{written}"
                if judged := _judged(said):
                    yield prose.at, f"{judged}", "", written


@rule("A211", "drawing-for-one-ground", "advice", alone=True)
def for_one_ground(course: Course) -> Iterator[Finding]:
    """A drawing all of whose colours drown in dark paper, or in light.

    Why: readers choose dark pages at night; a drawing in black lines without a ground of its own is gone there.
    Measured: every colour in the SVG, its unspoken black too, has less than 3 to 1 (WCAG 1.4.11) on that paper.
    Instead: colour with the theme's tokens, `fill="var(--ink, #14333b)"`, or draw a light ground behind it.

    Example:
        before: <path d="M0 40h80" stroke="#222222"/>
        after:  <path d="M0 40h80" stroke="var(--ink, #222222)"/>
    """
    told: set[str] = set()
    for block in everywhere(course):
        if isinstance(block, Figure) and block.asset not in told and block.asset in course.assets:
            asset = course.assets[block.asset]
            if asset.svg and (ground := _drowns(asset)):
                told.add(block.asset)
                yield block.at, f"nothing of “{block.asset}” stands out from {ground} paper"


def _judged(style: str) -> str:
    """What is wrong with the colours of a style; empty where it says nothing of colours."""
    letters, ground = (re.search(pattern, f";{style}") for pattern in (LETTERS, GROUND))
    if letters is None and ground is None:
        return ""
    ink, paper = (_hex(found[1]) if found else "" for found in (letters, ground))
    if ink and paper:
        ratio = contrast(ink, paper)
        if ratio < 4.5:
            return f"letters in “{letters[1].strip() if letters else ''}” have {ratio:.1f} to 1 on their ground"
    if ink and ground is None:
        day, night = contrast(ink, LIGHT), contrast(ink, DARK)
        word = letters[1].strip() if letters else ""
        return f"letters in “{word}” have {day:.1f} to 1 on light paper and {night:.1f} to 1 on dark"
    word = (letters or ground)[1].strip()  # type: ignore[index]
    return f"the colour “{word}” is the same on light and dark paper"


def _drowns(asset: Asset) -> str:
    if "<image" in asset.svg or "<style" in asset.svg:
        return ""
    painted = re.findall(PAINT, asset.svg)
    used = {value.lower() for _, value in painted}
    if any(value.startswith(("var(", "url(", "currentcolor")) for value in used):
        return ""
    colours = {_hex(value) for value in used - {"none", "transparent", "inherit"}}
    if all(name != "fill" for name, _ in painted) and re.search(SHAPE, asset.svg):
        colours.add("#000000")
    if not colours or "" in colours:
        return ""
    for word, paper in (("dark", DARK), ("light", LIGHT)):
        if all(contrast(colour, paper) < 3 for colour in colours):
            return word
    return ""


def _hex(colour: str) -> str:
    """A colour as `#rrggbb`; empty where it is written in a way that is not known here."""
    said = colour.replace("!important", "").strip().lower()
    return NAMED.get(said) or six(said)
