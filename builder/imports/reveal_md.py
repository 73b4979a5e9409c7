"""reveal-md and reveal.js decks in Markdown: `---` begins a slide, `----` one below it, `Note:` what is said."""

from builder.imports.imported import Imported, text_of
from builder.imports.slides.habits import Habits
from builder.imports.slides.lesson import Deck

NAMES = ("reveal-md",)
ENDINGS = ("md", "markdown")


def looks_like(text: str) -> bool:
    """Any Markdown that is none of the others may be one."""
    return bool(text.strip())


def read(data: bytes, name: str) -> Imported:
    """One lesson."""
    return Deck(text_of(data), name, Habits(setext=False, note_line="notes?:", down=True)).imported()
