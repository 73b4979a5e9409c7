"""HTML of others as Markdown of ours: first made safe, then said in Markdown."""

import re
from collections.abc import Callable
from html import unescape

ALLOWED = {
    "a", "b", "blockquote", "br", "code", "dd", "del", "div", "dl", "dt", "em", "h1", "h2", "h3", "h4", "h5", "h6",
    "hr", "i", "img", "li", "mark", "ol", "p", "pre", "q", "s", "span", "strong", "sub", "sup", "table", "tbody", "td",
    "tfoot", "th", "thead", "tr", "u", "ul",
}  # fmt: skip
ATTRIBUTES = {"a": {"href"}, "img": {"src", "alt"}}
GONE = re.compile(r"<\s*(script|style|iframe|object|embed|form|input|video|audio|math|svg)\b", re.IGNORECASE)
BLOCKS = re.compile(r"\n\s*\n|^\s*(?:[-*+] |\d+\. |[|>#]|```)", re.MULTILINE)
CITING = re.compile(r"(?<![\w.])@(?=\w)")
LEADING = re.compile(r"^(\s*|\s*\d+)(#{1,6}(?=\s)|[-+](?=\s)|>|(?<=\d)[.)](?=\s))")
ENTITY = re.compile(r"&(?=#?\w+;)")
LITERAL = re.compile(r"<(?=[a-zA-Z/!?])")
TAGS = re.compile(r"<[^<>]*>")
MATHS = re.compile(r"\\\((.+?)\\\)|\\\[(.+?)\\\]|(?<!\\)\$\$([^$]+?)\$\$", re.DOTALL)
SIGNS = re.compile(r"([{$^~\[\]`]|==)")


def markdown_of(html: str, lost: Callable[[str], None], *, inline: bool = True) -> str:
    """Markdown for a piece of HTML. What HTML can do and ours cannot is told to `lost`."""
    import nh3
    from markdownify import MarkdownConverter

    class Ours(MarkdownConverter):
        """Markdown as our lessons have it."""

        def convert_sub(self, el: object, text: str, parent_tags: object) -> str:
            return f"~{text}~" if text else ""

        def convert_sup(self, el: object, text: str, parent_tags: object) -> str:
            return f"^{text}^" if text else ""

        def escape(self, text: str, parent_tags: object) -> str:
            escaped = SIGNS.sub(r"\\\1", str(super().escape(text, parent_tags)))  # type: ignore[misc]
            escaped = ENTITY.sub("&amp;", escaped).replace("\\{\\{", "&#123;&#123;")
            return CITING.sub("&#64;", LITERAL.sub("&lt;", escaped))

        def convert_p(self, el: object, text: str, parent_tags: object) -> str:
            led = LEADING.sub(r"\1\\\2", text, count=1)
            return str(super().convert_p(el, led, parent_tags))  # type: ignore[misc]

        def convert_caption(self, el: object, text: str, parent_tags: object) -> str:
            return f"{text.strip()}\n\n" if text.strip() else ""

    held: list[str] = []

    def hold(found: re.Match[str]) -> str:
        said = re.sub(r"\s+", " ", unescape(TAGS.sub("", found[1] or found[2] or found[3]))).strip()
        mark = "$" if inline or found[1] else "$$"
        held.append(f"{mark}{said}{mark}")
        return f"\ue2a0{len(held) - 1}\ue2a1"

    html = MATHS.sub(hold, html)
    for name in sorted({found.lower() for found in GONE.findall(html)}):
        lost(f"a <{name}> element")
    if "<" not in html and "&" not in html:
        html = html.replace("\n", " ") if inline else html
    clean = nh3.clean(html, tags=ALLOWED, attributes=ATTRIBUTES, link_rel=None, url_schemes={"http", "https", "mailto"})
    made = Ours(heading_style="ATX", bullets="-", escape_misc=False, strong_em_symbol="*").convert(clean)
    made = squared(re.sub(r"^([ \t]*):::", r"\1\\:::", made, flags=re.MULTILINE))
    made = re.sub("\ue2a0(\\d+)\ue2a1", lambda found: held[int(found[1])], made)
    if inline:
        made = re.sub(r"```\w*\n(.*?)\n```", lambda found: f"`{found[1].replace(chr(10), ' ')}`", made, flags=re.DOTALL)
        return re.sub(r"\s*\n\s*", " ", made.strip()).strip()
    made = re.sub(r"\n{3,}", "\n\n", made).strip()
    return made if BLOCKS.search(made) else re.sub(r"\s*\n\s*", " ", made)


def squared(text: str) -> str:
    """Tables with as many cells in each row as the widest has: a head over two columns would cut the second off."""

    def even(found: re.Match[str]) -> str:
        rows = [re.split(r"(?<!\\)\|", line.strip().strip("|")) for line in found[0].strip("\n").split("\n")]
        most = max(len(row) for row in rows)
        filled = [[*row, *([" --- " if set("".join(row)) <= set(" -:") and at == 1 else " "] * (most - len(row)))]
                  for at, row in enumerate(rows)]  # fmt: skip
        return "\n".join(f"|{'|'.join(row)}|" for row in filled) + "\n" * found[0].endswith("\n")

    return re.sub(r"(?:^\|.*\|[ \t]*(?:\n|\Z)){2,}", even, text, flags=re.MULTILINE)
