"""Writing: only what changed, only where we are at home, whole at every instant."""

import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest

from builder.model.output import Output, Tree
from builder.write import swap
from builder.write.tree import Written, write

SITE, PRESENTER = Path("site"), Path("presenter")


def page(path: str, data: str = "", tree: Tree = "site") -> Output:
    return Output(tree, PurePosixPath(path), data.encode())


def run(root: Path, *outputs: Output, clean: bool = False) -> Written:
    (root / "slides").mkdir(exist_ok=True)
    return write(outputs, root, SITE, PRESENTER, clean)


def content(folder: Path) -> dict[str, str]:
    """All that stands in a folder, without the marker."""
    return {
        p.relative_to(folder).as_posix(): p.read_text()
        for p in sorted(folder.rglob("*"))
        if p.is_file() and not p.name.startswith(".lactern")
    }


def umask() -> int:
    os.umask(before := os.umask(0))
    return before


def codes(written: Written) -> list[str]:
    return [d.rule.code for d in written.diagnostics]


def test_writes_both_trees_and_leaves_nothing_else(tmp_path: Path) -> None:
    """Two trees, their markers, and no stage left behind."""
    written = run(tmp_path, page("index.html", "a"), page("c/slides/l.html", "b"), page("k.html", "key", "presenter"))
    assert written.changed == ("site/c/slides/l.html", "site/index.html", "presenter/k.html")
    assert content(tmp_path / "site") == {"index.html": "a", "c/slides/l.html": "b"}
    assert content(tmp_path / "presenter") == {"k.html": "key"}
    assert sorted(p.name for p in tmp_path.iterdir()) == ["presenter", "site", "slides"]


@pytest.mark.parametrize("path", ["c/aux.html", "CON/index.html", "c/img/what?.png", "c/com1", "c/a ./b", "lpt9.x.y"])
def test_a_name_that_windows_refuses(tmp_path: Path, path: str) -> None:
    """A stick that Windows cannot read is no use in a seminar room."""
    assert codes(run(tmp_path, page(path, "a"))) == ["F907"]
    assert content(tmp_path) == {}


@pytest.mark.parametrize(
    "path", ["c/auxiliary.html", "c/icon.svg", "c/com10.html", "c/.hidden/x", "console/nul-hypothesis.html"]
)
def test_a_name_that_windows_takes(tmp_path: Path, path: str) -> None:
    """Names that only begin or end like those of devices."""
    assert codes(run(tmp_path, page(path, "a"))) == []


