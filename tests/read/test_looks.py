"""The themes of a build are read once each."""

from pathlib import Path
from typing import Any

from builder.model.course import Course
from builder.model.place import Place
from builder.read.theme import looks_of
from support.building import REPOSITORY


def course(name: str, theme: str) -> Course:
    at = Place(f"slides/{name}/course.yaml", 3)
    return Course(name, name, "en", (), theme=theme, places={"theme": at})


def test_courses_share_a_theme_that_was_read_once() -> None:
    """Two courses with one theme have one value; what was asked for is counted."""
    asked: list[str] = []

    def recall(parts: tuple[Any, ...], make: Any) -> Any:
        asked.append(str(parts[0]))
        return make()

    looks, noticed = looks_of(REPOSITORY, (course("a", "calm"), course("b", "calm")), recall)
    assert looks["a"] is looks["b"]
    assert asked == ["themes/calm/theme.yaml"]
    assert noticed == []


def test_a_theme_that_is_not_there_is_noticed_where_each_course_names_it(tmp_path: Path) -> None:
    """The other courses have theirs."""
    courses = (course("a", "clam"), course("b", "calm"), course("c", "clam"))
    looks, noticed = looks_of(tmp_path, courses)
    assert set(looks) == {"b"}
    assert [found.at for found in noticed] == [courses[0].places["theme"], courses[2].places["theme"]]
