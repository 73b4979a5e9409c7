"""Interface words: complete, found by key, plural-aware."""

import json
import re
import tomllib
from pathlib import Path

import pytest

from builder.render.words import LOCALES, Words

PARTS = sorted((LOCALES / "en").glob("*.toml"))


def test_placeholders_are_filled() -> None:
    """A value stands where its name stood in braces."""
    assert Words("en")("common.version", version="1.0") == "Version 1.0"


def test_plurals() -> None:
    """One and many have their own words."""
    words = Words("en")
    assert (words("common.slides", n=1), words("common.slides", n=3)) == ("1 slide", "3 slides")


def test_an_unknown_language_falls_back_on_english() -> None:
    """A course in a language without locale files still has all its words."""
    assert Words("xx")("common.references") == Words("en")("common.references")


def test_an_unknown_word_is_a_bug() -> None:
    """A key that no file has is never shown to anybody."""
    with pytest.raises(KeyError):
        Words("en")("common.no-such-word")


@pytest.mark.parametrize("path", PARTS, ids=lambda path: path.stem)
def test_every_word_is_text(path: Path) -> None:
    """A part is a flat list of texts and plurals, and can be handed to a page as JSON."""
    words = Words("en").part(path.stem)
    assert words
    assert json.loads(json.dumps(words)) == words
    assert all(isinstance(word, str) or set(word) == {"one", "other"} for word in words.values())


@pytest.mark.parametrize("folder", [f for f in sorted(LOCALES.iterdir()) if f.is_dir()], ids=lambda f: f.name)
def test_languages_have_the_same_words(folder: Path) -> None:
    """Every language has every part, every key and the same placeholders as English."""
    for path in PARTS:
        own, english = (tomllib.loads((place / path.name).read_text("utf-8")) for place in (folder, path.parent))
        assert keys(own) == keys(english), path.name


def keys(table: dict[str, object], prefix: str = "") -> dict[str, frozenset[str]]:
    """Dotted keys with the placeholders in their words."""
    found: dict[str, frozenset[str]] = {}
    for key, value in table.items():
        if isinstance(value, dict):
            found |= keys(value, f"{prefix}{key}.")
        else:
            found[prefix + key] = frozenset(re.findall(r"\{\w+\}", str(value)))
    return found
