"""Widths that an author gives in percent, as classes: a page's policy allows no style attributes."""

import re

PERCENT = re.compile(r"\s*(\d{1,3}(?:\.\d+)?)\s*%\s*")


def width_class(said: str) -> str:
    """`w-60` for `60%`, to the nearest hundredth; nothing for what is no share of the room there is."""
    found = PERCENT.fullmatch(said)
    return f"w-{max(1, round(float(found[1])))}" if found and 0 < float(found[1]) <= 100 else ""


def width_rules() -> str:
    """The classes as CSS: each sets `--width`."""
    return "".join(f".w-{share}{{--width:{share}%}}" for share in range(1, 101))
