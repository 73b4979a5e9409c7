"""What the presenter says: words that must not stand in a page for the audience."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from typing import Any

from builder.model.block import Case, Listing
from builder.model.course import Course, Lesson, Slide
from builder.model.quiz import Poll
from builder.parse.lesson import facilitators, proses
from builder.render.memo import Shelf

PRIVATE: dict[type, str] = {Slide: "notes", Case: "facilitator", Poll: "expect", Listing: "text"}
"""Where the model holds what the presenter alone sees. Lines shown as they are written do not vouch for themselves: the
last look is there to find notes that were left in them."""


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


def said_openly(courses: Sequence[Course]) -> Callable[[bytes], bool]:
    """Tells of words whether their author also wrote them for the audience, as one does who copies a sentence from the
    notes into the reading text. Looks through everything on the first question, which is hardly ever asked."""

    @cache
    def written() -> str:
        return "\n".join(text for course in courses for text in texts(course))

    return lambda words: words.decode("utf-8") in written()


def texts(value: Any) -> Iterator[str]:
    """Every text in a value of the model, but what is the presenter's."""
    match value:
        case str():
            yield value
        case dict():
            yield from (text for one in value.values() for text in texts(one))
        case tuple() | frozenset():
            names = getattr(value, "_fields", ("",) * len(value))
            open_ = (
                one for name, one in zip(names, value, strict=True) if not name or name != PRIVATE.get(type(value))
            )
            yield from (text for one in open_ for text in texts(one))
        case _:
            pass
