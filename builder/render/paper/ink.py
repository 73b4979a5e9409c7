"""Colours that cost little ink: white grounds, grey voices, black text. Words and signs say what colour said."""

from collections.abc import Mapping

GROUNDS = frozenset(("paper", "surface", "sunken", "accent-ink"))
KNOWN = {"ink": "#000000", "ink-soft": "#333333", "line": "#9a9a9a"}
VOICE = "#4a4a4a"
"""Nine to one on white: legible as text, and a third lighter than black where something is filled with it."""


def saving(colours: Mapping[str, str]) -> dict[str, str]:
    """A theme's colours as greys."""
    grounds = {name for name in colours if name in GROUNDS or name.endswith("-soft")} - {"ink-soft"}
    return {name: "#ffffff" if name in grounds else KNOWN.get(name, VOICE) for name in colours}
