"""Where something stands in an author's file."""

from typing import NamedTuple


class Place(NamedTuple):
    """A position in a project file: POSIX path from the project root, line and column counted from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"
