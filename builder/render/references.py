"""Sources as readers see them: the short form beside a claim, the full entry in the list.

The full entry follows the order of fields of the NLM style (Citing Medicine, 2nd ed., chapter 1), which health
professionals know as Vancouver. A field that was not seen is left out and the entry's note says so.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from markupsafe import Markup, escape

from builder.model.course import Author, Reference

SHOWN_AUTHORS = 6


class ListedReference(NamedTuple):
    """A source as it stands in a list: its key, its number there and the whole entry."""

    key: str
    number: int
    html: Markup


def short(reference: Reference) -> str:
    """“Heise & Wiessinger 2011”, “Ureño et al. 2019”; the journal, or else the title's first words, where no author
    was seen."""
    names = [author.family for author in reference.authors]
    if not names and reference.container:
        who = reference.container
    elif not names:
        words = reference.title.split()
        who = " ".join(words[:4]) + ("…" if len(words) > 4 else "")
    elif len(names) == 1:
        who = names[0]
    elif len(names) == 2:
        who = f"{names[0]} & {names[1]}"
    else:
        who = f"{names[0]} et al."
    return f"{who} {reference.year}".strip()


def initials(author: Author) -> str:
    """“Heise AM”: family name and initials without stops."""
    words = author.given.replace("-", " ").replace(".", " ").split()
    given = "".join(word if word.isupper() else word[0] for word in words)
    return f"{author.family} {given}".strip()


def full(reference: Reference) -> Markup:
    """The whole entry as HTML, with a link to the DOI or address where there is one."""
    parts: list[str] = []
    if reference.authors:
        shown = [initials(a) for a in reference.authors[:SHOWN_AUTHORS]]
        if len(reference.authors) > SHOWN_AUTHORS:
            shown.append("et al")
        parts.append(str(escape(", ".join(shown) + ".")))
    title = reference.title.rstrip(".")
    parts.append(str(escape(title + ("" if title.endswith(("?", "!")) else "."))))
    parts.extend(str(part) for part in (published(reference), *identifiers(reference)) if part)
    if reference.note:
        parts.append(f'<span class="reference-note">[{escape(reference.note.rstrip("."))}]</span>')
    return Markup(" ".join(parts))


def published(reference: Reference) -> Markup:
    """Journal or publisher with year, volume, issue and pages: “*Int Breastfeed J* 2011;6:6.”"""
    where = Markup("<i>{}</i>").format(reference.container) if reference.container else escape(reference.publisher)
    when = escape(reference.year)
    if reference.volume:
        when += escape(f";{reference.volume}")
        if reference.issue:
            when += escape(f"({reference.issue})")
    if reference.page:
        when += escape(f":{reference.page}")
    joined = Markup(" ").join(part for part in (where, when) if part)
    return joined + "." if joined else joined


def identifiers(reference: Reference) -> tuple[Markup, ...]:
    """DOI or address as links, and the PubMed Central number."""
    found: list[Markup] = []
    if reference.doi:
        found.append(Markup('<a href="https://doi.org/{0}">doi:{0}</a>').format(reference.doi))
    elif reference.url:
        found.append(Markup('<a href="{0}">{0}</a>').format(reference.url))
    if reference.pmcid:
        found.append(escape(f"{reference.pmcid}."))
    if reference.isbn:
        found.append(escape(f"ISBN {reference.isbn}."))
    return tuple(found)


def numbered(keys: Iterable[str]) -> Mapping[str, int]:
    """Numbers by first use, from 1."""
    return {key: number for number, key in enumerate(dict.fromkeys(keys), start=1)}
