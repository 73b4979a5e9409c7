"""Findings taken from the beginning of a text to the very words that they are about."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from builder.model.diagnostic import Diagnostic
from builder.model.place import Place

NEXT = ("# ", "## ", "---")
"""What begins the next slide or section: the words are not looked for beyond it."""


def pinpointed(root: Path, found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Findings whose `words` stand in a text that begins at their place, with the place of the words. Where these are
    not written as they are read (`10 **mg**`), the finding stays at the text's beginning."""
    files: dict[str, Sequence[str]] = {}
    sharp = []
    for one in found:
        if one.words and one.at.file:
            if one.at.file not in files:
                files[one.at.file] = lines_of(root / one.at.file)
            at = place_of(one.words, one.at, files[one.at.file])
            one = one._replace(at=at or one.at, words="")
        sharp.append(one)
    return sharp


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
    """The lines of a file; none where it cannot be read any more."""
    try:
        return path.read_text("utf-8-sig", errors="replace").splitlines()
    except OSError:
        return ()
