"""`ignore:` in course.yaml: codes the author has thought about, with the reason."""

from collections.abc import Iterable, Iterator

from builder.model.course import Course
from builder.model.diagnostic import Diagnostic, Rule

USELESS = Rule(
    "C290",
    "ignore-silences-nothing",
    "warning",
    "An `ignore:` of course.yaml silences nothing.",
    "It was for a fault that is gone, or for a code that was misspelt; it would hide the next real one.",
    "Remove the line from `ignore:`.",
)
WITHOUT_REASON = "an ignored code wants a reason, for whoever reads it next year"


def silence(course: Course, found: Iterable[Diagnostic], *, visual: bool = False) -> Iterator[Diagnostic]:
    """Leave out what is ignored. An error that keeps people safe cannot be ignored: urgent help stays.

    What is seen in a browser is found on another road: `visual` says that this is it, and the others are not judged.
    """
    reasons = dict(course.ignore)
    used: set[str] = set()
    for diagnostic in found:
        code = diagnostic.rule.code
        if code in reasons and code not in NEVER and reasons[code].strip():
            used.add(code)
        else:
            yield diagnostic
    for code, reason in course.ignore:
        if code.startswith("V") != visual:
            continue
        if not reason.strip():
            yield Diagnostic(USELESS, course.at, f"{code} is ignored without a reason", WITHOUT_REASON)
        elif code in NEVER:
            yield Diagnostic(USELESS, course.at, f"{code} cannot be ignored: it keeps people safe", USELESS.instead)
        elif code not in used:
            yield Diagnostic(USELESS, course.at, f"ignoring {code} silences nothing", USELESS.instead)


NEVER = frozenset(("C201",))
