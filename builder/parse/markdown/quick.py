"""Half of Python-Markdown's time goes into trying every inline pattern on every piece of text. A pattern that needs a
certain character need not be tried where that character is not: the same bytes come out, sooner."""

from typing import Any

from markdown import Markdown
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString

NEEDED = {
    "backtick": "`", "escape": "\\", "reference": "[", "link": "[", "image_link": "!", "image_reference": "!",
    "short_reference": "[", "short_image_ref": "!", "autolink": "<", "automail": "<", "linebreak": "  \n",
    "html": "<", "entity": "&", "not_strong": "*_", "em_strong": "*_", "em_strong2": "_", "footnote": "[^",
    "display": "$$", "maths": "$", "cite": "[@", "span": "]{", "strike": "~~", "mark": "==", "subscript": "~",
    "superscript": "^",
}  # fmt: skip


class QuickInline(InlineProcessor):
    """Tries only the patterns whose character stands in the text."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self._needed: list[str] = []

    def _InlineProcessor__handleInline(self, data: Any, patternIndex: int = 0) -> Any:
        """Same as the base class's private method of this name, with patterns skipped that cannot match."""
        if isinstance(data, AtomicString):
            return data
        patterns = self.inlinePatterns
        if not self._needed:
            self._needed = needs(patterns)
        for index in range(patternIndex, len(patterns)):
            needed = self._needed[index]
            if needed and needed not in data and not (needed == "*_" and ("*" in data or "_" in data)):
                continue
            start, matched = 0, True
            while matched:
                data, matched, start = self._InlineProcessor__applyPattern(  # type: ignore[attr-defined]
                    patterns[index], data, index, start
                )
        return data


def needs(patterns: Any) -> list[str]:
    """What each pattern cannot do without, in the patterns' order; empty where that is not known."""
    needed = [""] * len(patterns)
    for name, sign in NEEDED.items():
        if name in patterns:
            needed[patterns.get_index_for_name(name)] = sign
    return needed


def quicken(md: Markdown) -> None:
    """Put the quick inline processor in the place of the usual one, and a set in the place of the list of sixty block
    elements that is gone through for every element."""
    processor = QuickInline(md)
    md.treeprocessors.register(processor, "inline", 20)
    md.block_level_elements = frozenset(md.block_level_elements)  # type: ignore[assignment]
