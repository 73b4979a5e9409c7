"""Pictures in a line of text: whose they are, said behind them, and who agreed to be shown, said to nobody."""

import re
from collections.abc import Iterable

from builder.model.prose import Use

PICTURE = re.compile(r'<img\b(?=[^>]*?\ssrc="[^"]+")[^>]*>')
OWNED = re.compile(r'\s(credit|licen[cs]e|consent)="([^"]*)"')


def owned(html: str, uses: Iterable[Use]) -> tuple[str, tuple[Use, ...]]:
    """The HTML and its uses, with what stands in braces behind its pictures where it belongs: credit and licence
    as small words behind the picture, as under a figure, and all three in its use. No browser knows them as
    attributes, and consent is for the author and for nobody else."""
    from html import unescape  # brings a table of two thousand names along

    waiting = iter([_said(tag) for tag in PICTURE.findall(html)])
    known = []
    for use in uses:
        if use.kind == "image":
            credit, licence, consent = (unescape(value) for value in next(waiting, ("", "", "")))
            use = use._replace(credit=credit, licence=licence, consent=consent)
        known.append(use)
    return PICTURE.sub(_shown, html), tuple(known)


def _said(tag: str) -> tuple[str, str, str]:
    said = {name: value.strip() for name, value in OWNED.findall(tag)}
    return said.get("credit", ""), said.get("licence") or said.get("license", ""), said.get("consent", "")


def _shown(match: re.Match[str]) -> str:
    words = " · ".join(said for said in _said(match[0])[:2] if said)
    return OWNED.sub("", match[0]) + (f" <small>{words}</small>" if words else "")
