"""Findings go from the beginning of a text to the words they are about."""

import pytest

from builder.model.diagnostic import Diagnostic, Rule
from builder.model.place import Place
from builder.read.pinpoint import pinpointed, place_of, unfolded
from support.project import Project

RULE = Rule("X999", "x", "advice", "", "", "")


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("10 mg", (4, 9)),
        ("ends here and", (5, 3)),
        ("nowhere", None),
        ("after the heading", None),
    ],
)
def test_words_are_found(words: str, place: tuple[int, int] | None) -> None:
    """On a later line, over the end of a line, and never on the next slide."""
    lines = ["## A", "", "- first", "- often 10 mg", "- ends here", "  and goes on", "", "## B", "after the heading"]
    found = place_of(words, Place("a.md", 3), lines)
    assert (found and (found.line, found.column)) == place


def test_capitals_do_not_matter_where_there_is_no_better_place(project: Project) -> None:
    """Some rules look at words in small letters."""
    project.lesson("## A\n\nThe Milk, the milk\n")
    for words, column in (("milk", 15), ("Milk", 5), ("MILK", 5)):
        (found,) = pinpointed(project.root, [Diagnostic(RULE, Place("slides/c/01-lesson.md", 3), "said", words=words)])
        assert found.at.column == column


def test_a_finding_stays_where_its_words_are_written_otherwise(project: Project) -> None:
    """Marks inside the words, or a file that has gone since."""
    project.lesson("## A\n\n10 **mg** here\n")
    for file in ("slides/c/01-lesson.md", "slides/c/gone.md"):
        (kept,) = pinpointed(project.root, [Diagnostic(RULE, Place(file, 3), "said", words="10 mg")])
        assert (kept.at, kept.words) == (Place(file, 3), "")


def test_a_text_that_yaml_lays_over_several_lines() -> None:
    """A place counted in the text itself is found again on the line where it is written."""
    lines = ["stem: What begins", "   before the milk  ", "      flows [@nobody]?"]
    text = "What begins before the milk flows [@nobody]?"
    column = len("stem: ") + text.index("before") + 1
    assert unfolded(Place("q.yaml", 1, column), lines) == Place("q.yaml", 2, 4)
    assert unfolded(Place("q.yaml", 1, 5), lines) == Place("q.yaml", 1, 5)
    assert unfolded(Place("q.yaml", 1, 999), lines) == Place("q.yaml", 3, len(lines[2]) + 1)
