"""PowerPoint files: titles, bullets, tables, charts as tables, pictures with their alternative text, notes, sections,
by python-pptx."""

import io
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any
from zipfile import BadZipFile, ZipFile

from builder.imports.imported import Imported, Lesson, Lost, one_line, plain
from builder.imports.shapes import chart_rows, diagram_words, paragraphs, table_of, worded
from builder.imports.yamltext import yaml_of

NAMES = ("powerpoint",)
ENDINGS = ("pptx", "pptm", "ppsx", "potx")
LARGEST, MOST = 400_000_000, 20_000
"""Bytes that a file may hold when it is unpacked, and how many parts."""
GENERIC = re.compile(
    r"(picture|image|grafik|bild|imagen|photo|img)[\s_-]*\d*(\.\w+)?|\w{0,6}\d{3,}(\.\w+)?|"
    r"[\w -]+\.(png|jpe?g|gif|svg)",
    re.IGNORECASE,
)
BY_ITSELF = re.compile(
    r"\s*(description automatically generated|automatisch generierte beschreibung|description générée automatiquement|"
    r"descripción generada automáticamente|ai-generated content may be incorrect)\W*.*$",
    re.IGNORECASE | re.DOTALL,
)
UNTITLED = re.compile(
    r"(microsoft )?(powerpoint[- ])?(pr[äé]sentation|presentation|presentación)( powerpoint)?|slide \d+|folie \d+", re.I
)
KEPT = frozenset(("png", "jpg", "jpeg", "gif", "webp"))
FURNITURE = (13, 15, 16)
"""Placeholders that hold the number, the footer and the date."""


def looks_like(text: str) -> bool:
    """A PowerPoint file is known by its ending; it is a zip file."""
    return text.startswith("PK")


def read(data: bytes, name: str) -> Imported:
    """One lesson, a slide for each slide. Raises ValueError for what cannot be opened."""
    unpacked(data)
    from pptx import Presentation

    try:
        show = Presentation(io.BytesIO(data))
        slides = list(show.slides)
    except Exception as fault:  # python-pptx raises whatever its zip and XML readers raise
        raise ValueError("this is no PowerPoint file that can be opened (.ppt must be saved as .pptx first)") from fault
    reader = _Show(show.slide_width or 9_144_000)
    begins = sections(show)
    made = []
    for number, slide in enumerate(slides, start=1):
        if begins.get(slide.slide_id):
            made.append(f"# {plain(begins[slide.slide_id])}\n")
        made.append(reader.slide(number, slide))
    text = "\n".join(part for part in made if part).strip()
    if not text:
        raise ValueError("nothing in it can be carried over" + (f" ({reader.lost[0].what})" if reader.lost else ""))
    said = one_line(show.core_properties.title or "")
    title = (said if not UNTITLED.fullmatch(said) else "") or reader.first or name
    language = reader.languages.most_common(1)[0][0] if reader.languages else ""
    lesson = Lesson(title, f"---\n{yaml_of({'title': title})}---\n\n{text}\n")
    return Imported((lesson,), pictures=reader.pictures, lost=tuple(reader.lost), language=language)


def unpacked(data: bytes) -> None:
    """Raises ValueError for a file that would fill the memory when it is unpacked."""
    try:
        parts = ZipFile(io.BytesIO(data)).infolist()
    except (BadZipFile, OSError, ValueError) as fault:
        raise ValueError("this is no PowerPoint file that can be opened (.ppt must be saved as .pptx first)") from fault
    size = sum(part.file_size for part in parts)
    if size > LARGEST or len(parts) > MOST:
        raise ValueError(f"it unpacks to {size / 1e6:.0f} MB in {len(parts)} parts, which is more than is opened here")


def sections(show: Any) -> dict[int, str]:
    """The names of the sections, by the slide that begins each."""
    found: dict[int, str] = {}
    for section in show.element.iter("{*}section"):
        ids = [one.get("id") for one in section.iter("{*}sldId")]
        if ids and ids[0] and (section.get("name") or "").strip() and len(ids[0]) < 12:
            found[int(ids[0])] = one_line(section.get("name"))
    return {} if len(found) < 2 else found


