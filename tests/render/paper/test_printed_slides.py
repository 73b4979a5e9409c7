"""Slides as they come out of the press: every layout on both papers, looked at as a reader and as a printer would."""

import io
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from builder.formats import handout
from builder.model.block import Video
from builder.model.course import Course
from builder.model.diagnostic import Diagnostic
from builder.model.place import Place
from builder.model.prints import PAPERS, Prints
from builder.read.theme import read_theme
from builder.render.kit import Kit
from builder.render.paper.grid import GRIDS, page_size
from builder.render.web import WebFiles
from formats.small import POLL, SLIDES, course, kit, made, slide, text
from support.paper import structure, text_of

REPOSITORY = Path(__file__).parents[3]
needs_fonts = pytest.mark.skipif(not WebFiles().folder.joinpath("fonts.json").is_file(), reason="no fonts were built")
pytestmark = [needs_fonts, pytest.mark.pdf, pytest.mark.slow]
MM = 25.4
DOTS = 60
EXTRA = tuple(slide(f"more{n}", text(f"<p>Further point number {n}.</p>"), title=f"More {n}") for n in range(4))


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Kit:
    theme, _ = read_theme(REPOSITORY, "calm", Place("slides/small/course.yaml"))
    assert theme is not None
    return kit(tmp_path_factory.mktemp("web"), web=WebFiles(), theme=theme)


def pressed(of: Kit, taught: Course, prints: Prints, folder: Path) -> dict[str, Path]:
    """What is printed of a course, as files, by name; anything noticed fails the test."""
    outputs = list(handout.outputs(taught, of._replace(prints=prints, papers=prints.papers)))
    assert [one for one in outputs if isinstance(one, Diagnostic)] == []
    files = {}
    for name, data in made(outputs).items():
        files[name.rpartition("/")[2]] = folder / name.replace("/", "-")
        (folder / name.replace("/", "-")).write_bytes(data)
    return files


