"""The settings at the head of a lesson, kept apart without losing line numbers."""

from typing import NamedTuple

from builder.model.diagnostic import Diagnostic
from builder.read.rules import FRONT_MATTER_OPEN
from builder.read.source import Source


class Split(NamedTuple):
    """`settings` is the YAML between the `---` lines, preceded by as many empty lines as stand before it, so that
    its line numbers are the file's. `first_line` is the number of the body's first line."""

    settings: str
    body: str
    first_line: int


def split(source: Source) -> tuple[Split, tuple[Diagnostic, ...]]:
    """Cut a lesson into settings and body. A file without front matter is all body."""
    text = source.text
    if not text.startswith("---") or text.split("\n", 1)[0].rstrip() != "---":
        return Split("", text, 1), ()
    lines = text.split("\n")
    for number, line in enumerate(lines[1:], start=2):
        if line.rstrip() in ("---", "..."):
            return Split("\n" + "\n".join(lines[1 : number - 1]), "\n".join(lines[number:]), number + 1), ()
    said = "the front matter that begins here is never closed"
    open_end = Diagnostic(FRONT_MATTER_OPEN, source.at(1), said, FRONT_MATTER_OPEN.instead)
    return Split("", "", len(lines) + 1), (open_end,)
