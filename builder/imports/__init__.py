"""What others have written, as lessons and quizzes of ours: one module for each dialect, found by being there.

A dialect's module has `NAME` (as `--from` says it), `ENDINGS` (of its files), `looks_like(text)` and
`read(data, name) -> Imported`. None of them touches the disk. Whatever cannot be carried over is said in `lost`, with
its line; nothing goes without a word.
"""

import pkgutil
from functools import cache
from importlib import import_module
from types import ModuleType

from builder.imports.imported import text_of

KINDS = (
    "gift", "aiken", "text2qti", "table", "moodle", "powerpoint", "quarto", "marp", "pandoc", "reveal_md",
)  # fmt: skip
"""In the order in which they are asked whether they know a file: the pickiest first."""


@cache
def dialects() -> tuple[ModuleType, ...]:
    """All dialects."""
    there = {module.name for module in pkgutil.iter_modules(__path__)}
    return tuple(import_module(f"{__name__}.{name}") for name in KINDS if name in there)


def names() -> tuple[str, ...]:
    """The dialects' names, as `--from` says them."""
    return tuple(name for dialect in dialects() for name in dialect.NAMES)


def dialect_of(name: str, data: bytes, said: str = "") -> ModuleType | None:
    """The dialect of a file: as said, or by its ending and what it looks like."""
    for dialect in dialects():
        if said in dialect.NAMES:
            return dialect
    if said:
        return None
    ending = name.rpartition(".")[2].lower()
    text = text_of(data)
    fitting = [one for one in dialects() if ending in one.ENDINGS]
    found = next((one for one in fitting if one.looks_like(text)), None)
    return found or (fitting[0] if len(fitting) == 1 else None)
