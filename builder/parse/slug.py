"""Ids made from words and file names."""

import re

NUMBERED = re.compile(r"^\d+[-_. ]+")


def slug(words: str) -> str:
    """Lower-case words joined by hyphens; letters of every script stay."""
    return re.sub(r"[^\w]+", "-", words.lower().replace("’", "").replace("'", "")).strip("-_")


def id_of_file(file: str) -> str:
    """`slides/a/01-latch.md` gives `latch`."""
    stem = file.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    return slug(NUMBERED.sub("", stem)) or slug(stem) or "lesson"
