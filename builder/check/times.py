"""Minutes: what the lesson promises against what its sections and slides add up to."""

from collections.abc import Iterator

from builder.check.rule import Finding, rule
from builder.check.walk import where
from builder.model.course import Course, Section, Slide


@rule("L210", "minutes-do-not-add-up", "warning", alone=True)
def do_not_add_up(course: Course) -> Iterator[Finding]:
    """The sections take more or less time than the lesson says.

    Why: the agenda is printed from the sections, and credit is asked for by the minute.
    Instead: change `time=` of a section, or `minutes:` in the front matter.

    Example:
        before: minutes: 60, and sections of 8m, 20m and 30m
        after:  minutes: 60, and sections of 8m, 20m and 32m
    """
    for lesson in course.lessons:
        total = sum(section.seconds for section in lesson.sections)
        if lesson.minutes and total and total != lesson.minutes * 60:
            yield where(lesson, "minutes"), f"the sections take {_said(total)}, and `minutes:` says {lesson.minutes}"


@rule("L211", "slides-exceed-section", "warning", alone=True)
def exceed(course: Course) -> Iterator[Finding]:
    """The slides of a section take longer than the section.

    Why: the presenter runs late from here on, and the pacing in the speaker view is wrong.
    Instead: shorten `time=` of a slide, or give the section more.

    Example:
        before: # Recognising it {time=2m}
                ## A wave {time=90s}
                ## Two patterns {time=90s}
        after:  # Recognising it {time=3m}
    """
    for section in _sections(course):
        timed = sum(slide.seconds or 0 for slide in _shown(section))
        if section.seconds and timed > section.seconds:
            yield (
                section.at,
                (f"the slides of {_named(section)} take {_said(timed)}, the section {_said(section.seconds)}"),
            )


@rule("L212", "no-time-left", "warning", alone=True)
def no_time_left(course: Course) -> Iterator[Finding]:
    """Slides without a time stand in a section whose time is all given away.

    Why: slides without `time=` share what the section has left, and nothing is left.
    Instead: give these slides a time, or the section more.

    Example:
        before: # Recognising it {time=3m}
                ## A wave {time=3m}
                ## Two patterns
        after:  # Recognising it {time=5m}
    """
    for lesson, section in ((one, section) for one in course.lessons for section in one.sections):
        # Where neither says how long it takes, a slide with a time takes nothing away from the others.
        if not lesson.minutes and not section.attributes.get("time"):
            continue
        timed = sum(slide.seconds or 0 for slide in _shown(section))
        without = [slide for slide in _shown(section) if slide.seconds is None]
        if without and section.seconds and timed >= section.seconds and timed:
            yield (
                without[0].at,
                (
                    f"nothing of the {_said(section.seconds)} of {_named(section)} is left for "
                    f"{len(without)} {'slide' if len(without) == 1 else 'slides'} without a time"
                ),
            )


@rule("L213", "section-without-time", "advice", alone=True)
def without_time(course: Course) -> Iterator[Finding]:
    """A section without a time, in a lesson that says how long it takes.

    Why: the agenda has a gap there, and the speaker view cannot say whether you are on time.
    Instead: write `{time=8m}` after the section's heading.

    Example:
        before: # Recognising it
        after:  # Recognising it {time=8m}
    """
    for lesson in course.lessons:
        for section in lesson.sections:
            timed = any(slide.seconds != 0 for slide in _shown(section))  # `time=0s`: there to look things up
            if lesson.minutes and not section.seconds and timed:
                yield section.at, f"“{section.title.text or lesson.title}” has no time"


@rule("L214", "section-longer-than-its-slides", "advice", alone=True)
def longer(course: Course) -> Iterator[Finding]:
    """Every slide of a section has a time, and together they do not fill it.

    Why: the rest is time nobody planned; in the speaker view you will seem to be early.
    Instead: give the rest to a slide, or shorten the section.

    Example:
        before: # Recognising it {time=8m}
                ## A wave {time=2m}
        after:  # Recognising it {time=8m}
                ## A wave {time=2m}
                ## Two patterns {time=6m}
    """
    for section in _sections(course):
        shown = list(_shown(section))
        timed = sum(slide.seconds or 0 for slide in shown)
        if shown and all(slide.seconds is not None for slide in shown) and timed < section.seconds:
            yield (
                section.at,
                (f"the slides of {_named(section)} take {_said(timed)} of its {_said(section.seconds)}"),
            )


@rule("C215", "credit-exceeds-teaching", "warning")
def credit_exceeds(course: Course) -> Iterator[Finding]:
    """More minutes of credit are asked for than the lessons take.

    Why: bodies that award credit count the agenda's minutes, and turn such an application down.
    Instead: set `minutes:` under `credit:` to what is taught.

    Example:
        before: credit: {minutes: 90}, and one lesson with minutes: 60
        after:  credit: {minutes: 60}
    """
    taught = sum(lesson.minutes for lesson in course.lessons)
    if taught and course.credit.minutes > taught:
        yield (
            where(course, "credit.minutes"),
            f"credit is asked for {course.credit.minutes} minutes, and {taught} are taught",
        )


def _named(section: Section) -> str:
    title = section.title.text.strip()
    return f"“{title}”" if title else "the part before the first section"


def _sections(course: Course) -> Iterator[Section]:
    return (section for lesson in course.lessons for section in lesson.sections)


def _shown(section: Section) -> Iterator[Slide]:
    """The slides that take time in the room."""
    return (slide for slide in section.slides if not slide.hidden and "slides" in slide.when)


def _said(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    return f"{minutes} min {rest} s" if minutes and rest else f"{minutes} min" if minutes else f"{rest} s"
