"""Findings as text, in every style."""

import json
from typing import Any

import pytest

from builder.model.diagnostic import Diagnostic, Rule
from builder.model.place import Place
from builder.report import STYLES, Style, page, report, summary

NO_KEY = Rule("Q103", "no-correct-choice", "error", "Nothing is right.", "Nobody passes.", "Mark one.")
OLD = Rule("C210", "review-overdue", "warning", "Overdue.", "It may be wrong.", "Review it.")
ALT = Rule("A203", "words-too-short", "advice", "Short.", "Says little.", "Say more.")
LESSON = ["---", "", "- Lips curled in", "\t- Chin touches the breast", "x" * 300, "乳房 then latch"]
LESSON += ["e\u0301te\u0301 e\u0301 👩\u200d👧 ici", "יש חלב", "\x1b[31m \u202ered\u202c \x9babc\u2066"]
LESSON += ["z" * 1_000_000]
FOUND = [
    Diagnostic(OLD, Place("slides/b/course.yaml", 9), "the review was due"),
    Diagnostic(
        NO_KEY,
        Place("slides/b/02-latch.md", 3, 3),
        "question “deep-latch” has no right answer",
        "add `correct: true`",
        ((Place("slides/b/02-latch.md", 88), "the quiz is used here"),),
    ),
]


def lines(file: str) -> list[str]:
    return LESSON if file.endswith(".md") else []


def full(*found: Diagnostic, colour: bool = False) -> str:
    return report(found, lines=lines, colour=colour)


def test_full_shows_place_words_source_hint_and_related() -> None:
    """All a person needs to find and mend it, in the order of reading."""
    assert full(*FOUND) == (
        "slides/b/02-latch.md:3:3: error Q103 no-correct-choice\n"
        "   question “deep-latch” has no right answer\n"
        "   3 | - Lips curled in\n"
        "     |   ^\n"
        "   hint: add `correct: true`\n"
        "   also: the quiz is used here (slides/b/02-latch.md:88:1)\n"
        "\n"
        "slides/b/course.yaml:9:1: warning C210 review-overdue\n"
        "   the review was due\n"
        "\n"
    )


@pytest.mark.parametrize(
    ("line", "column", "rows"),
    [
        (4, 2, ["   3 | - Lips curled in", "   4 |     - Chin touches the breast", "     |     ^"]),
        (6, 3, ["   5 | " + "x" * 110 + "…", "   6 | 乳房 then latch", "     |     ^"]),
        (5, 200, ["   5 | …" + "x" * 110 + "…", "     | " + " " * 56 + "^"]),
        (5, 300, ["   5 | …" + "x" * 56, "     | " + " " * 56 + "^"]),
        (7, 14, ["   6 | 乳房 then latch", "   7 | e\u0301te\u0301 e\u0301 👩\u200d👧 ici", "     |          ^"]),
        (8, 5, ["   7 | e\u0301te\u0301 e\u0301 👩\u200d👧 ici", "   8 | יש חלב", "     |     ^ “לב”"]),
        (9, 15, ["   8 | יש חלב", "   9 | [31m red abc", "     |           ^"]),
        (10, 900_000, ["   10 | …" + "z" * 110 + "…", "      | " + " " * 56 + "^"]),
        (99, 1, []),
    ],
)
def test_the_caret_stands_under_the_fault(line: int, column: int, rows: list[str]) -> None:
    """After tabs, wide letters, marks on letters and joined emoji, what is not seen, in long and in endless lines; in
    lines that run from right to left with the words; and not at all where there is no such line."""
    shown = full(Diagnostic(OLD, Place("a.md", line, column), "m")).splitlines()[2:-1]
    assert shown == rows


@pytest.mark.parametrize("width", [40, 80])
def test_a_terminals_width_is_kept(width: int) -> None:
    """Words go on below one another, a source's line is cut, and the caret still stands under the fault."""
    place = Place("a.md", 5, 200)
    found = Diagnostic(OLD, place, "a message " * 12, "what to do about it " * 8, related=((place, "said " * 20),))
    told = report([found], lines=lines, width=width)
    assert max(map(len, told.splitlines())) <= width
    assert " ".join(told.split()).count("what to do about it") == 8
    row, caret = (one for one in told.splitlines() if "| " in one)
    assert row[caret.index("^")] == "x"
    many = [found._replace(at=Place("slides/b/02-latch.md", line)) for line in range(1, 10)]
    assert max(map(len, summary(many, width).splitlines())) <= width


