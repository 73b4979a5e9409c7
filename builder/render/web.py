"""The front-end files that the package build made: scripts, style sheets and fonts, named by content."""

import json
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import NamedTuple

DIST = Path(__file__).parent.parent / "web" / "dist"


class Font(NamedTuple):
    """One font file. `unicode_range` is CSS's, empty where the file covers everything it is asked for."""

    family: str
    weight: str
    style: str
    subset: str
    unicode_range: str
    file: str


class Shared(NamedTuple):
    """A file that many pages use; `path` is where it goes in a tree."""

    path: PurePosixPath
    data: bytes


def digest_of(data: bytes, length: int = 10) -> str:
    """A short content hash, for names that change when the file does."""
    from hashlib import sha256

    return sha256(data).hexdigest()[:length]


class WebFiles:
    """Reads `builder/web/dist`, once per file."""

    def __init__(self, folder: Path = DIST) -> None:
        self.folder = folder
        self._read: dict[str, bytes] = {}
        self._shared: dict[str, Shared] = {}

    def data(self, name: str) -> bytes:
        """The bytes of one front-end file."""
        if name not in self._read:
            self._read[name] = (self.folder / name).read_bytes()
        return self._read[name]

    def text(self, name: str) -> str:
        """The text of one front-end file."""
        return self.data(name).decode("utf-8")

    def shared(self, name: str) -> Shared:
        """The file under its place in `assets/`, with its content hash in the name and without its folder."""
        if name not in self._shared:
            self._shared[name] = named(name.rpartition("/")[2], self.data(name))
        return self._shared[name]

    @cached_property
    def fonts(self) -> tuple[Font, ...]:
        """All fonts that the package carries."""
        listed = json.loads(self.text("fonts.json"))
        return tuple(Font(*(str(entry.get(key, "")) for key in Font._fields)) for entry in listed)


def named(name: str, data: bytes) -> Shared:
    """A shared file named by its content: `deck.js` becomes `assets/deck-1a2b3c4d5e.js`."""
    stem, dot, ending = name.rpartition(".")
    return Shared(PurePosixPath("assets", f"{stem}-{digest_of(data)}{dot}{ending}"), data)
