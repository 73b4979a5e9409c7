"""A small course with a test for every rule, built as a module, for the journeys of test_exam.py."""

from pathlib import Path

from support.building import build
from support.project import Project

COURSE = """\
title: A course
language: en
date: 2026-11-22
objectives:
  - {id: timing, bloom: understand, text: Describe the timing.}
  - {id: help, bloom: apply, text: Choose the right help.}
help: {emergency: your local emergency number}
completion: {viewed: true, quiz: post-test, pass: 80%, attempts: 3}
"""
LESSONS = """\
# Recognising it {#recognising objectives="timing"}

## A wave {#wave objectives="timing"}

A wave that lifts by itself.

# Helping {#helping objectives="help"}

## Urgent help {#urgent objectives="help"}

Ask directly.
"""


def single(id_: str, more: str = "", objective: str = "timing", see: str = "wave") -> str:
    """A question whose right answer is always “Right”."""
    return f"""\
  - id: {id_}
    type: single
    objective: {objective}
    see: lesson#{see}
    stem: What fits {id_}?
    {more}
    options:
      - {{id: yes, text: Right {id_}, correct: true, feedback: Indeed}}
      - {{id: no, text: Wrong {id_}, feedback: Think again}}
      - {{id: maybe, text: Neither {id_}, feedback: No}}
    explain: Because of {id_}
"""


FIVE = (
    "".join(single(f"q{n}") for n in range(3))
    + single("safe", "must_pass: true", "help", "urgent")
    + single("q4", "", "help", "urgent")
)
POOLED = "".join(single(f"p{n}", "pool: core") for n in range(8))
QUIZZES = {
    "post-test": f"title: Post-test\nmode: exam\npass: 80%\nshuffle: true\nquestions:\n{FIVE}",
    "pre-test": "title: Pre-test\npretest_of: post-test\nintro: Five questions.\n",
    "timed": f"title: Timed\nmode: exam\ntime_limit: 10\nattempts: 2\npass: 80%\nquestions:\n{FIVE}",
    "sure": f"title: Sure\nmode: exam\ncertainty: required\nquestions:\n{FIVE}",
    "hidden": f"title: Hidden\nmode: exam\nfeedback: never\nretry: all\npass: 80%\nquestions:\n{FIVE}",
    "at-once": f"title: At once\nmode: exam\nfeedback: immediate\nretry: none\nquestions:\n{FIVE}",
    "drawn": "title: Drawn\nmode: exam\nretry: all\nshuffle: true\nask: form\ndraw: {form: [{pool: core, pick: 3}]}\n"
    f"questions:\n{POOLED}",
    "mixed": """\
title: Mixed
mode: exam
retry: all
shuffle: true
questions:
  - id: pairs
    type: match
    stem: What belongs together?
    pairs: [{left: One, right: first}, {left: Two, right: second}, {left: Three, right: third}]
    distractors: [fourth, fifth]
  - {id: steps, type: order, stem: Put in order., items: [Alpha, Beta, Gamma, Delta]}
  - {id: gaps, type: cloze, stem: Fill the gap., text: "It lasts [[(minutes)‖hours‖days‖weeks‖months]]."}
""",
    "practised": f"title: Practised\nmode: practice\nattempts: 2\nquestions:\n{FIVE}",
}


def exam_course(folder: Path) -> Path:
    """Build it; the folder of the module's pages."""
    project = Project(folder, COURSE).lesson(LESSONS)
    for name, content in QUIZZES.items():
        project.quiz(content, f"{name}.yaml")
    build(folder, "--target", "module", cache=folder / "cache")
    return folder / "site/c/learn"
