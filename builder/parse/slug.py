"""Ids made from words and file names."""

import re
import unicodedata

NUMBERED = re.compile(r"^\d+[-_. ]+")


def slug(words: str) -> str:
    """Lower-case words joined by hyphens; letters of every script stay, with the signs above and below them."""
    plain = words.lower().replace("’", "").replace("'", "")
    if not plain.isascii():
        # The same name has other bytes on macOS. And Python counts no vowel sign of Hindi or Thai as part of a word.
        composed = unicodedata.normalize("NFC", plain)
        plain = "".join(c if c.isalnum() or c == "_" or unicodedata.category(c)[0] == "M" else "-" for c in composed)
        return re.sub("-+", "-", plain).strip("-_")
    return re.sub(r"[^\w]+", "-", plain).strip("-_")


def id_of_file(file: str) -> str:
    """`slides/a/01-latch.md` gives `latch`."""
    stem = file.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    return slug(NUMBERED.sub("", stem)) or slug(stem) or "lesson"


def made_id(text: str, taken: set[str]) -> str:
    """An id made from a text that has none; it steps aside for those that are taken."""
    made = slug(text)[:24].strip("-") or "o1"
    name, number = made, 2
    while name in taken:
        name, number = f"{made}-{number}", number + 1
    return name
