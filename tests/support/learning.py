"""A small module to learn from, built in a folder, and browsers that may be killed."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from support.building import build
from support.chromium import FLAGS, PROGRAM
from support.project import Project

COURSE = """\
title: {title}
subtitle: For tests
language: en
version: "1.2"
date: 2026-01-02
people: [{{name: A. Presenter, credentials: IBCLC, disclosure: None.}}]
objectives:
  - {{id: timing, bloom: understand, text: Describe the timing.}}
  - {{id: kind, bloom: apply, text: Choose a kind step.}}
help: {{emergency: your local emergency number, lines: [{{name: A line, number: "555", region: Nowhere}}]}}
completion: {{viewed: true, quiz: post-test, pass: 60%, evaluation: evaluation}}
{more}
"""
LESSON = """\
---
minutes: 10
---

# One

## First {#first}

Words.

{{< quiz post-test#onset >}}

# Two

## Second {#second}

More words.
"""
TEST = """\
title: Post-test
mode: exam
pass: 60%
feedback: end
retry: all
questions:
  - id: onset
    type: single
    objective: timing
    stem: {stem}
    options: [{{id: letdown, text: At let-down, correct: true}}, {{id: day, text: All day}}]
  - id: fits
    type: multiple
    objective: timing
    stem: Which two fit?
    options:
      - {{id: brief, text: Brief, correct: true}}
      - {{id: wave, text: A wave, correct: true}}
      - {{id: long, text: Long}}
  - id: truth
    type: true_false
    objective: kind
    stem: It shows how much a parent loves the baby.
    answer: false
  - id: word
    type: short
    objective: kind
    stem: Another word for let-down?
    accept: [milk ejection reflex]
  - id: pairs
    type: match
    objective: kind
    stem: What belongs together?
    pairs:
      - {{id: oxytocin, left: Oxytocin, right: lets milk flow}}
      - {{id: prolactin, left: Prolactin, right: makes milk}}
  - id: story
    type: case
    objective: kind
    stem: A parent is tearful.
    parts:
      - id: ask
        type: single
        stem: What do you ask?
        options: [{{id: when, text: When, correct: true}}, {{id: why, text: Why}}]
"""
EVALUATION = """\
title: Evaluation
mode: survey
questions:
  - {id: clear, type: scale, stem: It was clear., from: 1, to: 5, labels: [No, Yes]}
  - {id: wish, type: reflection, stem: What do you wish for?}
"""
NOTHING_KEPT = """\
Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no", "SecurityError") } });
Object.defineProperty(window, "indexedDB", { get() { throw new DOMException("no", "SecurityError") } });
"""
NO_ROOM = """\
const full = () => { throw new DOMException("full", "QuotaExceededError") };
Storage.prototype.setItem = full;
IDBObjectStore.prototype.put = full;
"""


def sources(root: Path, title: str = "A course", stem: str = "When does it begin?", more: str = "") -> Project:
    """The sources of the module, in a folder. Another `stem` is another revision of the first question."""
    project = Project(root, COURSE.format(title=title, more=more)).lesson(LESSON)
    return project.quiz(TEST.format(stem=stem)).quiz(EVALUATION, "evaluation.yaml")


def learn(root: Path, cache: Path, **changes: str) -> Path:
    """The folder of the module's pages, built."""
    build(sources(root, **changes).root, "-t", "module", cache=cache)
    return root / "site/c/learn"


@contextmanager
def profile(folder: Path, **options: Any) -> Iterator[Any]:
    """A browser whose profile stays on disk. Killed or closed, it leaves what a learner's browser would leave."""
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            folder, executable_path=PROGRAM, args=list(FLAGS), **{"reduced_motion": "reduce", **options}
        )
        context.set_default_timeout(8000)
        yield context
        if running(folder):
            context.close()


def kill(folder: Path) -> None:
    """End the browser of a profile as a power cut would: no warning, no last words."""
    found = running(folder)
    assert found
    for pid in found:
        os.kill(pid, signal.SIGKILL)


def running(folder: Path) -> list[int]:
    """The processes that own a profile: the browser itself, not its renderers, which end with it."""
    found = []
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            words = (entry / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        named = f"--user-data-dir={folder}".encode() in words
        if named and not any(word.startswith(b"--type=") for word in words):
            found.append(int(entry.name))
    return found
