"""The press: tagged, the same bytes every time, nothing from outside, and what it notices."""

import io
import subprocess
import sys
from html import escape
from pathlib import Path, PurePosixPath

import pikepdf
import pytest

from builder.model.asset import Asset
from builder.model.course import Course
from builder.model.diagnostic import Diagnostic
from builder.model.output import Output
from builder.model.place import Place
from builder.render import press
from builder.render.kit import Kit
from builder.render.maths import drawn
from builder.render.memo import Memo
from builder.render.paper.fit import excerpt, shrunk
from builder.render.paper.fonts import faces, needed, stack
from builder.render.press import Job, Printed
from builder.render.qr import qr
from builder.render.web import WebFiles
from formats.small import course, kit

HEAD = (
    '<!doctype html><html lang="en"><head><title>T</title><meta name="dcterms.created" content="2026-11-22">'
    '<meta name="dcterms.modified" content="2026-11-22"><style>{faces}body{{font-family:{family}}}{css}</style></head>'
)
needs_fonts = pytest.mark.skipif(not WebFiles().folder.joinpath("fonts.json").is_file(), reason="no fonts were built")


@pytest.fixture
def full_kit(tmp_path: Path) -> Kit:
    return kit(tmp_path, web=WebFiles())


def page(of: Kit, body: str, css: str = "") -> str:
    fonts = needed(of, body)
    family = stack('"Atkinson Hyperlegible Next"', fonts)
    return HEAD.format(faces=faces(fonts), family=family, css=css) + f"<body>{body}</body></html>"


def job(html: str, **more: object) -> Job:
    return Job("site", PurePosixPath("a.pdf"), html, Place("slides/c/01.md"), **more)  # type: ignore[arg-type]


def printed(of: Kit, *jobs: Job, about: Course | None = None) -> tuple[list[bytes], list[Diagnostic]]:
    made = list(press.press(of, about or course(), jobs))
    outputs = [one.data for one in made if isinstance(one, Output)]
    return outputs, [one for one in made if isinstance(one, Diagnostic)]


def codes(found: list[Diagnostic]) -> list[str]:
    return [one.rule.code for one in found]


def test_importing_the_press_imports_no_weasyprint() -> None:
    code = "import sys, builder.render.press, builder.formats.handout; print('weasyprint' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"


