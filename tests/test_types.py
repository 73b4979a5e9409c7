"""The project with one question of each type: it is complete, builds silently, and prints."""

import re
import subprocess
from pathlib import Path
from typing import get_args

import pytest

from builder.model.quiz import CaseStudy, Form
from builder.pipeline import load
from builder.read.schemas import QUESTIONS
from support.typed import FIXTURE, WRITTEN, typed

TOOLS = "GIFT|Moodle|H5P|LiaScript|R/exams|text2qti|QTI"


def test_every_type_is_there() -> None:
    """One question for each type that the schema knows, nothing to complain of, and each with all that helps."""
    loaded = load(FIXTURE)
    assert [d for d in loaded.diagnostics if d.rule.severity == "error"] == []
    questions = loaded.courses[0].quizzes["types"].questions
    assert sorted(q.type for q in questions) == sorted(QUESTIONS)
    assert [q.id for q in questions] == list(WRITTEN)
    assert {type(q.form) for q in questions} == set(get_args(Form))
    scored = [q for q in questions if q.type not in ("reflection", "scale", "poll")]
    assert all(q.see and q.objective and (q.explain.html or isinstance(q.form, CaseStudy)) for q in scored)


def test_each_names_what_it_mirrors() -> None:
    """Above each question stands which tool's structure it has."""
    written = (FIXTURE / "quizzes/types/types.yaml").read_text("utf-8")
    above = re.findall(r"((?:^  #.*\n)+)  - (?:\{id: |id: )([\w-]+)", written, re.MULTILINE)
    assert [name for _, name in above] == list(WRITTEN)
    assert all(re.search(TOOLS, comment) for comment, _ in above)


@pytest.mark.pdf
def test_paper(tmp_path: Path) -> None:
    """Each type on paper: letters to tick, boxes for letters and numbers, numbered gaps, lines, parts with letters."""
    site = typed(tmp_path, "-t", "handout")
    told = subprocess.run(
        ["pdftotext", "-layout", str(site / "print/types-paper-a4.pdf"), "-"],
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    words = " ".join(told.split())
    for said in (
        "One short dip at the let-down", "Choose 2.", "True False", "people", "Write the right letter in each box.",
        "(1) . It lasts (2) (hours / minutes / days)", "Help today At a visit", "B At the let-down",
        "a) What do you ask", "b) Which four letters", "1 not at all", "5 very", "Does not apply",
    ):  # fmt: skip
        assert said in words
    assert "Yes. The timing" not in words
