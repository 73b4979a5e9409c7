"""A YAML tree held against its schema: the values as written, and every fault with its place.

Knows the JSON Schema keywords that `schemas.py` uses: type, properties, required, additionalProperties, items,
minItems, enum, const, pattern, minimum, maximum, oneOf, and anyOf of one required key each. All faults are collected;
a faulty part is left out.
"""

import re
from collections.abc import Iterable
from typing import Any

import yaml

from builder.model.diagnostic import Diagnostic, Rule
from builder.model.place import Place
from builder.read.rules import DOUBLED_KEY, MISSING_KEY, OUT_OF_BOUNDS, UNKNOWN_KEY, UNKNOWN_VALUE, WRONG_KIND
from builder.read.schemas import Schema
from builder.read.source import Source
from builder.read.written import Written, written
from builder.read.yaml import compose, place, scalar

KINDS = {
    "string": "a text", "number": "a number", "integer": "a whole number", "boolean": "true or false",
    "null": "nothing", "array": "a list", "object": "a mapping of keys and values",
}  # fmt: skip
MISSING = object()


def read_yaml(source: Source, schema: Schema) -> tuple[Written, tuple[Diagnostic, ...]]:
    """Read a whole YAML file by its schema. An empty file is an empty mapping."""
    node, noticed = compose(source)
    if noticed:
        return written(source.at(1)), noticed
    reader = Reader(source)
    if node is None:
        node, _ = compose(Source(source.file, "{}"))
    value = reader.value(node, schema) if node else None
    return (value if isinstance(value, Written) else written(source.at(1))), tuple(reader.noticed)


def read_entries(source: Source, schema: Schema) -> tuple[tuple[Written, ...], tuple[Diagnostic, ...]]:
    """Read a YAML file that is a list of mappings. An empty file is an empty list."""
    node, noticed = compose(source)
    if noticed or node is None:
        return (), noticed
    reader = Reader(source)
    value = reader.value(node, schema)
    entries = value if isinstance(value, list) else ()
    return tuple(entry for entry in entries if isinstance(entry, Written)), tuple(reader.noticed)


