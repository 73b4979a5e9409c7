"""Formulas on paper: MathML, which WeasyPrint does not set, drawn as SVG outlines by ziamath."""

import re

from markupsafe import escape

FORMULA = re.compile(r"<math\b([^>]*)>.*?</math>", re.DOTALL)
SPOKEN = re.compile(r'\balttext="([^"]*)"')
TAG = re.compile(r"<[^>]+>")
VIEW = re.compile(r'<svg\b[^>]*viewBox="([^"]+)"[^>]*>')
SIZE = 16.0


def drawn(html: str) -> str:
    """The HTML with its formulas as pictures in the size of the text around them, on its base line. Without
    ziamath, or where it cannot read a formula, the formula's letters are left."""
    return FORMULA.sub(_picture, html) if "<math" in html else html


def _picture(match: re.Match[str]) -> str:
    try:
        from ziamath.config import config
        from ziamath.zmath import Math

        config.svg2 = False
        svg = str(Math(match[0], size=SIZE).svg())
    except Exception:  # no ziamath, or a formula beyond it: many kinds of errors
        return match[0]
    view = VIEW.search(svg)
    if view is None:
        return match[0]
    _, top, width, height = (float(number) for number in view[1].split())
    alt = SPOKEN.search(match[1])
    said = alt[1] if alt else escape(" ".join(TAG.sub(" ", match[0]).split()))
    wide, high, drop = (f"{length / SIZE:.3f}em" for length in (width, height, -(top + height)))
    root = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="formula" viewBox="{view[1]}" '
        f'role="img" aria-label="{said}" '
        f'style="width:{wide};height:{high};vertical-align:{drop}"><title>{said}</title>'
    )
    return svg[: view.start()] + root + svg[view.end() :]
