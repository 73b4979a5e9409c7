"""PowerPoint files: titles, bullets, tables, pictures with their alternative text, and notes, by python-pptx."""

import io
import re
from collections.abc import Iterator
from typing import Any

from builder.imports.imported import Imported, Lesson, Lost, one_line, plain
from builder.imports.yamltext import yaml_of

NAMES = ("powerpoint",)
ENDINGS = ("pptx",)
GENERIC = re.compile(
    r"(picture|image|grafik|bild|imagen|photo|img)[\s_-]*\d*(\.\w+)?|\w{0,6}\d{3,}(\.\w+)?", re.IGNORECASE
)
KEPT = frozenset(("png", "jpg", "jpeg", "gif", "webp"))


def looks_like(text: str) -> bool:
    """A PowerPoint file is known by its ending; it is a zip file."""
    return text.startswith("PK")


def read(data: bytes, name: str) -> Imported:
    """One lesson, a slide for each slide. Raises ValueError for what cannot be opened."""
    from pptx import Presentation

    try:
        show = Presentation(io.BytesIO(data))
    except Exception as fault:  # python-pptx raises whatever its zip and XML readers raise
        raise ValueError("this is no PowerPoint file that can be opened (.ppt must be saved as .pptx first)") from fault
    reader = _Show()
    slides = "\n".join(reader.slide(number, slide) for number, slide in enumerate(show.slides, start=1))
    title = one_line(show.core_properties.title or "") or reader.first or name
    text = f"---\n{yaml_of({'title': title})}---\n\n{slides.strip()}\n"
    return Imported((Lesson(title, text),), pictures=reader.pictures, lost=tuple(reader.lost))


class _Show:
    """Goes through the slides, and gathers pictures and losses."""

    def __init__(self) -> None:
        self.pictures: dict[str, bytes] = {}
        self.lost: list[Lost] = []
        self.first = ""
        self._number = 0

    def lose(self, what: str, instead: str = "") -> None:
        """Note a loss; a slide's number stands for a line."""
        self.lost.append(Lost(0, f"slide {self._number}: {what}", instead))

    def slide(self, number: int, slide: Any) -> str:
        """One slide as Markdown."""
        self._number = number
        held = slide.shapes.title
        title = one_line(held.text_frame.text) if held is not None and held.has_text_frame else ""
        self.first = self.first or title
        if not title:
            self.lose("it has no title", "Give it one: people who listen find their way by titles.")
        hidden = " {.hidden}" if slide._element.get("show") == "0" else ""
        parts = [f"## {plain(title)}{hidden}" if title else "---"]
        parts += [said for shape in self._in_order(slide.shapes, held) if (said := self._shape(shape))]
        if slide.has_notes_slide and (notes := self._notes(slide)):
            parts.append(f"::: notes\n{notes}\n:::")
        if slide._element.find(".//{*}timing") is not None:
            self.lose("its animations", "Write `. . .` on a line of its own where a step should begin.")
        return "\n\n".join(parts) + "\n"

    def _in_order(self, shapes: Any, title: Any) -> Iterator[Any]:
        """All shapes but the title and the page furniture, from top to bottom, groups opened."""
        found = [shape for shape in shapes if title is None or shape.shape_id != title.shape_id]
        for shape in sorted(found, key=lambda one: ((one.top or 0) // 400_000, one.left or 0)):
            if shape.is_placeholder and shape.placeholder_format.type in (13, 15, 16):  # number, footer, date
                continue
            if shape.shape_type == 6:  # a group
                yield from self._in_order(shape.shapes, None)
            else:
                yield shape

    def _shape(self, shape: Any) -> str:
        if getattr(shape, "has_table", False) and shape.has_table:
            return self._table(shape.table)
        if getattr(shape, "has_chart", False) and shape.has_chart:
            self.lose(f"a chart (“{shape.name}”)", "Save it as a picture, or write its numbers as a table.")
            return ""
        if hasattr(shape, "image") or shape.shape_type == 13:
            return self._picture(shape)
        if shape.has_text_frame and shape.text_frame.text.strip():
            bullets = shape.is_placeholder and shape.placeholder_format.type not in (3, 4)  # not a centred or sub-title
            return self._text(shape.text_frame, bullets=bullets)
        if not shape.has_text_frame or shape.shape_type not in (14, 17, 1, None):
            kind = str(shape.shape_type or "shape").partition(" (")[0].lower().replace("_", " ")
            if kind not in ("line", "freeform", "auto shape", "placeholder"):
                self.lose(f"a {kind} (“{shape.name}”)")
        return ""

    def _text(self, frame: Any, *, bullets: bool) -> str:
        lines = []
        for paragraph in frame.paragraphs:
            said = "".join(self._run(run) for run in paragraph.runs).strip() or plain(one_line(paragraph.text))
            if said:
                lines.append(f"{'  ' * (paragraph.level or 0)}- {said}" if bullets else f"{said}\n")
        return "\n".join(lines).strip("\n")

    def _run(self, run: Any) -> str:
        said = plain(re.sub(r"\s+", " ", run.text))
        bare = said.strip()
        if not bare:
            return said
        marks = ("**" if run.font.bold else "") + ("*" if run.font.italic else "")
        link = run.hyperlink.address if run.hyperlink is not None else None
        if link and not re.match(r"https?://|mailto:", link):
            self.lose(f"the link to “{link[:60]}”")
            link = None
        inner = f"[{bare}]({link})" if link else bare
        return said.replace(bare, f"{marks}{inner}{marks[::-1]}", 1)

    def _table(self, table: Any) -> str:
        rows = [[plain(one_line(cell.text)) or " " for cell in row.cells] for row in table.rows]
        if any(cell.is_merge_origin for row in table.rows for cell in row.cells):
            self.lose("cells of a table that were joined", "Look at the table again.")
        head, *rest = rows
        lines = [f"| {' | '.join(row)} |" for row in (head, ["---"] * len(head), *rest)]
        return "\n".join(lines)

    def _picture(self, shape: Any) -> str:
        try:
            image = shape.image
        except (AttributeError, ValueError, KeyError):
            self.lose(
                f"a picture that is not in the file (“{shape.name}”)", "It was linked; save it beside the lesson."
            )
            return ""
        if image.ext not in KEPT:
            self.lose(f"a picture of the kind “{image.ext}” (“{shape.name}”)", "Save it as PNG and put it in.")
            return ""
        name = f"img/slide-{self._number:02d}-{image.sha1[:6]}.{image.ext}"
        self.pictures[name] = image.blob
        alt = one_line(shape._element._nvXxPr.cNvPr.get("descr") or "")
        if not alt or GENERIC.fullmatch(alt):
            self.lose(f"what the picture {name} shows (it has no alternative text)", "Write it between the brackets.")
            alt = "A picture that still needs its words"
        return f"![{plain(alt)}]({name})"

    def _notes(self, slide: Any) -> str:
        frame = slide.notes_slide.notes_text_frame
        if frame is None:
            return ""
        return "\n\n".join(plain(one_line(one.text)) for one in frame.paragraphs if one.text.strip())
