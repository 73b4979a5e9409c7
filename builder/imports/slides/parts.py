"""A deck's text cut into parts, line by line: headings, breaks, blocks, notes, running text."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from builder.imports.slides.habits import Habits
from builder.imports.slides.shelter import BREAK, GONE, SOFT, Shelter

HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*?))??(?:[ \t]+#+)?[ \t]*")
TIGHT = re.compile(r"(#{2,6})([^\s#].*)")
ATTRIBUTED = re.compile(r"(.*?)[ \t]*\{:?([^{}]*)\}[ \t]*")
RULE = re.compile(r" {0,3}(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}")
DIV = re.compile(r"[ \t]*(:{3,})[ \t]*(.*?)[ \t]*:*[ \t]*")
UNDERLINE = re.compile(r" {0,3}(?:=+|-{2,})[ \t]*")
NOT_WORDS = re.compile(r"[ \t]*(?:[-*+>|#]|\d+[.)]|:::|\ue200\d+\ue201$|[\ue203]|$)")
COLUMNS = re.compile(r" {0,3}-{2,}(?: +-{2,})+ *")
NUMBERED = re.compile(r"([ \t]*)(?:\(?(?:\d+)\)|#\.|\(?@[\w-]*\)[ \t]?)[ \t]+(?=\S)")


class Part(NamedTuple):
    """One part: `kind` is head, break, open, close, pause, notes, code or text; `level` a heading's, `said` its
    attributes or what stood behind the colons."""

    line: int
    kind: str
    text: str = ""
    level: int = 0
    said: str = ""


def parts(text: str, first: int, habits: Habits, shelter: Shelter) -> Iterator[Part]:
    """The parts of a text whose first line has the number `first`."""
    lines = [
        (first + number, piece)
        for number, line in enumerate(text.split("\n"))
        for piece in line.split(SOFT)
        if piece != GONE and not (not piece.strip() and SOFT in line and piece is not line and line.strip(SOFT) == "")
    ]
    skip = -1
    for at, (number, raw) in enumerate(lines):
        if at == skip:
            continue
        line = re.sub(r"[ \t]*(?<!\\)\\$", "  ", raw.replace(GONE, ""))
        line = re.sub(r"^~[ \t]+(?:[-*+][ \t]+)?", ": ", line) if habits.levels else line
        following = lines[at + 1][1] if at + 1 < len(lines) else ""
        before = lines[at - 1][1] if at else ""
        if shelter.is_block(line):
            yield Part(number, "code", line)
        elif re.match(r" {0,3}(?:`{3}|~{3})", line):  # a fence only because what stood before it is gone
            yield Part(number, "text", "\\" + line.lstrip())
        elif level := setext(line, following, before, habits):
            skip = at + 1
            yield head(number, level, line.strip())
        elif (habits.down and line.strip() == "--" and not before.strip()) or (
            RULE.fullmatch(line)
            and not (habits.levels and COLUMNS.fullmatch(line))
            and not (habits.levels and not before.strip() and table_follows(lines, at))
        ):
            yield Part(number, "break")
        elif found := HEADING.fullmatch(line):
            yield head(number, len(found[1]), found[2] or "")
        elif found := TIGHT.fullmatch(line) if not habits.levels and not habits.noted else None:
            yield head(number, len(found[1]), found[2])
        elif re.fullmatch(r"#[^\s#.].*", line):
            yield Part(number, "text", "\\" + line)
        elif line.strip() in (". . .", "\\pause"):
            yield Part(number, "pause")
        elif habits.note_line and (found := re.match(rf"[ \t]*(?:{habits.note_line})[ \t]*", line, re.IGNORECASE)):
            yield Part(number, "notes", line[found.end() :])
        elif found := DIV.fullmatch(line):
            yield Part(number, "open" if found[2] else "close", line, said=found[2])
        elif (not line.strip(f" \t{BREAK}") and BREAK in line) or re.fullmatch(
            r"[ \t]*(?:[-*+]|\d+[.)])[ \t]*|(?:&nbsp;|\s)+", line
        ):
            yield Part(number, "text", "")
        else:
            yield Part(
                number,
                "text",
                NUMBERED.sub(r"\g<1>1. ", line.expandtabs(4)) if line[:40].lstrip()[:1] in "(#" else line.expandtabs(4),
            )


def head(number: int, level: int, text: str) -> Part:
    """A heading, its attributes apart."""
    found = ATTRIBUTED.fullmatch(text)
    if found and re.match(r"\s*(?:[#.][\w-]|[\w-]+=|-\s*$)", found[2]):
        return Part(number, "head", found[1].strip(), level, found[2].strip())
    return Part(number, "head", text.strip(), level)


def setext(line: str, following: str, before: str, habits: Habits) -> int:
    """The level of a heading that is underlined, 0 for any other line."""
    if not UNDERLINE.fullmatch(following) or NOT_WORDS.match(line):
        return 0
    if following.lstrip()[0] == "=":
        return 1
    if not habits.setext or (before.strip() and before.strip() != GONE and habits.levels):
        return 0
    return 2


def table_follows(lines: list[tuple[int, str]], at: int) -> bool:
    """Whether a line of dashes opens one of Pandoc's tables: some lines on, before any empty one, dashes in groups."""
    return any(COLUMNS.fullmatch(line) for _, line in lines[at + 1 : at + 6])
