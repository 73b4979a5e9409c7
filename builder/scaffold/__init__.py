"""What `lactern new` lays down: a small project that builds as it is and shows how each thing is written.

The project is plain files in `project/`, with two made-up dates for the day it is laid down and the next review.
"""

import json
import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
SCHEMAS = ".schemas"
YAML_FILES = ("course", "glossary", "quiz", "references")
IGNORED = "site/\npresenter/\n.cache/\n.*.lactern-*/\n"


def project_files(today: str, schemas: Mapping[str, Any], language: str = "en") -> dict[str, str]:
    """A whole project, as texts by path. `today` is an ISO date; the review falls due a year later."""
    due = f"{int(today[:4]) + 1}{today[4:]}".replace("-02-29", "-02-28")
    base = HERE / "project"
    files = {
        path.relative_to(base).as_posix(): path.read_text("utf-8")
        .replace("0000-00-00", today)
        .replace("9999-99-99", due)
        .replace("\nlanguage: en\n", f'\nlanguage: "{language}"\n' if language != "en" else "\nlanguage: en\n")
        for path in sorted(base.rglob("*"))
        if path.is_file() and path.suffix != ".pyc"
    }
    return {".gitignore": IGNORED, **files, **schema_files(schemas)}


def schema_files(schemas: Mapping[str, Any]) -> dict[str, str]:
    """The JSON Schemas that the first line of each YAML file points to, so that editors help offline too."""
    return {
        f"{SCHEMAS}/{name}.json": json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
        for name, schema in schemas.items()
        if name in YAML_FILES
    }


def lesson_file(root: Path, course: str, name: str) -> tuple[str, str]:
    """Path and text of one more lesson, numbered after those there are."""
    folder = root / "slides" / course
    numbers = [int(m[1]) for p in folder.glob("*.md") if (m := re.match(r"(\d+)-", p.name))]
    number = f"{max(numbers, default=0) + 1:02d}-"
    return f"slides/{course}/{number}{slug(name)}.md", (HERE / "lesson.md").read_text("utf-8").replace(
        "TITLE", said(name)
    )


def quiz_file(root: Path, course: str, name: str) -> tuple[str, str]:
    """Path and text of one more quiz."""
    return f"quizzes/{course}/{slug(name)}.yaml", (HERE / "quiz.yaml").read_text("utf-8").replace("TITLE", said(name))


def quiz_head() -> str:
    """The first line of a quiz file, which tells editors where its schema is."""
    return (HERE / "quiz.yaml").read_text("utf-8").partition("\n")[0] + "\n"


def slug(name: str) -> str:
    """A name as a file's name: lower case, hyphens, no accents; empty where nothing is left."""
    plain = unicodedata.normalize("NFKD", name.strip().removesuffix(".md").removesuffix(".yaml"))
    plain = "".join(c for c in plain.casefold() if not unicodedata.combining(c))
    return re.sub(r"[^\w]+", "-", plain).strip("-_")


def said(name: str) -> str:
    """A name as a title: “first-latch” becomes “First latch”. Quotation marks would end the YAML text."""
    words = re.sub(r"[-_\s\"\\]+", " ", name.strip().removesuffix(".md").removesuffix(".yaml")).strip()
    return words[:1].upper() + words[1:]
