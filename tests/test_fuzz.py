"""Lessons, settings and quizzes that nobody would write: always a course or findings with a place, never an exception.

Each try is read, judged and, where nothing forbids it, drawn as a deck. `LACTERN_FUZZ` is the number of tries in all,
the same ones on every run; `make test` asks for 20,000. A few hundred more go through the disk.
"""

import os
from collections.abc import Callable
from math import ceil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builder.parse.markdown import Wish, convert_each
from builder.pipeline import load
from builder.read.schemas import COURSE, GLOSSARY, LESSON, QUIZ, REFERENCE, REFERENCES, SHEET, THEME
from builder.render.memo import Memo
from support.desk import Desk, rows, sound
from support.odd import RIGHT, WRONG, blocks, heaps, slides, spoilt
from support.oddyaml import documents, quizzes
from support.project import Project

ROOT = Path(__file__).parent.parent
CASES = int(os.environ.get("LACTERN_FUZZ", "1000"))
REAL_QUIZ = (ROOT / "quizzes/dmer/post-test.yaml").read_text(encoding="utf-8")
REAL_COURSE = (ROOT / "slides/dmer/course.yaml").read_text(encoding="utf-8")
REAL_LESSON = (ROOT / "slides/dmer/01-before-the-milk-flows.md").read_text(encoding="utf-8")[:20_000]
COURSE_YAML, SOURCES, WORDS = "slides/c/course.yaml", "slides/c/references.yaml", "slides/c/glossary.yaml"
LESSON_MD, SHEET_MD, QUIZ_YAML = "slides/c/01-lesson.md", "slides/c/sheets/leaf.md", "quizzes/c/post-test.yaml"
FILES = [COURSE_YAML, SOURCES, WORDS, LESSON_MD, SHEET_MD, QUIZ_YAML]
SETTINGS = [
    "---", "---", "title: A", "title:", "minutes: 60", "minutes: x", "objectives: [timing]", "objectives: x", "id: a b",
    "tags:", "- a", "draft: true", "ignore: {A: b}", "a: &b c", "d: *b", "\t", "{", "[", "...", "\"", ": :", "é: é",
]  # fmt: skip
PARTS: dict[str, int] = {}
"""Of a hundred tries, how many each test makes."""

Judge = Callable[..., None]


def tries(share: int, **drawn: st.SearchStrategy[Any]) -> Callable[[Judge], Judge]:
    """A test that draws its part of all tries and counts them."""

    def mark(judge: Judge) -> Judge:
        PARTS[judge.__name__] = share
        wanted = ceil(CASES * share / 100)

        def test(desk: Desk, record_property: Callable[[str, object], None]) -> None:
            made = 0

            @settings(
                max_examples=wanted, deadline=None, derandomize=True, database=None,
                suppress_health_check=list(HealthCheck),
            )  # fmt: skip
            @given(st.fixed_dictionaries(drawn))
            def each(case: dict[str, Any]) -> None:
                nonlocal made
                made += 1
                judge(desk, **case)

            each()
            record_property("tries", made)
            assert made >= wanted

        test.__doc__, test.__name__, test.__qualname__ = judge.__doc__, judge.__name__, judge.__qualname__
        return test

    return mark


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """One course in memory for all tries: only the files in question change."""
    return Desk(tmp_path_factory.mktemp("desk"))


def utf8(text: str) -> bytes:
    return text.encode("utf-8", "replace")


def settled(parts: list[str]) -> str:
    return "---\n" + "\n".join(parts) + "\n---\n"


heads = st.one_of(st.lists(st.sampled_from(SETTINGS), max_size=8), documents(LESSON).map(str.splitlines)).map(settled)
leaves = documents(SHEET).map(str.splitlines).map(settled)


@tries(18, content=heaps)
def test_heaps(desk: Desk, content: str) -> None:
    """Any heap of syntax is a lesson or is reported."""
    desk.judge({LESSON_MD: utf8(content)})


@tries(13, content=slides())
def test_deep_lessons(desk: Desk, content: str) -> None:
    """Blocks in blocks in blocks, with attributes of every kind and letters of every alphabet, are drawn."""
    desk.judge({LESSON_MD: utf8(content)})


@tries(7, content=slides(WRONG))
def test_deep_faults(desk: Desk, content: str) -> None:
    """The same with blocks that are not closed, misspelt or in the wrong place is reported."""
    desk.judge({LESSON_MD: utf8(content)})


