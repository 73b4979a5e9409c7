"""What is remembered is found again by what went in, and a bad cache folder costs nothing but time."""

import os
from pathlib import Path

import pytest

from builder.render.memo import Memo


def test_made_once(tmp_path: Path) -> None:
    """The same parts make a result once, also for the next run."""
    calls: list[int] = []

    def make() -> bytes:
        calls.append(1)
        return b"made"

    assert Memo(tmp_path).made("kind", ("a", "b"), make) == b"made"
    assert Memo(tmp_path).made("kind", ("a", "b"), make) == b"made"
    assert len(calls) == 1


def test_parts_are_told_apart(tmp_path: Path) -> None:
    """`ab` + `c` is not `a` + `bc`."""
    memo = Memo(tmp_path)
    assert memo.key("ab", "c") != memo.key("a", "bc")


def test_without_a_folder() -> None:
    """Without a folder results live as long as the run."""
    memo = Memo(None)
    memo.keep("kind", memo.key("a"), b"x")
    assert memo.find("kind", memo.key("a")) == b"x"
    assert Memo(None).find("kind", memo.key("a")) is None


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    """A cache that cannot be written to is no reason to fail."""
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    memo = Memo(blocked)
    assert memo.made("kind", ("a",), lambda: b"x") == b"x"


def test_trim_drops_the_oldest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once too much is kept, the oldest results go first."""
    monkeypatch.setattr("builder.render.memo.LARGEST", 25)
    monkeypatch.setattr("builder.render.memo.TRIMMED_TO", 15)
    monkeypatch.setattr("builder.render.memo.MUCH", 1)
    memo = Memo(tmp_path)
    for age, name in enumerate(("old", "middle", "new")):
        memo.keep("kind", memo.key(name), b"0123456789")
        path = next(p for p in tmp_path.glob("kind/*/*") if p.stat().st_mtime > 2_000)
        os.utime(path, (1_000 + age, 1_000 + age))
    memo.trim()
    fresh = Memo(tmp_path)
    assert [fresh.find("kind", memo.key(name)) is not None for name in ("old", "middle", "new")] == [False, False, True]
