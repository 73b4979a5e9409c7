"""In which order a deck says its things: what comes next, what stands in a section, which comments part slides."""

import re
from itertools import islice

from builder.imports.slides.parts import Part

BREAKING = re.compile(r"[>v]|s|slides?|new ?slide|vertical|horizontal|next|ns|-+|=+|break|page ?break", re.IGNORECASE)


def next_part(found: list[Part], at: int) -> Part | None:
    """What comes next after a part, empty lines aside."""
    return next((one for one in islice(found, at + 1, None) if one.kind != "text" or one.text.strip()), None)


def bare(found: list[Part], at: int, level: int) -> bool:
    """Whether nothing stands in a section: no slide, no word, before a heading as high as its own."""
    for part in islice(found, at + 1, None):
        if part.kind == "head" and part.level <= found[at].level:
            return True
        if (
            (part.kind == "head" and part.level >= level)
            or (part.kind not in ("head", "break", "text"))
            or (part.kind == "text" and part.text.strip())
        ):
            return False
    return True


def divider(said: object) -> frozenset[int]:
    """Marp's `headingDivider`: one level and those above it, or a list of levels."""
    if isinstance(said, list) or str(said).startswith("["):
        return frozenset(int(one) for one in re.findall(r"\d", str(said)))
    return frozenset(range(1, int(str(said)) + 1)) if str(said).isdigit() else frozenset()


def breaking_comments(body: str, keys: object) -> frozenset[str]:
    """Comments that stand between slides: those of a known kind that stand alone on a line more than once."""
    found = [one.strip().casefold() for one in re.findall(r"^[ \t]*<!--([^\n]{1,24}?)-->[ \t]*$", body, re.MULTILINE)]
    return frozenset(one for one in set(found) if BREAKING.fullmatch(one) and found.count(one) > 1) | (
        frozenset(one for one in set(found) if one in ("v", "s", ">"))
        if sum(map(found.count, set(found) & {"v", "s", ">"})) > 1
        else frozenset()
    )


def slugged(text: str) -> str:
    """The id that Pandoc gives to a heading."""
    words = re.sub(r"[^\w\s.-]", "", text.casefold())
    return re.sub(r"\s+", "-", re.sub(r"^[^a-z]+", "", words).strip())
