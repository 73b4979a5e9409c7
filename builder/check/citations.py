"""Sources: claims that carry one, and sources that carry a claim."""

import re
from collections.abc import Iterator

from builder.check.rule import Finding, rule
from builder.check.walk import everywhere, named, proses, questions, quizzes, slides
from builder.model.block import Group, inside
from builder.model.course import Course, Slide
from builder.model.wording import wording

PROVEN = ("established", "observational", "case-report")
CODE = re.compile(r"<(code|pre)\b.*?</\1>", re.DOTALL)
BRACKETS = re.compile(r"\[[^\[\]<>\n]*@[^\[\]<>\n]*\]")
"""A citation that could not be read is an error of its own."""
BARE = re.compile(r"(?<![\w.@])@([\w:.-]*\w)|\[([\w:.-]+)\]")


@rule("R201", "reference-never-cited", "advice")
def never_cited(course: Course) -> Iterator[Finding]:
    """A source that nothing cites.

    Why: a list of references that nobody used looks like more evidence than there is.
    Instead: cite it as `[@key]` where it belongs, or remove it.

    Example:
        before: heise2011 in references.yaml, and no slide names it
        after:  - Gone in seconds to a few minutes [@heise2011]
    """
    if not course.references:
        return
    cited = {key for _, slide in slides(course) for key in _keys(slide)}
    cited |= {key for sheet in course.sheets for key in sheet.cites}
    cited |= {use.target for term in course.glossary for use in term.text.uses if use.kind == "cite"}
    cited |= {
        use.target
        for block in everywhere(course, notes=True)
        for p in proses(block)
        for use in p.uses
        if use.kind == "cite"
    }
    cited |= {
        use.target
        for quiz in quizzes(course)
        for question in questions(quiz)
        for p in wording(question)
        for use in p.uses
        if use.kind == "cite"
    }
    for reference in course.references.values():
        if reference.key not in cited:
            yield reference.at, f"“{reference.key}” is never cited"


@rule("R202", "grade-without-source", "warning", alone=True)
def grade_without_source(course: Course) -> Iterator[Finding]:
    """A claim is graded as studied, and no study is cited on the slide.

    Why: the badge says that somebody looked; learners must be able to see who.
    Instead: cite the source as `[@key]` on this slide, or grade the claim `expert`, `anecdote` or `speculative`.

    Example:
        before: ## Gone in minutes {evidence="observational"}
        after:  ## Gone in minutes {evidence="observational"}
                Most waves are over in a few minutes [@ureno2019].
    """
    for _, slide in slides(course):
        graded = [(slide.at, slide.evidence)]
        graded += [(b.at, b.evidence) for b in inside(slide.blocks) if isinstance(b, Group)]
        for at, grade in graded:
            if grade in PROVEN and not _keys(slide):
                yield at, f"{named(slide)} is graded “{grade}” and cites nothing"


@rule("R203", "source-cannot-be-found", "advice")
def cannot_be_found(course: Course) -> Iterator[Finding]:
    """A source without DOI, PubMed number, ISBN or address.

    Why: readers should be able to look it up in one step.
    Instead: add the `DOI:` or another of them; if there is none, say so under `note:`.

    Example:
        before: cox2010: {title: A case of dysphoric milk ejection reflex}
        after:  cox2010: {title: A case of dysphoric milk ejection reflex, note: Seen only as cited by others.}
    """
    for reference in course.references.values():
        if not (
            reference.doi or reference.pmid or reference.pmcid or reference.isbn or reference.url or reference.note
        ):
            yield reference.at, f"“{reference.key}” has no DOI, PubMed number, ISBN or address"


@rule("R206", "citation-not-read", "warning")
def citation_not_read(course: Course) -> Iterator[Finding]:
    """The key of a source stands in a text, and is not cited.

    Why: a citation takes square brackets and the sign @; with one of them missing, the key is shown and no source.
    Instead: write `[@key]`.

    Example:
        before: Gone in minutes (@heise2011).
        after:  Gone in minutes [@heise2011].
    """
    texts = [p for block in everywhere(course, notes=True) for p in proses(block)]
    texts += [p for quiz in quizzes(course) for question in questions(quiz) for p in wording(question)]
    for prose in texts if course.references else ():
        if "@" not in prose.html and "[" not in prose.html:
            continue
        for found in BARE.finditer(BRACKETS.sub("", CODE.sub("", prose.html))):
            key = found[1] or found[2]
            if key in course.references:
                yield prose.at, f"“{found[0]}” is not read as a citation", f"Write [@{key}].", found[0]


def _keys(slide: Slide) -> set[str]:
    """What a slide cites, on itself, in its reading text or in its notes."""
    inner = inside((*slide.blocks, *slide.prose, *slide.notes), facilitator=True)
    return {*slide.cites, *(u.target for b in inner for p in proses(b) for u in p.uses if u.kind == "cite")}
