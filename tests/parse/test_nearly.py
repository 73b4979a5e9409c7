"""What an author surely meant: signs that are almost right, and names of files as cameras and people give them."""

import pytest

from builder.model.diagnostic import Diagnostic
from builder.model.place import Place
from builder.parse.outline import Box, Outline, Picture
from builder.parse.scanner import scan


def outline(text: str) -> Outline:
    def include(name: str, at: Place) -> tuple[str, str, int] | Diagnostic:
        raise AssertionError(f"{name} is asked for at {at}")

    return scan("01-lesson.md", text, 1, include)


@pytest.mark.parametrize(
    "name", ["img/baby face.PNG", "img/photo (1).jpg", "img/baby's hand.jpg", "img/a.svg", "<img/a b.svg>"]
)
@pytest.mark.parametrize("caption", ["", ' "A caption"'])
def test_a_picture_by_the_name_that_it_has(name: str, caption: str) -> None:
    """A space, brackets or an apostrophe in a file's name leave it a figure of the slide, not a sign in its text."""
    (node,) = outline(f'## A\n\n![Words]({name}{caption}){{width="50%"}}\n').sections[0].slides[0].nodes
    assert isinstance(node, Picture)
    assert (node.alt, node.target) == ("Words", name.strip("<>"))
    assert node.caption == caption.strip(' "')


def test_notes_with_two_colons_stay_notes() -> None:
    """One fault, one finding for each line: the block that was meant is there, and nothing of it on the slide."""
    read = outline("## A\n\n:: notes\nFor me alone.\n::\n\nFor all.\n")
    box, _ = read.sections[0].slides[0].nodes
    assert isinstance(box, Box)
    assert box.kind == "notes"
    assert [(one.rule.code, one.at.line) for one in read.noticed] == [("L127", 3), ("L127", 5)]


@pytest.mark.parametrize(
    "line", [":: and so on", "a :: notes", "#", "# A section", "{{ name }}", "![a](img/x.svg)", "•none", "!(no)"]
)
def test_what_is_no_slip(line: str) -> None:
    """Sentences, and signs that are right, are left alone."""
    assert outline(f"## A\n\n{line}\n").noticed == ()
