"""One slide while it is put together: its heading, what stands on it, and blocks that close where they must."""

import re
from collections.abc import Callable

from builder.imports.slides.parts import Part
from builder.imports.slides.shelter import BREAK, GONE, STEP, Shelter
from builder.imports.slides.tables import piped

CALLOUTS = {"note": "note", "tip": "tip", "important": "important", "warning": "warning", "caution": "warning"}
NOTES = frozenset(("notes", "note-speaker", "speaker-notes", "speaker"))
PLAIN = frozenset(("incremental", "nonincremental", "fragment"))
LISTED = re.compile(r"[ \t]*(?:[-*+]|\d+[.)])[ \t]")
HEADED = re.compile(r"^([ \t]*(?:[-*+]|\d+[.)])[ \t]+)#{1,6}[ \t]+")
LATE = re.compile(r"[ \t]*(?:#{1,2}(?:\s|$)|:{3}|`{3}|~{3}|-{3,}\s*$|\. \. \.\s*$|\{\{[<%]|\[[^\]^]+\]:)")
AHEAD = re.compile(r"(?:\s*\ue200\d+\ue201)+")
STARRED = re.compile(r"\*[ \t]")

Lose = Callable[..., None]
Say = Callable[[int, str], str]


class Slide:
    """Gathers parts. A block that is not ours leaves its content; columns that hold anything else are undone."""

    def __init__(self, line: int, heading: str, lose: Lose) -> None:
        self.line = line
        self.heading = heading
        self._lose = lose
        self._parts: list[Part] = []

    def add(self, part: Part) -> None:
        """One part more."""
        self._parts.append(part)

    def text(self, say: Say, shelter: Shelter, starred: bool = False) -> str:
        """The slide as Markdown, or nothing where nothing is left of it."""
        lines = self._lines(say, shelter)
        lines = _spaced(lines)
        body = "\n".join(_stepwise(lines) if starred else lines).strip("\n")
        if not body.strip() and self.heading in ("", "---"):
            if self.heading and any(part.text.strip() for part in self._parts):
                self._lose("a slide on which nothing is left", "It is left out.", self.line)
            return ""
        head = f"\n{self.heading}\n\n" if self.heading else "\n"
        return head + body + "\n"

    def _lines(self, say: Say, shelter: Shelter) -> list[str]:
        lines: list[str] = []
        closing: list[str] = []
        noting = False
        for part in self._parts:
            if part.kind == "notes":
                if not noting:
                    self._close(lines, closing)
                    lines += ["", "::: notes"]
                noting = True
                lines.append(_tame(say(part.line, part.text)))
            elif part.kind == "open":
                self._open(part, lines, closing)
            elif part.kind == "close":
                if closing and (mark := closing.pop()):
                    lines += [mark, ""]
            elif part.kind == "pause":
                lines += ["", ". . .", ""]
            elif part.kind == "code" or part.kind == "head":
                lines += ["", part.text, ""]
            elif part.kind == "break":
                lines.append("")
            else:
                lines.append(_tame(_stepped(say(part.line, HEADED.sub(r"\1", part.text)))))
        self._close(lines, closing)
        if noting:
            lines += [":::", ""]
        return self._columned(_deepened(_dedented(piped(lines))))

    @staticmethod
    def _close(lines: list[str], closing: list[str]) -> None:
        while closing:
            if mark := closing.pop():
                lines += [mark, ""]

    def _open(self, part: Part, lines: list[str], closing: list[str]) -> None:
        """A block: ours, or its content alone."""
        said = part.said
        names = re.findall(r"\.([\w-]+)", re.sub(r"=\s*(?:\"[^\"]*\"|'[^']*')", "", said)) or re.findall(
            r"^[\w-]+", said
        )
        name = next((one for one in names if one.startswith("callout-") or one in NOTES or one in PLAIN), "")
        name = next((one for one in names if one in ("columns", "column")), name)
        kind = name.removeprefix("callout-")
        mark = ""
        if name in NOTES:
            mark = "::: notes"
        elif name.startswith("callout-") and kind in CALLOUTS:
            title = re.search(r"title\s*=\s*\"([^\"{}]*)\"", said)
            mark = f"::: {{.callout-{CALLOUTS[kind]}{f' title={chr(34)}{title[1]}{chr(34)}' if title else ''}}}"
        elif name == "columns":
            mark = ":::: columns"
        elif name == "column":
            width = re.search(r"width\s*=\s*[\"']?(\d+(?:\.\d+)?%)", said)
            mark = (
                f'::: {{.column width="{width[1]}"}}' if width and 0 < float(width[1][:-1]) <= 100 else "::: {.column}"
            )
        elif name in PLAIN:
            mark = f"::: {name}"
        elif [one for one in names if not one.startswith(("r-", "text-", "smaller"))] or not names:
            self._lose(f"the block “{said[:60]}”", "Its content stands where it stood.", part.line)
        else:
            self._lose(f"the look of the block “{said[:60]}”", "Its content stands where it stood.", part.line)
        closing.append(("::::" if name == "columns" else ":::") if mark else "")
        lines += ["", mark] if mark else [""]

    def _columned(self, lines: list[str]) -> list[str]:
        """Columns hold columns and nothing else, and a column stands in columns: what is otherwise is undone."""
        stack: list[int] = []
        undone: set[int] = set()
        for number, line in enumerate(lines):
            if line.startswith(":::"):
                if line.strip(": "):
                    if line.startswith("::: {.column") and not (stack and lines[stack[-1]] == ":::: columns"):
                        undone.add(number)
                    elif stack and lines[stack[-1]] == ":::: columns" and not line.startswith("::: {.column"):
                        undone.add(stack[-1])
                    stack.append(number)
                elif stack:
                    opened = stack.pop()
                    if opened in undone:
                        undone.add(number)
                    if lines[opened] == ":::: columns" and filled(lines[opened + 1 : number]) < 2:
                        undone |= {opened, number}
            elif line.strip() and stack and lines[stack[-1]] == ":::: columns":
                undone.add(stack[-1])
        if not undone:
            return lines
        kept = ["" if number in undone else line for number, line in enumerate(lines)]
        return kept if kept == lines else self._columned(kept)


