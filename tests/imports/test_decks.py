"""Decks of other tools: slides, notes and pictures come over, the rest is said, and the result builds."""

import io
from pathlib import Path
from typing import Any

import pytest

from builder.imports import marp, powerpoint, quarto, reveal_md
from builder.imports.imported import Imported
from support.project import SVG, Project

REVEAL = """---
title: A talk
theme: moon
---
# First

Hello <span style="color:red">red</span> world

Note: said aloud
and more

---

## Second

- one <!-- .element: class="fragment" -->
- two

--

## Below

![A curve](curve.svg)
![](https://example.org/far.png)
"""
MARP = """---
marp: true
paginate: true
---

# Title

<!-- say hello -->

---

<!-- _class: lead -->
## Picture

![bg right:40%](curve.svg)
"""
QUARTO = """---
title: "Milk"
author: Someone
format: revealjs
---

# Part

## Slide {.smaller background-color="red"}

::: {.incremental}
- one
:::

:::: {.columns}
::: {.column width="40%"}
Left
:::
::: {.column width="60%"}
Right
:::
::::

. . .

::: {.callout-tip title="Try"}
Inside
:::

::: {.panel-tabset}
Kept
:::

::: {.notes}
Hush
:::
"""


def text_of(brought: Imported) -> str:
    """The one lesson."""
    (lesson,) = brought.lessons
    return lesson.text


def losses(brought: Imported) -> str:
    return "\n".join(f"{one.line}: {one.what}" for one in brought.lost)


def errors(tmp_path: Path, brought: Imported) -> list[str]:
    """What the reader finds wrong with the lesson."""
    project = Project(tmp_path).lesson(text_of(brought))
    for name in brought.looked_for.values():
        project.file(f"slides/c/{name}", SVG)
    for name, data in brought.pictures.items():
        project.file(f"slides/c/{name}", data)
    return [str(d) for d in project.load().diagnostics if d.rule.severity == "error"]


def test_reveal_md(tmp_path: Path) -> None:
    """Both kinds of rule end a slide, `Note:` begins notes, and looks are left out by name."""
    brought = reveal_md.read(REVEAL.encode(), "talk")
    text = text_of(brought)
    assert text.startswith("---\ntitle: A talk\n---\n")
    assert text.index("## First") < text.index("::: notes\nsaid aloud\nand more\n") < text.index("## Second")
    assert "\n---\n" not in text.partition("## First")[2]
    assert "Hello red world" in text
    assert brought.looked_for == {"curve.svg": "img/curve.svg"}
    for lost in ("the setting “theme: moon”", "the look of <span>", "https://example.org/far.png"):
        assert lost in losses(brought)
    assert errors(tmp_path, brought) == []


def test_marp(tmp_path: Path) -> None:
    """Comments are what the presenter says, orders are not."""
    brought = marp.read(MARP.encode(), "talk")
    text = text_of(brought)
    assert "::: notes\nsay hello\n:::" in text
    assert "_class" not in text
    assert "](img/curve.svg)" in text
    assert "how a picture was set (“bg right:40%”)" in losses(brought)
    assert errors(tmp_path, brought) == []


def test_quarto(tmp_path: Path) -> None:
    """Blocks that are ours stay; one that is not leaves its content; every loss is told."""
    brought = quarto.read(QUARTO.encode(), "talk")
    text = text_of(brought)
    for kept in (
        "# Part\n", "## Slide {.smaller}\n", "::: incremental\n", ":::: columns\n", '::: {.column width="40%"}\n',
        ". . .\n",
        '::: {.callout-tip title="Try"}\n', "Kept", "::: notes\nHush\n:::",
    ):  # fmt: skip
        assert kept in text, kept
    for lost in ("“author: Someone”", "background-color", "the block “{.panel-tabset}”"):
        assert lost in losses(brought)
    assert errors(tmp_path, brought) == []


@pytest.fixture
def show() -> bytes:
    """A PowerPoint file made with python-pptx: title, bullets in two levels, table, picture, notes."""
    from pptx import Presentation
    from pptx.util import Inches

    made: Any = Presentation()
    one = made.slides.add_slide(made.slide_layouts[1])
    one.shapes.title.text = "What D-MER is"
    frame = one.placeholders[1].text_frame
    frame.text = "A *sudden* wave"
    below = frame.add_paragraph()
    below.level, run = 1, below.add_run()
    run.text, run.font.bold = "gone in minutes", True
    one.notes_slide.notes_text_frame.text = "Say it slowly.\nThen wait."
    two = made.slides.add_slide(made.slide_layouts[5])
    two.shapes.title.text = "Numbers"
    table = two.shapes.add_table(2, 2, Inches(1), Inches(2), Inches(4), Inches(1)).table
    for (row, column), said in {(0, 0): "A", (0, 1): "B", (1, 0): "1", (1, 1): "2 | 3"}.items():
        table.cell(row, column).text = said
    picture = two.shapes.add_picture(io.BytesIO(png()), Inches(1), Inches(4))
    picture._element._nvXxPr.cNvPr.set("descr", "A dark square")
    made.slides.add_slide(made.slide_layouts[6])
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()


def png() -> bytes:
    """A small picture."""
    from base64 import b64decode

    from imports.test_questions import PNG

    return b64decode(PNG)


def test_powerpoint(tmp_path: Path, show: bytes) -> None:
    """Titles, bullets by level, bold, table, picture with its words, and notes; a slide without a title is told."""
    brought = powerpoint.read(show, "Talk")
    text = text_of(brought)
    for kept in (
        "## What D-MER is\n", "- A \\*sudden\\* wave\n  - **gone in minutes**",
        "::: notes\nSay it slowly.\n\nThen wait.\n:::",
        "| A | B |\n| --- | --- |\n| 1 | 2 \\| 3 |", "![A dark square](img/slide-02-",
    ):  # fmt: skip
        assert kept in text, kept
    assert len(brought.pictures) == 1
    assert "slide 3: it has no title" in losses(brought)
    assert errors(tmp_path, brought) == []


@pytest.mark.parametrize("bad", [b"", b"PK\x03\x04 broken", b"not a file at all"])
def test_powerpoint_that_cannot_be_opened(bad: bytes) -> None:
    """Refused in words."""
    with pytest.raises(ValueError, match="no PowerPoint file"):
        powerpoint.read(bad, "Talk")
