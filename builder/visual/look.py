"""Looks at every page of a build: slides at 1280 by 720, other pages as wide as a phone and as a desk's screen."""

import tempfile
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path, PurePosixPath
from queue import Queue
from threading import Thread
from typing import NamedTuple

from builder.formats.module import KEEPER
from builder.model.course import Course
from builder.model.diagnostic import Diagnostic
from builder.model.output import Output
from builder.visual.browser import Look, chromium
from builder.visual.findings import Seen, findings
from builder.visual.sources import Lines, Sources
from builder.visual.visit import PHONE, STAGE, Stop, Visit

Progress = Callable[[str, int, int], None]
BROWSERS = 2
"""So many pages are looked at at the same time."""


class Looked(NamedTuple):
    """What was found, and the pictures of it, with paths inside their folder."""

    diagnostics: tuple[Diagnostic, ...]
    pictures: tuple[Output, ...]


Told = tuple[int, list[Seen], dict[PurePosixPath, bytes]]
"""The number of a stop, what is wrong there, and pictures of it."""


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
    told: list[Told] = []
    with tempfile.TemporaryDirectory(prefix="lactern-visual-") as scratch:
        place = Path(scratch).resolve()
        lay_down(outputs, root, place)
        for one in rounds(place, stops):
            told.append(one)
            progress(str(stops[one[0]].file), len(told) - 1, len(stops))
    told.sort(key=lambda one: one[0])
    found: list[Diagnostic] = []
    for course in courses:
        seen = (one for number, seen, _ in told if stops[number].course.id == course.id for one in seen)
        found += findings(seen, sources[course.id], folder)
    hints = " ".join(d.hint for d in found) + " "
    pictures = {path: data for _, _, taken in told for path, data in taken.items() if f"{folder}/{path} " in hints}
    return Looked(tuple(found), tuple(Output("site", path, data) for path, data in sorted(pictures.items())))


def rounds(place: Path, stops: Sequence[Stop]) -> Iterator[Told]:
    """Look at all stops, two at a time, each in a browser of its own: what is told of them comes as they are done.
    The decks of one lesson are looked at in one go, since they share slides."""
    groups: dict[object, list[int]] = {}
    for number, stop in enumerate(stops):
        groups.setdefault((stop.course.id, stop.name) if stop.deck else number, []).append(number)
    # Decks take longest: they come first, so that no browser is left alone with one.
    waiting = deque(sorted(groups.values(), key=lambda group: not stops[group[0]].deck))
    done: Queue[Told | BaseException | None] = Queue()

    def walk() -> None:
        try:
            with chromium() as browser:
                page = Look(browser)
                while group := taken(waiting):
                    for told in visits(page, place, stops, group):
                        done.put(told)
            done.put(None)
        except BaseException as error:
            done.put(error)

    walkers = [
        Thread(target=walk, name=f"visual-{number}", daemon=True) for number in range(min(BROWSERS, len(groups)))
    ]
    try:
        for walker in walkers:
            walker.start()
        left = len(walkers)
        while left:
            one = done.get()
            if isinstance(one, BaseException):
                raise one
            if one is None:
                left -= 1
            else:
                yield one
    finally:
        waiting.clear()
        for walker in walkers:
            walker.join()


def taken(waiting: deque[list[int]]) -> list[int]:
    """The next group; an empty one when the other browser took the last."""
    try:
        return waiting.popleft()
    except IndexError:
        return []


def visits(page: Look, place: Path, stops: Sequence[Stop], group: Sequence[int]) -> Iterator[Told]:
    """Look at the pages of one group, one after the other."""
    shown: set[str] = set()
    for number in group:
        pictures: dict[PurePosixPath, bytes] = {}
        stop = stops[number]
        page.open(place / stop.file, *(STAGE if stop.deck else PHONE))
        yield number, list(Visit(page, stop, shown, pictures).seen()), pictures


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
    """All pages that are looked at by somebody: decks first, those of the audience before the presenter's."""
    known = {course.id: course for course in courses}
    ordered = sorted(
        (o for o in outputs if o.path.suffix == ".html"), key=lambda o: (o.tree != "site", not is_deck(o), o.path)
    )
    for output in ordered:
        course, deck = known.get(output.path.parts[0]), is_deck(output)
        if course and (deck or output.tree == "site") and output.path.name != KEEPER:
            yield Stop(PurePosixPath(output.tree, output.path), course, output.path.stem, deck)


def is_deck(output: Output) -> bool:
    """Whether an output holds slides."""
    return output.path.parts[1:2] == ("slides",)
