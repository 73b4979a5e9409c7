"""Arabic in a PDF: the same glyph, another letter."""

from types import SimpleNamespace

from builder.render.paper.letters import UNSEEN, clusters, number, renumbered, to_glyphs


def font(**known: str) -> SimpleNamespace:
    return SimpleNamespace(to_unicode={int(k[1:]): v for k, v in known.items()}, widths={5: 600, 6: 0}, glyph_count=10)


def test_a_glyph_keeps_its_number_for_what_it_said_first() -> None:
    stroke = font(g5="ب")
    assert number(stroke, 5, "ب") == 5
    assert not hasattr(stroke, "seconds")


def test_for_another_letter_it_gets_a_second_number_once_with_the_same_width() -> None:
    stroke = font(g5="ب")
    second = number(stroke, 5, "ت")
    assert second > 10
    assert number(stroke, 5, "ت") == second
    assert stroke.to_unicode[second] == "ت"
    assert stroke.widths[second] == 600
    assert number(stroke, 5, "ث") == second + 1


def test_no_glyph_says_nothing() -> None:
    dot = font(g6="")
    assert number(dot, 6, "") == 6
    assert dot.to_unicode[6] == UNSEEN


def test_the_map_leads_every_number_to_its_glyph() -> None:
    way = to_glyphs({(5, "ت"): 12}, 10)
    assert [int.from_bytes(way[at : at + 2], "big") for at in range(0, len(way), 2)] == [*range(10), 0, 0, 5]


def test_marks_belong_to_the_letter_before_them() -> None:
    text = "لِب".encode()
    assert clusters([0, 2, 4], text, 6) == {0: "لِ", 4: "ب"}
    assert clusters([2, 4], text, 6) == {2: "ِ", 4: "ب"}


def test_a_line_is_renumbered_and_what_is_not_read_is_drawn_silently() -> None:
    stroke = font(g5="ب", g6="")
    line = [b"1 0 0 1 0 0 Tm", b"[<0005>-20<00060005>] TJ"]
    again = renumbered(line, [(stroke, 5, "ب"), (stroke, 6, ""), (stroke, 5, "ت")])
    assert again[0] == line[0]
    second = b"%04x" % number(stroke, 5, "ت")
    drawn = b"[<0005>-20<>] TJ\n/Span <</ActualText ()>> BDC\n[<0006>] TJ\nEMC\n[<" + second + b">] TJ"
    assert again[1] == drawn


def test_a_line_that_looks_otherwise_than_expected_is_left_alone() -> None:
    line = [b"[<0005>] TJ"]
    assert renumbered(line, []) == line
