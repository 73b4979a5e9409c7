"""What differs between the tools that write slides in Markdown."""

from typing import NamedTuple


class Habits(NamedTuple):
    """How one tool writes slides. `levels`: headings begin slides (Pandoc), or breaks alone do. `setext`: a line of
    dashes right below words makes them a heading. `noted`: comments are what the presenter says. `note_line`: a line
    that begins with this word begins notes. `starred`: lists with `*` come step by step. `slide_level`: the level of
    a slide's heading, 0 where the deck itself shows it. `down`: two dashes end a slide too."""

    levels: bool = False
    setext: bool = True
    noted: bool = False
    note_line: str = ""
    starred: bool = False
    slide_level: int = 0
    down: bool = False
