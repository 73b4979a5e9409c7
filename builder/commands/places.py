"""Courses, files and folders as they are named on the command line, and what was meant by a slip."""

import os
from collections.abc import Sequence
from pathlib import Path

import click

from builder.commands.talk import Talk, close_to, course_names, project

MOST = 2000


def places(talk: Talk, typed: Sequence[Path]) -> tuple[Path, list[str]]:
    """The project's root, and what was named as paths from there. A course may be named as `build` names it."""
    course = [path for path in typed if not (talk.folder / path).exists() and path.parent == Path()]
    root = project(talk, next((there(talk, path) for path in typed if path not in course), None))
    known = course_names(root)
    found: list[str] = []
    for path in typed:
        if path in course and path.name in known:
            found += [f"{top}/{path.name}" for top in ("slides", "quizzes") if (root / top / path.name).exists()]
        else:
            found.append(within(there(talk, path, root), root))
    return root, found


def there(talk: Talk, typed: Path, root: Path | None = None) -> Path:
    """A path without `..` in it, or a usage error when nothing is there."""
    path = talk.folder / typed
    if not path.exists():
        raise click.UsageError(f"there is no {typed}.{like(path, typed, root)}")
    return Path(os.path.normpath(path))


def like(path: Path, typed: Path, root: Path | None = None) -> str:
    """“Did you mean …?” for a path where nothing is: among its neighbours, or by its name alone anywhere in the
    project."""
    above, rest = path.parent, [path.name]
    while not above.is_dir() and above != above.parent:
        above, rest = above.parent, [above.name, *rest]
    try:
        names = sorted(entry.name for entry in above.iterdir() if not entry.name.startswith("."))
    except OSError:
        names = []
    if close := close_to(rest[0], names):
        front = Path(*typed.parts[: len(typed.parts) - len(rest)])
        return asked([str(front / name / Path(*rest[1:])) for name in close])
    if root is None or len(typed.parts) > 1:
        return ""
    files = [file for top in ("slides", "quizzes") for file in sorted((root / top).rglob("*.[my]*"))[:MOST]]
    named = {file.name: file for file in files} | {file.stem.lstrip("0123456789-"): file for file in files}
    near = close_to(typed.name, [*course_names(root), *named])
    meant = [os.path.relpath(named[name], path.parent) if name in named else name for name in near]
    return asked(list(dict.fromkeys(meant)))


def asked(close: Sequence[str]) -> str:
    """“Did you mean …?” of some paths."""
    return f" Did you mean {' or '.join(f'“{one}”' for one in close)}?" if close else ""


def within(path: Path, root: Path) -> str:
    """A path as diagnostics say it, or a usage error when it is outside the project."""
    if not path.is_relative_to(root):
        raise click.UsageError(f"{path} is outside the project at {root}.")
    return path.relative_to(root).as_posix()


def courses_of(places: Sequence[str]) -> tuple[str, ...]:
    """The courses that paths belong to; none named means all."""
    parts = [place.split("/") for place in places]
    if any(len(p) < 2 or p[0] not in ("slides", "quizzes") for p in parts):
        return ()
    return tuple(sorted({p[1] for p in parts}))
