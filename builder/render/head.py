"""Style sheets, fonts and scripts of a page: shared files beside it, or inside it for a single file."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from markupsafe import Markup

from builder.model.course import Course
from builder.model.output import Output, Tree
from builder.render.icon import icon
from builder.render.kit import climb
from builder.render.sheets import Sheets
from builder.render.web import Shared, named


class Head:
    """Gives the tags for a page's head and keeps count of the shared files they need.

    One Head serves all pages of a tree; both trees' have the same sheets. `files()` hands over what was used, once
    each.
    """

    def __init__(self, sheets: Sheets, tree: Tree) -> None:
        self._sheets = sheets
        self._kit = sheets.kit
        self._tree: Tree = tree
        self._used: dict[PurePosixPath, bytes] = {}
        self._sign = icon(self._kit.theme)

    def styles(self, page: PurePosixPath, kind: str) -> Markup:
        """The style sheet of a page kind, `deck`, `module` or `home`, and the sign in the browser's tab."""
        if self._kit.single_file:
            return self._sign + Markup("<style>" + self._sheets.text(kind) + "</style>")
        return self._sign + Markup('<link rel="stylesheet" href="{}">').format(self._sheet(page, kind))

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
        tag = (
            '<link rel="stylesheet" href="{0}" media="print" data-fonts>'
            '<noscript><link rel="stylesheet" href="{0}"></noscript>'
        )
        return Markup(tag).format(self._sheet(page, "fonts"))

    def pictures(self, page: PurePosixPath, course: Course) -> Markup:
        """The rules that a course's drawn pictures bring along; for most courses there are none."""
        rules = self._sheets.pictures(course)
        if rules is None:
            return Markup("")
        if self._kit.single_file:
            return Markup("<style>" + rules.data.decode("utf-8") + "</style>")
        return Markup('<link rel="stylesheet" href="{}">').format(self._address(page, rules))

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

    def _sheet(self, page: PurePosixPath, kind: str) -> str:
        """The address of a sheet that was put together. The fonts that it names come along."""
        sheet = self._sheets.file(kind)
        self._used.update(sheet.fonts)
        return self._address(page, sheet.file)
