"""Keeps code, maths and what stands after a backslash out of the way, so that no later step mistakes it for a mark."""

import re
from collections.abc import Callable

from builder.imports.imported import one_line

OPEN, CLOSE = "\ue200", "\ue201"
SOFT = "\ue202"
"""A line break of ours: it counts for no line of the file."""
GONE = "\ue203"
"""Stands for a line that is taken out, so that the lines below keep their numbers."""
STEP = "\ue204"
"""What stands in this line comes as a step."""
BREAK = "\ue205"
"""A line break inside a paragraph."""
OURS = re.compile("[\ue000-\ue2ff]")
HELD = re.compile(f"{OPEN}(\\d+){CLOSE}")
PIECES = re.compile(
    r"^(?P<pre>[ \t>]*(?:(?:[-*+]|\d{1,3}[.)])[ \t]+)?)(?P<fence>`{3,}|~{3,})(?P<said>[^`\n]*)\n"
    r"(?P<code>.*?)(?:^[ \t>]*(?P=fence)[`~]*[ \t]*$|\Z)"
    r"|(?:(?<=\n\n)|\A)(?P<indented>(?:(?: {4}|\t)[^\n]*(?:\n|\Z)(?:[ \t]*\n(?=(?: {4}|\t)))*)+)"
    r"|<!--(?P<comment>.*?)-->"
    r"|(?P<ticks>(?<!`)`+(?!`))(?P<span>(?:(?!\n[ \t]*\n).)+?)(?<!`)(?P=ticks)(?!`)"
    r"|\\\[(?P<shown>.+?)\\\]|\\\((?P<inner>[^\n]+?)\\\)"
    r"|(?<!\\)\$\$(?P<display>[^$]+?)\$\$(?!\$)"
    r"|(?<![\\$\w])(?P<maths>\$(?=[^\s$])(?:[^$\\\n]|\\.)*?(?:[^\s$\\]|\\[^\s$])\$)(?![\d$])"
    r"|(?P<tex>\\begin\{(?P<kind>equation|align|gather|multline|eqnarray|math|displaymath)\*?\}.*?\\end\{(?P=kind)\*?\})"
    r"|(?P<escaped>\\[!-/:-@\[-`{-~])",
    re.DOTALL | re.MULTILINE,
)

Code = Callable[[str, str, int], str | None]
Comment = Callable[[str, int], str]


class Shelter:
    """Holds pieces of a text, and puts them back."""

    def __init__(self) -> None:
        self._held: list[str] = []
        self._blocks: set[str] = set()

    def hold(self, text: str, lines: int = 0, *, block: bool = False) -> str:
        """A sign that stands for some text, and for so many lines that it took; a `block` is one of code."""
        self._held.append(text)
        if block:
            self._blocks.add(f"{OPEN}{len(self._held) - 1}{CLOSE}")
        return f"{OPEN}{len(self._held) - 1}{CLOSE}" + f"\n{GONE}" * lines

    def is_block(self, line: str) -> bool:
        """Whether a line is nothing but a block of code."""
        return line.strip() in self._blocks

    def back(self, text: str) -> str:
        """The text with everything in its place again."""
        while HELD.search(text):
            text = HELD.sub(lambda found: self._held[int(found[1])], text)
        return text

    def plain(self, text: str) -> str:
        """The text without signs: for titles and reports."""
        return OURS.sub("", re.sub(r"\\(\W)", r"\1", self.back(text)))

    def take(self, text: str, code: Code, comment: Comment) -> str:
        """The text with its code, comments, maths and escaped signs held. `code` gives a block of code as it is to
        stand (or nothing), `comment` what a comment becomes."""
        clean = OURS.sub("", text)

        began = 0

        def put(found: re.Match[str]) -> str:
            nonlocal began
            whole, lines = found[0], found[0].count("\n")
            line = 0
            if found["fence"] or found["comment"] is not None:
                line = clean.count("\n", 0, began + found.start()) + 1
            if found["indented"]:
                if of_a_list(clean, found.start()):
                    outer, began = began, began + found.start()
                    inside = PIECES.sub(put, GONE + whole)[1:]  # not at the beginning of a text: it is no code here
                    began = outer
                    return inside
                body = "\n".join(re.sub(r"^(?: {4}|\t)", "", one) for one in whole.rstrip("\n").split("\n"))
                fence = "`" * max(3, 1 + max((len(one) for one in re.findall(r"`+", body)), default=0))
                return self.hold(f"{fence}\n{body}\n{fence}", lines - 1, block=True) + "\n"
            if found["fence"]:
                made = code(found["said"].strip(), found["code"], line)
                if made is None:
                    return GONE + f"\n{GONE}" * lines
                return found["pre"] * bool(found["pre"].strip(" \t>")) + self.hold(
                    fenced(found, made), lines, block=True
                )
            if found["comment"] is not None:
                return comment(found["comment"], line) + f"\n{GONE}" * lines
            if found["span"] is not None:
                inner = re.fullmatch(r"\s*(\$\$?)\s*(.+?)\s*\1\s*", found["span"], re.DOTALL)
                held = f"{inner[1]}{inner[2].strip()}{inner[1]}" if inner else whole
                return self.hold(one_line(held), lines)
            if found["inner"] or found["maths"]:
                return self.hold(f"${found['inner'].strip()}$" if found["inner"] else whole)
            if found["shown"] or found["display"]:
                return self.hold(f"$${(found['shown'] or found['display']).strip()}$$", lines)
            return self.hold(f"$${whole}$$", lines) if found["tex"] else self.hold(whole)

        return PIECES.sub(put, clean)


def fenced(found: re.Match[str], first: str) -> str:
    """A block of code with the language that is left of its first line, closed, as deep as it was."""
    indent = re.sub(r"[^ \t>]", " ", found["pre"]).replace("\t", "    ")
    body = found["code"].removesuffix("\n")
    fence = found["fence"]
    if found["pre"].strip():  # it begins beside a bullet or in a quotation: its lines already say how deep they are
        return f"{fence}{first}\n{body}\n{indent}{fence}"
    return f"{indent}{fence}{first}\n{body}\n{indent}{fence}"


def of_a_list(text: str, at: int) -> bool:
    """Whether what is indented here belongs to an item above it, and is no code."""
    above = text[max(0, at - 2_000) : at].rstrip().rpartition("\n")[2]
    return bool(re.match(r"[ \t]|[-*+~:][ \t]|\(?\w{1,3}[.)][ \t]|#\.|\[\^", above))
