"""The published JSON Schemas and our own reader of them agree on what is right and what is wrong."""

import copy
import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from builder.cli import lactern
from builder.read.frontmatter import split
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


class Loaded(yaml.CSafeLoader):
    """YAML 1.2's idea of a plain scalar, near enough for our own files: dates and `no` are text, and every key is."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        return {key.value: self.construct_object(value, deep=deep) for key, value in node.value}


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


TOPS = ("builder", "docs", "quizzes", "slides", "tests", "themes")
WRONG = ("tests/diagnostics/", "builder/web/node_modules/")
"""Files that are wrong on purpose, and other people's."""
YAMLS = sorted(
    path
    for path in (file.relative_to(ROOT).as_posix() for top in TOPS for file in (ROOT / top).rglob("*.y*ml"))
    if not path.startswith(WRONG)
)
LESSONS = sorted(
    path.relative_to(ROOT).as_posix()
    for path in ROOT.glob("**/slides/*/**/*.md")
    if path.read_text(encoding="utf-8").startswith("---\n") and "node_modules" not in path.parts
)


def kind_of(path: str) -> str:
    """Which schema a file is held to, by where it lies and what it is called."""
    *folders, name = path.split("/")
    if name.endswith(".md"):
        return "sheet" if "sheets" in folders else "lesson"
    if name == "quiz.yaml" or "quizzes" in folders:
        return "quiz"
    kind = name.removesuffix(".yaml")
    assert kind in SCHEMAS, f"{path}: which schema is this held to?"
    return kind


def verdicts(path: str, text: str) -> tuple[list[str], list[str]]:
    """What our own reader and the published validator say of a file as it is written."""
    name = kind_of(path)
    said = [d.message for d in read_yaml(Source(path, text), SCHEMAS[name])[1]]
    return said, theirs(name, yaml.load(text, Loader=Loaded))


@pytest.mark.parametrize("path", YAMLS)
def test_every_yaml_file_of_the_repository(path: str) -> None:
    """Courses, samples, goldens and what `lactern new` starts from please our own reader and the published schema."""
    assert verdicts(path, (ROOT / path).read_text(encoding="utf-8")) == ([], [])


@pytest.mark.parametrize("path", LESSONS)
def test_every_front_matter_of_the_repository(path: str) -> None:
    """The settings of lessons and sheets too."""
    parts, noticed = split(Source(path, (ROOT / path).read_text(encoding="utf-8")))
    assert noticed == ()
    assert verdicts(path, parts.settings) == ([], [])


def test_the_lists_are_not_empty() -> None:
    """A pattern that finds nothing would prove nothing."""
    assert {"slides/dmer/course.yaml", "quizzes/dmer/polls.yaml", "themes/calm/theme.yaml"} <= set(YAMLS)
    assert {kind_of(path) for path in (*YAMLS, *LESSONS)} == set(SCHEMAS)


@pytest.mark.parametrize("start", ["example", "empty", "dmer"])
def test_every_file_that_new_writes(tmp_path: Path, start: str) -> None:
    """A project from each start, with a lesson, a quiz, a sheet and a theme more: right by both, and each YAML file
    leads editors to the very schema that `lactern schema` prints."""

    def run(folder: Path, *args: str) -> str:
        done = CliRunner().invoke(lactern, ["-C", str(folder), *args], prog_name="lactern")
        assert done.exit_code == 0, done.output
        return done.stdout

    run(tmp_path, "new", "talk", "--from", start, "--language", "he", "--title", 'A "quoted": title #1')
    project = tmp_path / "talk"
    for kind in ("lesson", "quiz", "sheet", "theme"):
        run(project, "new", kind, "one-more")
    written = [path for path in project.rglob("*.*") if path.suffix in (".yaml", ".md")]
    assert len(written) >= 6
    for file in written:
        path, text = file.relative_to(project).as_posix(), file.read_text(encoding="utf-8")
        if file.suffix == ".md":
            text = split(Source(path, text))[0].settings
        assert verdicts(path, text or "{}") == ([], []), path
        if file.suffix == ".yaml":
            head, _, schema = text.partition("\n")[0].partition("$schema=")
            assert head == "# yaml-language-server: "
            assert json.loads((file.parent / schema).read_text(encoding="utf-8")) == json.loads(
                run(project, "schema", kind_of(path))
            )


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