@tries(8, head=heads, content=st.one_of(heaps, blocks(WRONG, 1)))
def test_front_matter(desk: Desk, head: str, content: str) -> None:
    """Any settings before a lesson are read or are reported."""
    desk.judge({LESSON_MD: utf8(head + content)})


@tries(6, head=leaves, content=st.one_of(slides(), blocks(RIGHT, 2)))
def test_sheets(desk: Desk, head: str, content: str) -> None:
    """Any sheet is read or is reported."""
    desk.judge({SHEET_MD: utf8(head + content)})


@tries(14, content=st.one_of(documents(QUIZ), quizzes(QUIZ)))
def test_quizzes(desk: Desk, content: str) -> None:
    """A quiz made from its schema is read, or is reported."""
    desk.judge({QUIZ_YAML: utf8(content)}, ("module",))


@tries(2, content=spoilt(REAL_QUIZ))
def test_spoilt_quizzes(desk: Desk, content: str) -> None:
    """A real quiz that was spoilt is read or is reported."""
    desk.judge({QUIZ_YAML: utf8(content)})


@tries(12, content=documents(COURSE, "help"))
def test_courses(desk: Desk, content: str) -> None:
    """A course.yaml made from its schema is read or is reported."""
    desk.judge({COURSE_YAML: utf8(content)})


@tries(2, content=spoilt(REAL_COURSE))
def test_spoilt_courses(desk: Desk, content: str) -> None:
    """A real course.yaml that was spoilt is read or is reported."""
    desk.judge({COURSE_YAML: utf8(content)})


@tries(1, content=spoilt(REAL_LESSON))
def test_spoilt_lessons(desk: Desk, content: str) -> None:
    """A real lesson that was spoilt is read or is reported."""
    desk.judge({LESSON_MD: utf8(content)})


@tries(3, content=st.one_of(documents(REFERENCES), documents(REFERENCE).map('{{"heise2011": {}}}'.format)))
def test_references(desk: Desk, content: str) -> None:
    """Any list of sources is read or is reported, and is drawn."""
    desk.judge({SOURCES: utf8(content), LESSON_MD: b"## A\n\n[@heise2011]\n\n{{< references >}}\n"})


@tries(3, content=documents(GLOSSARY))
def test_glossaries(desk: Desk, content: str) -> None:
    """Any glossary is read or is reported, and is drawn."""
    desk.judge({WORDS: utf8(content), LESSON_MD: b"## A\n\nWords.\n\n::: prose\nWords.\n:::\n"})


@tries(3, quiz=documents(QUIZ), course=documents(COURSE, "help"), words=documents(GLOSSARY), lesson=slides())
def test_all_at_once(desk: Desk, quiz: str, course: str, words: str, lesson: str) -> None:
    """All files of a course odd together, drawn as a deck and as a module."""
    files = {QUIZ_YAML: quiz, COURSE_YAML: course, WORDS: words, LESSON_MD: lesson}
    desk.judge({name: utf8(text) for name, text in files.items()}, ("deck", "module"))


@tries(3, content=st.binary(max_size=200), file=st.sampled_from(FILES))
def test_bytes(desk: Desk, content: bytes, file: str) -> None:
    """Any bytes at all are read or are reported, wherever they stand."""
    desk.judge({file: content})


@tries(2, content=documents(THEME))
def test_themes(desk: Desk, content: str) -> None:
    """Any theme.yaml is read or is reported."""
    desk.theme(utf8(content))


@tries(3, text=st.text(max_size=300), steps=st.booleans())
def test_any_text(desk: Desk, text: str, steps: bool) -> None:
    """Any text at all is converted, and the same way every time."""
    assert convert_each([Wish(text, steps)], "en") == convert_each([Wish(text, steps)], "en")


def test_all_tries_are_made() -> None:
    """The parts make a whole, so that the number of tries that was asked for is made. Each test counts its own."""
    assert sum(PARTS.values()) == 100


@settings(max_examples=200, derandomize=True)
@given(content=heaps, quiz=st.one_of(st.binary(max_size=80), documents(QUIZ).map(utf8)))
def test_on_the_disk(tmp_path_factory: pytest.TempPathFactory, content: str, quiz: bytes) -> None:
    """The same through real files, for the way from the disk belongs to it."""
    project = Project(tmp_path_factory.mktemp("disk")).lesson(utf8(content)).quiz(quiz)
    lines = {path.relative_to(project.root).as_posix(): rows(path.read_bytes()) for path in project.root.rglob("*.*")}
    for finding in load(project.root, memo=Memo(None)).diagnostics:
        sound(finding, lines)
