"""Sheets: one leaf to hand out. Type keeps its size; leading and margins give way until the sheet fits."""

from builder.model.course import Course, Sheet
from builder.render.kit import Kit
from builder.render.paper.cites import cited
from builder.render.paper.draw import PaperDrawer
from builder.render.paper.leaf import Leaf
from builder.render.references import numbered

FITS = (
    (1.45, 1.0, 18.0),
    (1.4, 0.85, 16.0),
    (1.34, 0.7, 15.0),
    (1.28, 0.56, 13.0),
    (1.22, 0.42, 12.0),
    (1.17, 0.3, 11.0),
)
"""From roomy to tight: leading in type sizes, space between blocks in lines, margins in millimetres."""


def sheet_pages(kit: Kit, course: Course, sheet: Sheet, paper: str) -> tuple[str, ...]:
    """The sheet as it should be, then as tight as it may be, step by step."""
    leaf = Leaf(kit, course, paper, "sheet")
    numbers = numbered(key for key in (*sheet.cites, *cited(sheet.blocks, "handout")) if key in course.references)
    drawer = PaperDrawer(kit, course, "handout", numbers, leaf.paint, sheet=sheet, linked=_listed(sheet))
    body = kit.templates.get("handout/sheet.html").render(**drawer.values(), title=sheet.title)
    return tuple(
        leaf.html(sheet.title, body, left=course.title, more=_measures(sheet, *fit))
        for fit in (FITS if sheet.pages else FITS[:1])
    )


def _measures(sheet: Sheet, leading: float, gap: float, margin: float) -> str:
    return f"--type:{sheet.type_size}pt;--leading:{leading};--gap:{gap}em;--margin:{margin}mm;"


def _listed(sheet: Sheet) -> bool:
    """Whether the sheet prints the list that its citations lead to."""
    from builder.model.block import Generated

    return any(isinstance(block, Generated) and block.kind == "references" for block in sheet.blocks)
