"""What a course names must be there: sources, objectives, and the slides that links and questions lead to."""

from collections.abc import Iterator, Mapping

from builder.model.course import Course, Lesson
from builder.model.diagnostic import Diagnostic
from builder.model.place import Place
from builder.model.prose import Prose
from builder.model.quiz import CaseStudy, Poll, Question
from builder.model.wording import wording
from builder.parse.addresses import near
from builder.parse.lesson import proses
from builder.parse.rules.meaning import BROKEN_LINK, NO_SUCH_QUIZ, UNKNOWN_KEY_CITED, UNKNOWN_OBJECTIVE


def joined(course: Course) -> Iterator[Diagnostic]:
    """What does not meet: unknown sources, objectives, slides that links and questions lead to."""
    known = {objective.id for objective in course.objectives}
    anchors = {lesson.id: lesson.anchors for lesson in course.lessons}
    for lesson in course.lessons:
        for prose in lesson_proses(lesson):
            yield from checked(prose, course, anchors, lesson.id)
        for section in lesson.sections:
            named = [(section.objectives, section.at), *((slide.objectives, slide.at) for slide in section.slides)]
            for names, at in named:
                for name in names:
                    yield from objective_known(name, known, at)
        for name in lesson.objectives:
            yield from objective_known(name, known, lesson.places.get("objectives", lesson.at))
        if lesson.checks:
            for question in lesson.checks.questions:
                yield from question_joined(question, course, known, anchors)
    for sheet in course.sheets:
        for prose in proses(sheet.blocks):
            yield from checked(prose, course, anchors, "")
    for term in course.glossary:
        yield from checked(term.text, course, anchors, "")
    for key, name in (("quiz", course.completion.quiz), ("evaluation", course.completion.evaluation)):
        if name and name not in course.quizzes:
            hint = near(name, list(course.quizzes)) or NO_SUCH_QUIZ.instead
            at = course.places.get(f"completion.{key}", course.at)
            yield Diagnostic(NO_SUCH_QUIZ, at, f"there is no quiz “{name}”", hint)
    for quiz in course.quizzes.values():
        yield from checked(quiz.intro, course, anchors, "")
        for question in () if quiz.pretest_of else quiz.questions:
            yield from question_joined(question, course, known, anchors)


def question_joined(
    question: Question, course: Course, known: set[str], anchors: Mapping[str, frozenset[str]]
) -> Iterator[Diagnostic]:
    """A question's objective, sources and the slide to see again."""
    yield from objective_known(question.objective, known, question.at)
    form = question.form
    for prose in (*wording(question), *((form.expect,) if isinstance(form, Poll) else ())):
        yield from checked(prose, course, anchors, "")
    if question.see:
        lesson, _, slide = question.see.partition("#")
        if lesson not in anchors:
            hint = near(lesson, list(anchors)) or BROKEN_LINK.instead
            yield Diagnostic(BROKEN_LINK, question.at, f"“see: {question.see}” names no lesson", hint)
        elif slide and slide not in anchors[lesson]:
            hint = near(slide, sorted(anchors[lesson])) or BROKEN_LINK.instead
            yield Diagnostic(BROKEN_LINK, question.at, f"“see: {question.see}” names no slide", hint)
    if isinstance(form, CaseStudy):
        for part in form.parts:
            yield from question_joined(part, course, known, anchors)


def objective_known(name: str, known: set[str], at: Place) -> Iterator[Diagnostic]:
    """Whether course.yaml lists an objective."""
    if name and name not in known:
        hint = near(name, sorted(known)) or told(known)
        yield Diagnostic(UNKNOWN_OBJECTIVE, at, f"there is no objective “{name}”", hint, words=name)


def told(known: set[str]) -> str:
    """What to do about an objective that is like none of those there are."""
    listed = f" There is: {', '.join(sorted(known))}." if 0 < len(known) <= 12 else ""
    return UNKNOWN_OBJECTIVE.instead + listed


def checked(prose: Prose, course: Course, anchors: Mapping[str, frozenset[str]], own: str) -> Iterator[Diagnostic]:
    """The sources that a text cites and the slides that it links to."""
    for use in prose.uses:
        if use.kind == "cite" and use.target not in course.references:
            hint = near(use.target, list(course.references)) or UNKNOWN_KEY_CITED.instead
            yield Diagnostic(UNKNOWN_KEY_CITED, use.at, f"there is no source “{use.target}”", hint)
        elif use.kind == "link" and (use.target.startswith(("lesson:", "#"))):
            lesson, _, slide = use.target.removeprefix("lesson:").partition("#")
            place = lesson or own
            if slide.startswith(("fn", "ref-")) or not slide or not place:
                continue
            if slide not in anchors.get(place, frozenset()):
                hint = near(slide, sorted(anchors.get(place, frozenset()))) or BROKEN_LINK.instead
                yield Diagnostic(BROKEN_LINK, use.at, f"there is no slide “{slide}” in “{place}”", hint)


def lesson_proses(lesson: Lesson) -> Iterator[Prose]:
    """All running text of a lesson: titles, slides, reading text and notes."""
    for section in lesson.sections:
        yield section.title
        for slide in section.slides:
            yield slide.title
            yield from proses(slide.blocks)
            yield from proses(slide.prose)
            yield from proses(slide.notes)
