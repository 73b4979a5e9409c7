"""An address as a QR code, drawn as SVG: sharp on paper, and never without the address in words beside it."""

from markupsafe import Markup, escape

QUIET = 2


def qr(address: str, alt: str) -> Markup:
    """The code as an SVG element whose title is its alternative text."""
    import segno

    code = segno.make(address, micro=False, error="m")
    rows = tuple(tuple(row) for row in code.matrix)
    size = len(rows) + 2 * QUIET
    path = "".join(_row(cells, number) for number, cells in enumerate(rows, start=QUIET))
    return Markup(
        f'<svg xmlns="http://www.w3.org/2000/svg" class="qr" viewBox="0 0 {size} {size}" role="img">'
        f'<title>{escape(alt)}</title><path fill="#fff" d="M0 0h{size}v{size}H0z"/><path fill="#000" d="{path}"/></svg>'
    )


def _row(cells: tuple[int, ...], number: int) -> str:
    """The dark cells of one row, as few rectangles as possible."""
    drawn, start = [], None
    for index, dark in enumerate((*cells, 0)):
        if dark and start is None:
            start = index
        elif not dark and start is not None:
            drawn.append(f"M{start + QUIET} {number}h{index - start}v1h{start - index}z")
            start = None
    return "".join(drawn)
