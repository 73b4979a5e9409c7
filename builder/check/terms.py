"""Words for the same people and things that a text should not change between without a reason.

Each family has two manners of speaking. Both are good; which one fits depends on who is spoken to (ABM Position
Statement on infant feeding and lactation-related language and gender, Breastfeeding Medicine 2021,
doi:10.1089/bfm.2021.29188.abm).
"""

from typing import NamedTuple


class Family(NamedTuple):
    """What is named, and the words of the two manners, in small letters. English."""

    what: str
    one: tuple[str, ...]
    other: tuple[str, ...]


def both(kinds: str, nouns: str) -> tuple[str, ...]:
    """Each of some words with each of some others."""
    return tuple(f"{kind} {noun}" for kind in kinds.split() for noun in nouns.split())


FAMILIES = (
    Family(
        "who feeds the baby",
        ("mother", "mothers", "mum", "mums", "mom", "moms"),
        both("lactating birthing nursing chestfeeding", "person people parent parents"),
    ),
    Family(
        "feeding",
        ("breastfeed", "breastfeeds", "breastfeeding", "breastfed"),
        ("chestfeed", "chestfeeds", "chestfeeding", "chestfed"),
    ),
    Family("the milk", ("breastmilk", "breast milk", "mother's milk"), ("human milk", "parent's milk", "chest milk")),
    Family("the other parent", ("husband", "husbands"), ("co-parent", "co-parents")),
)
