"""Short names such as D-MER: their hyphen is no place to end a line."""

import re

NAME = r"(?<![A-Za-z0-9_-])[A-Z]-[A-Z]{2,}(?![A-Za-z0-9_-])"
SHORT_NAME = re.compile(NAME)
PASSED_OVER = r'<(code|pre|script|style|math|kbd)\b.*?</\1>|<span class="unbroken">[^<]*|<[^>]*>'
"""Tags, what is shown letter by letter, and names that are kept together already."""
PIECES = re.compile(rf"{PASSED_OVER}|({NAME})", re.DOTALL)


def unbroken(html: str) -> str:
    """HTML with short names kept on one line. Done twice, it is as done once."""
    return PIECES.sub(_kept, html) if "-" in html and SHORT_NAME.search(html) else html


def _kept(piece: re.Match[str]) -> str:
    return f'<span class="unbroken">{piece[2]}</span>' if piece[2] else piece[0]
