"""Words are parted as their language parts them."""

from pathlib import Path, PurePosixPath

import pytest

from builder.model.place import Place
from builder.render.paper.fonts import faces, needed, stack
from builder.render.press import Job
from builder.render.web import WebFiles
from formats.small import course, kit
from support.printing import printed, text_of_pages

needs_fonts = pytest.mark.skipif(not WebFiles().folder.joinpath("fonts.json").is_file(), reason="no fonts were built")
PAGE = (
    '<!doctype html><html lang="{language}"><head><title>T</title><style>{style}'
    "html{{hyphens:auto;hyphenate-limit-chars:8 4 3;hyphenate-character:'|'}}p{{width:{width}mm}}</style></head>"
    "<body><p>{text}</p></body></html>"
)


@needs_fonts
@pytest.mark.pdf
@pytest.mark.parametrize(
    ("language", "word", "width", "parted"),
    [
        ("en", "breastfeeding", 18, "breast| feeding"),
        ("de", "Stillberatung", 18, "Stillbera| tung"),
        ("fr", "allaitement", 16, "allaite| ment"),
        ("es", "lactancia materna", 10, "lactan| cia"),
    ],
)
def test_a_word_is_parted_by_its_language(language: str, word: str, width: int, parted: str, tmp_path: Path) -> None:
    of = kit(tmp_path, web=WebFiles())
    fonts = needed(of, word)
    family = stack('"Atkinson Hyperlegible Next"', fonts)
    style = f"{faces(fonts)}html{{font-family:{family};font-size:12pt}}"
    html = PAGE.format(language=language, style=style, text=word, width=width)
    files, found = printed(of, course(), [Job("site", PurePosixPath("a.pdf"), html, Place(""))], tmp_path)
    assert found == []
    assert parted in text_of_pages(files["a"])[0]
