"""One idea per slide, as far as it can be counted."""

import re
from collections.abc import Iterable, Iterator

from builder.check.rule import Finding, rule
from builder.check.walk import named, slides
from builder.model.block import Block, Callout, Case, Figure, Group, QuizSlot, Step, Text, Video
from builder.model.course import Course

HEADING = re.compile(r"<h3\b[^>]*>(.*?)</h3>", re.DOTALL)
TAG = re.compile(r"<[^>]*>")
LIST = re.compile(r"^<[ou]l\b", re.MULTILINE)
TABLE = re.compile(r"<table\b")
MOST = 2


@rule("L225", "several-ideas-on-a-slide", "advice", alone=True)
def several_ideas(course: Course) -> Iterator[Finding]:
    """A slide with parts that each want to be looked at: headings below one another, or a picture, a table and a list.

    Why: people look at one thing while somebody speaks; what stands beside it they miss, or they miss what is said.
    Columns that stand side by side count as one, for they are there to be compared. Only what can be counted is
    looked at: a slide with one list may hold three ideas, and you will know.
    Instead: give each part a slide of its own, with a heading that says what to see.

    Example:
        before: ## Signs
                ### At the breast
                - Low mood
                ### Between feeds
                - None
        after:  ## At the breast, the mood falls
                - Low mood
                ## Between feeds there is none
    """
    for _, slide in slides(course):
        if slide.hidden or "slides" not in slide.when:
            continue
        headings: list[str] = []
        parts: list[str] = []
        for block in _plain(slide.blocks):
            match block:
                case Text():
                    html = block.prose.html
                    headings += (TAG.sub("", found) for found in HEADING.findall(html))
                    parts += ["a list"] * len(LIST.findall(html)) + ["a table"] * len(TABLE.findall(html))
                case Figure():
                    parts += [] if block.decorative else ["a picture"]
                case Video():
                    parts.append("a film")
                case QuizSlot():
                    parts.append("a question")
                case Case():
                    parts.append("a case")
                case _:
                    pass
        if len(headings) >= MOST:
            said = ", ".join(f"“{heading.strip()}”" for heading in headings)
            yield slide.at, f"{named(slide)} has {len(headings)} parts with headings of their own: {said}"
        elif len(parts) > MOST and len(set(parts)) > 1:
            yield slide.at, f"{named(slide)} holds {_listed(parts)}"


def _plain(top: Iterable[Block]) -> Iterator[Block]:
    """What stands below one another on the slide itself: boxes and steps opened, columns left out."""
    for block in top:
        if "slides" in block.when:
            yield block
            if isinstance(block, Step | Group | Callout):
                yield from _plain(block.blocks)


def _listed(parts: list[str]) -> str:
    kinds = dict.fromkeys(parts)
    said = [kind if parts.count(kind) == 1 else f"{parts.count(kind)} {kind.split()[1]}s" for kind in kinds]
    return f"{', '.join(said[:-1])} and {said[-1]}"
