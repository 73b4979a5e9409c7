"""Packs keep what makes their parts accessible; sheets stand in the order in which they are folded."""

import io
import re
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

from builder.formats import handout
from builder.model.block import Generated
from builder.model.course import Course, Sheet
from builder.model.diagnostic import Diagnostic
from builder.model.place import Place
from builder.model.prints import Prints
from builder.read.theme import read_theme
from builder.render.bindery.fold import MM, booklet, folded
from builder.render.kit import Kit
from builder.render.web import WebFiles
from formats.small import POLL, course, kit, made, text
from support.paper import structure, text_of

REPOSITORY = Path(__file__).parents[3]
needs_fonts = pytest.mark.skipif(not WebFiles().folder.joinpath("fonts.json").is_file(), reason="no fonts were built")
PARENTS = Sheet("parents", "For parents", (text("<p>It passes.</p>"), Generated("help")), pages=1, type_size=14)


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Kit:
    theme, _ = read_theme(REPOSITORY, "calm", Place("slides/small/course.yaml"))
    assert theme is not None
    return kit(tmp_path_factory.mktemp("web"), web=WebFiles(), theme=theme)


def taught() -> Course:
    return course(quizzes={"polls": POLL}, sheets=(PARENTS,))


@pytest.fixture(scope="module")
def files(paper: Kit, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Everything of a small course, bound and folded."""
    prints = Prints(("4", "9", "notes", "agenda", "pack", "booklet"), ("a4",), bleed=3.0)
    outputs = list(handout.outputs(taught(), paper._replace(prints=prints, papers=("a4",))))
    assert [one for one in outputs if isinstance(one, Diagnostic)] == []
    folder = tmp_path_factory.mktemp("bound")
    found = {}
    for name, data in made(outputs).items():
        found[name.replace("small/print/", "")] = folder / name.replace("/", "-")
        (folder / name.replace("/", "-")).write_bytes(data)
    return found


def numbered_pdf(count: int) -> bytes:
    """Pages that say their number, in a size of their own."""
    pdf = pikepdf.new()
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    for number in range(1, count + 1):
        page = pdf.add_blank_page(page_size=(200, 300))
        page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
        page.contents_add(f"BT /F 40 Tf 60 140 Td (p{number}) Tj ET".encode())
    written = io.BytesIO()
    pdf.save(written)
    return written.getvalue()


def drawn(page: pikepdf.Page) -> bytes:
    """What is drawn on a page."""
    page.contents_coalesce()
    return page.obj.Contents.read_bytes()


def halves(data: bytes, folder: Path) -> list[tuple[str, str]]:
    """What stands on the left and on the right of each side."""
    file = folder / "folded.pdf"
    file.write_bytes(data)
    with pikepdf.open(file) as pdf:
        width, height = (int(side) for side in list(pdf.pages[0].mediabox)[2:])
        count = len(pdf.pages)

    def said(page: int, x: int) -> str:
        box = ("-x", str(x), "-y", "0", "-W", str(width // 2), "-H", str(height))
        command = ["pdftotext", "-f", str(page), "-l", str(page), *box, str(file), "-"]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()

    return [(said(page, 0), said(page, width // 2)) for page in range(1, count + 1)]


def test_without_a_pack_nobody_imports_pikepdf() -> None:
    code = "import sys, builder.formats.handout; print('pikepdf' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"


class TestFolding:
    def test_the_order_of_a_saddle_stitch(self) -> None:
        assert [(left + 1, right + 1) for left, right in folded(8)] == [(8, 1), (2, 7), (6, 3), (4, 5)]
        assert [(left + 1, right + 1) for left, right in folded(4, right_to_left=True)] == [(1, 4), (3, 2)]

    @pytest.mark.parametrize("count", [1, 3, 4, 5, 8, 11])
    def test_folded_and_leafed_through_the_pages_follow_each_other(self, count: int) -> None:
        """Take the sheets apart, lay them into each other and turn the leaves."""
        whole = -(-count // 4) * 4
        sides = list(folded(whole))
        leaves = [page for front, _ in zip(sides[::2], sides[1::2], strict=True) for page in [front]]
        read = [half for (_, right), (left, _) in zip(leaves, sides[1::2], strict=True) for half in (right, left)]
        back = [half for (left, _), (_, right) in zip(leaves, sides[1::2], strict=True) for half in (right, left)]
        ends = [half for at in range(len(back) - 2, -1, -2) for half in back[at : at + 2]]
        assert read + ends == list(range(whole))

    def test_each_page_stands_on_its_half_and_blanks_at_the_end(self, tmp_path: Path) -> None:
        sides = halves(booklet(numbered_pdf(5), "T"), tmp_path)
        assert sides == [("", "p1"), ("p2", ""), ("", "p3"), ("p4", "p5")]

    def test_books_read_from_the_right_are_bound_there(self, tmp_path: Path) -> None:
        sides = halves(booklet(numbered_pdf(4), "T", right_to_left=True), tmp_path)
        assert sides == [("p1", "p4"), ("p3", "p2")]

    def test_bleed_and_marks_only_where_they_are_asked_for(self) -> None:
        for bleed in (0.0, 3.0):
            with pikepdf.open(io.BytesIO(booklet(numbered_pdf(4), "T", bleed, numbered_pdf(1)))) as pdf:
                page = pdf.pages[0]
                width, height = (float(side) for side in list(page.mediabox)[2:])
                marks = b" l S" in drawn(page)
                assert marks == bool(bleed)
                assert ("/BleedBox" in page.obj) == bool(bleed)
                if bleed:
                    trim, box = ([float(value) for value in page.obj[key]] for key in ("/TrimBox", "/BleedBox"))
                    assert (trim[2] - trim[0], trim[3] - trim[1]) == pytest.approx((400, 300))
                    assert trim[0] - box[0] == pytest.approx(3 * MM, abs=0.01)
                else:
                    assert (width, height) == (400, 300)

    def test_a_page_that_lies_across_is_turned_to_stand(self) -> None:
        pdf = pikepdf.new()
        for size in ((200, 300), (300, 200)):
            pdf.add_blank_page(page_size=size)
        written = io.BytesIO()
        pdf.save(written)
        with pikepdf.open(io.BytesIO(booklet(written.getvalue(), "T"))) as folded_:
            assert b"0.0000 1.0000 -1.0000 0.0000" in drawn(folded_.pages[1])


@needs_fonts
@pytest.mark.pdf
@pytest.mark.slow
class TestPack:
    def test_everything_is_in_it_in_order_once(self, files: dict[str, Path]) -> None:
        with pikepdf.open(files["site/small-pack-a4.pdf"]) as pdf:
            with pdf.open_outline() as outline:
                titles = [item.title for item in outline.root]
            parts = [files[f"site/{name}-a4.pdf"] for name in ("lesson-slides-4up", "lesson-reading", "parents")]
            count = sum(len(pikepdf.open(part).pages) for part in parts)
            large = [name for name in files if "large" in name and name.startswith("site")]
            count += sum(len(pikepdf.open(files[name]).pages) for name in large)
            assert len(pdf.pages) == 1 + count
        assert titles[:3] == ["A lesson: 4 slides to a page", "A lesson: reading handout", "For parents"]

    def test_conforms_to_pdf_ua_and_reads_like_its_parts(self, files: dict[str, Path]) -> None:
        validator = pytest.importorskip("page")
        for name in ("site/small-pack-a4.pdf", "presenter/small-pack-a4.pdf"):
            report = validator.validate_pdf_bytes(files[name].read_bytes(), profile="ua1")
            assert report.is_compliant, (name, [failure.message for failure in report.failures])
        whole = structure(files["site/small-pack-a4.pdf"]).text()
        for part in ("lesson-slides-4up", "lesson-reading", "parents"):
            assert structure(files[f"site/{part}-a4.pdf"]).text() in whole

    def test_tags_find_their_pages_and_pages_their_tags(self, files: dict[str, Path]) -> None:
        """Every number of the parent tree is used by one page or annotation, and leads to an element of this tree."""
        with pikepdf.open(files["site/small-pack-a4.pdf"]) as pdf:
            nums = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
            keys = [int(key) for key in nums[::2]]
            assert keys == sorted(set(keys))
            used = [int(page.obj.StructParents) for page in pdf.pages if "/StructParents" in page.obj]
            used += [int(n.StructParent) for page in pdf.pages for n in page.obj.get("/Annots", ())]
            assert sorted(used) == sorted(set(used))
            assert set(used) <= set(keys)
            pages = {page.obj.objgen for page in pdf.pages}

            def walk(element: pikepdf.Object) -> None:
                if "/Pg" in element:
                    assert element.Pg.objgen in pages
                kids = element.get("/K", pikepdf.Array())
                for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
                    if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                        assert kid.P.objgen == element.objgen
                        walk(kid)

            for top in pdf.Root.StructTreeRoot.K:
                walk(top)

    def test_labels_are_what_the_tabs_say(self, files: dict[str, Path]) -> None:
        with pikepdf.open(files["site/small-pack-a4.pdf"]) as pdf:
            labels = [page.label for page in pdf.pages]
        assert labels[:2] == ["i", "A-1"]
        assert "B-1" in labels
        page = labels.index("B-1") + 1
        command = ["pdftotext", "-f", str(page), "-l", str(page), str(files["site/small-pack-a4.pdf"]), "-"]
        assert re.search(r"^B$", subprocess.run(command, capture_output=True, text=True, check=True).stdout, re.M)

    def test_the_cover_leads_to_the_parts_and_links_stay_in_theirs(self, files: dict[str, Path]) -> None:
        with pikepdf.open(files["site/small-pack-a4.pdf"]) as pdf:
            starts = {page.obj.objgen: page.label for page in pdf.pages}
            leads = [starts[note.Dest[0].objgen] for note in pdf.pages[0].obj.Annots]
            assert list(dict.fromkeys(leads))[:3] == ["A-1", "B-1", "C-1"]
            names = [str(name) for name in list(pdf.Root.Names.Dests.Names)[::2]]
            wanted = {
                str(note.Dest) for page in list(pdf.pages)[1:] for note in page.obj.get("/Annots", ())
                if isinstance(note.get("/Dest"), pikepdf.String)
            }  # fmt: skip
            assert wanted <= set(names)
            assert names == sorted(names)

    def test_notes_and_keys_are_in_the_presenter_s_alone(self, files: dict[str, Path]) -> None:
        assert "Say it slowly" not in text_of(files["site/small-pack-a4.pdf"])
        assert "Say it slowly" in text_of(files["presenter/small-pack-a4.pdf"])
        assert not any(name.startswith("presenter") and "booklet" in name for name in files)

    def test_the_sheets_hold_the_pack_and_say_what_they_are(self, files: dict[str, Path]) -> None:
        with (
            pikepdf.open(files["site/small-pack-a4.pdf"]) as pack,
            pikepdf.open(files["site/small-booklet-a4.pdf"]) as sheets,
        ):
            assert len(sheets.pages) == -(-len(pack.pages) // 4) * 2
            assert "print shop" in str(sheets.docinfo["/Title"])
            assert "/StructTreeRoot" not in sheets.Root

    def test_the_same_bytes_every_time(self, paper: Kit, files: dict[str, Path]) -> None:
        prints = Prints(("4", "9", "notes", "agenda", "pack", "booklet"), ("a4",), bleed=3.0)
        again = made(handout.outputs(taught(), paper._replace(prints=prints, papers=("a4",))))
        for name in ("small-pack-a4.pdf", "small-booklet-a4.pdf"):
            assert again[f"site/small/print/{name}"] == files[f"site/{name}"].read_bytes()
