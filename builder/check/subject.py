"""A course on anything but the care of people: that it is one, for it is not asked for a review and for urgent help."""

import re
from collections.abc import Iterable, Iterator

from builder.check.rule import Finding, rule
from builder.check.walk import proses
from builder.check.words import CLINICAL
from builder.model.block import Block, Example, inside
from builder.model.course import Course
from builder.model.prose import Prose


@rule("C217", "clinical-words-in-another-subject", "warning", alone=True)
def clinical_words(course: Course) -> Iterator[Finding]:
    """A course with `subject: other` that speaks of symptoms, treatment or suicide.

    Why: `subject: other` takes off the clinical review and the urgent-help block. A course that gives advice on health
    without the two looks as if somebody had answered for it.
    Instead: remove `subject:` from course.yaml, and name urgent help and the review. Where a word has nothing to do
    with care, put it into an `::: example`, or the code under `ignore:` with the reason.

    Example:
        before: subject: other
                title: Feelings at let-down
        after:  title: Feelings at let-down
                help: {emergency: your local emergency number}
    """
    language = course.language.split("-")[0]
    if course.subject == "clinical" or language not in CLINICAL:
        return
    words = re.compile(rf"(?<!\w)(?:{CLINICAL[language]})(?!\w)", re.IGNORECASE)
    told: set[str] = set()
    for prose in _said(course):
        for found in words.findall(prose.text):
            if found.casefold() not in told:
                told.add(found.casefold())
                yield prose.at, f"“{found}” stands in a course whose subject is not clinical", "", found


def _said(course: Course) -> Iterator[Prose]:
    """What is taught: titles, slides, reading text and sheets, without examples."""
    for lesson in course.lessons:
        for slide in lesson.slides:
            yield slide.title
            yield from _outside((*slide.blocks, *slide.prose))
    for sheet in course.sheets:
        yield from _outside(sheet.blocks)


def _outside(top: Iterable[Block]) -> Iterator[Prose]:
    every = tuple(inside(top))
    samples = {id(part) for one in every if isinstance(one, Example) for part in inside((one,)) if part is not one}
    for block in every:
        if id(block) not in samples:
            yield from proses(block)
