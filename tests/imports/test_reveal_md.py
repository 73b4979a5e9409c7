"""reveal-md decks: where slides begin, what is said, steps, settings of the file's own."""

from pathlib import Path

import pytest

from builder.imports import reveal_md
from imports.decks import errors, headings, losses, text_of

DECK = """---
title: A talk
theme: moon
css: own.css
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


def test_a_deck(tmp_path: Path) -> None:
    """Both kinds of rule end a slide, `Note:` begins notes, and looks are left out by name."""
    brought = reveal_md.read(DECK.encode(), "talk")
    text = text_of(brought)
    assert text.startswith("---\ntitle: A talk\n---\n")
    assert headings(brought) == ["## First", "## Second", "## Below"]
    assert text.index("## First") < text.index("::: notes\nsaid aloud\nand more\n") < text.index("## Second")
    assert "Hello red world" in text
    assert "- [one]{.fragment}\n- two" in text
    assert brought.looked_for == {"curve.svg": "img/curve.svg"}
    for lost in ("1: settings: theme, css", "8: the look of <span>", "25: the picture https://example.org/far.png"):
        assert lost in losses(brought)
    assert errors(tmp_path, brought) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One\r\n\r\n---\r\n\r\nTwo\r\n\r\n----\r\n\r\nThree\r\n", ["---", "---", "---"]),
        ("\ufeff# A\n---\n# B\n", ["## A", "## B"]),
        (
            (
                "---\nseparator: <!--next-->\nverticalSeparator: <!--down-->\n---\nA\n\n<!--next-->\n\nB\n\n"
                "<!--down-->\n\nC"
            ),
            3 * ["---"],
        ),
        ("# A\n\n<!-- v -->\n\n# B\n\n<!-- v -->\n\n# C\n", ["## A", "## B", "## C"]),
        ("## A\n\nx\n\n\n\n## B\n\ny\n\n\n\n## C\n", ["## A", "## B", "## C"]),
        ("# A\n\n## still A\n\n---\n\nWords first.\n\nAnd more of them.\n\n## not a title\n", ["## A", "---"]),
        ("![](far.svg)\n\n# After its picture\n", ["## After its picture"]),
        ("A line above\n\n# The title\n", ["## The title"]),
        ("##Close\n\n---\n\n#tag is no heading\n", ["## Close", "---"]),
    ],
    ids=[
        "crlf",
        "mark",
        "own separators",
        "comments",
        "three empty lines",
        "second heading",
        "picture",
        "kicker",
        "tight",
    ],
)
def test_where_slides_begin(tmp_path: Path, text: str, expected: list[str]) -> None:
    """However the file marks it. The first slide needs no mark."""
    brought = reveal_md.read(text.encode(), "talk")
    assert headings(brought) == expected
    assert errors(tmp_path, brought) == []


def test_steps_and_notes_in_html(tmp_path: Path) -> None:
    """Fragments are steps, an aside is what is said, and a list of HTML is a list."""
    deck = (
        '## Steps\n\n1. Why? <span class="fragment">Because of the reflex.</span>\n\n'
        '<ul><li class="fragment">first</li><li class="fragment">then</li></ul>\n\n'
        '<p class="fragment">at last, **bold**</p>\n\n<aside class="notes">Hush</aside>\n'
    )
    text = text_of(brought := reveal_md.read(deck.encode(), "talk"))
    assert "1. Why? [Because of the reflex.]{.fragment}" in text
    assert "::: incremental\n- first\n- then\n:::" in text
    assert "[at last, **bold**]{.fragment}" in text
    assert "::: notes\nHush\n:::" in text.replace("\n\n", "\n")
    assert errors(tmp_path, brought) == []


def test_code_keeps_every_sign(tmp_path: Path) -> None:
    """What stands in code is no mark: rules, tags, comments, braces, notes."""
    code = "<div class='x'>\n---\nNote: x\n<!-- y -->\n{.z} ::: [a](b)\n"
    deck = f"# Code\n\n```html [1|2-3]\n{code}```\n\nand `<b>{{.x}}</b>`\n\n    <i>indented</i>\n"
    text = text_of(brought := reveal_md.read(deck.encode(), "talk"))
    assert f"```html\n{code}```" in text
    assert "`<b>{.x}</b>`" in text
    assert "```\n<i>indented</i>\n```" in text
    assert brought.lost == ()
    assert errors(tmp_path, brought) == []


def test_maths_of_the_plugin(tmp_path: Path) -> None:
    """It writes maths as code."""
    text = text_of(brought := reveal_md.read(b"# M\n\n`$$ a_1 + b_2 $$` and \\(x^2\\)\n", "talk"))
    assert "$$a_1 + b_2$$ and $x^2$" in text
    assert errors(tmp_path, brought) == []
