"""Which slides of a lesson are printed: hidden ones as chosen, and those that may be cut until the rest fits a time.

Every slide keeps the number that it has in the deck, so that “slide 12” is the same for the room and on paper.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from builder.model.prints import Prints
from builder.render.parted import Part, parted
from builder.render.references import ListedReference
from builder.render.slides import Shown
from builder.render.words import Words


class Placed(NamedTuple):
    """A slide of the deck with its number there. Hidden slides, which have none, follow with a letter: 5a, 5b."""

    number: str
    one: Shown
    part: Part


def placed(slides: Iterable[Shown], entries: Callable[[], Iterable[ListedReference]], words: Words) -> Iterator[Placed]:
    """Every slide with its number; a list of sources takes as many as in the deck."""
    number = after = 0
    for one, part in (row for slide in slides for row in parted(slide, entries, words)):
        number, after = (number, after + 1) if one.slide.hidden else (number + 1, 0)
        yield Placed(f"{number}{chr(96 + min(after, 26))}" if one.slide.hidden else str(number), one, part)


def chosen(slides: Iterable[Placed], prints: Prints, *, hidden: bool = False) -> tuple[Placed, ...]:
    """Those that are printed. To come down to `prints.cut` minutes, the longest of the slides that may be cut go
    first, and of equals the later one, until the rest fits."""
    wanted = [place for place in slides if hidden or prints.hidden or not place.one.slide.hidden]
    if not prints.cut:
        return tuple(wanted)
    over = length_of(wanted) - prints.cut * 60
    may_go = [at for at, place in enumerate(wanted) if place.one.slide.cut and not place.one.slide.hidden]
    gone: set[int] = set()
    for at in sorted(may_go, key=lambda at: (-wanted[at].one.seconds, -at)):
        if over <= 0:
            break
        gone.add(at)
        over -= wanted[at].one.seconds
    return tuple(place for at, place in enumerate(wanted) if at not in gone)


def length_of(slides: Iterable[Placed]) -> int:
    """How long slides take in the room, in seconds; hidden ones take no time."""
    return sum(place.one.seconds for place in slides if not place.one.slide.hidden)
