"""How heavy a course is: what a lesson's slides and the whole course weigh."""

from collections.abc import Iterable, Iterator

from builder.check.rule import Finding, rule
from builder.check.walk import everywhere, inline_pictures, proses, questions, quizzes
from builder.model.block import Block, Figure, Video, inside
from builder.model.course import Course

MEGABYTE = 1_000_000
LESSON = 25 * MEGABYTE
"""What a phone with a good connection, 10 megabits a second, loads in 20 seconds."""
COURSE = 200 * MEGABYTE
"""What it loads in 160 seconds, before the course can be read without a network."""


@rule("A208", "lesson-too-heavy", "warning", alone=True)
def lesson_too_heavy(course: Course) -> Iterator[Finding]:
    """The pictures and films of a lesson weigh more than 25 MB together.

    Why: a phone with a good connection, 10 megabits a second, takes 20 seconds for 25 MB; a hall full of phones takes
    minutes, and the PC at the lectern is slow from a stick.
    Instead: save photographs 1920 pixels wide; cut films, or save them at 720 lines.

    Example:
        before: {{< video img/latch.mp4 captions=img/latch.vtt >}}      # 80 MB, as the camera saved it
        after:  {{< video img/latch.mp4 captions=img/latch.vtt >}}      # 9 MB, one minute at 720 lines
    """
    for lesson in course.lessons:
        shown = inside(block for slide in lesson.slides for block in (*slide.blocks, *slide.prose))
        files = _files(course, shown)
        weight = sum(size for size, _ in files)
        if weight > LESSON:
            yield lesson.at, f"the pictures and films of “{lesson.title}” weigh {_said(weight)}; {_most(files)}"


@rule("A209", "course-too-heavy", "warning")
def course_too_heavy(course: Course) -> Iterator[Finding]:
    """All pictures and films of a course weigh more than 200 MB.

    Why: the module is kept on the learner's phone so that it can be read without a network. 200 MB take nearly three
    minutes at 10 megabits a second, are a good part of a month's data for many, and browsers throw away what is large.
    Instead: save photographs and films smaller, and link to long films instead of bringing them.

    Example:
        before: img/birth-film.mp4, 400 MB
        after:  [The film, 40 minutes](https://example.org/film), and a picture of it
    """
    if sum(asset.size for asset in course.assets.values()) <= COURSE:
        return
    shown = [*everywhere(course)]
    extra = {question.image for quiz in quizzes(course) for question in questions(quiz) if question.image}
    extra |= {file for file, _ in inline_pictures(course)}
    files = _files(course, shown, extra)
    weight = sum(size for size, _ in files)
    if weight > COURSE:
        yield course.at, f"the pictures and films of “{course.title}” weigh {_said(weight)}; {_most(files)}"


def _files(course: Course, shown: Iterable[Block], extra: Iterable[str] = ()) -> list[tuple[int, str]]:
    """Sizes and names of the files that blocks show, the heaviest first."""
    used = set(extra)
    for block in shown:
        if isinstance(block, Figure):
            used.add(block.asset)
        elif isinstance(block, Video):
            used |= {block.asset, block.poster}
        used |= {u.target.removeprefix("asset:") for p in proses(block) for u in p.uses if u.kind == "image"}
    return sorted(((course.assets[name].size, name) for name in used if name in course.assets), reverse=True)


def _most(files: list[tuple[int, str]]) -> str:
    size, name = files[0]
    return f"the heaviest is “{name}” with {_said(size)}"


def _said(size: int) -> str:
    return f"{size / MEGABYTE:.0f} MB"
