"""Importing costs what it holds: ten times as much takes ten times as long, not a hundred."""

from collections.abc import Callable
from time import process_time

import pytest

from builder.imports import aiken, gift, marp, quarto, reveal_md, table, text2qti

SLIDE = (
    "## Slide {number}\n\nWords with **marks**, `code`, $x^2$ and a "
    "[link](https://example.org/{number}).\n\n- one <b>bold</b>\n- two\n\n"
    "<div class='columns'><div>\n\nleft\n\n</div><div>\n\nright\n\n</div></div>\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n"
    "![A picture](img/{number}.png)\n\n<!-- said -->\n\n---\n\n"
)
FORMS = {
    "gift": (gift, "::Q {number}:: When does it begin, {number}? {{=at let-down#Yes ~on waking#No ####Because.}}\n\n"),
    "aiken": (aiken, "When does it begin, {number}?\nA. at let-down\nB. on waking\nANSWER: A\n\n"),
    "text2qti": (text2qti, "1. When does it begin, {number}?\n*a) at let-down\nb) on waking\n\n"),
    "csv": (table, "When does it begin {number}?,at let-down,on waking,a\n"),
    "reveal-md": (reveal_md, SLIDE),
    "marp": (marp, SLIDE),
    "quarto": (quarto, SLIDE),
}


def took(do: Callable[[], object]) -> float:
    """Seconds of the processor, the best of two."""
    times = []
    for _ in range(2):
        began = process_time()
        do()
        times.append(process_time() - began)
    return min(times)


@pytest.mark.parametrize("name", FORMS)
def test_cost_is_linear(name: str) -> None:
    """Eight times as much may take sixteen times as long, and no longer."""
    dialect, piece = FORMS[name]
    head = "question,a,b,answer\n" if name == "csv" else ""
    small, large = ((head + "".join(piece.format(number=n) for n in range(count))).encode() for count in (60, 480))
    dialect.read(small, "x")
    assert took(lambda: dialect.read(large, "x")) < 16 * took(lambda: dialect.read(small, "x")) + 0.2


@pytest.mark.parametrize(
    "hostile",
    [
        "<b>" * 3_000,
        "<div>" * 2_000,
        "[" * 4_000,
        "![a](" * 2_000,
        "{" * 4_000,
        "`" * 4_000 + "x",
        "$a" * 3_000,
        "<!--" * 2_000,
        "::: {.column}\n" * 1_500,
        "a ^[" * 2_000,
        "<a href='" * 1_500,
        "\\begin{align}" * 800,
        "- # " * 1_500,
        "[^1]:\n" * 2_000,
        "<i>" * 900 + "x" + "</i>" * 900,
        "<div class=row>" * 300 + "</div>" * 300,
        "<ul><li>" * 300,
        "> " * 1_500,
        "**" * 3_000,
    ],
    ids=lambda text: text[:12],
)
def test_hostile_text_takes_no_longer_than_its_size(hostile: str) -> None:
    """Things opened again and again and never closed."""
    for dialect in (reveal_md, quarto):
        assert took(lambda: dialect.read(f"# A\n\n{hostile}\n".encode(), "x")) < 3  # noqa: B023