def chosen(slide: Any) -> None:
    """Shapes that newer versions wrap in two forms, such as those with formulas, are put where others stand: in the
    form for programs that know it (ECMA-376, part 3, section 7.5). Unwrapped, they would not be seen at all."""
    for wrapped in list(slide.element.iter("{*}AlternateContent")):
        around = wrapped.getparent()
        forms = [one for one in wrapped if len(one)]
        if around is not None and around.tag.rpartition("}")[2] in ("spTree", "grpSp") and forms:
            for shape in list(forms[0]):
                wrapped.addprevious(shape)
            around.remove(wrapped)


class _Show:
    """Goes through the slides, and gathers pictures and losses."""

    def __init__(self, width: int) -> None:
        self.pictures: dict[str, bytes] = {}
        self.lost: list[Lost] = []
        self.first = ""
        self.languages: Counter[str] = Counter()
        self._width = width
        self._number = 0

    def lose(self, what: str, instead: str = "") -> None:
        """Note a loss; a slide's number stands for a line."""
        self.lost.append(Lost(0, f"slide {self._number}: {what}", instead))

    def slide(self, number: int, slide: Any) -> str:
        """One slide as Markdown, nothing where nothing of it can be carried over."""
        self._number = number
        chosen(slide)
        held = slide.shapes.title
        title = one_line(held.text_frame.text) if held is not None and held.has_text_frame else ""
        self.first = self.first or title
        self.languages.update(one.get("lang") for one in slide.element.iter("{*}rPr") if one.get("lang"))
        hidden = " {.hidden}" if slide.element.get("show") == "0" else ""
        parts = self._parts(slide, held)
        notes = self._notes(slide)
        self._around(slide)
        if not title and not parts and not notes:
            self.lose("nothing of it can be carried over", "It is left out.")
            return ""
        if not title:
            self.lose("it has no title", "Give it one: people who listen find their way by titles.")
        head = f"## {plain(title)}{hidden}" if title else "## Untitled {.hidden}" if hidden else "---"
        return "\n\n".join([head, *parts, *([f"::: notes\n{notes}\n:::"] if notes else [])]) + "\n"

    def _around(self, slide: Any) -> None:
        """What belongs to a slide and is no shape on it."""
        if slide.element.find(".//{*}timing//{*}par//{*}par//{*}par") is not None:
            self.lose("its animations", "Write `. . .` on a line of its own where a step should begin.")
        if slide.element.find(".//{*}bg//{*}blip") is not None:
            self.lose("the picture behind it", "Put it on the slide if it says something.")
        for link in slide.part.rels.values():
            kind = link.reltype.rpartition("/")[2]
            if kind == "comments":
                self.lose("comments", "Read them in PowerPoint.")

    def _parts(self, slide: Any, title: Any) -> list[str]:
        """What stands on a slide, from top to bottom; what stands side by side in columns."""
        found = []
        for shape in self._in_order(slide.shapes, title):
            if said := self._shape(shape):
                found.append((shape, said))
        sides = [(self._side(shape), said) for shape, said in found]
        left = [said for side, said in sides if side == "left"]
        right = [said for side, said in sides if side == "right"]
        if not left or not right or not self._beside(found):
            return [said for _, said in found]
        first = next(at for at, (side, _) in enumerate(sides) if side)
        last = max(at for at, (side, _) in enumerate(sides) if side)
        above = [said for at, (side, said) in enumerate(sides) if not side and at < first]
        below = [said for at, (side, said) in enumerate(sides) if not side and at > last]
        between = [said for at, (side, said) in enumerate(sides) if not side and first < at < last]
        columns = "\n\n".join(
            f"::: {{.column}}\n{chr(10).join(chr(10) + one for one in side)}\n:::" for side in (left, right)
        )
        return [*above, f":::: columns\n{columns}\n::::", *between, *below]

    def _side(self, shape: Any) -> str:
        """Which half of the slide a shape stands in, if in one of them."""
        if shape.left is None or not shape.width or shape.width > 0.6 * self._width:
            return ""
        middle = shape.left + shape.width / 2
        if shape.left + shape.width < 0.56 * self._width and middle < 0.5 * self._width:
            return "left"
        return "right" if shape.left > 0.44 * self._width else ""

    def _beside(self, found: list[tuple[Any, str]]) -> bool:
        """Whether anything on the left stands at the height of anything on the right."""
        spans = {"left": list[tuple[int, int]](), "right": list[tuple[int, int]]()}
        for shape, _ in found:
            if side := self._side(shape):
                spans[side].append((shape.top or 0, (shape.top or 0) + (shape.height or 0)))
        return any(
            min(end, other_end) - max(top, other_top) > 0.3 * min(end - top, other_end - other_top)
            for top, end in spans["left"]
            for other_top, other_end in spans["right"]
        )

    def _in_order(self, shapes: Any, title: Any) -> Iterator[Any]:
        """All shapes but the title and the page furniture, from top to bottom, groups opened."""
        found = [shape for shape in shapes if title is None or shape.shape_id != title.shape_id]
        for shape in sorted(found, key=lambda one: ((one.top or 0) // 400_000, one.left or 0)):
            if shape.is_placeholder and shape.placeholder_format.type in FURNITURE:
                continue
            if shape.element.tag.endswith("}grpSp"):
                yield from self._in_order(shape.shapes, None)
            else:
                yield shape

    def _shape(self, shape: Any) -> str:
        element = shape.element
        if getattr(shape, "has_table", False):
            return table_of(shape.table, self.lose)
        if getattr(shape, "has_chart", False):
            rows = chart_rows(shape)
            self.lose(
                f"a chart (“{shape.name}”)", "Its numbers stand there as a table; draw it anew if it should be seen."
            )
            return rows
        if element.find(".//{*}graphicData/{*}relIds") is not None:
            words = diagram_words(shape)
            self.lose(f"a diagram (“{shape.name}”)", "Its words stand there as a list; save the drawing as a picture.")
            return words
        if element.find(".//{*}videoFile") is not None or element.find(".//{*}audioFile") is not None:
            self.lose(f"a film or sound (“{shape.name}”)", "Put it beside the lesson, with captions: {{< video … >}}")
            return ""
        if element.find(".//{*}oleObj") is not None:
            self.lose(f"an embedded file (“{shape.name}”)", "Save it by itself, and show a picture or a table of it.")
            return ""
        if element.tag.endswith("}pic"):
            return self._picture(shape)
        if shape.has_text_frame and worded(shape.text_frame):
            bullets = shape.is_placeholder and shape.placeholder_format.type not in (1, 3, 4)  # title, sub-title
            return "\n".join(paragraphs(shape.text_frame, self.lose, bullets=bullets)).strip("\n")
        if element.find(".//{*}spPr/{*}blipFill") is not None:
            self.lose(f"a picture that fills a shape (“{shape.name}”)", "Put it in as a picture.")
        elif not shape.is_placeholder and not element.tag.endswith("}cxnSp"):
            self.lose(
                f"a drawn shape without words (“{shape.name}”)", "Save the drawing as a picture if it says something."
            )
        return ""

    def _picture(self, shape: Any) -> str:
        try:
            image = shape.image
            blob, kind, digest = image.blob, image.ext, image.sha1[:6]
        except Exception:  # a link to a file elsewhere, a part that is missing, or bytes that are no picture
            self.lose(f"a picture that cannot be read (“{shape.name}”)", "Save it beside the lesson and name it there.")
            return ""
        if kind not in KEPT:
            self.lose(f"a picture of the kind “{kind}” (“{shape.name}”)", "Save it as PNG and put it in.")
            return ""
        name = f"img/slide-{self._number:02d}-{digest}.{kind}"
        self.pictures[name] = blob
        if any(getattr(shape, f"crop_{side}", 0) for side in ("left", "right", "top", "bottom")):
            self.lose(f"that {name} is cropped: it is whole now", "Look what can be seen, and crop the file itself.")
        described = shape.element.find(".//{*}cNvPr")
        alt = one_line(described.get("descr") or "")
        if any(one.get("val") in ("1", "true") for one in described.iter("{*}decorative")):
            return f"![]({name}){{.decorative}}"
        if BY_ITSELF.search(alt):
            alt = BY_ITSELF.sub("", alt).strip()
            self.lose(f"that a program wrote what {name} shows (“{alt[:60]}”)", "Read whether it is right.")
        if not alt or GENERIC.fullmatch(alt):
            self.lose(
                f"what the picture {name} shows: it has no alternative text",
                "Its file's name stands there, and lactern check asks for words until you write them.",
            )
            alt = name.rpartition("/")[2]
        return f"![{plain(alt)}]({name})"

    def _notes(self, slide: Any) -> str:
        if not slide.has_notes_slide or (frame := slide.notes_slide.notes_text_frame) is None:
            return ""
        return "\n\n".join(one for one in paragraphs(frame, self.lose, bullets=False) if one.strip())
