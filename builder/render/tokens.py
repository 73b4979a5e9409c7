"""Theme tokens as CSS, and the contrast of two colours."""

from collections.abc import Mapping

from builder.model.theme import Theme


def declarations(tokens: Mapping[str, str]) -> str:
    """`--name:value;` for each token, in the theme's order."""
    return "".join(f"--{name}:{value};" for name, value in tokens.items())


def stylesheet(theme: Theme) -> str:
    """Custom properties for light, dark by the reader's wish or the system's, and print (always light).

    A page asks for a scheme by `data-scheme="light"` or `"dark"` on its root element; without, the system decides.
    """
    light, dark = declarations(theme.light), declarations(theme.dark)
    return (
        f":root{{{declarations(theme.scale)}{light}color-scheme:light}}"
        f"@media screen and (prefers-color-scheme:dark){{:root:not([data-scheme=light]){{{dark}color-scheme:dark}}}}"
        f"@media screen{{:root[data-scheme=dark]{{{dark}color-scheme:dark}}}}"
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
