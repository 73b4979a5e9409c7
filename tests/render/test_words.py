"""Interface words: complete in every language, found by key, plural-aware, in order where lines run from the right."""

import json
import re
import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

from builder.render.plurals import CATEGORIES, RULES, category
from builder.render.words import ISOLATE, LOCALES, POP, Entry, Words, flatten, has_words, kinds, languages

PARTS = sorted((LOCALES / "en").glob("*.toml"))
TRANSLATED = tuple(name for name in languages() if name != "en")
FILES = [(language, path.stem) for language in TRANSLATED for path in PARTS]
NUMBERS = (*range(205), 999, 1000, 1_000_000, 2_000_000, 1_000_001, Decimal("0.5"), Decimal("1.5"), Decimal("2.5"))

LETTERS_OF = {"ar": "\u0600-\u06ff", "he": "\u0590-\u05ff"}
SAME_EVERYWHERE = re.compile(r"[\W\d_]*")
MOST_OPTIONS = 26


def entries(language: str, part: str) -> dict[str, Entry]:
    """One part as the file has it, without what would come from another language."""
    return dict(flatten(tomllib.loads((LOCALES / language / f"{part}.toml").read_text("utf-8"))))


def places(text: str) -> frozenset[str]:
    """The placeholders of a text."""
    return frozenset(re.findall(r"\{[\w-]+\}", text))


def forms(entry: Entry) -> list[str]:
    """Every text of an entry."""
    return [entry] if isinstance(entry, str) else list(entry.values())


def test_placeholders_are_filled() -> None:
    """A value stands where its name stood in braces."""
    assert Words("en")("common.version", version="1.0") == "Version 1.0"


def test_plurals() -> None:
    """One and many have their own words."""
    words = Words("en")
    assert (words("common.slides", n=1), words("common.slides", n=3)) == ("1 slide", "3 slides")


def test_arabic_has_six_forms() -> None:
    """None, one, a pair, a few, many, hundreds: each says it its own way."""
    words = Words("ar")
    said = [words("handout.questions", n=n) for n in (0, 1, 2, 3, 11, 100)]
    assert len(set(said)) == 6
    assert [n for n, text in zip((0, 1, 2, 3, 11, 100), said, strict=True) if str(n) in text] == [3, 11, 100]


@pytest.mark.parametrize("language", RULES)
def test_plural_rules_are_those_of_cldr(language: str) -> None:
    """Babel carries CLDR's own rules; ours choose the same form for every number, and know of the same forms."""
    babel = pytest.importorskip("babel")
    rule = babel.Locale(language).plural_form
    assert {n: category(language, n) for n in NUMBERS} == {n: rule(n) for n in NUMBERS}
    assert set(CATEGORIES[language]) == {*rule.tags, "other"}


def test_an_unknown_language_counts_and_speaks_as_english_does() -> None:
    """A course in a language without locale files still has all its words."""
    assert Words("xx")("common.references") == Words("en")("common.references")
    assert Words("pt-BR")("common.slides", n=1) == "1 slide"
    assert not has_words("pt-BR")


def test_a_regional_language_speaks_as_its_language_does() -> None:
    """es-MX has the words of es, and its own where it has any."""
    assert list(kinds("es-MX")) == ["es", "es-MX"]
    assert Words("es-MX")("common.references") == Words("es")("common.references")
    assert has_words("es-MX")


def test_a_region_may_have_its_own_words(tmp_path: Path) -> None:
    """What a region has wins, then its language, then English."""
    for language, text in (
        ("en", 'a = "en"\nb = "en"\nc = "en"'),
        ("es", 'a = "es"\nb = "es"'),
        ("es-MX", 'a = "mx"'),
    ):
        (tmp_path / language).mkdir()
        (tmp_path / language / "p.toml").write_text(text, "utf-8")
    words = Words("es-MX", tmp_path)
    assert [words(f"p.{key}") for key in "abc"] == ["mx", "es", "en"]


@pytest.mark.parametrize(
    ("language", "value", "shown"),
    [
        ("en", 2.5, "2.5"),
        ("de", 2.5, "2,5"),
        ("fr", Decimal("0.50"), "0,5"),
        ("es", 2.0, "2"),
        ("es-MX", 2.5, "2.5"),
        ("de-CH", 2.5, "2.5"),
        ("ar", 2.5, "2.5"),
        ("he", 80, "80"),
    ],
)
def test_numbers_are_written_as_the_language_writes_them(language: str, value: float | Decimal, shown: str) -> None:
    """A decimal comma where the language has one; everywhere the digits that authors type."""
    assert Words(language)("common.version", version=value).endswith(shown)


