"""HTML among Markdown, said in Markdown: known elements become marks, looks are left out, what runs is taken out."""

import re
from collections.abc import Callable
from functools import cache
from html import unescape

from builder.imports.htmltext import markdown_of
from builder.imports.imported import one_line
from builder.imports.slides.elements import INLINE, MARKS, ROOM, TAKEN_OUT, VOID, WHOLE
from builder.imports.slides.shelter import BREAK, GONE, SOFT, STEP, Shelter

TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)((?:\s(?:[^<>\"']|\"[^\"\n]*\"|'[^'\n]*')*|\s[^<>]*)?)/?>")
ATTRIBUTE = re.compile(r"([\w:-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
AUTOLINK = re.compile(r"<(?:https?://|mailto:)[^<>\s]*>|<[\w.+-]+@[\w-]+(?:\.[\w-]+)+>")
HEADINGS = re.compile(r"h[1-6]")
SIDE_BY_SIDE = re.compile(r"col|grid|flex|row|split|side|two|half|left|container|multi", re.IGNORECASE)
ADDRESSED = re.compile(r"<[a-zA-Z]+\b[^<>]*?\b(?:data-)?(?:src|href|data)\s*=\s*[\"']?([^\s\"'<>]+)", re.IGNORECASE)

NEAR, DEEPEST = 2_000, 30

Lose = Callable[[str, str, int], None]


class Tags:
    """Goes through the tags of a text once."""

    def __init__(self, shelter: Shelter, lose: Lose) -> None:
        self._shelter = shelter
        self._lose = lose
        self._text = ""
        self._depth = 0

    def markdown(self, text: str) -> str:
        """The text without HTML; what looked like a tag and is none is escaped."""
        text = re.sub(r"(\]\(\s*)<([^<>\n]*)>", lambda found: found[1] + encoded(found[2]), text)
        self._text = text
        made = self._between(text, 0)
        parts = re.split(f"({AUTOLINK.pattern})", made)
        return "".join(
            self._shelter.hold(part) if at % 2 else re.sub(r"<(?=[a-zA-Z/!?])", "&lt;", part)
            for at, part in enumerate(parts)
        )

    def _between(self, text: str, began: int) -> str:
        """A stretch that begins `began` characters into the whole."""
        if "<" not in text:
            return text
        if self._depth == DEEPEST:
            return TAG.sub("", text)
        self._depth += 1
        made: list[str] = []
        end = 0
        while found := TAG.search(text, end):
            made.append(text[end : found.start()])
            line = self._text.count("\n", 0, began + found.start()) + 1
            said, end = self._tag(text, found, began, line)
            made.append(said)
        self._depth -= 1
        return "".join(made) + text[end:]

    def _tag(self, text: str, found: re.Match[str], began: int, line: int) -> tuple[str, int]:
        """What one tag becomes, and where to go on."""
        name, closing, here = found[2].lower(), found[1], found.end()
        attributes = {key.lower(): a or b or c for key, a, b, c in ATTRIBUTE.findall(found[3])}
        if name in TAKEN_OUT:
            return ("", here) if closing else self._taken_out(text, found, name, line)
        if name == "img":
            return self._picture(attributes), here
        if name == "br":
            return BREAK, here
        if name == "hr":
            return f"{SOFT}{SOFT}", here
        if name in WHOLE or name in MARKS or name in ("a", "aside") or HEADINGS.fullmatch(name):
            stop = None if closing else closing_tag(text, here, name)
            if stop is None:
                return (f"&lt;{found[2]}>" if not closing and found[2].isupper() and not found[3] else ""), here
            inside = text[here : stop.start()]
            return self._element(name, attributes, inside, text[found.start() : stop.end()], began + here, line), (
                stop.end()
            )
        if name == "div" and not closing and (made := self._columns(text, found, attributes, began)):
            return made
        if name in INLINE and not closing and "fragment" in attributes.get("class", "").split():
            stop = closing_tag(text, here, name)
            bare = self._between(text[here : stop.start()], began + here).strip() if stop else ""
            if stop and bare and not re.search(r"[\[\]\n]", bare) and SOFT not in bare:
                return f"[{bare}]{{.fragment}}", stop.end()
        if name in ROOM or name in INLINE:
            return self._look(name, attributes, closing, line), here
        return ("&lt;" + found[0][1:], here)

    def _look(self, name: str, attributes: dict[str, str], closing: str, line: int) -> str:
        """An element that holds words: they stay, its look does not."""
        if not closing and attributes:
            looks = {
                key for key in attributes if key in ("class", "style", "align", "color", "width", "height", "size")
            }
            if "fragment" in attributes.get("class", "").split():
                return STEP if name in INLINE or name == "p" else f"{SOFT}{SOFT}{STEP}"
            if looks:
                self._lose(f"the look of <{name}> elements", "Their words stand where they stood.", line)
        return f"{SOFT}{SOFT}" if name in ROOM else ""

    def _taken_out(self, text: str, found: re.Match[str], name: str, line: int) -> tuple[str, int]:
        stop = None if name in VOID else closing_tag(text, found.end(), name)
        end = stop.end() if stop else found.end()
        whole = self._shelter.back(text[found.start() : end])
        where = ", ".join(dict.fromkeys(ADDRESSED.findall(whole)))
        instead = {
            "video": "Put the film beside the lesson, with captions: {{< video img/film.mp4 captions=img/film.vtt >}}",
            "audio": "Say what is heard, or link to it.",
            "style": "Looks come from the theme.",
            "link": "Looks come from the theme.",
            "script": "Nothing of others runs in a lesson.",
            "svg": "Save it as img/….svg and show it with ![words](img/….svg).",
        }.get(name, "Link to it, or show a picture of it.")
        self._lose(f"a <{name}> element{f' ({where[:100]})' if where else ''}", instead, line)
        words = one_line(re.sub(r"<[^<>]*>", " ", whole)) if name in ("select", "noscript", "title") else ""
        room = "" if "\n" not in whole else SOFT
        return words + room + "".join(f"\n{room}" for _ in range(text.count("\n", found.start(), end))), end

    def _picture(self, attributes: dict[str, str]) -> str:
        address = attributes.get("data-src") or attributes.get("src", "")
        alt = re.sub(r"[\[\]\n]+", " ", unescape(attributes.get("alt", ""))).strip()
        width = attributes.get("width", "")
        sized = f'{{width="{width}"}}' if width.endswith("%") else ""
        step = STEP if "fragment" in attributes.get("class", "").split() else ""
        return f"![{alt}]({encoded(address)}){sized}{step}" if address else ""

    def _element(self, name: str, attributes: dict[str, str], inside: str, whole: str, began: int, line: int) -> str:
        pad = "\n" * whole.count("\n")
        if name in WHOLE:
            return self._whole(name, whole, began, line) + pad
        if name == "aside":
            return f"{SOFT}{SOFT}::: notes{SOFT}{self._between(inside, began)}{SOFT}:::{SOFT}{SOFT}"
        said = self._between(inside, began)
        if HEADINGS.fullmatch(name):
            words = one_line(re.sub(f"[{SOFT}{BREAK}]", " ", said))
            return (f"{SOFT}{SOFT}{'#' * int(name[1])} {words}{SOFT}{SOFT}" if words else "") + pad
        bare = said.strip()
        if name == "a":
            address = encoded(attributes.get("href", ""))
            return f"[{one_line(bare)}]({address})" + pad if address and bare else said
        if not bare or "\n\n" in bare or SOFT in bare or bare[0] in "`*~^=":
            return said
        if MARKS[name] == "`":
            bare = unescape(self._shelter.back(bare)).replace("\\", "").replace("`", "'")
            return self._shelter.hold(f"`{one_line(bare)}`") + pad
        if name in ("sub", "sup") and re.search(r"\s", bare):
            self._lose(
                f"that words stand {'lower' if name == 'sub' else 'higher'} (<{name}>)", "They are set as usual.", line
            )
            return said
        return said.replace(bare, f"{MARKS[name]}{bare}{MARKS[name]}", 1)

    def _whole(self, name: str, whole: str, began: int, line: int) -> str:
        """A table, list, quotation or piece of code, which is converted as one."""
        steps = re.search(r"class\s*=\s*[\"']?[^\"'>]*\bfragment\b", whole)
        if name == "blockquote":
            body = self._between(re.sub(r"^<[^>]*>|</[^>]*>$", "", whole), began).replace(SOFT, "\n")
            made = "\n".join(f"> {part}".rstrip() for part in body.strip().split("\n"))
        else:
            made = markdown_of(whole, lambda what: self._lose(what, "", line), inline=False)
            made = self._shelter.hold(made, block=True) if name == "pre" else re.sub(r"\\([*_`~^${}\[\]])", r"\1", made)
        if steps:
            made = f"::: incremental\n{made}\n:::"
        return f"{SOFT}{SOFT}" + made.replace("\n", SOFT) + f"{SOFT}{SOFT}"

    def _columns(
        self, text: str, found: re.Match[str], attributes: dict[str, str], began: int
    ) -> tuple[str, int] | None:
        """An element whose only children are two or more others, set side by side."""
        if not SIDE_BY_SIDE.search(attributes.get("class", "") + attributes.get("style", "")):
            return None
        stop = closing_tag(text, found.end(), "div")
        if stop is None:
            return None
        children: list[tuple[int, int]] = []
        at, breaks = found.end(), 0
        while True:
            child = TAG.search(text, at, stop.start())
            between = text[at : child.start() if child else stop.start()]
            if between.strip(f" \t\n{SOFT}{BREAK}{GONE}"):
                return None
            breaks += between.count("\n")
            if child is None:
                break
            end = None if child[1] or child[2].lower() != "div" else closing_tag(text, child.end(), "div")
            if end is None or end.end() > stop.start():
                return None
            children.append((child.end(), end.start()))
            at = end.end()
        if len(children) < 2:
            return None
        made = [
            f"{SOFT}::: {{.column}}{SOFT}{self._between(text[start:end], began + start)}{SOFT}:::{SOFT}"
            for start, end in children
        ]
        return f"{SOFT}{SOFT}:::: columns{''.join(made)}{SOFT}::::{SOFT}{SOFT}" + "\n" * breaks, stop.end()


def encoded(address: str) -> str:
    """An address as it may stand between round brackets."""
    signs = {" ": "%20", "(": "%28", ")": "%29", "<": "%3C", ">": "%3E", '"': "%22"}
    return "".join(signs.get(sign, sign) for sign in re.sub(r"\s+", " ", unescape(address)).strip(" <>"))


def closing_tag(text: str, start: int, name: str) -> re.Match[str] | None:
    """The tag that closes an element which began before `start`, others of its name inside it counted. Marks within
    a line are not looked for any further than a paragraph may be long."""
    depth = 1
    end = start + NEAR if name in MARKS or name == "a" else len(text)
    for found in tags_named(name).finditer(text, start, end):
        if not found[0].endswith("/>"):
            depth += -1 if found[1] else 1
        if depth == 0:
            return found
    return None


@cache
def tags_named(name: str) -> re.Pattern[str]:
    """All tags of one name."""
    return re.compile(rf"<(/?){name}(?=[\s/>])(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>", re.IGNORECASE)
