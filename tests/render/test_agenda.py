"""The agenda's rows agree with one another: each begins where the one before it ends."""

import pytest

from builder.render.agenda import agenda
from support.project import Project


@pytest.mark.parametrize(
    ("lengths", "rows"),
    [
        (["4m", "2m30s", "3m", "90s"], [("0:00", 4), ("0:04", 3), ("0:07", 3), ("0:10", 1)]),
        (["29s", "31s", "59m"], [("0:00", 0), ("0:00", 1), ("0:01", 59)]),
        (["60m", "5m"], [("0:00", 60), ("1:00", 5)]),
    ],
)
def test_rows_meet(project: Project, lengths: list[str], rows: list[tuple[str, int]]) -> None:
    """Half minutes are rounded up, and what one row gets the next one does not."""
    text = "".join(
        f"# Part {number} {{time={length}}}\n\n## Slide\n\nWords.\n\n" for number, length in enumerate(lengths)
    )
    assert [(row.start, row.minutes) for row in agenda(project.lesson(text).taught())] == rows
