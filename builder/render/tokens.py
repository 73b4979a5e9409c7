"""Theme tokens as CSS, and the contrast of two colours."""

from collections.abc import Mapping

from builder.model.theme import Theme


def declarations(tokens: Mapping[str, str]) -> str:
    """`--name:value;` for each token, in the theme's order."""
    return "".join(f"--{name}:{value};" for name, value in tokens.items())


def stylesheet(theme: Theme) -> str:
    """Custom properties for light, dark and high contrast, by the reader's wish or the system's; print is always light.

    A page asks for a scheme by `data-scheme` on its root element (`light`, `dark`, `contrast`, `contrast-dark`);
    without, the system decides.
    """
    from builder.render.contrast import high_contrast  # it measures contrast with what stands below

    dark = declarations(theme.dark) + "color-scheme:dark"
    strong = declarations(theme.contrast or high_contrast(theme.light, dark=False)) + "color-scheme:light"
    strong_dark = declarations(theme.contrast_dark or high_contrast(theme.dark, dark=True)) + "color-scheme:dark"
    night, more = "(prefers-color-scheme:dark)", "(prefers-contrast:more)"
    chosen = (
        (night, ":not([data-scheme])", dark),
        (more, ":not([data-scheme])", strong),
        (f"{more} and {night}", ":not([data-scheme])", strong_dark),
        ("", "[data-scheme=dark]", dark),
        ("", "[data-scheme=contrast]", strong),
        ("", "[data-scheme=contrast-dark]", strong_dark),
    )
    return f":root{{{declarations(theme.scale)}{declarations(theme.light)}color-scheme:light}}" + "".join(
        f"@media screen{f' and {when}' if when else ''}{{:root{wish}{{{tokens}}}}}" for when, wish, tokens in chosen
    )


def luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb` (WCAG 2.2, definition of relative luminance)."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2, definition of contrast ratio)."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)
