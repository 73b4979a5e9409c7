"""Markdown to neutral HTML, once. The only home of Python-Markdown.

Structure (slides, blocks, notes) is the scanner's; what comes here is running text. Conversion is a pure function of
the text, so results are remembered by content, and many of them are made on both cores.
"""

from collections.abc import Iterable
from typing import NamedTuple

from builder.mate import CONVERTING, Mate

HEAD_START = 120
"""How many texts the mate converts while its parent imports what comes next."""


class Wish(NamedTuple):
    """A text to convert. `steps` makes list items appear one by one in the deck."""

    text: str
    steps: bool = False


class Converted(NamedTuple):
    """HTML, its plain words, and what it points at as (kind, target, detail)."""

    html: str
    text: str
    uses: tuple[tuple[str, str, str], ...]


def convert_each(wishes: Iterable[Wish], language: str) -> list[Converted]:
    """Convert one after the other with one converter."""
    from builder.parse.markdown.converter import Converter  # Python-Markdown takes as long to import as 100 texts

    converter = Converter(language)
    return [Converted(*converter.convert(wish.text, wish.steps)) for wish in wishes]


def convert_all(wishes: Iterable[Wish], language: str, mate: Mate | None = None) -> dict[Wish, Converted]:
    """Convert every text. The order of the wishes does not matter to any result."""
    return begin(wishes, language, mate).finish()


def begin(wishes: Iterable[Wish], language: str, mate: Mate | None = None) -> "Conversion":
    """Begin to convert texts. With a mate, it takes a few of them all, and of many more than half, at once; what is
    left is converted in `finish`."""
    missing = list(dict.fromkeys(wishes))
    share = min(len(missing), len(missing) // 2 + HEAD_START)
    if not missing or mate is None or not mate.ask(CONVERTING, (language, [tuple(wish) for wish in missing[:share]])):
        return Conversion(language, missing, [], None)
    return Conversion(language, missing[share:], missing[:share], mate)


class Conversion(NamedTuple):
    """Texts that are being converted: `here` when they are asked for, `there` by the mate."""

    language: str
    here: list[Wish]
    there: list[Wish]
    mate: Mate | None

    def finish(self) -> dict[Wish, Converted]:
        """All results. Should the mate have failed, its share is converted here."""
        made = dict(zip(self.here, convert_each(self.here, self.language) if self.here else (), strict=True))
        if self.mate is None:
            return made
        results = self.mate.answer()
        if results is None:
            return made | dict(zip(self.there, convert_each(self.there, self.language), strict=True))
        return made | {wish: Converted(*done) for wish, done in zip(self.there, results, strict=True)}
