"""The collection as CSV that spreadsheets open as it is meant (RFC 4180, with a byte-order mark for the letters)."""

import csv
import io
from collections.abc import Sequence
from typing import Any

from builder.results.opened import HandedIn

# What a spreadsheet would take for a formula and carry out: an apostrophe before it makes it text.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def results_table(taken: Sequence[HandedIn]) -> bytes:
    """A row for each learner: who, what, when, and how each quiz and objective went. The browser's own table has the
    same columns (`web/src/results.js`)."""
    rows = [row_of(one.content) for one in taken]
    return as_csv(columns(rows), rows)


def row_of(said: dict[str, Any]) -> dict[str, Any]:
    """One learner's row, by column."""
    test, evaluation = said["test"], said["evaluation"]
    row = {
        "name": said["learner"]["name"],
        "licence": said["learner"]["licence"],
        "course": said["course"]["id"],
        "title": said["course"]["title"],
        "version": said["course"]["version"],
        "complete": said["complete"],
        "completed on": said["completed_on"],
        "minutes": said["minutes"],
        "parts read": said["parts"]["read"],
        "parts": said["parts"]["of"],
        "test passed": test["passed"] if test["asked"] else "",
        "evaluation filled in": evaluation["filled_in"] if evaluation["asked"] else "",
        "serial": said["serial"],
        "self-reported": said["self_reported"],
        "made": said["made"],
    }
    for quiz in said["quizzes"]:
        name = quiz["id"]
        row |= {f"{name} best %": quiz["best"], f"{name} longer than planned": quiz["best_longer_than_planned"]}
        row[f"{name} passed"] = quiz["passed"]
        row[f"{name} attempts"] = len(quiz["attempts"])
        row |= {f"{name} {objective['id']} %": objective["percent"] for objective in quiz["objectives"]}
    return row


def evaluations_table(taken: Sequence[HandedIn]) -> bytes:
    """A row for each evaluation: the day, and an answer in each column. No names, and nothing that leads to one."""
    rows = [
        {"on": one.content["on"], **{answer["id"]: answer["said"] for answer in one.content["answers"]}}
        for one in taken
    ]
    return as_csv(columns(rows), rows)


def columns(rows: Sequence[dict[str, Any]]) -> list[str]:
    """All columns of all rows, in the order in which they are first met."""
    return list(dict.fromkeys(name for row in rows for name in row))


def as_csv(names: Sequence[str], rows: Sequence[dict[str, Any]]) -> bytes:
    """The bytes of the table."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([cell(name) for name in names])
    for row in rows:
        writer.writerow([cell(row.get(name, "")) for name in names])
    return b"\xef\xbb\xbf" + text.getvalue().encode("utf-8", "replace")


def cell(value: Any) -> str:
    """A value as it stands in the table."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = str(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(FORMULA) else text
