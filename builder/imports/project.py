"""What was imported, as files of a project: new ones only, and all that was lost on the way."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from builder.imports import dialect_of
from builder.imports.imported import Imported, Lesson, Lost, Quiz
from builder.imports.yamltext import yaml_of
from builder.scaffold import quiz_head, slug

LARGEST = 30_000_000
COURSE = """\
# yaml-language-server: $schema=../../.schemas/course.json
title: {title}
language: {language}
date: {today}
version: "0.1"
theme: calm

people:
  - id: presenter
    name: Your name
    role: presenter
    disclosure: To be completed by the presenter before the event.

objectives: []                   # - {{id: …, bloom: understand, text: Describe …}}

review: {{by: null, date: null, due: {due}}}

help:                            # urgent help is data: a build without it fails
  emergency: your local emergency number
  lines: []                      # - {{name: …, number: …, region: …, note: …}}
"""


class Bundle(NamedTuple):
    """Files by project path, ready to be written, and what was lost."""

    files: Mapping[str, bytes]
    lost: tuple[Lost, ...]
    title: str


def course_file(title: str, language: str, today: str) -> str:
    """A new project's course.yaml, with what must be filled in."""
    from builder.imports.yamltext import scalar

    due = f"{int(today[:4]) + 1}{today[4:]}".replace("-02-29", "-02-28")
    return COURSE.format(title=scalar(title), language=language, today=today, due=due)


def bundle(file: Path, course: str, taken: Callable[[str], bool], said: str = "", first: int = 1) -> Bundle:
    """Everything in one foreign file, under paths that are not taken yet. Lessons are numbered from `first`.

    Raises ValueError, in plain words, for a file that no dialect knows or that cannot be read.
    """
    data = file.read_bytes()
    if len(data) > LARGEST:
        raise ValueError(f"it holds {len(data) / 1e6:.0f} MB, and {LARGEST / 1e6:.0f} MB are the most that is read")
    dialect = dialect_of(file.name, data, said)
    if dialect is None:
        raise ValueError("it is in no form that is known here; say which with --from")
    brought: Imported = dialect.read(data, named(file.stem))
    files: dict[str, bytes] = {}
    lost = list(brought.lost)

    def free(path: str) -> str:
        stem, dot, ending = path.rpartition(".")
        number, found = 2, path
        while taken(found) or found in files:
            found, number = f"{stem}-{number}{dot}{ending}", number + 1
        return found

    moved: dict[str, str] = {}
    for name, picture in brought.pictures.items():
        path = free(f"slides/{course}/{name}")
        files[path] = picture
        moved[name] = path.removeprefix(f"slides/{course}/")
    for address, name in brought.looked_for.items():
        beside = (file.parent / address).resolve()
        if not beside.is_relative_to(file.parent.resolve()) or not beside.is_file() or beside.stat().st_size > LARGEST:
            lost.append(Lost(0, f"the picture “{address}”, which is not beside the file", "Put it in, or take it out."))
            moved[name] = ""
            continue
        path = free(f"slides/{course}/{name}")
        files[path] = beside.read_bytes()
        moved[name] = path.removeprefix(f"slides/{course}/")
    for number, lesson in enumerate(brought.lessons, start=first):
        path = free(f"slides/{course}/{number:02d}-{slug(lesson.title) or 'lesson'}.md")
        files[path] = relinked(lesson.text, moved).encode("utf-8")
    for quiz in brought.quizzes:
        path = free(f"quizzes/{course}/{slug(quiz.title) or 'quiz'}.yaml")
        files[path] = relinked(quiz_text(quiz), moved).encode("utf-8")
    if not brought.lessons and not brought.quizzes:
        raise ValueError("nothing in it can be carried over" + (f" ({lost[0].what})" if lost else ""))
    titles: list[Lesson | Quiz] = [*brought.lessons, *brought.quizzes]
    return Bundle(files, tuple(lost), titles[0].title)


def quiz_text(quiz: Quiz) -> str:
    """A quiz file."""
    settings = {"title": quiz.title, **quiz.settings, "mode": "practice", "feedback": "immediate"}
    return (
        quiz_head()
        + yaml_of(settings)
        + "questions:\n"
        + "".join(yaml_of({"q": [question]}, 0).removeprefix("q:\n") for question in quiz.questions)
    )


def relinked(text: str, moved: Mapping[str, str]) -> str:
    """A text with its pictures where they now are; one that is not there leaves its words."""

    def point(found: re.Match[str]) -> str:
        where = moved.get(found[2], found[2])
        words = "" if found[1] == found[2].rpartition("/")[2] else f"*{found[1]}*"
        return f"![{found[1]}]({where}" if where else f"{words}\ue000("

    text = re.sub(r"!\[([^\]]*)\]\((img/[^)\s]+)", point, text)
    return re.sub(r"\ue000\([^)]*\)(\{[^}]*\})?", "", text)


def named(stem: str) -> str:
    """A file's name as a title."""
    words = re.sub(r"[-_\s]+", " ", re.sub(r"^\d+[-_. ]+", "", stem)).strip()
    return words[:1].upper() + words[1:] if words else "Imported"
