"""A `:::` block while its lines are read."""

from builder.model.attributes import Attributes
from builder.model.place import Place
from builder.parse.outline import Node


class Level:
    """A block that is still open; `below` are the lines under its first one, as they are written."""

    def __init__(self, kind: str, attributes: Attributes, at: Place, below: list[str]) -> None:
        self.kind = kind
        self.attributes = attributes
        self.at = at
        self.below = below
        self.nodes: list[Node] = []

    def source(self, end: Place) -> str:
        """What is written in it, up to the line that closes it, and no further than its file."""
        if self.kind != "example":
            return ""
        from textwrap import dedent  # most lessons show no example

        within = self.below[: max(end.line - self.at.line - 1, 0)] if end.file == self.at.file else self.below
        return dedent("\n".join(within)).strip("\n")
