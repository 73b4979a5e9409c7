"""The authoring guide as code: what stands between fences, within lines and in listings, and what a schema knows."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from builder.model.block import Example, Listing
from support.building import COMMAND, environment

ROOT = Path(__file__).parents[2]
GUIDE = "authoring-guide"
LESSONS = sorted((ROOT / "slides" / GUIDE).glob("*.md"))
SHEETS = sorted((ROOT / "slides" / GUIDE / "sheets").glob("*.md"))
RAW = {file.name: file.read_text("utf-8") for file in (*LESSONS, *SHEETS)}
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
INLINE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)")


class Fence(NamedTuple):
    """A piece of code between fences, with the file and line where it stands."""

    file: str
    line: int
    language: str
    text: str

    @property
    def name(self) -> str:
        """What the test calls it, and the file that it is written to."""
        return f"{self.file.removesuffix('.md')}-{self.line}"

    @property
    def kind(self) -> str:
        """Which of the files of a course it is a piece of."""
        if self.language == "markdown":
            front = self.text.startswith("---\n") and re.search(r"^audience:", self.text, re.MULTILINE)
            return "sheet" if front else "lesson"
        keys = set(re.findall(r"^(\w[\w-]*):", self.text, re.MULTILINE))
        if {"questions", "pretest_of"} & keys:
            return "quiz"
        if {"light", "css"} & keys:
            return "theme"
        if self.text.startswith("- term"):
            return "glossary"
        return "course" if "language" in keys else "references"


FENCES = [
    Fence(name, text.count("\n", 0, match.start()) + 1, match[1], match[2])
    for name, text in RAW.items()
    for match in FENCE.finditer(text)
]


def listings(blocks: Any) -> Iterator[Listing]:
    """Every listing in some blocks, at whatever depth."""
    for block in blocks:
        if isinstance(block, Listing):
            yield block
        elif isinstance(block, Example):
            yield block.source
        elif isinstance(block, tuple):
            yield from listings(part for part in block if isinstance(part, tuple) and not isinstance(part, str))


def yaml_shown(kind: str, listed: list[Listing]) -> str:
    """The code of one kind of file, between fences and in listings."""
    quizzes = tuple(file.name for file in (ROOT / "quizzes" / GUIDE).glob("*.yaml"))
    files = {"quiz": quizzes, "references": ("references.yaml",)}
    named = {"course": ("course.yaml",), "glossary": ("glossary.yaml",), "sheet": ("sheets/",), **files}.get(kind, ())
    texts = [one.text for one in listed if any(one.name.startswith(name) for name in named)]
    return "\n".join((*texts, *(fence.text for fence in FENCES if fence.kind == kind)))


def keys(schema: Any) -> Iterator[str]:
    """Every key that a schema knows, at whatever depth."""
    if isinstance(schema, dict):
        for name, inner in schema.get("properties", {}).items():
            yield name
            yield from keys(inner)
        for word in ("items", "additionalProperties", "oneOf", "anyOf"):
            yield from keys(schema.get(word))
    elif isinstance(schema, list):
        for inner in schema:
            yield from keys(inner)


def words(schema: Any) -> Iterator[str]:
    """Every word of the closed lists in a schema."""
    if isinstance(schema, dict):
        yield from (str(word) for word in schema.get("enum", ()))
        for inner in schema.values():
            yield from words(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from words(inner)


def write(file: Path, text: str) -> None:
    """A file with its folders."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def run(folder: Path, *words: str) -> str:
    """Type a command in a folder; what it says. It has to end well."""
    done = subprocess.run(
        [*COMMAND, *words], cwd=folder, env=environment(folder.parent / "cache"), capture_output=True, text=True,
        encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
