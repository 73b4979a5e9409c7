"""Judgement: a course as meant → what a careful colleague would say about it. One file per concern.

`@rule` marks the functions; those of every module in this folder are collected, there is no second list.
"""

import json
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from builder.check.rule import Check
from builder.model.course import Course, Lesson
from builder.model.diagnostic import Diagnostic, Rule, in_order
from builder.model.place import Place
from builder.render.memo import Memo, own_code

NOT_CHECKS = ("ignored", "rule", "walk", "words")


@cache
def checks() -> tuple[Check, ...]:
    """All checks, by code."""
    names = sorted(m.name for m in iter_modules(__path__) if m.name not in NOT_CHECKS)
    modules = [import_module(f"{__name__}.{name}") for name in names]
    return tuple(sorted((c for m in modules for c in vars(m).values() if isinstance(c, Check)), key=lambda c: c.code))


def rules() -> Iterator[Rule]:
    """The rules of all checks, for the catalogue."""
    from builder.check.ignored import USELESS

    yield USELESS
    yield from (check.rule for check in checks())


def findings(course: Course, memo: Memo | None = None) -> tuple[Diagnostic, ...]:
    """What all checks find in a course, in order, without what `ignore:` in course.yaml silences.

    With a memo, what was found in a lesson that has not changed since is remembered.
    """
    from builder.check.ignored import silence

    together = [check for check in checks() if not check.alone]
    alone = [check for check in checks() if check.alone]
    memo = memo or Memo(None)
    found = [finding for check in together for finding in check(course)]
    rest = course._replace(lessons=())
    found += [finding for check in alone for finding in check(rest)]
    for lesson in course.lessons:
        found += in_lesson(course._replace(lessons=(lesson,), sheets=(), quizzes={}), lesson, alone, memo)
    return in_order(silence(course, found))


def in_lesson(course: Course, lesson: Lesson, alone: list[Check], memo: Memo) -> list[Diagnostic]:
    """What the checks that look at one lesson at a time find in this one."""
    by_code = {check.code: check for check in alone}
    key = memo.key(own_code(), course.digest, lesson.digest)
    kept = memo.find("findings", key) if lesson.digest else None
    if kept is None:
        found = [finding for check in alone for finding in check(course)]
        told = [[d.rule.code, d.at, d.message, d.hint, d.related] for d in found]
        memo.keep("findings", key, json.dumps(told, ensure_ascii=False).encode("utf-8"))
        return found
    return [
        Diagnostic(by_code[code].rule, Place(*at), said, hint, tuple((Place(*where), what) for where, what in related))
        for code, at, said, hint, related in json.loads(kept)
    ]
