"""A whole module in one file, for a learner who is sent it by mail: its pages inside, and links that turn them.

Without scripts the pages stand one below the other and links jump; with them `onefile.js` shows one page at a time,
which then is the very page that a module in many files has. Addresses become `#/page` and `#/page/anchor`.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from markupsafe import Markup

SELF = re.compile(r'(<a\b[^>]*?\shref=")#([^"/][^"]*)"')
IDS = re.compile(r'\sid="([^"]+)"')
NAMED = re.compile(r'(?<=\s)(id|for|form|list|headers|aria-(?:labelledby|describedby|controls|details|owns))="([^"]*)"')
POINTED = re.compile(r'((?:\bhref="|url\()#)([^")]+)(?=["\)])')


CODE = "<(?:script|style)>.*?</(?:script|style)>"


class Piece(NamedTuple):
    """One page of the module, drawn without what all pages share."""

    name: str
    html: str


def gathered(pieces: Iterable[Piece]) -> Markup:
    """All pages in their order, no id twice: what an earlier page or the frame around them has taken gets the page's
    name behind it, which the script takes away again from the page that it shows."""
    taken: set[str] = set()
    said = []
    for piece in pieces:
        own = set(IDS.findall(piece.html))
        html = apart(turning(piece, own), own & taken, piece.name)
        taken |= own
        said.append(html)
    return Markup("\n".join(said))


def turning(piece: Piece, own: set[str]) -> str:
    """The page with links to places on it that say which page they are on."""
    return SELF.sub(
        lambda m: f'{m[1]}#/{piece.name}/{m[2]}"' if m[2] in own else m[0],
        piece.html,
    )


def apart(html: str, doubled: set[str], name: str) -> str:
    """The page with some of its ids, and what points at them, told apart from those of other pages."""
    if not doubled:
        return html

    def marked(id_: str) -> str:
        return f"{id_}~{name}" if id_ in doubled else id_

    html = NAMED.sub(lambda m: f'{m[1]}="{" ".join(map(marked, m[2].split()))}"', html)
    return POINTED.sub(lambda m: m[1] + marked(m[2]), html)


def turned(html: str, names: Sequence[str]) -> str:
    """The file with every address of one of its pages, in links and in the data of its scripts, leading inside. Scripts
    and sheets themselves stay as they are: the page's policy knows them by their hash."""
    known = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    address = re.compile(rf'{CODE}|(?<=")({known})\.html(?:#([^"\\]*))?(?=\\?")', re.DOTALL)
    return address.sub(lambda m: (f"#/{m[1]}" + (f"/{m[2]}" if m[2] else "")) if m[1] else m[0], html)
