"""A parent sheet in Arabic and one in Hebrew, samples of our own that nobody has reviewed: mirrored, and readable by
machines too."""

from pathlib import Path

import pytest

from builder.formats.handout import _job
from builder.render.paper.sheet import large_print, sheet_pages
from builder.render.web import WebFiles
from support.printing import REPOSITORY, loaded, printed, tags, text_of_pages, words

SAMPLES = REPOSITORY / "tests" / "samples" / "translated"
PHONE = "1-833-TLC-MAMA (1-833-852-6262)"
BIDI = str.maketrans("", "", "\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069")
pytestmark = [
    pytest.mark.pdf,
    pytest.mark.slow,
    pytest.mark.skipif(not WebFiles().folder.joinpath("fonts.json").is_file(), reason="no fonts were built"),
]


@pytest.fixture(scope="module", params=["arabic", "hebrew"])
def sheet(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, dict[str, Path]]:
    course, kit, _ = loaded(SAMPLES, request.param)
    own = course.sheets[0]
    jobs = []
    for paper in ("a4", "letter"):
        for one in (own, large_print(kit, own)):
            assert one is not None
            first, *tighter = sheet_pages(kit, course, one, paper)
            job = _job("site", course, one.id, paper, first, one.at)
            jobs.append(job._replace(pages=one.pages, tighter=tuple(tighter)))
    files, found = printed(kit, course, jobs, tmp_path_factory.mktemp(request.param))
    assert [one.message for one in found] == []
    return request.param, files


def test_is_one_page_on_either_paper_and_says_that_nobody_reviewed_it(sheet: tuple[str, dict[str, Path]]) -> None:
    for paper in ("a4", "letter"):
        (page,) = text_of_pages(sheet[1][f"parent-sheet-{paper}"])
        assert "sample translation, not reviewed" in page.translate(BIDI)


def test_what_is_copied_is_what_was_written(sheet: tuple[str, dict[str, Path]]) -> None:
    said = {
        "arabic": ["موجة من المشاعر السيئة عند نزول الحليب", "أخبري", "هو رد فعل في الجسم عند نزول الحليب"],
        "hebrew": ["גל של הרגשה רעה כשהחלב יורד", "ספרי למישהו", "זו תגובה של הגוף כשהחלב יורד"],
    }[sheet[0]]
    (page,) = text_of_pages(sheet[1]["parent-sheet-a4"])
    for words_ in said:
        assert words_ in page.translate(BIDI)


def test_latin_names_and_numbers_run_from_left_to_right(sheet: tuple[str, dict[str, Path]]) -> None:
    found = words(sheet[1]["parent-sheet-a4"])
    phone = [next(word for word in found if part in word.text) for part in ("1-833-TLC-MAMA", "1-833-852-6262")]
    assert phone[0].right < phone[1].left
    assert abs(phone[0].top - phone[1].top) < 1
    assert any("D-MER" in word.text for word in found)
    assert any("988" in word.text for word in found)


def test_the_page_is_mirrored(sheet: tuple[str, dict[str, Path]]) -> None:
    found = words(sheet[1]["parent-sheet-a4"])
    title = [word for word in found if abs(word.top - found[0].top) < 4]
    left, right = min(word.left for word in title), max(word.right for word in title)
    assert 595 - right < 60 < left
    bullets = [word for word in found if word.text == "•"]
    assert bullets
    assert all(bullet.left > 500 for bullet in bullets)


def test_a_screen_reader_hears_the_words_in_their_order(sheet: tuple[str, dict[str, Path]]) -> None:
    title = {"arabic": "موجة من المشاعر السيئة عند نزول الحليب", "hebrew": "גל של הרגשה רעה כשהחלב יורד"}[sheet[0]]
    found = tags(sheet[1]["parent-sheet-a4"])
    (at,) = [number for number, (name, _) in enumerate(found) if name == "/H1"]
    assert found[at + 1][1]["ActualText"].strip() == title


def test_conforms(sheet: tuple[str, dict[str, Path]]) -> None:
    validator = pytest.importorskip("page")
    for file in sheet[1].values():
        report = validator.validate_pdf_bytes(file.read_bytes(), profile="ua1")
        assert report.is_compliant, [failure.message for failure in report.failures]
