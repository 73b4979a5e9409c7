"""A module's pages put into one file: no id twice, every link inside."""

import re

from builder.render.onefile import Piece, gathered, turned


def test_ids_of_a_later_page_are_told_apart_with_all_that_points_at_them() -> None:
    first = Piece("a", '<p id="x"></p>')
    second = Piece(
        "b",
        '<label for="x" id="y"></label><input id="x" aria-describedby="y x">'
        '<a href="#x"></a><use href="#x"/><path fill="url(#x)"/>',
    )
    html = str(gathered([first, second]))
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids)) == 3
    assert 'for="x~b"' in html
    assert 'aria-describedby="y x~b"' in html
    assert 'href="#/b/x"' in html
    assert '<use href="#x~b"/>' in html
    assert "url(#x~b)" in html


def test_links_to_the_frame_stay() -> None:
    assert 'href="#urgent-help"' in gathered([Piece("a", '<a href="#urgent-help">')])


def test_addresses_in_links_and_in_data_lead_inside() -> None:
    html = r'<a href="b.html">x</a><a href="b.html#y"><script type="application/json">{"a":"b.html#z","h":"\"b.html\""}'
    assert turned(html + "</script>", ["a", "b"]) == (
        r'<a href="#/b">x</a><a href="#/b/y"><script type="application/json">{"a":"#/b/z","h":"\"#/b\""}</script>'
    )


def test_other_files_and_code_are_left_alone() -> None:
    html = '<a href="../b.html"></a><a href="c.html"></a><script>go("b.html")</script><style>/* "b.html" */</style>'
    assert turned(html, ["b"]) == html
