"""Pictures lose their styles to a sheet, and their looks to nobody."""

from builder.render.svg import unstyled
from builder.render.widths import width_class, width_rules


def test_a_style_element_moves_to_the_sheet() -> None:
    made = unstyled("<svg><style><![CDATA[.fig-a { fill: red }]]></style><path class='fig-a'/></svg>")
    assert made.svg == "<svg><path class='fig-a'/></svg>"
    assert made.css == ".fig-a { fill: red }"


def test_a_style_attribute_becomes_a_class() -> None:
    made = unstyled('<svg><path d="M0 0" style="fill:var(--ink); stroke: &quot;x&quot;" id="a"/></svg>')
    assert "style" not in made.svg
    name = made.svg.partition('class="')[2].partition('"')[0]
    assert made.css == f'.{name}{{fill:var(--ink); stroke: "x"}}'
    assert 'id="a"' in made.svg


def test_a_class_that_is_there_stays() -> None:
    made = unstyled('<svg><g class="one" style="opacity:.5"/><g style=\'opacity:.5\' class="two"/></svg>')
    first, second = (part.partition('"')[0] for part in made.svg.split('class="')[1:])
    assert first.split()[0] == "one"
    assert second.split()[0] == "two"
    assert first.split()[1] == second.split()[1]
    assert made.css.count("{") == 1


def test_nothing_breaks_out_of_a_rule_or_out_of_the_page() -> None:
    made = unstyled('<svg><g style="a:b} body{display:none"/><style>.x{content:"&lt;/style>"}</style></svg>')
    assert "body" not in made.css
    assert "</" not in made.css
    assert "style" not in made.svg


def test_text_that_speaks_of_styles_is_left() -> None:
    assert unstyled('<svg><text>a style="x" here</text></svg>').svg == '<svg><text>a style="x" here</text></svg>'


def test_widths_are_hundredths_of_the_room() -> None:
    assert [width_class(said) for said in ("60%", " 33.4 % ", "0%", "250%", "12em", "", "50%;color:red")] == [
        "w-60", "w-33", "", "", "", "", "",
    ]  # fmt: skip
    assert ".w-60{--width:60%}" in width_rules()
