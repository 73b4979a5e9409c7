"""The names of `:::` blocks, and slips of the pen in them."""

import difflib
import re
from collections.abc import Iterator
from typing import get_args

from builder.model.attributes import Attributes, CalloutKind

CALLOUTS: tuple[str, ...] = get_args(CalloutKind)
KNOWN = frozenset(
    ("notes", "prose", "columns", "column", "case", "quiz", "explain", "incremental", "nonincremental",
     "example")
)  # fmt: skip
KEYS = (
    "time", "cut", "hidden", "objectives", "objective", "evidence", "when", "width", "credit", "licence", "license",
    "consent", "title", "lang", "dir", "lines", "captions", "transcript", "poster", "incremental", "decorative", "draw",
    "bloom", "see", "alt", "id", "class", "style",
)  # fmt: skip
LAYOUTS = (
    "hidden", "title-slide", "section-break", "statement", "quote", "figure", "decorative", "incremental", "blank",
)  # fmt: skip
HEAD = re.compile(r"([^\s{}]*)\s*(?:\{([^{}]*)\})?")


def slips(attributes: Attributes, unheard: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    """Keys and classes that are almost known ones, each with what was probably meant. `unheard` are keys that mean
    something elsewhere and nothing here."""
    for key, _ in attributes.values:
        known = KEYS if key not in unheard else tuple(name for name in KEYS if name not in unheard)
        if key not in known and (near := difflib.get_close_matches(key.lower(), known, n=1, cutoff=0.75)):
            yield f"{key}=", f"{near[0]}="
    for name in attributes.classes:
        if name not in LAYOUTS and (near := difflib.get_close_matches(name.lower(), LAYOUTS, n=1, cutoff=0.85)):
            yield f".{name}", f".{near[0]}"


def almost(name: str) -> str:
    """The known block that a name was probably meant to be; empty where it is a known one, or one of its own.

    Other programs write `::: tip` for a callout, and `note` may be either: the presenter's words or a callout.
    """
    if name in KNOWN or name.startswith("callout"):
        return ""
    low = name.lower()
    if low in KNOWN:
        return low
    if low in CALLOUTS:
        return "callout-note” or “notes" if low == "note" else f"callout-{low}"
    near = difflib.get_close_matches(low, ("notes", "columns", "incremental"), n=1, cutoff=0.8)
    return near[0] if near else ""
