"""Words of the glossary, marked in the text where a page first uses them: a link to the glossary, which a script may
turn into a definition on the spot."""

import re
from collections.abc import Sequence

from markupsafe import Markup, escape

from builder.model.course import Term

PIECE = re.compile(r"<!--.*?-->|<(/?)([a-zA-Z][\w-]*)(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>|[^<]+|<", re.DOTALL)
CLOSED_TO_LINKS = frozenset((
    "a", "abbr", "audio", "button", "cite", "code", "dfn", "fieldset", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "kbd", "label", "legend", "math", "nav", "pre", "samp", "script", "select", "style", "sub", "summary", "sup", "svg",
    "template", "textarea", "title", "video",
))  # fmt: skip
"""Elements whose words are left alone: headings and links have an end of their own, code and pictures are quoted, and a
question must not give its answer away."""
GAP = r"(?:\s|&nbsp;|\u00a0)+"


class Terms:
    """The terms of one course, ready to be found in the text of one page after another."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self.terms = {term.id: term for term in terms}
        self._named = {_folded(name): term.id for term in terms for name in term.names}
        names = sorted(self._named, key=lambda name: (-len(name), name))
        either = "|".join(GAP.join(_letters(word) for word in name.split()) for name in names)
        self._pattern = re.compile(rf"(?<![\w-])(?:{either})(?![\w-])", re.IGNORECASE) if names else None

    def mark(self, html: str, used: dict[str, Term], page: str) -> Markup:
        """The HTML with each term linked to the glossary's `page` where it is first used. `used` gathers them, and
        holds those that the page has already met."""
        pattern = self._pattern
        if pattern is None or not pattern.search(html):
            return Markup(html)

        def link(match: re.Match[str]) -> str:
            id_ = self._named.get(_folded(match[0]), "")
            if not id_ or id_ in used:
                return match[0]
            used[id_] = self.terms[id_]
            return f'<a class="term" href="{escape(page)}#term-{escape(id_)}" data-term="{escape(id_)}">{match[0]}</a>'

        made: list[str] = []
        within: list[str] = []
        for piece in PIECE.finditer(html):
            name = (piece[2] or "").lower()
            if name in CLOSED_TO_LINKS:
                if not piece[1]:
                    within.append(name)
                elif name in within:
                    del within[len(within) - 1 - within[::-1].index(name) :]
            words = not within and not piece[0].startswith("<")
            made.append(pattern.sub(link, piece[0]) if words else piece[0])
        return Markup("".join(made))


def initials(terms: Sequence[Term]) -> tuple[tuple[str, str], ...]:
    """The letters that terms begin with, in the terms' own order, each with the id of the first entry."""
    found: dict[str, str] = {}
    for term in terms:
        first = next((letter for letter in term.term if letter.isalnum()), "")
        found.setdefault(first.upper(), f"term-{term.id}")
    return tuple((letter, id_) for letter, id_ in found.items() if letter)


def _folded(name: str) -> str:
    """A name as it is compared: by its letters, whatever spaces, quotation marks and capitals it is written with."""
    plain = re.sub(GAP, " ", name.replace("’", "'").replace("&amp;", "&"))
    return plain.strip().casefold()


def _letters(word: str) -> str:
    written = re.escape(word.replace("&", "&amp;").replace("<", "&lt;"))
    return re.sub("['’]", "['’]", written)
