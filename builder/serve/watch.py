"""Notices that something of the project has changed: told by the system, and by looking once a second."""

import asyncio
import os
from collections.abc import AsyncIterator
from pathlib import Path

from watchfiles import awatch

FOLDERS = ("slides", "quizzes", "themes")
PAUSE = 1.0
QUIET = 20
"""Milliseconds without a further change after which a change is passed on: editors write, rename and touch in turn."""
LONGEST = 100


async def changes(root: Path, stop: asyncio.Event) -> AsyncIterator[None]:
    """Yields after every change below `slides/`, `quizzes/` and `themes/`, until `stop` is set.

    What the system tells of may be lost (a folder was replaced, too many changes at once, a network drive that tells
    nothing): so all files are looked at once a second besides, by their size and time.
    """
    seen = state(root)
    while not stop.is_set():
        there = folders(root)
        if not there:
            await _pause(stop)
        async for _ in _told(root, there, stop):
            now = state(root)
            if now != seen:
                seen = now
                yield
            if folders(root) != there:
                break
        now = state(root)
        if now != seen:
            seen = now
            yield


async def _told(root: Path, there: dict[str, int], stop: asyncio.Event) -> AsyncIterator[None]:
    """Yields when the system tells of changes, and once a second."""
    if not there:
        return
    try:
        async for _ in awatch(
            *(root / name for name in there),
            stop_event=stop,
            step=QUIET,
            debounce=LONGEST,
            rust_timeout=int(PAUSE * 1000),
            yield_on_timeout=True,
            watch_filter=None,
        ):
            yield
    except (FileNotFoundError, OSError, RuntimeError):  # gone between two looks, or more folders than may be watched
        await _pause(stop)
        yield


async def _pause(stop: asyncio.Event) -> None:
    try:
        await asyncio.wait_for(stop.wait(), PAUSE)
    except TimeoutError:
        return


def folders(root: Path) -> dict[str, int]:
    """The folders that are there, and which ones they are: a folder of the same name may be another one."""
    found = {}
    for name in FOLDERS:
        try:
            found[name] = (root / name).stat().st_ino
        except OSError:
            continue
    return found


def state(root: Path) -> frozenset[tuple[str, int, int, int]]:
    """Every file with its size, time and number: two of these are the same if nothing has changed."""
    found: set[tuple[str, int, int, int]] = set()
    waiting = [str(root / name) for name in FOLDERS]
    while waiting:
        folder = waiting.pop()
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(entry.path)
                        found.add((entry.path, 0, 0, entry.inode()))
                    else:
                        known = entry.stat()
                        found.add((entry.path, known.st_size, known.st_mtime_ns, entry.inode()))
        except OSError:
            continue
    return frozenset(found)
