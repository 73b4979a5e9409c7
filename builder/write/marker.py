"""The list of what we made, kept inside the folder itself.

It says that a folder is ours, lets a sweep remove our own files alone, and tells unchanged files from changed ones
without reading a byte of them.
"""

from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

NAME = ".lactern"
NEW = ".lactern.new"  # a file on its way to its name
HEAD = "Made by lactern. Only the files listed here are ever replaced or removed; put nothing of yours in this folder."
UNSURE = "-"


class Made(NamedTuple):
    """One file we wrote: its digest (`copy` for copied media, `-` while a build is under way) and its size."""

    digest: str
    size: int


def digest(data: bytes) -> str:
    """A short fingerprint of an output's bytes."""
    return blake2b(data, digest_size=16).hexdigest()


def read(folder: Path) -> dict[str, Made] | None:
    """What the folder's marker lists; None where there is no marker."""
    try:
        text = (folder / NAME).read_text("utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return None
    made: dict[str, Made] = {}
    for line in text.splitlines()[1:]:
        parts = line.split(" ", 2)
        if len(parts) == 3 and parts[1].isdigit():  # a damaged line is a file we no longer know: never touched
            made[parts[2]] = Made(parts[0], int(parts[1]))
    return made


def lines(made: Mapping[str, Made]) -> bytes:
    """The marker's bytes: sorted, without a clock, the same on every machine."""
    rows = [f"{m.digest} {m.size} {path}" for path, m in sorted(made.items())]
    return "\n".join([HEAD, *rows, ""]).encode()
