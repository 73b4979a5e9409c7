"""Words of the glossary in the text: where they are marked, and where never."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.model.course import Term
from builder.model.prose import Prose
from builder.render.terms import Terms, initials

LET_DOWN = Term("let-down", "Let-down", Prose("Milk flows.", "Milk flows."), ("milk ejection reflex",), ("let-downs",))
D_MER = Term("d-mer", "D-MER", Prose("Brief.", "Brief."), ("dysphoric milk ejection reflex",))
CUP = Term("cup", "mother's cup & spoon", Prose("A cup.", "A cup."))
TERMS = Terms((LET_DOWN, D_MER, CUP))


def marked(html: str) -> str:
    """The HTML with `[word|id]` for each marked word."""
    made = str(TERMS.mark(html, {}, "g.html"))
    return re.sub(r'<a class="term" [^>]*data-term="([^"]*)">(.*?)</a>', r"[\2|\1]", made, flags=re.DOTALL)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>At let-down, and at let-down.</p>", "<p>At [let-down|let-down], and at let-down.</p>"),
        ("<p>Let-downs <b>let-down</b></p>", "<p>[Let-downs|let-down] <b>let-down</b></p>"),
        ("the dysphoric milk ejection reflex", "the [dysphoric milk ejection reflex|d-mer]"),
        ("the milk\n  ejection&nbsp;reflex", "the [milk\n  ejection&nbsp;reflex|let-down]"),
        ('<span class="unbroken">D-MER</span>', '<span class="unbroken">[D-MER|d-mer]</span>'),
        ("mother’s cup &amp; spoon", "[mother’s cup &amp; spoon|cup]"),
        ("the pre-let-down and let-downer", "the pre-let-down and let-downer"),
        ('<p title="a > let-down">x</p>', '<p title="a > let-down">x</p>'),
        ("<!-- let-down --><h2>Let-down</h2>", "<!-- let-down --><h2>Let-down</h2>"),
        ('<a href="#x">a <em>let-down</em></a> let-down', '<a href="#x">a <em>let-down</em></a> [let-down|let-down]'),
        ("<code>let-down</code><kbd>let-down</kbd>", "<code>let-down</code><kbd>let-down</kbd>"),
        ("<svg><text>let-down</text></svg>", "<svg><text>let-down</text></svg>"),
        ("<form><p>let-down</p></form>", "<form><p>let-down</p></form>"),
        ("<abbr>let-down</abbr></abbr> let-down", "<abbr>let-down</abbr></abbr> [let-down|let-down]"),
        ("no word of it", "no word of it"),
    ],
)
def test_first_use_is_marked(html: str, expected: str) -> None:
    """Once a page, in running text, and nowhere where it would be in the way."""
    assert marked(html) == expected


def test_a_page_knows_what_it_has_met() -> None:
    """A later piece of the same page does not mark again; `used` says what the page has to bring along."""
    used: dict[str, Term] = {}
    TERMS.mark("<p>A let-down.</p>", used, "g.html")
    assert "class" not in TERMS.mark("<p>A let-down.</p>", used, "g.html")
    assert used == {"let-down": LET_DOWN}


def test_the_link_leads_to_the_entry() -> None:
    """Also where no script runs."""
    assert TERMS.mark("D-MER", {}, "g.html") == '<a class="term" href="g.html#term-d-mer" data-term="d-mer">D-MER</a>'


def test_without_terms_nothing_changes() -> None:
    """Most courses have no glossary."""
    assert Terms(()).mark("<p>A let-down.</p>", {}, "g.html") == "<p>A let-down.</p>"


def test_initials_lead_to_the_first_entry() -> None:
    """One letter each, in the glossary's order."""
    assert initials((D_MER, LET_DOWN, LET_DOWN)) == (("D", "term-d-mer"), ("L", "term-let-down"))


PIECES = st.sampled_from(
    ["let-down", " ", "<p>", "</p>", "<b>", "</b>", "D-MER", "&amp;", "x < y", '"', "<a>", "</a>", "'"]
)


@given(st.lists(PIECES, max_size=12).map("".join))
def test_nothing_but_links_is_added(html: str) -> None:
    """Taking the links out again gives back what came in."""
    made = str(TERMS.mark(html, {}, "g.html"))
    assert re.sub(r'<a class="term"[^>]*>(.*?)</a>', r"\1", made, flags=re.DOTALL) == html
