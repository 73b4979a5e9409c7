"""Words for the same thing that change in the course of a text."""

import re
from collections.abc import Iterator, Sequence

from builder.check.rule import Finding, rule
from builder.check.terms import FAMILIES
from builder.check.walk import speaks, texts
from builder.model.course import Course
from builder.model.place import Place

OFTEN = 3
"""How often each manner has to be met: once or twice is a mention."""
QUOTED = r"[“„«][^”“»]*[”“»]"


@rule("C250", "words-mixed", "advice")
def mixed(course: Course) -> Iterator[Finding]:
    """A course speaks of the same people or things in two manners: “breastfeeding” here and “chestfeeding” there.

    Why: inclusive words and conventional ones are both good, for different readers; who meets both wonders whether two
    different things are meant. “Breastfeeding or chestfeeding” side by side is fine, and so are quotations, sources and
    a word or two. Only English courses are looked at.
    Instead: choose one manner for the course, and say “you” to parents. Where the change is meant, because a study's
    own words are kept, write so under `ignore:` in course.yaml.

    Example:
        before: “Mothers who breastfeed …” on some slides, “chestfeeding parents …” on others
        after:  “Parents who breastfeed or chestfeed …” on all
    """
    if not speaks(course, "en"):
        return
    said = [*texts(course, notes=False)]
    everything = _folded("\n".join(text for _, text in said))
    for what, one, other in FAMILIES:
        if any(word in everything for word in other) and any(word in everything for word in one):
            first, second = _met(said, one, other), _met(said, other, one)
            if min(len(first), len(second)) >= OFTEN:
                rarer, usual = (second, first) if len(second) <= len(first) else (first, second)
                at, word = rarer[0]
                said_of = f"for {what} it says “{word}” and the like {len(rarer)} times"
                yield at, f"{said_of}, and elsewhere “{usual[0][1]}”", "", word


def _folded(text: str) -> str:
    return text.replace("’", "'").lower()


def _met(said: Sequence[tuple[Place, str]], words: tuple[str, ...], others: tuple[str, ...]) -> list[tuple[Place, str]]:
    """Where words stand, but for those that stand beside one of the others: “breastfeeding or chestfeeding”."""
    mine, theirs = ("|".join(re.escape(word) for word in group) for group in (words, others))
    link = r"\s*(?:,|/|\(|or|and)\s*"
    single = re.compile(rf"(?:{theirs}){link}(?:{mine})\b|\b(?:{mine}){link}(?:{theirs})\b|\b({mine})\b")
    plain = ((at, re.sub(QUOTED, " ", _folded(text))) for at, text in said)
    return [(at, found[1]) for at, text in plain for found in single.finditer(text) if found[1]]
