"""One Python-Markdown instance, set up for lessons and used again and again."""

import re
from html import unescape

import markdown
from markdown import Extension

from builder.parse.markdown.depth import too_deep
from builder.parse.markdown.inline import Inlines
from builder.parse.markdown.lists import even_out
from builder.parse.markdown.quick import quicken
from builder.parse.markdown.typography import typeset

UNREAD = ("", "", (("unread", "", ""),))
NEEDS_FULL = re.compile(r"[|`~]|\[\^|\*\[|^ {0,3}:\s", re.MULTILINE)
LEFT_TO_RIGHT = re.compile(r'<bdi dir="ltr">(.*?)</bdi>')
TAGS = re.compile(r"<[^>]*>")
BLOCK_ENDS = re.compile(r"</(?:p|li|h\d|td|th|dt|dd|pre|tr)>")
POINTING = re.compile(
    r'<cite data-keys="([^"]*)"|<a\b[^>]*?\shref="([^"]*)"[^>]*>(.*?)</a>'
    r'|<img\b(?=[^>]*?\ssrc="([^"]*)")(?=(?:[^>]*?\salt="([^"]*)")?)[^>]*>'
    r'|\sid="([^"]+)"',
    re.DOTALL,
)
ALIGNED = re.compile(r' style="text-align: (left|right|center);"')
TASK = re.compile(r"<li>(\s*(?:<p>)?)\[([ xX])\] ")
PLAIN_LINE = r"(?:[^\W\d_]|[“‘\"'(])[^\\`*_\[\]<>&!~^$@{}|=\t\n]*"
PLAIN = re.compile(rf"{PLAIN_LINE}(?:\n{PLAIN_LINE})*")
LIST_ITEM = re.compile(r"<li(?: class=\"([^\"]*)\")?>")


CONVERTERS: dict[str, "Converter"] = {}
"""Of the second process, by language."""
Result = tuple[str, str, tuple[tuple[str, str, str], ...]]


class Converter:
    """Converts running Markdown. One instance serves a whole course; no text changes another's result."""

    def __init__(self, language: str = "en") -> None:
        self._language = language
        self._made: dict[tuple[bool, bool], markdown.Markdown] = {}

    def convert(self, text: str, steps: bool = False) -> Result:
        """HTML, plain words and uses (kind, target, detail) of one text; UNREAD where it is nested too deep."""
        if PLAIN.fullmatch(text) and "  \n" not in text:
            html = typeset(f"<p>{text}</p>", self._language)
            return html, plain_words(html), ()
        if too_deep(text):
            return UNREAD
        full = NEEDS_FULL.search(text) is not None
        engine = self._engine(full, "{" not in text and "\\" not in text)
        engine.reset()
        try:
            html = engine.convert(even_out(text))
        except RecursionError:
            self._made.clear()
            return UNREAD
        html = self._finish(html, full, steps)
        return html, plain_words(html), harvest(html)

    def _engine(self, full: bool, lean: bool) -> markdown.Markdown:
        """An instance with what a text needs. A lean one looks for no attributes and no escaped signs: it is for
        texts without a brace or backslash, and makes the same of them."""
        if (full, lean) not in self._made:
            extensions = [*(() if lean else attributes()), *basic(), *(rest() if full else ()), Inlines()]
            engine = markdown.Markdown(extensions=extensions, output_format="html")
            if lean:
                engine.treeprocessors.deregister("unescape")
            quicken(engine)
            self._made[full, lean] = engine
        return self._made[full, lean]

    def _finish(self, html: str, full: bool, steps: bool) -> str:
        if full and "<t" in html:
            html = ALIGNED.sub(r' class="align-\1"', html).replace("<th>", '<th scope="col">')
            html = html.replace("<th class", '<th scope="col" class')
            html = html.replace("<table>", '<div class="table" tabindex="0" role="group"><table>')
            html = html.replace("</table>", "</table></div>")
        if "<li>" in html and ("[ ]" in html or "[x]" in html or "[X]" in html):
            html = TASK.sub(task_item, html)
        if steps:
            html = LIST_ITEM.sub(lambda m: f'<li class="{(m[1] + " ") if m[1] else ""}fragment">', html)
        return typeset(html, self._language)


def attributes() -> list[Extension]:
    """What reads `{#id .class}`."""
    from markdown.extensions.attr_list import AttrListExtension

    return [AttrListExtension()]


def basic() -> list[Extension]:
    """The extension that every text needs. By name, Python-Markdown would first look through all that is installed
    in this environment, which takes longer than a lesson."""
    from markdown.extensions.sane_lists import SaneListExtension

    return [SaneListExtension()]


def rest() -> list[Extension]:
    """The extensions of a text that holds one of their signs."""
    from markdown.extensions.abbr import AbbrExtension
    from markdown.extensions.def_list import DefListExtension
    from markdown.extensions.fenced_code import FencedCodeExtension
    from markdown.extensions.footnotes import FootnoteExtension
    from markdown.extensions.tables import TableExtension

    return [TableExtension(), FootnoteExtension(), DefListExtension(), AbbrExtension(), FencedCodeExtension()]


def task_item(match: re.Match[str]) -> str:
    """A box to tick: a sign, not a control, for nothing would happen on a click."""
    done = match[2] != " "
    return f'<li class="task{" done" if done else ""}">{match[1]}<span class="box" aria-hidden="true"></span>'


def plain_words(html: str) -> str:
    """The words of HTML without its marks. What goes from left to right says so by characters then (UAX 9): titles,
    choices in a menu and search results have no other way."""
    if "<bdi " in html:
        html = LEFT_TO_RIGHT.sub("\u2066\\1\u2069", html)
    return unescape(" ".join(TAGS.sub("", BLOCK_ENDS.sub(" ", html)).split()))


def harvest(html: str) -> tuple[tuple[str, str, str], ...]:
    """What the finished HTML points at, in order: cited keys, links, pictures, and the ids that it has."""
    found: list[tuple[str, str, str]] = []
    for keys, href, inner, src, alt, anchor in POINTING.findall(html):
        if keys:
            found.extend(("cite", key, "") for key in keys.split())
        elif href:
            found.append(("link", unescape(href), plain_words(inner)))
            found.extend(use for use in harvest(inner) if use[0] != "link")
        elif src:
            found.append(("image", unescape(src), unescape(alt)))
        elif anchor:
            found.append(("anchor", unescape(anchor), ""))
    return tuple(found)


def ready() -> None:
    """Make what English texts need, in the second process."""
    CONVERTERS["en"] = Converter("en")
    CONVERTERS["en"].convert("*ready* [^1]")


def asked(said: tuple[str, list[tuple[str, bool]]]) -> list[Result]:
    """The second process converts texts of one language, in their order."""
    language, texts = said
    converter = CONVERTERS.setdefault(language, Converter(language))
    return [converter.convert(text, steps) for text, steps in texts]
