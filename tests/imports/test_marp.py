"""Marp decks: orders and notes in comments, headings that divide, lists that come step by step."""

from pathlib import Path

from builder.imports import dialect_of, marp
from imports.decks import errors, headings, losses, text_of

DECK = """---
marp: true
paginate: true
---

# Title

<!-- say hello -->

---

<!-- _class: lead -->
## Picture

![bg right:40%](curve.svg)

---
<!--
_backgroundImage: url('back.png')
_color: white
-->

* one
* two

last words
---
"""


def test_a_deck(tmp_path: Path) -> None:
    """Comments are what the presenter says, orders are not; lists with stars are steps."""
    brought = marp.read(DECK.encode(), "talk")
    text = text_of(brought)
    assert headings(brought) == ["## Title", "## Picture", "---"]
    assert "### last words" in text
    assert "::: notes\nsay hello\n:::" in text
    assert "_class" not in text
    assert "url(" not in text
    assert "![curve.svg](img/curve.svg)" in text
    assert "::: incremental\n* one\n* two" in text
    for lost in ("how a picture was set (“bg right:40%”)", "the picture behind the slide, back.png", "_class: lead"):
        assert lost in losses(brought)
    assert errors(tmp_path, brought) == []


def test_headings_divide(tmp_path: Path) -> None:
    """`headingDivider: 2` and a list of levels; a fitted heading; a rule right below words."""
    body = "# <!-- fit --> A\n\n## B\n\n### b\n\nx\n\n## C\n\nWords\n---\n\ny\n"
    for said, expected in (("2", ["## A", "## B", "## C", "## Words"]), ("[1]", ["## A"])):
        brought = marp.read(f"---\nmarp: true\nheadingDivider: {said}\n---\n{body}".encode(), "talk")
        assert headings(brought) == expected
        assert errors(tmp_path / said.strip("[]"), brought) == []


def test_it_is_known_by_its_head_and_taken_for_nothing_else() -> None:
    """Also where it holds numbered lists and stars, which a quiz in text2qti might."""
    deck = b"---\nmarp: true\n---\n# A\n\n1. first\n\n* star\n"
    assert dialect_of("talk.md", deck) is marp


def test_html_side_by_side(tmp_path: Path) -> None:
    """Elements set side by side are columns; scripts and styles are taken out, buttons leave their words."""
    deck = (
        "---\nmarp: true\n---\n# A\n\n<style>\nh1 { color: red }\n</style>\n<script src='x.js'></script>\n\n"
        "<div class='columns'>\n<div>\n\nLeft **words**\n\n</div>\n<div>\n\nRight <button "
        "onclick='x()'>Press</button>\n\n</div>\n</div>\n"
    )
    text = text_of(brought := marp.read(deck.encode(), "talk"))
    assert ":::: columns\n\n::: {.column}\n\nLeft **words**" in text
    assert "Right Press" in text
    assert "onclick" not in text
    assert "color" not in text
    assert "a <style> element" in losses(brought)
    assert "a <script> element (x.js)" in losses(brought)
    assert errors(tmp_path, brought) == []
