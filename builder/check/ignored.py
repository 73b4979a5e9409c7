"""`ignore:` in course.yaml, a lesson, a sheet or a quiz: codes the author has thought about, with the reason."""

from collections.abc import Callable, Collection, Iterable, Iterator

from builder.model.course import Course
from builder.model.diagnostic import Diagnostic, Ignore, Rule

USELESS = Rule(
    "C290",
    "ignore-silences-nothing",
    "warning",
    "An `ignore:` silences nothing.",
    "It was for a fault that is gone, or it stands in another file than the fault; it would hide the next real one.",
    "Remove the line from `ignore:`. What stands in a lesson or quiz is for that file alone, in course.yaml for all.",
    """\
before: ignore: {L221: the list is read aloud}      # the list has become short since
after:  no `ignore:`""",
)
NO_REASON = Rule(
    "C291",
    "ignored-without-reason",
    "warning",
    "A code is ignored, and nobody says why.",
    "Whoever reads the course next year cannot tell a thought from a convenience. Without a reason nothing is ignored.",
    "Write the reason behind the code, in a few words.",
    """\
before: ignore: {C238: }
after:  ignore: {C238: given inside the hospital, which keeps the records}""",
)
UNKNOWN = Rule(
    "C292",
    "unknown-code-ignored",
    "warning",
    "An `ignore:` names a code that no rule has.",
    "It silences nothing, and what it was meant for is still told.",
    "Use the code as the finding shows it, such as L221; `lactern explain` lists all.",
    """\
before: ignore: {L21: the list is read aloud}
after:  ignore: {L221: the list is read aloud}""",
)
NOT_IGNORED = Rule(
    "C293",
    "cannot-be-ignored",
    "warning",
    "A finding that no reason can silence.",
    "Some findings keep people safe, and with others a page cannot be made as it was meant.",
    "Mend what the finding names, and remove the line from `ignore:`.",
    """\
before: ignore: {C201: we have no number}
after:  help: {emergency: your local emergency number}""",
)
RULES = (USELESS, NO_REASON, UNKNOWN, NOT_IGNORED)

SAFETY = frozenset(("C201",))
"""What no reason silences."""
MADE_LATER = ("F", "P")
"""Rooms whose findings come after the checks, or from elsewhere: whether these are of use is not judged here."""


def silence(
    course: Course,
    found: Collection[Diagnostic],
    known: Callable[[], Collection[str]] = frozenset,
    *,
    visual: bool = False,
) -> Iterator[Diagnostic]:
    """Leave out what is ignored, and tell which `ignore:` is none. `known` gives the codes of all rules.

    What is seen in a browser is found on another road: `visual` says that this is it, and the others are not judged.
    """
    asked = [one if one.at.file else one._replace(at=course.at) for one in ignores(course)]
    used: set[Ignore] = set()
    for diagnostic in found:
        heard = [one for one in asked if one.reason.strip() and _covers(one, diagnostic, course)]
        used.update(heard)
        if not heard or must_stay(diagnostic.rule):
            yield diagnostic
    for one in asked:
        code = one.code
        if code.startswith("V") != visual:
            continue
        if not one.reason.strip():
            yield _told(NO_REASON, one, f"{code} is ignored without a reason")
        elif code in SAFETY:
            yield _told(NOT_IGNORED, one, f"{code} cannot be ignored: it keeps people safe")
        elif one in used and any(must_stay(d.rule) for d in found if _covers(one, d, course)):
            yield _told(NOT_IGNORED, one, f"{code} cannot be ignored: with it, pages cannot be made as they were meant")
        elif one not in used and (codes := known()) and code not in codes:
            yield _told(UNKNOWN, one, f"no rule has the code “{code}”", _offered(code, codes))
        elif one not in used and not code.startswith(MADE_LATER):
            where = "" if one.at.file == course.at.file else " in this file"
            yield _told(USELESS, one, f"ignoring {code} silences nothing{where}")


def hushed(courses: Iterable[Course], found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """What is found after the checks, without what is ignored with a reason; no `ignore:` is judged by it."""
    asked = [(course, one) for course in courses for one in ignores(course) if one.reason.strip()]
    for diagnostic in found:
        if must_stay(diagnostic.rule) or not any(_covers(one, diagnostic, course) for course, one in asked):
            yield diagnostic


def must_stay(rule: Rule) -> bool:
    """Whether no reason can silence it: what keeps people safe, and errors with which no page can be made or shown."""
    unreadable = rule.code == "Q101" or (rule.code[1] == "1" and rule.code[0] != "Q")
    return rule.code in SAFETY or (rule.severity == "error" and (unreadable or rule.code[0] == "F"))


def ignores(course: Course) -> Iterator[Ignore]:
    """Every `ignore:` of a course, those of its files too."""
    yield from course.ignore
    for lesson in course.lessons:
        yield from lesson.ignore
    for sheet in course.sheets:
        yield from sheet.ignore
    for quiz in course.quizzes.values():
        yield from quiz.ignore


def _covers(one: Ignore, diagnostic: Diagnostic, course: Course) -> bool:
    own = one.at.file == diagnostic.at.file
    whole = one.at.file in ("", course.at.file) and diagnostic.at.file.startswith(("themes/", *folders(course)))
    return one.code == diagnostic.rule.code and (own or whole)


def folders(course: Course) -> tuple[str, str]:
    """Where a course's files lie."""
    return (f"slides/{course.id}/", f"quizzes/{course.id}/")


def _told(rule: Rule, one: Ignore, said: str, hint: str = "") -> Diagnostic:
    return Diagnostic(rule, one.at, said, hint or rule.instead, words=one.code)


def _offered(code: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(code.upper(), sorted(known), n=1, cutoff=0.6)
    return f"Did you mean “{near[0]}”?" if near else ""
