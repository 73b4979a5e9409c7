"""Findings keep their line, whatever stands before them. The fuzz found each of these."""

import pytest

from support.project import Project

CASES = [
    ("a definition in a paragraph", "## A\n\nWords\n[n]: x.svg\nand [@nobody]\n", (5, 7)),
    ("a footnote of several lines", "## A\n\nWords[^n]\n[^n]: A note.\n\n    More.\n[@nobody]\n", (7, 3)),
    ("an abbreviation in a list", "## A\n\n- MER\n*[MER]: reflex\n- [@nobody]\n", (5, 5)),
    ("an option", "## A\n\n::: {.quiz #q}\nWhich?\n\n- [x] a\n- [ ] b [@nobody]\n:::\n", (7, 11)),
    ("feedback", "## A\n\n::: {.quiz #q}\nWhich?\n\n- [x] a\n\n  > x\n  > b [@nobody]\n- [ ] b\n:::\n", (9, 9)),
    ("lazy feedback", "## A\n\n::: {.quiz #q}\nWhich?\n\n- [x] a\n  > x\n  b [@nobody]\n- [ ] b\n:::\n", (8, 7)),
    ("line ends of old Macs", "## A\r\rWords\r\r[@nobody]\r", (5, 3)),
    ("a byte-order mark", "\ufeff## A\n\n[@nobody]\n", (3, 3)),
    ("signs that end a line elsewhere", "## A\n\na\x0bb\x0cc\u2028d\x85e [@nobody]\n", (3, 13)),
]


@pytest.mark.parametrize(("text", "place"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_finding_keeps_its_place(project: Project, text: str, place: tuple[int, int]) -> None:
    """The line and the column at which an editor shows the words."""
    project.lesson(text).picture("x.svg")
    (found,) = (one for one in project.load().diagnostics if one.rule.code == "R101")
    assert (found.at.line, found.at.column) == place
