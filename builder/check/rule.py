"""`@rule`: a check is a function, and its docstring is the rule's page."""

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from inspect import cleandoc
from re import DOTALL, match, sub

from builder.model.course import Course
from builder.model.diagnostic import Diagnostic, Rule, Severity
from builder.model.place import Place

Finding = tuple[Place, str] | tuple[Place, str, str]
"""Where, what is wrong, and what to do about it where the rule's own advice is too general."""


class Check:
    """A function that looks at a course, and the rule it enforces. The rule is read from the docstring when first
    needed: most builds find nothing. `alone` says that what it finds in one lesson does not depend on the others."""

    def __init__(
        self, look: Callable[[Course], Iterable[Finding]], code: str, name: str, severity: Severity, alone: bool
    ) -> None:
        self.look = look
        self.code = code
        self.name = name
        self.severity = severity
        self.alone = alone

    def __call__(self, course: Course) -> Iterator[Diagnostic]:
        for at, message, *hint in self.look(course):
            yield Diagnostic(self.rule, at, message, hint[0] if hint else self.rule.instead)

    @cached_property
    def rule(self) -> Rule:
        """The docstring's three parts: a summary, `Why:` and `Instead:`."""
        parts = match(r"(.+?)\n\nWhy: (.+?)\n+Instead: (.+)", cleandoc(self.look.__doc__ or ""), DOTALL)
        if parts is None:
            raise ValueError(f"{self.code} {self.name}: the docstring wants a summary, “Why:” and “Instead:”")
        summary, why, instead = (sub(r"\s+", " ", part).strip() for part in parts.groups())
        return Rule(self.code, self.name, self.severity, summary, why, instead)


def rule(
    code: str, name: str, severity: Severity, *, alone: bool = False
) -> Callable[[Callable[[Course], Iterable[Finding]]], Check]:
    """Make a check of a function that yields findings."""
    return lambda look: Check(look, code, name, severity, alone)
