"""What stands in the shapes of a PowerPoint slide: words with their marks, tables, the numbers of charts, diagrams."""

import re
from collections.abc import Callable
from typing import Any

from builder.imports.imported import one_line, plain

SAFE = re.compile(r"https?://|mailto:|tel:", re.IGNORECASE)

Lose = Callable[..., None]


def worded(frame: Any) -> bool:
    """Whether a frame holds any words, formulas among them."""
    return any((one.text or "").strip() for one in frame._txBody.iter("{*}t"))


def paragraphs(frame: Any, lose: Lose, *, bullets: bool) -> list[str]:
    """The paragraphs of a frame: items of a list where they have bullets or numbers, else with room between them."""
    lines: list[str] = []
    items = False
    for paragraph in frame.paragraphs:
        said = words_of(paragraph, lose)
        if not said:
            continue
        mark = _mark(paragraph, bullets)
        if mark:
            if lines and not items:
                lines.append("")
            lines.append(f"{'    ' * min(paragraph.level or 0, 4)}{mark} {said}")
        else:
            lines += [*([""] if lines else []), said, ""]
        items = bool(mark)
    return lines


def _mark(paragraph: Any, bullets: bool) -> str:
    settings = paragraph._p.find("{*}pPr")
    said = {one.tag.rpartition("}")[2] for one in settings} if settings is not None else set()
    if "buAutoNum" in said:
        return "1."
    if "buChar" in said or "buBlip" in said:
        return "-"
    return "-" if bullets and "buNone" not in said else ""


def words_of(paragraph: Any, lose: Lose) -> str:
    """One paragraph with its bold, italic and linked words, its line breaks and its formulas."""
    runs = {id(run._r): run for run in paragraph.runs}
    made: list[tuple[str, str, str]] = []
    for child in paragraph._p:
        kind = child.tag.rpartition("}")[2]
        if kind == "r" and id(child) in runs:
            made.append(_run(runs[id(child)], lose))
        elif kind == "br":
            made.append(("", "<br>", ""))
        elif kind == "fld":
            made.append(("", plain("".join(one.text or "" for one in child.iter("{*}t"))), ""))
        elif kind in ("AlternateContent", "m"):
            formula = "".join(one.text or "" for one in child.iter("{*}t"))
            if formula:
                lose(f"how a formula is set (“{formula[:60]}”)", "Write it as $…$.")
                made.append(("", plain(formula), ""))
    return _joined(made)


def _run(run: Any, lose: Lose) -> tuple[str, str, str]:
    """The marks, the words and the address of a stretch that looks the same."""
    marks = ("**" if run.font.bold else "") + ("*" if run.font.italic else "")
    try:
        link = run.hyperlink.address or ""
    except KeyError:
        link = ""
    if link and not SAFE.match(link):
        lose(f"the link to “{link[:80]}”", "Its words stand.")
        link = ""
    return marks, plain(re.sub(r"\s+", " ", run.text)), link.replace("(", "%28").replace(")", "%29").replace(" ", "%20")


def _joined(made: list[tuple[str, str, str]]) -> str:
    """Neighbours that look the same in one pair of marks, which stand close to the words."""
    parts: list[str] = []
    at = 0
    while at < len(made):
        marks, words, link = made[at]
        at += 1
        while at < len(made) and (made[at][0], made[at][2]) == (marks, link) and "<br>" not in (words, made[at][1]):
            words += made[at][1]
            at += 1
        bare = words.strip()
        if bare and (marks or link):
            inner = f"[{bare}]({link})" if link else bare
            words = words.replace(bare, f"{marks}{inner}{marks[::-1]}", 1)
        parts.append(words)
    said = re.sub(r"^(?:\s|<br>)+|(?:\s|<br>)+$", "", "".join(parts))
    return re.sub(r"\s+", " ", said)


def table_of(table: Any, lose: Lose) -> str:
    """A table with bars; the first row is its head."""
    rows = [[in_cell(cell.text) for cell in row.cells] for row in table.rows]
    if any(cell.is_merge_origin for row in table.rows for cell in row.cells):
        lose("that cells of a table are joined", "Look at the table again.")
    return barred(rows)


def in_cell(text: str) -> str:
    """Words for a cell of a table."""
    return plain(one_line(text)).replace("|", "\\|") or " "


def barred(rows: list[list[str]]) -> str:
    """Rows as a table in Markdown."""
    if not rows or not rows[0]:
        return ""
    head, *rest = rows
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, ["---"] * len(head), *rest))


def chart_rows(shape: Any) -> str:
    """The numbers of a chart as a table: a row for each category, a column for each series."""
    try:
        plots = list(shape.chart.plots)
        names = [str(one) for one in plots[0].categories] if plots else []
        series = [(str(one.name or ""), list(one.values)) for plot in plots for one in plot.series]
    except Exception:  # a kind of chart that python-pptx does not know, or one whose part is missing
        return ""
    most = max((len(values) for _, values in series), default=0)
    names += [str(number) for number in range(len(names) + 1, most + 1)]
    rows = [[" ", *(in_cell(name) for name, _ in series)]]
    for at, name in enumerate(names):
        values = [values[at] if at < len(values) else None for _, values in series]
        rows.append([in_cell(name), *(" " if one is None else f"{one:.10g}" for one in values)])
    return barred(rows) if series else ""


def diagram_words(shape: Any) -> str:
    """The words of a SmartArt diagram as a list; they lie in a part of their own."""
    ids = shape.element.find(".//{*}graphicData/{*}relIds")
    key = next((value for name, value in ids.attrib.items() if name.endswith("}dm")), "")
    try:
        from defusedxml.ElementTree import fromstring

        tree = fromstring(shape.part.related_part(key).blob)
    except Exception:  # the part is missing or no XML
        return ""
    points = ["".join(one.text or "" for one in point.findall(".//{*}t")) for point in tree.findall(".//{*}pt")]
    return "\n".join(f"- {plain(one_line(words))}" for words in points if words.strip())