def test_a_folder_that_is_closed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It names the folder that was asked for, and the way out; not a folder of ours that nobody knows."""
    monkeypatch.setattr(Path, "mkdir", closed)
    with pytest.raises(OSError, match="Name another folder to write to") as told:
        write([page("a.html")], tmp_path, SITE, PRESENTER)
    assert told.value.filename == str(tmp_path / "site")


def closed(path: Path, *_: object, **__: object) -> None:
    raise OSError(errno.EROFS, "Read-only file system", str(path))


def test_the_same_again_touches_nothing(tmp_path: Path) -> None:
    """A second build with the same outputs writes no byte and keeps every time stamp."""
    outputs = page("index.html", "a"), page("c/l.html", "b")
    run(tmp_path, *outputs)
    before = {p: (p.stat().st_mtime_ns, p.stat().st_ino) for p in tmp_path.rglob("*")}
    written = run(tmp_path, *outputs)
    assert (written.changed, len(written.kept)) == ((), 2)
    assert {p: (p.stat().st_mtime_ns, p.stat().st_ino) for p in tmp_path.rglob("*")} == before


def test_an_unchanged_file_keeps_its_time_when_others_change(tmp_path: Path) -> None:
    """What did not change is the same file afterwards, so that uploads by date stay small."""
    run(tmp_path, page("a.html", "a"), page("b.html", "b"))
    before = (tmp_path / "site/b.html").stat()
    written = run(tmp_path, page("a.html", "new"), page("b.html", "b"))
    after = (tmp_path / "site/b.html").stat()
    assert written.changed == ("site/a.html",)
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_sweeps_what_is_no_longer_made(tmp_path: Path) -> None:
    """A lesson that is gone leaves no page and no empty folder."""
    run(tmp_path, page("index.html", "a"), page("old/l.html", "b"))
    written = run(tmp_path, page("index.html", "a"))
    assert written.removed == ("site/old/l.html",)
    assert sorted(p.name for p in (tmp_path / "site").iterdir()) == [".lactern", "index.html"]


def test_building_one_course_keeps_the_others(tmp_path: Path) -> None:
    """With `only`, the sweep stays in the folder of the course that was built; shared files stay for the others."""
    run(tmp_path, page("a/l.html", "a"), page("a/old.html", "a"), page("b/l.html", "b"), page("assets/b.css", "b"))
    written = write([page("a/l.html", "new")], tmp_path, SITE, PRESENTER, only=["a"])
    assert (written.changed, written.removed) == (("site/a/l.html",), ("site/a/old.html",))
    assert content(tmp_path / "site") == {"a/l.html": "new", "b/l.html": "b", "assets/b.css": "b"}
    assert run(tmp_path, page("a/l.html", "new")).removed == ("site/assets/b.css", "site/b/l.html")


def test_files_of_others_survive(tmp_path: Path) -> None:
    """Somebody's own file, folder and link in the site are neither swept nor moved."""
    run(tmp_path, page("index.html", "a"), page("old/l.html", "b"))
    (tmp_path / "site/CNAME").write_text("example.org")
    (tmp_path / "site/old/mine.txt").write_text("mine")
    (tmp_path / "site/.git/refs").mkdir(parents=True)
    (tmp_path / "site/elsewhere").symlink_to(tmp_path)
    written = run(tmp_path, page("index.html", "new"))
    assert (written.changed, written.removed) == (("site/index.html",), ("site/old/l.html",))
    assert content(tmp_path / "site") == {"CNAME": "example.org", "index.html": "new", "old/mine.txt": "mine"}
    assert (tmp_path / "site/.git/refs").is_dir()
    assert (tmp_path / "site/elsewhere").is_symlink()


def test_a_file_edited_or_deleted_by_hand_is_made_again(tmp_path: Path) -> None:
    """The marker is not believed against the disk."""
    run(tmp_path, page("a.html", "a"), page("b.html", "b"))
    (tmp_path / "site/a.html").write_text("longer than it was")
    (tmp_path / "site/b.html").unlink()
    assert run(tmp_path, page("a.html", "a"), page("b.html", "b")).changed == ("site/a.html", "site/b.html")
    assert content(tmp_path / "site") == {"a.html": "a", "b.html": "b"}


def test_clean_writes_all_again(tmp_path: Path) -> None:
    """`--clean` trusts nothing, and still removes only our own files."""
    run(tmp_path, page("a.html", "a"))
    (tmp_path / "site/mine.txt").write_text("mine")
    assert run(tmp_path, page("a.html", "a"), clean=True).changed == ("site/a.html",)
    assert content(tmp_path / "site") == {"a.html": "a", "mine.txt": "mine"}


def test_media_are_copied_once(tmp_path: Path) -> None:
    """A film is copied with its time, kept while it is the same, and copied again when it is another."""
    film = tmp_path / "slides" / "film.mp4"
    film.parent.mkdir()
    film.write_bytes(b"one")
    output = Output("site", PurePosixPath("assets/film.mp4"), copy_of="slides/film.mp4")
    assert run(tmp_path, output).changed == ("site/assets/film.mp4",)
    assert run(tmp_path, output).changed == ()
    film.write_bytes(b"two")
    os.utime(film, (1, 1))
    assert run(tmp_path, output).changed == ("site/assets/film.mp4",)
    assert (tmp_path / "site/assets/film.mp4").read_bytes() == b"two"


def test_the_marker_is_the_same_everywhere(tmp_path: Path) -> None:
    """Same outputs, same marker bytes: no clock, no machine path."""
    for name in ("one", "two"):
        (tmp_path / name / "slides").mkdir(parents=True)
        write([page("b.html", "b"), page("a.html", "a")], tmp_path / name, SITE, PRESENTER)
    first = (tmp_path / "one/site/.lactern").read_bytes()
    assert first == (tmp_path / "two/site/.lactern").read_bytes()
    assert str(tmp_path).encode() not in first


