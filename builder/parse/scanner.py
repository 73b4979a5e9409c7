"""One pass over a lesson's lines: a lexer for structure, never for inline Markdown.

Knows code fences and HTML comments, so that what stands inside them is left alone. Every node knows its line.
"""

import re
from collections.abc import Callable

from builder.model.attributes import Attributes
from builder.model.diagnostic import Diagnostic, Rule
from builder.model.place import Place
from builder.parse.addresses import near
from builder.parse.attributes import read_attributes
from builder.parse.comments import without_comments
from builder.parse.definitions import Gathered
from builder.parse.level import Level
from builder.parse.names import HEAD, almost, slips
from builder.parse.nearly import BULLETS, nearly, two_colons
from builder.parse.outline import Box, Node, Outline, Pause, Picture, Run, SectionOutline, Shortcode, SlideOutline
from builder.parse.rules.structure import (
    BAD_ATTRIBUTES,
    CODE_OPEN,
    COMMENT_OPEN,
    HEADING_IN_BLOCK,
    INCLUDE_CYCLE,
    STRAY_CLOSE,
    TWO_COLONS,
    UNCLEAR_ATTRIBUTE,
    UNCLEAR_BLOCK,
    UNCLOSED,
    UNKNOWN_SHORTCODE,
)
from builder.parse.shortcodes import SHORTCODES, shortcode
from builder.read.rules import TOO_DEEP

CODE = re.compile(r" {0,3}(`{3,}(?=[^`]*$)|~{3,})")
HEADING = re.compile(r"(#{1,2})\s+(.*?)(?:\s+#+)?\s*(?:\{([^{}]*)\})?\s*$")
RULE = re.compile(r"-{3,}\s*$")
COLONS = re.compile(r" {0,3}(:{2,})\s*(.*?)\s*:*\s*$")
PICTURE = re.compile(
    r" {0,3}!\[((?:[^\[\]]|\[[^\[\]]*\])*)\]"
    r"\(\s*(<[^>]*>|(?:[^\s()\"]|\([^()\"]*\)| (?=[^\s\")]))+)(?:\s+\"((?:[^\"\\]|\\.)*)\")?\s*\)"
    r"(?:\{([^{}]*)\})?\s*$"
)
DEEPEST, MOST_FILES, LONGEST = 30, 500, 4_000  # blocks in blocks, files included, characters of a line
MARKS = frozenset("#-:.{![*`~ " + BULLETS)

Include = Callable[[str, Place], "tuple[str, str, int] | Diagnostic"]


def scan(file: str, text: str, first_line: int, include: Include) -> Outline:
    """Cut a lesson's body into sections, slides and nodes. `include` gives file, text and first line of a piece."""
    scanner = Scanner(include)
    scanner.read(file, text, first_line, (file,))
    return scanner.finish(file)


