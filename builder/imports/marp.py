"""Marp decks: breaks begin slides, comments are what the presenter says, or orders."""

import re

from builder.imports.imported import Imported, text_of
from builder.imports.slides.habits import Habits
from builder.imports.slides.lesson import Deck

NAMES = ("marp",)
ENDINGS = ("md", "markdown")
SIGNS = re.compile(
    r"\A---\n(?:.*\n)*?marp\s*:\s*true\b|<!--\s*_(?:class|paginate|backgroundColor|header|footer)\s*:|!\[bg\b"
)


def looks_like(text: str) -> bool:
    """Whether the head says so, or an order does."""
    return bool(SIGNS.search(text.replace("\r\n", "\n")))


def read(data: bytes, name: str) -> Imported:
    """One lesson."""
    return Deck(text_of(data), name, Habits(noted=True, starred=True)).imported()
