"""YAML read with the rules of version 1.2 and with a place for every value.

`yaml.compose` gives nodes with marks; the values are made here, because YAML 1.1 turns the answer `no` into False,
the feeding time `2:30` into 150 and `010` into 8 (YAML 1.2, chapter 10.3: the core schema).
"""

import re
from math import isfinite

import yaml

from builder.model.diagnostic import Diagnostic
from builder.model.place import Place
from builder.read.rules import TOO_DEEP, YAML_ALIAS, YAML_SYNTAX
from builder.read.source import Source

Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
DEEPEST = 60
INDENTED = re.compile(r"^[-?: ]{30,}", re.MULTILINE)
INTEGER = re.compile(r"[-+]?[0-9]+")
FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
ENTRY = re.compile(r"[ -]*([\w-]+): +(\S.*?)\s*$")
BEGINS = re.compile(r" *(- |[\w-]+:( |$)|$)")
UNEVEN = ("did not find expected key", "expected '-' indicator", "expected <block end>")
BENT = frozenset("“”„‟«»‘’‚‹›")
NULLS = frozenset(("", "~", "null", "Null", "NULL"))
TRUE = frozenset(("true", "True", "TRUE"))
FALSE = frozenset(("false", "False", "FALSE"))

Scalar = str | int | float | bool | None


def compose(source: Source) -> tuple[yaml.Node | None, tuple[Diagnostic, ...]]:
    """The node tree of one YAML document, or what is wrong with it."""
    try:
        forbidden_here = forbidden(source)
        if forbidden_here:
            return None, forbidden_here
        return yaml.compose(source.text, Loader=Loader), ()
    except yaml.MarkedYAMLError as fault:
        mark = fault.problem_mark or fault.context_mark
        last = source.text.count("\n") + 1  # the reader counts the end of a file without a line end as one line more
        at = source.at(min(mark.line + 1, last), mark.column + 1) if mark else source.at(1)
        lines = source.text.split("\n")
        opened = quote_left_open(lines[: at.line])
        if opened:
            said = "this text begins with a quotation mark and does not end with one"
            return None, (Diagnostic(YAML_SYNTAX, source.at(*opened), said, "Write the same mark at its end."),)
        said, hint = plain(fault, lines[at.line - 1])
        return None, (Diagnostic(YAML_SYNTAX, at, said, hint),)
    except (yaml.YAMLError, ValueError) as fault:
        line = source.text.count("\n", 0, getattr(fault, "position", 0) or 0) + 1
        said = "a character here is not allowed in YAML"
        return None, (Diagnostic(YAML_SYNTAX, source.at(line), said, YAML_SYNTAX.instead),)


def forbidden(source: Source) -> tuple[Diagnostic, ...]:
    """Anchors, aliases and tags, and nesting that would overrun the composer's stack (it is recursive C; the events
    are not). Looked for only where the text holds their signs at all."""
    text = source.text
    signs = any(sign in text for sign in "&*!")
    if not signs and text.count("[") + text.count("{") <= DEEPEST and not INDENTED.search(text):
        return ()
    found = []
    depth = 0
    for event in yaml.parse(text, Loader=Loader):
        mark = event.start_mark
        at = source.at(mark.line + 1, mark.column + 1) if mark else source.at(1)
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > DEEPEST:
                return (Diagnostic(TOO_DEEP, at, "brackets or lists are nested too deep here", TOO_DEEP.instead),)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        alias = isinstance(event, yaml.AliasEvent)
        if alias or getattr(event, "anchor", None) or (getattr(event, "tag", None) not in (None, "!")):
            found.append(Diagnostic(YAML_ALIAS, at, "anchors, aliases and tags are not used here", YAML_ALIAS.instead))
    return tuple(found)


def plain(fault: yaml.MarkedYAMLError, line: str) -> tuple[str, str]:
    """The YAML reader's complaint in an author's words, and what to do about it. `line` is the one that it is about."""
    problem = fault.problem or ""
    if "mapping values are not allowed" in problem:
        return colon_inside(line)
    if "found character '\\t'" in problem or "tab" in problem or line.lstrip(" ").startswith("\t"):
        return "a tab stands here; YAML wants spaces", "Replace each tab by two spaces."
    if "could not find expected ':'" in problem:
        said = "a colon is missing after this key, or the text before it goes over several lines without quotes"
    elif any(sign in problem for sign in UNEVEN):
        said = "this line is not indented like its neighbours"
    elif "expected the node content" in problem or "cannot start any token" in problem:
        return (
            "a text begins with a character that means something in YAML; put it in quotes",
            'Write straight quotation marks around the text: "…".',
        )
    elif "unexpected end of stream" in problem or "end of stream" in problem:
        said = "a quote or bracket is opened and never closed"
    else:
        said = f"this cannot be read ({problem})" if problem else "this cannot be read"
    return said, YAML_SYNTAX.instead


def quote_left_open(lines: list[str]) -> tuple[int, int] | None:
    """Line and column of a text that begins with a quotation mark, has no other in its line, and has a new entry in the
    line below: the reader itself complains only where the next quotation mark stands, or at the end of the file."""
    for number, (line, below) in enumerate(zip(lines, [*lines[1:], "x:"], strict=True), start=1):
        entry = ENTRY.match(line)
        if entry and entry[2][0] in "\"'" and entry[2].count(entry[2][0]) == 1 and BEGINS.match(below):
            return number, entry.start(2) + 1
    return None


def colon_inside(line: str) -> tuple[str, str]:
    """The slip that is made most often. Quotation marks that a word processor has bent do not help against it."""
    said = "a colon stands inside a text here; put the whole text in quotes"
    entry = ENTRY.match(line)
    if entry and entry[2][0] in BENT:
        said = f"quotation marks as curly as {entry[2][0]} do not hold a text together that has a colon in it"
        return said, 'Write straight quotation marks around the text: "…".'
    if entry and not any(sign in entry[2] for sign in '"\\#{['):
        return said, f'Write {entry[1]}: "{entry[2]}".'
    return said, 'Write straight quotation marks around the text: "…".'


def scalar(node: yaml.ScalarNode) -> Scalar:
    """The value of a scalar by the core schema: quoted is always text."""
    raw: str = node.value
    if node.style not in (None, ""):
        return raw
    if raw in NULLS:
        return None
    if raw in TRUE:
        return True
    if raw in FALSE:
        return False
    if INTEGER.fullmatch(raw):
        return int(raw) if len(raw) < 19 else raw
    if FLOAT.fullmatch(raw) and isfinite(number := float(raw)):
        return number
    return raw


def place(source: Source, node: yaml.Node) -> Place:
    """Where a node begins; of a text below a `|` or `>`, its first line."""
    line = node.start_mark.line + 1
    if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">") and node.value:
        return source.at(min(line + 1, node.end_mark.line + 1))
    return source.at(line, node.start_mark.column + 1)
