"""Raw HTML must be closed where it was opened."""

import pytest

from builder.parse.closed import stray


@pytest.mark.parametrize(
    ("html", "tag"),
    [
        ("<p>Words</p>", ""),
        ("<p>a <br> b <img src='x'> <input disabled></p>", ""),
        ('<svg viewBox="0 0 1 1"><path d="M0 0"/><circle r="1" /></svg>', ""),
        ("<p title=\"a > b\" data-x='<i>'>x</p>", ""),
        ("<style>p > a { color: red }</style><script>if (a < b) {}</script>", ""),
        ("<p>5 &lt; 6</p>", ""),
        ("<div>", "<div"),
        ("</div>", "</div"),
        ("<p>a <b>b</p>", "<b"),
        ("<p>a</b></p>", "</b"),
        ("<B>a</b>", ""),
        ("<table><tr><td>x</table>", "<td"),
        ("<div/>", "<div"),
        ("<script>alert(1)", "<script"),
        ("<title>a<b></title>", ""),
        ("<p>a <span class", "<span"),
        ("<p><", "<"),
    ],
)
def test_the_first_stray_tag_is_named(html: str, tag: str) -> None:
    """Void elements, drawings, raw text and quoted signs are no fault; a browser would close nothing else by itself."""
    assert stray(html) == tag
