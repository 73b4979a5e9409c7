"""Diagnostics as text: full (for people), concise (one line each), json, github (annotations), sarif (2.1.0)."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from textwrap import fill, indent, wrap
from typing import Any, Literal

from builder.excerpt import WIDTH, excerpt, visible
from builder.model.diagnostic import Diagnostic, Rule, Severity, in_order
from builder.model.place import Place

Style = Literal["full", "concise", "json", "github", "sarif"]
STYLES: tuple[Style, ...] = ("full", "concise", "json", "github", "sarif")
Lines = Callable[[str], Sequence[str]]
"""The lines of a project file by its path; empty where there is nothing to show."""

COLOURS = {"error": "red", "warning": "yellow", "advice": "blue"}
GITHUB = {"error": "error", "warning": "warning", "advice": "notice"}
SARIF = {"error": "error", "warning": "warning", "advice": "note"}
PAGE, NARROWEST = 88, 20
FEW = 6
"""Letters to a line of a rule's page, the fewest to any line; how many findings can be taken in without a summary."""
HEADINGS: dict[Severity, str] = {
    "error": "Errors, to be mended first:",
    "warning": "Warnings, which readers and learners would notice:",
    "advice": "Advice, to be thought about:",
}


def report(
    found: Iterable[Diagnostic],
    style: Style = "full",
    *,
    lines: Lines | None = None,
    colour: bool = False,
    rules: Sequence[Rule] = (),
    version: str = "",
    width: int = 0,
) -> str:
    """All findings in one of the styles, in order, ending in a line break; empty where there is nothing to say.

    `json` and `sarif` always give a whole document. `rules` and `version` are for `sarif`. `full` gives a hint once,
    where it is first needed, and breaks its lines for a terminal of a known `width`.
    """
    ordered = in_order(found)
    if style == "json":
        return json.dumps(as_json(ordered), ensure_ascii=False, indent=2) + "\n"
    if style == "sarif":
        return json.dumps(as_sarif(ordered, rules, version), ensure_ascii=False, indent=2) + "\n"
    if style == "github":
        return "".join(f"{_github(d)}\n" for d in ordered)
    if style == "concise":
        return "".join(f"{d.at}: {d.rule.severity} {d.rule.code} {_one_line(d.message)}\n" for d in ordered)
    hints: set[tuple[str, str]] = set()
    told = []
    for d in ordered:
        again = (d.rule.code, d.hint) in hints
        hints.add((d.rule.code, d.hint))
        told.append(f"{_full(d._replace(hint='') if again else d, lines, colour, width)}\n\n")
    return "".join(told)


def summary(found: Iterable[Diagnostic], width: int = 0) -> str:
    """The closing words: what there is of each rule where there is much, how many of what in how many files, and where
    to read more."""
    ordered = in_order(found)
    if not ordered:
        return "No findings."
    counts = Counter(d.rule.severity for d in ordered)
    kinds: tuple[tuple[Severity, str], ...] = (("error", "error"), ("warning", "warning"), ("advice", "piece"))
    said = [
        f"{counts[s]} {word if counts[s] == 1 else word + 's'}{' of advice' if s == 'advice' else ''}"
        for s, word in kinds
        if counts[s]
    ]
    files = len({d.at.file for d in ordered})
    rules = _by_weight(ordered)
    short = ""
    for severity, heading in HEADINGS.items() if len(ordered) > FEW else ():
        groups = [group for group in rules if group[0].rule.severity == severity]
        room = min(width or WIDTH, WIDTH)
        told = (_group(group, room) for group in groups)
        short += "".join((f"{fill(heading, room)}\n", *told, "\n")) if groups else ""
    closing = f"{_listed(said)} in {files} {'file' if files == 1 else 'files'}."
    closing += f" `lactern explain {rules[0][0].rule.code}` tells more."
    return short + (fill(closing, width, break_on_hyphens=False) if width else closing)


def _by_weight(ordered: Sequence[Diagnostic]) -> list[list[Diagnostic]]:
    """Findings by rule: errors first, then what there is most of."""
    groups: dict[str, list[Diagnostic]] = {}
    for d in ordered:
        groups.setdefault(d.rule.code, []).append(d)
    return sorted(groups.values(), key=lambda group: (_rank(group[0]), -len(group)))


def _group(group: Sequence[Diagnostic], width: int) -> str:
    """One rule in the summary: how often, in its own words, and where first."""
    rule, at = group[0].rule, group[0].at
    where = f"{at.file}:{at.line}" if len(group) == 1 else f"first in {at.file}:{at.line}"
    said = fill(f"{rule.code} {rule.summary} ({where})", width, initial_indent=f"{len(group):>4} × ",
                subsequent_indent=" " * 7, break_on_hyphens=False, break_long_words=False)  # fmt: skip
    return f"{said}\n"


def page(rule: Rule, width: int = 0) -> str:
    """A rule's page, as `lactern explain` prints it: what, why, what instead, and an example."""
    room = min(width or PAGE, PAGE)
    head = f"{rule.code} {rule.name} ({rule.severity})"
    parts = [head, *(fill(text, room) for text in (rule.summary, f"Why: {rule.why}", f"Instead: {rule.instead}"))]
    if rule.example:
        parts.append("Example:\n" + indent(rule.example, "    "))
    return "\n\n".join(parts) + "\n"


