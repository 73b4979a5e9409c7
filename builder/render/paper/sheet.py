"""Sheets: one leaf to hand out. Type keeps its size; leading and margins give way until the sheet fits.

What parents get comes in large print too, on as many pages as that takes: 18 points, and nothing below 16, as the RNIB
asks for in its Clear Print guidelines.
"""

import re

from markupsafe import Markup, escape

from builder.model.block import Generated
from builder.model.course import Course, Sheet
from builder.render.kit import Kit
from builder.render.paper.cites import cited
from builder.render.paper.draw import PaperDrawer
from builder.render.paper.leaf import Leaf
from builder.render.references import numbered, short

FITS = (
    (1.45, 1.0, 18.0),
    (1.4, 0.85, 16.0),
    (1.34, 0.7, 15.0),
    (1.28, 0.56, 13.0),
    (1.22, 0.42, 12.0),
    (1.16, 0.27, 11.0),
)
"""From roomy to tight: leading in type sizes, space between blocks in lines, margins in millimetres."""
LARGE = 18
"""The type of large print, in points."""
ROOMIER = (
    "ul,ol{break-inside:avoid}.local-help li{float:none;width:auto}"
    ".log-grid th:nth-child(2){width:10%}.log-grid th:nth-child(3){width:22%}"
    ".log-grid th:nth-child(4),.log-grid th:nth-child(5){width:15%}"
)
"""What large print needs besides its size: lists on one page, a line for each number, columns that hold their heads."""
SHORTER = "p,li{max-width:30em}.colophon p,.urgent-help p,.local-help p,.local-help li{max-width:none}"
"""The longest line of a sheet for parents: about 70 characters. Boxes and small print are as wide as the page."""
FLOOR = 12
"""The smallest type that parents get, in points, unless the author sets the whole sheet smaller."""
WHOLE = "table,.log-grid th,.references,.evidence,code,kbd,samp,pre{font-size:1em}"
"""What is smaller than the text on other papers."""
SMALL = {True: 0.86, False: 0.8}
"""How much smaller than the text the small print is, on sheets for parents and on others."""
COMPOUND = re.compile(r"(?<![\w&;])(\w{2,8}-\w{2,8})(?![\w;])")
PROTOCOL = re.compile(r"^https?://(?:www\.)?|/$")


def sheet_pages(kit: Kit, course: Course, sheet: Sheet, paper: str) -> tuple[str, ...]:
    """The sheet as it should be, then as tight as it may be, step by step."""
    leaf = Leaf(kit, course, paper, "sheet")
    numbers = numbered(key for key in (*sheet.cites, *cited(sheet.blocks, "handout")) if key in course.references)
    drawer = PaperDrawer(kit, course, "handout", numbers, leaf.paint, sheet=sheet, linked=_listed(sheet))
    body = kit.templates.get("handout/sheet.html").render(
        **drawer.values(),
        title=in_whole_words(sheet.title),
        standing=f"{leaf.standing}." if leaf.standing else "",
        sources="; ".join(short(course.references[key]) for key in sheet.sources if key in course.references),
        typed=typed(sheet.link),
    )
    rules = _margins(sheet, paper, course.direction)
    title = kit.words("handout.large-title", title=sheet.title) if sheet.type_size >= LARGE else sheet.title
    return tuple(
        leaf.html(title, body, left=course.title, more=_measures(sheet, *fit), rules=rules)
        for fit in (FITS if sheet.pages else FITS[2:3] if sheet.type_size >= LARGE else FITS[:1])
    )


def large_print(kit: Kit, sheet: Sheet) -> Sheet | None:
    """The sheet in large print, or None where none is wanted. Unless its author says so, what parents read has one."""
    wanted = sheet.for_parents if sheet.large is None else sheet.large
    if not wanted or sheet.type_size >= LARGE:
        return None
    return sheet._replace(id=f"{sheet.id}-large", pages=0, type_size=LARGE)


def in_whole_words(title: str) -> Markup:
    """A title that is not cut at the hyphen of “let-down”."""
    return Markup(COMPOUND.sub(r'<span class="unbroken">\1</span>', str(escape(title))))


def typed(address: str) -> str:
    """An address to be typed: a line may end after a stroke, never at a hyphen, which might be part of it or not."""
    return PROTOCOL.sub("", address).replace("-", "-\u2060").replace("/", "/\u200b")


def _measures(sheet: Sheet, leading: float, gap: float, margin: float) -> str:
    small = 0.89 if sheet.type_size >= LARGE else SMALL[sheet.for_parents]
    if sheet.for_parents:
        small = min(1.0, max(small, FLOOR / sheet.type_size))
    return f"--type:{sheet.type_size}pt;--leading:{leading};--gap:{gap}em;--margin:{margin}mm;--small:{small:.3g}em;"


def _margins(sheet: Sheet, paper: str, direction: str) -> str:
    """What stands above and below the text. What parents get has nothing in small type: who has reviewed it stands at
    its end, and of several pages each has its number."""
    a4 = paper == "a4"  # centred on Letter it loses 9 mm above and below, and a printer takes 4 more
    if not sheet.for_parents:
        return "@page{margin-top:19mm;margin-bottom:19mm}" if a4 else ""
    start, end = ("right", "left") if direction == "rtl" else ("left", "right")
    if sheet.pages == 1:
        number, size = "none", f"margin-top:{14.5 if a4 else 12}mm;margin-bottom:{14 if a4 else 12}mm;"
    else:
        number, size = 'counter(page) " / " counter(pages)', "margin-bottom:23mm;" if a4 else "margin-bottom:19mm;"
    large = ROOMIER if sheet.type_size >= LARGE else ""
    return (
        f"{SHORTER}{WHOLE}{large}@page{{{size}@top-left{{content:none}}@top-right{{content:none}}"
        f"@bottom-{start}{{content:none}}@bottom-{end}{{content:{number};font-size:{max(12, sheet.type_size - 2)}pt}}}}"
    )


def _listed(sheet: Sheet) -> bool:
    """Whether the sheet prints the list that its citations lead to."""
    return any(isinstance(block, Generated) and block.kind == "references" for block in sheet.blocks)
