"""The learner's way through a course: a page for each section, then the tests, the glossary, the sources and the
certificate."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from markupsafe import escape

from builder.model.course import Course, Lesson, Section, Slide
from builder.model.prose import Prose
from builder.model.quiz import Quiz
from builder.render.reading import proses, readable

PageKind = Literal["section", "quiz", "glossary", "references", "certificate"]


class Page(NamedTuple):
    """One stop on the way. `id` is the page's file name without ending, and the name progress is kept under."""

    id: str
    kind: PageKind
    title: Prose
    lesson: Lesson | None = None
    section: Section | None = None
    slides: tuple[Slide, ...] = ()
    quiz: Quiz | None = None

    @property
    def file(self) -> str:
        """The page's file name."""
        return f"{self.id}.html"

    @property
    def minutes(self) -> int:
        """How long the section takes, in whole minutes; 0 where nothing was said."""
        return round(self.section.seconds / 60) if self.section else 0


class Names(NamedTuple):
    """The words a route needs for pages that no author gave a title."""

    opening: str
    glossary: str
    references: str
    certificate: str


def route(course: Course, names: Names, without_answers: bool = False) -> tuple[Page, ...]:
    """All pages in the order of the way.

    Without answers, tests that count are taken elsewhere: they and the certificate they unlock have no page. Nor has a
    certificate that nothing has to be done for.
    """
    pages = [_tested(quiz) for quiz in course.quizzes.values() if quiz.pretest_of and not without_answers]
    pages += [page for lesson in course.lessons for page in _sections(lesson, names.opening)]
    quizzes = [q for q in asked_on_pages(course) if q.mode == "survey" or not without_answers]
    pages += [_tested(quiz) for quiz in quizzes]
    if course.glossary:
        pages.append(Page("glossary", "glossary", _plain(names.glossary)))
    if course.references:
        pages.append(Page("references", "references", _plain(names.references)))
    rule = course.completion
    asks = rule.viewed or rule.quiz or rule.evaluation
    if asks and (not rule.quiz or rule.quiz in {quiz.id for quiz in quizzes}):
        pages.append(Page("certificate", "certificate", _plain(names.certificate)))
    return tuple(pages)


def asked_on_pages(course: Course) -> Iterator[Quiz]:
    """Quizzes with a page of their own: banks to practise with, then what completion asks for, the evaluation last."""
    last = (course.completion.quiz, course.completion.evaluation)
    for quiz in course.quizzes.values():
        if quiz.id not in last and quiz.mode != "survey" and not quiz.pretest_of:
            yield quiz
    for id_ in last:
        if id_ in course.quizzes:
            yield course.quizzes[id_]


def places(pages: tuple[Page, ...]) -> dict[str, str]:
    """The address of every lesson, section, slide and further anchor, by `lesson` or `lesson#anchor`."""
    found: dict[str, str] = {}
    for page in pages:
        if page.lesson is None or page.section is None:
            continue
        found.setdefault(page.lesson.id, page.file)
        found.setdefault(f"{page.lesson.id}#{page.section.id}", page.file)
        for slide in page.slides:
            anchors = (use.target for prose in proses(slide) for use in prose.uses if use.kind == "anchor")
            for anchor in (slide.id, *anchors):
                found.setdefault(f"{page.lesson.id}#{anchor}", f"{page.file}#{anchor}")
    return found


def _sections(lesson: Lesson, opening: str) -> Iterator[Page]:
    for section in lesson.sections:
        slides = tuple(slide for slide in section.slides if readable(slide))
        if slides and "module" in section.when:
            title = section.title if section.id else _plain(opening)
            yield Page(f"{lesson.id}-{section.id or 'opening'}", "section", title, lesson, section, slides)


def _tested(quiz: Quiz) -> Page:
    return Page(f"quiz-{quiz.id}", "quiz", _plain(quiz.title), quiz=quiz)


def _plain(text: str) -> Prose:
    return Prose(str(escape(text)), text)
