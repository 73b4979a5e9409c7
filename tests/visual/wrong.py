"""A small project in which everything is wrong that can be seen: a lesson, and a theme that spoils it."""

import shutil
import subprocess
import sys
from pathlib import Path

from support.building import REPOSITORY, environment
from support.chromium import PROGRAM

COURSE = """\
title: A course
language: en
theme: own
objectives: [{id: timing, bloom: understand, text: Describe the timing.}]
people: [{name: A. Example, disclosure: None.}]
help: {emergency: your local emergency number, lines: [{name: A line, number: "111"}]}
"""
LESSON = """\
## Sound

Words that anyone can read.

<svg viewBox="0 0 9 9" width="60" height="60" role="img" aria-label="A broken line"><path d="M0 0 nonsense"/></svg>

::: {.big-enough}
A paragraph in large letters.
:::

## Tall

::: {.tall}
A box that is far too high.
:::

## Crossed

::: {.crossed}
First of two sentences.

Second of two sentences.
:::

## Cut

::: {.low}
A long text that does not fit into its box, because the box is far too low for all that it says.
:::

## Pale

Words, and then

. . .

::: {.pale}
pale words on their way out.
:::

## Hidden in the dark

::: {.dark-only}
Words that vanish at night.
:::

## On a picture

::: {.striped}
Words on a ground that is mostly dark.
:::

## Tiny

::: {.tiny}
Words for ants alone.
:::

## Buttons

::: {.buttons}
[x](#tiny) [y](#pale)
:::

## Strange

::: {.strange}
Words in a font that is nowhere.
:::

## Dressed up

<p style="color: #123456">Words dressed up by hand.</p>

## Wide

::: {.wide}
A box as wide as a barn.
:::

## Unnamed

::: {.unnamed}
<span role="button" tabindex="0"></span> A thing without a name.
:::
"""
LOOK = """
.tall { block-size: 900px }
.crossed { position: relative; block-size: 90px }
.crossed p { position: absolute; inset-block-start: 0; margin: 0 }
.low { block-size: 30px; overflow: hidden; max-inline-size: 300px; background: none; padding: 0; margin: 0 }
.pale p { color: #c9c9c9 }
.dark-only p { color: #222 }
.dark-only { background: none }
.striped p { background: linear-gradient(#222, #222 70%, #fff 70%); color: #333 }
.tiny p { font-size: 9px !important }
.buttons p { font-size: 12px; line-height: 12px }
.buttons a { display: inline-block; inline-size: 8px; block-size: 10px; overflow: visible }
.strange p { font-family: Nosuchfont, serif }
"""
MODULE_LOOK = """
.wide { inline-size: 900px }
@font-face { font-family: Gone; src: url("gone.woff2") }
.strange p { font-family: Gone, serif }
"""


def line_of(text: str) -> int:
    """The line of the lesson that holds these words."""
    return next(number for number, line in enumerate(LESSON.splitlines(), 1) if text in line)


def project(root: Path, lesson: str = LESSON) -> Path:
    """Lay the project down, with a theme of its own: calm's, and what is wrong."""
    (root / "slides/c").mkdir(parents=True)
    (root / "slides/c/course.yaml").write_text(COURSE, "utf-8")
    (root / "slides/c/01-lesson.md").write_text(lesson, "utf-8")
    shutil.copytree(REPOSITORY / "themes/calm", root / "themes/own")
    for name, more in (("deck.css", LOOK), ("module.css", LOOK + MODULE_LOOK)):
        sheet = root / "themes/own" / name
        sheet.write_text(sheet.read_text("utf-8") + more, "utf-8")
    return root


def check(root: Path, *options: str, cache: Path, **more: str) -> "subprocess.CompletedProcess[str]":
    """Run the command."""
    return subprocess.run(
        [sys.executable, "-m", "builder", "check", "--visual", *options],
        cwd=root,
        env=environment(cache, **{"CHROMIUM": PROGRAM, **more}),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
