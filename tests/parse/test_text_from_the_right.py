"""Running text in Arabic and Hebrew: what goes from left to right says so, and nothing else is touched."""

import time

import pytest

from builder.parse.markdown.converter import Converter
from builder.parse.markdown.typography import typeset


@pytest.mark.parametrize(
    ("text", "run"),
    [
        ("رقم 1-833-852-6262 هنا", "1-833-852-6262"),
        ("في 2026-11-22 مساء", "2026-11-22"),
        ("الساعة 10:30 تمامًا", "10:30"),
        ("بين 10–20 دقيقة", "10–20"),
        ("نحو 45 min فقط", "45\u00a0min"),
        ("مثل COVID-19 وغيره", "COVID-19"),
        ("اتصال +1 833 852 6262 الآن", "+1 833 852 6262"),
        ("ל־11:15 שעה", "11:15"),
        ("مع D-MER و45 min.", "45\u00a0min"),
    ],
)
def test_what_hangs_together_is_one_run(text: str, run: str) -> None:
    """Phone numbers, dates, times, spans and measures: one run each, with nothing of the text around it."""
    assert typeset(f"<p>{text}</p>", "ar").count("<bdi") == 1
    assert f'<bdi dir="ltr">{run}</bdi>' in typeset(f"<p>{text}</p>", "ar")


@pytest.mark.parametrize("text", ["كلمة D-MER هنا", "خمسة 5 فقط", "نسبة 80% تقريبًا", "IBCLC و CERP", "1 2 3"])
def test_what_orders_itself_is_left_alone(text: str) -> None:
    """Words in Latin letters and single numbers need no help."""
    assert "<bdi" not in typeset(f"<p>{text}</p>", "ar")


def test_code_links_and_entities_are_left_alone() -> None:
    """Addresses, code and character references are no text."""
    html = '<p><a href="x-1-2">نص</a> <code>1-2</code> &#8211; &#1234; &amp;</p>'
    assert typeset(html, "ar") == html


def test_text_from_the_left_is_left_alone() -> None:
    """In English everything goes from left to right anyway."""
    assert "<bdi" not in typeset("<p>Call 1-833-852-6262 for 45 min</p>", "en")


def test_plain_words_keep_the_order() -> None:
    """Titles of windows, choices in a menu and search results are no HTML: isolates (UAX 9) say it there."""
    html, words, _ = Converter("ar").convert("نحو 45 min و1-833-852-6262")
    assert html.count('<bdi dir="ltr">') == words.count("\u2066") == words.count("\u2069")


def test_quotation_marks() -> None:
    """Arabic has guillemets, Hebrew has high marks on both sides."""
    assert typeset('<p>"كلمة"</p>', "ar") == "<p>«كلمة»</p>"
    assert typeset('<p>"מילה"</p>', "he") == "<p>”מילה”</p>"


def test_long_runs_take_no_long_time() -> None:
    """A hundred thousand Latin letters in an Arabic text: linear work."""
    started = time.perf_counter()
    typeset("<p>" + "word " * 20_000 + "كلمة" + " a-b" * 20_000 + "</p>", "ar")
    assert time.perf_counter() - started < 3
