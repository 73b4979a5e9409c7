"""The names of `:::` blocks, and slips of the pen in them."""

import difflib
import re
from typing import get_args

from builder.model.block import CalloutKind

CALLOUTS: tuple[str, ...] = get_args(CalloutKind)
KNOWN = frozenset(
    ("notes", "prose", "columns", "column", "case", "quiz", "explain", "incremental", "nonincremental",
     "example")
)  # fmt: skip
HEAD = re.compile(r"([^\s{}]*)\s*(?:\{([^{}]*)\})?")


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
