"""Pandoc's and Quarto's slides: levels, blocks, attributes, citations, drawn tables, code that is run."""

from pathlib import Path

import pytest

from builder.imports import dialect_of, pandoc, quarto
from imports.decks import errors, headings, losses, text_of

QUARTO = """---
title: "Milk"
author: Someone
lang: de-AT
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
## Tab

Kept
:::

::: {.notes}
Hush
:::

## See {#see}

As in [the first](#slide), [here](#see), [there](other.html), and @one2020 [@two2021; see @three].
A [word]{.smallcaps} and a [mot]{lang="fr"}.

![What it shows](pic.svg){width=40% .shadow}

```{r}
#| echo: false
plot(1)
```

```{python}
print(2)
```

{{< video far.mp4 >}}
"""


def test_quarto(tmp_path: Path) -> None:
    """Blocks that are ours stay; one that is not leaves its content; every loss is told."""
    brought = quarto.read(QUARTO.encode(), "talk")
    text = text_of(brought)
    assert headings(brought) == ["# Part", "## Slide {#slide .smaller}", "## See {#see}"]
    assert brought.language == "de-AT"
    for kept in (
        "::: incremental\n",
        ":::: columns\n",
        '::: {.column width="40%"}\n',
        ". . .\n",
        '::: {.callout-tip title="Try"}\n',
        "### Tab",
        "Kept",
        "::: notes\nHush\n:::",
        "[the first](#slide), [here](#see), there,",
        "(two2021; see three)",
        "A word and a [mot]{lang=fr}.",
        '![What it shows](img/pic.svg){width="40%"}',
        "```python\nprint(2)\n```",
    ):
        assert kept in text, kept
    assert "plot(1)" not in text
    for lost in (
        "“author: Someone”",
        "background-color",
        "the block “{.panel-tabset}”",
        "the link to “other.html”",
        "the citation of “two2021”, “three”",
        "what running a piece of code would show",
        "the shortcode “video far.mp4”",
        "“.smallcaps”",
        "(“.shadow”)",
    ):
        assert lost in losses(brought), lost
    assert errors(tmp_path, brought) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("% A talk\n% Somebody\n\n# Part\n\n## One\n\nx\n\n# Thanks\n", ["# Part", "## One", "## Thanks"]),
        ("---\nauthor: x\ninstitute: y\n---\n# One\n\nx\n\n# Two\n\ny\n", ["## One", "## Two"]),
        ("---\nslide-level: 3\n---\n# A\n\n## B\n\n### C\n\nx\n", ["# A", "# B", "## C"]),
        ("---\nslide-level: 2\n---\n# A\n\nwords of A\n\n## B\n\nx\n", ["# A", "## A", "## B"]),
        ("---\ninstitute: y\n---\n\nOne\n---\n\nx\n\n- y\n\nTwo\n---\n\nz\n", ["## One", "## Two"]),
        ("---\nformat: revealjs\n---\n## A\n\nx\n\n---\n\ny\n\n---\n\n## B\n\nz\n\n---\n", ["## A", "---", "## B"]),
        ("---\nformat: revealjs\n---\n## {.center}\n\nx\n\n##\n\ny\n", ["---", "---"]),
    ],
    ids=["percent", "first level", "third level", "words in a section", "underlined", "rules", "no title"],
)
def test_where_slides_begin(tmp_path: Path, text: str, expected: list[str]) -> None:
    """By headings of one level, which the head names or the deck shows."""
    assert dialect_of("talk.md", text.encode()) is pandoc
    brought = pandoc.read(text.encode(), "talk")
    assert headings(brought) == expected
    assert errors(tmp_path, brought) == []


def test_tables_notes_and_definitions(tmp_path: Path) -> None:
    """Tables with a grid or with columns of dashes get bars; what Pandoc writes its own way is written ours."""
    deck = (
        "# T\n\n+-----+------------+\n| Day | Milk       |\n+=====+============+\n| 1   | - little   |\n"
        "|     | - clear    |\n"
        "+-----+------------+\n\n  Day   Milk\n-----   ------\n    2   more\n\nWord\n~ what it means\n\n"
        "Text^[Aside.] and more[^1].\n\n"
        "[^1]:\nA footnote.\n\n(@) first\n(@) second\n\n#. one\n\nline \\\nnext\n\n"
        "\\begin{align*}a&=b\\end{align*}\n\n\\emph{slanted}\n"
    )
    text = text_of(brought := pandoc.read(deck.encode(), "talk"))
    for kept in (
        "| Day | Milk |\n| --- | --- |\n| 1 | – little<br>– clear |",
        "| Day | Milk |\n| --- | --- |\n| 2 | more |",
        "Word\n: what it means",
        "Text (Aside.) and more[^1].",
        "[^1]: A footnote.",
        "1. first\n1. second",
        "1. one",
        "line  \nnext",
        "$$\\begin{align*}a&=b\\end{align*}$$",
        "*slanted*",
    ):
        assert kept in text, kept
    assert errors(tmp_path, brought) == []


def test_columns_that_hold_something_else_are_undone(tmp_path: Path) -> None:
    """A stray line in columns, a column alone, and blocks that are never closed."""
    stray = "## A\n\n:::: columns\nstray\n::: column\nx\n:::\n::::\n\n"
    deck = f"{stray}::: {{.column}}\ny\n:::\n\n## B\n\n::: {{.callout-note}}\nopen\n\n## C\n"
    brought = quarto.read(deck.encode(), "talk")
    assert "columns" not in text_of(brought)
    assert all(word in text_of(brought) for word in ("stray", "x", "y", "open"))
    assert errors(tmp_path, brought) == []
