"""The sign in a browser's tab is in every page, so that no browser asks the host for one."""

from urllib.parse import unquote
from xml.etree import ElementTree

from builder.model.theme import Theme
from builder.render.icon import icon
from support.pretty import page

THEME = Theme("calm", "Calm", {"accent": "#123456", "accent-ink": "#ffffff"}, {}, {}, {})


def test_it_is_a_drawing_in_the_theme_s_colours() -> None:
    (link,) = (one for one in page(str(icon(THEME))).all() if one.tag == "link")
    kind, _, drawing = (link.attributes["href"] or "").partition(",")
    assert (link.attributes["rel"], kind) == ("icon", "data:image/svg+xml")
    assert ElementTree.fromstring(unquote(drawing)).get("viewBox") == "0 0 64 64"
    assert "#123456" in unquote(drawing)
