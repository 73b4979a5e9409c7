"""Whole builds by the command, each in a process and a cache folder of its own, and what they leave on the disk."""

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]
COMMAND = (sys.executable, "-m", "builder")
MADE = ("site", "presenter")


def environment(cache: Path, **more: str) -> dict[str, str]:
    """The environment of a build: our package, and a cache folder that is not the user's."""
    return {**os.environ, "PYTHONPATH": str(REPOSITORY), "XDG_CACHE_HOME": str(cache), **more}


def build(project: Path, *options: str, cache: Path, **more: str) -> str:
    """Build a project and give what was said. A build that finds an error fails the test with its report."""
    done = subprocess.run(
        [*COMMAND, "build", *options],
        cwd=project,
        env=environment(cache, **more),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its path, in order."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(files)}


def trees(project: Path) -> dict[str, bytes]:
    """All that a build made in a project."""
    return {f"{name}/{path}": data for name in MADE for path, data in tree(project / name).items()}


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """The paths at which two trees are not the same; a short list says more than two megabytes of bytes."""
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


def copy(project: Path, to: Path, course: str = "") -> Path:
    """The sources of a project in another place: of all its courses, or of one."""
    for name in (f"slides/{course}", f"quizzes/{course}", "themes"):
        if (project / name).is_dir():
            shutil.copytree(project / name, to / name)
    return to


def flagship(
    factory: pytest.TempPathFactory, name: str = "whole", options: Sequence[str] = (), course: str = "dmer"
) -> Path:
    """A folder with `site/` and `presenter/` of the seminar, or of the repository's other course, built once for all
    workers of a run. Nothing but that course is in it."""
    shared = factory.getbasetemp()
    if os.environ.get("PYTEST_XDIST_WORKER"):
        shared = shared.parent
    folder = shared / f"{course}-{name}"
    with (shared / f"{course}-{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "ready").exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            places = ("--site-dir", str(folder / "site"), "--presenter-dir", str(folder / "presenter"))
            build(copy(REPOSITORY, folder / "project", course), *places, *options, cache=shared / "cache")
            (folder / "ready").touch()
    return folder
