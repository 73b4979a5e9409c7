"""Lines with their signs marked: the marks are all that is added."""

# ruff: noqa: E501 -- tables: one row, one line

from html import unescape
from re import findall, sub

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.model.block import Listing, ListingKind
from builder.render.marked import marked

PIECES = ["::: ", "{.a b=\"c\"}", "## ", "{{< ", " >}}", "<!-- ", " -->", "**", "- ", "[x] ", "[@a]", "](b)", "`", "key: ", "# ", "\n",
          "\"", "&", "<b>", "...", "true"]  # fmt: skip


@given(
    st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=30).map("".join),
    st.sampled_from(["markdown", "yaml"]),
)
def test_nothing_is_changed(text: str, kind: ListingKind) -> None:
    """Without its marks it is what was written, to the letter."""
    assert unescape(sub(r"</?span[^>]*>", "", str(marked(Listing(text, kind=kind))))) == text


@pytest.mark.parametrize(
    ("kind", "text", "signs"),
    [
        ("markdown", '::: {.callout-tip title="A"}', [("sign", ":::"), ("about", '{.callout-tip title="A"}')]),
        ("markdown", "{{< quiz a#b >}}", [("sign", "{{<"), ("name", "quiz"), ("sign", ">}}")]),
        ("markdown", "# A {#a}\n- [x] B <!-- c -->", [("sign", "#"), ("about", "{#a}"), ("sign", "-"), ("about", "[x]"), ("note", "<!-- c -->")]),
        ("yaml", "- id: a  # b\n  c: true", [("sign", "-"), ("name", "id"), ("note", "# b"), ("name", "c"), ("about", "true")]),
    ],
)  # fmt: skip
def test_signs_are_told_from_words(kind: ListingKind, text: str, signs: list[tuple[str, str]]) -> None:
    found = findall(r'<span class="code-(\w+)">(.*?)</span>', str(marked(Listing(text, kind=kind))))
    assert [(name, unescape(sign)) for name, sign in found] == signs
