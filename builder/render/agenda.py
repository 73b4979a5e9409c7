"""The timed agenda of a lesson, from the lengths of its sections."""

from typing import NamedTuple

from builder.model.course import Lesson
from builder.model.prose import Prose


class AgendaRow(NamedTuple):
    """A section in the agenda: `start` as h:mm from the beginning, length in minutes (rounded to whole ones)."""

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
            rows.append(AgendaRow(hours_minutes(clock), section.title, round(section.seconds / 60), section.id))
        clock += section.seconds
    return tuple(rows)


def hours_minutes(seconds: int) -> str:
    """0:04, 1:00."""
    hours, minutes = divmod(round(seconds / 60), 60)
    return f"{hours}:{minutes:02d}"