def as_json(ordered: Sequence[Diagnostic]) -> dict[str, Any]:
    """One document with all findings; the keys are stable."""
    counts = Counter(d.rule.severity for d in ordered)
    return {
        "version": 1,
        "summary": {
            "errors": counts["error"],
            "warnings": counts["warning"],
            "advice": counts["advice"],
            "files": len({d.at.file for d in ordered}),
        },
        "diagnostics": [
            {
                "code": d.rule.code,
                "name": d.rule.name,
                "severity": d.rule.severity,
                **d.at._asdict(),
                "message": d.message,
                "hint": d.hint,
                "related": [{**place._asdict(), "message": said} for place, said in d.related],
            }
            for d in ordered
        ],
    }


def as_sarif(ordered: Sequence[Diagnostic], rules: Sequence[Rule], version: str) -> dict[str, Any]:
    """A SARIF 2.1.0 log (OASIS standard): one run, paths relative to the project's root (`%SRCROOT%`)."""
    known = {rule.code: rule for rule in (*rules, *(d.rule for d in ordered))}
    codes = sorted(known)
    driver = {
        "name": "lactern",
        **({"version": version} if version else {}),
        "rules": [
            {
                "id": code,
                "name": known[code].name,
                "shortDescription": {"text": known[code].summary},
                "fullDescription": {"text": known[code].why},
                "help": _help(known[code]),
                "defaultConfiguration": {"level": SARIF[known[code].severity]},
            }
            for code in codes
        ],
    }
    results = []
    for d in ordered:
        result: dict[str, Any] = {
            "ruleId": d.rule.code,
            "ruleIndex": codes.index(d.rule.code),
            "level": SARIF[d.rule.severity],
            "message": {"text": f"{d.message}\n{d.hint}" if d.hint else d.message},
        }
        if d.at.file:
            result["locations"] = [{"physicalLocation": _physical(d.at)}]
        if d.related:
            result["relatedLocations"] = [
                {"id": n, "physicalLocation": _physical(place), "message": {"text": said}}
                for n, (place, said) in enumerate(d.related, 1)
            ]
        results.append(result)
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}


def _help(rule: Rule) -> dict[str, str]:
    """What to do, and the example where the reader can show it."""
    example = {"markdown": f"{rule.instead}\n\n```text\n{rule.example}\n```"} if rule.example else {}
    return {"text": rule.instead, **example}


def _physical(place: Place) -> dict[str, Any]:
    from urllib.parse import quote

    return {
        "artifactLocation": {"uri": quote(place.file), "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": max(1, place.line), "startColumn": max(1, place.column)},
    }


def _github(d: Diagnostic) -> str:
    """A workflow command; percent signs, line breaks and separators are escaped as GitHub wants them."""

    def value(text: str) -> str:
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")

    def field(text: str) -> str:
        return value(text).replace(":", "%3A").replace(",", "%2C")

    said = f"{d.message}\n{d.hint}" if d.hint else d.message
    where = f"file={field(d.at.file)},line={d.at.line},col={d.at.column},title={field(f'{d.rule.code} {d.rule.name}')}"
    return f"::{GITHUB[d.rule.severity]} {where}::{value(said)}"


def _full(d: Diagnostic, lines: Lines | None, colour: bool, width: int) -> str:
    severity = _style(d.rule.severity, colour, fg=COLOURS[d.rule.severity], bold=True)
    out = [
        f"{_style(str(d.at), colour, bold=True)}: {severity} {d.rule.code} {_plain(d.rule.name)}",
        f"   {_plain(d.message, width)}",
    ]
    if lines is not None and d.at.file:
        out += [
            _style(row, colour, dim=True) if number else _style(row, colour, fg=COLOURS[d.rule.severity])
            for number, row in excerpt(lines(d.at.file), d.at, width)
        ]
    if d.hint:
        out.append(f"   {_style('hint:', colour, fg='cyan')} {_plain(d.hint, width, len('hint: '))}")
    out += [
        f"   {_style('also:', colour, fg='cyan')} {_plain(f'{said} ({place})', width, len('also: '))}"
        for place, said in d.related
    ]
    return "\n".join(out)


def _one_line(text: str) -> str:
    return " ".join(visible(text.replace("\n", " ")).split())


def _plain(text: str, width: int = 0, taken: int = 0) -> str:
    """Rows below a finding's first. With a `width` they are broken to fit, and of the first some room is `taken`."""
    rows = [visible(row) for row in text.splitlines()]
    if width:
        rows = [line for n, row in enumerate(rows) for line in _broken(row, width, 0 if n else taken)]
    return "\n   ".join(rows)


def _broken(row: str, width: int, taken: int) -> list[str]:
    room = max(width - 3, NARROWEST)
    lines = wrap(row, room, initial_indent=" " * taken, break_on_hyphens=False, break_long_words=False)
    return [lines[0].lstrip(), *lines[1:]] if lines else [row]


def _style(text: str, colour: bool, **how: Any) -> str:
    if not colour:
        return text
    import click

    return click.style(text, **how)


def _listed(said: Sequence[str]) -> str:
    return said[0] if len(said) == 1 else f"{', '.join(said[:-1])} and {said[-1]}"


def _rank(d: Diagnostic) -> int:
    return ("error", "warning", "advice").index(d.rule.severity)
