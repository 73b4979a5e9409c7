"""Pandoc's slides (for reveal.js, Beamer, Slidy, PowerPoint) in Markdown: headings of one level begin slides."""

import re

from builder.imports.imported import Imported, text_of
from builder.imports.slides.habits import Habits
from builder.imports.slides.lesson import Deck

NAMES = ("pandoc",)
ENDINGS = ("md", "markdown", "rmd", "txt")
SIGNS = re.compile(
    r"\A% \S|^:{3,}\s*[\w{]|^\. \. \.\s*$|^#{1,2} .*\{[.#-][^}]*\}\s*$"
    r"|\A---\n(?:(?!---\n|\.\.\.\n).*\n)*?(?:format|output|revealjs-url|slide[-_]level|aspectratio|header-includes|"
    r"colortheme|bibliography|incremental|institute)\s*:",
    re.MULTILINE,
)


def looks_like(text: str) -> bool:
    """Whether the head or a block is one of Pandoc's."""
    return bool(SIGNS.search(text.replace("\r\n", "\n")))


def read(data: bytes, name: str) -> Imported:
    """One lesson."""
    return Deck(text_of(data), name, Habits(levels=True)).imported()
