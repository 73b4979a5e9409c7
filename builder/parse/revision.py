"""A short digest of what a learner's answer depends on."""

from typing import Any

from builder.model.place import Place
from builder.model.prose import Prose
from builder.model.quiz import Question

LEFT_OUT = frozenset(
    ("at", "uses", "revision", "hints", "explain", "see", "feedback", "pool", "bloom", "objective", "alt")
)

PLAIN = str.maketrans(
    {"\u2011": "-", "–": "-", "—": "-", "…": "..."}
    | dict.fromkeys("“”„«»״", '"')
    | dict.fromkeys("‘’‚‹›׳", "'")
)


def revision(question: Question) -> str:
    """Eight hexadecimal digits that change when the stem, the answers or the key change, and only then: better
    feedback, another hint or better words for a picture do not ask a learner again, nor does the way in which words are
    set: quotation marks, spaces that hold, a line that may not break."""
    from hashlib import sha256

    return sha256(repr(essence(question)).encode("utf-8")).hexdigest()[:8]


def essence(value: Any) -> Any:
    """The value without places and help."""
    if isinstance(value, Prose):
        pictures = [use.target for use in value.uses if use.kind == "image"]
        return (" ".join(value.text.translate(PLAIN).split()), *pictures)
    if isinstance(value, Place):
        return None
    if hasattr(value, "_fields"):
        kept = [(name, essence(getattr(value, name))) for name in value._fields if name not in LEFT_OUT]
        return (type(value).__name__, *kept)
    if isinstance(value, tuple):
        return tuple(essence(entry) for entry in value)
    return str(value)
