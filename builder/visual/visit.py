"""One page looked at from all sides: its room, its letters, its colours by day and by night."""

import base64
import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from builder.model.course import Course
from builder.visual.browser import Look
from builder.visual.findings import Seen

STAGE = (1280, 720)
PHONE = (360, 740)
DESK = (1280, 800)
TALLEST = 8000
"""A page is photographed in pieces no higher than this: Chromium repeats itself in pictures above twice as much."""
LAPPED = 1000
"""By so much the pieces overlap, so that no line is cut in all of them."""
MOST = 12
"""As many pictures of one kind from one slide or page: more show nothing new."""
MARGIN = 48


class Stop(NamedTuple):
    """One page to be looked at: its file, its course, its name as `Sources` knows it, and whether it is a deck."""

    file: PurePosixPath
    course: Course
    name: str
    deck: bool


class Visit:
    """One page being looked at. `shown` are the slides that were seen on another page already (the presenter's deck has
    the same ones and some more), and the faults that there is a picture of."""

    def __init__(self, page: Look, stop: Stop, shown: set[str], pictures: dict[PurePosixPath, bytes]) -> None:
        self._page, self._stop, self._shown, self._pictures = page, stop, shown, pictures
        self._taken: dict[str, int] = {}

    def seen(self) -> Iterator[Seen]:
        """Everything that is wrong with the page, which is open, and on it."""
        if self._stop.deck:
            for index, name in enumerate(self._page.call("slides")):
                if (key := name or str(index)) not in self._shown:
                    self._shown.add(key)
                    self._page.call("show", index)
                    yield from self._looked(name or str(index + 1), "on the slide", (False, True))
        else:
            # Colours do not hang on the width: the dark ones are looked at once.
            for (width, height), schemes in ((PHONE, (False, True)), (DESK, (False,))):
                self._page.resize(width, height)
                yield from self._looked(str(width), f"on a page {width} pixels wide", schemes)
        for kind, words in self._page.complaints:
            yield Seen(kind, {"text": words}, self._stop.name, f"on {self._stop.file}")

    def _looked(self, part: str, how: str, schemes: tuple[bool, ...]) -> Iterator[Seen]:
        """What is wrong with the slide or page as it stands now."""
        self._taken = {}
        for one in (*self._page.call("finds", self._stop.deck), *self._strange_fonts()):
            yield self._told(one, part, how)
        for dark in schemes:
            for one in self._pale(dark):
                yield self._told(one, part, f"{how}, in the {'dark' if dark else 'light'} colours")
        self._page.dark(False)

    def _strange_fonts(self) -> Iterator[dict[str, Any]]:
        """Text that is painted in a font of this machine."""
        marked = self._page.call("markTexts", self._stop.deck)
        if marked:
            fonts = self._page.fonts()
            self._page.call("unmarkTexts")
            for number, font in sorted(fonts.items()):
                yield {"kind": "font", **marked[number], "font": font}

    def _pale(self, dark: bool) -> list[dict[str, Any]]:
        """Letters whose contrast with what is painted under them is too low."""
        self._page.dark(dark)
        if not self._page.call("inks", self._stop.deck):
            return []
        found = []
        for box in [None] if self._stop.deck else pieces(*self._page.size()):
            found += self._page.call("compare", [self._page.picture(box), box[1] if box else 0])
        self._page.call("hideText", False)
        return found

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
        part = None
        if not self._stop.deck:
            width, height = self._page.size()
            top = max(0.0, min(box["y"] - MARGIN, height - 1))
            part = (0, top, width, max(1.0, min(box["height"] + 2 * MARGIN, 900, height - top)))
        data = base64.b64decode(self._page.picture(part))
        self._page.call("point", None)
        return data


def pieces(width: int, height: int) -> Iterator[tuple[int, int, int, int]]:
    """The parts in which a page is photographed, from the top down."""
    top = 0
    while True:
        yield 0, top, width, min(TALLEST, height - top)
        if top + TALLEST >= height:
            return
        top += TALLEST - LAPPED
