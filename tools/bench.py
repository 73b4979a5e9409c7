"""How long builds take: whole processes, medians, on made-up lessons; pandoc beside them where it is installed.

python tools/bench.py [RUNS]
"""

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

COURSE = """\
title: Measuring
language: en
date: 2026-01-01
version: "1.0"
people: [{id: one, name: A. Presenter, role: presenter, disclosure: No financial relationships.}]
objectives: [{id: tell, bloom: understand, text: Tell how long it takes.}]
review: {by: null, date: null}
help: {emergency: your local emergency number, lines: []}
"""
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path d="M0 20 20 0 40 20Z"/></svg>\n'
SIZES = {"60 slides": (1, 60), "600 slides": (1, 600), "50 lessons of 30": (50, 30)}


def slide(number: int) -> str:
    """A slide as people write them: bullets, now and then a table or a picture, notes on each."""
    lines = [f"## Slide number {number}", "", "- A first point with **weight**", "- A second, *softer* one", ""]
    if number % 5 == 0:
        lines += ["| Sign | When |", "|---|---|", "| Warmth | before |", "| Calm | after |", ""]
    if number % 7 == 0:
        lines += ["![A hill](img/hill.svg)", ""]
    return "\n".join([*lines, "::: notes", "Say this slowly, and wait for hands.", ":::", ""])


def lay_course(root: Path, lessons: int, slides: int) -> None:
    """A project with one course of that size."""
    folder = root / "slides" / "bench"
    (folder / "img").mkdir(parents=True)
    (folder / "course.yaml").write_text(COURSE, encoding="utf-8")
    (folder / "img" / "hill.svg").write_text(PICTURE, encoding="utf-8")
    for lesson in range(1, lessons + 1):
        body = "\n".join(slide(number) for number in range(1, slides + 1))
        text = f'---\ntitle: "Lesson {lesson}"\nobjectives: [tell]\n---\n\n# Part one\n\n{body}'
        (folder / f"{lesson:02}-lesson.md").write_text(text, encoding="utf-8")


def seconds(command: list[str], folder: Path, runs: int, fresh: list[str] | None = None) -> str:
    """The median time of a whole process; `fresh` names what is deleted before each run."""
    times = []
    for _ in range(runs):
        for name in fresh or ():
            shutil.rmtree(folder / name, ignore_errors=True)
        started = time.perf_counter()
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        times.append(time.perf_counter() - started)
        if done.returncode:
            return f"failed with {done.returncode}: {(done.stderr or done.stdout).strip().splitlines()[-1]}"
    return f"{statistics.median(times):.3f} s"


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    lactern = [sys.executable, "-m", "builder", "build"]
    made = ["site", "presenter", ".cache"]
    for name, (lessons, slides) in SIZES.items():
        with tempfile.TemporaryDirectory() as scratch:
            root = Path(scratch)
            lay_course(root, lessons, slides)
            print(name)
            print("  deck, all new    ", seconds([*lactern, "--target", "deck"], root, runs, made))
            print("  deck, no change  ", seconds([*lactern, "--target", "deck"], root, runs))
            print("  module, all new  ", seconds([*lactern, "--target", "module"], root, runs, made))
            if lessons * slides <= 60:
                print("  handout, all new ", seconds([*lactern, "--target", "handout"], root, runs, made))
            if shutil.which("pandoc") and lessons == 1:
                source = str(root / "slides" / "bench" / "01-lesson.md")
                command = ["pandoc", "-s", "-t", "revealjs", "--slide-level=2", "-o", "pandoc.html", source]
                print("  pandoc, plain    ", seconds(command, root, runs))


if __name__ == "__main__":
    main()
