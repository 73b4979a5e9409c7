"""What stands in a slide's source and not among its blocks: notes, reading text, and the title of a case."""

import re

from builder.model.block import Block
from builder.parse.outline import Node, Run

HEADING = re.compile(r"\A###\s+(.+?)\s*#*\s*(?:\n|\Z)")


class Aside:
    """What a slide holds beside its own blocks: the presenter's notes and the reading text. In a `sample`, all notes
    belong to the example."""

    def __init__(self, sample: bool = False) -> None:
        self.sample = sample
        self.notes: list[Block] = []
        self.prose: list[Block] = []


def without_heading(nodes: tuple[Node, ...]) -> tuple[str, tuple[Node, ...]]:
    """A case's `###` heading and what follows it."""
    if nodes and isinstance(nodes[0], Run):
        match = HEADING.match(nodes[0].text)
        if match:
            rest = nodes[0].text[match.end() :].lstrip("\n")
            line = nodes[0].at.line + nodes[0].text.count("\n", 0, len(nodes[0].text) - len(rest))
            first = (Run(rest, nodes[0].at._replace(line=line)),) if rest else ()
            return match[1], (*first, *nodes[1:])
    return "", nodes
