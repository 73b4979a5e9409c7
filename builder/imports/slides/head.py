"""The settings at the head of a deck: YAML, or Pandoc's three lines that begin with a percent sign."""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from builder.read.source import Source
from builder.read.yaml import compose

TITLE_LINES = re.compile(r"%[ \t]+\S")
SAID_ELSEWHERE = ("subtitle", "author", "authors", "date", "institute", "affiliation", "email", "logo", "subject")
SILENT = frozenset(
    ("title", "pagetitle", "marp", "lang", "language", "dir", "generator", "comment", "separator", "verticalSeparator",
     "notesSeparator", "headingDivider", "slide-level", "slide_level")
)  # fmt: skip


class Head(NamedTuple):
    """What the head says, the body's text, and the number of the body's first line."""

    keys: Mapping[str, Any]
    body: str
    first: int


def split(text: str) -> Head:
    """The head and the body of a deck."""
    lines = text.split("\n")
    if lines[0].rstrip() == "---" and len(lines) > 1 and lines[1].strip():
        for number, line in enumerate(lines[1:], start=1):
            if line.rstrip() in ("---", "..."):
                keys = settings("\n".join(lines[1:number]))
                if keys is not None:
                    return Head(keys, "\n".join(lines[number + 1 :]), number + 2)
                break
    if TITLE_LINES.match(lines[0]):
        end = 1
        while end < len(lines) and (lines[end].startswith("%") or (lines[end].startswith(" ") and lines[end].strip())):
            end += 1
        said = [line.lstrip("% ").strip() for line in lines[:end]]
        keys = {key: value for key, value in zip(("title", "author", "date"), said, strict=False) if value}
        return Head(keys, "\n".join(lines[end:]), end + 1)
    return Head({}, text, 1)


def settings(text: str) -> dict[str, Any] | None:
    """YAML as a mapping of texts, lists and mappings; what our reader does not take is read line by line, and what is
    no mapping is nothing."""
    node, faults = compose(Source("", text))
    if faults:
        pairs = (re.match(r"([A-Za-z][\w-]*)\s*:\s*(.*)", line) for line in text.split("\n"))
        found: Any = {pair[1]: pair[2].strip().strip("\"'") for pair in pairs if pair}
    else:
        found = _value(node)
    return found if isinstance(found, dict) and found else ({} if not text.strip() else None)


def _value(node: Any) -> Any:
    """What a node of YAML says; numbers and truths stay the letters that they are."""
    if node is None or node.id == "scalar":
        return node.value if node is not None else ""
    if node.id == "sequence":
        return [_value(one) for one in node.value]
    return {str(key.value): _value(value) for key, value in node.value if key.id == "scalar"}


def words_of(value: object) -> str:
    """A setting in a few words, however deep it is."""
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {words_of(one)}" if words_of(one) else str(key) for key, one in value.items())
    if isinstance(value, list):
        return ", ".join(words_of(one) for one in value)
    return re.sub(r"\s+", " ", str(value or "")).strip()


def deep(keys: Mapping[str, Any], wanted: str) -> str:
    """A setting by its name, at the top or in `format:` or `output:` below."""
    for key, value in keys.items():
        if key == wanted and not isinstance(value, Mapping):
            return words_of(value)
        if isinstance(value, Mapping) and (found := deep(value, wanted)):
            return found
    return ""
