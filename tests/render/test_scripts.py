"""Fonts for other scripts: sent out where a course needs them, and only there."""

from pathlib import Path

import pytest

from support.building import build
from support.project import COURSE, Project

ARABIC_WORD = "## A greeting {#hello}\n\nWe say مرحبا and go on.\n"


def sheets(project: Project, cache: Path) -> str:
    """The style sheets that a build of the deck and the module sends out."""
    build(project.root, "-t", "deck", "-t", "module", cache=cache)
    return "".join(path.read_text("utf-8") for path in sorted((project.root / "site/assets").glob("*.css")))


def pages(project: Project, cache: Path) -> str:
    """All pages of a build that puts everything into the pages."""
    build(project.root, "--single-file", "-t", "deck", cache=cache)
    return "\n".join(path.read_text("utf-8") for path in sorted((project.root / "site").rglob("*.html")))


@pytest.mark.parametrize(
    ("language", "lesson", "arabic", "hebrew"),
    [
        ("en", "## A slide\n\nWords.\n", False, False),
        ("en", ARABIC_WORD, True, False),
        ("ar", "## Latin only\n\nWords.\n", True, False),
        ("he", "## Latin only\n\nWords.\n", False, True),
    ],
)
def test_a_font_is_sent_out_where_its_letters_occur(
    project: Project, tmp_path: Path, language: str, lesson: str, arabic: bool, hebrew: bool
) -> None:
    """In the course's own text, if only for one word, or in nothing but the buttons around it."""
    project.file("slides/c/course.yaml", COURSE.replace("language: en", f"language: {language}")).lesson(lesson)
    styles = sheets(project, tmp_path / "cache")
    assert ('font-family:"Noto Sans Arabic";' in styles) == arabic
    assert ('font-family:"Noto Sans Hebrew";' in styles) == hebrew


@pytest.mark.parametrize(("lesson", "there"), [("## A slide\n\nWords.\n", False), (ARABIC_WORD, True)])
def test_a_single_file_carries_the_letters_that_occur(
    project: Project, tmp_path: Path, lesson: str, there: bool
) -> None:
    """A word of Arabic in an English course has its font inside; a course without one does not pay for it."""
    project.lesson(lesson)
    assert ('font-family:"Noto Sans Arabic";' in pages(project, tmp_path / "cache")) == there


def test_headings_in_scripts_without_a_display_face_stand_in_bold(project: Project, tmp_path: Path) -> None:
    """Headings ask for 500; the bold of Arabic and Hebrew answers, and text stays regular."""
    project.file("slides/c/course.yaml", COURSE.replace("language: en", "language: ar")).lesson()
    styles = sheets(project, tmp_path / "cache")
    assert 'font-family:"Noto Sans Arabic";font-style:normal;font-weight:500 900;' in styles
    assert 'font-family:"Noto Sans Arabic";font-style:normal;font-weight:400;' in styles
