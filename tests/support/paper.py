"""What a PDF says to those who read it by its tags: headings, paragraphs, lists and tables in their order.

Text by page would change with every version of Pango; the tags do not know where a line ends.
"""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

NODE = re.compile(r"( *)(\w+)(?: \((?:block|inline|grouping)\))?:?")
SAID = re.compile(r' *"(.*)"')
BLOCKS = re.compile(r"H\d|P|LI|TR|Figure|Caption|BlockQuote|TOCI|Formula|Code|Div|Sect|Art|L|Table")
BROKEN = re.compile("\u2010(?: |$)")
INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]")
SPACE = re.compile(r"\s+")
BEFORE_STOP = re.compile(r" (?=[,.;:?!)](?: |$))")
LEADERS = re.compile(r"(?: ?\.){4,}")


class Tag:
    """An element of the structure tree: tags and texts in it."""

    def __init__(self, name: str, depth: int) -> None:
        self.name, self.depth, self.alternative = name, depth, ""
        self.inside: list[Tag | str] = []

    def lines(self) -> Iterator[str]:
        """The tag and its text, a line for each block."""
        if self.name == "TR" or not any(tag.is_block() for tag in self.within()):
            yield from self._line([self.text()])
            return
        loose: list[str] = []
        for one in self.inside:
            if isinstance(one, str) or not (one.is_block() or any(tag.is_block() for tag in one.within())):
                loose.append(one if isinstance(one, str) else one.text())
                continue
            yield from self._line(loose)
            loose = []
            yield from (f"  {line}" for line in one.lines()) if self.name == "LI" else one.lines()
        yield from self._line(loose)

    def _line(self, loose: list[str]) -> Iterator[str]:
        text = LEADERS.sub(" …", BEFORE_STOP.sub("", SPACE.sub(" ", " ".join(loose)).strip()))
        if text or self.alternative:
            yield " ".join(filter(None, (self.name, f"“{self.alternative}”" if self.alternative else "", text)))

    def text(self) -> str:
        """All the text within, the cells of a row apart."""
        parts = (one if isinstance(one, str) else one.text() for one in self.inside)
        joined = (" | " if self.name == "TR" else " ").join(parts)
        return SPACE.sub(" ", BROKEN.sub("", joined)).strip()

    def within(self) -> "Iterator[Tag]":
        """All tags within."""
        for one in self.inside:
            if isinstance(one, Tag):
                yield one
                yield from one.within()

    def is_block(self) -> bool:
        """Whether the tag begins a new line."""
        return bool(BLOCKS.fullmatch(self.name))


def paper_text(file: Path) -> str:
    """The title, the language, the number of pages, and then what is said."""
    facts = dict(line.split(":", 1) for line in run("pdfinfo", str(file)).splitlines() if ":" in line)
    head = f"{facts['Title'].strip()} · pages: {facts['Pages'].strip()}"
    return "\n".join([head, "", *structure(file).lines()]) + "\n"


def structure(file: Path) -> Tag:
    """The structure tree as poppler reads it."""
    top = Tag("Document", -1)
    open_ = [top]
    said_instead = iter(alternatives(file))
    for line in INVISIBLE.sub("", run("pdfinfo", "-struct-text", str(file))).splitlines():
        if said := SAID.fullmatch(line):
            open_[-1].inside.append(said[1])
        elif node := NODE.fullmatch(line):
            tag = Tag(node[2], len(node[1]))
            while open_[-1].depth >= tag.depth:
                open_.pop()
            tag.alternative = next(said_instead) if tag.name == "Figure" else ""
            open_[-1].inside.append(tag)
            open_.append(tag)
    return top


def alternatives(file: Path) -> list[str]:
    """The alternative texts of all figures in the order of the structure tree, which poppler does not tell."""
    import pikepdf

    found: list[str] = []

    def walk(element: object) -> None:
        if isinstance(element, pikepdf.Array):
            for one in element:
                walk(one)
        elif isinstance(element, pikepdf.Dictionary) and "/S" in element:
            if element["/S"] == "/Figure":
                found.append(str(element.get("/Alt", "")))
            walk(element.get("/K"))

    with pikepdf.open(file) as paper:
        walk(paper.Root.StructTreeRoot.K)
    return found


def text_of(file: Path) -> str:
    """All text of all pages, headers and footers too, without the characters nobody sees."""
    return SPACE.sub(" ", INVISIBLE.sub("", run("pdftotext", "-enc", "UTF-8", str(file), "-")))


def run(*command: str) -> str:
    return subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8")
