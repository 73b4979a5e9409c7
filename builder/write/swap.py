"""Put a finished tree in the place of the old one, so that a kill at any instant leaves one of them whole.

The new tree is built beside the old one; unchanged files are hard links, so that it costs little. Then the two are
exchanged by one system call where there is one (Linux `renameat2`, macOS `renamex_np`): every instant shows the old
tree or the new one. Elsewhere it takes two renames; a kill between them is mended by the next build.

Where a folder cannot be swapped (it is a mount point, it holds files of somebody else, the file system has no hard
links) files are replaced one by one: each is whole at every instant, a page comes after all that it needs, home
pages come last, and nothing is removed before everything new is there.
"""

import contextlib
import os
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from builder.write import marker
from builder.write.marker import UNSURE, Made
from builder.write.plan import Plan

STALE = 3600
SHUT = "nothing can be written here ({}). Name another folder to write to"


def put(plan: Plan, root: Path) -> None:
    """Bring one folder to what its plan wants."""
    folder = plan.folder
    stage = folder.with_name(f".{folder.name}.lactern-{os.urandom(4).hex()}")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        mend(folder)
        stage.mkdir()  # and not mkdtemp, whose folders a web server may not read
    except OSError as error:
        raise OSError(error.errno, SHUT.format(error.strerror), str(folder)) from error
    try:
        _write(plan, stage, root)
        if plan.foreign or not (_link(plan, stage) and _swap(stage, folder)):
            _one_by_one(plan, stage)
    finally:
        _drop(stage)


def mend(folder: Path) -> None:
    """After a build that was killed: bring back a tree caught between two renames, drop stages left behind."""
    last = _last(folder)
    if last.is_dir() and not folder.exists():
        last.replace(folder)
    for left in folder.parent.glob(f".{folder.name}.lactern-*"):
        with contextlib.suppress(FileNotFoundError):
            if left == last or time.time() - left.stat().st_mtime > STALE:  # a younger one may be another build's
                _drop(left)


def _write(plan: Plan, stage: Path, root: Path) -> None:
    for path in plan.changed:
        target = f"{stage}/{path}"
        output = plan.outputs[path]
        try:
            _fill(target, output.data, output.copy_of and str(root / output.copy_of))
        except FileNotFoundError:
            Path(target).parent.mkdir(parents=True, exist_ok=True)
            _fill(target, output.data, output.copy_of and str(root / output.copy_of))
    (stage / marker.NAME).write_bytes(marker.lines(plan.made))


def _fill(target: str, data: bytes, source: str) -> None:
    if source:
        from shutil import copyfile, copystat

        copyfile(source, target)
        copystat(source, target)
        os.chmod(target, 0o644)  # noqa: PTH101 -- as below
    else:
        with open(target, "wb") as file:  # noqa: PTH123 -- a Path takes longer to make than a file
            file.write(data)


def _link(plan: Plan, stage: Path) -> bool:
    """Complete the stage with what did not change; False where the file system has no hard links."""
    made: set[str] = set()
    for path in plan.kept:
        parent = path.rpartition("/")[0]
        if parent not in made:
            (stage / parent).mkdir(parents=True, exist_ok=True)
            made.add(parent)
        try:
            (stage / path).hardlink_to(plan.folder / path)
        except OSError:
            return False
    return True


def _swap(stage: Path, folder: Path) -> bool:
    """Exchange the two; the old tree is then in the stage, which the caller removes."""
    try:
        if not folder.exists():
            stage.replace(folder)
            return True
        if folder.is_mount():
            return False
        folder_mode = folder.stat().st_mode & 0o7777
        stage.chmod(folder_mode)
        if exchange(stage, folder):
            return True
        last = _last(folder)
        folder.replace(last)
        try:
            stage.replace(folder)
        except OSError:
            last.replace(folder)
            return False
        _drop(last)
    except OSError:
        return False
    return True


def exchange(one: Path, two: Path) -> bool:
    """Swap two folders in one system call: renameat2(2) with RENAME_EXCHANGE, renamex_np(2) with RENAME_SWAP."""
    import ctypes

    try:
        if sys.platform == "linux":
            here = -100  # AT_FDCWD
            call = ctypes.CDLL(None).renameat2
            return bool(call(here, os.fsencode(one), here, os.fsencode(two), 2) == 0)
        if sys.platform == "darwin":
            return bool(ctypes.CDLL(None).renamex_np(os.fsencode(one), os.fsencode(two), 2) == 0)
    except (AttributeError, OSError):  # an older C library
        pass
    return False


def _one_by_one(plan: Plan, stage: Path) -> None:
    folder = plan.folder
    folder.mkdir(exist_ok=True)
    for left in folder.rglob(marker.NEW):  # of a build that was killed
        left.unlink()
    # First the list: after a kill the next build must know these files as ours, and doubt what they hold.
    old = marker.read(folder) or {}
    doubt = {path: Made(UNSURE, 0) for path in plan.changed}
    _marker(folder, {**old, **plan.made, **doubt})
    for path in sorted(plan.changed, key=_order):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        _move(stage / path, target)
    for path in plan.removed:
        (folder / path).unlink(missing_ok=True)
        for parent in (folder / path).parents:
            if parent == folder:
                break
            with contextlib.suppress(OSError):  # somebody's file is still in it
                parent.rmdir()
    _marker(folder, plan.made)


def _order(path: str) -> tuple[bool, bool, int, str]:
    """Pages after what they need, home pages last, the outermost last of all."""
    name = path.rpartition("/")[2]
    return name == "index.html", name.endswith(".html"), -path.count("/"), path


def _marker(folder: Path, made: Mapping[str, Made]) -> None:
    new = folder / marker.NEW
    new.write_bytes(marker.lines(made))
    new.replace(folder / marker.NAME)


def _move(source: Path, target: Path) -> None:
    try:
        source.replace(target)
    except OSError:  # another file system: copy beside the target first, so that it is never half there
        beside = target.with_name(marker.NEW)
        from shutil import copy2

        copy2(source, beside)
        beside.replace(target)


def _drop(folder: Path) -> None:
    """Remove a folder of ours, if it is there."""
    if folder.exists():
        from shutil import rmtree  # brings three ways to compress along, which most builds have no use for

        rmtree(folder, ignore_errors=True)


def _last(folder: Path) -> Path:
    return folder.with_name(f".{folder.name}.lactern-last")
