"""HTML of others as Markdown of ours: first made safe, then said in Markdown."""

import re
from collections.abc import Callable

ALLOWED = {
    "a", "b", "blockquote", "br", "code", "dd", "del", "div", "dl", "dt", "em", "h1", "h2", "h3", "h4", "h5", "h6",
    "hr", "i", "img", "li", "mark", "ol", "p", "pre", "q", "s", "span", "strong", "sub", "sup", "table", "tbody", "td",
    "tfoot", "th", "thead", "tr", "u", "ul",
}  # fmt: skip
ATTRIBUTES = {"a": {"href"}, "img": {"src", "alt"}}
GONE = re.compile(r"<\s*(script|style|iframe|object|embed|form|input|video|audio|math|svg)\b", re.IGNORECASE)
SIGNS = re.compile(r"([{}$^~])")


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
            return SIGNS.sub(r"\\\1", str(super().escape(text, parent_tags)))  # type: ignore[misc]

    for name in sorted({found.lower() for found in GONE.findall(html)}):
        lost(f"a <{name}> element")
    if "<" not in html and "&" not in html:
        html = html.replace("\n", " ") if inline else html
    clean = nh3.clean(html, tags=ALLOWED, attributes=ATTRIBUTES, link_rel=None, url_schemes={"http", "https", "mailto"})
    made = Ours(heading_style="ATX", bullets="-", escape_misc=False, strong_em_symbol="*").convert(clean)
    if inline:
        return re.sub(r"\s*\n\s*", " ", made.strip()).strip()
    return re.sub(r"\n{3,}", "\n\n", made).strip()
