"""What is put into the tags beside what WeasyPrint writes."""

import re
import subprocess
from pathlib import Path, PurePosixPath

import pikepdf
import pytest

from builder.model.place import Place
from builder.render.kit import Kit
from builder.render.paper.fonts import faces, needed, stack
from builder.render.press import Job
from builder.render.web import WebFiles
from formats.small import course, kit
from support.printing import printed, tags

pytestmark = [
    pytest.mark.pdf,
    pytest.mark.skipif(not WebFiles().folder.joinpath("fonts.json").is_file(), reason="no fonts were built"),
]
PAGE = """<!doctype html><html lang="en"><head><title>T</title><style>{style}</style></head><body><h1 id="t">Words</h1>
<p>They say <i lang="fr">mot <b>juste</b></i> in Paris.</p>
<table><thead><tr><th>Sign</th><th>When</th></tr></thead>
<tbody><tr><th scope="row">Low mood</th><td>at let-down</td></tr></tbody></table>
<p>Arabic <bdi dir="rtl" lang="ar">نزول الحليب</bdi> in English.</p>
<ul><li><p>Loose</p><p>points</p></li><li>Tight<ul><li><p>within</p></li></ul></li></ul>
<pre><code><span>::: </span>notes
:::</code></pre>
<p>Look at <a href="#t" title="Heise 2011">3</a> or at <a href="https://example.org/a">the page</a>.</p>
</body></html>"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    of: Kit = kit(tmp_path, web=WebFiles())
    fonts = needed(of, PAGE)
    names = '"Atkinson Hyperlegible Next", "Noto Sans Arabic"'
    margins = "pre,code{font-family:inherit}ul{list-style:disc}"
    margins += "@page{@top-left{content:'Above'}@bottom-right{content:counter(page)}}"
    style = f"{faces(fonts)}html{{font-family:{stack(names, fonts)}}}{margins}"
    html = PAGE.format(style=style)
    files, noticed = printed(of, course(), [Job("site", PurePosixPath("a.pdf"), html, Place(""))], tmp_path)
    assert noticed == []
    return files["a"]


@pytest.fixture
def found(file: Path) -> list[tuple[str, dict[str, str]]]:
    return tags(file)


def test_words_in_another_language_say_which(found: list[tuple[str, dict[str, str]]]) -> None:
    assert [more["Lang"] for _, more in found if "Lang" in more] == ["fr", "fr", "ar"]


def test_head_cells_say_what_they_head(found: list[tuple[str, dict[str, str]]]) -> None:
    assert [more.get("Scope") for name, more in found if name == "/TH"] == ["/Column", "/Column", "/Row"]


def test_paragraphs_of_a_point_are_its_body(found: list[tuple[str, dict[str, str]]]) -> None:
    names = [name for name, _ in found]
    first = names.index("/LI")
    assert names[first : first + 7] == ["/LI", "/Lbl", "/Span", "/LBody", "/P", "/Span", "/P"]


def test_code_is_code(found: list[tuple[str, dict[str, str]]]) -> None:
    names = [name for name, _ in found]
    first = names.index("/Code")
    assert names[first - 1] == "/P"
    assert names.count("/Code") == 2  # one a line


def test_only_what_runs_from_right_to_left_is_said_again(found: list[tuple[str, dict[str, str]]]) -> None:
    assert [more["ActualText"].strip() for _, more in found if "ActualText" in more] == ["نزول الحليب"]


def test_links_say_where_they_lead(file: Path) -> None:
    with pikepdf.open(file) as pdf:
        assert [str(link.Contents) for link in pdf.pages[0].Annots] == ["Heise 2011", "the page"]


def test_running_heads_are_not_read_and_the_map_has_no_gap(file: Path) -> None:
    with pikepdf.open(file) as pdf:
        drawn = pdf.pages[0].Contents.read_bytes()
        assert drawn.count(b"/Subtype /Header") == drawn.count(b"/Subtype /Footer") == 1
        marks = sorted(int(mark) for mark in re.findall(rb"/MCID (\d+)", drawn))
        assert marks == list(range(len(marks)))
        assert len(pdf.Root.StructTreeRoot.ParentTree.Nums[1]) == len(marks)
    assert "Above" not in subprocess.run(["pdfinfo", "-struct-text", file], capture_output=True, text=True).stdout


def test_conforms(file: Path) -> None:
    validator = pytest.importorskip("page")
    report = validator.validate_pdf_bytes(file.read_bytes(), profile="ua1")
    assert report.is_compliant, [failure.message for failure in report.failures]
