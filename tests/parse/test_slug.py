"""Ids made from words and file names."""

import unicodedata

import pytest

from builder.parse.slug import id_of_file, slug


@pytest.mark.parametrize(
    ("words", "made"),
    [
        ("A wave, and then?", "a-wave-and-then"),
        ("D-MER’s wave", "d-mers-wave"),
        ("Trösten!", "trösten"),
        ("हिन्दी शीर्षक", "हिन्दी-शीर्षक"),
        ("ขอบคุณ", "ขอบคุณ"),
        ("بَيت جميل", "بَيت-جميل"),
        ("العربية: واحد", "العربية-واحد"),
        ("_x_ ⭐", "x"),
    ],
)
def test_words_of_every_script_stay_whole(words: str, made: str) -> None:
    """Signs above and below letters belong to them."""
    assert slug(words) == made


def test_the_same_name_from_another_computer() -> None:
    """macOS writes an accent apart from its letter: addresses and kept progress must not depend on it."""
    assert id_of_file(unicodedata.normalize("NFD", "slides/c/01-Trösten.md")) == "trösten"
