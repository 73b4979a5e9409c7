"""What an author may write in braces, and the words that are known there. Apart from the blocks, because finding a
lesson's structure needs no more."""

from typing import Literal, NamedTuple

Evidence = Literal["", "established", "observational", "case-report", "expert", "anecdote", "speculative"]
CalloutKind = Literal["note", "tip", "important", "warning", "urgent"]


class Attributes(NamedTuple):
    """What stands in `{#id .class key="value"}`."""

    id: str = ""
    classes: tuple[str, ...] = ()
    values: tuple[tuple[str, str], ...] = ()

    def get(self, key: str, default: str = "") -> str:
        """The value of a key, or the default."""
        return next((v for k, v in self.values if k == key), default)

    def has(self, name: str) -> bool:
        """Whether a class, or a key written without a value, is there."""
        return name in self.classes or any(k == name for k, _ in self.values)
