"""Printing one document of a course, and looking at where its words stand."""

import re
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from builder.model.course import Course
from builder.model.diagnostic import Diagnostic
from builder.model.output import Output
from builder.pipeline import Options, load, workshop
from builder.read.theme import read_theme
from builder.render.kit import Kit
from builder.render.memo import Memo
from builder.render.press import Job, press

REPOSITORY = Path(__file__).parent.parent.parent
FONT = re.compile(rb"/(\S+) (-?[\d.]+) Tf")


class Loaded(NamedTuple):
    course: Course
    kit: Kit
    found: tuple[Diagnostic, ...]


def loaded(root: Path, name: str, memo: Path | None = None) -> Loaded:
    """A course of a project as meant, and the kit to print it with."""
    made = load(root, (name,), Memo(None))
    course = made.courses[0]
    theme, noticed = read_theme(REPOSITORY, course.theme, course.at)
    assert theme is not None
    kit = workshop(root, Options(), Memo(memo), ()).kit(course, theme)
    return Loaded(course, kit, (*made.diagnostics, *noticed))


def printed(kit: Kit, course: Course, jobs: Iterable[Job], folder: Path) -> tuple[dict[str, Path], list[Diagnostic]]:
    """The PDFs by their names, laid down in a folder, and what the press said."""
    files, found = {}, []
    for one in press(kit, course, jobs):
        if isinstance(one, Output):
            files[one.path.stem] = folder / one.path.name
            files[one.path.stem].write_bytes(one.data)
        else:
            found.append(one)
    return files, found


class Word(NamedTuple):
    """A word on paper, in points from the page's upper left corner."""

    page: int
    text: str
    left: float
    top: float
    right: float
    bottom: float


def words(file: Path) -> list[Word]:
    """Every word and where it stands."""
    said = subprocess.run(["pdftotext", "-bbox", str(file), "-"], capture_output=True, check=True).stdout
    said = re.sub(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]", b"", said)
    root = ElementTree.fromstring(re.sub(rb"<!DOCTYPE[^>]*>", b"", said))
    space = {"h": "http://www.w3.org/1999/xhtml"}
    return [
        Word(number, word.text or "", *(float(word.attrib[side]) for side in ("xMin", "yMin", "xMax", "yMax")))
        for number, page in enumerate(root.iterfind(".//h:page", space), start=1)
        for word in page.iterfind("h:word", space)
    ]


def type_sizes(file: Path) -> set[float]:
    """The sizes in points in which text is set: WeasyPrint counts in pixels, of which 96 make an inch."""
    import pikepdf

    with pikepdf.open(file) as pdf:
        return {round(float(m[2]) * 0.75, 1) for page in pdf.pages for m in FONT.finditer(page.Contents.read_bytes())}


def tags(file: Path) -> list[tuple[str, dict[str, str]]]:
    """All structure elements in reading order, with their attributes as text."""
    import pikepdf

    found: list[tuple[str, dict[str, str]]] = []

    def walk(element: object) -> None:
        if isinstance(element, pikepdf.Array):
            for one in element:
                walk(one)
        elif isinstance(element, pikepdf.Dictionary) and "/S" in element:
            kept = {key[1:]: str(element[key]) for key in ("/ActualText", "/Lang", "/Alt") if key in element}
            if "/A" in element and "/Scope" in element.A:
                kept["Scope"] = str(element.A.Scope)
            found.append((str(element.S), kept))
            walk(element.get("/K"))

    with pikepdf.open(file) as pdf:
        walk(pdf.Root.StructTreeRoot.K)
    return found


def text_of_pages(file: Path) -> list[str]:
    """What stands on each page."""
    said = subprocess.run(["pdftotext", "-enc", "UTF-8", str(file), "-"], capture_output=True, check=True).stdout
    return [" ".join(page.split()) for page in said.decode("utf-8").split("\f")[:-1]]
