"""What authors give a press: each fault is told with its place, and there is a PDF all the same."""

import io
import socket
from pathlib import Path
from random import Random
from typing import Any

import pytest
from PIL import Image

from builder.check.printed import too_coarse
from builder.formats.handout import _job, _slides
from builder.model.diagnostic import Diagnostic
from builder.render.paper.minis import Minis
from builder.render.paper.photos import AS_IT_IS, fitted, four_inks
from builder.render.paper.sheet import sheet_pages
from builder.render.press import Job
from builder.render.web import WebFiles
from support.printing import Loaded, loaded, printed, text_of_pages
from support.project import Project

needs_fonts = pytest.mark.skipif(not WebFiles().folder.joinpath("fonts.json").is_file(), reason="no fonts were built")
HEAD = "---\ntitle: A leaf\naudience: professionals\n---\n\n"
LONG = "Donaudampfschifffahrt" * 14


def picture(mode: str = "RGB", size: tuple[int, int] = (300, 200), kind: str = "PNG", colour: Any = 0) -> bytes:
    made = io.BytesIO()
    Image.new(mode, size, colour).save(made, kind)
    return made.getvalue()


def noise(size: int) -> bytes:
    made = io.BytesIO()
    Image.frombytes("RGB", (size, size), Random(1).randbytes(size * size * 3)).save(made, "PNG")
    return made.getvalue()


def leaf(project: Project, body: str, **pictures: bytes) -> Loaded:
    for name, data in pictures.items():
        project.file(f"slides/c/img/{name.replace('_', '.')}", data)
    project.lesson().file("slides/c/sheets/leaf.md", f"{HEAD}{body}\n\n{{{{< help >}}}}\n")
    return loaded(project.root, "c")


def on_paper(of: Loaded, folder: Path) -> tuple[Path, list[Diagnostic]]:
    (sheet,) = of.course.sheets
    (html,) = sheet_pages(of.kit, of.course, sheet, "a4")
    job: Job = _job("site", of.course, sheet.id, "a4", html, sheet.at)
    files, found = printed(of.kit, of.course, [job], folder)
    return files["leaf-a4"], found


def told(found: list[Diagnostic]) -> list[tuple[str, str, int]]:
    return [(one.rule.code, one.at.file, one.at.line) for one in found]