def test_a_folder_of_somebody_else_is_refused(tmp_path: Path) -> None:
    """A folder with files and without our marker is neither written to nor swept, nor is the other tree."""
    (tmp_path / "presenter").mkdir()
    (tmp_path / "presenter/thesis.doc").write_text("years of work")
    written = run(tmp_path, page("a.html", "a"), page("k.html", "k", "presenter"))
    assert codes(written) == ["F901"]
    assert written.changed == ()
    assert content(tmp_path / "presenter") == {"thesis.doc": "years of work"}
    assert not (tmp_path / "site").exists()


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    """An empty folder is free to use."""
    (tmp_path / "site").mkdir()
    assert codes(run(tmp_path, page("a.html", "a"))) == []


@pytest.mark.parametrize(
    ("site", "presenter"),
    [
        ("site", "site"),
        ("out", "out/presenter"),
        ("out/site", "out"),
        (".", "presenter"),
        ("slides/site", "presenter"),
        ("..", "p"),
    ],
)
def test_folders_that_lie_in_each_other_are_refused(tmp_path: Path, site: str, presenter: str) -> None:
    """A presenter's folder inside the site would be published; a site over the project would be read as lessons."""
    root = tmp_path / "project"
    (root / "slides").mkdir(parents=True)
    written = write([page("a.html", "a")], root, Path(site), Path(presenter))
    assert set(codes(written)) == {"F902"}
    assert [p.name for p in root.rglob("*")] == ["slides"]


def test_a_site_that_is_a_link_is_refused(tmp_path: Path) -> None:
    """Writing through a link would fill a folder nobody named."""
    outside = tmp_path / "outside"
    outside.mkdir()
    root = tmp_path / "project"
    (root / "slides").mkdir(parents=True)
    (root / "site").symlink_to(outside)
    assert codes(write([page("a.html", "a")], root, SITE, PRESENTER)) == ["F903"]
    assert list(outside.iterdir()) == []


def test_a_link_inside_the_site_is_not_followed(tmp_path: Path) -> None:
    """A folder of the site that somebody replaced by a link stops the build."""
    outside = tmp_path / "outside"
    outside.mkdir()
    run(tmp_path, page("index.html", "a"))
    (tmp_path / "site/c").symlink_to(outside)
    assert codes(run(tmp_path, page("index.html", "a"), page("c/l.html", "b"))) == ["F903"]
    assert list(outside.iterdir()) == []


def test_somebodys_file_in_the_way_is_not_overwritten(tmp_path: Path) -> None:
    """The only copy of a file is worth more than a page."""
    run(tmp_path, page("index.html", "a"))
    (tmp_path / "site/plan.html").write_text("mine")
    assert codes(run(tmp_path, page("index.html", "a"), page("plan.html", "ours"))) == ["F906"]
    assert (tmp_path / "site/plan.html").read_text() == "mine"


@pytest.mark.parametrize(
    ("paths", "code"),
    [(("Latch.html", "latch.html"), "F904"), (("é.html", "e\u0301.html"), "F904"), (("a/b", "a"), "F905")],
)
def test_paths_that_clash(tmp_path: Path, paths: tuple[str, str], code: str) -> None:
    """Two paths that are one file somewhere are a finding, and nothing is written."""
    written = run(tmp_path, *(page(path, path) for path in paths))
    assert codes(written) == [code]
    assert not (tmp_path / "site").exists()


def test_the_same_output_twice_is_one_file(tmp_path: Path) -> None:
    """Shared assets may be named by several formats; different bytes under one path may not."""
    assert codes(run(tmp_path, page("a.css", "x"), page("a.css", "x"))) == []
    assert codes(run(tmp_path, page("a.css", "x"), page("a.css", "y"))) == ["F905"]


@pytest.mark.parametrize("path", ["/etc/passwd", "../up.html", "a\nb"])
def test_a_path_that_leaves_the_tree_is_a_bug(tmp_path: Path, path: str) -> None:
    """Such a path never comes from an author: the format is wrong."""
    with pytest.raises(ValueError, match="may not be written"):
        run(tmp_path, page(path))


