"""The style sheets of a course: our rules, the theme's and the fonts, put together once for all pages of both trees."""

import base64
from functools import cached_property
from typing import NamedTuple

from builder.model.course import Course
from builder.render.kit import Kit
from builder.render.svg import unstyled
from builder.render.tokens import stylesheet
from builder.render.web import Font, Shared, named
from builder.render.widths import width_rules

ALPHABETS = frozenset(("arabic", "cyrillic", "greek", "hebrew", "vietnamese"))
SCRIPT_SUBSETS = {
    **dict.fromkeys(("ar", "fa", "ur", "ckb", "ps", "sd"), "arabic"),
    **dict.fromkeys(("he", "yi"), "hebrew"),
}
NO_DISPLAY_FACE = ("arabic", "hebrew")
HEADING_WEIGHTS = "500 900"
"""Headings ask the display face for 500. These scripts have none here: their headings stand in bold."""


class Face(NamedTuple):
    """A font as a sheet names it. `held` fonts lie in the sheet itself; `display` is CSS's `font-display`."""

    font: Font
    held: bool
    display: str = "swap"


class Sheet(NamedTuple):
    """A style sheet as a file, and the font files that it names."""

    file: Shared
    fonts: tuple[Shared, ...]


class Sheets:
    """Puts the sheets of a course together. `kind` is that of the pages, `deck`, `module` or `home`, or `fonts`: those
    of a deck, whose own sheet has none unless it lies in a single file."""

    def __init__(self, kit: Kit) -> None:
        self.kit = kit
        self._texts: dict[str, str] = {}
        self._files: dict[str, Sheet] = {}
        self._pictures: dict[str, Shared | None] = {}

    def text(self, kind: str) -> str:
        """The rules of a sheet."""
        if kind not in self._texts:
            faces = "".join(self._face(face) for face in self._faces(kind))
            self._texts[kind] = faces if kind == "fonts" else faces + self._rules(kind)
        return self._texts[kind]

    def file(self, kind: str) -> Sheet:
        """The sheet as a file beside the pages."""
        if kind not in self._files:
            fonts = tuple(self.kit.web.shared(face.font.file) for face in self._faces(kind) if not face.held)
            self._files[kind] = Sheet(named(f"{kind}.css", self.text(kind).encode("utf-8")), fonts)
        return self._files[kind]

    def pictures(self, course: Course) -> Shared | None:
        """The rules that a course's drawn pictures bring along; for most courses there are none."""
        if course.id not in self._pictures:
            rules = "\n".join(filter(None, (unstyled(one.svg).css for one in course.assets.values() if one.svg)))
            self._pictures[course.id] = named("pictures.css", rules.encode("utf-8")) if rules else None
        return self._pictures[course.id]

    def _rules(self, kind: str) -> str:
        theme = self.kit.theme
        return "".join(
            (self.kit.web.text(f"{kind}.css"), width_rules(), stylesheet(theme), theme.css.get(kind, "")),
        )

    def _faces(self, kind: str) -> tuple[Face, ...]:
        """The fonts of a sheet. On a module's pages nothing may move: those that every page is set in lie in the sheet
        itself, so that they are there when it is (early.js waits for them); others are used if they come in time, and
        else from the next page on."""
        alone = self.kit.single_file
        if kind == "deck" and not alone:
            return ()
        if kind != "module":
            return tuple(Face(font, alone) for font in self._wanted)
        first = ("latin", self._script)
        held = [alone or (font.subset in first and font.style == "normal") for font in self._wanted]
        return tuple(
            Face(font, inside, "block" if inside else "optional")
            for font, inside in zip(self._wanted, held, strict=True)
        )

    @property
    def _script(self) -> str:
        """The script of the interface words, as fonts name it."""
        return SCRIPT_SUBSETS.get(self.kit.words.language.split("-")[0], "latin")

    @cached_property
    def _wanted(self) -> tuple[Font, ...]:
        """Shared files hold the alphabets that occur, and a browser fetches those it meets; a single file carries
        Latin, the script of the interface words, and the alphabets in courses of its language. Screens have a font of
        their own for code."""
        kit = self.kit
        alone, words = kit.single_file, kit.words.language
        peers = (course for course in kit.courses if not alone or course.language == words)
        used = {self._script}.union(*(course.alphabets for course in peers))
        screen = (font for font in kit.web.fonts if font.subset != "code")
        if alone:
            return tuple(font for font in screen if font.subset in {"latin", *used})
        return tuple(f for f in screen if f.unicode_range and (f.subset not in ALPHABETS or f.subset in used))

    def _face(self, face: Face) -> str:
        font = face.font
        if face.held:
            data = base64.b64encode(self.kit.web.data(font.file)).decode("ascii")
            address = f"data:font/woff2;base64,{data}"
        else:
            address = self.kit.web.shared(font.file).path.name
        covers = f";unicode-range:{font.unicode_range}" if font.unicode_range else ""
        weight = HEADING_WEIGHTS if font.subset in NO_DISPLAY_FACE and font.weight == "700" else font.weight
        return (
            f'@font-face{{font-family:"{font.family}";font-style:{font.style};font-weight:{weight};'
            f"font-display:{face.display};src:url({address}) format('woff2'){covers}}}"
        )
