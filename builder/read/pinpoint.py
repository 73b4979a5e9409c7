"""Findings taken from the beginning of a text to the very words that they are about."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from builder.model.diagnostic import Diagnostic
from builder.model.place import Place
from builder.read.source import unified

NEXT = ("# ", "## ", "---")
"""What begins the next slide or section: the words are not looked for beyond it."""


def pinpointed(root: Path, found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Findings whose `words` stand in a text that begins at their place, with the place of the words. Where these are
    not written as they are read (`10 **mg**`), the finding stays at the text's beginning. One in a text that YAML lays
    over several lines gets its line.
    """
    files: dict[str, Sequence[str]] = {}

    def lines(file: str) -> Sequence[str]:
        if file not in files:
            files[file] = lines_of(root / file)
        return files[file]

    sharp = []
    for one in found:
        if one.words and one.at.file:
            here = lines(one.at.file)
            at = place_of(one.words, one.at, here) or place_of(one.words.lower(), one.at, [s.lower() for s in here])
            one = one._replace(at=at or one.at, words="")
        elif one.at.column > 1 and one.at.file.endswith((".yaml", ".yml")):
            one = one._replace(at=unfolded(one.at, lines(one.at.file)))
        sharp.append(one)
    return sharp


def unfolded(at: Place, lines: Sequence[str]) -> Place:
    """A place beyond its line's end, counted on through the next lines: in YAML a line's end inside a text is one
    space, and what stands before the next line's first word is nothing (YAML 1.2, chapter 6.5)."""
    line, column = at.line, at.column
    while 0 < line < len(lines) and column > len(lines[line - 1].rstrip()) + 1:
        column -= len(lines[line - 1].rstrip()) + 1
        line += 1
        column += len(lines[line - 1]) - len(lines[line - 1].lstrip())
    last = len(lines[line - 1]) + 1 if 0 < line <= len(lines) else column
    return at._replace(line=line, column=min(column, last))


def place_of(words: str, at: Place, lines: Sequence[str]) -> Place | None:
    """Where words stand first from a place on, in the same slide; also where a line ends between them."""
    parts = words.split()
    for number in range(at.line - 1, len(lines)):
        line = lines[number]
        if number >= at.line and line.startswith(NEXT):
            return None
        column = line.find(words)
        if column < 0 and len(parts) > 1 and number + 1 < len(lines):
            both = f"{line.rstrip()} {lines[number + 1].strip()}"
            column = both.find(words)
            column = column if column < len(line.rstrip()) else -1
        if column >= 0:
            return at._replace(line=number + 1, column=column + 1)
    return None


def lines_of(path: Path) -> Sequence[str]:
    """The lines of a file; none where it cannot be read any more, or is no text: a picture, a film."""
    try:
        text = path.read_text("utf-8-sig", errors="replace")
    except OSError:
        return ()
    return () if "\0" in text else unified(text).split("\n")
