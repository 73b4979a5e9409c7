"""One-page handouts: what stands on them."""

from builder.model.block import Block, Group, Text
from builder.model.course import Sheet
from support.project import Project


def sheet(project: Project, content: str) -> Sheet:
    """The sheet of that content."""
    project.lesson().file("slides/c/sheets/parent-sheet.md", content)
    assert project.found() == []
    (only,) = project.course().sheets
    return only


def texts(blocks: tuple[Block, ...]) -> list[str]:
    """The HTML of all running text."""
    found: list[str] = []
    for block in blocks:
        if isinstance(block, Text):
            found.append(block.prose.html)
        elif isinstance(block, Group):
            found += texts(block.blocks)
    return found


def test_settings(project: Project) -> None:
    """A sheet's settings: title, audience, pages and the size of its type."""
    made = sheet(project, "---\ntitle: For parents\naudience: parents\npages: 1\ntype-size: 13pt\n---\n\nWords.\n")
    assert (made.id, made.title, made.audience, made.pages, made.type_size) == (
        "parent-sheet", "For parents", "parents", 1, 13,
    )  # fmt: skip


def test_nothing_is_lost(project: Project) -> None:
    """Headings of both levels and reading text stand on the sheet; the presenter's notes do not."""
    asides = "::: prose\nMore.\n:::\n\n::: notes\nHidden.\n:::\n"
    made = sheet(project, f"Before.\n\n# Part\n\n## Piece\n\nWords.\n\n{asides}")
    assert texts(made.blocks) == ["<p>Before.</p>", "<h2>Part</h2>", "<h2>Piece</h2>", "<p>Words.</p>", "<p>More.</p>"]


def test_citations(project: Project) -> None:
    """The sources cited on a sheet are listed in their order, each once."""
    made = sheet(project.source(), "## A\n\nSo [@heise2011], and so [@heise2011].\n")
    assert made.cites == ("heise2011",)


def test_empty_sheet(project: Project) -> None:
    """A sheet with nothing on it is reported."""
    project.lesson().file("slides/c/sheets/a.md", "---\ntitle: A\n---\n")
    assert project.found() == ["slides/c/sheets/a.md:1:1 L117 this sheet is empty"]
