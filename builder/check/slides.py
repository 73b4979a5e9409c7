"""Slides that can be read from the last row."""

import re
from collections.abc import Iterator

from builder.check.rule import Finding, rule
from builder.check.walk import blocks, slides
from builder.model.block import Block, Text
from builder.model.course import Course, Slide

WORDS = 90
POINTS = 8
HEADING = re.compile(r"<h([1-6])\b")


@rule("L220", "too-many-words", "advice", alone=True)
def too_many_words(course: Course) -> Iterator[Finding]:
    """More words on a slide than anyone reads while somebody speaks.

    Why: people read or listen, not both; and the letters become too small for the last row.
    Instead: keep what must be remembered, and move the rest to `::: prose` or `::: notes`.
    """
    for _, slide in slides(course):
        number = sum(len(text.prose.text.split()) for text in _texts(slide))
        if number > WORDS:
            yield slide.at, f"“{slide.title.text}” has {number} words on the slide; {WORDS} are a lot already"


@rule("L221", "too-many-points", "advice", alone=True)
def too_many_points(course: Course) -> Iterator[Finding]:
    """More points in the lists of a slide than anyone keeps in mind.

    Why: after six or seven points nobody remembers the first.
    Instead: make two slides of it, or a table, or drop the points you would skip anyway.
    """
    for _, slide in slides(course):
        number = sum(text.prose.html.count("<li") for text in _texts(slide))
        if number > POINTS:
            yield slide.at, f"“{slide.title.text}” has {number} points; {POINTS} are a lot already"


@rule("L222", "empty-slide", "warning", alone=True)
def empty(course: Course) -> Iterator[Finding]:
    """A slide with neither heading nor content.

    Why: it is a blank page in the deck, the module and the handout.
    Instead: remove one of the two `---`, or give the slide a heading.
    """
    for _, slide in slides(course):
        if not slide.title.text.strip() and not slide.title.html.strip() and not slide.blocks:
            yield slide.at, "this slide is empty"


@rule("L223", "slide-without-title", "advice", alone=True)
def without_title(course: Course) -> Iterator[Finding]:
    """A slide without a heading.

    Why: the outline, the search, the agenda of a screen reader and the thumbnails name slides by their headings.
    Instead: give it a heading; `{.title-only}` and other layouts keep it small.
    """
    for _, slide in slides(course):
        if not slide.title.text.strip() and not slide.title.html.strip() and slide.blocks:
            yield slide.at, "this slide has no heading"


@rule("L224", "heading-skips-a-level", "warning", alone=True)
def skips(course: Course) -> Iterator[Finding]:
    """A heading inside a slide that does not follow from the one above it.

    Why: screen readers go through a page by its headings; a missing level looks like missing content (WCAG 1.3.1).
    Instead: use `###` first under a slide's heading, `####` under that.
    """
    for _, slide in slides(course):
        for part in (slide.blocks, slide.prose):
            level = 2
            for text in (b for b in blocks(part) if isinstance(b, Text)):
                for found in HEADING.finditer(text.prose.html):
                    now = int(found[1])
                    if now > level + 1:
                        yield (
                            text.prose.at if text.prose.at.file else slide.at,
                            (f"a heading of level {now} follows one of level {level} in “{slide.title.text}”"),
                        )
                    level = max(now, 2)


def _texts(slide: Slide) -> Iterator[Text]:
    """What is read on the slide itself."""
    if "slides" in slide.when and not slide.hidden:
        yield from (b for b in blocks(_on_slide(slide.blocks)) if isinstance(b, Text) and "slides" in b.when)


def _on_slide(top: tuple[Block, ...]) -> Iterator[Block]:
    return (block for block in top if "slides" in block.when)
