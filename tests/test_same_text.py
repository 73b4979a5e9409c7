"""The short cuts of the Markdown conversion change nothing: plain Python-Markdown with everything on says the same."""

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.parse.markdown.converter import Converter, attributes, basic, rest
from builder.parse.markdown.inline import Inlines
from builder.parse.markdown.lists import even_out
from builder.parse.markdown.quick import NEEDED, quicken

PIECES = [
    "Milk lets down", "a *wave* of", "**strong**", "***both***", "_low_", "__mood__", "a_b_c", "2*3*4", "`code`",
    "``a`b``", "[link](a.md)", "[link](a.md 'T')", "[ref][r]", "[r]", "![alt](x.png)", "![alt][r]", "<b>raw</b>",
    "<https://example.org>", "<a@example.org>", "&amp;", "&", "<", ">", "\\*", "\\", "[@heise2011]", "[@a; @b]",
    "[text]{.mark}", "[_____]{.blank lines=2}", "H~2~O", "x^2^", "==marked==", "~~struck~~", "$a+b$", "costs $5",
    "\"quoted\"", "it's", "--", "---", "...", "[^1]", "MER", "a | b", "!", "[", "]", "(", ")", "{", "}", "{.x}",
    "{: .x}", "=", "==", "~", "^", "$", "@", "|", "#", ":", "1.", "1986. A", "(a)", "Grüße", "לחלב", "  ", "\t", "'",
]  # fmt: skip
LINES = [
    "", "", "- item", "* item", "  - nested", "    - nested", "1. first", "2) second", "> quoted", "### Heading",
    "### Heading {#id .x}", "| a | b |", "|---|:-:|", "a | b", "--- | ---", "Term", ": Definition", "  : Definition",
    "```", "~~~ python", "    code", "***", "- - -", "=====", "[r]: a.md", "[^1]: A note.",
    "*[MER]: milk ejection reflex",
    "<div>", "</div>", "<!-- x -->", "ends in two spaces  ", "- [x] done", "- [ ] open",
]  # fmt: skip
inline = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4)), min_size=1, max_size=8).map(" ".join)
close = st.lists(st.sampled_from(PIECES), min_size=1, max_size=8).map("".join)
texts = st.lists(st.one_of(inline, close, st.sampled_from(LINES)), min_size=1, max_size=8).map("\n".join)


OLDER = ("em_strong2", "not_strong")  # Python-Markdown 3.10 has these, and em_strong for asterisks alone


class Slow(Converter):
    """The converter without its short cuts: all extensions always on, every pattern tried."""

    def slow(self, text: str) -> str:
        engine = markdown.Markdown(extensions=[*attributes(), *basic(), *rest(), Inlines()], output_format="html")
        return self._finish(engine.convert(even_out(text)), True, False)


@given(texts)
def test_short_cuts(text: str) -> None:
    """Quick and slow give the same HTML for whatever is written."""
    assert Converter("en").convert(text)[0] == Slow("en").slow(text)


@given(st.lists(texts, min_size=2, max_size=4))
def test_one_converter_for_all(several: list[str]) -> None:
    """No text changes the result of the next one."""
    shared = Converter("en")
    assert [shared.convert(text) for text in several] == [Converter("en").convert(text) for text in several]


@pytest.mark.parametrize("name", sorted(NEEDED))
def test_every_pattern_is_there(name: str) -> None:
    """Every pattern that is skipped by its sign is one of Python-Markdown's or ours, so that no name is out of date."""
    engine = markdown.Markdown(extensions=[*attributes(), *basic(), *rest(), Inlines()])
    quicken(engine)
    assert name in engine.inlinePatterns or name in OLDER
