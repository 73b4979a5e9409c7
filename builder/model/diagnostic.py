"""What the builder noticed, as values: never printed, raised or logged where it is found."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from builder.model.place import Place

Severity = Literal["error", "warning", "advice"]


class Rule(NamedTuple):
    """One thing that can be wrong. `name` states the fault; `why`, `instead` and `example` are what `lactern explain`
    prints. The example shows what was written before, and what after.

    Codes start with the room they belong to: S source and syntax, C course, L lesson, Q quiz, A pictures and
    access, R references, T theme, F output format, P what learners hand in, V what is seen in a browser. A code is
    never used again for something else.
    """

    code: str
    name: str
    severity: Severity
    summary: str
    why: str
    instead: str
    example: str = ""


class Diagnostic(NamedTuple):
    """One finding: which rule, where, what is wrong in the author's words, and what to do about it.

    `words` are what was written, where `at` is only the beginning of the text that holds them.
    """

    rule: Rule
    at: Place
    message: str
    hint: str = ""
    related: tuple[tuple[Place, str], ...] = ()
    words: str = ""


class Ignore(NamedTuple):
    """A code whose findings the author has thought about, and why they may stand. Written in course.yaml it is for the
    whole course, in another file for that file."""

    code: str
    reason: str
    at: Place = Place("")


def in_order(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sort by file, line, column and code, and say identical findings once: the same list on every run."""
    unique = {(d.at, d.rule.code, d.message): d for d in found}
    return tuple(unique[key] for key in sorted(unique))


def blocking(found: Iterable[Diagnostic], strict: bool = False) -> bool:
    """Whether these findings forbid writing: any error, or with `strict` any warning too."""
    return any(d.rule.severity == "error" or (strict and d.rule.severity == "warning") for d in found)
