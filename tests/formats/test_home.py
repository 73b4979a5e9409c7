"""The pages that lead to everything."""

from pathlib import Path, PurePosixPath

import pytest

from builder.formats import deck, home
from builder.model.course import Person, Review, Sheet
from formats.small import course, kit, made


@pytest.fixture
def small() -> object:
    return course(sheets=(Sheet("parent-sheet", "For parents", ()),))


def pages(one: object, tools: object) -> dict[str, str]:
    return {name: data.decode() for name, data in made(home.outputs(one, tools)).items()}  # type: ignore[arg-type]


def test_catalogue_course_and_presenter_pages_are_made(small: object, tmp_path: Path) -> None:
    found = pages(small, kit(tmp_path))
    assert {"site/index.html", "site/small/index.html", "presenter/index.html"} <= set(found)
    assert 'href="small/index.html"' in found["site/index.html"]
    assert "A small course" in found["presenter/index.html"]


def test_links_lead_to_what_this_build_makes(small: object, tmp_path: Path) -> None:
    everything = pages(small, kit(tmp_path))["site/small/index.html"]
    assert 'href="slides/lesson.html"' in everything
    assert 'href="learn/index.html"' in everything
    assert 'href="print/parent-sheet-a4.pdf"' in everything
    assert 'href="print/parent-sheet-letter.pdf"' in everything
    only = pages(small, kit(tmp_path, targets=("deck",)))["site/small/index.html"]
    assert "learn/" not in only
    assert "print/" not in only


def test_decks_are_where_the_links_lead(small: object, tmp_path: Path) -> None:
    tools = kit(tmp_path)
    decks = made(deck.outputs(small, tools))  # type: ignore[arg-type]
    talk = home.talks(small, tools, PurePosixPath("index.html"))[0]  # type: ignore[arg-type]
    assert f"presenter/{talk.link}" in decks


def test_catalogue_is_made_once_for_all_courses(tmp_path: Path) -> None:
    first = course()
    second = course()._replace(id="other", title="Another course")
    tools = kit(tmp_path, courses=(first, second))
    assert "Another course" in pages(first, tools)["site/index.html"]
    assert "site/index.html" not in pages(second, tools)


def test_the_presenter_is_told_what_is_still_open(tmp_path: Path) -> None:
    bare = course(people=(Person("p", "P. Example"),))
    page = pages(bare, kit(tmp_path))["presenter/index.html"]
    assert "has not been clinically reviewed" in page
    assert "No disclosure has been given by P. Example." in page
    ready = course(review=Review("Dr Example", "2026-11-01", "2027-11-01"))
    assert "Nothing is open." in pages(ready, kit(tmp_path))["presenter/index.html"]


def test_course_page_says_who_reviewed_and_where_help_is(small: object, tmp_path: Path) -> None:
    page = pages(small, kit(tmp_path))["site/small/index.html"]
    assert "Not clinically reviewed" in page
    assert "988" in page
    assert page.count("<h1") == 1


def test_what_was_chosen_to_be_printed_is_what_is_listed(tmp_path: Path) -> None:
    from builder.model.prints import Prints

    prints = Prints(("1", "9", "phone", "pack", "booklet"), ("letter",))
    files = made(home.outputs(course(), kit(tmp_path)._replace(prints=prints, papers=("letter",))))
    page = files["site/small/index.html"].decode()
    for name in ("lesson-slides-1up", "lesson-slides-9up", "small-pack", "small-booklet", "lesson-reading"):
        assert f"print/{name}-letter.pdf" in page
    assert "slides-3up" not in page
    assert "a4.pdf" not in page
    desk = files["presenter/index.html"].decode()
    assert "small/print/lesson-notes.html" in desk
    assert "small/print/small-pack-letter.pdf" in desk
    assert "lesson-agenda" not in desk
    assert "lesson-notes-letter" not in desk
