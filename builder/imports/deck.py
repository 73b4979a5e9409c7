"""Slides in Markdown of other tools: reveal-md, Marp, Pandoc and Quarto decks, told apart by their heads and signs."""

import re
from collections.abc import Iterator
from posixpath import basename
from typing import NamedTuple

from builder.imports.htmltext import markdown_of
from builder.imports.imported import Imported, Lesson, Lost
from builder.imports.yamltext import yaml_of

NAMES = ("reveal-md", "marp", "pandoc", "quarto")
ENDINGS = ("md", "markdown", "qmd")
KNOWN_BLOCKS = frozenset(("notes", "columns", "column", "incremental", "nonincremental", "fragment", "r-fit-text"))
CALLOUTS = frozenset(("note", "tip", "important", "warning", "caution"))
FENCE = re.compile(r"^\s{0,3}(`{3,}|~{3,})")
DIV = re.compile(r"^\s{0,3}(:{3,})\s*(.*?)\s*:*\s*$")
HEADING = re.compile(r"^(#{1,6})\s+(.*?)(?:\s+(\{[^}]*\}))?\s*$")
COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
PICTURE = re.compile(r"!\[([^\]]*)\]\(\s*<?([^)\s>]+)>?((?:\s+\"[^\"]*\")?)\s*\)(\{[^}]*\})?")
MARP_KEYS = frozenset(
    (
        "marp",
        "theme",
        "paginate",
        "size",
        "style",
        "headingDivider",
        "class",
        "backgroundColor",
        "backgroundImage",
        "color",
        "header",
        "footer",
        "math",
        "title",
        "author",
        "description",
        "keywords",
        "url",
        "image",
        "transition",
    )
)
HTML = re.compile(r"<(?!https?:|mailto:)/?([a-zA-Z][a-zA-Z0-9-]*)[^>]*>")
CLASSES = re.compile(r"\.([\w-]+)")
KEEP = frozenset(("fragment", "incremental", "smaller", "hidden", "quote"))
NUMBERED = re.compile(r"^(\s*)(\d+)\)\s+")


class Head(NamedTuple):
    """The settings at the head of a file, as plain lines of `key: value`, and where the body begins."""

    keys: dict[str, str]
    body: list[str]
    first: int


def looks_like(text: str) -> bool:
    """Any Markdown may be a deck."""
    return bool(text.strip())


def read(data: bytes, name: str) -> Imported:
    """One lesson."""
    return _Deck(data.decode("utf-8-sig", errors="replace").replace("\r\n", "\n"), name).imported()


def _head(text: str) -> Head:
    lines = text.split("\n")
    if lines[0].strip() == "---":
        for number, line in enumerate(lines[1:], start=1):
            if line.strip() in ("---", "..."):
                found = (re.match(r"([A-Za-z][\w-]*)\s*:\s*(.*)", one) for one in lines[1:number])
                keys = {one[1]: one[2].strip().strip("\"'") for one in found if one}
                return Head(keys, lines[number + 1 :], number + 2)
    if lines[0].startswith("% "):
        title = lines[0][2:].strip()
        taken = next((n for n, line in enumerate(lines) if not line.startswith("%")), len(lines))
        return Head({"title": title}, lines[taken:], taken + 1)
    return Head({}, lines, 1)