def test_what_is_filled_in_keeps_its_order_in_words_from_the_right() -> None:
    """A date or an English title would fall apart between Arabic letters; a number alone does not."""
    assert f"{ISOLATE}2026-11-22{POP}" in Words("ar")("common.review-due", date="2026-11-22")
    assert ISOLATE not in Words("ar")("common.slides", n=12)
    assert ISOLATE not in Words("de")("common.review-due", date="2026-11-22")


def test_texts_are_joined_by_the_comma_of_the_language() -> None:
    """Whoever is named with credentials, whoever a course is for; what is empty leaves no comma behind."""
    assert Words("en").joined(["A. Name", "", "IBCLC"]) == "A. Name, IBCLC"
    assert Words("ar").joined(["اسم", "IBCLC"]) == f"{ISOLATE}اسم{POP}، {ISOLATE}IBCLC{POP}"
    nested = Words("ar")("home.for", audience=Words("ar").joined(["اسم", "IBCLC"]))
    assert nested.count(ISOLATE) == 2


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


def test_the_languages() -> None:
    """What we promise is there."""
    assert languages() == ("ar", "de", "en", "es", "fr", "he")


@pytest.mark.parametrize(("language", "part"), FILES)
def test_every_language_has_the_same_words(language: str, part: str) -> None:
    """Every key of English and no other, as a text where English has a text and a plural where it has a plural."""
    own, english = entries(language, part), entries("en", part)
    assert sorted(own) == sorted(english)
    assert [key for key in english if isinstance(own[key], str) != isinstance(english[key], str)] == []


@pytest.mark.parametrize(("language", "part"), FILES)
def test_every_language_has_the_same_placeholders(language: str, part: str) -> None:
    """What English fills in is filled in everywhere. A form that says its number in words may leave `{n}` out, and a
    form for none, one or two whatever English leaves out of its form for one."""
    own, english = entries(language, part), entries("en", part)
    for key, entry in english.items():
        said = own[key]
        if isinstance(entry, str) or isinstance(said, str):
            assert places(str(said)) == places(str(entry)), key
            continue
        wanted = places(entry["other"])
        assert places(said["other"]) == wanted, key
        for form, text in said.items():
            needed = places(entry["one"]) if form in ("zero", "one", "two") else wanted
            assert needed - {"{n}"} <= places(text) <= wanted, f"{key}: {text}"


@pytest.mark.parametrize("language", languages())
def test_every_plural_has_the_forms_of_its_language(language: str) -> None:
    """Neither a form that CLDR does not know for the language, nor one missing."""
    for path in PARTS:
        for key, entry in entries(language, path.stem).items():
            if not isinstance(entry, str):
                assert set(entry) == set(CATEGORIES[language]), f"{path.stem}: {key}"


@pytest.mark.parametrize("language", languages())
def test_texts_are_clean(language: str) -> None:
    """No empty text, no stray space, no straight quotation marks, no placeholder that is not closed."""
    for path in PARTS:
        for key, entry in entries(language, path.stem).items():
            for text in forms(entry):
                assert text, f"{path.stem}: {key}"
                assert text == text.strip(), f"{path.stem}: {key}"
                assert not re.search(r"\"|(?<=\w)'|  ", text), f"{path.stem}: {key}: {text}"
                assert not re.search(r"[{}]", re.sub(r"\{[\w-]+\}", "", text)), f"{path.stem}: {key}: {text}"


@pytest.mark.parametrize("language", LETTERS_OF)
def test_words_are_in_the_letters_of_the_language(language: str) -> None:
    """A text left in English would show: every text with words in it has letters of the language's own script."""
    allowed = {"home.a4", "home.letter"}
    left = [
        f"{path.stem}.{key}"
        for path in PARTS
        for key, entry in entries(language, path.stem).items()
        for text in forms(entry)
        if not SAME_EVERYWHERE.fullmatch(re.sub(r"\{[\w-]+\}", "", text))
        and not re.search(f"[{LETTERS_OF[language]}]", text)
    ]
    assert sorted(set(left) - allowed) == []


@pytest.mark.parametrize("language", languages())
def test_there_are_letters_enough(language: str) -> None:
    """Options are lettered: no letter twice, and enough of them for the longest list."""
    letters = Words(language)("quiz.letters")
    assert len(set(letters)) == len(letters) >= MOST_OPTIONS


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_files_say_that_they_await_review(language: str) -> None:
    """Nobody who speaks the language natively has read these words yet, and every file says so on top."""
    waits = {"ar": "بانتظار مراجعة", "de": "wartet auf die Durchsicht", "es": "pendiente de revisión"}
    waits |= {"fr": "en attente de relecture", "he": "ממתין לבדיקה"}
    for path in PARTS:
        head = (LOCALES / language / path.name).read_text("utf-8").split("\n\n")[0].replace("\n# ", " ")
        assert waits[language] in head, f"{language}/{path.name}"
