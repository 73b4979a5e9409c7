"""What was imported, as files of a project: new ones only, and all that was lost on the way."""

import io
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from builder.imports import dialect_of, names
from builder.imports.imported import Imported, Lesson, Lost, Quiz
from builder.imports.yamltext import yaml_of
from builder.model.place import Place
from builder.read.media import read_svg
from builder.scaffold import quiz_head, slug

LARGEST = 30_000_000
OTHERS = {
    "ppt": "open it in PowerPoint or LibreOffice and save it as .pptx",
    "odp": "save it as .pptx",
    "key": "export it from Keynote as PowerPoint (.pptx)",
    "pdf": "a PDF has lost what its slides were made of; look for the file that it came from",
    "xlsx": "save the sheet as CSV UTF-8 (.csv)",
    "xls": "save the sheet as CSV UTF-8 (.csv)",
    "ods": "save the sheet as CSV (.csv)",
    "docx": "questions can be saved as text (.txt), slides sent to PowerPoint and saved as .pptx",
    "zip": "unpack it first; packages for learning platforms cannot be read",
    "mbz": "export the question bank from Moodle as Moodle XML",
    "html": "import what the page was made of",
    "htm": "import what the page was made of",
    "ipynb": "export it as a Quarto file (.qmd)",
}
"""Files that are often at hand, and what can be done with them."""
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
    """Files by project path, ready to be written, what was lost, and the title and language that the file names."""

    files: Mapping[str, bytes]
    lost: tuple[Lost, ...]
    title: str
    language: str = ""


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
        instead = OTHERS.get(file.suffix.lower().lstrip("."))
        forms = ", ".join(names())
        raise ValueError(
            f"files of this kind cannot be read: {instead}"
            if instead
            else f"it does not look like any form that is known here; say which it is with --from ({forms})"
        )
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
    pictures = dict(brought.pictures)
    for address, name in brought.looked_for.items():
        picture = beside(file, address)
        if isinstance(picture, str):
            lost.append(Lost(0, f"the picture “{address[:100]}”, {picture}", "Put it in, or take it out."))
            lost = [one for one in lost if f"“{name.removeprefix('img/')}” shows: it has no" not in one.what]
            moved[name] = ""
        else:
            pictures[name] = picture
    for name, picture in pictures.items():
        if fault := unfit(name, picture):
            lost.append(
                Lost(0, f"the picture “{name.removeprefix('img/')}”, {fault}", "Put another one in, or take it out.")
            )
            moved[name] = ""
            continue
        path = free(f"slides/{course}/{name}")
        files[path] = picture
        moved[name] = path.removeprefix(f"slides/{course}/")
    for number, lesson in enumerate(brought.lessons, start=first):
        path = free(f"slides/{course}/{number:02d}-{slug(lesson.title) or 'lesson'}.md")
        files[path] = relinked(lesson.text, moved, noted=True).encode("utf-8")
    for quiz in brought.quizzes:
        path = free(f"quizzes/{course}/{slug(quiz.title) or 'quiz'}.yaml")
        files[path] = relinked(quiz_text(quiz), moved).encode("utf-8")
    if not brought.lessons and not brought.quizzes:
        raise ValueError("nothing in it can be carried over" + (f" ({lost[0].what})" if lost else ""))
    titles: list[Lesson | Quiz] = [*brought.lessons, *brought.quizzes]
    return Bundle(files, tuple(lost), titles[0].title, brought.language)


def beside(file: Path, address: str) -> bytes | str:
    """A picture that a file names, or why it cannot be had: only what lies beside the file or below it is taken."""
    try:
        found = (file.parent / address).resolve()
        if not found.is_relative_to(file.parent.resolve()):
            return "which lies outside the folder of the file"
        if not found.is_file():
            return "which is not beside the file"
        size = found.stat().st_size
        return found.read_bytes() if size <= LARGEST else f"which is {size / 1e6:.0f} MB"
    except (OSError, ValueError) as fault:
        return f"which cannot be opened ({type(fault).__name__})"


def unfit(name: str, picture: bytes) -> str:
    """Why a picture cannot be shown: it holds something that runs, or is no picture."""
    if len(picture) > LARGEST:
        return f"which is {len(picture) / 1e6:.0f} MB"
    if name.endswith(".svg"):
        noticed = read_svg(picture, Place(name))[3]
        return f"which is left out: {noticed[0].message}" if noticed else ""
    import imagesize

    try:
        width, height = imagesize.get(io.BytesIO(picture))
    except Exception:  # the library raises many kinds for damaged files
        width = height = 0
    return "" if width > 0 and height > 0 else "which is damaged or not what its name says"


def quiz_text(quiz: Quiz) -> str:
    """A quiz file."""
    settings = {"title": quiz.title, **quiz.settings, "mode": "practice", "feedback": "immediate"}
    return (
        quiz_head()
        + yaml_of(settings)
        + "questions:\n"
        + "".join(yaml_of({"q": [question]}, 0).removeprefix("q:\n") for question in quiz.questions)
    )


def relinked(text: str, moved: Mapping[str, str], *, noted: bool = False) -> str:
    """A text with its pictures where they now are. One that is not there leaves its words, and where a lesson is
    `noted`, a comment that its author sees."""

    def point(found: re.Match[str]) -> str:
        alt, name = found[1], found[2]
        where = moved.get(name, name)
        if where:
            words = where.rpartition("/")[2] if alt == name.rpartition("/")[2] else alt
            return f"![{words}]({where}{found[3]}"
        file = name.rpartition("/")[2]
        words = "" if alt in ("", file) else f"*{alt}*"
        return words + (f"<!-- a picture is missing here: {file} -->" if noted else "") + "\ue000"

    text = re.sub(r"!\[((?:[^\[\]\\]|\\.)*)\]\((img/[^)\s]+)((?:\s+\"[^\"]*\")?\)(?:\{[^{}\n]*\})?)", point, text)
    return text.replace("\ue000", "")


def named(stem: str) -> str:
    """A file's name as a title."""
    words = re.sub(r"[-_\s]+", " ", re.sub(r"^\d+[-_. ]+", "", stem)).strip()
    return words[:1].upper() + words[1:] if words else "Imported"
