"""Style sheets, fonts and scripts of a page: shared files beside it, or inside it for a single file."""

import base64
from collections.abc import Iterator
from pathlib import PurePosixPath

from markupsafe import Markup

from builder.model.course import Course
from builder.model.output import Output, Tree
from builder.render.kit import Kit, climb
from builder.render.svg import unstyled
from builder.render.tokens import stylesheet
from builder.render.web import Font, Shared, named
from builder.render.widths import width_rules

ALPHABETS = frozenset(("arabic", "cyrillic", "greek", "hebrew", "vietnamese"))
SCRIPT_SUBSETS = {"ar": "arabic", "fa": "arabic", "ur": "arabic", "he": "hebrew", "yi": "hebrew"}


class Head:
    """Gives the tags for a page's head and keeps count of the shared files they need.

    One Head serves all pages of a tree. `files()` hands over what was used, once each.
    """

    def __init__(self, kit: Kit, tree: Tree) -> None:
        self._kit = kit
        self._tree: Tree = tree
        self._used: dict[PurePosixPath, bytes] = {}
        self._sheets: dict[str, Shared] = {}

    def styles(self, page: PurePosixPath, kind: str) -> Markup:
        """The style sheet of a page kind: `deck`, `module` or `home`."""
        if self._kit.single_file:
            return Markup("<style>" + self._css(kind, inside=True) + "</style>")
        if kind not in self._sheets:
            self._sheets[kind] = named(f"{kind}.css", self._css(kind, inside=False).encode("utf-8"))
        return Markup('<link rel="stylesheet" href="{}">').format(self._address(page, self._sheets[kind]))

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
        sheet = named("fonts.css", self._faces(inside=False).encode("utf-8"))
        tag = '<link rel="stylesheet" href="{0}" media="print" data-fonts><noscript><link rel="stylesheet" href="{0}"></noscript>'
        return Markup(tag).format(self._address(page, sheet))

    def pictures(self, page: PurePosixPath, course: Course) -> Markup:
        """The rules that a course's drawn pictures bring along; for most courses there are none."""
        rules = "\n".join(filter(None, (unstyled(one.svg).css for one in course.assets.values() if one.svg)))
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
        theme = self._kit.theme
        return "".join((faces, self._kit.web.text(f"{kind}.css"), width_rules(), stylesheet(theme), theme.css.get(kind, "")))

    def _faces(self, inside: bool) -> str:
        return "".join(self._face(font, inside) for font in self._kit.web.fonts if self._wanted(font, inside))

    def _wanted(self, font: Font, inside: bool) -> bool:
        """A single file carries Latin and the course's own script; shared files hold the alphabets that occur."""
        own = SCRIPT_SUBSETS.get(self._kit.words.language.split("-")[0], "latin")
        if inside:
            return font.subset in ("latin", own)
        used = {own, *(name for course in self._kit.courses for name in course.alphabets)}
        return bool(font.unicode_range) and (font.subset not in ALPHABETS or font.subset in used)

    def _face(self, font: Font, inside: bool) -> str:
        data = self._kit.web.data(font.file)
        if inside:
            address = "data:font/woff2;base64," + base64.b64encode(data).decode("ascii")
        else:
            shared = named(PurePosixPath(font.file).name, data)
            self._used[shared.path] = data
            address = shared.path.name
        covers = f";unicode-range:{font.unicode_range}" if font.unicode_range else ""
        return (
            f'@font-face{{font-family:"{font.family}";font-style:{font.style};font-weight:{font.weight};'
            f"font-display:swap;src:url({address}) format('woff2'){covers}}}"
        )
