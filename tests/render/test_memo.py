"""What is remembered is found again by what went in, and a bad cache folder costs nothing but time."""

import os
from pathlib import Path

import pytest

from builder.render.memo import Memo, Shelf


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
    memo.save()
    fresh = Memo(tmp_path)
    assert [fresh.find("kind", memo.key(name)) is not None for name in ("old", "middle", "new")] == [False, False, True]


def on_shelf(memo: Memo, **results: bytes) -> Shelf:
    """A shelf on which these results are looked for, and kept where they are missing, as a build does."""
    shelf = Shelf(memo, "kind", "name")
    for key, data in results.items():
        if shelf.find(key) is None:
            shelf.keep(key, data)
    shelf.save()
    memo.save()
    return shelf


def sizes(folder: Path) -> list[int]:
    """How long the files in a memo's folder are, the shortest first."""
    return sorted(path.stat().st_size for path in folder.glob("kind/*/*"))


def test_one_new_result_does_not_write_the_shelf_again(tmp_path: Path) -> None:
    """After one edit only the short file changes; both results are found afterwards."""
    on_shelf(Memo(tmp_path), long=b"x" * 10_000, short=b"y")
    long_file = max(tmp_path.glob("kind/*/*"), key=lambda path: path.stat().st_size)
    os.utime(long_file, (1_000, 1_000))
    on_shelf(Memo(tmp_path), long=b"", fresh=b"z")
    assert long_file.stat().st_mtime == 1_000
    shelf = Shelf(Memo(tmp_path), "kind", "name")
    assert (shelf.find("long"), shelf.find("fresh")) == (b"x" * 10_000, b"z")


def test_what_is_not_asked_for_falls_off(tmp_path: Path) -> None:
    """A shelf never grows beyond what is used: much that is new or gone makes it be written anew."""
    on_shelf(Memo(tmp_path), first=b"x" * 10_000)
    on_shelf(Memo(tmp_path), second=b"y" * 10_000)
    assert Shelf(Memo(tmp_path), "kind", "name").find("first") is None
    assert sum(sizes(tmp_path)) < 11_000
    for number in range(50):
        on_shelf(Memo(tmp_path), second=b"", **{f"edit-{number}": b"z" * 1_000})
    assert sum(sizes(tmp_path)) < 15_000


def test_a_value_is_recalled(tmp_path: Path) -> None:
    """A value is made once for the same parts; a cut-off one is made again."""
    made: list[int] = []

    def make() -> tuple[str, int]:
        made.append(1)
        return "value", len(made)

    for _ in range(2):
        memo = Memo(tmp_path)
        shelf = Shelf(memo, "kind", "name")
        assert shelf.recall(("a",), make) == ("value", 1)
        shelf.save()
        memo.save()
    shelf.keep(memo.key("a"), b"\x80cut")
    shelf.save()
    memo.save()
    assert Shelf(Memo(tmp_path), "kind", "name").recall(("a",), make) == ("value", 2)


def test_a_shelf_that_was_cut_off(tmp_path: Path) -> None:
    """Half a file is as good as none."""
    on_shelf(Memo(tmp_path), one=b"x" * 100)
    for path in tmp_path.glob("kind/*/*"):
        path.write_bytes(path.read_bytes()[:5])
    assert Shelf(Memo(tmp_path), "kind", "name").find("one") is None
