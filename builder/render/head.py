"""Style sheets, fonts and scripts of a page: shared files beside it, or inside it for a single file."""

import base64
from collections.abc import Iterator
from pathlib import PurePosixPath

from markupsafe import Markup

from builder.model.course import Course
from builder.model.output import Output, Tree
from builder.render.icon import icon
from builder.render.kit import Kit, climb
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


class Head:
    """Gives the tags for a page's head and keeps count of the shared files they need.

    One Head serves all pages of a tree. `files()` hands over what was used, once each.
    """

    def __init__(self, kit: Kit, tree: Tree) -> None:
        self._kit = kit
        self._tree: Tree = tree
        self._used: dict[PurePosixPath, bytes] = {}
        self._sheets: dict[str, Shared] = {}
        self._drawn: dict[str, str] = {}
        self._alphabets: dict[bool, set[str]] = {}
        self._sign = icon(kit.theme)

    def styles(self, page: PurePosixPath, kind: str) -> Markup:
        """The style sheet of a page kind, `deck`, `module` or `home`, and the sign in the browser's tab."""
        if self._kit.single_file:
            return self._sign + Markup("<style>" + self._css(kind, inside=True) + "</style>")
        if kind not in self._sheets:
            self._sheets[kind] = named(f"{kind}.css", self._css(kind, inside=False).encode("utf-8"))
        return self._sign + Markup('<link rel="stylesheet" href="{}">').format(self._address(page, self._sheets[kind]))

    def sheet(self, page: PurePosixPath, name: str) -> Markup:
        """One more of our style sheets, for pages that need it."""
        if self._kit.single_file:
            return Markup("<style>" + self._kit.web.text(name) + "</style>")
        return Markup('<link rel="stylesheet" href="{}">').format(self._address(page, self._kit.web.shared(name)))

    def faces(self, page: PurePosixPath) -> Markup:
        """The fonts of a deck, as a sheet that its script turns on once the first slide stands: laying out sixty slides
        in fonts that are still being loaded takes a quarter of the time until then. Paper and readers without scripts
        have them from the start."""
        if self._kit.single_file:
            return Markup("")
        if "fonts" not in self._sheets:
            self._sheets["fonts"] = named("fonts.css", self._faces(inside=False).encode("utf-8"))
        tag = (
            '<link rel="stylesheet" href="{0}" media="print" data-fonts>'
            '<noscript><link rel="stylesheet" href="{0}"></noscript>'
        )
        return Markup(tag).format(self._address(page, self._sheets["fonts"]))

    def pictures(self, page: PurePosixPath, course: Course) -> Markup:
        """The rules that a course's drawn pictures bring along; for most courses there are none."""
        if course.id not in self._drawn:
            found = (unstyled(one.svg).css for one in course.assets.values() if one.svg)
            self._drawn[course.id] = "\n".join(filter(None, found))
        rules = self._drawn[course.id]
        if not rules:
            return Markup("")
        if self._kit.single_file:
            return Markup("<style>" + rules + "</style>")
        return Markup('<link rel="stylesheet" href="{}">').format(
            self._address(page, named("pictures.css", rules.encode("utf-8")))
        )

    def script(self, page: PurePosixPath, name: str) -> Markup:
        """A classic script, run when the page is parsed: module scripts do not open from a stick."""
        if self._kit.single_file:
            inside = self._kit.web.text(name).replace("</script", "<\\/script")
            return Markup("<script>" + inside + "</script>")
        return Markup('<script defer src="{}"></script>').format(self._address(page, self._kit.web.shared(name)))

    def data(self, page: PurePosixPath, name: str, data: bytes) -> Markup:
        """A script with what several pages have in common to tell. Pages in a single file tell it in blocks instead."""
        return Markup('<script defer src="{}"></script>').format(self._address(page, named(name, data)))

    def early(self, page: PurePosixPath) -> Markup:
        """The small script that has to run before the page is painted: it brings back the reader's settings."""
        if self._kit.single_file:
            return Markup("<script>" + self._kit.web.text("early.js").replace("</script", "<\\/script") + "</script>")
        return Markup('<script src="{}"></script>').format(self._address(page, self._kit.web.shared("early.js")))

    def files(self) -> Iterator[Output]:
        """The shared files that the pages asked for, and the licences of what is in them."""
        if self._used:
            yield Output(self._tree, PurePosixPath("assets", "LICENSES.txt"), self._kit.web.data("LICENSES.txt"))
        for path in sorted(self._used):
            yield Output(self._tree, path, self._used[path])

    def _address(self, page: PurePosixPath, shared: Shared) -> str:
        self._used[shared.path] = shared.data
        return climb(page, shared.path)

    def _css(self, kind: str, inside: bool) -> str:
        faces = "" if kind == "deck" and not inside else self._faces(inside)
        if kind == "module":
            faces = self._steady(inside)
        theme = self._kit.theme
        ours = (faces, self._kit.web.text(f"{kind}.css"), width_rules(), stylesheet(theme))
        return "".join((*ours, theme.css.get(kind, "")))

    def _faces(self, inside: bool) -> str:
        return "".join(self._face(font, inside) for font in self._kit.web.fonts if self._wanted(font, inside))

    def _steady(self, all_inside: bool) -> str:
        """The fonts of pages on which nothing may move: those that every page is set in lie in the sheet itself, so
        that they are there when it is (early.js waits for them); others are used if they come in time, and else from
        the next page on."""
        wanted = [font for font in self._kit.web.fonts if self._wanted(font, all_inside)]
        first = ("latin", self._script)
        within = [all_inside or (font.subset in first and font.style == "normal") for font in wanted]
        return "".join(
            self._face(font, inside, "block" if inside else "optional")
            for font, inside in zip(wanted, within, strict=True)
        )

    @property
    def _script(self) -> str:
        """The script of the interface words, as fonts name it."""
        return SCRIPT_SUBSETS.get(self._kit.words.language.split("-")[0], "latin")

    def _wanted(self, font: Font, inside: bool) -> bool:
        """Shared files hold the alphabets that occur, and a browser fetches those it meets; a single file carries
        Latin, the script of the interface words, and the alphabets in courses of its language. Screens have a font of
        their own for code."""
        if font.subset == "code":
            return False
        if inside not in self._alphabets:
            words = self._kit.words.language
            peers = (course for course in self._kit.courses if not inside or course.language == words)
            self._alphabets[inside] = {self._script}.union(*(course.alphabets for course in peers))
        used = self._alphabets[inside]
        if inside:
            return font.subset == "latin" or font.subset in used
        return bool(font.unicode_range) and (font.subset not in ALPHABETS or font.subset in used)

    def _face(self, font: Font, inside: bool, display: str = "swap") -> str:
        data = self._kit.web.data(font.file)
        if inside:
            address = "data:font/woff2;base64," + base64.b64encode(data).decode("ascii")
        else:
            shared = self._kit.web.shared(font.file)
            self._used[shared.path] = data
            address = shared.path.name
        covers = f";unicode-range:{font.unicode_range}" if font.unicode_range else ""
        weight = HEADING_WEIGHTS if font.subset in NO_DISPLAY_FACE and font.weight == "700" else font.weight
        return (
            f'@font-face{{font-family:"{font.family}";font-style:{font.style};font-weight:{weight};'
            f"font-display:{display};src:url({address}) format('woff2'){covers}}}"
        )
