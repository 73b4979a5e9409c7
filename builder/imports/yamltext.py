"""Values as YAML that reads well: keys bare, texts in quotes wherever a bare one might be misread."""

import json
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

BARE = re.compile(r"[A-Za-z][A-Za-z0-9 ,.;?!()’'–/%-]*[A-Za-z0-9.?!)%’]")
WORDS = frozenset(("true", "false", "null", "yes", "no", "on", "off", "y", "n"))
WIDE = 110


def yaml_of(value: Mapping[str, Any], indent: int = 0) -> str:
    """A mapping as block YAML. Short mappings inside lists stand on one line, as in our own files."""
    return "".join(_entry(key, entry, indent) for key, entry in value.items())


def scalar(value: object) -> str:
    """One value. Texts are bare where nothing in them could mean anything to YAML."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return number(value)
    text = str(value)
    bare = BARE.fullmatch(text) and text.casefold() not in WORDS and ": " not in text and " #" not in text
    return text if bare else json.dumps(text, ensure_ascii=False)


def number(value: float) -> str:
    """A number as people write it: no digit lost, no power of ten, no point where it is whole."""
    exact = round(Decimal(repr(value)), 15)
    said = format(exact, "f")
    return said.rstrip("0").rstrip(".") if "." in said else said


def _entry(key: str, value: object, indent: int) -> str:
    space = " " * indent
    if isinstance(value, Mapping):
        flow = _flow(value)
        if flow and indent + len(key) + len(flow) < WIDE:
            return f"{space}{key}: {flow}\n"
        return f"{space}{key}:\n{yaml_of(value, indent + 2)}"
    if isinstance(value, list | tuple):
        return f"{space}{key}:\n" + "".join(_item(item, indent + 2) for item in value)
    if isinstance(value, str) and "\n" in value:
        lines = "\n".join(f"{space}  {line}".rstrip() for line in value.strip().splitlines())
        return f"{space}{key}: |\n{lines}\n"
    return f"{space}{key}: {scalar(value)}\n"


def _item(item: object, indent: int) -> str:
    space = " " * indent
    if not isinstance(item, Mapping):
        return f"{space}- {scalar(item)}\n"
    flow = _flow(item)
    if flow and indent + len(flow) < WIDE:
        return f"{space}- {flow}\n"
    inside = yaml_of(item, indent + 2)
    return f"{space}- {inside[indent + 2 :]}"


def _flow(value: Mapping[str, Any]) -> str:
    """A mapping on one line, or nothing where it holds more than plain values."""
    if not all(isinstance(one, str | int | float | bool) and "\n" not in str(one) for one in value.values()):
        return ""
    parts = []
    for key, one in value.items():
        said = scalar(one)
        if isinstance(one, str) and not said.startswith('"') and re.search(r"[,\[\]{}]", said):
            said = json.dumps(one, ensure_ascii=False)
        parts.append(f"{key}: {said}")
    return "{" + ", ".join(parts) + "}"
