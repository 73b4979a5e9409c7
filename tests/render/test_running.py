"""Words that run against the page."""

import pytest

from builder.render.running import against, mostly, run


@pytest.mark.parametrize(
    ("html", "page", "way"),
    [
        ("When does the feeling begin?", "rtl", "ltr"),
        ("When does the <em>feeling</em> begin?", "rtl", "ltr"),
        ("ما هو D-MER (dysphoric milk ejection reflex)؟", "rtl", ""),
        ("D-MER هو موجة", "rtl", ""),
        ("10–20 %", "rtl", ""),
        ("&nbsp;<br>", "rtl", ""),
        ("", "rtl", ""),
        ("متى يبدأ الشعور؟", "ltr", "rtl"),
        ("נזילה", "ltr", "rtl"),
        ("“let-down” is נזילה", "ltr", ""),
        ("When does it “begin”?", "ltr", ""),
    ],
)
def test_against(html: str, page: str, way: str) -> None:
    """Only what has no letter of the page's own direction is turned; the first letter alone says nothing."""
    assert against(html, page) == way


def test_run() -> None:
    """Words in a line stay words in a line."""
    assert run("Why?", "rtl") == '<span dir="ltr">Why?</span>'
    assert run("<p>Why?</p>", "rtl") == '<div dir="ltr"><p>Why?</p></div>'
    assert run("Why?", "ltr") == "Why?"


@pytest.mark.parametrize(
    ("html", "page", "way"),
    [
        ("Cox S. A case of D-MER. <i>Breastfeed Rev</i> 2010;18:16. [شوهد الملخص]", "rtl", "ltr"),
        ("خضر س. منعكس القذف وهبوط المزاج. Journal 2020.", "rtl", ""),
        ("خضر س. منعكس القذف وهبوط المزاج. Journal 2020.", "ltr", "rtl"),
        ("2020;18:16.", "rtl", ""),
        ("Heise & Wiessinger – 2011", "ltr", ""),
    ],
)
def test_a_source_goes_by_most_of_its_letters(html: str, page: str, way: str) -> None:
    """A title in Latin letters with a note in Arabic is a source in Latin letters."""
    assert mostly(html, page) == way
