"""A power cut while the site is built: the old site or the new one is whole, never something in between."""

import os
import signal
import subprocess
import time
from pathlib import Path
from random import Random

from support.building import COMMAND, REPOSITORY, build, copy, differing, environment, tree

TARGETS = ("--quiet", "-t", "deck", "-t", "module")
LESSON = "slides/dmer/01-before-the-milk-flows.md"
States = dict[str, dict[str, bytes]]


def test_a_build_that_is_killed_leaves_the_old_or_the_new(tmp_path: Path) -> None:
    """`kill -9` at instants all over a build, the last where files are written; then a build mends everything."""
    project, cache = copy(REPOSITORY, tmp_path / "project", "dmer"), tmp_path / "cache"
    lesson = project / LESSON
    old = lesson.read_text("utf-8")
    texts = {"old": old, "new": old.replace("Few will tell you first", "Few will say so first")}
    wanted: dict[str, States] = {"site": {}, "presenter": {}}
    length = 0.0
    for name, text in texts.items():
        lesson.write_text(text, "utf-8")
        started = time.monotonic()
        build(project, *TARGETS, cache=cache)
        length = time.monotonic() - started
        for folder, states in wanted.items():
            states[name] = tree(project / folder)
    assert differing(wanted["site"]["old"], wanted["site"]["new"])
    chance, killed = Random(7), 0
    for number in range(6):
        lesson.write_text(texts["new" if number % 2 else "old"], "utf-8")
        share = chance.uniform(0.1, 0.8) if number < 3 else chance.uniform(0.8, 1.0)
        killed += kill_a_build(project, cache, length * share)
        for folder, states in wanted.items():
            found = tree(project / folder)
            assert [] in [differing(found, state) for state in states.values()], f"{folder} is neither old nor new"
    assert killed
    lesson.write_text(old, "utf-8")
    build(project, *TARGETS, cache=cache)
    assert differing(tree(project / "site"), wanted["site"]["old"]) == []
    assert differing(tree(project / "presenter"), wanted["presenter"]["old"]) == []


def kill_a_build(project: Path, cache: Path, seconds: float) -> bool:
    """Start a build, kill it and all its helpers after some time, and tell whether it was still at work."""
    running = subprocess.Popen(
        [*COMMAND, "build", *TARGETS],
        cwd=project,
        env=environment(cache),
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    time.sleep(seconds)
    working = running.poll() is None
    if working:
        os.killpg(running.pid, signal.SIGKILL)
    running.wait()
    return working