class _Deck:
    """Goes through the lines of one deck."""

    def __init__(self, text: str, name: str) -> None:
        self._head = _head(text)
        self._name = name
        self._lost: list[Lost] = []
        self._wanted: dict[str, str] = {}
        self._marp = self._head.keys.get("marp") == "true"
        self._pandoc = bool(re.search(r"^:::|^\. \. \.\s*$|^## .*\{[.#]", "\n".join(self._head.body), re.MULTILINE))
        self._line = 0
        self._slide_has_heading = False

    def imported(self) -> Imported:
        """The lesson, the pictures it asks for, and what was lost."""
        title = self._head.keys.get("title") or self._first_title() or self._name
        for key, value in self._head.keys.items():
            if key in MARP_KEYS | {"format", "revealjs", "separator", "verticalSeparator", "revealOptions"} - {
                "title"
            } and key not in ("title", "marp"):
                self.lose(
                    f"the setting “{key}: {value[:40]}”", "Looks come from the theme; people stand in course.yaml.", 1
                )
            elif key in ("subtitle", "author", "date", "institute"):
                self.lose(f"“{key}: {value[:60]}”", "Write it in course.yaml: subtitle, people, date.", 1)
        self._line = self._head.first
        body = "\n".join(self._slides())
        front = yaml_of({"title": title})
        text = f"---\n{front}---\n\n{re.sub(chr(10) + '{3,}', chr(10) * 2, body).strip()}\n"
        return Imported((Lesson(title, text),), looked_for=self._wanted, lost=tuple(self._lost))

    def lose(self, what: str, instead: str = "", line: int = 0) -> None:
        """Note a loss."""
        self._lost.append(Lost(line or self._line, what, instead))

    def _first_title(self) -> str:
        return next((found[2] for line in self._head.body if (found := HEADING.match(line)) and len(found[1]) < 3), "")

    def _slides(self) -> Iterator[str]:
        """The body line by line. Where a slide ends, and how deep a heading is, differ between the tools."""
        lines = self._comments(self._head.body)
        closing: list[str] = []
        fence = ""
        notes = False
        for number, line in enumerate(lines):
            self._line = self._head.first + number
            if (found := FENCE.match(line)) and (not fence or found[1].startswith(fence)):
                fence = "" if fence else found[1]
                yield re.sub(r"\{(\w[\w.+-]*)[^}]*\}", r"\1", line.replace("{.", "{")) if fence else line
                continue
            if fence:
                yield line
                continue
            if self._breaks(line):
                yield from self._end_notes(notes)
                notes = False
                yield from self._new_slide(lines[number + 1 :])
                continue
            if not self._pandoc and re.match(r"^\s*Notes?:\s*", line, re.IGNORECASE) and not notes:
                notes = True
                yield "\n::: notes"
                yield re.sub(r"^\s*Notes?:\s*", "", line, flags=re.IGNORECASE)
                continue
            if found := DIV.match(line):
                yield self._div(found, closing)
                continue
            yield self._text(line)
        yield from self._end_notes(notes)

    @staticmethod
    def _end_notes(notes: bool) -> Iterator[str]:
        if notes:
            yield ":::\n"

    def _breaks(self, line: str) -> bool:
        bare = line.strip()
        if bare in ("***", "___", "* * *"):
            return True
        if not self._pandoc and not self._marp and re.fullmatch(r"-{2}", bare):
            return True
        return bool(re.fullmatch(r"-{3,}", bare))

    def _new_slide(self, rest: list[str]) -> Iterator[str]:
        """A rule directly before a heading makes no slide of its own; any other begins one without a heading."""
        following = next((line for line in rest if line.strip() and not line.strip().startswith("<!--")), "")
        yield "" if HEADING.match(following) else "\n---\n"

    def _text(self, line: str) -> str:
        if found := HEADING.match(line):
            return self._heading(found)
        line = NUMBERED.sub(r"\1\2. ", line)
        line = PICTURE.sub(self._picture, line)
        if re.search(r"\{\{<.*>\}\}|\{\{%.*%\}\}", line):
            self.lose(f"the shortcode “{line.strip()[:60]}”", "Write what it stood for.")
            return ""
        if self._marp or not self._pandoc:
            line = re.sub(r"([^\\]|^)\{([.#][^}]*)\}", self._attributes, line)
        return self._html(line)

    def _heading(self, found: re.Match[str]) -> str:
        """In Pandoc's decks `#` is a section and `##` a slide, as here; elsewhere every heading up to the second level
        is a slide's."""
        level, text, attributes = len(found[1]), self._html(PICTURE.sub(self._picture, found[2])), found[3] or ""
        if not self._pandoc and level == 1:
            level = 2
        kept = self._kept(attributes)
        return f"{'#' * level} {text}{f' {kept}' if kept else ''}"

    def _kept(self, attributes: str) -> str:
        """Attributes that mean something here; the rest is a loss."""
        ids = re.findall(r"#([\w-]+)", attributes)
        classes = [one for one in CLASSES.findall(attributes) if one in KEEP]
        gone = re.sub(r"#[\w-]+", "", attributes.strip("{}"))
        gone = " ".join(part for part in gone.split() if part.lstrip(".") not in KEEP)
        if gone:
            self.lose(f"the attributes “{gone}”", "Looks come from the theme.")
        inside = " ".join([*(f"#{one}" for one in ids[:1]), *(f".{one}" for one in classes)])
        return f"{{{inside}}}" if inside else ""

    def _attributes(self, found: re.Match[str]) -> str:
        return f"{found[1]}{self._kept('{' + found[2] + '}')}"

    def _div(self, found: re.Match[str], closing: list[str]) -> str:
        """A block of Pandoc's. One that we do not know stays as its content."""
        colons, said = found[1], found[2]
        if not said:
            return closing.pop() if closing else ""
        names = CLASSES.findall(said) or [said.strip("{} ")]
        callout = next((name.removeprefix("callout-") for name in names if name.startswith("callout-")), "")
        if callout in CALLOUTS:
            closing.append(colons)
            title = re.search(r'title="([^"]*)"', said)
            kind = "warning" if callout == "caution" else callout
            return f"{colons} {{.callout-{kind}{f' title={chr(34)}{title[1]}{chr(34)}' if title else ''}}}"
        if names[0] in ("notes", "speaker-notes"):
            closing.append(colons)
            return f"{colons} notes"
        if names[0] in KNOWN_BLOCKS:
            closing.append(colons)
            width = re.search(r'width="?([\d.]+%)"?', said)
            if names[0] == "column":
                return f"{colons} {{.column{f' width={chr(34)}{width[1]}{chr(34)}' if width else ''}}}"
            return f"{colons} {names[0]}"
        closing.append("")
        self.lose(f"the block “{said[:60]}”", "Its content stands where it stood.")
        return ""

    def _picture(self, found: re.Match[str]) -> str:
        """Pictures beside the file are taken along; Marp's `bg` pictures stand in the slide."""
        alt, address, title, attributes = found[1], found[2], found[3] or "", found[4] or ""
        if self._marp and re.search(r"\b(bg|[wh]:|width:|height:|fit|cover|contain)", alt):
            self.lose(f"how the picture “{address}” was set (“{alt}”)", "It stands in the slide; say what it shows.")
            alt = re.sub(
                r"\b(bg|left|right|fit|cover|contain|auto|vertical|blur|opacity|[wh]|width|height)(:\S+|\b)\S*", "", alt
            ).strip()
        if re.match(r"[a-z]+:", address):
            self.lose(
                f"the picture at {address[:80]}", "Save it beside the lesson, with its licence, and name it here."
            )
            return alt
        name = re.sub(r"[^\w.-]+", "-", basename(address)).lower()
        self._wanted[address] = f"img/{name}"
        if not alt:
            self.lose(f"what the picture “{name}” shows (it has no alternative text)", "Write it between the brackets.")
            alt = "A picture that still needs its words"
        width = re.search(r'width="?([\d.]+%)"?', attributes)
        return f"![{alt}](img/{name}{title}){f'{{width={chr(34)}{width[1]}{chr(34)}}}' if width else ''}"

    def _html(self, line: str) -> str:
        """HTML in a line is made safe and said in Markdown; what that takes away is told."""
        tags = HTML.findall(line)
        if not tags:
            return line
        if {tag.lower() for tag in tags} <= {"br"}:
            return re.sub(r"<br\s*/?>", " ", line)
        space = line[: len(line) - len(line.lstrip())]
        self.lose("HTML: " + ", ".join(f"<{tag}>" for tag in dict.fromkeys(tags)), "Its words were kept.")
        return space + markdown_of(line.strip(), lambda what: self.lose(what)).replace("\\*", "*").replace("\\_", "_")

    def _comments(self, body: list[str]) -> list[str]:
        """A comment may be an order to Marp or reveal-md, or in Marp what the presenter says. The count of lines stays:
        losses are told by it."""

        def take(found: re.Match[str]) -> str:
            said, breaks = found[1].strip(), "\n" * found[0].count("\n")
            order = re.match(r"(\.slide|\.element|_?[\w$-]+)\s*:", said)
            if order and (order[1].startswith((".", "_")) or order[1] in MARP_KEYS):
                self._lost.append(Lost(0, f"the order “{said[:60]}”", "Looks come from the theme."))
                return breaks
            if self._marp and said:
                return f"\n\n::: notes\n{said}\n:::\n" + breaks
            return found[0]

        return COMMENT.sub(take, "\n".join(body)).split("\n")
