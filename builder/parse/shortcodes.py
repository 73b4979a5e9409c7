"""The `{{< name words key="value" >}}` lines: which there are, and what stands in one."""

import re

from builder.model.attributes import Attributes
from builder.model.place import Place
from builder.parse.outline import Shortcode

SHORTCODE = re.compile(r" {0,3}\{\{<\s*([\w-]+)\s*((?:(?!>\}\}).)*?)\s*>\}\}\s*$")
WORD = re.compile(r'([\w-]+)="([^"]*)"|([\w-]+)=(\S+)|"([^"]*)"|(\S+)')
SHORTCODES = frozenset(
    ("include", "source", "quiz", "poll", "video", "disclosures", "completion", "objectives", "agenda", "help",
     "references", "evidence-legend", "local-help")
)  # fmt: skip


def shortcode(line: str, at: Place) -> Shortcode | None:
    """The shortcode that a line is; None where it is ordinary text."""
    match = SHORTCODE.match(line)
    if match is None:
        return None
    words, values = [], []
    for key, quoted, key2, bare, text, word in WORD.findall(match[2]):
        if key or key2:
            values.append((key or key2, quoted or bare))
        else:
            words.append(text or word)
    return Shortcode(match[1], tuple(words), Attributes(values=tuple(values)), at)
