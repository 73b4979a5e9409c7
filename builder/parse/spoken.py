"""What the presenter says: words that must not stand in a page for the audience."""

from collections.abc import Sequence
from functools import partial

from builder.model.course import Course, Lesson
from builder.parse.lesson import facilitators, proses
from builder.render.memo import Shelf


def presenters_words(courses: Sequence[Course], seen: Shelf | None = None) -> list[bytes]:
    """A run of words from each note and facilitator part, as it would stand in a page: what the site must not hold.
    Marks are left out, for citations and links come out otherwise on every page."""
    lessons = [lesson for course in courses for lesson in course.lessons]
    said = (seen.recall((one.digest,), partial(spoken, one)) if seen and one.digest else spoken(one) for one in lessons)
    return [words.encode("utf-8") for group in said for words in group]


def spoken(lesson: Lesson) -> list[str]:
    """The longest run of words of each note and facilitator part of a lesson, where it is long enough to be told."""
    said = [
        max(prose.html.replace(">", "<").split("<")[::2], key=len)[:120]
        for slide in lesson.slides
        for prose in (*proses(slide.notes), *facilitators(slide.blocks), *facilitators(slide.prose))
    ]
    return [words for words in said if len(words) > 40]
