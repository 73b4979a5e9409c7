"""Lays down projects of a given size, and the same slides as one Pandoc file each: the benchmark's material.

A slide has a heading, three bullets or a paragraph, a table every 5th, a picture every 7th, and notes on each.
Run: python tests/bench/decks.py FOLDER
"""

import sys
from pathlib import Path

COURSE = """title: Benchmark
language: en
date: 2026-01-01
version: "1"
people: [{name: A. Presenter, role: presenter, disclosure: No financial relationships.}]
objectives: [{id: tell, bloom: understand, text: Describe what to look for at let-down.}]
review: {due: 2027-01-01}
help: {emergency: your local emergency number}
"""


def slide(number: int) -> str:
    """One slide. Both builders read the same text."""
    lines = [f"## Slide {number}: what to look for at let-down", ""]
    if number % 5 == 0:
        lines += ["| Pattern | Onset | Length |", "|---|---|---|"]
        lines += [f"| Row {row} of {number} | *before* milk flows | **{row}** minutes |" for row in range(1, 5)]
    else:
        lines += [
            f"- Ask about the *timing* of the feeling, case {number}",
            "- Listen for the **first** let-down, and for [later ones](https://example.org/a)",
            "- Write down what the person says in their own words",
            "- Ask what the mood is like *between* feeds, and ask it **each time**",
        ]
    if number % 7 == 0:
        lines += ["", f"![A disc on a plain ground, drawing {number}](disc.png)"]
    lines += [
        "", "::: notes",
        f"Say this slowly, and wait after slide {number}. Ask who has *heard* it before, and in which words. Most",
        "people will have met it without a name for it; let two of them say what they were told, and keep it short.",
        "", "Then point at the **first** line, read it aloud, and give them ten seconds. If nobody answers, go on:",
        "the next slide asks the same thing in another way, and there is time for questions at the end.", ":::", "",
    ]  # fmt: skip
    return "\n".join(lines)


def lesson(first: int, slides: int) -> str:
    """A lesson of so many slides, ten to a section."""
    head = f'---\ntitle: "Lesson from {first}"\nobjectives: [tell]\n---\n'
    parts = [head]
    for number in range(first, first + slides):
        if (number - first) % 10 == 0:
            parts.append(f"\n# Part {(number - first) // 10 + 1}\n")
        parts.append(slide(number))
    return "\n".join(parts)


def png() -> bytes:
    """A plain 400 by 200 picture."""
    import struct
    import zlib

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + b"\x0b\x64\x68" * 400 for _ in range(200))
    head = struct.pack(">IIBBBBB", 400, 200, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def lay_down(folder: Path, lessons: int, slides: int) -> None:
    """A project with its course, and `pandoc/*.md` beside it."""
    course = folder / "slides" / "bench"
    course.mkdir(parents=True, exist_ok=True)
    (folder / "pandoc").mkdir(exist_ok=True)
    (course / "course.yaml").write_text(COURSE, "utf-8")
    for place in (course, folder / "pandoc"):
        (place / "disc.png").write_bytes(png())
    for index in range(lessons):
        name = f"{index + 1:02d}-lesson-{index + 1}.md"
        (course / name).write_text(lesson(index * slides + 1, slides), "utf-8")
        (folder / "pandoc" / name).write_text(lesson(index * slides + 1, slides), "utf-8")


if __name__ == "__main__":
    target = Path(sys.argv[1])
    for name, lessons, slides in (("60", 1, 60), ("600", 1, 600), ("3000", 1, 3000), ("50x30", 50, 30)):
        lay_down(target / name, lessons, slides)
