"""One order for screen and paper: a documented shuffle, the same in Python and in the browser.

The seed is a string. Its UTF-8 bytes are hashed with 32-bit FNV-1a; the hash starts a mulberry32 generator; a
Fisher-Yates walk from the last place to the first takes one number for each place. `web/src/shuffle.js` is the
twin, and `web/test/shuffle-table.json` holds the orders both must give.
"""

from collections.abc import Collection, Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")
_32_BITS = 0xFFFFFFFF


def fnv1a(text: str) -> int:
    """The 32-bit FNV-1a hash of the text's UTF-8 bytes."""
    value = 0x811C9DC5
    for byte in text.encode():
        value = (value ^ byte) * 0x01000193 & _32_BITS
    return value


def mulberry32(state: int) -> Iterator[int]:
    """An endless row of 32-bit numbers from a 32-bit start."""
    while True:
        state = (state + 0x6D2B79F5) & _32_BITS
        mixed = (state ^ state >> 15) * (state | 1) & _32_BITS
        mixed ^= (mixed + ((mixed ^ mixed >> 7) * (mixed | 61) & _32_BITS)) & _32_BITS
        yield mixed ^ mixed >> 14


def shuffled(things: Sequence[T], seed: str, fixed: Collection[int] = ()) -> tuple[T, ...]:
    """The things in the order this seed gives; those whose index is in `fixed` keep their place."""
    order = list(things)
    free = [index for index in range(len(order)) if index not in fixed]
    numbers = mulberry32(fnv1a(seed))
    for last in range(len(free) - 1, 0, -1):
        other = next(numbers) * (last + 1) >> 32
        order[free[last]], order[free[other]] = order[free[other]], order[free[last]]
    return tuple(order)
