"""YAML as authors mean it: the core schema of YAML 1.2, with the place of every value."""

from typing import Any

import pytest

from builder.model.place import Place
from builder.read.schemas import COURSE, record
from builder.read.source import Source, decode
from builder.read.validate import read_yaml

ANY: dict[str, Any] = {"type": ["number", "integer", "boolean", "null"]}
TEXT: dict[str, Any] = {"type": "string"}


@pytest.mark.parametrize(
    ("written", "value"),
    [("1", 1), ("010", 10), ("-7", -7), ("+7", 7), ("1.50", 1.5), (".5", 0.5), ("1e3", 1000.0), ("true", True),
     ("True", True), ("FALSE", False), ("null", None), ("~", None), ("", None)],
)  # fmt: skip
def test_plain_scalars(written: str, value: object) -> None:
    """Numbers are in base ten, and only `true`, `false` and `null` are words with a meaning of their own."""
    said, noticed = read_yaml(Source("x.yaml", f"a: {written}\n"), record((), a=ANY))
    assert noticed == ()
    assert said["a"] == value
    assert type(said["a"]) is type(value)


@pytest.mark.parametrize(
    "written",
    [
        "no",
        "yes",
        "off",
        "on",
        "y",
        "2:30",
        "16:9",
        "2026-11-22",
        "0x1F",
        "0o17",
        "1_000",
        ".inf",
        ".nan",
        "1e999",
        "'1'",
        '"true"',
    ],
)
def test_what_is_no_number(written: str) -> None:
    """What YAML 1.1 made into truth values, minutes or dates is text."""
    _, noticed = read_yaml(Source("x.yaml", f"a: {written}\n"), record((), a=ANY))
    assert [d.rule.code for d in noticed] == ["S105"]
    said, noticed = read_yaml(Source("x.yaml", f"a: {written}\n"), record((), a=TEXT))
    assert (said["a"], noticed) == (written.strip("'\""), ())


def test_places() -> None:
    """Every value knows its line and column; a text below a bar knows its first line."""
    inner = record((), a=TEXT)
    schema = record((), plain=TEXT, list={"type": "array", "items": record((), deep=TEXT)}, flow=inner, block=TEXT)
    text = "plain: a\nlist:\n  - deep: one\nflow: {a: b}\nblock: |\n  first\n  second\n"
    said, noticed = read_yaml(Source("x.yaml", text), schema)
    assert noticed == ()
    assert said.place("plain") == Place("x.yaml", 1, 8)
    assert said.parts("list")[0].place("deep") == Place("x.yaml", 3, 11)
    assert said.part("flow").place("a") == Place("x.yaml", 4, 11)
    assert said.place("block").line == 6
    assert said.place("absent") == said.at == Place("x.yaml", 1, 1)


def test_all_faults_at_once() -> None:
    """One pass says all that is wrong, not only the first."""
    text = "titel: A\nlanguage: [en]\ndate: soon\naudience: me\n"
    _, noticed = read_yaml(Source("x.yaml", text), COURSE)
    assert sorted((d.at.line, d.rule.code) for d in noticed) == [
        (1, "S104"), (1, "S106"), (2, "S105"), (3, "S110"), (4, "S105"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "text"),
    [(b"a\r\nb\rc\n", "a\nb\nc\n"), (b"\xef\xbb\xbfa", "a"), ("é".encode("utf-16"), "é"), (b"", "")],
)
def test_text_files(data: bytes, text: str) -> None:
    """Line ends and byte-order marks are no part of a text."""
    assert decode("x.md", data) == Source("x.md", text)


@pytest.mark.parametrize(
    ("data", "place"),
    [(b"ab\nc\xe9", (2, 2)), ("äöü".encode() + b"\xff", (1, 4)), (b"\xef\xbb\xbfa\xff", (1, 2)), (b"a\n\nb\0", (3, 2))],
)
def test_place_of_a_bad_byte(data: bytes, place: tuple[int, int]) -> None:
    """The byte that is no text is shown by line and character, not by byte."""
    found = decode("x.md", data)
    assert not isinstance(found, Source)
    assert (found.at.line, found.at.column) == place
