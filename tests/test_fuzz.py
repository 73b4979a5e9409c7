"""Lessons, settings and quizzes that no author would write: there is always a course or a finding, never an exception.

`LACTERN_FUZZ=20000 pytest tests/test_fuzz.py` tries harder.
"""

# ruff: noqa: E501 -- tables and examples: one row, one line

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.parse.markdown import Wish, convert_each
from builder.pipeline import load
from builder.render.memo import Memo
from support.project import COURSE, REFERENCES, SVG, Project

ROOT = Path(__file__).parent.parent
QUIZ = (ROOT / "quizzes/dmer/post-test.yaml").read_text(encoding="utf-8")
REAL_COURSE = (ROOT / "slides/dmer/course.yaml").read_text(encoding="utf-8")
REAL_LESSON = (ROOT / "slides/dmer/01-before-the-milk-flows.md").read_text(encoding="utf-8")
FRAGMENTS = [
    "# Part", "## Slide", "## Slide {#a}", "## Slide {#a .x time=90s cut}", "### Below", "---", "----", "***", "- - -",
    "", "", "Words.", "- item", "  - nested", "1. one", "2) two", "> quoted", ": defined", "Term", "    code", "\tcode",
    "```", "````", "~~~", "```python", "`a`", "`", "<!--", "-->", "<!-- a -->", "<div>", "</div>", "<b", ">",
    "::: notes", "::: prose", ":::", "::::", ":::: columns", "::: {.column width=\"50%\"}", "::: {.column", "::: case",
    "::: {.callout-tip title=\"A\"}", "::: {.callout-nope}", "::: {.quiz #q}", "- [x] yes", "- [ ] no", "    > feedback",
    "::: explain", "::: incremental", "::: {when=\"slides\"}", "::: {evidence=\"expert\"}", ". . .", "{{< include _p.md >}}",
    "{{< include _q.md >}}", "{{< include nope.md >}}", "{{< include ../x >}}", "{{< quiz post-test >}}",
    "{{< quiz post-test#onset >}}", "{{< quiz post-test draw=\"exit\" >}}", "{{< poll x#y >}}", "{{< video a.mp4 >}}",
    "{{< agenda >}}", "{{< nope >}}", "{{<", ">}}", "![A](x.svg)", "![A](x.svg \"C\"){width=\"50%\"}", "![](x.svg)",
    "![A](nope.png)", "![A](../../x.png)", "[@heise2011]", "[@nope; @heise2011]", "[a](#b)", "[a](01-lesson.md#a)",
    "[a](nope.md)", "[a]{.b}", "[a]{#c .d e=\"f\"}", "[_____]{.blank lines=2}", "{.a}", "{#a}", "{a=b}", "\\{.a}",
    "[^1]", "[^1]: A note.", "    more of it", "*[MER]: reflex", "MER", "[r]: a.md", "[r]", "| a | b |", "|---|---|",
    "$x^2$", "$\\frac{a$", "H~2~O", "==a==", "~~a~~", "**a", "_a", "\\", "&amp;", "&", "\"a\"", "'", "...", "--",
    "\u202e", "\u00a0", "\ufeff", "\u2028", "é", "ל", "\x0b", "\x1f",
]  # fmt: skip
lines = st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=6)), max_size=40)
lessons = st.one_of(lines.map("\n".join), lines.map("\n\n".join), lines.map(" ".join))
HEADS = ["---", "---", "title: A", "title:", "minutes: 60", "minutes: x", "objectives: [timing]", "objectives: x", "id: a b",
         "tags:", "- a", "draft: true", "ignore: {A: b}", "a: &b c", "d: *b", "\t", "{", "[", "...", "\"", ": :", "é: é"]
heads = st.lists(st.sampled_from(HEADS), max_size=8).map(lambda parts: "---\n" + "\n".join(parts) + "\n---\n")


@pytest.fixture(scope="module")
def shared() -> Iterator[Project]:
    """One project for all tries: only the file in question changes."""
    with tempfile.TemporaryDirectory() as folder:
        project = Project(Path(folder)).file("slides/c/references.yaml", REFERENCES).file("slides/c/x.svg", SVG)
        project.file("slides/c/_p.md", "## Piece\n\nIt.\n\n{{< include _q.md >}}\n").file("slides/c/_q.md", "*[MER]: x\n")
        yield project


