"""Remembers what an expensive pure function made, by the hash of every byte that went in.

A key is never out of date, so there is nothing to invalidate: the folder may be deleted at any time. This file
and no other knows where the results are kept.
"""

from collections.abc import Callable
from pathlib import Path


class Memo:
    """Results in one folder, a file each. Without a folder nothing is remembered beyond this run."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._here: dict[str, bytes] = {}

    def key(self, *parts: str | bytes) -> str:
        """The name of a result: a digest of the parts and their lengths."""
        from hashlib import blake2b

        digest = blake2b(digest_size=20)
        for part in parts:
            data = part if isinstance(part, bytes) else part.encode("utf-8")
            digest.update(b"%d:" % len(data))
            digest.update(data)
        return digest.hexdigest()

    def find(self, kind: str, key: str) -> bytes | None:
        """What was made before, or None."""
        name = f"{kind}/{key}"
        if name in self._here:
            return self._here[name]
        if self._folder is None:
            return None
        try:
            data = (self._folder / kind / key[:2] / key[2:]).read_bytes()
        except OSError:
            return None
        self._here[name] = data
        return data

    def keep(self, kind: str, key: str, data: bytes) -> None:
        """Remember a result. A folder that cannot be written to is no reason to fail: the work is just not kept."""
        self._here[f"{kind}/{key}"] = data
        if self._folder is None:
            return
        path = self._folder / kind / key[:2] / key[2:]
        draft = path.with_name(f"{path.name}.new")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            draft.write_bytes(data)
            draft.replace(path)
        except OSError:
            return

    def made(self, kind: str, parts: tuple[str | bytes, ...], make: Callable[[], bytes]) -> bytes:
        """The remembered result of `make`, which must depend on nothing but `parts`."""
        key = self.key(*parts)
        data = self.find(kind, key)
        if data is None:
            data = make()
            self.keep(kind, key, data)
        return data