def test_colours_only_when_allowed() -> None:
    """No escape sequence without permission, and none that comes from a file."""
    steering = Diagnostic(OLD, Place("a.md", 1), "a \x1b[31mred\x1b[0m word")
    assert "\x1b" not in full(*FOUND, steering)
    assert "\x1b[31m" in full(*FOUND, colour=True)


def test_concise_is_one_line_each() -> None:
    """What editors and grep read."""
    assert report(FOUND, "concise") == (
        "slides/b/02-latch.md:3:3: error Q103 question “deep-latch” has no right answer\n"
        "slides/b/course.yaml:9:1: warning C210 the review was due\n"
    )
    assert report([FOUND[0]._replace(message="“a\nb” is\tnot \x1bknown")], "concise").count("\n") == 1


def test_github_annotations_escape_what_would_end_them() -> None:
    """Line breaks, percent signs and, in fields, colons and commas."""
    said = Diagnostic(ALT, Place("slides/a,b/c:d.md", 2, 5), "80% of\nthem")
    assert report([said], "github") == (
        "::notice file=slides/a%2Cb/c%3Ad.md,line=2,col=5,title=A203 words-too-short::80%25 of%0Athem\n"
    )


def test_json_keeps_everything() -> None:
    """One document with stable keys, also when there is nothing to say."""
    told = json.loads(report(FOUND, "json"))
    assert told["summary"] == {"errors": 1, "warnings": 1, "advice": 0, "files": 2}
    assert told["diagnostics"][0] == {
        "code": "Q103",
        "name": "no-correct-choice",
        "severity": "error",
        "file": "slides/b/02-latch.md",
        "line": 3,
        "column": 3,
        "message": "question “deep-latch” has no right answer",
        "hint": "add `correct: true`",
        "related": [{"file": "slides/b/02-latch.md", "line": 88, "column": 1, "message": "the quiz is used here"}],
    }
    assert json.loads(report([], "json"))["diagnostics"] == []


# The part of the SARIF 2.1.0 standard that we use (sections 3.13 to 3.30): names, kinds and what must be there.
PLACE: dict[str, Any] = {
    "type": "object",
    "required": ["artifactLocation", "region"],
    "additionalProperties": False,
    "properties": {
        "artifactLocation": {
            "required": ["uri", "uriBaseId"],
            "properties": {"uri": {"type": "string", "pattern": "^[^ ]+$"}, "uriBaseId": {"const": "%SRCROOT%"}},
        },
        "region": {"properties": {"startLine": {"minimum": 1}, "startColumn": {"minimum": 1}}},
    },
}
SARIF: dict[str, Any] = {
    "type": "object",
    "required": ["$schema", "version", "runs"],
    "additionalProperties": False,
    "properties": {
        "$schema": {"type": "string", "pattern": "sarif-2\\.1\\.0"},
        "version": {"const": "2.1.0"},
        "runs": {
            "minItems": 1,
            "items": {
                "required": ["tool", "results"],
                "additionalProperties": False,
                "properties": {
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "tool": {
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "required": ["name", "rules"],
                                "properties": {
                                    "name": {"type": "string"},
                                    "version": {"type": "string"},
                                    "rules": {
                                        "uniqueItems": True,
                                        "items": {
                                            "required": ["id"],
                                            "properties": {
                                                "shortDescription": {"required": ["text"]},
                                                "fullDescription": {"required": ["text"]},
                                                "help": {"required": ["text"]},
                                                "defaultConfiguration": {
                                                    "properties": {
                                                        "level": {"enum": ["none", "note", "warning", "error"]}
                                                    }
                                                },
                                            },
                                        },
                                    },
                                },
                            }
                        },
                    },
                    "results": {
                        "items": {
                            "required": ["message", "ruleId", "ruleIndex", "level"],
                            "properties": {
                                "level": {"enum": ["none", "note", "warning", "error"]},
                                "message": {"required": ["text"], "properties": {"text": {"minLength": 1}}},
                                "locations": {"items": {"properties": {"physicalLocation": PLACE}}},
                                "relatedLocations": {
                                    "items": {"required": ["message"], "properties": {"physicalLocation": PLACE}}
                                },
                            },
                        }
                    },
                },
            },
        },
    },
}


