"""Slides of other tools as a lesson of ours: where a slide begins, how deep a heading is, which blocks close where."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from builder.imports.imported import Imported, Lesson, Lost
from builder.imports.slides.habits import Habits
from builder.imports.slides.head import SAID_ELSEWHERE, SILENT, Head, deep, split, words_of
from builder.imports.slides.inline import Inline
from builder.imports.slides.order import bare, breaking_comments, divider, next_part, slugged
from builder.imports.slides.parts import Part, parts
from builder.imports.slides.shelter import BREAK, STEP, Shelter
from builder.imports.slides.slide import Slide
from builder.imports.slides.tags import Tags
from builder.imports.yamltext import yaml_of

ORDER = re.compile(r"(\.slide|\.element|_?\$?[a-zA-Z][\w-]*)\b\s*:?")
ORDERS = frozenset(
    [
        "theme",
        "paginate",
        "size",
        "style",
        "headingDivider",
        "class",
        "backgroundColor",
        "backgroundImage",
        "backgroundPosition",
        "backgroundRepeat",
        "backgroundSize",
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
        "marp",
        "lang",
        "slide",
        "element",
    ]
)
CELL = re.compile(r"\s*\{?\s*=?\.?([\w.+#-]+)")


class Deck:
    """Reads one deck."""

    def __init__(self, text: str, name: str, habits: Habits) -> None:
        self._head: Head = split(text)
        self._habits = habits
        self._name = name
        self._lost: list[Lost] = []
        self._line = 0
        self._shelter = Shelter()
        self._tags = Tags(
            self._shelter, lambda what, instead, line: self.lose(what, instead, line + self._head.first - 1)
        )
        self._inline = Inline(self._shelter, self.lose, looks_in_words=habits.noted)

    def imported(self) -> Imported:
        """The lesson, the pictures it asks for, its language, and what was lost."""
        self._settings()
        body = self._head.body
        self._breaking = breaking_comments(body, self._head.keys)
        body = self._separated(body)
        held = self._shelter.take(body, self._code, self._comment)
        held = self._inline.learn(self._tags.markdown(held))
        found = list(parts(held, self._head.first, self._habits, self._shelter))
        slides = self._levelled(found) if self._habits.levels else self._chunked(found)
        text = "\n".join(slide.text(self._said, self._shelter, self._habits.starred) for slide in slides)
        text = re.sub(r"\n{3,}", "\n\n", self._shelter.back(text)).strip()
        if not re.sub(
            r"<!--(?s:.*?)-->|^---$|^\[\^?[^\]]*\]:.*$|^\*\[[^\]]*\]:.*$", "", text, flags=re.MULTILINE
        ).strip():
            return Imported(lost=tuple(self._lost))
        title = self._title(found)
        lost = tuple(sorted(self._lost, key=lambda one: one.line))
        made = Lesson(title, f"---\n{yaml_of({'title': title})}---\n\n{text}\n")
        language = deep(self._head.keys, "lang") or deep(self._head.keys, "language")
        return Imported((made,), looked_for=self._inline.wanted, lost=lost, language=language)

    def lose(self, what: str, instead: str = "", line: int = 0) -> None:
        """Note a loss."""
        self._lost.append(Lost(line or self._line, what, instead))

    def _title(self, found: list[Part]) -> str:
        heads = (part.text for part in found if part.kind == "head" and part.level < 4 and part.text)
        said = words_of(self._head.keys.get("title")) or next(heads, "") or self._name
        said = self._shelter.plain(re.sub(r"<[^<>]*>", " ", said.replace(BREAK, " ")))
        said = re.sub(r"!?\[([^\[\]]*)\]\([^()]*\)|\[([^\[\]]*)\]\{[^{}]*\}", r"\1\2", said)
        return re.sub(r"\s+", " ", re.sub(r"[*`]|(?<!\w)_+|_+(?!\w)|\{[^{}]*\}", "", said)).strip() or self._name

    def _settings(self) -> None:
        looks = []
        for key, value in self._head.keys.items():
            said = words_of(value)
            if key in SILENT or not said or said in ("false", "null"):
                continue
            if key in SAID_ELSEWHERE:
                self.lose(f"“{key}: {said[:100]}”", "Write it in course.yaml: subtitle, people, date.", 1)
            else:
                looks.append(f"“{key}: {said[:40]}”" if key in ("header", "footer", "description") else key)
        if looks:
            self.lose(f"settings: {', '.join(looks)}", "Looks come from the theme, the rest from course.yaml.", 1)

    def _separated(self, body: str) -> str:
        """Breaks that the head names by an expression of its own, as lines of dashes."""
        for key in ("separator", "verticalSeparator"):
            said = words_of(self._head.keys.get(key)).strip("^$")
            said = re.sub(r"(?:\\r)?\\?\\n|\(\\r\\n\?\|\\n\)|\\r\?", "", said).strip()
            if said and not re.fullmatch(r"-{2,4}", said):
                body = re.sub(rf"^[ \t]*{re.escape(said)}[ \t]*$", "---", body, flags=re.MULTILINE)
        if (
            not re.search(r"^(?:-{2,4}|\*\*\*)[ \t]*$", body, re.MULTILINE)
            and body.count("\n\n\n\n") > 1
            and (self._habits.down and not self._breaking)
        ):
            body = re.sub(r"\n\n\n\n(?!\n)", "\n\n---\n\n", body)
        return body

    def _comment(self, said: str, line: int) -> str:
        """A comment may break slides, order a look, or be what the presenter says; any other stays a comment."""
        bare, number = said.strip(), line + self._head.first - 1
        if bare.casefold() in self._breaking:
            return "---"
        lines = [one.strip() for one in bare.split("\n") if one.strip()]
        orders = [found for one in lines if (found := ORDER.match(one)) and found[1].lstrip("._$") in ORDERS]
        if bare == "fit" or (
            lines and orders and (len(orders) == len(lines) or bare.startswith((".slide", ".element", "_", "style")))
        ):
            picture = re.search(r"(?:background|url)[^\n]*?[\"'(]([^\s\"'()#]+\.\w{3,4})[\"')?]", bare)
            if bare.startswith(".element") and re.search(r"\bfragment\b", bare):
                return STEP
            if picture:
                self.lose(
                    f"the picture behind the slide, {picture[1][:100]}",
                    "Put it on the slide if it says something.",
                    number,
                )
            else:
                self.lose(f"the order “{re.sub(chr(92) + 's+', ' ', bare)[:60]}”", "Looks come from the theme.", number)
            return ""
        if not self._habits.noted or not bare:
            return self._shelter.hold(f"<!--{said}-->") if bare and "--" not in bare.strip("-") else ""
        return f"\ue202\ue202::: notes\ue202{self._escaped(bare)}\ue202:::\ue202"

    def _escaped(self, bare: str) -> str:
        return re.sub(
            r"^(#{1,2})(?=\s)", r"###", re.sub(r"^(-{3,}|:{3,})$", "", bare, flags=re.MULTILINE), flags=re.MULTILINE
        ).replace("\n", "\ue202")

    def _code(self, said: str, code: str, line: int) -> str | None:
        """The words after the fence that ours know: the language. What would be run is shown, if it was."""
        number = line + self._head.first - 1
        language = CELL.match(said)
        if re.match(r"\{\s*=", said):
            self.lose("a block of raw " + said.strip("{}= "), "Write its words in Markdown.", number)
            return None
        if re.match(r"\{\s*\w", said):
            quiet = re.search(r"(?:echo|include)\s*[=:]\s*(?:false|FALSE|F)\b", said + code[:400])
            hidden = quiet or deep(self._head.keys, "echo") in ("false", "FALSE", "no")
            self.lose("what running a piece of code would show", "Save the figure or table and put it in.", number)
            return None if hidden else (language[1] if language else "")
        if language and language[1] in ("mermaid", "plantuml", "dot", "graphviz", "vega"):
            self.lose(
                f"a drawing written as {language[1]}", "It stands there as code; save the drawing as an SVG.", number
            )
        return language[1] if language else ""

    def _said(self, line: int, text: str) -> str:
        self._line = line
        return self._inline.say(text)

    def _levelled(self, found: list[Part]) -> Iterator[Slide]:
        """In Pandoc's decks headings of one level begin slides, those above it sections. A section whose words stand
        right below its heading gets a slide for them, and one without slides is a slide itself."""
        level = self._slide_level(found)
        slide = Slide(0, "", self.lose)
        depth = 0
        for at, part in enumerate(found):
            depth = max(0, depth + {"open": 1, "close": -1}.get(part.kind, 0))
            if part.kind == "head" and part.level <= level and not depth:
                yield slide
                following = next_part(found, at)
                section = part.level < level and part.text.strip()
                empty = bare(found, at, level)
                if section and not empty:
                    heading = self._heading(part, 1)
                    if following is not None and following.kind not in ("head", "break"):
                        heading += f"\n\n## {self._heading(part._replace(said=''), 1).lstrip('# ')}"
                else:
                    heading = self._heading(part, 2)
                slide = Slide(part.line, heading, self.lose)
            elif part.kind == "break" and not depth:
                following = next_part(found, at)
                if following is not None and not (following.kind == "head" and following.level <= level):
                    yield slide
                    slide = Slide(part.line, "---", self.lose)
            elif part.kind == "head":
                slide.add(part._replace(text=self._heading(part, max(3, min(6, part.level - level + 2)))))
            else:
                slide.add(part)
        yield slide

    def _slide_level(self, found: list[Part]) -> int:
        said = deep(self._head.keys, "slide-level") or deep(self._head.keys, "slide_level")
        if said.isdigit() and 0 < int(said) < 7:
            return int(said)
        if self._habits.slide_level:
            return self._habits.slide_level
        full = [part for part in found if part.kind != "text" or part.text.strip()]
        levels = [a.level for a, b in pairwise(full) if a.kind == "head" and b.kind not in ("head", "break")]
        heads = Counter(part.level for part in full if part.kind == "head")
        level = min(levels, default=2)
        return (
            2 if level == 1 and heads[2] >= heads[1] else level
        )  # as most say on the command line, which we cannot see

    def _heading(self, part: Part, level: int) -> str:
        self._line = part.line
        said = self._inline.attributes(part.said) if part.said else ""
        words = re.sub(r"\s+", " ", self._inline.say(part.text.replace(BREAK, " ").replace(STEP, ""))).strip()
        if not words:
            return "---" if level < 3 else ""
        anchor = slugged(self._shelter.plain(part.text))
        if not re.match(r"\{#", said) and anchor in self._inline.targets and level < 3:
            said = f"{{#{anchor}{' ' + said.strip('{}') if said else ''}}}"
        return f"{'#' * level} {words}{' ' + said if said else ''}"

    def _chunked(self, found: list[Part]) -> Iterator[Slide]:
        """Elsewhere breaks begin slides. The first heading of each is its title, the others stand below it."""
        divided = divider(self._head.keys.get("headingDivider")) if self._habits.noted else frozenset[int]()
        chunk: list[Part] = []
        for part in found:
            if part.kind == "break" or (part.kind == "head" and part.level in divided):
                yield self._chunk(chunk)
                chunk = [] if part.kind == "break" else [part]
            else:
                chunk.append(part)
        yield self._chunk(chunk)

    def _chunk(self, chunk: list[Part]) -> Slide:
        at = next((n for n, part in enumerate(chunk) if part.kind == "head" and part.text.strip()), None)
        leading = [part for part in chunk[:at] if part.text.strip() or part.kind != "text"] if at is not None else []
        above = [part for part in leading if not re.match(r"\s*(?:!\[|\ue200\d+\ue201\s*$)", part.text)]
        if at is not None and (any(part.kind != "text" for part in above) or len(above) > (chunk[at].level < 3)):
            at = None
        line = chunk[0].line if chunk else 0
        title = self._heading(chunk[at], 2) if at is not None else "---"
        slide = Slide(line, title, self.lose)
        top = chunk[at].level if at is not None else 2
        for number, part in enumerate(chunk):
            if number == at:
                continue
            if part.kind == "head":
                part = part._replace(text=self._heading(part, max(3, min(6, part.level - top + 2))))
            slide.add(part)
        return slide
