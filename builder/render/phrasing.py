"""Running text where HTML allows no blocks: the legend of a question, the label of a choice."""

import re
from typing import NamedTuple

from markupsafe import Markup

BLOCK = re.compile(r"<(/?)(p|ul|ol|li|blockquote|pre|div|dl|dt|dd|h[1-6])\b([^>]*)>")
FIRST = re.compile(r"\s*<p>((?:(?!</?p\b).)*)</p>\s*", re.DOTALL)


class Stem(NamedTuple):
    """What a question asks. `lead` is for its legend, which holds words alone (HTML, 4.10.16); `more` are the
    paragraphs, lists and pictures that come below it, empty for most questions."""

    lead: Markup
    more: Markup = Markup("")


def stem(html: str) -> Stem:
    """A stem cut after its first paragraph."""
    first = FIRST.match(html)
    if first and first.end() < len(html):
        return Stem(Markup(first[1]), Markup(html[first.end() :]))
    return Stem(phrasing(html))


def phrasing(html: str) -> Markup:
    """The text with every block made a `span` that is styled like it, so that it may stand in a label."""
    if not BLOCK.search(html):
        return Markup(html)
    return Markup(BLOCK.sub(lambda m: "</span>" if m[1] else f'<span class="as-{m[2]}">', html))
