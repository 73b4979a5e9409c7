"""The sign of our pages in a browser's tab: a drop over its waves, in the theme's colours.

It lies in the page itself. A page that names none has browsers ask the host for `/favicon.ico`, which is not ours to
give; and one file fewer has to come before a page is ready.
"""

from urllib.parse import quote

from markupsafe import Markup

from builder.model.theme import Theme

DROP = "M32 8c8 11 14 18 14 26a14 14 0 0 1-28 0c0-8 6-15 14-26z"
WAVE = "M12 54q5-5 10 0t10 0 10 0 10 0"


def icon(theme: Theme) -> Markup:
    """The `link` element of a page's head."""
    ground, sign = theme.light.get("accent", "#0b6468"), theme.light.get("accent-ink", "#ffffff")
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">'
        f'<rect width="64" height="64" rx="14" fill="{ground}"/>'
        f'<path d="{DROP}" fill="{sign}"/><path d="{WAVE}" fill="none" stroke="{sign}" stroke-width="4"/></svg>'
    )
    return Markup('<link rel="icon" href="data:image/svg+xml,{}">').format(quote(drawing, safe=" =:/"))
