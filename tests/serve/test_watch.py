"""Every change is noticed, however it comes about."""

import asyncio
import shutil
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from builder.serve.watch import changes, state


async def noticed(root: Path, meanwhile: Callable[[], Awaitable[None]]) -> int:
    """How often a change is passed on while something happens, and in the two seconds after it."""
    stop, count = asyncio.Event(), 0

    async def watch() -> None:
        nonlocal count
        async for _ in changes(root, stop):
            count += 1

    watching = asyncio.create_task(watch())
    await asyncio.sleep(0.5)
    await meanwhile()
    await asyncio.sleep(2.5)
    stop.set()
    await asyncio.wait_for(watching, 5)
    return count


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "slides/c").mkdir(parents=True)
    (tmp_path / "slides/c/01.md").write_text("one", "utf-8")
    return tmp_path


def test_a_saved_file(root: Path) -> None:
    """One save is one change or two, never none; a file saved as it was is none."""

    async def save() -> None:
        (root / "slides/c/01.md").write_text("two", "utf-8")

    async def nothing() -> None:
        (root / "elsewhere.txt").write_text("x", "utf-8")

    assert 1 <= asyncio.run(noticed(root, save)) <= 2
    assert asyncio.run(noticed(root, nothing)) == 0


def test_a_folder_that_is_replaced(root: Path) -> None:
    """The new folder of the old name is watched too, though the system's watch was on the old one."""

    async def replace() -> None:
        shutil.move(root / "slides", root / "old")
        await asyncio.sleep(1.5)
        (root / "slides/c").mkdir(parents=True)
        await asyncio.sleep(1.5)
        (root / "slides/c/02.md").write_text("new", "utf-8")

    assert asyncio.run(noticed(root, replace)) >= 3


def test_a_folder_that_comes_later(root: Path) -> None:
    """`quizzes/` may be made while the preview runs."""

    async def add() -> None:
        (root / "quizzes/c").mkdir(parents=True)
        await asyncio.sleep(1.5)
        (root / "quizzes/c/q.yaml").write_text("title: Q", "utf-8")

    assert asyncio.run(noticed(root, add)) >= 2


def test_ten_thousand_changes(root: Path) -> None:
    """A storm of renames and writes ends in the true state, in far fewer builds than changes."""
    last = root / "slides/c/01.md"

    async def storm() -> None:
        for number in range(5_000):
            last.rename(last.with_suffix(".tmp"))
            last.with_suffix(".tmp").rename(last)
            if number % 500 == 0:
                await asyncio.sleep(0)
        last.write_text("the end", "utf-8")

    before = state(root)
    count = asyncio.run(noticed(root, storm))
    assert 1 <= count < 200
    assert state(root) != before
