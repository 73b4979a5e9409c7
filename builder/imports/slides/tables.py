"""Pandoc's drawn tables as tables of ours: those with a grid, and those whose columns are lines of dashes."""

import re
from collections.abc import Iterator

GRID = re.compile(r" {0,3}\+(?:[-=:]+\+)+ *")
DASHES = re.compile(r" {0,3}-{2,}(?: +-{2,})+ *")
OUTER = re.compile(r" {0,3}-{3,} *")


def piped(lines: list[str]) -> list[str]:
    """The lines with such tables written with bars."""
    made: list[str] = []
    at = 0
    while at < len(lines):
        if GRID.fullmatch(lines[at]):
            end = at
            while end < len(lines) and re.match(r" {0,3}[+|]", lines[end]):
                end += 1
            made += ["", *_rows(list(_grid(lines[at:end]))), ""]
            at = end
        elif DASHES.fullmatch(lines[at]):
            end = at + 1
            while end < len(lines) and lines[end].strip():
                end += 1
            above = made.pop() if made and made[-1].strip() else ""
            made += ["", *_rows(list(_columns(lines[at], above, lines[at + 1 : end]))), ""]
            at = end
        else:
            made.append(lines[at])
            at += 1
    return made


def _grid(lines: list[str]) -> Iterator[list[str]]:
    """The rows of a grid: lines between two rules are one row."""
    row: list[list[str]] = []
    for line in lines:
        if GRID.fullmatch(line):
            if row:
                yield [_cell(parts) for parts in zip(*row, strict=False)]
            row = []
        else:
            cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip().strip("|"))]
            row.append(cells if not row else (cells + [""] * len(row[0]))[: len(row[0])])
    if row:
        yield [_cell(parts) for parts in zip(*row, strict=False)]


def _cell(parts: tuple[str, ...]) -> str:
    """The lines of one cell: items of a list apart, words that run on together."""
    said = ""
    for part in parts:
        if part:
            item = re.match(r"[-*+] ", part)
            said += ("<br>" if item and said else " " if said else "") + (f"– {part[2:]}" if item else part)
    return said


def _columns(dashes: str, above: str, below: list[str]) -> Iterator[list[str]]:
    """The rows of a table whose columns are as wide as the dashes; the line above them is the head."""
    starts = [found.start() for found in re.finditer(r"-+", dashes)]
    ends = [*starts[1:], 10_000]
    for line in [above, *below]:
        if DASHES.fullmatch(line) or OUTER.fullmatch(line):
            continue
        yield [line[start:end].strip() for start, end in zip(starts, ends, strict=True)]


def _rows(rows: list[list[str]]) -> list[str]:
    if not rows:
        return []
    head, *rest = rows
    return [f"| {' | '.join(row)} |" for row in (head, ["---"] * len(head), *rest)]
