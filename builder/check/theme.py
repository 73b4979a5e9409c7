"""A project's own theme: colours that can be told apart, and type that can be read."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from builder.check.rule import Finding, rule
from builder.model.theme import Theme
from builder.render.colours import NAMED
from builder.render.tokens import contrast

GROUNDS = ("paper", "surface", "sunken")
KINDS = ("accent", "warm", "note", "tip", "warning", "urgent", "right", "wrong")
TEXT = (
    *((ink, ground) for ink in ("ink", "ink-soft", "accent", "warm", "urgent") for ground in GROUNDS),
    *(("ink", f"{kind}-soft") for kind in KINDS),
    *((kind, f"{kind}-soft") for kind in KINDS),
    *((kind, "surface") for kind in ("note", "tip", "warning", "right", "wrong")),
    *(("ink-soft", ground) for ground in ("accent-soft", "warm-soft")),
    ("accent-ink", "accent"), ("paper", "warm"), ("paper", "urgent"), ("paper", "accent"), ("paper", "ink"),
)  # fmt: skip
"""Every pair of letters and ground that the pages use."""
SHAPES = (
    *((f"fig-{number}", ground) for number in range(1, 7) for ground in GROUNDS),
    *(("focus", ground) for ground in (*GROUNDS, "accent-soft", "warm-soft", "urgent-soft")),
)
"""Every pair of a shape that means something and its ground."""
PARTS = {"light": (4.5, 3.0), "dark": (4.5, 3.0), "contrast": (7.0, 7.0), "contrast-dark": (7.0, 7.0)}
"""What letters and shapes need: WCAG 2.2, 1.4.3 and 1.4.11; in high contrast 1.4.6, and shapes as letters."""
LEAST_TYPE = {"t-m": 16.0}
FUNCTION = re.compile(r"[a-z][a-z-]*\(.+\)")
SIX = re.compile(r"#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})")
FLOOR = 12.0
"""CSS pixels: the size of running text, and below which no letter is set."""


@rule("T201", "colours-too-close", "warning", about="theme")
def too_close(theme: Theme) -> Iterator[Finding]:
    """Two colours of a theme that pages lay upon each other cannot be told apart well enough.

    Why: letters need 4.5 to 1 against their ground, lines and shapes 3 to 1 (WCAG 2.2, 1.4.3 and 1.4.11), and 7 to 1
    where a reader asks for high contrast; projectors wash colours out still more. A colour that the theme leaves out is
    that of the theme “calm”. Colours are compared where they are written as #rrggbb or #rgb.
    Instead: make the darker of the two darker, or the lighter one lighter; for light and dark each by itself.

    Example:
        before: light: {accent: "#6fb7c9"}
        after:  light: {accent: "#0b6468"}
    """
    for part, (letters, shapes) in PARTS.items():
        tokens = {"light": theme.light, "dark": theme.dark, "contrast": theme.contrast}.get(part, theme.contrast_dark)
        worst: dict[str, tuple[float, str, str, float]] = {}
        for pairs, least in ((TEXT, letters), (SHAPES, shapes)):
            for ink, ground in pairs:
                token = next((name for name in (ink, ground) if f"{part}.{name}" in theme.places), "")
                ratio = _ratio(tokens, ink, ground) if token else None
                if ratio is not None and ratio < least and (token not in worst or ratio < worst[token][0]):
                    worst[token] = (ratio, ink, ground, least)
        for token, (ratio, ink, ground, least) in worst.items():
            said = f"in `{part}`, “{ink}” on “{ground}” has {ratio:.1f} to 1 and needs {least:g} to 1"
            yield theme.places[f"{part}.{token}"], said


@rule("T202", "type-of-theme-too-small", "warning", about="theme")
def too_small(theme: Theme) -> Iterator[Finding]:
    """A size of a theme's type that is too small to read.

    Why: running text below 16 pixels tires, and below 12 many cannot read it at all; readers on a phone get the same
    sizes. The slides have sizes of their own, in the theme's deck.css, and `check --visual` measures them.
    Instead: give `t-m`, the running text, 1rem or more, and no size less than 0.75rem.

    Example:
        before: scale: {t-m: 0.875rem}
        after:  scale: {t-m: 1.0625rem}
    """
    for name, value in theme.scale.items():
        at = theme.places.get(f"scale.{name}")
        size = pixels(value) if at is not None and name.startswith("t-") else None
        least = LEAST_TYPE.get(name, FLOOR)
        if at is not None and size is not None and size < least:
            yield at, f"“{name}” is {size:g} pixels; {least:g} are the least"


@rule("T203", "token-nobody-uses", "warning", about="theme")
def unknown_token(theme: Theme) -> Iterator[Finding]:
    """A theme gives a value to a name that the pages do not know.

    Why: it is most often a slip, and the colour that was meant stays as it was. Names of your own are fine where one of
    the theme's style sheets uses them.
    Instead: use the name that is offered; `themes/calm/theme.yaml` has all of them.

    Example:
        before: light: {acent: "#0b6468"}
        after:  light: {accent: "#0b6468"}
    """
    sheets = "\n".join(theme.css.values())
    for part in ("light", "dark", "scale", "contrast", "contrast-dark"):
        known = _known(part)
        for key, at in theme.places.items():
            above, _, name = key.partition(".")
            if above == part and name and name not in known and f"--{name}" not in sheets:
                yield at, f"no page uses “{name}”", _offered(name, known), name


def pixels(value: str) -> float | None:
    """A length in CSS pixels, of pixels, rem or points; None for another unit."""
    found = re.fullmatch(r"\s*(\d*\.?\d+)(px|rem|pt)\s*", value)
    return None if found is None else round(float(found[1]) * {"px": 1, "rem": 16, "pt": 4 / 3}[found[2]], 2)


def six(colour: str) -> str:
    """A colour as `#rrggbb`; empty where it is written in another way."""
    said = colour.strip().lower()
    if re.fullmatch(r"#[0-9a-f]{3}", said):
        return "#" + "".join(letter * 2 for letter in said[1:])
    return said if re.fullmatch(r"#[0-9a-f]{6}", said) else ""


@rule("T204", "no-colour", "warning", about="theme")
def no_colour(theme: Theme) -> Iterator[Finding]:
    """A colour of a theme that no browser knows.

    Why: what should have it has none: letters become black, a box becomes clear, on dark slides nobody can read it.
    Instead: write a # and six signs from 0 to 9 and a to f, as a colour picker shows them, in quotation marks.

    Example:
        before: light: {accent: blu}
        after:  light: {accent: "#0b6468"}
    """
    parts = ("light", theme.light), ("dark", theme.dark), ("contrast", theme.contrast)
    for part, tokens in (*parts, ("contrast-dark", theme.contrast_dark)):
        for name, value in tokens.items():
            at = theme.places.get(f"{part}.{name}")
            if at is not None and name in _known(part) and not _is_colour(value.strip()):
                yield at, f"“{value}” is no colour"


def _is_colour(value: str) -> bool:
    """A colour by its numbers, by a function such as rgb(), or by one of the names that CSS has."""
    return bool(SIX.fullmatch(value) or FUNCTION.fullmatch(value)) or value.lower() in NAMED


def _ratio(tokens: Mapping[str, str], ink: str, ground: str) -> float | None:
    one, other = six(tokens.get(ink, "")), six(tokens.get(ground, ""))
    return contrast(one, other) if one and other else None


@cache
def _known(part: str) -> tuple[str, ...]:
    colours = {name for pair in (*TEXT, *SHAPES) for name in pair} | {"line"}
    sizes = {f"t-{size}" for size in ("xs", "s", "m", "l", "xl", "2xl", "3xl", "4xl")} | {f"s{n}" for n in range(1, 9)}
    fonts = {"font-text", "font-display", "font-mono", "radius"}
    return tuple(sorted(sizes | fonts if part == "scale" else colours))


def _offered(name: str, known: tuple[str, ...]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, known, n=1, cutoff=0.6)
    return f"Did you mean “{near[0]}”?" if near else ""
