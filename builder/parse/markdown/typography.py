"""Straight quotes and dots as a typesetter would set them, and numbers that keep their order in right-to-left text."""

import re

from builder.model.language import RIGHT_TO_LEFT
from builder.render.unbroken import unbroken

QUOTES = {
    "en": ("“", "”", "‘", "’"),
    "de": ("„", "“", "‚", "‘"),
    "fr": ("«\u202f", "\u202f»", "“", "”"),
    "es": ("«", "»", "“", "”"),
    "ar": ("«", "»", "‹", "›"),
    "he": ("”", "”", "’", "’"),
}
PIECES = re.compile(r"<(code|pre|script|style|math|kbd)\b.*?</\1>|<[^>]*>|[^<]+", re.DOTALL)
SIGNS = re.compile(r"\"|'|---|--|\.\.\.")
OPENS_AFTER = frozenset(" \t\n([{—–-/\u00a0\u202f“‘„‚«")

PERCENT = re.compile(r"(?<=\d) (?=[%‰])")

SHORT = 12
GROUP = "[A-Za-zÀ-ɏ0-9]+"
JOINT = r"(?:[-–‑/.:,+×]|(?<=[A-Za-zÀ-ɏ])[ \u00a0](?=[0-9])|(?<=[0-9])[ \u00a0](?=[A-Za-zÀ-ɏ]))"
LEFT_TO_RIGHT = re.compile(
    rf"(?<![A-Za-zÀ-ɏ0-9_&#])(?:\+[0-9][0-9 \u00a0()./-]{{4,20}}[0-9]"
    rf"|(?=[A-Za-zÀ-ɏ–‑:/.,×+ \u00a0-]{{0,40}}[0-9]){GROUP}(?:{JOINT}{GROUP})+)(?![A-Za-zÀ-ɏ0-9_])"
)
"""A phone number, a date, a span, a time, "45 min", "COVID-19": Latin letters and digits that hang together."""


def typeset(html: str, language: str) -> str:
    """HTML with its signs curled, names like D-MER on one line and, in right-to-left text, numbers in their order."""
    html = curl(html, language)
    if PERCENT.search(html):  # the sign stays with its number
        html = "".join(
            piece[0] if piece[0][0] == "<" else PERCENT.sub("\u00a0", piece[0]) for piece in PIECES.finditer(html)
        )
    if language.split("-")[0] in RIGHT_TO_LEFT and LEFT_TO_RIGHT.search(html):
        html = "".join(
            piece[0] if piece[0][0] == "<" else LEFT_TO_RIGHT.sub(isolated, piece[0]) for piece in PIECES.finditer(html)
        )
    return unbroken(html)


def isolated(match: re.Match[str]) -> str:
    """Letters and digits that go from left to right, whatever is around them; a short run stays on one line."""
    run = match[0].replace(" ", "\u00a0") if len(match[0]) <= SHORT else match[0]
    return f'<bdi dir="ltr">{run}</bdi>'


def curl(html: str, language: str) -> str:
    """Curly quotes, apostrophes, dashes and ellipses in the text of HTML; code and maths stay as they are."""
    if '"' not in html and "'" not in html and "--" not in html and "..." not in html:
        return html
    quotes = QUOTES.get(language.split("-")[0])
    before = " "
    pieces: list[str] = []
    for match in PIECES.finditer(html):
        piece = match[0]
        if piece[0] == "<":
            if piece.startswith(("<p", "<li", "<td", "<th", "<h", "<d", "<br")):
                before = " "
        else:
            piece = curled(piece, before, quotes)
            before = piece[-1]
        pieces.append(piece)
    return "".join(pieces)


def curled(text: str, before: str, quotes: tuple[str, str, str, str] | None) -> str:
    """One run of text; `before` is the character ahead of it."""

    def set_sign(match: re.Match[str]) -> str:
        sign = match[0]
        if sign == "...":
            return "…"
        if sign == "---":
            return "—"
        if sign == "--":
            return "–"
        start = match.start()
        opens = (text[start - 1] if start else before) in OPENS_AFTER
        if sign == '"':
            return sign if quotes is None else quotes[0 if opens else 1]
        if not opens or quotes is None:
            return "’"
        return quotes[2] if not text[match.end() : match.end() + 1].isdigit() else "’"

    return SIGNS.sub(set_sign, text)
