"""Judgement: a course as meant → what a careful colleague would say about it. One file per concern.

`@rule` marks the functions; those of every module in this folder are collected, there is no second list.
"""

import pickle
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cache
from importlib import import_module

from builder.check.rule import Check
from builder.model.course import Course
from builder.model.diagnostic import Diagnostic, Rule, in_order
from builder.model.theme import Theme
from builder.render.memo import Memo, own_code

NOT_CHECKS = ("formulas", "ignored", "phrases", "rule", "terms", "verbs", "walk", "words")


@cache
def checks() -> tuple[Check, ...]:
    """All checks, by code."""
    from pkgutil import iter_modules

    names = sorted(m.name for m in iter_modules(__path__) if m.name not in NOT_CHECKS)
    modules = [import_module(f"{__name__}.{name}") for name in names]
    return tuple(sorted((c for m in modules for c in vars(m).values() if isinstance(c, Check)), key=lambda c: c.code))


def rules() -> Iterator[Rule]:
    """The rules of all checks, for the catalogue."""
    from builder.check.ignored import RULES

    yield from RULES
    yield from (check.rule for check in checks())


def findings(
    course: Course,
    memo: Memo | None = None,
    noticed: Collection[Diagnostic] = (),
    theme: Theme | None = None,
    known: Callable[[], Collection[str]] = frozenset,
) -> tuple[Diagnostic, ...]:
    """What all checks find in a course and in its theme, in order, with what was `noticed` on the way to it; without
    what `ignore:` silences, of which `known` gives all codes.

    With a memo, what was found in a lesson that has not changed since is remembered.
    """
    from builder.check.ignored import silence

    about = [check for check in checks() if check.about == "course"]
    alone = [check for check in about if check.alone]
    memo = memo or Memo(None)
    found = [*noticed, *(finding for check in about if not check.alone for finding in check(course))]
    rest = course._replace(lessons=())
    found += [finding for check in alone for finding in check(rest)]
    key = memo.key(own_code(), course.id, course.digest)
    stored = recalled(memo.find("findings", key))
    by_lesson: dict[str, list[Diagnostic]] = {}
    for lesson in course.lessons:
        name = lesson.digest or lesson.id
        if name not in stored:
            one = course._replace(lessons=(lesson,), sheets=(), quizzes={}, glossary=())
            stored[name] = [finding for check in alone for finding in check(one)]
        by_lesson[name] = stored[name]
    if course.digest:
        memo.renew("findings", key, told(by_lesson))
    found += [finding for group in by_lesson.values() for finding in group]
    if theme is not None and theme.places:
        found += [finding for check in checks() if check.about == "theme" for finding in check(theme)]
    return in_order(silence(course, found, known))


def remembered(course: Course, memo: Memo) -> bool:
    """Whether something is known of a course from earlier."""
    return memo.find("findings", memo.key(own_code(), course.id, course.digest)) is not None


def told(by_lesson: Mapping[str, list[Diagnostic]]) -> bytes:
    """Findings by lesson, to be remembered."""
    return pickle.dumps(dict(by_lesson), pickle.HIGHEST_PROTOCOL)


def recalled(data: bytes | None) -> dict[str, list[Diagnostic]]:
    """What `told` told; nothing where it was cut off. It lies in the user's own cache folder."""
    try:
        return pickle.loads(data) if data else {}
    except (pickle.UnpicklingError, EOFError, AttributeError, TypeError, ValueError, ImportError, IndexError):
        return {}
