"""The package's fonts on paper.

WeasyPrint mixes up the glyphs of two files that share one family name, so every file's subset is a family of its
own here ("Newsreader latin", "Newsreader latin-ext"), and a stack names those that a page's characters need.
"""

import re
from collections.abc import Iterable, Mapping

from builder.render.kit import Kit
from builder.render.paper.ink import saving
from builder.render.web import Font

RANGE = re.compile(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", re.IGNORECASE)
FAMILY = re.compile(r'"([^"]+)"')


def needed(kit: Kit, text: str) -> tuple[Font, ...]:
    """The font files that hold characters of this text; Latin always, and that for code where there is any."""
    marks = {ord(sign) for sign in set(text)}
    code = "<code" in text
    return tuple(
        font
        for font in kit.web.fonts
        if font.subset == "latin" or (code if font.subset == "code" else _covers(font, marks))
    )


def faces(fonts: Iterable[Font]) -> str:
    """The `@font-face` rules of these files."""
    return "".join(
        f'@font-face{{font-family:"{family_of(font)}";font-style:{font.style};font-weight:{font.weight};'
        f"src:url(font:{file_of(font)})}}"
        for font in fonts
    )


def stack(value: str, fonts: Iterable[Font]) -> str:
    """A theme's font stack with each family replaced by its families on paper. No font of this machine is named.
    Without spaces: WeasyPrint takes them for part of the names in a picture."""
    families: list[str] = []
    for name in FAMILY.findall(value):
        families.extend(family_of(font) for font in fonts if font.family == name)
    return ",".join(f'"{family}"' for family in dict.fromkeys(families)) or "sans-serif"


def tokens(kit: Kit, fonts: tuple[Font, ...]) -> Mapping[str, str]:
    """The theme's values for paper: light colours, and fonts by their names on paper."""
    scale = {k: stack(v, fonts) if k in ("font-text", "font-display") else v for k, v in kit.theme.scale.items()}
    mono = [font for font in fonts if font.subset == "code" and f'"{font.family}"' in scale.get("font-mono", "")]
    scale["font-mono"] = ",".join((*(f'"{family_of(font)}"' for font in mono), scale.get("font-text", "sans-serif")))
    return {**scale, **(saving(kit.theme.light) if kit.prints.ink == "saving" else kit.theme.light)}


def family_of(font: Font) -> str:
    """The family name of one file on paper."""
    return f"{font.family} {font.subset}"


def file_of(font: Font) -> str:
    """The file's name without folders."""
    return font.file.rpartition("/")[2]


def data_of(kit: Kit, name: str) -> bytes:
    """The bytes of a font file by its name without folders."""
    return kit.web.data(f"fonts/{name}")


def unpacked(woff2: bytes) -> bytes:
    """The font as TrueType. WeasyPrint would unpack each font again for every document, at 40 ms apiece. A damaged file
    stays as it is: WeasyPrint takes another font, and says so."""
    from io import BytesIO

    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    plain = BytesIO()
    try:
        font = TTFont(BytesIO(woff2), recalcTimestamp=False)
        font.flavor = None
        font.save(plain)
    except Exception:  # what a damaged file raises depends on where it is damaged
        return woff2
    return plain.getvalue()


def _covers(font: Font, marks: set[int]) -> bool:
    for first, last in RANGE.findall(font.unicode_range):
        low, high = int(first, 16), int(last or first, 16)
        if any(low <= mark <= high for mark in marks):
            return True
    return False
