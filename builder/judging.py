"""Everything that is wrong with courses: what was noticed while reading them and what the checks find, in them and in
their looks, without what their authors silence.

Judging takes as long as drawing, and neither needs the other: where there is a second process, it judges meanwhile.
"""

import pickle
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from builder.check import checks, findings, remembered
from builder.mate import JUDGING, Mate
from builder.model.course import Course
from builder.model.diagnostic import Diagnostic
from builder.model.theme import Theme
from builder.read.pinpoint import pinpointed
from builder.render.memo import Memo, Shelf, own_folder


class Case(NamedTuple):
    """What is to be judged: courses, what was noticed while reading them, and their looks by the courses' ids."""

    root: Path
    courses: Sequence[Course]
    noticed: Sequence[Diagnostic]
    looks: Mapping[str, Theme]


def case_of(root: Path, courses: Sequence[Course], noticed: Sequence[Diagnostic], themes: Shelf) -> Case:
    """The case of some courses, with their themes read. A theme that cannot be read is missing, and is noticed."""
    from builder.read.theme import looks_of

    looks, unread = looks_of(root, courses, themes.recall)
    return Case(root, courses, [*noticed, *unread], looks)


def judged(case: Case, memo: Memo) -> list[Diagnostic]:
    """What was noticed while reading and what the checks find, without what `ignore:` silences."""
    from builder.catalogue import catalogue
    from builder.check.ignored import folders

    rest = list(case.noticed)
    found: list[Diagnostic] = []
    for course in case.courses:
        here = folders(course)
        own = [d for d in rest if d.at.file.startswith(here)]
        rest = [d for d in rest if not d.at.file.startswith(here)]
        found += findings(course, memo, own, case.looks.get(course.id), catalogue)
    return pinpointed(case.root, [*rest, *found])


def begin(case: Case, memo: Memo, mate: Mate | None) -> Callable[[], list[Diagnostic]] | None:
    """Let the second process judge, and give what waits for its findings. None where there is no second process, or
    where so much is remembered that handing over takes longer."""
    if mate is None or any(remembered(course, memo) for course in case.courses):
        return None
    if not mate.ask(JUDGING, pickle.dumps(tuple(case), pickle.HIGHEST_PROTOCOL)):
        return None

    def finish() -> list[Diagnostic]:
        answer = mate.answer()
        return judged(case, memo) if answer is None else pickle.loads(answer)

    return finish


def ready() -> None:
    """Import what judging needs, in the second process."""
    checks()


def asked(said: bytes) -> bytes:
    """The second process judges, and remembers what it found."""
    memo = Memo(own_folder("memo"))
    found = judged(Case(*pickle.loads(said)), memo)
    memo.save()
    return pickle.dumps(found, pickle.HIGHEST_PROTOCOL)
