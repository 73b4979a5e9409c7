"""What the builder can make. A format is a module in this folder, or an entry point in the group `lactern.formats`.

Being there is being registered: a format's module has a docstring, whose first line is its help, and a function
`outputs(course, kit)`. The format `home` is always made: it leads to what the others made.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from builder.model.diagnostic import Diagnostic
from builder.model.output import Output

if TYPE_CHECKING:  # Jinja comes with them, and a name may be asked for without it
    from builder.model.course import Course
    from builder.render.kit import Kit

GROUP = "lactern.formats"


class Format(Protocol):
    """A module that turns a course into files."""

    __doc__: str | None

    def outputs(self, course: "Course", kit: "Kit") -> Iterator[Output | Diagnostic]:
        """The files of one course, and what was noticed while making them."""


def names() -> tuple[str, ...]:
    """The formats there are: those of the house, then those of installed packages. Imports none of them."""
    from pkgutil import iter_modules

    own = sorted(module.name for module in iter_modules(__path__))
    return tuple(dict.fromkeys((*own, *sorted(_entry_points()))))


def exists(name: str) -> bool:
    """Whether there is a format of that name. Installed packages are looked through only for one that is not ours."""
    return _is_ours(name) or name in _entry_points()


def load(name: str) -> Format:
    """The module of one format, and no other."""
    from importlib import import_module

    if _is_ours(name):
        return cast(Format, import_module(f"{__name__}.{name}"))
    found = _entry_points().get(name)
    if found is None:
        raise KeyError(name)
    return cast(Format, import_module(found))


def _is_ours(name: str) -> bool:
    return name.isidentifier() and Path(__file__).with_name(f"{name}.py").is_file()


def _entry_points() -> dict[str, str]:
    from importlib.metadata import entry_points

    return {point.name: point.value for point in entry_points(group=GROUP)}
