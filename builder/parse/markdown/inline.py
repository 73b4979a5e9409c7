"""Inline marks beyond plain Markdown: citations, spans, sub- and superscript, marks, strikes and maths.

The signs are Pandoc's: `[@key]`, `[text]{.class}`, `H~2~O`, `x^2^`, `==marked==`, `~~struck~~`, `$a+b$`.
"""

import re
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Extension, Markdown
from markdown.inlinepatterns import InlineProcessor, SimpleTagInlineProcessor

from builder.parse.attributes import read_attributes

CITE = r"\[(@[\w:.+/-]+(?:\s*;\s*@[\w:.+/-]+)*)\]"
SPAN = r"\[((?:[^\[\]\\]|\\.|\[[^\[\]]*\])*)\]\{([^{}]*)\}"
MATHS = r"(?<![\\$\w])\$(?=[^\s$])((?:[^$\\\n]|\\.)*?(?:[^\s$\\]|\\[^\s$]))\$(?![\d$])"
DISPLAY = r"(?<![\\$])\$\$([^$]+?)\$\$(?!\$)"
KEPT = frozenset(("lang", "dir", "title", "id"))


class CiteInline(InlineProcessor):
    """`[@a; @b]` becomes an empty cite element that names the keys."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]
        mark = Element("cite")
        mark.set("data-keys", " ".join(key.strip().lstrip("@") for key in m[1].split(";")))
        return mark, m.start(0), m.end(0)


class SpanInline(InlineProcessor):
    """`[text]{.class #id key="value"}` becomes a span; `.blank` a gap to fill by hand."""

    def handleMatch(  # type: ignore[override]
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        attributes = read_attributes(m[2])
        if attributes is None:
            return None, None, None
        span = Element("span")
        if attributes.id:
            span.set("id", attributes.id)
        if attributes.classes:
            span.set("class", " ".join(attributes.classes))
        for key, value in attributes.values:
            if key == "evidence":
                span.set("class", " ".join((*attributes.classes, "graded")))
                grade = SubElement(span, "span")
                grade.set("data-evidence", value)
            else:
                span.set(key if key in KEPT or key.startswith(("aria-", "data-")) else f"data-{key}", value)
        if "blank" not in attributes.classes:
            span.text = m[1] + (" " if len(span) else "")
        return span, m.start(0), m.end(0)


class MathsInline(InlineProcessor):
    """`$…$` becomes MathML, made here and now: no script and no network in the reader's browser."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str, int, int]:  # type: ignore[override]
        from builder.parse.markdown.maths import mathml

        return self.md.htmlStash.store(mathml(m[1])), m.start(0), m.end(0)


class DisplayMathsInline(InlineProcessor):
    """`$$…$$` becomes MathML that stands by itself."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str, int, int]:  # type: ignore[override]
        from builder.parse.markdown.maths import mathml

        return self.md.htmlStash.store(mathml(m[1].strip(), "block")), m.start(0), m.end(0)


class Inlines(Extension):
    """Registers the inline marks. Their signs, like `<`, lose their meaning after a backslash, as others' do."""

    def extendMarkdown(self, md: Markdown) -> None:
        md.ESCAPED_CHARS = [*md.ESCAPED_CHARS, *(sign for sign in "<~^$=|@" if sign not in md.ESCAPED_CHARS)]
        patterns: Any = md.inlinePatterns
        patterns.register(DisplayMathsInline(DISPLAY, md), "display", 186)
        patterns.register(MathsInline(MATHS, md), "maths", 185)
        patterns.register(CiteInline(CITE, md), "cite", 176)
        patterns.register(SpanInline(SPAN, md), "span", 174)
        patterns.register(SimpleTagInlineProcessor(r"(~~)(?=\S)(.+?)(?<=\S)~~", "del"), "strike", 62)
        patterns.register(SimpleTagInlineProcessor(r"(==)(?=\S)(.+?)(?<=\S)==", "mark"), "mark", 61)
        patterns.register(SimpleTagInlineProcessor(r"(~)([^\s~]+?)~", "sub"), "subscript", 58)
        patterns.register(SimpleTagInlineProcessor(r"(\^)([^\s^]+?)\^", "sup"), "superscript", 57)
