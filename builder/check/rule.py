"""`@rule`: a check is a function, and its docstring is the rule's page."""

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from re import DOTALL, match, sub
from typing import Any, Literal

from builder.model.diagnostic import Diagnostic, Rule, Severity
from builder.model.place import Place

Finding = tuple[Place, str] | tuple[Place, str, str] | tuple[Place, str, str, str]
"""Where, what is wrong, what to do about it where the rule's own advice is too general (else empty), and the words as
they were written where the place is only the beginning of the text that holds them."""

About = Literal["course", "theme"]
PAGE = r"(.+?)\n\nWhy: (.+?)\n+Instead: (.+?)\n+Example:\n(.+)"


class Check:
    """A function that looks at a course or a theme, and the rule it enforces. The rule is read from the docstring when
    first needed: most builds find nothing. `alone` says that what it finds in one lesson does not depend on the
    others."""

    def __init__(
        self,
        look: Callable[[Any], Iterable[Finding]],
        code: str,
        name: str,
        severity: Severity,
        about: About,
        alone: bool,
    ) -> None:
        self.look = look
        self.code = code
        self.name = name
        self.severity = severity
        self.about = about
        self.alone = alone

    def __call__(self, thing: Any) -> Iterator[Diagnostic]:
        for at, message, *more in self.look(thing):
            hint, words = [*more, "", ""][:2]
            yield Diagnostic(self.rule, at, message, hint or self.rule.instead, words=words)

    @cached_property
    def rule(self) -> Rule:
        """The docstring's parts: a summary, `Why:`, `Instead:`, and `Example:` with what it was before and after."""
        from inspect import cleandoc
        from textwrap import dedent

        parts = match(PAGE, cleandoc(self.look.__doc__ or ""), DOTALL)
        if parts is None:
            raise ValueError(
                f"{self.code} {self.name}: the docstring wants a summary, “Why:”, “Instead:” and “Example:”"
            )
        summary, why, instead = (sub(r"\s+", " ", part).strip() for part in parts.groups()[:3])
        why, instead = (part[0].upper() + part[1:] for part in (why, instead))
        return Rule(self.code, self.name, self.severity, summary, why, instead, dedent(parts[4]).strip("\n"))


def rule(
    code: str, name: str, severity: Severity, *, about: About = "course", alone: bool = False
) -> Callable[[Callable[[Any], Iterable[Finding]]], Check]:
    """Make a check of a function that yields findings."""
    return lambda look: Check(look, code, name, severity, about, alone)