class Scanner:
    """Reads lines and gathers slides. Headings close what stands open, so that one fault stays one fault."""

    def __init__(self, include: Include) -> None:
        self._include = include
        self._noticed: list[Diagnostic] = []
        self._sections: list[tuple[str, Attributes, Place, list[SlideOutline]]] = []
        self._slide: tuple[str, Attributes, Place] | None = None
        self._nodes: list[Node] = []
        self._open: list[Level] = []
        self._run: list[str] = []
        self._run_at = Place("")
        self._definitions = Gathered()
        self._files: list[str] = []
        self._closed_early = 0
        self._breaks: list[Place] = []
        self._written: tuple[list[str], int] = [], 1

    def read(self, file: str, text: str, first_line: int, through: tuple[str, ...]) -> None:
        """Read one file's lines; `through` are the files that led here."""
        self._files.append(file)
        above, self._written = self._written, (text.split("\n"), first_line)
        if "<!--" in text:
            text, open_comment = without_comments(text)
            if open_comment is not None:
                at = Place(file, first_line + open_comment)
                self._fault(COMMENT_OPEN, at, "the comment that begins here is never closed")
        fence, fence_at = "", first_line
        for number, line in enumerate(text.split("\n"), start=first_line):
            if not fence and self._definitions.goes_on(line):
                self._add(file, number, "")
                continue
            if fence:
                self._add(file, number, line)
                if line.strip().startswith(fence) and not line.strip().strip(fence[0]):
                    fence = ""
                continue
            if not line or line[0] not in MARKS or len(line) > LONGEST:
                self._add(file, number, line)
                continue
            code = CODE.match(line)
            if code:
                fence, fence_at = code[1], number
                self._add(file, number, line)
            elif not self._structure(file, number, line, through):
                self._noticed.extend(nearly(line, self._run[-1] if self._run else "", Place(file, number)))
                self._add(file, number, line)
        if fence:
            self._fault(CODE_OPEN, Place(file, fence_at), "this code block is never closed")
        self._definitions.end()
        self._end_run()
        self._written = above

    def finish(self, file: str) -> Outline:
        """Close what is open and hand over the outline."""
        self._end_slide()
        sections = tuple(
            SectionOutline(title, attributes, tuple(slides), at) for title, attributes, at, slides in self._sections
        )
        return Outline(sections, self._definitions.all(), tuple(self._files), tuple(self._noticed), tuple(self._breaks))

    def _structure(self, file: str, number: int, line: str, through: tuple[str, ...]) -> bool:
        """Take a line that is a mark; False where it is ordinary text."""
        sign = line.lstrip(" ")[:1]
        at = Place(file, number)
        if sign == "#":
            match = HEADING.match(line)
            if match:
                self._heading(match, at)
            return match is not None
        if sign == ":" and (match := COLONS.match(line)):
            return self._colons(len(match[1]), match[2], at)
        if sign == "-" and RULE.match(line):
            if not self._open:
                self._breaks.append(at)
                self._new_slide("", Attributes(), at)
                return True
            return False
        if line.strip() == ". . .":
            self._end_run()
            self._here().append(Pause(at))
            return True
        if sign == "{":
            return self._shortcode(line, at, through)
        if sign == "!":
            return self._picture(line, at)
        if sign in "[*" and self._definitions.take(line):
            self._add(file, number, "")  # an empty line in its place: what follows keeps its number
            return True
        return False

    def _heading(self, match: re.Match[str], at: Place) -> None:
        if self._open:
            said = "a slide begins inside a block that is still open"
            related = tuple((level.at, "opened here") for level in self._open[-1:])
            self._noticed.append(Diagnostic(HEADING_IN_BLOCK, at, said, HEADING_IN_BLOCK.instead, related))
            self._closed_early = len(self._open)
            self._close_all(quiet=True)
        attributes = self._attributes(match[3] or "", at, ("objective",))
        self._breaks.append(at)
        if match[1] == "#":
            self._end_slide()
            self._sections.append((match[2], attributes, at, []))
        else:
            self._new_slide(match[2], attributes, at)

    def _new_slide(self, title: str, attributes: Attributes, at: Place) -> None:
        self._end_slide()
        self._slide = (title, attributes, at)

    def _end_slide(self) -> None:
        """Put the slide in its section. After a bare `---` only a slide with something on it counts."""
        self._end_run()
        self._close_all()
        if self._slide is None and self._nodes:
            self._slide = ("", Attributes(), self._nodes[0].at)
        if self._slide is not None and (self._slide[0] or self._nodes or self._slide[1] != Attributes()):
            if not self._sections:
                self._sections.append(("", Attributes(), self._slide[2], []))
            title, attributes, at = self._slide
            self._sections[-1][3].append(SlideOutline(title, attributes, tuple(self._nodes), at))
        self._slide = None
        self._nodes = []

    def _colons(self, colons: int, rest: str, at: Place) -> bool:
        if colons == 2 and not two_colons(rest, bool(self._open)):
            return False
        if colons == 2:
            self._fault(TWO_COLONS, at, "a block begins and ends with three colons; here are two")
        self._end_run()
        if rest:
            if len(self._open) == DEEPEST:
                self._fault(TOO_DEEP, at, "::: blocks are nested too deep here")
            lines, first = self._written
            kind, attributes = self._block_head(rest, at)
            below = lines[at.line - first + 1 :] if kind == "example" else []
            self._open.append(Level(kind, attributes, at, below))
        elif self._open:
            self._close(at)
        elif self._closed_early:
            self._closed_early -= 1
        else:
            self._fault(STRAY_CLOSE, at, "this line closes a block, and none is open")
        return True

    def _block_head(self, rest: str, at: Place) -> tuple[str, Attributes]:
        """`notes`, `{.callout-tip title="…"}` or both: the kind and the attributes."""
        match = HEAD.fullmatch(rest)
        if match is None:
            self._fault(BAD_ATTRIBUTES, at, f"“{rest}” cannot be read; a block is named by one word or by {{.word}}")
            return "unread", Attributes()
        attributes = self._attributes(match[2] or "", at)
        kind = match[1] or (attributes.classes[0] if attributes.classes else "")
        meant = almost(kind)
        if meant:
            said = f"“{kind}” is almost the name of a known block"
            self._noticed.append(Diagnostic(UNCLEAR_BLOCK, at, said, f"Did you mean “{meant}”?"))
        return kind, attributes

    def _close(self, end: Place) -> None:
        level = self._open.pop()
        if len(self._open) >= DEEPEST:
            self._here().extend(level.nodes)
            return
        self._here().append(Box(level.kind, level.attributes, tuple(level.nodes), level.at, level.source(end)))

    def _close_all(self, quiet: bool = False) -> None:
        while self._open:
            if not quiet:
                self._fault(UNCLOSED, self._open[-1].at, "the block that begins here is never closed")
            self._end_run()
            self._close(self._open[-1].at)

    def _shortcode(self, line: str, at: Place, through: tuple[str, ...]) -> bool:
        code = shortcode(line, at)
        if code is None:
            return False
        self._end_run()
        if code.name not in SHORTCODES:
            said, hint = f"“{code.name}” is no known shortcode", near(code.name, sorted(SHORTCODES))
            self._noticed.append(Diagnostic(UNKNOWN_SHORTCODE, at, said, hint or UNKNOWN_SHORTCODE.instead))
        elif code.name == "include":
            self._include_file(code, through)
        else:
            self._here().append(code)
        return True

    def _include_file(self, code: Shortcode, through: tuple[str, ...]) -> None:
        got = self._include(code.words[0] if code.words else "", code.at)
        if isinstance(got, Diagnostic):
            self._noticed.append(got)
        elif got[0] in through:
            chain = " → ".join((*through[through.index(got[0]) :], got[0]))
            self._fault(INCLUDE_CYCLE, code.at, f"this include goes round in a circle: {chain}")
        elif len(through) >= DEEPEST or len(self._files) >= MOST_FILES:
            self._fault(TOO_DEEP, code.at, "too many includes lead to one another here")
        else:
            self.read(*got, (*through, got[0]))

    def _picture(self, line: str, at: Place) -> bool:
        match = PICTURE.match(line)
        if match is None or (self._run and self._run[-1].strip()):
            return False
        self._end_run()
        caption = (match[3] or "").replace('\\"', '"')
        target = match[2].strip("<>")
        self._here().append(Picture(match[1], target, caption, self._attributes(match[4] or "", at), at))
        return True

    def _attributes(self, text: str, at: Place, unheard: tuple[str, ...] = ()) -> Attributes:
        read = read_attributes(text)
        if read is None:
            self._fault(BAD_ATTRIBUTES, at, f"“{{{text}}}” cannot be read")
            return Attributes()
        for said, meant in slips(read, unheard):
            fault = f"“{said}” is almost a word that means something here"
            self._noticed.append(Diagnostic(UNCLEAR_ATTRIBUTE, at, fault, f"Did you mean “{meant}”?"))
        return read

    def _here(self) -> list[Node]:
        return self._open[-1].nodes if self._open else self._nodes

    def _add(self, file: str, number: int, line: str) -> None:
        if not self._run:
            if not line.strip():
                return
            self._run_at = Place(file, number)
        self._run.append(line)

    def _end_run(self) -> None:
        if self._run:
            text = "\n".join(self._run).rstrip()
            self._here().append(Run(text, self._run_at))
            self._run = []

    def _fault(self, rule: Rule, at: Place, said: str) -> None:
        self._noticed.append(Diagnostic(rule, at, said, rule.instead))
