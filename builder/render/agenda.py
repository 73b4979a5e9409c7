"""The timed agenda of a lesson, from the lengths of its sections."""

from typing import NamedTuple

from builder.model.course import Lesson
from builder.model.prose import Prose


class AgendaRow(NamedTuple):
    """A section in the agenda: `start` as h:mm from the beginning, and the whole minutes until the next row's start."""

    start: str
    title: Prose
    minutes: int
    section: str


def agenda(lesson: Lesson) -> tuple[AgendaRow, ...]:
    """One row per titled section that takes time on the slides."""
    rows: list[AgendaRow] = []
    clock = 0
    for section in lesson.sections:
        if section.id and section.seconds and "slides" in section.when:
            length = whole_minutes(clock + section.seconds) - whole_minutes(clock)
            rows.append(AgendaRow(hours_minutes(clock), section.title, length, section.id))
        clock += section.seconds
    return tuple(rows)


def hours_minutes(seconds: int) -> str:
    """0:04, 1:00."""
    hours, minutes = divmod(whole_minutes(seconds), 60)
    return f"{hours}:{minutes:02d}"


def whole_minutes(seconds: int) -> int:
    """The nearest whole minute, half a minute upwards."""
    return (seconds + 30) // 60
