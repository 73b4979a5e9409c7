"""Ways through a course that the checks share."""

from collections.abc import Iterable, Iterator

from builder.model.block import Block, Callout, Case, Figure, Text, Video, inside
from builder.model.course import Course, Lesson, Sheet, Slide
from builder.model.place import Place
from builder.model.prose import Prose, Use
from builder.model.quiz import (
    CaseStudy,
    MultipleChoice,
    Option,
    Poll,
    Question,
    Quiz,
    SingleChoice,
)
from builder.model.wording import wording


def where(thing: Course | Lesson | Sheet | Quiz, *keys: str) -> Place:
    """Where the first of these settings is written that is there at all; else where the thing itself begins."""
    return next((thing.places[key] for key in keys if key in thing.places), thing.at)


def meant(word: str, known: Iterable[str]) -> str:
    """“Did you mean …?” where something is close; else empty."""
    from difflib import get_close_matches

    close = get_close_matches(word, [*dict.fromkeys(known)], n=1, cutoff=0.6)
    return f"Did you mean “{close[0]}”?" if close else ""


def named(slide: Slide) -> str:
    """What a finding calls a slide: by its heading, where it has one."""
    return f"“{slide.title.text.strip()}”" if slide.title.text.strip() else "this slide"


def speaks(course: Course, *languages: str) -> bool:
    """Whether the course is written in one of these languages, of whatever country."""
    return course.language.split("-")[0] in languages


def slides(course: Course) -> Iterator[tuple[Lesson, Slide]]:
    """Every slide with its lesson, in order."""
    for lesson in course.lessons:
        for slide in lesson.slides:
            yield lesson, slide


def everywhere(course: Course, notes: bool = False) -> Iterator[Block]:
    """Every block of slides, reading text and sheets; with `notes`, what the presenter says too."""
    for _, slide in slides(course):
        yield from inside((*slide.blocks, *slide.prose, *(slide.notes if notes else ())), facilitator=notes)
    for sheet in course.sheets:
        yield from inside(sheet.blocks, facilitator=notes)


def proses(block: Block) -> Iterator[Prose]:
    """The running text of one block itself (not of the blocks inside it)."""
    match block:
        case Text():
            yield block.prose
        case Figure():
            yield block.caption
        case _:
            pass


def quizzes(course: Course) -> Iterator[Quiz]:
    """The course's quizzes and the questions written inside its lessons; a pre-test's are another quiz's."""
    yield from (quiz for quiz in course.quizzes.values() if not quiz.pretest_of)
    yield from (lesson.checks for lesson in course.lessons if lesson.checks is not None)


def questions(quiz: Quiz) -> Iterator[Question]:
    """Questions, those inside a case after it."""
    for question in quiz.questions:
        yield question
        if isinstance(question.form, CaseStudy):
            yield from question.form.parts


def options(question: Question) -> tuple[Option, ...]:
    """The options of a choice question or a poll; empty for other forms."""
    form = question.form
    return form.options if isinstance(form, SingleChoice | MultipleChoice | Poll) else ()


def readings(course: Course) -> Iterator[Prose]:
    """All running text that a reader may see: of slides, reading text, sheets, glossary and questions."""
    for block in everywhere(course):
        yield from proses(block)
    yield from (term.text for term in course.glossary)
    for quiz in quizzes(course):
        yield quiz.intro
        for question in questions(quiz):
            yield from wording(question)


def inline_pictures(course: Course) -> Iterator[tuple[str, Use]]:
    """The pictures in lines of text, each with its file's id."""
    for prose in readings(course):
        for use in prose.uses:
            if use.kind == "image":
                yield use.target.removeprefix("asset:"), use


def texts(course: Course, notes: bool = True) -> Iterator[tuple[Place, str]]:
    """Every piece of running text with its place: titles, slides, reading text, notes, sheets, glossary, questions."""
    for _, slide in slides(course):
        yield slide.at, slide.title.text
    for block in everywhere(course, notes):
        for prose in proses(block):
            yield prose.at, prose.text
        if isinstance(block, Callout | Case):
            yield block.at, block.title
        if isinstance(block, Figure | Video):
            yield block.at, block.alt if isinstance(block, Figure) else block.title
    for term in course.glossary:
        yield from ((term.at, name) for name in term.names)
        yield term.text.at, term.text.text
    for quiz in quizzes(course):
        yield quiz.at, quiz.intro.text
        for question in questions(quiz):
            for prose in wording(question):
                yield (prose.at if prose.at.file else question.at), prose.text