@needs_fonts
@pytest.mark.pdf
class TestPrinting:
    def test_is_tagged_and_has_all_fonts_inside(self, full_kit: Kit) -> None:
        (data,), found = printed(full_kit, job(page(full_kit, "<h1>Milk</h1><p>Žutić, 5 < 7</p>")))
        pdf = pikepdf.open(io.BytesIO(data))
        assert not found
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "en"
        fonts = [font for one in pdf.pages for font in one.Resources.Font.values()]
        assert all("FontFile2" in str(font.DescendantFonts[0].FontDescriptor.keys()) for font in fonts)

    def test_same_bytes_in_another_process_and_folder(self, full_kit: Kit, tmp_path: Path) -> None:
        html = page(full_kit, "<p>Twice the same</p>")
        twice = [printed(full_kit._replace(memo=Memo(None)), job(html))[0] for _ in range(2)]
        assert twice[0] == twice[1]
        in_workers, _ = printed(full_kit._replace(memo=Memo(None)), job(html), job(html.replace("Twice", "Once")))
        assert in_workers[0] == twice[0][0]
        assert str(tmp_path).encode() not in twice[0][0]

    def test_what_was_printed_once_is_remembered_with_its_remarks(
        self, full_kit: Kit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        remembering = full_kit._replace(memo=Memo(tmp_path / "memo"))
        html = page(full_kit, "<p>Once</p>", css="p{colour:red}")
        first = printed(remembering, job(html))
        monkeypatch.setattr(press, "_print", lambda task: pytest.fail("printed again"))
        assert printed(full_kit._replace(memo=Memo(tmp_path / "memo")), job(html)) == first
        assert codes(first[1]) == ["F204"]

    def test_refuses_the_network_and_says_so(self, full_kit: Kit) -> None:
        html = page(full_kit, '<p>A <img src="https://example.org/x.png" alt="x"> picture</p>')
        outputs, found = printed(full_kit, job(html))
        assert len(outputs) == 1
        assert "F203" in codes(found)

    def test_pictures_come_from_the_course(self, full_kit: Kit) -> None:
        svg = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
        about = course(assets={"img/a.svg": Asset("img/a.svg", "img/a.svg", "image/svg+xml", len(svg), "d")})
        html = page(full_kit, '<p>A <img src="asset:img/a.svg" alt="a"> picture</p>')
        assert printed(full_kit._replace(read=lambda asset: svg), job(html), about=about)[1] == []

    def test_a_picture_whose_name_has_a_space(self, full_kit: Kit) -> None:
        svg = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
        name = "img/a baby's cup (1) é.svg"
        about = course(assets={name: Asset(name, name, "image/svg+xml", len(svg), "d")})
        html = page(full_kit, f'<p>A <img src="asset:{escape(name)}" alt="a"> picture</p>')
        assert printed(full_kit._replace(read=lambda asset: svg), job(html), about=about)[1] == []

    def test_a_sheet_is_made_tighter_and_then_reported(self, full_kit: Kit) -> None:
        long, short = page(full_kit, "<p>x</p>" * 90), page(full_kit, "<p>x</p>")
        assert printed(full_kit, job(long, pages=1, tighter=(short,)))[1] == []
        assert codes(printed(full_kit, job(long, pages=1))[1]) == ["F205"]

    def test_a_full_slide_is_set_smaller_until_it_fits(self, full_kit: Kit) -> None:
        css = ".mini-room{height:3em}.shrink-1 p{font-size:.5em;line-height:1}p{margin:0}"
        fits = '<article class="mini"><div class="mini-room" data-room="a"><p>1</p><p>2</p><p>3</p></div></article>'
        never = '<article class="mini"><div class="mini-room" data-room="b">' + "<p>1</p>" * 90 + "</div></article>"
        assert printed(full_kit, job(page(full_kit, fits, css)))[1] == []
        (found,) = printed(full_kit, job(page(full_kit, never, css)))[1]
        assert found.rule.code == "F207"
        assert "b" in found.message

    def test_a_character_of_no_font_of_ours_is_reported(self, full_kit: Kit) -> None:
        assert set(codes(printed(full_kit, job(page(full_kit, "<p>\U00012000</p>")))[1])) & {"F202", "F206"}

    def test_a_stumble_costs_one_document_only(self, full_kit: Kit) -> None:
        css = "p{background:linear-gradient(currentcolor 10%,#fff 10%)}"
        outputs, found = printed(full_kit, job(page(full_kit, "<p>a</p>", css)), job(page(full_kit, "<p>b</p>")))
        assert len(outputs) >= 1
        assert set(codes(found)) <= {"F209"}


def test_without_pango_one_diagnostic_and_no_output(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> None:
        raise OSError("cannot load library 'pango'")

    monkeypatch.setattr(press, "_load", missing)
    outputs, found = printed(kit(tmp_path), job("<p>a"), job("<p>b"))
    assert outputs == []
    assert codes(found) == ["F201"]
    assert found[0].rule.severity == "warning"
    assert "doctor" in found[0].hint


def test_packing_keeps_everything() -> None:
    one = Printed(b"%PDF\n\n\x00", 3, (("font", "Noto"),))
    assert Printed.unpacked(one.packed()) == one


def test_shrinking_goes_step_by_step() -> None:
    html = '<div class="mini-room" data-room="a"></div><div class="mini-room" data-room="b"></div>'
    once = shrunk(html, ["a"], 1)
    assert once == html.replace('mini-room" data-room="a"', 'mini-room shrink-1" data-room="a"')
    assert shrunk(once, ["a"], 2) == once.replace("shrink-1", "shrink-2")


def test_an_excerpt_holds_the_slides_asked_for_and_no_others() -> None:
    slide = '<article class="mini x"><div class="mini-room" data-room="{0}">{0}</div></article>'
    slides = "".join(slide.format(name) for name in "abc")
    page = f'<html><body class="p">{slides}<p>rest</p></body></html>'
    cut = excerpt(page, {"b"})
    assert cut.startswith('<html><body class="p"><article')
    assert 'data-room="b"' in cut
    assert 'data-room="a"' not in cut
    assert "rest" not in cut


def test_a_code_has_its_address_as_words() -> None:
    code = qr("https://example.org/a?b&c", "Code that leads to <here>")
    assert "<title>Code that leads to &lt;here&gt;</title>" in code
    assert qr("https://example.org/a?b&c", "Code that leads to <here>") == code


def test_a_formula_becomes_a_picture_with_words() -> None:
    pytest.importorskip("ziamath")
    html = drawn('<p>So <math alttext="a over b"><mfrac><mi>a</mi><mi>b</mi></mfrac></math>.</p>')
    assert "<math" not in html
    assert "<title>a over b</title>" in html
    assert drawn("<p>None</p>") == "<p>None</p>"
