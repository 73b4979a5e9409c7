"""PowerPoint files made with python-pptx, and varied by hand where it cannot make what others make."""

import io
import zipfile
from base64 import b64decode
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from builder.imports import powerpoint
from imports.decks import errors, headings, losses, text_of
from imports.test_questions import PNG


def saved(show: Any) -> bytes:
    """The bytes of a presentation."""
    held = io.BytesIO()
    show.save(held)
    return held.getvalue()


def rewritten(data: bytes, part: str, old: str, new: str) -> bytes:
    """A file with words in one of its parts replaced."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(held, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            if name == part:
                assert old.encode() in content
                content = content.replace(old.encode(), new.encode())
            after.writestr(name, content)
    return held.getvalue()


def picture(slide: Any, words: str = "", **crop: float) -> Any:
    """A small picture on a slide, with alternative text."""
    made = slide.shapes.add_picture(io.BytesIO(b64decode(PNG)), Inches(1), Inches(4))
    made._element._nvXxPr.cNvPr.set("descr", words)
    for side, share in crop.items():
        setattr(made, f"crop_{side}", share)
    return made


@pytest.fixture
def show() -> Any:
    """Title, bullets in two levels, table, picture, notes; and a slide with nothing on it."""
    made: Any = Presentation()
    one = made.slides.add_slide(made.slide_layouts[1])
    one.shapes.title.text = "What D-MER is"
    frame = one.placeholders[1].text_frame
    frame.text = "A *sudden* wave"
    below = frame.add_paragraph()
    below.level, run = 1, below.add_run()
    run.text, run.font.bold = "gone in ", True
    run = below.add_run()
    run.text, run.font.bold = "minutes", True
    one.notes_slide.notes_text_frame.text = "Say it slowly.\nThen wait."
    two = made.slides.add_slide(made.slide_layouts[5])
    two.shapes.title.text = "Numbers"
    table = two.shapes.add_table(2, 2, Inches(1), Inches(2), Inches(4), Inches(1)).table
    for (row, column), said in {(0, 0): "A", (0, 1): "B", (1, 0): "1", (1, 1): "2 | 3"}.items():
        table.cell(row, column).text = said
    picture(two, "A dark square")
    made.slides.add_slide(made.slide_layouts[6])
    return made


def test_the_usual(tmp_path: Path, show: Any) -> None:
    """Titles, bullets by level, bold, table, picture with its words, and notes; an empty slide is told."""
    brought = powerpoint.read(saved(show), "Talk")
    text = text_of(brought)
    for kept in (
        "## What D-MER is\n",
        "- A \\*sudden\\* wave\n    - **gone in minutes**",
        "::: notes\nSay it slowly.\n\nThen wait.\n:::",
        "| A | B |\n| --- | --- |\n| 1 | 2 \\| 3 |",
        "![A dark square](img/slide-02-",
    ):
        assert kept in text, kept
    assert len(brought.pictures) == 1
    assert "slide 3: nothing of it can be carried over" in losses(brought)
    assert errors(tmp_path, brought) == []


def test_words_and_their_marks(tmp_path: Path, show: Any) -> None:
    """Line breaks, numbers, links, paragraphs without bullets, text boxes."""
    slide = show.slides[0]
    frame = slide.placeholders[1].text_frame
    frame.text = "one\vtwo"
    link = frame.add_paragraph().add_run()
    link.text, link.hyperlink.address = "a page", "https://example.org/a(b)"
    bad = frame.add_paragraph().add_run()
    bad.text, bad.hyperlink.address = "a file", "file:///etc/passwd"
    from lxml import etree

    for paragraph, kind in zip(frame.paragraphs, ("buAutoNum", "buNone", "buChar"), strict=True):
        settings = paragraph._p.get_or_add_pPr()
        etree.SubElement(settings, f"{{http://schemas.openxmlformats.org/drawingml/2006/main}}{kind}")
    box = slide.shapes.add_textbox(Inches(1), Inches(6), Inches(3), Inches(1))
    box.text_frame.text = "1. in a box"
    text = text_of(brought := powerpoint.read(saved(show), "Talk"))
    for kept in ("1. one<br>two", "[a page](https://example.org/a%28b%29)", "- a file", "1\\. in a box"):
        assert kept in text, kept
    assert "- [a page]" not in text
    assert "the link to “file:///etc/passwd”" in losses(brought)
    assert errors(tmp_path, brought) == []


def test_side_by_side(tmp_path: Path) -> None:
    """Two contents beside each other are columns."""
    made: Any = Presentation()
    slide = made.slides.add_slide(made.slide_layouts[3])
    slide.shapes.title.text = "Two patterns"
    slide.placeholders[1].text_frame.text = "left"
    slide.placeholders[2].text_frame.text = "right"
    text = text_of(brought := powerpoint.read(saved(made), "Talk"))
    assert ":::: columns\n::: {.column}\n\n- left\n:::\n\n::: {.column}\n\n- right\n:::\n::::" in text
    assert errors(tmp_path, brought) == []


def test_charts_groups_and_what_has_no_words(tmp_path: Path) -> None:
    """A chart leaves its numbers, a group its words; films, drawings and backgrounds are told."""
    made: Any = Presentation()
    slide = made.slides.add_slide(made.slide_layouts[5])
    slide.shapes.title.text = "Shapes"
    data = CategoryChartData()
    data.categories = ["first", "second"]
    data.add_series("Feeds", (8, None))
    slide.shapes.add_chart(XL_CHART_TYPE.PIE, Inches(1), Inches(1), Inches(3), Inches(3), data)
    group = slide.shapes.add_group_shape()
    group.shapes.add_textbox(Inches(1), Inches(5), Inches(1), Inches(1)).text_frame.text = "grouped"
    slide.shapes.add_shape(1, Inches(6), Inches(6), Inches(1), Inches(1))
    slide.shapes.add_movie(io.BytesIO(b"x"), Inches(6), Inches(1), Inches(1), Inches(1))
    text = text_of(brought := powerpoint.read(saved(made), "Talk"))
    assert "|   | Feeds |\n| --- | --- |\n| first | 8 |\n| second |   |" in text
    assert "grouped" in text
    for lost in ("a chart", "a drawn shape without words", "a film or sound"):
        assert lost in losses(brought)
    assert errors(tmp_path, brought) == []


def test_pictures_and_their_words(tmp_path: Path) -> None:
    """Words that a program wrote, none at all, decoration, a crop, and a file that is no picture for the web."""
    made: Any = Presentation()
    for words, crop in (("A cup\n\nDescription automatically generated", {}), ("", {}), ("Kept", {"left": 0.2})):
        slide = made.slides.add_slide(made.slide_layouts[5])
        slide.shapes.title.text = "A picture"
        picture(slide, words, **crop)
    decorative = '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><d:decorative xmlns:d="urn:d" val="1"/></a:ext>'
    data = (
        rewritten(
            saved(made),
            "ppt/slides/slide2.xml",
            'descr="">',
            f'descr=""><a:extLst xmlns:a="http://schemas.openxmlformats.org/'
            f'drawingml/2006/main">{decorative}</a:extLst>',
        )
        if b'descr="">' in zipfile.ZipFile(io.BytesIO(saved(made))).read("ppt/slides/slide2.xml")
        else saved(made)
    )
    brought = powerpoint.read(data, "Talk")
    assert "![A cup](img/slide-01-" in text_of(brought)
    assert "slide 1: that a program wrote what" in losses(brought)
    assert "slide 2: what the picture" in losses(brought) or "{.decorative}" in text_of(brought)
    assert "slide 3: that img/slide-03-" in losses(brought)
    assert errors(tmp_path, brought) == []


def test_hidden_slides_sections_and_language(tmp_path: Path, show: Any) -> None:
    """A hidden slide stays hidden, two sections or more are sections, and most words' language is the course's."""
    show.slides[1]._element.set("show", "0")
    ids = [slide.slide_id for slide in show.slides]
    data = rewritten(
        saved(show),
        "ppt/presentation.xml",
        "</p:presentation>",
        '<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"><s:sectionLst '
        'xmlns:s="http://schemas.microsoft.com/office/powerpoint/2010/main">'
        f'<s:section name="Opening" id="{{A}}"><s:sldIdLst><s:sldId id="{ids[0]}"/></s:sldIdLst></s:section>'
        f'<s:section name="Numbers" id="{{B}}"><s:sldIdLst><s:sldId id="{ids[1]}"/></s:sldIdLst></s:section>'
        "</s:sectionLst></p:ext></p:extLst></p:presentation>",
    )
    data = rewritten(data, "ppt/slides/slide1.xml", '<a:rPr b="1"/>', '<a:rPr lang="de-CH" b="1"/>')
    brought = powerpoint.read(data, "Talk")
    assert headings(brought) == ["# Opening", "## What D-MER is", "# Numbers", "## Numbers {.hidden}"]
    assert brought.language == "de-CH"
    assert errors(tmp_path, brought) == []


def test_shapes_that_stand_in_two_forms(tmp_path: Path, show: Any) -> None:
    """A text with a formula is wrapped by newer versions; its words come over, and the formula as words."""
    data = saved(show)
    xml = zipfile.ZipFile(io.BytesIO(data)).read("ppt/slides/slide1.xml").decode()
    second = xml.split("<p:sp>")[2].split("</p:sp>")[0]
    formula = '<a14:m xmlns:a14="urn:a14"><m:oMath xmlns:m="urn:m"><m:r><m:t>x+1</m:t></m:r></m:oMath></a14:m></a:p>'
    wrapped = f"<p:sp>{second.replace('</a:p>', formula, 1)}</p:sp>"
    wrapped = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f'<mc:Choice Requires="a14">{wrapped}</mc:Choice><mc:Fallback><p:sp/></mc:Fallback></mc:AlternateContent>'
    )
    brought = powerpoint.read(rewritten(data, "ppt/slides/slide1.xml", f"<p:sp>{second}</p:sp>", wrapped), "Talk")
    assert "- A \\*sudden\\* wavex+1" in text_of(brought)
    assert "how a formula is set (“x+1”)" in losses(brought)
    assert errors(tmp_path, brought) == []


def test_the_title_is_no_stock_phrase(show: Any) -> None:
    """What PowerPoint itself writes into a new file's properties is no title."""
    show.core_properties.title = "PowerPoint-Präsentation"
    assert powerpoint.read(saved(show), "talk").lessons[0].title == "What D-MER is"
    show.core_properties.title = "My seminar"
    assert powerpoint.read(saved(show), "talk").lessons[0].title == "My seminar"


