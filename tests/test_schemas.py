"""The published JSON Schemas and our own reader of them agree on what is right and what is wrong."""

import copy
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from builder.read.schemas import SCHEMAS
from builder.read.source import Source
from builder.read.validate import read_yaml

ROOT = Path(__file__).parent.parent
FILES = {
    "course": "slides/dmer/course.yaml",
    "quiz": "quizzes/dmer/post-test.yaml",
    "references": "slides/dmer/references.yaml",
    "theme": "themes/calm/theme.yaml",
    "glossary": "slides/dmer/glossary.yaml",
}
ODD: list[Any] = [
    None, True, False, 0, 1, -1, 7, 2.5, 101, "", "word", "two words", "80%", "120%", "2026-11-22", "en", "single",
    "none", [], ["a"], [1, 2], [None], {}, {"text": "A"}, {"id": "a", "text": "A"}, {"nonsense": 1}, "é", "a\nb",
]  # fmt: skip


class Core(yaml.SafeDumper):
    """Writes texts so that they stay texts under YAML 1.2, and never shares nodes."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


Core.add_representer(str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"'))


class Loaded(yaml.SafeLoader):
    """YAML 1.2's idea of a plain scalar, near enough for our own files: dates and `no` are text."""


Loaded.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in ways if not tag.endswith((":timestamp", ":bool"))]
    for first, ways in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
for word in ("true", "false"):
    Loaded.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), [word[0]])


def original(name: str) -> Any:
    return yaml.load((ROOT / FILES[name]).read_text(encoding="utf-8"), Loader=Loaded)


def ours(name: str, document: Any) -> list[str]:
    """Our findings about a document."""
    text = yaml.dump(document, Dumper=Core, allow_unicode=True)
    return [d.message for d in read_yaml(Source(f"{name}.yaml", text), SCHEMAS[name])[1]]


def theirs(name: str, document: Any) -> list[str]:
    """The published validator's findings."""
    validator = jsonschema.Draft202012Validator(SCHEMAS[name])
    return [fault.message for fault in validator.iter_errors(document)]


def spots(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The paths of all parts of a document."""
    found = [path]
    if isinstance(value, dict):
        for key, part in value.items():
            found += spots(part, (*path, key))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            found += spots(part, (*path, index))
    return found


def smaller(name: str) -> Any:
    """A document of the first of everything, so that a mutation hits something."""
    document = original(name)
    if name == "quiz":
        seen: dict[str, Any] = {question["type"]: question for question in reversed(document["questions"])}
        document["questions"] = list(seen.values())
    if name == "references":
        document = dict(list(document.items())[:3])
    return document


DOCUMENTS = {name: smaller(name) for name in FILES}
SPOTS = {name: [p for p in spots(document) if p] for name, document in DOCUMENTS.items()}


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_schema_is_a_schema(name: str) -> None:
    """Each schema is valid JSON Schema, draft 2020-12."""
    jsonschema.Draft202012Validator.check_schema(SCHEMAS[name])


@pytest.mark.parametrize("name", sorted(FILES))
def test_own_files(name: str) -> None:
    """Our own files please both."""
    assert ours(name, original(name)) == []
    assert theirs(name, original(name)) == []


@given(st.data())
def test_same_verdict(data: st.DataObject) -> None:
    """A spoilt document is refused by both or by neither.

    Text fields take numbers and booleans, and keep their characters; a closed list of words, a pattern and a single
    quoted text where a number belongs are judged by those characters. So a scalar in place of a scalar may be judged
    apart, and is left out here.
    """
    name = data.draw(st.sampled_from(sorted(FILES)))
    path = data.draw(st.sampled_from(SPOTS[name]))
    document = copy.deepcopy(DOCUMENTS[name])
    holder = document
    for step in path[:-1]:
        holder = holder[step]
    before = holder[path[-1]]
    what = data.draw(st.sampled_from(["replace", "remove", "add"]))
    if what == "remove":
        del holder[path[-1]]
    elif what == "add" and isinstance(holder, dict):
        holder["nonsense"] = data.draw(st.sampled_from(ODD))
    else:
        odd = data.draw(st.sampled_from(ODD))
        both_single = not isinstance(odd, list | dict) and not isinstance(before, list | dict)
        if both_single and type(odd) is not type(before):
            return
        holder[path[-1]] = odd
    said, expected = ours(name, document), theirs(name, document)
    assert bool(said) == bool(expected), (path, said, expected)


LIBERTIES = [
    ("course", "title: 1.0\nlanguage: en\nversion: 1.10\n", "version", "1.10"),
    ("course", "title: true\nlanguage: en\n", "title", "true"),
    ("course", "title: 010\nlanguage: en\n", "title", "010"),
    ("course", "title: 2:30\nlanguage: en\n", "title", "2:30"),
    ("course", "title: no\nlanguage: no\n", "language", "no"),
    ("course", "title: a\nlanguage: en\nevent: 0x1F\n", "event", "0x1F"),
]


@pytest.mark.parametrize(("name", "text", "key", "kept"), LIBERTIES)
def test_text_keeps_its_characters(name: str, text: str, key: str, kept: str) -> None:
    """A text field takes what looks like a number or a truth value, exactly as it is written."""
    said, noticed = read_yaml(Source("x.yaml", text), SCHEMAS[name])
    assert noticed == ()
    assert said[key] == kept