@pytest.fixture(scope="module")
def files(paper: Kit, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """All layouts of a lesson on both papers."""
    taught = course(*SLIDES, *EXTRA, quizzes={"polls": POLL}, sheets=())
    prints = Prints(layouts=("1", "2", "3", "4", "6", "9", "notes", "agenda"))
    return pressed(paper, taught, prints, tmp_path_factory.mktemp("all"))


def pictures(file: Path, *options: str, dots: int = DOTS) -> Iterator[Image.Image]:
    """The pages as pictures."""
    made_in = file.parent / f"{file.stem}-{dots}-{'-'.join(options)}"
    made_in.mkdir(exist_ok=True)
    subprocess.run(["pdftoppm", "-r", str(dots), *options, str(file), str(made_in / "p")], check=True)
    for picture in sorted(made_in.iterdir()):
        yield Image.open(picture)


def ink(picture: Image.Image) -> tuple[float, float, float, float]:
    """The millimetres of white at the left, above, at the right and below."""
    box = picture.convert("L").point(lambda value: 255 if value < 245 else 0).getbbox()
    assert box is not None
    left, top, right, bottom = box
    sides = (left, top, picture.width - right, picture.height - bottom)
    return tuple(side / DOTS * MM for side in sides)  # type: ignore[return-value]


@pytest.mark.parametrize("size", PAPERS)
@pytest.mark.parametrize("up", GRIDS)
def test_every_slide_once_in_the_deck_s_order_on_the_right_paper(files: dict[str, Path], up: int, size: str) -> None:
    file = files[f"lesson-slides-{up}up-{size}.pdf"]
    said = structure(file).text()
    with pikepdf.open(file) as pdf:
        assert len(pdf.pages) == -(-14 // up)
        width, height = (float(side) for side in list(pdf.pages[0].mediabox)[2:])
    wanted = page_size(size, GRIDS[up].across)
    assert (width / 72 * MM, height / 72 * MM) == pytest.approx(wanted, abs=0.1)
    at = [said.index(words) for words in ("Disclosures", "First", "Second Later", "Amira", "Further point number 0.")]
    assert at == sorted(at)
    for number in range(4):
        assert said.count(f"Further point number {number}.") == 1
    assert "Only if asked" not in said


@pytest.mark.parametrize("size", PAPERS)
def test_nothing_is_printed_where_the_other_paper_or_a_printer_would_lose_it(files: dict[str, Path], size: str) -> None:
    """What is read keeps the margins of RFC 2346; running heads stand 11 mm from the edge and more."""
    for name, file in files.items():
        if not re.search(rf"(up|notes|agenda)-{size}\.pdf", name):
            continue
        for picture in pictures(file):
            left, top, right, bottom = ink(picture)
            across = picture.width > picture.height
            aside = {"a4": (20.0, 33.0), "letter": (21.0, 20.0)}[size][across]
            assert min(left, right) >= aside - 0.8, name
            assert min(top, bottom) >= 11.0, name


def test_a_slide_has_the_deck_s_proportions(files: dict[str, Path]) -> None:
    """A statement fills its slide with a colour: the rows that are mostly of that colour are the slide."""
    grounds = {(11, 100, 104), (10, 91, 95), (9, 84, 87), (8, 76, 80)}
    for up in (1, 3):
        ratios = []
        for picture in pictures(files[f"lesson-slides-{up}up-a4.pdf"], dots=100):
            pixels = picture.convert("RGB").tobytes()
            colours = list(zip(pixels[::3], pixels[1::3], pixels[2::3], strict=True))
            lines = [colours[at : at + picture.width] for at in range(0, len(colours), picture.width)]
            rows = [sum(colour in grounds for colour in line) for line in lines]
            full = [y for y, row in enumerate(rows) if row > 0.5 * max(rows) > 50]
            ratios += [max(rows) / (full[-1] - full[0])] if full else []
        assert any(ratio == pytest.approx(16 / 9, rel=0.03) for ratio in ratios), (up, ratios)


def test_all_fonts_are_in_the_file_and_text_is_text(files: dict[str, Path]) -> None:
    for file in files.values():
        fonts = subprocess.run(["pdffonts", str(file)], capture_output=True, text=True, check=True).stdout
        rows = fonts.splitlines()[2:]
        assert rows
        assert all(row.split()[-5] == "yes" for row in rows), fonts
        with pikepdf.open(file) as pdf:
            assert not any(page.get_images() for page in pdf.pages), "a slide is live text, not a picture of it"


def test_slide_numbers_and_sections_are_on_the_page(files: dict[str, Path]) -> None:
    page = subprocess.run(
        ["pdftotext", "-f", "2", "-l", "2", "-layout", str(files["lesson-slides-4up-a4.pdf"]), "-"],
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    assert "The start" in page.splitlines()[0] + page.splitlines()[1], "the section is a running head"
    for number in ("5", "6", "7", "8"):
        assert re.search(rf"(^|\s){number}(\s|$)", page, re.MULTILINE)


def test_notes_have_the_clock_and_the_agenda_one_sheet(files: dict[str, Path]) -> None:
    notes = text_of(files["lesson-notes-a4.pdf"])
    assert "Say it slowly" in notes
    assert re.search(r"\b4:\d\d\b", notes)
    agenda = files["lesson-agenda-letter.pdf"]
    with pikepdf.open(agenda) as pdf:
        assert len(pdf.pages) == 1
    said = text_of(agenda)
    for words in ("The start", "Ends at 0:05", "Poll", "May be cut"):
        assert words in said


def test_every_layout_conforms_to_pdf_ua(files: dict[str, Path]) -> None:
    validator = pytest.importorskip("page")
    for name, file in files.items():
        if name.endswith("a4.pdf"):
            report = validator.validate_pdf_bytes(file.read_bytes(), profile="ua1")
            assert report.is_compliant, (name, [failure.message for failure in report.failures])


def test_saving_ink_takes_away_every_colour_and_most_grounds(paper: Kit, tmp_path: Path) -> None:
    taught = course(quizzes={}, sheets=())
    amounts = {}
    for mode in ("full", "saving"):
        file = pressed(paper, taught, Prints(("9",), ("a4",), ink=mode), tmp_path)["lesson-slides-9up-a4.pdf"]
        (picture, *_) = pictures(file, dots=50)
        pixels = list(picture.convert("RGB").resize((300, 212)).tobytes())
        amounts[mode] = sum(255 - value for value in pixels)
        coloured = sum(max(p) - min(p) > 24 for p in zip(pixels[::3], pixels[1::3], pixels[2::3], strict=True))
        assert (coloured == 0) == (mode == "saving")
    assert amounts["saving"] < 0.6 * amounts["full"]


def test_a_film_is_a_code_and_its_typed_address(paper: Kit, tmp_path: Path) -> None:
    film = Video("film.mp4", "film.vtt", "A latch", url="https://example.org/latch")
    taught = course(slide("film", film), quizzes={}, sheets=())
    file = pressed(paper, taught, Prints(("1",), ("a4",)), tmp_path)["lesson-slides-1up-a4.pdf"]
    assert "https://example.org/latch" in text_of(file)
    tags = subprocess.run(["pdfinfo", "-struct", str(file)], capture_output=True, text=True, check=True).stdout
    assert "Figure" in tags


def test_hidden_slides_and_cuts_as_chosen(paper: Kit, tmp_path: Path) -> None:
    taught = course(quizzes={}, sheets=())
    shown = pressed(paper, taught, Prints(("2",), ("a4",), hidden=True), tmp_path)["lesson-slides-2up-a4.pdf"]
    assert "Only if asked" in text_of(shown)
    outputs = handout.outputs(taught, paper._replace(prints=Prints(("2",), ("a4",), cut=1), papers=("a4",)))
    found = [one for one in outputs if isinstance(one, Diagnostic)]
    assert [one.rule.code for one in found] == ["F210"]


def test_the_same_bytes_in_other_processes(paper: Kit, files: dict[str, Path], tmp_path: Path) -> None:
    taught = course(*SLIDES, *EXTRA, quizzes={"polls": POLL}, sheets=())
    again = pressed(paper, taught, Prints(("9",), ("a4",)), tmp_path)["lesson-slides-9up-a4.pdf"]
    assert again.read_bytes() == files["lesson-slides-9up-a4.pdf"].read_bytes()
    assert str(tmp_path).encode() not in again.read_bytes()
    assert io.BytesIO(again.read_bytes()).getbuffer().nbytes > 1000
