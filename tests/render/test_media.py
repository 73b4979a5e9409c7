"""Addresses of pictures."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from builder.render.media import plain
from support.building import build
from support.chromium import chromium, opened, until
from support.project import Project


@pytest.mark.parametrize(
    ("stem", "made"),
    [
        ("wave", "wave"),
        ("Slide #1", "Slide-1"),
        ("50% less?", "50-less"),
        ("größe_2.x", "größe_2.x"),
        ("???", "file"),
        ("a ", "a"),
    ],
)
def test_names_of_files(stem: str, made: str) -> None:
    """What an address takes for something else is left out."""
    assert plain(stem) == made


@pytest.mark.browser
def test_a_picture_of_any_name_is_seen(project: Project, tmp_path: Path) -> None:
    """As PowerPoint names them; and the same picture in two folders is one file."""
    names = ("img/Slide #1.png", "img/50% less?.png", "more/Slide #1.png")
    data = BytesIO()
    Image.new("RGB", (60, 40), "teal").save(data, "PNG")
    for name in names:
        project.file(f"slides/c/{name}", data.getvalue())
    shown = "".join(f"![A shape, {number}](<{name}>)\n\n" for number, name in enumerate(names))
    project.lesson(f"## A\n\n{shown}")
    build(project.root, "-t", "deck", "-t", "module", cache=tmp_path / "cache")
    pages = [*(project.root / "site/c/slides").glob("*.html"), *(project.root / "site/c/learn").glob("lesson*.html")]
    with chromium() as browser, opened(browser) as page:
        for file in pages:
            page.goto(file.as_uri())
            until(page, f"[...document.images].filter((one) => one.naturalWidth === 60).length === {len(names)}")
    assert len([*(project.root / "site/assets").glob("*.png")]) == 2
