"""What is there: a sorted walk over slides/, quizzes/ and themes/. Opens no file."""

import os
from pathlib import Path
from typing import NamedTuple


class FoundCourse(NamedTuple):
    """The files of one course, as sorted POSIX paths from the project root. `folder` is the course's folder;
    `pieces` are Markdown files that are only there to be included, `misnamed` files whose names are nearly ones that
    are read, each with the name to give it."""

    id: str
    folder: str
    settings: str
    references: str
    lessons: tuple[str, ...]
    sheets: tuple[str, ...]
    quizzes: tuple[str, ...]
    pieces: tuple[str, ...]
    others: tuple[str, ...]
    outside: tuple[str, ...] = ()
    glossary: str = ""
    misnamed: tuple[tuple[str, str], ...] = ()


def discover(root: Path) -> tuple[FoundCourse, ...]:
    """All courses: the folders in slides/ that hold a course.yaml or a lesson, or what was meant to be one."""
    found = []
    for entry in sorted_entries(root / "slides"):
        if entry.is_dir() and not entry.name.startswith(("_", ".")):
            course = found_course(root, entry.name)
            if course.settings or course.lessons or course.misnamed:
                found.append(course)
    return tuple(found)


def found_course(root: Path, name: str) -> FoundCourse:
    """The files of the course in `slides/<name>/` and its quizzes in `quizzes/<name>/`."""
    folder = f"slides/{name}"
    outside: list[str] = []
    files = walk(root, folder, outside)
    tests = walk(root, f"quizzes/{name}", outside)
    top = [f for f in files if f.count("/") == 2]
    lessons = tuple(f for f in top if f.endswith(".md"))
    sheets = tuple(f for f in files if f.startswith(f"{folder}/sheets/") and f.endswith(".md") and f.count("/") == 3)
    settings = f"{folder}/course.yaml"
    references = f"{folder}/references.yaml"
    glossary = f"{folder}/glossary.yaml"
    misnamed = tuple((file, right) for file in (*files, *tests) if (right := right_name(file)) != file)
    named = {settings, references, glossary, *lessons, *sheets, *(file for file, _ in misnamed)}
    return FoundCourse(
        name,
        folder,
        settings if settings in files else "",
        references if references in files else "",
        lessons,
        sheets,
        tuple(f for f in tests if f.endswith((".yaml", ".yml")) and f.count("/") == 2),
        tuple(f for f in walk(root, folder, [], hidden=True) if f.endswith(".md") and "/_" in f),
        tuple(f for f in files if f not in named),
        tuple(outside),
        glossary if glossary in files else "",
        misnamed,
    )


def right_name(file: str) -> str:
    """The name under which a file would be read, where its own is nearly that: `course.yml`, `Latch.MD`."""
    top, *inner, name = file.split("/")
    stem, dot, ending = name.rpartition(".")
    low = dot + ending.lower()
    settings = top == "slides" and len(inner) == 1 and stem.lower() in ("course", "references", "glossary")
    if settings and low in (".yaml", ".yml"):
        right = f"{stem.lower()}.yaml"
    elif top == "slides" and inner[1:] in ([], ["sheets"]) and low in (".md", ".markdown", ".mdown", ".mkd"):
        right = f"{stem}.md"
    elif top == "quizzes" and len(inner) == 1 and low in (".yaml", ".yml") and not name.endswith(low):
        right = f"{stem}{low}"
    else:
        right = name
    return file.removesuffix(name) + right


def walk(root: Path, folder: str, outside: list[str], hidden: bool = False) -> list[str]:
    """All files under a folder, sorted. Names with a leading dot are left out, with all under them; those with a
    leading underscore too, unless `hidden`. Links that lead out of the project, round in a circle or to nothing are
    not followed and gather in `outside`, with names that are no UTF-8.
    """
    found: list[str] = []
    inside = os.path.realpath(root)
    here = os.path.realpath(root / folder)
    for entry in sorted_entries(root / folder):
        if entry.name.startswith("." if hidden else (".", "_")):
            continue
        path = f"{folder}/{entry.name}"
        if not is_text(entry.name):
            outside.append(path.encode("utf-8", "replace").decode())
            continue
        if entry.is_symlink():
            target = os.path.realpath(entry.path)
            leaves = not target.startswith(inside + os.sep) or not Path(target).exists()
            if leaves or (here + os.sep).startswith(target + os.sep):
                outside.append(path)
                continue
        if entry.is_dir():
            found.extend(walk(root, path, outside, hidden))
        elif entry.is_file():
            found.append(path)
    return found


def is_text(name: str) -> bool:
    """Whether a file's name can be written down."""
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def sorted_entries(folder: Path) -> list[os.DirEntry[str]]:
    """The entries of a folder by name; none where there is no such folder."""
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError:
        return []
