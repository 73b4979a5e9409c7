"""Times `lactern build -t deck` against `pandoc -t revealjs` on the same slides, as whole processes, in turn.

Run: make bench (or: python tests/bench/run.py [RUNS]). Needs pandoc. Prints medians in seconds and peak memory in MB.
Every cold run starts from nothing: no output folders and an empty cache folder of its own.
"""

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from decks import lay_down

LACTERN = Path(sys.executable).with_name("lactern")
SIZES = (("60 slides", 1, 60), ("600 slides", 1, 600), ("3,000 slides", 1, 3000), ("50 lessons of 30", 50, 30))


def timed(command: list[str], folder: Path, cache: Path) -> tuple[float, float]:
    """Wall time in seconds of one process, and the largest memory of any process so far in MB."""
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache)}
    start = time.perf_counter()
    subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)
    return time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def cold(folder: Path, cache: Path) -> float:
    """One build from nothing. Templates compiled by an earlier run stay: they belong to the installation."""
    for made in ("site", "presenter"):
        shutil.rmtree(folder / made, ignore_errors=True)
    shutil.rmtree(cache / "lactern" / "memo", ignore_errors=True)
    return timed([str(LACTERN), "build", "-t", "deck", "-q"], folder, cache)[0]


def edited(folder: Path, cache: Path, number: int) -> float:
    """One build after one slide has been edited."""
    lesson = sorted((folder / "slides" / "bench").glob("*.md"))[7]
    text = lesson.read_text("utf-8")
    lesson.write_text(text.replace("what to look for", f"what to look for ({number})", 1), "utf-8")
    return timed([str(LACTERN), "build", "-t", "deck", "-q"], folder, cache)[0]


def pandoc(folder: Path, cache: Path) -> float:
    """Pandoc's plain output of every lesson, one process each."""
    return sum(
        timed(["pandoc", "-t", "revealjs", "-s", lesson.name, "-o", str(folder / "out.html")], lesson.parent, cache)[0]
        for lesson in sorted((folder / "pandoc").glob("*.md"))
    )


def median(measure: Callable[[int], float], runs: int) -> float:
    """The median of some runs."""
    return statistics.median(measure(run) for run in range(runs))


def main(runs: int) -> None:
    """Lay down, measure, print."""
    with tempfile.TemporaryDirectory() as name:
        base = Path(name)
        print(f"{'work':24}{'lactern':>9}{'pandoc':>9}{'ratio':>8}")
        for title, lessons, slides in SIZES:
            folder, cache = base / title.replace(" ", "-").replace(",", ""), base / "cache"
            lay_down(folder, lessons, slides)
            cold(folder, cache)
            ours, theirs = [], []
            for _ in range(runs if slides * lessons < 1000 else max(3, runs // 2)):
                ours.append(cold(folder, cache))
                theirs.append(pandoc(folder, cache))
            a, b = statistics.median(ours), statistics.median(theirs)
            print(f"{title:24}{a:9.3f}{b:9.3f}{a / b:8.2f}", flush=True)
        warm = median(lambda run: edited(folder, cache, run), max(5, runs))
        print(f"{'one slide of 1,500':24}{warm:9.3f}")
        version = median(lambda run: timed([str(LACTERN), "--version"], base, base / "cache")[0], 11)
        print(f"{'--version':24}{version:9.3f}")
        memory = subprocess.run(
            [sys.executable, str(Path(__file__).with_name("memory.py")), str(base / "600-slides")],
            check=True, capture_output=True, text=True,
        )  # fmt: skip
        print(f"{'peak memory, 600':24}{memory.stdout.strip():>9} MB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 9)
