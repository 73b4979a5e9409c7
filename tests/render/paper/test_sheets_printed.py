"""The seminar's own sheets as people get them: how many pages, how large the letters, what stands at the end."""

import subprocess
from pathlib import Path

import pikepdf
import pytest

from builder.formats.handout import _job
from builder.model.course import Course
from builder.model.diagnostic import Diagnostic
from builder.render.kit import Kit
from builder.render.paper.sheet import in_whole_words, large_print, sheet_pages
from builder.render.press import Job
from builder.render.web import WebFiles
from support.printing import REPOSITORY, loaded, printed, tags, text_of_pages, type_sizes, words

needs_fonts = pytest.mark.skipif(not WebFiles().folder.joinpath("fonts.json").is_file(), reason="no fonts were built")
PAPERS = ("a4", "letter")


class Printed:
    def __init__(self, course: Course, kit: Kit, files: dict[str, Path], found: list[Diagnostic]) -> None:
        self.course, self.kit, self.files, self.found = course, kit, files, found


@pytest.fixture(scope="module")
def seminar(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    course, kit, _ = loaded(REPOSITORY, "dmer")
    jobs: list[Job] = []
    for paper in PAPERS:
        for sheet in course.sheets:
            for one in filter(None, (sheet, large_print(kit, sheet))):
                first, *tighter = sheet_pages(kit, course, one, paper)
                job = _job("site", course, one.id, paper, first, one.at)
                jobs.append(job._replace(pages=one.pages, tighter=tuple(tighter)))
    return Printed(course, kit, *printed(kit, course, jobs, tmp_path_factory.mktemp("sheets")))


@needs_fonts
@pytest.mark.pdf
@pytest.mark.slow
class TestSeminar:
    def test_every_sheet_has_the_pages_it_should_in_both_sizes(self, seminar: Printed) -> None:
        assert [one.message for one in seminar.found] == []
        for paper in PAPERS:
            pages = {name: len(text_of_pages(file)) for name, file in seminar.files.items() if name.endswith(paper)}
            assert pages[f"parent-sheet-{paper}"] == 1
            assert pages[f"clinician-sheet-{paper}"] == 2
            assert pages[f"let-down-log-{paper}"] == 1

    def test_parents_get_no_letter_below_12_points_and_16_in_large_print(self, seminar: Printed) -> None:
        for paper in PAPERS:
            assert min(type_sizes(seminar.files[f"parent-sheet-{paper}"])) >= 12
            assert 13 in type_sizes(seminar.files[f"parent-sheet-{paper}"])
            assert min(type_sizes(seminar.files[f"let-down-log-{paper}"])) >= 12
            assert min(type_sizes(seminar.files[f"parent-sheet-large-{paper}"])) >= 16
            assert min(type_sizes(seminar.files[f"let-down-log-large-{paper}"])) >= 16
            assert 18 in type_sizes(seminar.files[f"parent-sheet-large-{paper}"])

    def test_the_end_says_who_reviewed_it_and_what_it_rests_on(self, seminar: Printed) -> None:
        for name in ("parent-sheet-a4", "parent-sheet-large-letter"):
            said = " ".join(text_of_pages(seminar.files[name]))
            for words_ in ("Version 1.0", "Not clinically reviewed", "Review due", "Sources: Heise & Wiessinger 2011"):
                assert words_ in said

    def test_no_line_parents_read_is_longer_than_70_characters(self, seminar: Printed) -> None:
        """Boxes with numbers and the small print at the end are looked up, not read."""
        for name in ("parent-sheet-a4", "parent-sheet-letter", "parent-sheet-large-a4"):
            command = ["pdftotext", "-layout", str(seminar.files[name]), "-"]
            text = subprocess.run(command, capture_output=True, check=True, text=True).stdout
            read = [line.strip() for line in text.partition("Call your local emergency number")[0].splitlines()]
            assert len(read) > 20
            assert max(map(len, read)) <= 72, name

    def test_help_near_by_is_never_an_empty_line_alone(self, seminar: Printed) -> None:
        (page,) = text_of_pages(seminar.files["parent-sheet-a4"])
        for words_ in ("Help near you", "Lactation helper", "Doctor or midwife", "No number on a line?"):
            assert words_ in page

    def test_numbers_for_help_can_be_called_and_are_tagged(self, seminar: Printed) -> None:
        """Most sheets are opened on phones. Each link is heard once, by the number as it stands."""
        called = ["tel:988", "tel:911", "tel:18338526262"]
        for name in ("let-down-log-a4", "parent-sheet-a4"):
            with pikepdf.open(seminar.files[name]) as pdf:
                links = [one for page in pdf.pages for one in page.get("/Annots", ()) if "/A" in one]
                found = {str(one.A.URI): str(one.Contents) for one in links if str(one.A.URI).startswith("tel:")}
                assert list(found) == called[: len(found)], name
                assert len(found) >= 2, name
                assert found["tel:988"] == "988"
                assert sum(str(one.A.URI) == "tel:988" for one in links) == 1
                assert all("/StructParent" in one for one in links)
            assert [tag for tag, _ in tags(seminar.files[name])].count("/Link") >= len(found)

    def test_all_fonts_are_inside(self, seminar: Printed) -> None:
        for file in seminar.files.values():
            table = subprocess.run(["pdffonts", str(file)], capture_output=True, check=True, text=True).stdout
            assert all(line.split()[-5] == "yes" for line in table.splitlines()[2:])

    def test_conform(self, seminar: Printed) -> None:
        validator = pytest.importorskip("page")
        for name, file in seminar.files.items():
            report = validator.validate_pdf_bytes(file.read_bytes(), profile="ua1")
            assert report.is_compliant, (name, [failure.message for failure in report.failures])

    def test_no_word_stands_outside_what_both_papers_print(self, seminar: Printed) -> None:
        for name, file in seminar.files.items():
            width, height = (595, 842) if name.endswith("a4") else (612, 792)
            for word in words(file):
                assert 20 < word.left < word.right < width - 20, (name, word)
                assert 20 < word.top < word.bottom < height - 20, (name, word)


@needs_fonts
@pytest.mark.pdf
@pytest.mark.slow
def test_the_code_stands_beside_the_address_in_letters(tmp_path: Path) -> None:
    course, kit, _ = loaded(REPOSITORY, "dmer")
    address = "https://www.example.org/let-down/more-to-read"
    sheet = course.sheets[0]._replace(id="own", blocks=(), link=address, link_text="More to read:", sources=(), pages=1)
    first, *tighter = sheet_pages(kit, course, sheet, "a4")
    job = _job("site", course, sheet.id, "a4", first, sheet.at)._replace(pages=1, tighter=tuple(tighter))
    files, found = printed(kit, course, [job], tmp_path)
    (said,) = text_of_pages(files["own-a4"])
    assert "More to read: example.org/let" in said
    assert "more-to-read" in said.replace("\u2060", "")
    (code,) = [more["Alt"] for name, more in tags(files["own-a4"]) if name == "/Figure"]
    assert address in code
    assert found == []


@needs_fonts
def test_a_number_that_is_known_is_printed_and_not_asked_for() -> None:
    course, kit, _ = loaded(REPOSITORY, "dmer")
    assert course.help is not None
    line = course.help.lines[0]._replace(name="Clinic", number="555-0100")
    (html, *_) = sheet_pages(kit, course._replace(help=course.help._replace(local=(line,))), course.sheets[2], "a4")
    near = html.partition('<section class="local-help">')[2].partition("</section>")[0]
    assert "555-0100" in near
    assert "No number on a line?" not in near
    assert 'class="blank"' not in near


@needs_fonts
def test_large_print_is_for_parents_or_where_it_is_asked_for() -> None:
    course, kit, _ = loaded(REPOSITORY, "dmer")
    by_id = {sheet.id: sheet for sheet in course.sheets}
    parents, clinicians = by_id["parent-sheet"], by_id["clinician-sheet"]
    assert large_print(kit, parents) is not None
    assert large_print(kit, parents._replace(large=False)) is None
    assert large_print(kit, parents._replace(type_size=18)) is None
    assert large_print(kit, clinicians) is None
    assert large_print(kit, clinicians._replace(large=True)) is not None


def test_a_title_is_not_cut_at_a_short_compound() -> None:
    assert in_whole_words("At let-down & <D-MER>") == 'At <span class="unbroken">let-down</span> &amp; &lt;D-MER&gt;'
