"""Pictures in a line of text: what stands in braces behind them."""

from support.project import Project

LESSON = """## A

So ![A *cup*](img/x.svg){{{0}}} and [![B](img/x.svg){{credit="C & D"}}](https://example.org) and ![E](img/x.svg).
"""


def test_credit_and_licence_stand_behind_the_picture_and_consent_nowhere(project: Project) -> None:
    """Whose a picture is stands in small words behind it; none of the three is an attribute, which HTML has not."""
    said = '.round credit="A. Example" license="CC BY 4.0" consent="written"'
    (block,) = project.picture().lesson(LESSON.format(said)).taught().slides[0].blocks
    html, uses = block.prose.html, [use for use in block.prose.uses if use.kind == "image"]  # type: ignore[union-attr]
    assert "<small>A. Example · CC BY 4.0</small> and" in html
    assert "<small>C &amp; D</small></a>" in html
    assert html.count("<small>") == 2
    assert [word for word in ("credit=", "license=", "consent", "written") if word in html] == []
    assert [(use.credit, use.licence, use.consent) for use in uses] == [
        ("A. Example", "CC BY 4.0", "written"), ("C & D", "", ""), ("", "", ""),
    ]  # fmt: skip


def test_a_drawing_with_an_owner_is_still_part_of_the_page(project: Project) -> None:
    """An SVG in a line is put into the page whatever stands behind it, so that it follows the theme."""
    from builder.render.draw import DRAWING

    (block,) = project.picture().lesson(LESSON.format('credit="A"')).taught().slides[0].blocks
    assert len(DRAWING.findall(block.prose.html)) == 3  # type: ignore[union-attr]
