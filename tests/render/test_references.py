"""Sources as readers see them: short beside a claim, full in the list, gaps said and not filled."""

import pytest

from builder.model.course import Author, Reference
from builder.render.references import full, initials, numbered, short

HEISE = Author("Heise", "A. M.")
WIESSINGER = Author("Wiessinger", "D.")
URENO = Author("Ureño", "T. L.")


@pytest.mark.parametrize(
    ("authors", "container", "expected"),
    [
        ((HEISE,), "", "Heise 2011"),
        ((HEISE, WIESSINGER), "", "Heise & Wiessinger 2011"),
        ((HEISE, WIESSINGER, URENO), "", "Heise et al. 2011"),
        ((), "J Hum Lact", "J Hum Lact 2011"),
        ((), "", "A title of six words… 2011"),
    ],
)
def test_short(authors: tuple[Author, ...], container: str, expected: str) -> None:
    """The short form names who can be named, and the journal or the title where nobody was seen."""
    reference = Reference("key", "A title of six words and more", authors, container=container, year="2011")
    assert short(reference) == expected.replace("A title of six words…", "A title of six…")


@pytest.mark.parametrize(
    ("given", "expected"),
    [("A. M.", "Heise AM"), ("AM", "Heise AM"), ("Alia Macrina", "Heise AM"), ("Jean-Luc", "Heise JL"), ("", "Heise")],
)
def test_initials(given: str, expected: str) -> None:
    """Given names become initials however they are written."""
    assert initials(Author("Heise", given)) == expected


def test_full_follows_the_order_of_fields() -> None:
    """Authors, title, journal, year;volume(issue):pages, DOI."""
    reference = Reference(
        "ureno2018", "A Case Series", (URENO,), container="Breastfeed Med", year="2018", volume="13", issue="1",
        page="85–88", doi="10.1089/bfm.2017.0086",
    )  # fmt: skip
    said = full(reference).striptags()
    assert said == "Ureño TL. A Case Series. Breastfeed Med 2018;13(1):85–88. doi:10.1089/bfm.2017.0086"


def test_full_says_what_was_not_seen() -> None:
    """A note about a gap is printed, and no field is invented for it."""
    reference = Reference("x", "Fact-finding survey", year="2025", note="Authors not shown in the record we saw.")
    assert full(reference).striptags() == "Fact-finding survey. 2025. [Authors not shown in the record we saw]"


def test_full_escapes() -> None:
    """What stands in references.yaml is text, never markup."""
    assert "<script>" not in full(Reference("x", "<script>alert(1)</script>", year="2025"))


def test_more_than_six_authors_are_cut() -> None:
    """Six names are printed, then “et al”."""
    reference = Reference("x", "T", tuple(Author(f"Name{n}") for n in range(8)), year="2020")
    assert full(reference).striptags().startswith("Name0, Name1, Name2, Name3, Name4, Name5, et al.")


def test_numbered_by_first_use() -> None:
    """Numbers follow first use and never repeat."""
    assert numbered(["b", "a", "b", "c"]) == {"b": 1, "a": 2, "c": 3}
