"""Words that run against the page: an English question on an Arabic page would end with its question mark in front.

`dir="auto"` would go by the first letter, and many an Arabic title begins with “D-MER”. So words of a page's own script
keep the page's direction, whatever stands beside them, and a whole source goes by what most of its letters do.
"""

import re

from builder.render.phrasing import BLOCK

RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
LEFT_TO_RIGHT = re.compile("(?![\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff])[^\\W\\d_]")
MARKUP = re.compile(r"<[^>]*>|&#?\w+;")


def against(html: str, direction: str) -> str:
    """The direction of words none of which are in a script that runs as the page does; empty for all others."""
    if direction == "rtl":
        return "ltr" if not RIGHT_TO_LEFT.search(html) and LEFT_TO_RIGHT.search(MARKUP.sub("", html)) else ""
    if html.isascii() or not RIGHT_TO_LEFT.search(html):
        return ""
    return "" if LEFT_TO_RIGHT.search(MARKUP.sub("", html)) else "rtl"


def run(html: str, direction: str) -> str:
    """The same HTML, marked with its direction where that is not the page's."""
    way = against(html, direction)
    if not way:
        return html
    tag = "div" if BLOCK.search(html) else "span"
    return f'<{tag} dir="{way}">{html}</{tag}>'


def mostly(html: str, direction: str) -> str:
    """The direction of most of the letters where that is not the page's, else empty."""
    if direction == "ltr" and (html.isascii() or not RIGHT_TO_LEFT.search(html)):
        return ""
    words = MARKUP.sub("", html)
    right, left = len(RIGHT_TO_LEFT.findall(words)), len(LEFT_TO_RIGHT.findall(words))
    way = "rtl" if right > left else "ltr"
    return way if right != left and way != direction else ""
