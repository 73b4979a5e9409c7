"""Each piece of syntax that an author may write, and what it means: the cases in `syntax/*.md`.

A case is a title, a line with one dot, what is written, a dot, what it means (see `support/outline.py`), a dot.
`UPDATE_GOLDEN=1 pytest tests/test_syntax.py` writes down what is meant now; read the difference before you keep it.
"""

import os
import re
from pathlib import Path
from typing import NamedTuple

import pytest

from support.outline import outline
from support.project import Project, line

FOLDER = Path(__file__).parent / "syntax"
CASE = re.compile(r"^(?P<title>[^\n]+)\n\.\n(?P<input>.*?\n)\.\n(?P<expected>.*?)^\.\n", re.MULTILINE | re.DOTALL)
QUIZ = """\
title: Post-test
draw: {exit: [{pool: core, pick: 1}]}
questions:
  - {id: onset, type: single, pool: core, stem: When?, options: [{text: Now, correct: true}, {text: Later}]}
  - {id: how-often, type: poll, stem: How often?, options: [{text: Often}, {text: Never}]}
"""


class Case(NamedTuple):
    file: Path
    title: str
    written: str
    expected: str


def cases() -> list[Case]:
    found = []
    for file in sorted(FOLDER.glob("*.md")):
        text = file.read_text(encoding="utf-8")
        found += [Case(file, m["title"], m["input"], m["expected"]) for m in CASE.finditer(text)]
        left = CASE.sub("", text).strip()
        assert not left, f"{file.name}: this belongs to no case: {left[:80]}"
    return found


CASES = cases()


def meant(project: Project, written: str) -> str:
    project.source().quiz(QUIZ).picture().file("slides/c/film.mp4", "x").file("slides/c/film.vtt", "WEBVTT\n")
    if "piece.md" in written:
        project.file("slides/c/_shared/piece.md", "## From a piece\n\nIts words.\n")
    loaded = project.lesson(written).load()
    problems = [f"! {line(finding).removeprefix('slides/c/')}\n" for finding in loaded.diagnostics]
    return "".join(problems) + outline(loaded.courses[0].lessons[0])


@pytest.mark.parametrize("case", CASES, ids=[f"{case.file.stem}: {case.title}" for case in CASES])
def test_syntax(case: Case, project: Project) -> None:
    """What is written means what the case says."""
    said = meant(project, case.written)
    if os.environ.get("UPDATE_GOLDEN") and said != case.expected:
        text = case.file.read_text(encoding="utf-8")
        before = f"{case.title}\n.\n{case.written}.\n{case.expected}.\n"
        case.file.write_text(text.replace(before, f"{case.title}\n.\n{case.written}.\n{said}.\n"), encoding="utf-8")
    assert said == case.expected


def test_titles() -> None:
    """No two cases of a file have one title, so that a failure can be found."""
    titles = [(case.file, case.title) for case in CASES]
    assert len(titles) == len(set(titles))
