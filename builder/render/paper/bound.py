"""Everything for one seminar as one PDF for each reader and paper, and as sheets to fold for a print shop."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import PurePosixPath

from builder.model.course import Course
from builder.model.diagnostic import Diagnostic
from builder.model.output import Output, Tree
from builder.render import bindery
from builder.render.bindery.fold import booklet
from builder.render.bindery.pack import Part, pack
from builder.render.kit import Kit
from builder.render.paper.pack import LETTERS, Entry, cover, tabs
from builder.render.press import Job, press

ORDER = ("agenda", "slides", "notes", "reading", "", "paper", "key", "cards")
"""What stands before what in a pack; sheets have no name of a kind."""
TREES: tuple[Tree, Tree] = ("site", "presenter")
FIRST = 3
"""The layout of slides that goes into a pack when there are several."""


def bound(kit: Kit, course: Course, printed: Sequence[Output]) -> Iterator[Output | Diagnostic]:
    """The packs of both trees on each paper, and the audience's as a booklet, as chosen."""
    for paper in kit.papers:
        for tree in TREES:
            outputs = [one for one in printed if one.tree == tree and one.path.name.endswith(f"-{paper}.pdf")]
            parts = tuple(_parts(kit, in_order(kit, course, outputs, paper)))
            if parts and (tree == "site" or "pack" in kit.prints.layouts):
                yield from _bound(kit, course, parts, paper, tree)


def in_order(kit: Kit, course: Course, outputs: Iterable[Output], paper: str) -> list[Output]:
    """The parts of a pack: of the slides one layout, and all else that was printed."""
    ups = kit.prints.ups
    layout = FIRST if FIRST in ups else next(iter(ups), 0)
    ranked: list[tuple[int, int, Output]] = []
    for at, one in enumerate(outputs):
        stem = one.path.name.removesuffix(f"-{paper}.pdf")
        kind = "slides" if stem.endswith("up") else stem.rpartition("-")[2]
        sheet = any(sheet.id == stem for sheet in course.sheets)
        kind = "paper" if kind == "answers" else kind  # the sheet to fill in follows its questions
        kind = "" if sheet or kind not in ORDER else kind
        if kind != "slides" or stem.endswith(f"-slides-{layout}up"):
            ranked.append((ORDER.index(kind), at, one))
    return [one for _, _, one in sorted(ranked, key=lambda row: row[:2])]


def _parts(kit: Kit, outputs: Iterable[Output]) -> Iterator[Part]:
    for letter, one in zip(_letters(), outputs, strict=False):
        yield Part(letter, bindery.title(one.data), one.data)


def _letters() -> Iterator[str]:
    """A to Z, then AA to AZ and so on."""
    yield from LETTERS
    for first in LETTERS:
        yield from (first + second for second in LETTERS)


def _bound(kit: Kit, course: Course, parts: Sequence[Part], paper: str, tree: Tree) -> Iterator[Output | Diagnostic]:
    wanted, words = kit.prints.layouts, kit.words
    title = words("handout.pack.title" if tree == "site" else "handout.pack.presenter-title", title=course.title)
    lengths = [bindery.length(part.data) for part in parts]
    bleed = kit.prints.bleed if "booklet" in wanted and tree == "site" else 0.0
    pressed: list[bytes] = []
    for leaves in (1, 2, 3):  # the contents say where parts begin, and so how many leaves they take themselves
        entries = _entries(parts, lengths, leaves)
        pages = [cover(kit, course, entries, paper, title), tabs(kit, course, parts, paper)]
        pages += [cover(kit, course, entries, paper, title, bleed)] if bleed else []
        jobs = [Job(tree, PurePosixPath(f"leaf-{at}.pdf"), page, course.at) for at, page in enumerate(pages)]
        made = list(press(kit, course, jobs))
        pressed = [one.data for one in made if isinstance(one, Output)]
        if len(pressed) < len(pages):
            yield from (one for one in made if isinstance(one, Diagnostic))
            return
        if bindery.length(pressed[0]) == leaves:
            break

    def remembered(kind: str, make: Callable[[], bytes], *more: str | bytes) -> bytes:
        return kit.memo.made(kind, (bindery.EDITION, bindery.version(), *more), make)

    told = [text for part in parts for text in (part.letter, part.title)]
    data = remembered(
        "pack", lambda: pack(pressed[0], parts, pressed[1]), *told, *(part.data for part in parts), *pressed[:2]
    )
    name = f"{course.id}-pack"
    if "pack" in wanted:
        yield Output(tree, PurePosixPath(course.id, "print", f"{name}-{paper}.pdf"), data)
    if "booklet" in wanted and tree == "site":
        said = words("handout.pack.booklet-title", title=course.title)
        front = pressed[2] if bleed else b""
        rtl = course.direction == "rtl"
        folded = remembered(
            "booklet", lambda: booklet(data, said, bleed, front, rtl), data, front, said, repr((bleed, rtl))
        )
        yield Output(tree, PurePosixPath(course.id, "print", f"{course.id}-booklet-{paper}.pdf"), folded)


def _entries(parts: Sequence[Part], lengths: Sequence[int], leaves: int) -> tuple[Entry, ...]:
    """The contents, where the cover takes so many leaves."""
    starts = [1 + leaves + sum(lengths[:at]) for at in range(len(parts))]
    return tuple(
        Entry(part.letter, part.title, length, first)
        for part, length, first in zip(parts, lengths, starts, strict=True)
    )
