"""What the press noticed, in an author's words and with the place in the lesson that it comes from."""

import re
from collections.abc import Iterator, Mapping

from builder.model.block import Figure, Video
from builder.model.course import Course
from builder.model.place import Place
from builder.model.prose import Prose
from builder.model.quiz import Question
from builder.render.web import Font

SIGN = re.compile(r'"(.)" \(U\+([0-9A-F]+)\)', re.DOTALL)
PICTURE = re.compile(r"asset:([^'\"\s]+)")
RANGE = re.compile(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", re.IGNORECASE)
UNSEEN = frozenset((*range(0x20), *range(0x200B, 0x2010), *range(0x2028, 0x202F), *range(0x2060, 0x2070), 0xAD, 0xFEFF))
"""Characters that no font has to have, for nobody sees them."""
MOST = 5


def told(course: Course, fonts: tuple[Font, ...], kind: str, detail: str, at: Place) -> tuple[Place, str]:
    """Where a remark belongs, and what to say. `at` is the document's own place, where nothing nearer is known."""
    if kind == "glyph" and (found := SIGN.search(detail)):
        where = next((prose.at for prose in proses(course) if found[1] in prose.text and prose.at.file), at)
        return where, f"“{found[1]}” (U+{found[2]}) is in none of the fonts"
    if kind == "font":
        for prose in proses(course):
            if prose.at.file and (signs := strangers(prose.text, fonts)):
                named = ", ".join(f"“{sign}” (U+{ord(sign):04X})" for sign in signs[:MOST])
                return prose.at, f"“{detail}”, a font of this machine, prints what ours do not have: {named}"
        return at, f"“{detail}”, a font of this machine, prints what ours do not have"
    if kind == "wide":
        piece = detail.rstrip("…")
        where = next((prose.at for prose in proses(course) if piece in prose.text and prose.at.file), at)
        return where, f"“{detail}” runs over the edge"
    if kind == "picture" and (found := PICTURE.search(detail)):
        reason = detail.rpartition(": ")[2] if ": " in detail else "it cannot be read"
        return pictures(course).get(found[1], at), f"“{found[1]}” could not be put on paper: {reason}"
    return at, detail


def strangers(text: str, fonts: tuple[Font, ...]) -> list[str]:
    """The characters of a text that none of the fonts is meant for, each once."""
    doubtful = dict.fromkeys(sign for sign in text if ord(sign) > 0x7E and ord(sign) not in UNSEEN)
    return [sign for sign in doubtful if not any(_has(font, ord(sign)) for font in fonts)]


def proses(value: object) -> Iterator[Prose]:
    """All running text of a course, in order: the model is tuples all the way down."""
    match value:
        case Prose():
            yield value
        case Mapping():
            for one in value.values():
                yield from proses(one)
        case tuple():
            for one in value:
                yield from proses(one)
        case _:
            pass


def pictures(value: object) -> dict[str, Place]:
    """Where each picture is shown, the first time."""
    found: dict[str, Place] = {}
    for name, at in _shown(value):
        found.setdefault(name, at)
    return found


def _shown(value: object) -> Iterator[tuple[str, Place]]:
    match value:
        case Prose():
            yield from ((u.target.removeprefix("asset:"), u.at) for u in value.uses if u.kind == "image")
        case Figure():
            yield value.asset, value.at
        case Video():
            yield value.poster, value.at
        case Mapping():
            for one in value.values():
                yield from _shown(one)
        case tuple():
            if isinstance(value, Question) and value.image:
                yield value.image, value.at
            for one in value:
                yield from _shown(one)
        case _:
            pass


def _has(font: Font, sign: int) -> bool:
    return any(int(low, 16) <= sign <= int(high or low, 16) for low, high in RANGE.findall(font.unicode_range))
