"""Style sheets are put together once for a course, and name no font that is not handed over."""

import json
from pathlib import Path, PurePosixPath

from builder.render.head import Head
from builder.render.kit import Kit
from builder.render.sheets import Sheets
from builder.render.web import WebFiles
from formats.small import course, kit

FONTS = [
    {"family": "Text", "weight": "400", "style": "normal", "subset": subset, "unicode_range": "U+20-7F", "file": file}
    for subset, file in (("latin", "a.woff2"), ("arabic", "b.woff2"), ("code", "c.woff2"))
]


def set_up(tmp_path: Path, **more: object) -> Kit:
    made = kit(tmp_path, **more)
    (tmp_path / "fonts.json").write_text(json.dumps(FONTS), "utf-8")
    (tmp_path / "module.css").write_text("/* module.css */", "utf-8")
    for font in FONTS:
        (tmp_path / font["file"]).write_bytes(font["file"].encode())
    return made._replace(web=WebFiles(tmp_path))


def names(head: Head) -> set[str]:
    """The files that a tree's pages need, without the digest in their names."""
    return {one.path.stem.rpartition("-")[0] or one.path.stem for one in head.files()}


def test_both_trees_have_one_sheet(tmp_path: Path) -> None:
    """It is the same value, not only the same text."""
    sheets = Sheets(set_up(tmp_path))
    assert sheets.file("deck") is sheets.file("deck")
    page = PurePosixPath("small/slides/lesson.html")
    assert Head(sheets, "site").styles(page, "deck") == Head(sheets, "presenter").styles(page, "deck")


def test_fonts_come_along_with_the_sheet_that_names_them(tmp_path: Path) -> None:
    """The deck's own sheet names none; the font of code is for paper, and no alphabet comes that no course has."""
    sheets, page = Sheets(set_up(tmp_path)), PurePosixPath("small/slides/lesson.html")
    deck, home = Head(sheets, "site"), Head(sheets, "site")
    deck.styles(page, "deck")
    assert names(deck) == {"LICENSES", "deck"}
    deck.faces(page)
    assert names(deck) == {"LICENSES", "deck", "fonts", "a"}
    home.styles(page, "home")
    assert names(home) == {"LICENSES", "home", "a"}


def test_an_alphabet_comes_with_the_course_that_has_it(tmp_path: Path) -> None:
    """A single file carries those of its own language's courses only."""
    arabic = course()._replace(language="ar", alphabets=frozenset(("arabic",)))
    assert "b-" in Sheets(set_up(tmp_path, courses=(arabic,))).text("fonts")
    alone = Sheets(set_up(tmp_path, courses=(arabic,), single_file=True))
    assert alone.text("deck").count("@font-face") == 1
    assert "data:font/woff2;base64," in alone.text("deck")


def test_a_modules_main_fonts_lie_in_its_sheet(tmp_path: Path) -> None:
    """Upright Latin is there with the sheet; what else may come is used if it comes in time."""
    greek = {**FONTS[1], "subset": "greek"}
    made = set_up(tmp_path, courses=(course()._replace(alphabets=frozenset(("greek",))),))
    (tmp_path / "fonts.json").write_text(json.dumps([FONTS[0], greek]), "utf-8")
    sheets = Sheets(made)
    assert sheets.text("module").count("font-display:block;src:url(data:") == 1
    assert sheets.text("module").count("font-display:optional") == 1
    assert [font.path.name[:2] for font in sheets.file("module").fonts] == ["b-"]