def judge(project: Project) -> None:
    """Load, and look at every finding: a place inside a file that is there, a message, a hint."""
    for finding in load(project.root, memo=Memo(None)).diagnostics:
        file = project.root / finding.at.file
        assert file.is_file(), finding
        length = file.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
        assert 1 <= finding.at.line <= length, finding
        assert finding.at.column >= 1, finding
        assert finding.message, finding
        assert finding.hint, finding


@st.composite
def spoilt(draw: st.DrawFn, text: str) -> str:
    """A real file with a few lines dropped, doubled, moved, cut or replaced."""
    rows = text.split("\n")
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(rows) - 1))
        match draw(st.sampled_from(["drop", "double", "indent", "cut", "swap", "insert", "end"])):
            case "drop":
                del rows[at : at + draw(st.integers(1, 3))]
            case "double":
                rows.insert(at, rows[at])
            case "indent":
                rows[at] = draw(st.sampled_from(["  ", " ", "\t", "- "])) + rows[at]
            case "cut":
                rows[at] = rows[at][: draw(st.integers(0, 40))]
            case "swap":
                other = draw(st.integers(0, len(rows) - 1))
                rows[at], rows[other] = rows[other], rows[at]
            case "insert":
                odd = ["", "a: b", "? ", "- ", "id: 1", "stem:", "type: case", "parts: []", "[[", "]]", "‖", "null", "~", ":::"]
                rows[at] += draw(st.one_of(st.sampled_from(odd), st.text(max_size=5)))
            case _:
                rows = rows[: at + 1]
        rows = rows or [""]
    return "\n".join(rows)


@given(content=lessons)
def test_lessons(shared: Project, content: str) -> None:
    """Any heap of syntax is a lesson or is reported."""
    shared.file("slides/c/course.yaml", COURSE).lesson(content.encode("utf-8", "replace"))
    judge(shared)


@given(head=heads, content=lessons)
def test_front_matter(shared: Project, head: str, content: str) -> None:
    """Any heap of settings before a lesson is read or is reported."""
    shared.file("slides/c/course.yaml", COURSE).lesson((head + content).encode("utf-8", "replace"))
    judge(shared)


@given(content=spoilt(QUIZ))
def test_quizzes(shared: Project, content: str) -> None:
    """A spoilt quiz is read or is reported."""
    shared.file("slides/c/course.yaml", COURSE).lesson().quiz(content.encode("utf-8", "replace"))
    judge(shared)
    shared.quiz("title: A\nquestions: [{id: onset, type: reflection, stem: B}]\n")


@given(content=spoilt(REAL_COURSE))
def test_courses(shared: Project, content: str) -> None:
    """A spoilt course.yaml is read or is reported."""
    shared.lesson().file("slides/c/course.yaml", content.encode("utf-8", "replace"))
    judge(shared)
    shared.file("slides/c/course.yaml", COURSE)


@settings(max_examples=settings.default.max_examples // 4)
@given(content=spoilt(REAL_LESSON))
def test_real_lessons(shared: Project, content: str) -> None:
    """A spoilt real lesson is read or is reported."""
    shared.file("slides/c/course.yaml", COURSE).lesson(content.encode("utf-8", "replace"))
    judge(shared)


@given(content=st.binary(max_size=200))
def test_bytes(shared: Project, content: bytes) -> None:
    """Any bytes at all are read or are reported, wherever they stand."""
    shared.file("slides/c/course.yaml", COURSE).lesson(content)
    judge(shared)
    shared.lesson().quiz(content)
    judge(shared)
    shared.quiz("title: A\nquestions: [{id: onset, type: reflection, stem: B}]\n")


@given(text=st.text(max_size=300), steps=st.booleans())
def test_any_text(text: str, steps: bool) -> None:
    """Any text at all is converted, and the same way every time."""
    assert convert_each([Wish(text, steps)], "en") == convert_each([Wish(text, steps)], "en")
