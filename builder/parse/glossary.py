"""The glossary: terms as written to terms as meant, in the order in which a reader looks them up."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from builder.model.course import Term
from builder.model.diagnostic import Diagnostic
from builder.parse.rules.meaning import DOUBLED_TERM
from builder.parse.slug import slug
from builder.parse.typist import Typist
from builder.read.written import Written

OWN_LETTERS = {
    "cs": "č:c ch:h ř:r š:s ž:z",
    "da": "æ:z ø:z å:z",
    "es": "ñ:n",
    "et": "š:s ž:z õ:w ä:w ö:w ü:w",
    "fi": "å:z ä:z ö:z",
    "hr": "č:c ć:c đ:d š:s ž:z",
    "is": "þ:z æ:z ö:z",
    "nb": "æ:z ø:z å:z",
    "nn": "æ:z ø:z å:z",
    "no": "æ:z ø:z å:z",
    "pl": "ą:a ć:c ę:e ł:l ń:n ó:o ś:s ź:z ż:z",
    "sv": "å:z ä:z ö:z",
    "tr": "ç:c ğ:g ı:h ö:o ş:s ü:u",
}
"""Letters that an alphabet counts as letters of their own, each with the one it follows. Where a language is not
listed, an accent decides only between words that are else alike (as in French or German dictionaries)."""
AFTER_ALL = "\U0010ffff"


def glossary_of(
    said: Sequence[Written], language: str, typist: Typist
) -> tuple[tuple[Term, ...], tuple[Diagnostic, ...]]:
    """The terms in the language's order, and the names that stand there twice."""
    terms = []
    taken: set[str] = set()
    for one in said:
        name = one.text("term").strip()
        wanted = one.text("id") or slug(name) or "term"
        made, number = wanted, 2
        while made in taken:
            made, number = f"{wanted}-{number}", number + 1
        taken.add(made)
        text = typist.inline(one.text("text"), one.place("text"))
        if name:
            terms.append(Term(made, name, text, listed(one, "also"), listed(one, "forms"), one.place("term")))
    order = Order(language)
    return tuple(sorted(terms, key=lambda term: order.key(term.term))), tuple(doubled_names(terms))


def listed(said: Written, key: str) -> tuple[str, ...]:
    """The names that stand under a key."""
    return tuple(name for one in said.get(key) or () if (name := str(one).strip()))


def doubled_names(terms: Iterable[Term]) -> Iterator[Diagnostic]:
    """Names, and other names, that more than one entry lays claim to, or one entry twice."""
    first: dict[str, Term] = {}
    for term in terms:
        for name in term.names:
            known = first.setdefault(unicodedata.normalize("NFKC", name).casefold(), term)
            if known is not term:
                said = f"“{name}” is a name of “{known.term}” too"
                yield Diagnostic(DOUBLED_TERM, term.at, said, DOUBLED_TERM.instead, ((known.at, "first"),))


class Order:
    """How words follow each other in a language: letters first, then accents, then capitals."""

    def __init__(self, language: str) -> None:
        after: dict[str, int] = {}
        self._own: dict[str, str] = {}
        for pair in OWN_LETTERS.get(language.split("-")[0], "").split():
            letter, _, base = pair.partition(":")
            after[base] = after.get(base, 0) + 1
            self._own[letter] = base + AFTER_ALL * after[base]

    def key(self, word: str) -> tuple[str, str, str]:
        """What to sort a word by."""
        low = unicodedata.normalize("NFC", word).casefold()
        for letter, place in self._own.items():
            low = low.replace(letter, place)
        bare = (c for c in unicodedata.normalize("NFKD", low) if not unicodedata.combining(c))
        letters = "".join(c for c in bare if c.isalnum() or c.isspace() or c == AFTER_ALL)
        return letters, low, word
