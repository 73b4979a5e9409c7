"""Small courses, and what is made of them, kept as text for people to read.

`UPDATE_GOLDEN=1 pytest tests/test_golden.py` writes the expected files anew: read the difference before you keep it.
"""

import os
from collections.abc import Callable
from pathlib import Path
from typing import get_args
from unicodedata import combining

import pytest

from builder.read.schemas import QUESTIONS
from support.building import build, copy
from support.paper import paper_text, text_of
from support.pretty import page, part, pretty

HERE = Path(__file__).parent / "golden"
UPDATE = bool(os.environ.get("UPDATE_GOLDEN"))
Shown = Callable[[Path], str]


def slides(file: Path) -> str:
    """The slides of a deck."""
    return pretty(part(file.read_text("utf-8"), ".slides"))


def main(file: Path) -> str:
    """The part of a page that is its own."""
    return pretty(part(file.read_text("utf-8"), "main"))


def notes(file: Path) -> str:
    """What a presenter's deck has besides: the notes, slide by slide."""
    sections = [one for one in page(file.read_text("utf-8")).all() if one.tag == "section"]
    spoken = [(section, aside) for section in sections for aside in section.all() if aside.matches("aside.notes")]
    return "\n".join(f"#{section.attributes['id']}\n{pretty(aside)}" for section, aside in spoken)


PAGES: dict[str, dict[str, tuple[str, Shown]]] = {
    "basics": {
        "deck.html": ("site/basics/slides/each-thing.html", slides),
        "notes.html": ("presenter/basics/slides/each-thing.html", notes),
        "module-first.html": ("site/basics/learn/each-thing-first.html", main),
        "module-second.html": ("site/basics/learn/each-thing-second.html", main),
        "module-references.html": ("site/basics/learn/references.html", main),
    },
    "when": {
        "deck.html": ("site/when/slides/here-and-there.html", slides),
        "module-all.html": ("site/when/learn/here-and-there-all.html", main),
        "module-part.html": ("site/when/learn/here-and-there-part-module.html", main),
    },
    "questions": {
        "deck.html": ("site/questions/slides/asking.html", slides),
        "module-lesson.html": ("site/questions/learn/asking-asking.html", main),
        "module-quiz.html": ("site/questions/learn/quiz-all-types.html", main),
    },
    "rtl": {
        "deck.html": ("site/rtl/slides/lesson.html", slides),
        "module.html": ("site/rtl/learn/lesson-first.html", main),
        "module-quiz.html": ("site/rtl/learn/quiz-check.html", main),
    },
}
PAPERS = {
    "basics": {
        "slides-3up.txt": "site/basics/print/each-thing-slides-3up-a4.pdf",
        "reading.txt": "site/basics/print/each-thing-reading-letter.pdf",
        "notes.txt": "presenter/basics/print/each-thing-notes-a4.pdf",
        "sheet.txt": "site/basics/print/take-home-a4.pdf",
    },
    "when": {"reading.txt": "site/when/print/here-and-there-reading-a4.pdf"},
    "questions": {
        "paper.txt": "site/questions/print/all-types-paper-a4.pdf",
        "key.txt": "presenter/questions/print/all-types-key-a4.pdf",
    },
    "rtl": {},
}
CASES = sorted(PAGES)
Built = Callable[[str, bool], Path]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Builds a case, once with paper and once without."""
    made: dict[tuple[str, bool], Path] = {}

    def one(case: str, paper: bool) -> Path:
        if (case, paper) not in made:
            project = copy(HERE / case, tmp_path_factory.mktemp(case))
            targets = ("deck", "module", "handout") if paper else ("deck", "module")
            build(
                project, *(f"--target={target}" for target in targets), cache=tmp_path_factory.getbasetemp() / "cache"
            )
            made[case, paper] = project
        return made[case, paper]

    return one


def same(case: str, name: str, got: str) -> None:
    """Holds what was made against the expected file, or rewrites it."""
    file = HERE / case / "expected" / name
    if UPDATE:
        file.parent.mkdir(exist_ok=True)
        file.write_text(got, "utf-8")
    assert file.is_file(), "nothing is expected yet: run with UPDATE_GOLDEN=1 and read the file"
    assert got == file.read_text("utf-8")


@pytest.mark.xdist_group("golden")
@pytest.mark.parametrize(("case", "name"), [(case, name) for case in CASES for name in PAGES[case]])
def test_pages(built: Built, case: str, name: str) -> None:
    """Slides and module pages hold what they held."""
    path, shown = PAGES[case][name]
    same(case, name, shown(built(case, False) / path))


@pytest.mark.pdf
@pytest.mark.xdist_group("golden")
@pytest.mark.parametrize(("case", "name"), [(case, name) for case in CASES for name in PAPERS[case]])
def test_papers(built: Built, case: str, name: str) -> None:
    """Printed files have the same pages with the same words."""
    same(case, name, paper_text(built(case, True) / PAPERS[case][name]))


@pytest.mark.pdf
@pytest.mark.xdist_group("golden")
def test_latin_words_and_telephone_numbers_on_arabic_paper(built: Built) -> None:
    """On a page that runs from right to left they still run from left to right, whole."""
    said = text_of(built("rtl", True) / "site/rtl/print/lesson-reading-a4.pdf")
    assert "D-MER" in said
    assert "1-833-852-6262" in said
    letters = "".join(sign for sign in said if not combining(sign))  # poppler puts vowel signs before their letter
    assert "لم تراجع سريريا" in letters


def test_nothing_is_expected_in_vain() -> None:
    """An expected file that no test reads would look like a promise that is kept."""
    there = {f"{path.parts[-3]}/{path.name}" for path in HERE.glob("*/expected/*")}
    read = {f"{case}/{name}" for case in CASES for name in (*PAGES[case], *PAPERS[case])}
    assert there == read
    assert sorted(path.name for path in HERE.iterdir()) == CASES


def test_every_type_of_question_is_in_the_golden_quiz() -> None:
    """A new type gets its place in the module and on paper by being written here."""
    quiz = (HERE / "questions/quizzes/questions/all-types.yaml").read_text("utf-8")
    assert [name for name in QUESTIONS if f"type: {name}\n" not in quiz and f"type: {name}," not in quiz] == []


def test_every_kind_of_block_is_in_a_golden_lesson() -> None:
    """A new block gets its place in slides, module and handout by being written here."""
    from builder.model.attributes import CalloutKind, Evidence

    text = "".join(path.read_text("utf-8") for path in sorted(HERE.glob("*/slides/**/*.md")))
    blocks = (
        "columns",
        "case",
        "incremental",
        "notes",
        "prose",
        ".quiz",
        ". . .",
        "{{< poll",
        "{{< quiz",
        "{{< include",
    )
    kinds = [f"callout-{kind}" for kind in get_args(CalloutKind)] + [
        f'evidence="{grade}"' for grade in get_args(Evidence)[1:]
    ]
    assert [sign for sign in (*blocks, *kinds) if sign not in text] == []
