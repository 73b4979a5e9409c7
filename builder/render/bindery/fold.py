"""Sheets to fold and staple, for a print shop.

Pages stand beside each other that are read far apart, so no reading order can be told: the sheets have no tags. The
pack they are made from is the copy for reading.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import Any, NamedTuple

from builder.render.bindery import saved

MM = 72 / 25.4
MARK, GAP = 5 * MM, 3 * MM
"""How long crop marks are, and how far from the bleed they end."""


class Spread(NamedTuple):
    """One side of a sheet, in points: two pages of `width` and `height`, the `room` around them for marks, and how far
    their colour goes over the `edge` to be cut."""

    width: float
    height: float
    room: float
    edge: float


def booklet(data: bytes, title: str, bleed: float = 0.0, cover: bytes = b"", right_to_left: bool = False) -> bytes:
    """The pages of a PDF on sheets to fold in the middle and staple: two to a side, in the order in which they stand
    after folding. Each sheet is twice a page; blank pages fill the last sheet. With `bleed`, in millimetres, sheets
    have bleed and marks where to cut and fold, and the first page is taken from `cover`, which has bleed too."""
    import pikepdf

    with pikepdf.open(BytesIO(data)) as pages, pikepdf.open(BytesIO(cover or data)) as front:
        out = pikepdf.new()
        width, height = (float(side) for side in list(pages.pages[0].mediabox)[2:])
        sources = [front.pages[0] if cover and bleed else pages.pages[0], *list(pages.pages)[1:]]
        count = -(-len(sources) // 4) * 4
        forms = [out.copy_foreign(_form(page)) for page in sources]
        edge = bleed * MM
        room = edge + GAP + MARK if bleed else 0.0
        spread = Spread(width, height, room, edge)
        for left, right in folded(count, right_to_left):
            page = out.add_blank_page(page_size=(2 * width + 2 * room, height + 2 * room))
            said = []
            for side, number in enumerate((left, right)):
                if number < len(sources):
                    name = page.add_resource(forms[number], pikepdf.Name.XObject)
                    said.append(_set(sources[number], str(name), side, spread))
            if bleed:
                said.append(_marks(spread))
                trim = [room, room, room + 2 * width, room + height]
                page.obj.TrimBox = pikepdf.Array(trim)
                page.obj.BleedBox = pikepdf.Array([trim[0] - edge, trim[1] - edge, trim[2] + edge, trim[3] + edge])
            page.contents_add("\n".join(said).encode())
        for key, value in pages.docinfo.items():
            out.docinfo[key] = str(value)
        out.docinfo["/Title"] = title
        out.Root.Lang = str(pages.Root.get("/Lang", "en"))
        preferences = {"DisplayDocTitle": True, "Duplex": "/DuplexFlipShortEdge", "PrintScaling": "/None"}
        out.Root.ViewerPreferences = pikepdf.Dictionary(
            {f"/{key}": pikepdf.Name(value) if isinstance(value, str) else value for key, value in preferences.items()}
        )
        return saved(out)


def folded(count: int, right_to_left: bool = False) -> Iterator[tuple[int, int]]:
    """Which two pages stand on each side of the sheets, from 0, the outermost sheet first, its outside before its
    inside. Books that are read from the right are bound on the right."""
    for sheet in range(count // 4):
        first, last = 2 * sheet, count - 1 - 2 * sheet
        for left, right in ((last, first), (first + 1, last - 1)):
            yield (right, left) if right_to_left else (left, right)


def _form(page: Any) -> Any:
    """A page as something to place, with its bleed."""
    form = page.as_form_xobject()
    form.BBox = page.obj.get("/BleedBox", page.mediabox)
    return form


def _set(page: Any, name: str, side: int, spread: Spread) -> str:
    """Place a page on the left (0) or right half of a sheet; one that lies across is turned upright. Bleed is kept on
    the outside and cut in the fold."""
    width, height, room, edge = spread
    left = room + side * width
    box = [float(value) for value in page.obj.get("/TrimBox", page.mediabox)]
    wide, high = box[2] - box[0], box[3] - box[1]
    outer = (left - (0 if side else edge), room - edge, width + edge, height + 2 * edge)
    if wide > high:
        matrix = (0.0, 1.0, -1.0, 0.0, left + high + box[1], room - box[0])
    else:
        matrix = (1.0, 0.0, 0.0, 1.0, left - box[0], room - box[1])
    clip = " ".join(f"{value:.4f}" for value in outer)
    return f"q {clip} re W n {' '.join(f'{value:.4f}' for value in matrix)} cm {name} Do Q"


def _marks(spread: Spread) -> str:
    """Where to cut, at the corners, and where to fold, dashed, in the middle."""
    room = spread.room
    across, up = 2 * (spread.width + room), spread.height + 2 * room

    def ends(most: float) -> tuple[tuple[float, float], ...]:
        return (1.0, MARK), (most - MARK, most - 1.0)

    cuts = [
        *(f"{x:.3f} {low:.3f} m {x:.3f} {high:.3f} l S" for x in (room, across - room) for low, high in ends(up)),
        *(f"{low:.3f} {y:.3f} m {high:.3f} {y:.3f} l S" for y in (room, up - room) for low, high in ends(across)),
    ]
    folds = [f"{across / 2:.3f} {low:.3f} m {across / 2:.3f} {high:.3f} l S" for low, high in ends(up)]
    return f"q 0.4 w 0 G {' '.join(cuts)} [2 1.4] 0 d {' '.join(folds)} Q"
