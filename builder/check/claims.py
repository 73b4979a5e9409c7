"""Claims: what a slide states as found out wants a grade of evidence or a source."""

import re
from collections.abc import Iterator
from functools import cache

from builder.check.phrases import SHOWN
from builder.check.rule import Finding, rule
from builder.check.walk import named, proses, slides
from builder.model.block import Generated, Group, QuizSlot, Text, inside
from builder.model.course import Course, Slide

LAYOUTS = ("title-slide", "section-break", "quote")
PERCENT = r"(?<![\d.,])(?!100\s?[%٪])\d+(?:[.,]\d+)?\s?[%٪](?!\s*(?:or more )?to pass)"
CODE = re.compile(r"<(pre|code)\b.*?</\1>", re.DOTALL)
TAG = re.compile(r"<[^>]*>")
WORDS = (
    r"\b\d+ (?:in|out of|of) (?:every )?\d+ (?:women|mothers|parents|people)\b",
    r"\b(?:studies|research|evidence|trials?|surveys?|data) (?:shows?|showed|suggests?|finds?|found|proves?)\b",
    r"\b(?:has|have) been (?:shown|proven|found)\b",
    r"\brisk of\b",
    r"\b(?:is|are) (?:associated|linked) (?:to|with)\b|\b(?:is|are) caused by\b",
    r"\b(?:more|less|twice as) likely to\b",
    r"\b(?:causes|reduces|increases|prevents|cures|improves)\b(?![^.!?]{0,200}\?)",
)
SIGNS = (
    "%", "٪", "wom", "mother", "parent", "people", "stud", "research", "evidence", "trial", "survey", "data", "been ",
    "risk", "associated", "linked", "caused", "likely", "reduces", "increases", "prevents", "cures", "improves",
    "causes", "étude", "donnée", "enquête", "investigaci", "dato", "encuesta", "untersuchung", "forschung", "daten",
    "umfrage", "دراسات", "بحاث", "بحوث", "מחקר", "סקר",
)  # fmt: skip
"""A quick look first: a text without any of these, in lower case, claims nothing."""


@rule("R205", "claim-without-grade-or-source", "advice", alone=True)
def bare_claim(course: Course) -> Iterator[Finding]:
    """A slide states what has been found out, and has neither a grade of evidence nor a source.

    Why: a room believes a slide. A number or “studies show” without a source cannot be checked, and is repeated.
    Percentages are seen in every language, “studies show” in the six of lactern, “risk of”, “causes” and the like in
    English.
    Instead: cite the source as `[@key]`, or say with `evidence=` how sure it is; `evidence="anecdote"` is an honest
    grade too.

    Example:
        before: ## How common it is
                About 9 % of parents know it.
        after:  ## How common it is {evidence="observational"}
                About 9 % of parents know it [@ureno2019].
    """
    if course.subject != "clinical":
        return
    found = _claim(course.language.split("-")[0])
    for _, slide in slides(course):
        if slide.evidence or slide.hidden or "slides" not in slide.when or _exempt(slide):
            continue
        for block in inside(slide.blocks):
            if not isinstance(block, Text) or "slides" not in block.when:
                continue
            html = block.prose.html
            text = TAG.sub("", CODE.sub(" ", html)) if "<code" in html else block.prose.text
            low = text.lower()
            if any(sign in low for sign in SIGNS) and (claim := found.search(text)):
                said = claim[0].strip()
                yield block.prose.at, f"“{said}” on {named(slide)} has no source and no grade", "", said
                break


def _exempt(slide: Slide) -> bool:
    """Whether the slide cites or grades something somewhere, quotes, asks, or is filled in by the builder."""
    if any(name in slide.attributes.classes for name in LAYOUTS):
        return True
    for block in inside((*slide.blocks, *slide.prose, *slide.notes), facilitator=True):
        if isinstance(block, Generated | QuizSlot) or (isinstance(block, Group) and block.evidence):
            return True
        for prose in proses(block):
            if "data-evidence" in prose.html or any(use.kind == "cite" for use in prose.uses):
                return True
    return False


@cache
def _claim(language: str) -> re.Pattern[str]:
    words = WORDS if language == "en" else (SHOWN[language],) if language in SHOWN else ()
    return re.compile("|".join((PERCENT, *words)), re.IGNORECASE)
