"""Nesting that no lesson needs and that would take Python-Markdown minutes, or all of its stack."""

import re

DEEPEST = 200
BRACKETS = (("[", "]"), ("<", ">"), ("(", ")"))
MARKERS = re.compile(r"^(?: {200}|\s*(?:> {0,3}|(?:[-*+]|\d{1,9}[.)]) {1,3}){40})", re.MULTILINE)
PARAGRAPH = re.compile(r"\n[ \t]*\n")


def too_deep(text: str) -> bool:
    """Whether brackets are opened in a row, or lists and quotations nested, beyond all use."""
    if len(text) > 400 and MARKERS.search(text):
        return True
    suspect = [pair for pair in BRACKETS if text.count(pair[0]) > DEEPEST]
    return any(unclosed(part, *pair) > DEEPEST for pair in suspect for part in PARAGRAPH.split(text))


def unclosed(text: str, opening: str, closing: str) -> int:
    """How many brackets stand open at most."""
    depth = most = 0
    for sign in re.findall(f"[{re.escape(opening + closing)}]", text):
        depth = depth + 1 if sign == opening else max(0, depth - 1)
        most = max(most, depth)
    return most
