"""Ways through a course that the checks share."""

from collections.abc import Iterable, Iterator
from re import sub

from builder.model.block import Block, Callout, Case, Columns, Example, Figure, Group, Step, Text, Video
from builder.model.course import Course, Lesson, Sheet, Slide
from builder.model.place import Place
from builder.model.prose import Prose
from builder.model.quiz import (
    CaseStudy,
    Cloze,
    Hotspot,
    Matching,
    Matrix,
    MultipleChoice,
    Option,
    Ordering,
    Poll,
    Question,
    Quiz,
    Reflection,
    Scale,
    SingleChoice,
    TrueFalse,
)


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


def blocks(top: Iterable[Block], facilitator: bool = False) -> Iterator[Block]:
    """Blocks and the blocks inside them, in reading order."""
    for block in top:
        yield block
        match block:
            case Case():
                yield from blocks(block.blocks, facilitator)
                if facilitator:
                    yield from blocks(block.facilitator, facilitator)
            case Step() | Callout() | Group():
                yield from blocks(block.blocks, facilitator)
            case Example():
                yield from blocks((*block.blocks, *block.prose, *block.notes), facilitator)
            case Columns():
                for column in block.columns:
                    yield from blocks(column.blocks, facilitator)
            case _:
                pass


def slides(course: Course) -> Iterator[tuple[Lesson, Slide]]:
    """Every slide with its lesson, in order."""
    for lesson in course.lessons:
        for slide in lesson.slides:
            yield lesson, slide


def everywhere(course: Course, notes: bool = False) -> Iterator[Block]:
    """Every block of slides, reading text and sheets; with `notes`, what the presenter says too."""
    for _, slide in slides(course):
        yield from blocks((*slide.blocks, *slide.prose, *(slide.notes if notes else ())), facilitator=notes)
    for sheet in course.sheets:
        yield from blocks(sheet.blocks, facilitator=notes)


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


def wording(question: Question) -> Iterator[Prose]:
    """All words of a question that a learner may read."""
    yield from (question.stem, question.explain, *question.hints)
    form = question.form
    shown = form.reason if isinstance(form, TrueFalse) else options(question)
    for option in shown:
        yield from (option.text, option.feedback)
    match form:
        case TrueFalse():
            yield from (form.if_true, form.if_false)
        case Cloze():
            yield Prose(form.html, sub(r"<[^>]+>", " ", form.html))
        case Matching():
            yield from (prose for pair in form.pairs for prose in (pair.left, pair.right))
            yield from (item.text for item in form.distractors)
        case Ordering():
            yield from (item.text for item in form.items)
        case Matrix():
            yield from (column.text for column in form.columns)
            yield from (row.text for row in form.rows)
        case Hotspot():
            yield from (prose for region in form.regions for prose in (region.label, region.feedback))
        case Scale():
            yield from form.labels
        case Reflection():
            yield form.model_answer
        case _:
            pass


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
