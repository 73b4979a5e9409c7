"""What `lactern new` lays down: a project that builds as it is, and one more lesson, quiz, sheet or theme.

A project begins from a small example (`project/`), from nothing but the frame (`empty/`) or from a course that comes
with lactern: the seminar, or the authoring guide. The first two are plain files, with two made-up dates for the day
they are laid down and the next review.
"""

import json
import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
SCHEMAS = ".schemas"
YAML_FILES = ("course", "glossary", "quiz", "references", "theme")
IGNORED = "site/\npresenter/\nvisual/\n.cache/\n.*.lactern-*/\n"
LONG = 32
"""Letters of a folder's name that are still typed without a slip."""
FIRST = "first-course"
"""The folder of a course that has no title yet."""
COURSES = {"dmer": "dmer", "guide": "authoring-guide"}
"""The folders of the courses that come with lactern, by the word for them."""


def project_files(
    today: str, schemas: Mapping[str, Any], language: str = "", start: str = "example", title: str = ""
) -> dict[str, str | bytes]:
    """A whole project, by path. `today` is an ISO date; the review falls due a year later.

    A title names the course and its folder. The seminar and the guide keep their folder, their dates and, where none is
    said, their title.
    """
    due = next_year(today)
    plain = "empty" if start == "empty" else "project"
    files = hinted(course_files(start)) if start in COURSES else texts(HERE / plain)
    folder = plain_slug(title) or FIRST
    made: dict[str, str | bytes] = {}
    for path, text in files.items():
        if path.endswith("/course.yaml") and isinstance(text, str):
            text = text.replace("0000-00-00", today).replace("9999-99-99", due)
            if title:
                text = re.sub(r"(?m)^title: .*$", lambda _: f"title: {quoted(title)}", text, count=1)
            if language not in ("", "en"):
                text = re.sub(r"(?m)^language: .*$", f'language: "{language}"', text, count=1)
        made[path.replace(f"/{FIRST}/", f"/{folder}/")] = text
    return {**editor_files(schemas), **made}


def next_year(today: str) -> str:
    """A year after an ISO date."""
    return f"{int(today[:4]) + 1}{today[4:]}".replace("-02-29", "-02-28")


def texts(base: Path) -> dict[str, str]:
    """All texts below a folder, by path."""
    return {path: text_of(data) for path, data in contents(base).items()}


def text_of(data: bytes) -> str:
    """A file's text. A repository on Windows may end its lines otherwise than we write them."""
    return data.decode("utf-8").replace("\r\n", "\n")


def contents(base: Path) -> dict[str, bytes]:
    """All files below a folder, by path."""
    return {
        path.relative_to(base).as_posix(): path.read_bytes()
        for path in sorted(base.rglob("*"))
        if path.is_file() and path.suffix != ".pyc"
    }


def course_files(start: str) -> dict[str, bytes]:
    """A course that comes with lactern, by path: from the installed package, or from the repository beside it."""
    base = HERE / start if (HERE / start).is_dir() else HERE.parent.parent
    parts = (f"{top}/{COURSES[start]}" for top in ("slides", "quizzes"))
    return {f"{part}/{path}": data for part in parts for path, data in contents(base / part).items()}


def hinted(files: Mapping[str, bytes]) -> dict[str, str | bytes]:
    """The same, with a hint for editors on the first line of each YAML file."""
    made: dict[str, str | bytes] = {**files}
    for path, data in files.items():
        if path.endswith(".yaml"):
            text = text_of(data)
            kind = "quiz" if path.startswith("quizzes/") else Path(path).stem
            head = quiz_head().replace("quiz.json", f"{kind}.json")
            made[path] = text if text.startswith(head) else head + text
    return made


def editor_files(schemas: Mapping[str, Any]) -> dict[str, str]:
    """What every project carries for git and for editors: schemas, settings, and snippets for all that is written."""
    settings = {f".vscode/{path}": text for path, text in texts(HERE / "editor").items()}
    return {".gitignore": IGNORED, **schema_files(schemas), **settings}


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


def quiz_file(course: str, name: str, objective: str = "") -> tuple[str, str]:
    """Path and text of one more quiz, whose first question asks an objective where there is one."""
    text = (HERE / "quiz.yaml").read_text("utf-8").replace("TITLE", said(name))
    if not objective:
        text = re.sub(r"(?m)^ +objective: .*\n", "", text)
    return f"quizzes/{course}/{slug(name)}.yaml", text.replace("OBJECTIVE", objective)


def sheet_file(course: str, name: str) -> tuple[str, str]:
    """Path and text of one more sheet to hand out."""
    return f"slides/{course}/sheets/{slug(name)}.md", (HERE / "sheet.md").read_text("utf-8").replace(
        "TITLE", said(name)
    )


def theme_file(name: str) -> tuple[str, str]:
    """Path and text of a look of one's own, which names only what differs from calm."""
    return f"themes/{slug(name)}/theme.yaml", (HERE / "theme.yaml").read_text("utf-8").replace("TITLE", said(name))


def quiz_head() -> str:
    """The first line of a quiz file, which tells editors where its schema is."""
    return (HERE / "quiz.yaml").read_text("utf-8").partition("\n")[0] + "\n"


def slug(name: str) -> str:
    """A name as a file's name: lower case, hyphens, no accents; empty where nothing is left."""
    name = re.sub(r"(?<=\w)['’](?=\w)", "", name)
    plain = unicodedata.normalize("NFKD", name.strip().removesuffix(".md").removesuffix(".yaml"))
    plain = "".join(c for c in plain.casefold() if not unicodedata.combining(c))
    return re.sub(r"[^\w]+", "-", plain).strip("-_")


def title_slug(title: str) -> str:
    """The folder that is called after a title. Of a long one, what stands before its colon, dash or question mark."""
    whole = slug(title)
    front = slug(re.split(r": |\? | [–—-] ", title)[0]) if len(whole) > LONG else ""
    return front or whole


def plain_slug(title: str) -> str:
    """A slug that can be typed on any keyboard and stands in any address; empty where the title has no such letters."""
    name = title_slug(title)
    return name if name.isascii() else ""


def quoted(text: str) -> str:
    """A text as a YAML scalar that nothing in it can end: JSON's strings are YAML's."""
    return json.dumps(text, ensure_ascii=False)


def said(name: str) -> str:
    """A name as a title: “first-latch” becomes “First latch”. Quotation marks would end the YAML text."""
    words = re.sub(r"[-_\s\"\\]+", " ", name.strip().removesuffix(".md").removesuffix(".yaml")).strip()
    return words[:1].upper() + words[1:]