class Reader:
    """One pass over one file; faults gather in `noticed`."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.noticed: list[Diagnostic] = []

    def value(self, node: yaml.Node, schema: Schema) -> Any:
        """The value of a node, or MISSING where it does not fit."""
        if "oneOf" in schema:
            return self.one_of(node, schema["oneOf"])
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, schema) if self.fits(node, schema, "object") else MISSING
        if isinstance(node, yaml.SequenceNode):
            return self.sequence(node, schema) if self.fits(node, schema, "array") else MISSING
        assert isinstance(node, yaml.ScalarNode)  # there are but three kinds
        return self.single(node, schema)

    def one_of(self, node: yaml.Node, choices: list[Schema]) -> Any:
        """The alternative that fits: by `type:` where the alternatives name one, else by the kind of node."""
        types = [(choice, choice.get("properties", {}).get("type", {})) for choice in choices]
        kinds = {named_type["const"]: choice for choice, named_type in types if "const" in named_type}
        if kinds:
            return self.by_type(node, kinds)
        wanted = "object" if isinstance(node, yaml.MappingNode) else "scalar"
        for choice in choices:
            if ("object" if choice.get("type") == "object" else "scalar") == wanted:
                return self.value(node, choice)
        return self.value(node, choices[0])

    def by_type(self, node: yaml.Node, kinds: dict[str, Schema]) -> Any:
        if not isinstance(node, yaml.MappingNode):
            return self.fault(WRONG_KIND, node, "a question is a mapping with id, type and stem")
        for key, value in node.value:
            if key.value == "type" and isinstance(value, yaml.ScalarNode):
                if value.value in kinds:
                    return self.mapping(node, kinds[value.value])
                said = f"unknown question type “{value.value}”"
                return self.fault(UNKNOWN_VALUE, value, said, offer(value.value, kinds))
        known = {name for kind in kinds.values() for name in kind["properties"]}
        for key, _ in node.value:
            if key.value not in known and offer(str(key.value), ("type",)).startswith("Did"):
                return self.fault(UNKNOWN_KEY, key, f"unknown key “{key.value}”", "Did you mean “type”?")
        return self.fault(MISSING_KEY, node, "this question has no “type”", "One of: " + ", ".join(kinds))

    def mapping(self, node: yaml.MappingNode, schema: Schema) -> Written:
        found = written(place(self.source, node))
        known = schema.get("properties", {})
        other = schema.get("additionalProperties", True)
        first: dict[str, Place] = {}
        for key_node, value_node in node.value:
            at = place(self.source, key_node)
            if not isinstance(key_node, yaml.ScalarNode):
                self.fault(WRONG_KIND, key_node, "a key must be a plain word")
                continue
            key = key_node.value
            if key in first:
                said = f"“{key}” stands here twice; first at line {first[key].line}"
                self.noticed.append(Diagnostic(DOUBLED_KEY, at, said, DOUBLED_KEY.instead, ((first[key], "first"),)))
                continue
            first[key] = at
            rule = known.get(key, other)
            if rule is False:
                self.noticed.append(Diagnostic(UNKNOWN_KEY, at, f"unknown key “{key}”", offer(key, known)))
                continue
            value = self.value(value_node, rule if isinstance(rule, dict) else {})
            if value is not MISSING:
                found[key] = value
                found.places[key] = place(self.source, value_node)
        for key in schema.get("required", ()):
            if key not in first:
                said = f"“{key}” is missing here"
                self.noticed.append(Diagnostic(MISSING_KEY, found.at, said, f"Add “{key}: …”."))
        either = [key for choice in schema.get("anyOf", ()) for key in choice["required"]]
        if either and not any(key in first for key in either):
            hint = f"Add {' or '.join(f'“{key}: …”' for key in either)}."
            self.noticed.append(Diagnostic(MISSING_KEY, found.at, f"“{either[0]}” is missing here", hint))
        return found

    def sequence(self, node: yaml.SequenceNode, schema: Schema) -> Any:
        least = schema.get("minItems", 0)
        if len(node.value) < least:
            self.fault(OUT_OF_BOUNDS, node, f"this list needs at least {least} entries and has {len(node.value)}")
        values = [self.value(entry, schema.get("items", {})) for entry in node.value]
        return [value for value in values if value is not MISSING]

    def single(self, node: yaml.ScalarNode, schema: Schema) -> Any:
        value = scalar(node)
        kinds = schema.get("type", ())
        kinds = (kinds,) if isinstance(kinds, str) else kinds
        if value is None and "null" in kinds:
            return None
        if "const" in schema:
            return node.value
        if value is None and kinds:
            return self.fault(WRONG_KIND, node, f"{named(kinds)} belongs here, and nothing is written")
        if "string" in kinds:
            return self.text(node, schema)
        if isinstance(value, bool):
            return value if "boolean" in kinds or not kinds else self.wrong(node, kinds)
        if isinstance(value, int | float):
            allowed = "number" in kinds or ("integer" in kinds and isinstance(value, int)) or not kinds
            return self.bounded(node, value, schema) if allowed else self.wrong(node, kinds)
        texts = "text" in schema.get("required", ())
        return self.wrong(node, kinds, "{{text: {}}}" if texts else "") if kinds else value

    def text(self, node: yaml.ScalarNode, schema: Schema) -> Any:
        """A text, exactly as its characters stand in the file."""
        raw: str = node.value
        if "enum" in schema and raw not in schema["enum"]:
            return self.fault(UNKNOWN_VALUE, node, f"“{raw}” is not known here", offer(raw, schema["enum"]))
        if "pattern" in schema and not (re.search(schema["pattern"], raw) and "\n" not in raw):
            likely = " or ".join(f"`{one}`" for one in schema.get("examples", ()))
            hint = f"Write it as in {likely}." if likely else ""
            return self.fault(OUT_OF_BOUNDS, node, f"“{raw}” does not have the form that is expected here", hint)
        return raw

    def bounded(self, node: yaml.Node, value: int | float, schema: Schema) -> Any:
        low, high = schema.get("minimum"), schema.get("maximum")
        if (low is not None and value < low) or (high is not None and value > high):
            bounds = f"at least {low}" if high is None else f"from {low} to {high}"
            return self.fault(OUT_OF_BOUNDS, node, f"{value} is out of bounds: {bounds}")
        return value

    def fits(self, node: yaml.Node, schema: Schema, kind: str) -> bool:
        kinds = schema.get("type", kind)
        if kind in ((kinds,) if isinstance(kinds, str) else kinds) and "const" not in schema:
            return True
        texts = "text" in schema.get("required", ())
        self.wrong(node, (kinds,) if isinstance(kinds, str) else kinds, "{{text: {}}}" if texts else "")
        return False

    def wrong(self, node: yaml.Node, kinds: Iterable[str], form: str = "") -> Any:
        """A value of another kind. `form` is how its words are written where a mapping belongs."""
        kinds = tuple(kinds)
        if isinstance(node, yaml.MappingNode):
            what = "a mapping"
        else:
            what = "a list" if isinstance(node, yaml.SequenceNode) else f"“{node.value}”"
        return self.fault(WRONG_KIND, node, f"{named(kinds)} belongs here, not {what}", meant(node, kinds, form))

    def fault(self, rule: Rule, node: yaml.Node, said: str, hint: str = "") -> Any:
        self.noticed.append(Diagnostic(rule, place(self.source, node), said, hint or rule.instead))
        return MISSING


def named(kinds: Iterable[str]) -> str:
    """“a text”, “a list”: the first kind speaks for the alternatives."""
    return KINDS.get(next(iter(kinds), ""), "something else")


def meant(node: yaml.Node, kinds: tuple[str, ...], form: str) -> str:
    """How the words that stand here are written as the kind that belongs here; empty where that is not plain to see."""
    if not isinstance(node, yaml.ScalarNode) or not kinds or any(sign in node.value for sign in "\n,:#[]{}\"'"):
        return "Write true or false." if kinds[:1] == ("boolean",) else ""
    if kinds[0] == "object":
        return f"Write {form.format(node.value)}." if form else ""
    asked = {
        "array": f"Write it in square brackets: [{node.value}].",
        "boolean": "Write true or false.",
        "integer": "Write it in figures, such as 10.",
        "number": "Write it in figures, such as 10.",
    }
    return asked.get(kinds[0], "")


def offer(wrong: str, known: Iterable[str]) -> str:
    """“Did you mean …?”, or all that is known."""
    import difflib

    names = list(dict.fromkeys(map(str, known)))
    near = difflib.get_close_matches(wrong, names, n=1, cutoff=0.6)
    return f"Did you mean “{near[0]}”?" if near else "Known: " + ", ".join(names) + "."
