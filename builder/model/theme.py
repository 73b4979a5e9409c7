"""A look: tokens and style sheets."""

from collections.abc import Mapping
from typing import NamedTuple

from builder.model.place import Place


class Theme(NamedTuple):
    """`light` and `dark` map colour tokens to CSS colours, `scale` all other tokens (type, spacing, fonts).

    `contrast` and `contrast_dark` are the colours of high contrast on a light and a dark ground; empty means that they
    are made of the others. `css` maps a format's name (`deck`, `module`, `handout`, `home`) to the theme's own style
    sheet. `places` are where a project's own theme gives each token (`light.accent`); empty for a theme that comes with
    lactern. `own` are the style sheets that a project's own theme brings, as they are written, by their files.
    """

    name: str
    title: str
    light: Mapping[str, str]
    dark: Mapping[str, str]
    scale: Mapping[str, str]
    css: Mapping[str, str]
    contrast: Mapping[str, str] = {}
    contrast_dark: Mapping[str, str] = {}
    places: Mapping[str, Place] = {}
    own: Mapping[str, str] = {}
