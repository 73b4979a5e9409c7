"""Looks at every page of a build: slides at 1280 by 720, other pages as wide as a phone and as a desk's screen."""

import base64
import re
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from builder.model.course import Course
from builder.model.diagnostic import Diagnostic
from builder.model.output import Output
from builder.visual.browser import Look, chromium
from builder.visual.findings import Seen, findings
from builder.visual.sources import Lines, Sources

Progress = Callable[[str, int, int], None]
STAGE = (1280, 720)
PHONE = (360, 740)
DESK = (1280, 800)
TALLEST = 8000
"""A page is photographed in pieces no higher than this: Chromium repeats itself in pictures above twice as much."""
MOST = 12
"""As many pictures of one kind from one slide or page: more show nothing new."""
MARGIN = 48


class Looked(NamedTuple):
    """What was found, and the pictures of it, with paths inside their folder."""

    diagnostics: tuple[Diagnostic, ...]
    pictures: tuple[Output, ...]


class Stop(NamedTuple):
    """One page to be looked at: its file, its course, its name as `Sources` knows it, and whether it is a deck."""

    file: PurePosixPath
    course: Course
    name: str
    deck: bool


def look(
    root: Path,
    courses: Sequence[Course],
    outputs: Sequence[Output],
    lines: Lines,
    folder: str,
    wanted: Callable[[str], bool] = lambda file: True,
    progress: Progress = lambda what, done, of: None,
) -> Looked:
    """Open the pages of a build and say what is wrong with them. `folder` is where the author will find the pictures;
    `wanted` says of a project file whether what comes from it matters. Raises `NoBrowser` where there is none."""
    sources = {course.id: Sources(course, lines) for course in courses}
    stops = [stop for stop in ways(courses, outputs) if wanted(sources[stop.course.id].whole(stop.name).file)]
    found: list[Diagnostic] = []
    pictures: dict[PurePosixPath, bytes] = {}
    with tempfile.TemporaryDirectory(prefix="lactern-visual-") as scratch, chromium() as browser:
        place = Path(scratch).resolve()
        lay_down(outputs, root, place)
        shown: set[str] = set()
        for course in courses:
            seen: list[Seen] = []
            for stop in (one for one in stops if one.course == course):
                progress(str(stop.file), stops.index(stop), len(stops))
                for width, height in [STAGE] if stop.deck else [PHONE, DESK]:
                    page = Look(browser, width, height)
                    try:
                        page.open(place / stop.file)
                        seen += Visit(page, stop, width, shown, pictures).seen()
                    finally:
                        page.close()
            found += findings(seen, sources[course.id], folder)
    hints = " ".join(d.hint for d in found)
    kept = [Output("site", path, data) for path, data in sorted(pictures.items()) if f"{folder}/{path} " in f"{hints} "]
    return Looked(tuple(found), tuple(kept))


def lay_down(outputs: Sequence[Output], root: Path, place: Path) -> None:
    """Write a build where the browser can open it."""
    for output in outputs:
        file = place / output.tree / output.path
        file.parent.mkdir(parents=True, exist_ok=True)
        if output.copy_of:
            file.symlink_to(root / output.copy_of)
        else:
            file.write_bytes(output.data)


def ways(courses: Sequence[Course], outputs: Sequence[Output]) -> Iterator[Stop]:
    """All pages: decks first, those of the audience before the presenter's."""
    known = {course.id: course for course in courses}
    ordered = sorted(
        (o for o in outputs if o.path.suffix == ".html"), key=lambda o: (o.tree != "site", not is_deck(o), o.path)
    )
    for output in ordered:
        course, deck = known.get(output.path.parts[0]), is_deck(output)
        if course and (deck or output.tree == "site"):
            yield Stop(PurePosixPath(output.tree, output.path), course, output.path.stem, deck)


def is_deck(output: Output) -> bool:
    """Whether an output holds slides."""
    return output.path.parts[1:2] == ("slides",)


