"""The same sources make the same bytes: in another folder, time zone and language, and for the second time."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from support.building import REPOSITORY, build, copy, differing, trees

GOLDEN = Path(__file__).parent / "golden/basics"
PAGES = ("-t", "deck", "-t", "module")
PAPER = (*PAGES, "-t", "handout")
ELSEWHERE = {
    "PYTHONHASHSEED": "4711",
    "TZ": "Pacific/Kiritimati",
    "LANG": "tr_TR.UTF-8",
    "LC_ALL": "C",
    "PYTHONUTF8": "0",
}
HERE = {"PYTHONHASHSEED": "1", "TZ": "UTC", "LANG": "C.UTF-8"}
LESSON = "slides/dmer/01-before-the-milk-flows.md"
Edit = Callable[[str], str]


@pytest.mark.pdf
def test_a_small_course_with_paper(tmp_path: Path) -> None:
    """All three formats: other folder, other seed of hashes, other time zone, other language, cold memory and warm."""
    one = copy(GOLDEN, tmp_path / "one")
    two = copy(GOLDEN, tmp_path / "another folder, með höfuðstöfum" / "two")
    build(one, *PAPER, cache=tmp_path / "cache", **HERE)
    build(two, *PAPER, cache=tmp_path / "other cache", **ELSEWHERE)
    first = trees(one)
    assert sum(path.endswith(".pdf") for path in first) >= 8
    assert differing(first, trees(two)) == []
    build(one, *PAPER, "--clean", cache=tmp_path / "cache", **ELSEWHERE)
    assert differing(first, trees(one)) == []


def test_the_repositorys_own_course(tmp_path: Path) -> None:
    """Deck and module of a whole hour, and once more from warm memory."""
    one, two = (copy(REPOSITORY, tmp_path / name, "dmer") for name in ("one", "deeper/two"))
    build(one, *PAGES, cache=tmp_path / "cache", **HERE)
    build(two, *PAGES, cache=tmp_path / "other cache", **ELSEWHERE)
    first = trees(one)
    assert len(first) > 60
    assert differing(first, trees(two)) == []
    assert "nothing has changed" in build(one, *PAGES, cache=tmp_path / "cache", **ELSEWHERE)
    assert differing(first, trees(one)) == []


def test_a_second_build_of_another_tree_from_warm_memory(tmp_path: Path) -> None:
    """What is remembered is not bound to the folder it was made in."""
    one, two = copy(GOLDEN, tmp_path / "one"), copy(GOLDEN, tmp_path / "two")
    build(one, *PAGES, cache=tmp_path / "cache")
    build(two, *PAGES, cache=tmp_path / "cache")
    assert differing(trees(one), trees(two)) == []


def slide_added(text: str) -> str:
    return (
        text + "\n## One more slide {#one-more}\n\nWith words [@heise2011].\n\n::: notes\nAnd a note of its own.\n:::\n"
    )


def slide_removed(text: str) -> str:
    return re.sub(r"## A name, two cases.*?(?=\n## |\n# )", "", text, count=1, flags=re.DOTALL)


def slides_exchanged(text: str) -> str:
    parts = re.split(r"(?m)^(?=## )", text)
    parts[4], parts[5] = parts[5], parts[4]
    return "".join(parts)


def section_renamed(text: str) -> str:
    return text.replace("# Taking it home {", "# Home again {", 1)


def citation_moved_to_the_front(text: str) -> str:
    return text.replace("We will talk about low mood", "We will talk [@lactmed_naltrexone] about low mood", 1)


def time_changed(text: str) -> str:
    return text.replace("{.title-slide #title time=30s}", "{.title-slide #title time=45s}", 1)


def note_changed(text: str) -> str:
    return text.replace("Thirty seconds. Have this slide up", "Half a minute. Have this slide up", 1)


def title_changed(text: str) -> str:
    return text.replace('title: "Before the milk flows"', 'title: "Before it flows"', 1)


def poll_removed(text: str) -> str:
    return text.replace("{{< poll polls#how-often >}}", "No poll any more.", 1)


EDITS: tuple[Edit, ...] = (
    slide_added,
    slide_removed,
    slides_exchanged,
    section_renamed,
    citation_moved_to_the_front,
    time_changed,
    note_changed,
    title_changed,
    poll_removed,
)


def test_after_edits_a_build_on_top_is_a_build_from_nothing(tmp_path: Path) -> None:
    """One edit after the other on a site that stays; then, and in between, the same sources in an empty folder."""
    worked_on = copy(REPOSITORY, tmp_path / "worked-on", "dmer")
    lesson = worked_on / LESSON
    cache = tmp_path / "cache"
    build(worked_on, *PAGES, cache=cache)
    for number, edit in enumerate(EDITS):
        before = lesson.read_text("utf-8")
        lesson.write_text(edit(before), "utf-8")
        assert lesson.read_text("utf-8") != before, edit.__name__
        build(worked_on, *PAGES, cache=cache)
        if number % 3 == 2:
            fresh = copy(worked_on, tmp_path / f"fresh-{number}")
            build(fresh, *PAGES, cache=tmp_path / f"cache-{number}")
            assert differing(trees(worked_on), trees(fresh)) == [], [done.__name__ for done in EDITS[: number + 1]]


@pytest.mark.pdf
def test_after_edits_of_everything_else_too(tmp_path: Path) -> None:
    """Course, sources, picture, sheet, included file: paper and pages are those of a build from nothing."""
    worked_on = copy(GOLDEN, tmp_path / "worked-on")
    cache = tmp_path / "cache"
    build(worked_on, *PAPER, cache=cache)
    edits = {
        "course.yaml": ("555 0100", "555 0199"),
        "references.yaml": ("A first source", "A changed source"),
        "img/let-down.svg": ('stroke-width="6"', 'stroke-width="9"'),
        "sheets/take-home.md": ("A line to fill in", "Another line to fill in"),
        "_shared/thanks.md": ("Thank you", "Many thanks"),
    }
    for name, (old, new) in edits.items():
        file = worked_on / "slides/basics" / name
        text = file.read_text("utf-8")
        assert old in text, name
        file.write_text(text.replace(old, new), "utf-8")
    build(worked_on, *PAPER, cache=cache)
    fresh = copy(worked_on, tmp_path / "fresh")
    build(fresh, *PAPER, cache=tmp_path / "other cache")
    assert differing(trees(worked_on), trees(fresh)) == []
