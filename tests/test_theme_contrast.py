"""Every pair of text and ground that the pages use, in light, dark and grey (WCAG 2.2, 1.4.3 and 1.4.11)."""

from pathlib import Path

import pytest
import yaml

from builder.check.theme import GROUNDS, TEXT
from builder.check.theme import SHAPES as GRAPHICS
from builder.render.contrast import high_contrast
from builder.render.tokens import contrast, luminance

THEMES = Path(__file__).parent.parent / "themes"


def theme_files() -> list[Path]:
    return sorted(THEMES.glob("*/theme.yaml"))


def grey(colour: str) -> str:
    """What a copier makes of a colour: a grey of the same luminance."""
    y = luminance(colour)
    channel = round(255 * (12.92 * y if y <= 0.0031308 else 1.055 * y ** (1 / 2.4) - 0.055))
    return f"#{channel:02x}{channel:02x}{channel:02x}"


@pytest.mark.parametrize("file", theme_files(), ids=lambda file: file.parent.name)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("printed", ["colour", "grey"])
def test_pairs_are_legible(file: Path, scheme: str, printed: str) -> None:
    tokens = yaml.safe_load(file.read_text("utf-8"))[scheme]
    shown = (lambda name: grey(tokens[name])) if printed == "grey" else tokens.__getitem__
    poor = [
        f"{ink} on {ground}: {contrast(shown(ink), shown(ground)):.2f}"
        for pairs, least in ((TEXT, 4.5), (GRAPHICS, 3.0))
        for ink, ground in pairs
        if contrast(shown(ink), shown(ground)) < least
    ]
    assert not poor


STRONG = (*(("line", ground) for ground in GROUNDS), *GRAPHICS)


@pytest.mark.parametrize("file", theme_files(), ids=lambda file: file.parent.name)
@pytest.mark.parametrize("base", ["light", "dark"])
@pytest.mark.parametrize("made", ["written", "derived"])
def test_high_contrast_is_seven_to_one(file: Path, base: str, made: str) -> None:
    """Also where a theme says nothing of its own about it (WCAG 2.2, 1.4.6), lines and figures like text."""
    theme = yaml.safe_load(file.read_text("utf-8"))
    derived = high_contrast(theme[base], dark=base == "dark")
    own = theme.get("contrast" if base == "light" else "contrast-dark", derived)
    tokens = own if made == "written" else derived
    assert list(tokens) == list(theme[base])
    poor = [
        f"{ink} on {ground}: {contrast(tokens[ink], tokens[ground]):.2f}"
        for ink, ground in TEXT + STRONG
        if contrast(tokens[ink], tokens[ground]) < 7
    ]
    assert not poor


def test_high_contrast_leaves_alone_what_it_cannot_move() -> None:
    """A colour may be written in any of CSS's ways."""
    assert high_contrast({"paper": "#fafafa", "accent": "oklch(50% 0.1 200)"}, dark=True) == {
        "paper": "#000000",
        "accent": "oklch(50% 0.1 200)",
    }


@pytest.mark.parametrize("file", theme_files(), ids=lambda file: file.parent.name)
def test_light_and_dark_name_the_same_tokens(file: Path) -> None:
    theme = yaml.safe_load(file.read_text("utf-8"))
    assert list(theme["light"]) == list(theme["dark"])