def _tame(line: str) -> str:
    """A line that would be a mark of ours only because what stood before it is gone."""
    held = AHEAD.match(line)
    rest = line[held.end() :] if held else line
    if not LATE.match(rest):
        return line
    bare = rest.lstrip()
    return (held[0] if held else "") + (f"&#35;{bare[1:]}" if bare[0] == "#" else f"\\{bare}")


def filled(lines: list[str]) -> int:
    """How many columns hold anything."""
    columns = re.split(r"^::: \{\.column[^\n]*$", "\n".join(lines), flags=re.MULTILINE)[1:]
    return sum(bool(one.replace(":", "").strip()) for one in columns)


def _dedented(lines: list[str]) -> list[str]:
    """Lines that were indented inside HTML, which would be code now; what belongs to a list stays as deep as it is."""
    made: list[str] = []
    listing = False
    for line in lines:
        if LISTED.match(line) or line.startswith(("[^", ": ")):
            listing = True
        elif line.strip() and not line.startswith((" ", "\t")):
            listing = False
        made.append(line if listing or not line.startswith("    ") else line.lstrip())
    return made


def _deepened(lines: list[str]) -> list[str]:
    """Headings below the slide's: the third level, the fourth and so on, none left out."""
    found = [re.match(r"(#{3,6}) ", line) for line in lines]
    levels = {marks: 3 + at for at, marks in enumerate(sorted({one[1] for one in found if one}))}
    return ["#" * levels[one[1]] + line[len(one[1]) :] if one else line for one, line in zip(found, lines, strict=True)]


def _stepped(line: str) -> str:
    """A line whose words come as a step: those of a list say so themselves, a line of its own does by a block."""
    line = line.replace(GONE, "")
    if STEP not in line:
        return _broken(line)
    bare = _broken(re.sub(rf"\s*{STEP}[ \t]*(?=[*_]+$)|{STEP}", "", line).rstrip())
    found = LISTED.match(bare)
    words = bare[found.end() :] if found else bare.strip()
    if not words or "[" in words or re.fullmatch(r"\ue200\d+\ue201", words):
        return bare
    return f"{bare[: found.end()] if found else ''}[{words}]{{.fragment}}"


def _broken(line: str) -> str:
    """Breaks inside a paragraph, none at its ends."""
    bare = re.sub(rf"^\s*{BREAK}+", "", line) if line.strip(BREAK + " ") else ""
    return re.sub(rf"{BREAK}+\s*$", "  ", bare).replace(BREAK, "<br>")


def _spaced(lines: list[str]) -> list[str]:
    """Room before tables and after headings, which others do without."""
    made: list[str] = []
    for line in lines:
        before = made[-1].strip() if made else ""
        if line.startswith("|") and before and not before.startswith("|"):
            made.append("")
        made.append(line)
    return made


def _stepwise(lines: list[str]) -> list[str]:
    """Lists whose items begin with a star, each in a block that makes steps of them."""
    made: list[str] = []
    inside = False
    notes = 0
    for number, line in enumerate(lines):
        notes += line.startswith("::: notes") - (line == ":::" and notes > 0)
        if not inside and not notes and STARRED.match(line):
            made += ["", "::: incremental"]
            inside = True
        elif inside and not _goes_on(lines, number):
            made += [":::", ""]
            inside = False
        made.append(line)
    return [*made, ":::"] if inside else made


def _goes_on(lines: list[str], at: int) -> bool:
    """Whether a list that began with a star goes on here: an item, what is indented below one, or room before them."""
    line = next((one for one in lines[at:] if one.strip()), "")
    return (
        bool(STARRED.match(line))
        or line.startswith("  ")
        or (bool(lines[at].strip()) and bool(lines[at - 1].strip()) and not re.match(r"[|>#:-]|\d|!\[|\ue200", line))
    )
