"""Quarto's slides: Pandoc's, with headings of the second level as slides, and with code that is run."""

from builder.imports.imported import Imported, text_of
from builder.imports.slides.habits import Habits
from builder.imports.slides.lesson import Deck

NAMES = ("quarto",)
ENDINGS = ("qmd",)


def looks_like(text: str) -> bool:
    """Known by its ending."""
    return bool(text.strip())


def read(data: bytes, name: str) -> Imported:
    """One lesson."""
    return Deck(text_of(data), name, Habits(levels=True, slide_level=2)).imported()
