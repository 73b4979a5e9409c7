"""Urgent help: in every course, on every sheet, in every deck."""

from collections.abc import Iterator

from builder.check.rule import Finding, rule
from builder.check.walk import where
from builder.model.block import Callout, Generated, inside
from builder.model.course import Course


@rule("C201", "no-urgent-help", "error")
def no_urgent_help(course: Course) -> Iterator[Finding]:
    """A course that does not say where urgent help is.

    Why: a course about feeding a baby reaches people on the worst day of their life; some will think of dying.
    A page that stirs this up and names no help is dangerous.
    Instead: add `help:` with `emergency:` to course.yaml; `your local emergency number` is fine where you teach
    in several countries.

    Example:
        before: title: Feelings at let-down
        after:  title: Feelings at let-down
                help: {emergency: your local emergency number}
    """
    if course.subject == "clinical" and (course.help is None or not course.help.emergency.strip()):
        yield where(course, "help.emergency", "help"), f"“{course.title}” names no urgent help"


@rule("C202", "help-line-without-number", "error")
def line_without_number(course: Course) -> Iterator[Finding]:
    """A helpline that cannot be called.

    Why: nobody in distress looks up a number that a page forgot.
    Instead: give the line its `number:`, or remove it.

    Example:
        before: lines: [{name: A helpline, number: ""}]
        after:  lines: [{name: A helpline, number: "555 0100"}]
    """
    for number, line in enumerate(course.help.lines if course.help else ()):
        if not line.number.strip():
            yield where(course, f"help.lines.{number}.number", "help"), f"the helpline “{line.name}” has no number"


@rule("C203", "no-helpline", "advice")
def no_helpline(course: Course) -> Iterator[Finding]:
    """Only an emergency number, and no line to talk to.

    Why: most people who need to talk are not in immediate danger, and will not ring an emergency number.
    Instead: add the lines of your country under `help:`, `lines:`, with name, number, region and note.

    Example:
        before: help: {emergency: your local emergency number}
        after:  help:
                  emergency: your local emergency number
                  lines: [{name: A helpline, number: "555 0100", region: Everywhere}]
    """
    if course.subject == "clinical" and course.help and course.help.emergency.strip() and not course.help.lines:
        yield where(course, "help.lines", "help"), "no helpline is named beside the emergency number"


@rule("L201", "lesson-without-help", "advice", alone=True)
def lesson_without_help(course: Course) -> Iterator[Finding]:
    """A lesson whose slides never show where urgent help is.

    Why: people in the room may be touched by what they hear, and they copy what stands on a slide; the button in
    the deck's corner is out of their reach.
    Instead: put `{{< help >}}` on a slide, best on the one with the content note.

    Example:
        before: ## Before we begin
                This hour may touch you.
        after:  ## Before we begin
                This hour may touch you.

                {{< help >}}
    """
    for lesson in course.lessons if course.subject == "clinical" else ():
        every = inside(b for slide in lesson.slides if not slide.hidden for b in slide.blocks)
        if lesson.slides and not any(_helps(b) for b in every):
            yield lesson.at, f"no slide of “{lesson.title}” shows the urgent-help block"


@rule("L202", "sheet-without-help", "warning")
def sheet_without_help(course: Course) -> Iterator[Finding]:
    """A sheet to take away that does not say where urgent help is.

    Why: the sheet is what is at home at three in the morning, when the course is long forgotten.
    Instead: put `{{< help >}}` at the foot of the sheet.

    Example:
        before: # A sheet whose last words are its last tips
        after:  # A sheet at the foot of which stands
                {{< help >}}
    """
    for sheet in course.sheets if course.subject == "clinical" else ():
        if not any(isinstance(b, Generated) and b.kind == "help" for b in inside(sheet.blocks)):
            yield sheet.at, f"the sheet “{sheet.title}” has no urgent-help block"


def _helps(block: object) -> bool:
    """The help block itself; an urgent callout written by hand counts on a slide, never on a sheet."""
    return (isinstance(block, Generated) and block.kind == "help") or (
        isinstance(block, Callout) and block.kind == "urgent"
    )