@needs_fonts
@pytest.mark.pdf
class TestPrinted:
    def test_a_word_without_a_place_to_break_stays_on_the_page(self, project: Project, tmp_path: Path) -> None:
        file, found = on_paper(leaf(project, f"A {LONG} word."), tmp_path)
        assert found == []
        assert LONG in "".join(text_of_pages(file)).replace(" ", "")

    def test_a_table_that_is_too_wide_is_told_with_its_place(self, project: Project, tmp_path: Path) -> None:
        of = leaf(project, f"Words.\n\n| A | B |\n|---|---|\n| {LONG} | b |")
        file, found = on_paper(of, tmp_path)
        assert told(found) == [("F211", "slides/c/sheets/leaf.md", 6)]
        assert file.stat().st_size > 1000

    def test_a_table_of_forty_rows_on_a_slide_is_told_with_its_place(self, project: Project, tmp_path: Path) -> None:
        rows = "\n".join(f"| {number} | row |" for number in range(1, 41))
        long = f"## Long {{#long}}\n\n| A | B |\n|---|---|\n{rows}"
        project.lesson(f"# Part\n\n{long}\n\n## Next {{#next}}\n\nOn it goes.\n")
        of = loaded(project.root, "c")
        lesson = of.course.lessons[0]
        kit = of.kit._replace(prints=of.kit.prints._replace(layouts=("3",), papers=("a4",)))
        files, found = printed(kit, of.course, _slides(of.course, kit, lesson, Minis(kit, of.course, lesson)), tmp_path)
        assert told(found) == [("F207", "slides/c/01-lesson.md", 3)]
        assert files
        assert all("On it goes." in " ".join(text_of_pages(file)) for file in files.values())

    def test_a_character_that_no_font_of_ours_has(self, project: Project, tmp_path: Path) -> None:
        _, found = on_paper(leaf(project, "Fine.\n\nA \u2603 in June."), tmp_path)
        assert {one.rule.code for one in found} <= {"F202", "F206"}
        assert {(one.at.file, one.at.line) for one in found} == {("slides/c/sheets/leaf.md", 6)}
        assert "U+2603" in found[0].message

    def test_a_damaged_picture_is_left_out_and_told(self, project: Project, tmp_path: Path) -> None:
        half = picture(kind="JPEG")[:700]
        of = leaf(project, "Words.\n\n![Half a picture of a ground](../img/half.jpg)\n\nMore.", half_jpg=half)
        file, found = on_paper(of, tmp_path)
        assert told(found) == [("F203", "slides/c/sheets/leaf.md", 8)]
        assert "img/half.jpg" in found[0].message
        assert "More." in text_of_pages(file)[0]

    def test_a_huge_picture_does_not_make_a_huge_file(self, project: Project, tmp_path: Path) -> None:
        data = noise(3000)
        of = leaf(project, "![Noise in all its colours here](../img/big.png)", big_png=data)
        assert "A103" in [one.rule.code for one in of.found]
        file, found = on_paper(of, tmp_path)
        assert found == []
        assert file.stat().st_size < len(data) / 5

    def test_colours_for_the_printing_press_become_those_of_all_printers(
        self, project: Project, tmp_path: Path
    ) -> None:
        cyan = picture("CMYK", kind="JPEG", colour=(255, 0, 0, 0))
        file, found = on_paper(leaf(project, "![A plain cyan ground for a test](../img/c.jpg)", c_jpg=cyan), tmp_path)
        assert found == []
        assert b"DeviceCMYK" not in file.read_bytes()

    def test_an_svg_with_a_script_or_an_outside_address_is_not_taken_in(self, project: Project) -> None:
        svg = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">%s</svg>'
        for inside in (b"<script>1</script>", b'<image href="https://example.org/x.png"/>'):
            of = leaf(project, "![A drawing of nothing much](../img/a.svg)", a_svg=svg % inside)
            assert "A102" in [one.rule.code for one in of.found]

    def test_nothing_is_asked_of_the_network_and_no_path_is_told(
        self, project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(*_: object, **__: object) -> None:
            raise AssertionError("the network was asked")

        monkeypatch.setattr(socket.socket, "connect", refuse)
        file, _ = on_paper(leaf(project, "A [link](https://example.org/a)."), tmp_path)
        assert str(project.root).encode() not in file.read_bytes()
        assert str(Path.cwd()).encode() not in file.read_bytes()

    def test_a_font_that_is_damaged_is_told_and_another_taken(
        self, project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("builder.render.press.data_of", lambda kit, name: b"wOF2 and then nothing")
        file, found = on_paper(leaf(project, "Words."), tmp_path)
        assert "F212" in [one.rule.code for one in found]
        assert "Words." in text_of_pages(file)[0]


def test_a_picture_of_one_point_is_told(project: Project) -> None:
    of = leaf(project, "![One red point for a test](../img/one.png)", one_png=picture(size=(1, 1)))
    (found,) = too_coarse(of.course)
    assert (found.at.file, found.at.line) == ("slides/c/sheets/leaf.md", 6)
    assert "1 by 1" in found.message


def test_a_picture_stays_as_it_is_unless_it_must_not() -> None:
    assert fitted(picture(), wanted=False) == AS_IT_IS
    assert fitted(picture(size=(4000, 40)), wanted=True).startswith(b"image/jpeg\n")
    assert fitted(picture("RGBA", (4000, 40)), wanted=True).startswith(b"image/png\n")
    assert fitted(picture(kind="JPEG")[:500], wanted=False) == b""
    assert fitted(b"no picture", wanted=True) == b""


def test_a_jpeg_of_four_inks_is_known_by_its_frame() -> None:
    assert four_inks(picture("CMYK", kind="JPEG"))
    assert not four_inks(picture(kind="JPEG"))
    assert not four_inks(picture())
    assert not four_inks(b"\xff\xd8\xff")
