"""The seminar's reading handout as a printer would look at it: measure, grid, page breaks, contents, glossary."""

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from builder.formats.handout import _job
from builder.render import press
from builder.render.listening import listening
from builder.render.paper.reading import reading
from builder.render.web import WebFiles
from support.printing import REPOSITORY, loaded, printed, text_of_pages

pytestmark = [
    pytest.mark.pdf,
    pytest.mark.slow,
    pytest.mark.skipif(not WebFiles().folder.joinpath("fonts.json").is_file(), reason="no fonts were built"),
]
LEAD = 14.6 / 0.75
"""The distance of two lines in WeasyPrint's pixels."""


class Page:
    """A laid-out page as lines: the elements around each, its text and its baseline. `whole` are rows and cases."""

    def __init__(self, page: Any) -> None:
        self.lines: list[tuple[str, str, float]] = []
        self.whole: set[int] = set()
        self._walk(page._page_box, "")

    def _walk(self, box: Any, within: str) -> None:
        box = getattr(box, "_box", box)
        tag, name = box.element_tag or "", type(box).__name__
        if name == "LineBox":
            texts = self._texts(box)
            said = "".join(one.text for one in texts).strip()
            if said:
                self.lines.append((within, said, texts[0].position_y + texts[0].baseline))
            return
        if name == "MarginBox" or tag.startswith("{"):
            return
        if box.element is not None and "::" not in tag:
            classes = (box.element.get("class") or "").split()
            within = f"{within}>{'.'.join((tag, *classes))}"
            if tag == "tr" or "case" in classes:
                self.whole.add(id(box.element))
        for child in getattr(box, "children", ()):
            self._walk(child, within)

    def _texts(self, box: Any) -> list[Any]:
        if hasattr(box, "pango_layout"):
            return [box]
        return [text for child in getattr(box, "children", ()) for text in self._texts(getattr(child, "_box", child))]

    def prose(self) -> list[tuple[str, float]]:
        """The lines of the running text."""
        return [(said, at) for within, said, at in self.lines if within.endswith(">div.text>p")]


@pytest.fixture(scope="module", params=["a4", "letter"])
def laid_out(request: pytest.FixtureRequest) -> list[Page]:
    course, kit, _ = loaded(REPOSITORY, "dmer")
    html = reading(kit, course, course.lessons[0], request.param)
    press._load()
    task = press._task(kit, course, _job("site", course, "x", request.param, html, course.at))
    with listening():
        document = press._layer(task.files)(html)
        return [Page(page) for page in document.pages]


def test_a_line_holds_60_to_70_characters(laid_out: list[Page]) -> None:
    lengths = []
    for page in laid_out:
        for (said, at), (_, below) in pairwise(page.prose()):
            if below - at < LEAD * 1.2:
                lengths.append(len(said))
    full = sorted(lengths)[len(lengths) // 4 :]  # without the last lines of paragraphs
    assert len(lengths) > 300
    assert 60 <= sum(full) / len(full) <= 70


def test_lines_stand_on_one_grid(laid_out: list[Page]) -> None:
    """Baselines of running text, counted in half lines from the page's first: nearly all are whole numbers."""
    on = off = 0
    for page in laid_out:
        prose = page.prose()
        phases = Counter(round((at % (LEAD / 2)) / (LEAD / 2) * 20) % 20 for _, at in prose)
        if len(prose) > 12 and phases:
            most = phases.most_common(1)[0][0]
            near = sum(count for phase, count in phases.items() if min(abs(phase - most), 20 - abs(phase - most)) <= 1)
            on, off = on + near, off + len(prose) - near
    assert on / (on + off) > 0.8


def test_no_heading_stands_alone_at_the_foot_of_a_page(laid_out: list[Page]) -> None:
    for number, page in enumerate(laid_out, start=1):
        if page.lines:
            lowest = max(page.lines, key=lambda line: line[2])
            assert not re.search(r">h[1-6]\.[^>]*$", lowest[0]), (number, lowest[1])


def test_no_paragraph_leaves_a_line_alone(laid_out: list[Page]) -> None:
    """Three lines at least stand together before and after a page's end (orphans and widows)."""
    for before, after in pairwise(laid_out):
        last, first = before.prose()[-3:], after.prose()[:3]
        if len(last) == 3 and last[-1][0][-1] not in ".?!”:":
            assert last[-1][1] - last[0][1] < LEAD * 2.5, last
        if len(first) == 3 and first[0][0][0].islower():
            assert first[-1][1] - first[0][1] < LEAD * 2.5, first


def test_no_row_of_a_table_and_no_case_is_cut_in_two(laid_out: list[Page]) -> None:
    assert any(page.whole for page in laid_out)
    for before, after in pairwise(laid_out):
        assert not before.whole & after.whole


def test_the_contents_name_the_pages_where_chapters_are(tmp_path: Path) -> None:
    course, kit, _ = loaded(REPOSITORY, "dmer")
    html = reading(kit, course, course.lessons[0], "a4")
    files, found = printed(kit, course, [_job("site", course, "r", "a4", html, course.at)], tmp_path)
    assert [one.message for one in found] == []
    first, *rest = text_of_pages(files["r-a4"])
    contents = re.findall(r"([A-Z][\w ,’-]+?)\s*(?:\.\s?){4,}\s*(\d+)", first.partition("Contents")[2])
    assert len(contents) > 8
    for title, page in contents:
        assert title.strip() in rest[int(page) - 2], title
    validator = pytest.importorskip("page")
    report = validator.validate_pdf_bytes(files["r-a4"].read_bytes(), profile="ua1")
    assert report.is_compliant, [failure.message for failure in report.failures]


def test_the_glossary_holds_the_words_of_this_lesson_and_no_others() -> None:
    course, kit, _ = loaded(REPOSITORY, "dmer")
    assert course.glossary
    strange = course.glossary[0]._replace(id="strange", term="Quokka", also=())
    known = course.glossary[0]._replace(id="known", term="Wombat", also=("let-down",))
    html = reading(kit, course._replace(glossary=(*course.glossary, strange, known)), course.lessons[0], "a4")
    glossary = html.partition('<dl class="glossary">')[2].partition("</dl>")[0]
    assert "Wombat" in glossary
    assert "Quokka" not in glossary
    assert '<a href="#glossary">' in html
