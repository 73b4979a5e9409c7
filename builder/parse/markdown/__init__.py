"""Markdown to neutral HTML, once. The only home of Python-Markdown.

Structure (slides, blocks, notes) is the scanner's; what comes here is running text. Conversion is a pure function of
the text, so results are remembered by content, and many of them are made on both cores.
"""

import marshal
import os
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from builder.parse.markdown.converter import Converter

WORTH_A_SECOND_PROCESS = 400


class Wish(NamedTuple):
    """A text to convert. `steps` makes list items appear one by one in the deck."""

    text: str
    steps: bool = False


class Converted(NamedTuple):
    """HTML, its plain words, and what it points at as (kind, target, detail)."""

    html: str
    text: str
    uses: tuple[tuple[str, str, str], ...]


def convert_all(
    wishes: Iterable[Wish], language: str, known: Mapping[Wish, Converted]
) -> dict[Wish, Converted]:
    """Convert every text that is not known yet. The order of the wishes does not matter to any result."""
    missing = [wish for wish in dict.fromkeys(wishes) if wish not in known]
    half = len(missing) // 2
    if len(missing) >= WORTH_A_SECOND_PROCESS and hasattr(os, "fork") and (os.cpu_count() or 1) > 1:
        made = on_two_cores(missing[:half], missing[half:], language)
    else:
        made = convert_each(missing, language)
    return dict(zip(missing, made, strict=True))


def convert_each(wishes: Iterable[Wish], language: str) -> list[Converted]:
    """Convert one after the other with one converter."""
    converter = Converter(language)
    return [Converted(*converter.convert(wish.text, wish.steps)) for wish in wishes]


def on_two_cores(here: list[Wish], there: list[Wish], language: str) -> list[Converted]:
    """Convert one half in a forked child, which hands its results back through a pipe as plain tuples."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        status = 1
        try:
            os.close(reading)
            data = marshal.dumps([tuple(done) for done in convert_each(there, language)])
            with os.fdopen(writing, "wb") as pipe:
                pipe.write(data)
            status = 0
        finally:
            os._exit(status)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        first = convert_each(here, language)
        data = pipe.read()
    _, status = os.waitpid(child, 0)
    if status != 0:
        return first + convert_each(there, language)
    return first + [Converted(*done) for done in marshal.loads(data)]
