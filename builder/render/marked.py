"""Lines of lessons and YAML files with their signs marked, so that the eye tells the author's words from the builder's
signs. Nothing is changed but for the marks: the lines can be read and copied as they are."""

import re

from markupsafe import Markup, escape

from builder.model.block import Listing

LESSON = re.compile(
    r"(?P<note>&lt;!--.*?(?:--&gt;|\Z))"
    r"|(?P<sign>^ {0,3}:{3,}|^\#{1,6}(?= )|^ {0,3}(?:`{3,}|~{3,})[^\n]*|^---$|^\. \. \.$"
    r"|^ *(?:[-*+]|\d+[.)])(?= )|^ *&gt;(?= )"
    r"|\{\{&lt;|&gt;\}\}|\*\*|==|~~|`|!(?=\[))"
    r"|(?P<name>(?<=\{\{&lt; )[\w-]+|(?<=^::: )[\w-]+|(?<=^:::: )[\w-]+)"
    r"|(?P<about>\{[.#:\w][^{}\n]*\}|\[-?@[^\]\n]*\]|(?<=\])\([^()\n]*\)|\[[xX ]\](?= ))",
    re.MULTILINE | re.DOTALL,
)
YAML = re.compile(
    r"(?P<note>(?:^|(?<=\s))\#\s[^\n]*)"
    r"|(?P<sign>^---$|^ *-(?= ))"
    r"|(?P<name>(?:(?<=^)|(?<=[\s{,]))[\w.-]+(?=:(?:\s|$)))"
    r"|(?P<about>\b(?:true|false|null)\b)",
    re.MULTILINE,
)


def marked(listing: Listing) -> Markup:
    """The lines as HTML: signs, names, attributes and comments each in a span of their own."""
    pattern = YAML if listing.kind == "yaml" else LESSON
    return Markup(pattern.sub(_mark, str(escape(listing.text))))


def _mark(match: re.Match[str]) -> str:
    return f'<span class="code-{match.lastgroup}">{match[0]}</span>'
