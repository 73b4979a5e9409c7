"""A project's own style sheets: sizes of letters that are too small wherever they are used."""

import re
from collections.abc import Iterator

from builder.check.rule import Finding, rule
from builder.check.theme import FLOOR, pixels
from builder.model.place import Place
from builder.model.theme import Theme

SLIDES = 16.0
"""The least on a slide of 1280 by 720, as `check --visual` measures it."""
BLANK = re.compile(r"/\*.*?\*/|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'|url\([^)]*\)", re.DOTALL)
PIECE = re.compile(r"([^{};]*)([{};])")
SIZE = re.compile(r"\s*(font(?:-size)?)\s*:\s*(.+?)\s*(?:!\s*important)?\s*", re.DOTALL | re.IGNORECASE)
LENGTH = re.compile(r"(?<![\w.#-])\d*\.?\d+(?:px|rem|pt)(?![\w%])")
ELSEWHERE = re.compile(r"@(?:media[^{]*\bprint\b|page|font-face|keyframes)|::|:(?:before|after)\b", re.IGNORECASE)
"""On paper, and ornaments before and behind a text, sizes are another matter."""
SMALL_BY_NATURE = re.compile(r"(?<![\w.#-])(?:sup|sub|rt|rp|svg|text|tspan|math|small)(?![\w-])")
"""Signs that are set small everywhere, and letters of drawings, which are measured in the drawing's own units."""
READING_FLOW = ":not(.deck-live)"


@rule("T205", "letters-of-style-sheet-too-small", "warning", about="theme")
def too_small(theme: Theme) -> Iterator[Finding]:
    """A style sheet of the theme sets letters smaller than can be read.

    Why: on a slide of 720 lines, 16 are the least that the last row can make out; on a page, 12 pixels are. Looked at
    are sizes in px, pt and rem, in `deck.css`, `module.css` and `home.css`; those that depend on others (em, %, calc)
    are measured by `check --visual`. Sizes for paper, of drawings, of small raised signs and of what stands in
    `::before` and `::after` are left alone.
    Instead: take a larger size, or one of the theme's own, such as `var(--t-xs)`.

    Example:
        before: .sources { font-size: 11px }          in deck.css
        after:  .sources { font-size: 18px }
    """
    for file, text in theme.own.items():
        slides = file.endswith("deck.css")
        if not slides and not file.endswith(("module.css", "home.css")):
            continue
        for at, selectors, said, size in sizes(text):
            least = SLIDES if slides and READING_FLOW not in selectors else FLOOR
            if 0 < size < least:
                line = text.count("\n", 0, at) + 1
                column = at - (text.rfind("\n", 0, at) + 1) + 1
                where = "a slide" if least == SLIDES else "a page"
                yield Place(file, line, column), f"“{said}” is {size:g} pixels on {where}; {least:g} are the least"


def sizes(text: str) -> Iterator[tuple[int, str, str, float]]:
    """Where a size of letters is set, for what, as it is written, and how many pixels that is."""
    bare = BLANK.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
    within: list[str] = []
    for piece in PIECE.finditer(bare + "}"):  # what stands behind the last rule is looked through once
        if piece[2] == "{":
            within.append(piece[1].strip())
            continue
        above = " ".join(within)
        found = SIZE.fullmatch(piece[1]) if within and not ELSEWHERE.search(above) else None
        if found and not SMALL_BY_NATURE.search(within[-1]):
            length = LENGTH.search(found[2].partition("/")[0])
            size = pixels(length[0]) if length and "(" not in found[2][: length.start()] else None
            if size is not None:
                said = " ".join(piece[1].split())
                yield piece.start(1) + found.start(1), above, said, size
        if piece[2] == "}" and within:
            within.pop()