def test_sarif_follows_the_standard() -> None:
    """Structure, levels, rule indices and addresses, with a name that must be escaped."""
    import jsonschema

    spaced = Diagnostic(ALT, Place("slides/a b/l.md", 2), "m")
    nowhere = Diagnostic(ALT, Place(""), "m")
    told = json.loads(report([*FOUND, spaced, nowhere], "sarif", rules=[ALT, NO_KEY], version="0.1.0"))
    jsonschema.validate(told, SARIF)
    run = told["runs"][0]
    ids = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert ids == ["A203", "C210", "Q103"]
    assert all(ids[result["ruleIndex"]] == result["ruleId"] for result in run["results"])
    assert "locations" not in run["results"][0]
    uri = run["results"][1]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "slides/a%20b/l.md"


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ([], "No findings."),
        (FOUND, "1 error and 1 warning in 2 files. `lactern explain Q103` tells more."),
        ([FOUND[0]], "1 warning in 1 file. `lactern explain C210` tells more."),
        (
            [*FOUND, *(Diagnostic(ALT, Place("a.md", n), "m") for n in (1, 2))],
            "1 error, 1 warning and 2 pieces of advice in 3 files. `lactern explain Q103` tells more.",
        ),
    ],
)
def test_the_summary_counts_in_words(found: list[Diagnostic], said: str) -> None:
    """One or several, of each kind, and the code most worth reading about."""
    assert summary(found) == said


def test_many_findings_are_summed_up_by_rule() -> None:
    """What a person sees last: errors first, then what there is most of, in words, and where it begins."""
    many = [*FOUND, *(Diagnostic(ALT, Place("a.md", n), "m") for n in range(1, 6))]
    assert summary(many) == (
        "Errors, to be mended first:\n"
        "   1 × Q103 Nothing is right. (slides/b/02-latch.md:3)\n"
        "\n"
        "Warnings, which readers and learners would notice:\n"
        "   1 × C210 Overdue. (slides/b/course.yaml:9)\n"
        "\n"
        "Advice, to be thought about:\n"
        "   5 × A203 Short. (first in a.md:1)\n"
        "\n"
        "1 error, 1 warning and 5 pieces of advice in 3 files. `lactern explain Q103` tells more."
    )


def test_sarif_brings_the_example() -> None:
    """Readers that show Markdown show what was written before and after."""
    shown = NO_KEY._replace(example="before: a\nafter:  b")
    told = json.loads(report([FOUND[1]._replace(rule=shown)], "sarif"))
    (rule,) = told["runs"][0]["tool"]["driver"]["rules"]
    assert rule["help"] == {"text": "Mark one.", "markdown": "Mark one.\n\n```text\nbefore: a\nafter:  b\n```"}


def test_a_hint_is_given_once() -> None:
    """The second finding of the same kind says where and what, and the cure is read above it."""
    twice = [Diagnostic(ALT, Place("a.md", n), "m", "Say more.") for n in (1, 2)]
    assert report(twice).count("hint: Say more.") == 1
    other = Diagnostic(ALT, Place("a.md", 3), "m", "Say less.")
    assert "hint: Say less." in report([*twice, other])


@pytest.mark.parametrize("style", STYLES)
def test_the_same_findings_give_the_same_text(style: Style) -> None:
    """The order in which things were found, and finding them twice, makes no difference."""
    assert report(FOUND, style, lines=lines) == report([*FOUND[::-1], *FOUND], style, lines=lines)


def test_a_rules_page() -> None:
    """Summary, why and what to do, under the code and the name."""
    said = "Nothing is right.\n\nWhy: Nobody passes.\n\nInstead: Mark one.\n"
    assert page(NO_KEY) == f"Q103 no-correct-choice (error)\n\n{said}"
    shown = page(NO_KEY._replace(example="before: a\nafter:  b"))
    assert shown.endswith("\n\nExample:\n    before: a\n    after:  b\n")


def test_reports_need_no_disk() -> None:
    """Source lines come from the command; without them the excerpt is left out."""
    assert "|" not in report(FOUND)
