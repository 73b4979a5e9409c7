"""Slides that can be read from the last row."""

import re
from collections.abc import Iterable, Iterator

from builder.check.rule import Finding, rule
from builder.check.walk import named, slides
from builder.model.block import Block, Callout, Case, Columns, Group, Step, Text, inside
from builder.model.course import Course, Slide

WORDS = 90
POINTS = 8
LINES = 14
ACROSS = 80
END = re.compile(r"</(?:p|li|d[dt]|h[1-6]|pre)>|<br\b")
TABLE = re.compile(r"<table\b.*?</table>", re.DOTALL)
TAG = re.compile(r"<[^>]*>")
HEADING = re.compile(r"<h([1-6])\b")


@rule("L220", "too-many-words", "advice", alone=True)
def too_many_words(course: Course) -> Iterator[Finding]:
    """More words on a slide than anyone reads while somebody speaks.

    Why: people read or listen, not both; and the letters become too small for the last row.
    Instead: keep what must be remembered, and move the rest to `::: prose` or `::: notes`.

    Example:
        before: ## What parents say
                Three paragraphs that you are going to say anyway.
        after:  ## What parents say
                - “Homesick for a minute”
                ::: notes
                Three paragraphs that you are going to say.
                :::
    """
    for _, slide in slides(course):
        number = sum(len(text.prose.text.split()) for text in _texts(slide))
        if number > WORDS:
            yield slide.at, f"{named(slide)} has {number} words on the slide; {WORDS} are a lot already"


@rule("L221", "too-many-points", "advice", alone=True)
def too_many_points(course: Course) -> Iterator[Finding]:
    """More points in the lists of a slide than anyone keeps in mind.

    Why: after six or seven points nobody remembers the first.
    Instead: make two slides of it, or a table, or drop the points you would skip anyway.

    Example:
        before: ## Signs, with eleven points below it
        after:  ## Signs at the breast, with five points
                ## Signs between feeds, with six
    """
    for _, slide in slides(course):
        number = sum(text.prose.html.count("<li") for text in _texts(slide))
        if number > POINTS:
            yield slide.at, f"{named(slide)} has {number} points; {POINTS} are a lot already"


@rule("L226", "too-many-lines", "advice", alone=True)
def too_many_lines(course: Course) -> Iterator[Finding]:
    """More lines on a slide than it has room for in letters that the last row can read.

    Why: the deck makes letters smaller until all fits, and then nobody can read any of it. Lines are reckoned from the
    letters of each paragraph, point, row and line of code, at 80 to the line, less in columns.
    Instead: split the slide, or move part of it into `::: prose`.

    Example:
        before: ## Look-alikes, with a table of twenty rows
        after:  ## Look-alikes by day, with ten rows
                ## Look-alikes by feed, with ten rows
    """
    for _, slide in slides(course):
        if "slides" in slide.when and not slide.hidden:
            number = lines(slide.blocks)
            if number > LINES:
                yield slide.at, f"{named(slide)} takes about {number} lines; {LINES} are a lot already"


@rule("L222", "empty-slide", "warning", alone=True)
def empty(course: Course) -> Iterator[Finding]:
    """A slide with neither heading nor content; notes alone make no slide.

    Why: it is a blank page in the deck, the module and the handout.
    Instead: take out the `---` above it, so that the notes belong to the slide before, or give the slide a heading.

    Example:
        before: ---
                ::: notes
                Wait until all have sat down.
                :::
        after:  ## A moment to arrive
                ::: notes
                Wait until all have sat down.
                :::
    """
    for _, slide in slides(course):
        if not slide.title.text.strip() and not slide.title.html.strip() and not slide.blocks:
            yield slide.at, "this slide is empty"


@rule("L223", "slide-without-title", "advice", alone=True)
def without_title(course: Course) -> Iterator[Finding]:
    """A slide without a heading.

    Why: the outline, the search, the agenda of a screen reader and the thumbnails name slides by their headings.
    Instead: give it a heading; `{.title-only}` and other layouts keep it small.

    Example:
        before: ---
                - Low mood
        after:  ## How it begins
                - Low mood
    """
    for _, slide in slides(course):
        if not slide.title.text.strip() and not slide.title.html.strip() and slide.blocks:
            yield slide.at, "this slide has no heading"


@rule("L224", "heading-skips-a-level", "warning", alone=True)
def skips(course: Course) -> Iterator[Finding]:
    """A heading inside a slide that does not follow from the one above it.

    Why: screen readers go through a page by its headings; a missing level looks like missing content (WCAG 1.3.1).
    Instead: use `###` first under a slide's heading, `####` under that.

    Example:
        before: ## Two patterns
                #### D-MER
        after:  ## Two patterns
                ### D-MER
    """
    pages = [(slide.title.text, part, slide.at) for _, slide in slides(course) for part in (slide.blocks, slide.prose)]
    pages += [(sheet.title, sheet.blocks, sheet.at) for sheet in course.sheets]
    for title, part, begins in pages:
        level = 2
        for text in (b for b in inside(part) if isinstance(b, Text)):
            for found in HEADING.finditer(text.prose.html):
                now = int(found[1])
                if now > level + 1:
                    at = text.prose.at if text.prose.at.file else begins
                    yield at, f"a heading of level {now} follows one of level {level} in “{title}”", "", "#" * now + " "
                level = max(now, 2)


def lines(top: Iterable[Block], width: float = 1.0) -> int:
    """How many lines blocks take on a slide, in about so much of its width. Columns stand beside each other."""
    number = 0
    for block in top:
        if "slides" not in block.when:
            continue
        match block:
            case Text():
                number += _rows(block.prose.html, max(12, round(ACROSS * width)))
            case Columns():
                share = width / max(1, len(block.columns))
                number += max((lines(column.blocks, share) for column in block.columns), default=0)
            case Step() | Callout() | Group() | Case():
                number += lines(block.blocks, width) + isinstance(block, Callout | Case)
            case _:
                pass
    return number


def _rows(html: str, across: int) -> int:
    """The lines of some HTML: of a table one for each row, of code one for each line, else by the letters."""
    number = html.count("<tr")
    for piece in END.split(TABLE.sub("", html)):
        said = TAG.sub("", piece).strip()
        if "<pre" in piece:
            number += said.count("\n") + 1
        elif said:
            number += -(-len(said) // across)
    return number


def _texts(slide: Slide) -> Iterator[Text]:
    """What is read on the slide itself."""
    if "slides" in slide.when and not slide.hidden:
        yield from (b for b in inside(_on_slide(slide.blocks)) if isinstance(b, Text) and "slides" in b.when)


def _on_slide(top: tuple[Block, ...]) -> Iterator[Block]:
    return (block for block in top if "slides" in block.when)