class Visit:
    """One page being looked at. `shown` are the slides that were seen on another page already (the presenter's deck has
    the same ones and some more), and the faults that there is a picture of."""

    def __init__(
        self, page: Look, stop: Stop, width: int, shown: set[str], pictures: dict[PurePosixPath, bytes]
    ) -> None:
        self._page, self._stop, self._width, self._shown, self._pictures = page, stop, width, shown, pictures
        self._how = "on the slide" if stop.deck else f"on a page {width} pixels wide"
        self._taken: dict[str, int] = {}

    def seen(self) -> Iterator[Seen]:
        """Everything that is wrong with the page and on it."""
        if self._stop.deck:
            for index, name in enumerate(self._page.call("slides")):
                key = f"{self._stop.course.id} {self._stop.name} {name or index}"
                if key not in self._shown:
                    self._shown.add(key)
                    self._page.call("show", index)
                    yield from self._looked(name or str(index + 1))
        else:
            yield from self._looked(f"{self._width}")
        for kind, words in self._page.complaints:
            yield Seen(kind, {"text": words}, self._stop.name, f"on {self._stop.file}")

    def _looked(self, part: str) -> Iterator[Seen]:
        """What is wrong with the slide or page as it stands now."""
        self._taken = {}
        deck = self._stop.deck
        for one in (*self._page.call("measure", deck), *self._page.call("axeFinds", deck), *self._strange_fonts()):
            yield self._told(one, part, self._how)
        # Colours do not hang on the width: the dark ones are looked at once.
        for dark in (False, True) if deck or self._width == PHONE[0] else (False,):
            for one in self._pale(dark):
                yield self._told(one, part, f"{self._how}, in the {'dark' if dark else 'light'} colours")
        self._page.dark(False)

    def _strange_fonts(self) -> Iterator[dict[str, Any]]:
        """Text that is painted in a font of this machine."""
        marked = self._page.call("markTexts", self._stop.deck)
        fonts = self._page.fonts() if marked else {}
        self._page.call("unmarkTexts")
        for number, font in sorted(fonts.items()):
            yield {"kind": "font", **marked[number], "font": font}

    def _pale(self, dark: bool) -> Iterator[dict[str, Any]]:
        """Letters whose contrast with what is painted under them is too low."""
        self._page.dark(dark)
        if not self._page.call("inks", self._stop.deck):
            return
        self._page.call("hideText", True)
        self._page.call("settle")
        width, height = self._page.size()
        found = []
        for top in [0] if self._stop.deck else range(0, height, TALLEST // 2):
            box = (0, top, width, min(TALLEST, height - top))
            shot = self._page.picture() if self._stop.deck else self._page.picture(box, whole=True)
            found += self._page.call("compare", [base64.b64encode(shot).decode("ascii"), top])
        self._page.call("hideText", False)
        yield from found

    def _told(self, one: dict[str, Any], part: str, how: str) -> Seen:
        """A finding with its picture."""
        kind = one.pop("kind")
        fault = f"{self._stop.course.id} {kind} {one['ids'][:1]} {one['text']}"
        path = None
        if fault not in self._shown and self._taken.get(kind, 0) < MOST:
            self._shown.add(fault)
            self._taken[kind] = self._taken.get(kind, 0) + 1
            number = f"-{self._taken[kind]}" if self._taken[kind] > 1 else ""
            name = re.sub(r"[^\w-]+", "-", f"{self._stop.name}-{part}-{kind}{number}") + ".png"
            path = PurePosixPath(self._stop.course.id, name)
            self._pictures[path] = self._photographed(one["box"])
        return Seen(kind, one, self._stop.name, how, path)

    def _photographed(self, box: dict[str, float]) -> bytes:
        """The slide with a frame round a place, or the part of a page that lies around it."""
        self._page.call("point", box)
        if self._stop.deck:
            data = self._page.picture()
        else:
            width, height = self._page.size()
            top = max(0.0, min(box["y"] - MARGIN, height - 1))
            tall = max(1.0, min(box["height"] + 2 * MARGIN, 900, height - top))
            data = self._page.picture((0, top, width, tall), whole=True)
        self._page.call("point", None)
        return data
