"""A question's text where HTML allows words alone."""

import pytest

from builder.render.phrasing import phrasing, stem


@pytest.mark.parametrize(
    ("html", "lead", "more"),
    [
        ("When does it <em>begin</em>?", "When does it <em>begin</em>?", ""),
        ("<p>A story.</p>\n<p>What now?</p>", "A story.", "<p>What now?</p>"),
        ("<p>Look:</p>\n<ul><li>one</li></ul>", "Look:", "<ul><li>one</li></ul>"),
        ("<ul><li>one</li></ul>", '<span class="as-ul"><span class="as-li">one</span></span>', ""),
        ("<p>Only one.</p>", '<span class="as-p">Only one.</span>', ""),
    ],
)
def test_stem(html: str, lead: str, more: str) -> None:
    """The first paragraph is the legend; what follows it stands below. A stem that begins otherwise is all legend."""
    assert stem(html) == (lead, more)


def test_phrasing() -> None:
    """A label keeps its words, pictures and maths; blocks become spans, and nothing else is touched."""
    assert phrasing('<b>x</b> <img alt="" src="a">') == '<b>x</b> <img alt="" src="a">'
    assert phrasing("<p>a</p><pre>b</pre>") == '<span class="as-p">a</span><span class="as-pre">b</span>'
