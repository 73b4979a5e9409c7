"""Remembers what an expensive pure function made, by the hash of every byte that went in.

A key is never out of date, so there is nothing to invalidate: the folder may be deleted at any time. This file
and no other knows where the results are kept.
"""

import marshal
import os
import pickle
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

LARGEST = 400_000_000
TRIMMED_TO = 200_000_000
MUCH = 1_000_000


def own_folder(name: str) -> Path | None:
    """A folder of ours in the user's own cache folder, None where none can be made.

    Never the project's: compiled templates and remembered lessons are code or as good as code, and a project may
    come from a stranger.
    """
    try:
        if sys.platform == "win32":
            base = Path(os.environ["LOCALAPPDATA"])
        elif sys.platform == "darwin":
            base = Path.home() / "Library" / "Caches"
        else:
            base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
        folder = base / "lactern" / name
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except (OSError, KeyError, RuntimeError):  # no such folder may be made, or a user without a home
        return None
    return folder if os.access(folder, os.W_OK) else None


@cache
def own_code() -> str:
    """A digest of lactern itself: what an earlier version made is not taken for what this one would make."""
    from hashlib import blake2b

    digest = blake2b(digest_size=16)
    package = Path(__file__).parent.parent
    for record in package.parent.glob("lactern-*.dist-info/RECORD"):
        return blake2b(record.read_bytes(), digest_size=16).hexdigest()  # installed: all files' digests stand there
    for folder, inside, names in os.walk(package):
        inside[:] = sorted(name for name in inside if name not in ("node_modules", "__pycache__", "src", "css", "test"))
        for name in sorted(names):
            if name.endswith((".py", ".html", ".toml")) or name == "made-from.json":
                digest.update(name.encode("utf-8"))
                with open(os.path.join(folder, name), "rb") as file:  # noqa: PTH118, PTH123 -- 200 files at every start
                    digest.update(file.read())
    return digest.hexdigest()


class Memo:
    """Results in one folder, a file each. Without a folder nothing is remembered beyond this run."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._here: dict[str, bytes] = {}
        self._waiting: dict[tuple[str, str], bytes] = {}
        self._kept = 0

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
        self._kept += len(data)
        if self._folder is None:
            return
        path = f"{self._folder}/{kind}/{key[:2]}/{key[2:]}"
        try:
            try:
                _fill(f"{path}.new", data)
            except FileNotFoundError:
                Path(path).parent.mkdir(parents=True, exist_ok=True)
                _fill(f"{path}.new", data)
            os.replace(f"{path}.new", path)  # noqa: PTH105 -- as above
        except OSError:
            return

    def lay_by(self, kind: str, key: str, data: bytes) -> None:
        """Remember a result for this run, and for later ones once `save` is called."""
        self._here[f"{kind}/{key}"] = data
        self._waiting[kind, key] = data

    def renew(self, kind: str, key: str, data: bytes) -> None:
        """Lay by a result whose key stands for more than its content, unless it is there already."""
        if data != self.find(kind, key):
            self.lay_by(kind, key, data)

    def save(self) -> None:
        """Write down what was laid by. Takes longer than drawing a small deck, and can be done beside other work."""
        while self._waiting:
            (kind, key), data = self._waiting.popitem()
            self.keep(kind, key, data)
        self._trim()

    def _trim(self) -> None:
        """Drop the results that were made longest ago, once all together are more than 400 MB. Looked at only after
        a run that kept much."""
        if self._folder is None or self._kept < MUCH:
            return
        kept = sorted(
            ((entry.stat().st_mtime_ns, entry.stat().st_size, entry) for entry in self._folder.glob("*/*/*")),
            key=lambda one: one[0],
        )
        total = sum(size for _, size, _ in kept)
        if total <= LARGEST:
            return
        for _, size, entry in kept:
            entry.unlink(missing_ok=True)
            total -= size
            if total <= TRIMMED_TO:
                return

    def made(self, kind: str, parts: tuple[str | bytes, ...], make: Callable[[], bytes]) -> bytes:
        """The remembered result of `make`, which must depend on nothing but `parts`."""
        key = self.key(*parts)
        data = self.find(kind, key)
        if data is None:
            data = make()
            self.keep(kind, key, data)
        return data


class Shelf:
    """Many small results kept together: a course's lessons, its decks. What a run does not ask for falls off.

    They lie in two files. The first is long and rarely written; what has come since stands in the second, which is
    short, so that a build after one edit does not write everything again.
    """

    def __init__(self, memo: Memo, kind: str, name: str) -> None:
        self._memo = memo
        self._kind = kind
        self._key = memo.key(own_code(), name)
        self._newer = memo.key(own_code(), name, "newer")
        self._used: dict[str, bytes] = {}
        self._base = _unpacked(memo.find(kind, self._key))
        self._known = self._base | _unpacked(memo.find(kind, self._newer))

    def find(self, key: str) -> bytes | None:
        """What was made before, or None."""
        data = self._known.get(key)
        if data is not None:
            self._used[key] = data
        return data

    def keep(self, key: str, data: bytes) -> None:
        """Remember a result, once `save` is called."""
        self._used[key] = data

    def recall(self, parts: tuple[str | bytes, ...], make: Callable[[], Any]) -> Any:
        """What `make` made of these parts before, or makes now: values of our own, which may be pickled."""
        key = self._memo.key(*parts)
        data = self.find(key)
        if data:
            try:
                return pickle.loads(data)
            except Exception:  # what was cut off or overwritten can fail in any way; it is made again
                pass
        value = make()
        self.keep(key, pickle.dumps(value, pickle.HIGHEST_PROTOCOL))
        return value

    def save(self) -> None:
        """Lay by what is new; all of it once much is new, or much is no longer asked for."""
        newer = {key: data for key, data in self._used.items() if self._base.get(key) != data}
        whole = sum(map(len, self._base.values()))
        gone = sum(len(data) for key, data in self._base.items() if key not in self._used)
        if 4 * sum(map(len, newer.values())) > whole or 2 * gone > whole:
            self._memo.lay_by(self._kind, self._key, marshal.dumps(self._used))
            newer = {}
        self._memo.renew(self._kind, self._newer, marshal.dumps(newer))


def _fill(path: str, data: bytes) -> None:
    with open(path, "wb") as file:  # noqa: PTH123 -- a Path takes longer to make than a small file
        file.write(data)


def _unpacked(data: bytes | None) -> dict[str, bytes]:
    try:
        return marshal.loads(data) if data else {}
    except (ValueError, TypeError, EOFError):  # cut off: made again
        return {}