def bomb() -> bytes:
    """A file that unpacks to far more than it holds."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made:
        for number in range(9):
            made.writestr(f"ppt/media/{number}.bin", b"\0" * 50_000_000)
    return held.getvalue()


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        (b"", "no PowerPoint file"),
        (b"PK\x03\x04 broken", "no PowerPoint file"),
        (b"not a file at all", "no PowerPoint file"),
        (bomb(), "unpacks to 450 MB"),
    ],
    ids=["empty", "broken", "words", "bomb"],
)
def test_what_cannot_be_opened(bad: bytes, why: str) -> None:
    """Refused in words."""
    with pytest.raises(ValueError, match=why):
        powerpoint.read(bad, "Talk")


def test_a_file_in_which_nothing_can_be_carried_over() -> None:
    """No empty lesson is made of it."""
    made: Any = Presentation()
    made.slides.add_slide(made.slide_layouts[6])
    with pytest.raises(ValueError, match="nothing in it can be carried over"):
        powerpoint.read(saved(made), "Talk")


def test_entities_are_not_opened(show: Any) -> None:
    """An XML bomb in a slide stays shut."""
    entity = '<!DOCTYPE x [<!ENTITY a "AAAAAAAAAA"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
    data = rewritten(saved(show), "ppt/slides/slide1.xml", "<p:sld ", f"{entity}<p:sld ")
    data = rewritten(data, "ppt/slides/slide1.xml", "A *sudden* wave", "&b;&c;")
    try:
        text = text_of(powerpoint.read(data, "Talk"))
    except ValueError:
        return
    assert "AAAA" not in text
    assert "root:" not in text
