"""Judgement: a course as meant → what a careful colleague would say about it. One file per concern.

`@rule` marks the functions; those of every module in this folder are collected, there is no second list.
"""

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from builder.check.rule import Check
from builder.model.course import Course
from builder.model.diagnostic import Diagnostic, Rule, in_order

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


def findings(course: Course) -> tuple[Diagnostic, ...]:
    """What all checks find in a course, in order, without what `ignore:` in course.yaml silences."""
    from builder.check.ignored import silence

    found = (diagnostic for check in checks() for diagnostic in check(course))
    return in_order(silence(course, found))
