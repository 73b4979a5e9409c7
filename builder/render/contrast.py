"""High contrast of any theme: its own colours, moved towards black or white until they stand out."""

from collections.abc import Mapping

from builder.render.tokens import contrast

LEAST = 7.0
"""WCAG 2.2, 1.4.6: contrast, enhanced."""
GROUNDS = ("paper", "surface", "sunken")
FAINT = 0.45
STEPS = 40


def high_contrast(tokens: Mapping[str, str], dark: bool) -> dict[str, str]:
    """The colour tokens of a scheme, with every text and line at least 7 to 1 on every ground.

    Grounds become black or white, tinted grounds all but that, and what is drawn on them is moved away from them as far
    as it takes. What stands on the accent is the ground itself.
    """
    ground, ink = ("#000000", "#ffffff") if dark else ("#ffffff", "#000000")
    made = {name: value for name, value in tokens.items() if not is_colour(value)}
    made |= {name: ground for name in GROUNDS if name in tokens}
    tints = {n: v for n, v in tokens.items() if n.endswith("-soft") and n != "ink-soft" and is_colour(v)}
    made |= {name: mixed(value, ground, 1 - FAINT) for name, value in tints.items()}
    hardest = [ground, *(made[name] for name in tints)]
    for name, value in tokens.items():
        if name in ("ink", "line"):
            made[name] = ink
        elif name == "accent-ink":
            made[name] = ground
        elif name not in made:
            made[name] = apart(value, ink, hardest)
    return {name: made[name] for name in tokens}


def apart(colour: str, ink: str, grounds: list[str]) -> str:
    """The colour, moved towards `ink` until it stands out from all grounds."""
    for step in range(STEPS + 1):
        moved = mixed(colour, ink, step / STEPS)
        if all(contrast(moved, ground) >= LEAST for ground in grounds):
            return moved
    return ink


def mixed(one: str, other: str, share: float) -> str:
    """Two colours mixed, with so much of the other."""
    pairs = ((int(one[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def is_colour(value: str) -> bool:
    """Whether a value is written as `#rrggbb`, the only way that can be moved."""
    return len(value) == 7 and value[0] == "#"
