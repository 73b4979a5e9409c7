"""From what is seen on a page back to the line that it was written on."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from builder.model.course import Course, Lesson
from builder.model.place import Place
from builder.render.slides import place_of

Lines = Callable[[str], Sequence[str]]
WORDS = 5
"""So many words of a text are looked for in the source: enough to tell it, few enough to stand on one line."""


class Source(NamedTuple):
    """A piece of the source that has an id on the page: where it begins, where the next one does, what it is called."""

    at: Place
    until: int
    title: str


class Sources:
    """The pieces of one course by their ids. `lines` reads a project file."""

    def __init__(self, course: Course, lines: Lines) -> None:
        self._course = course
        self._lines = lines
        self._slides = {lesson.id: slides(lesson) for lesson in course.lessons}
        self._questions = {
            f"q-{quiz.id}-{question.id}": Source(question.at, question.at.line + 1, f"question “{question.id}”")
            for quiz in (*course.quizzes.values(), *(lesson.checks for lesson in course.lessons if lesson.checks))
            for question in quiz.questions
        }

    def find(self, page: str, ids: Sequence[str], text: str) -> tuple[Place, str]:
        """Where something on the page of this name was written, and what it stands in."""
        lesson = self.lesson(page)
        known: Mapping[str, Source] = {**self._questions, **(self._slides[lesson.id] if lesson else {})}
        for name in ids:
            if name in known:
                source = known[name]
                return self._line(source, text), source.title
        return self.whole(page), ""

    def lesson(self, page: str) -> Lesson | None:
        """The lesson that a page of this name shows."""
        fitting = [one for one in self._course.lessons if page == one.id or page.startswith(f"{one.id}-")]
        return max(fitting, key=lambda one: len(one.id), default=None)

    def whole(self, page: str) -> Place:
        """The file that a page as a whole comes from."""
        lesson = self.lesson(page)
        if lesson:
            return lesson.at
        quiz = self._course.quizzes.get(page.removeprefix("quiz-")) if page.startswith("quiz-") else None
        return quiz.at if quiz else self._course.at

    def _line(self, source: Source, text: str) -> Place:
        """The line on which these words begin, or the beginning of the piece."""
        words = re.findall(r"\w+", text)[:WORDS]
        lines = self._lines(source.at.file)[source.at.line - 1 : source.until - 1]
        if words:
            wanted = re.compile(r"(?<!\w)" + r"\W+".join(map(re.escape, words)) + r"(?!\w)", re.IGNORECASE)
            for number, line in enumerate(lines, source.at.line):
                if found := wanted.search(line):
                    return Place(source.at.file, number, found.start() + 1)
        return source.at


def slides(lesson: Lesson) -> dict[str, Source]:
    """The slides of a lesson by id, and by what stands for it in a deck. A slide ends where the next one in its file
    begins."""
    all_slides = lesson.slides
    found = {}
    for slide, following in zip(all_slides, (*all_slides[1:], None), strict=True):
        same = following is not None and following.at.file == slide.at.file and following.at.line > slide.at.line
        until = following.at.line if following is not None and same else 1_000_000
        found[slide.id] = found[place_of(slide.id)] = Source(
            slide.at, until, f"“{slide.title.text}”" if slide.title.text else "a slide"
        )
    return found