OLD = {"a/l.html": "old a", "b.html": "old b", "index.html": "old", "same.css": "same", "gone.html": "gone"}
NEW = {"a/l.html": "new a", "c/n.html": "new c", "index.html": "new", "same.css": "same", "b.html": "new b"}


def killed_at(step: int, work: Callable[[], object]) -> bool:
    """Do the work in a child that dies at its step-th touch of the disk, as by kill -9. True if it died."""
    child = os.fork()
    if child == 0:
        touched = 0

        def hook(event: str, args: tuple[object, ...]) -> None:
            nonlocal touched
            if event.startswith(("os.", "shutil.", "ctypes.", "tempfile.")) or event == "open":
                touched += 1
                if touched == step:
                    os._exit(9)

        sys.addaudithook(hook)
        work()
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9


def kill_everywhere(tmp_path: Path, prepare: Callable[[Path], None], judge: Callable[[Path], None]) -> None:
    """Build OLD, then NEW killed at every step in turn; judge what is there; then the next build must be whole."""
    died, step = True, 0
    while died:
        step += 1
        root = tmp_path / str(step)
        root.mkdir()
        run(root, *(page(path, text) for path, text in OLD.items()))
        prepare(root)
        died = killed_at(step, lambda root=root: run(root, *(page(path, text) for path, text in NEW.items())))  # type: ignore[misc]
        judge(root)
        assert codes(run(root, *(page(path, text) for path, text in NEW.items()))) == []
        assert {p: t for p, t in content(root / "site").items() if p != "mine.txt"} == NEW
    assert step > 15


@pytest.mark.skipif(sys.platform != "linux", reason="renameat2 is Linux's")
def test_a_kill_at_any_instant_leaves_the_old_site_or_the_new(tmp_path: Path) -> None:
    """With the exchange in one system call there is no instant in between."""

    def judge(root: Path) -> None:
        assert content(root / "site") in (OLD, NEW)

    kill_everywhere(tmp_path, lambda root: None, judge)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_kill_between_two_renames_is_mended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the exchange the site may be away for a moment; the next build finds the old one and brings it back."""
    monkeypatch.setattr(swap, "exchange", lambda one, two: False)

    def judge(root: Path) -> None:
        swap.mend(root / "site")
        assert content(root / "site") in (OLD, NEW)

    kill_everywhere(tmp_path, lambda root: None, judge)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_one_by_one_every_file_is_whole_and_home_comes_last(tmp_path: Path) -> None:
    """Where the folder cannot be swapped, files are replaced singly: whole, home pages last, nothing swept early."""

    def prepare(root: Path) -> None:
        (root / "site/mine.txt").write_text("mine")

    def judge(root: Path) -> None:
        there = content(root / "site")
        assert there.pop("mine.txt") == "mine"
        assert all(text in (OLD.get(path), NEW.get(path)) for path, text in there.items())
        if there["index.html"] == "new":
            assert {path: there[path] for path in NEW} == NEW
        else:
            assert OLD.keys() <= there.keys()

    kill_everywhere(tmp_path, prepare, judge)


def test_without_hard_links_it_still_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A USB stick's file system has no hard links."""

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    for files in (OLD, NEW):
        run(tmp_path, *(page(path, text) for path, text in files.items()))
    assert content(tmp_path / "site") == NEW


def test_a_stage_of_a_killed_build_is_dropped_when_it_is_old(tmp_path: Path) -> None:
    """Leftovers go; one that another build may be filling right now stays."""
    run(tmp_path, page("a.html", "a"))
    assert (tmp_path / "site").stat().st_mode & 0o777 == 0o777 & ~umask()
    for name, age in (("old", 2 * swap.STALE), ("young", 0)):
        stage = tmp_path / f".site.lactern-{name}"
        stage.mkdir()
        os.utime(stage, (stage.stat().st_mtime - age,) * 2)
    run(tmp_path, page("a.html", "b"))
    assert [p.name for p in tmp_path.glob(".site.*")] == [".site.lactern-young"]
