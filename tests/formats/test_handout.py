"""Handouts: what is on each kind of paper, what is not, and whether the PDFs are what PDF/UA-1 asks for."""

import io
import re
from pathlib import Path

import pikepdf
import pytest

from builder.formats import handout
from builder.model.block import Callout, Generated, Text, Video
from builder.model.course import Course, Review, Sheet
from builder.model.diagnostic import Diagnostic
from builder.model.place import Place
from builder.model.prose import NOTHING, Use
from builder.model.quiz import CaseStudy
from builder.read.theme import read_theme
from builder.render import press
from builder.render.asked import asked, asked_questions
from builder.render.kit import Kit
from builder.render.memo import Memo
from builder.render.paper.answers import answer
from builder.render.paper.draw import PaperDrawer
from builder.render.paper.exam import answer_key, has_key, has_paper, question_paper
from builder.render.paper.leaf import quoted
from builder.render.paper.minis import Minis
from builder.render.paper.notes import clock, notes_pages
from builder.render.paper.reading import reading
from builder.render.paper.sheet import FITS, sheet_pages
from builder.render.paper.slides import slide_pages
from builder.render.web import WebFiles
from formats.small import POLL, course, kit, made, prose, slide, text
from render import every_question

REPOSITORY = Path(__file__).parent.parent.parent
needs_fonts = pytest.mark.skipif(not WebFiles().folder.joinpath("fonts.json").is_file(), reason="no fonts were built")
QUIZ = every_question.QUIZ
PARENTS = Sheet("parents", "For parents", (text("<p>It passes.</p>"), Generated("help")), pages=1, type_size=14)


@pytest.fixture
def paper(tmp_path: Path) -> Kit:
    theme, _ = read_theme(REPOSITORY, "calm", Place("slides/small/course.yaml"))
    assert theme is not None
    return kit(tmp_path, web=WebFiles(), theme=theme)


def slides(of: Kit, taught: Course, up: int) -> str:
    """The slides of the only lesson, so many to a page."""
    lesson = taught.lessons[0]
    return slide_pages(of, taught, lesson, Minis(of, taught, lesson).audience(), "a4", up)


def body(html: str) -> str:
    return html.partition("<body")[2]


@needs_fonts
class TestSlides:
    def test_the_deck_s_slides_once_each_and_in_order(self, paper: Kit) -> None:
        html = body(slides(paper, course(), 3))
        ids = re.findall(r'data-room="([^"]+)"', html)
        assert ids == [
            "deck-title", "deck-disclosures", "deck-agenda", "one", "two", "case", "poll", "cols", "say",
            "deck-references",
        ]  # fmt: skip

    def test_steps_stand_all_at_once_and_notes_do_not(self, paper: Kit) -> None:
        html = slides(paper, course(), 3)
        assert "Later" in html
        assert "Say it slowly" not in html
        assert "Trap: haste" not in html
        assert "Mostly none." not in html
        assert paper.words("handout.cut") not in html

    def test_notes_pages_hold_what_the_presenter_needs(self, paper: Kit) -> None:
        taught = course()
        told = Minis(paper, taught, taught.lessons[0]).presenter()
        html = notes_pages(paper, taught, taught.lessons[0], told, "a4")
        for said in ("Say it slowly", "Trap: haste", "Mostly none.", "Only if asked", paper.words("handout.cut")):
            assert said in html

    def test_headings_in_a_slide_stand_below_its_title(self, paper: Kit) -> None:
        assert "<h4>A</h4>" in body(slides(paper, course(), 3))

    def test_clock(self) -> None:
        assert (clock(30), clock(3600), clock(3905)) == ("0:30", "1:00:00", "1:05:05")


@needs_fonts
class TestReading:
    def test_prose_beside_what_the_slide_says_in_short(self, paper: Kit) -> None:
        taught = course(slide("one", text("<ul><li>Short</li></ul>"), prose=(text("<p>At length.</p>"),)))
        html = body(reading(paper, taught, taught.lessons[0], "a4"))
        assert html.index("Short") < html.index("At length.")
        assert 'class="side"' in html

    def test_a_film_is_a_code_and_its_address(self, paper: Kit) -> None:
        film = Video("film.mp4", "film.vtt", "A latch", url="https://example.org/latch")
        taught = course(slide("one", film))
        html = body(reading(paper, taught, taught.lessons[0], "a4"))
        assert 'class="qr"' in html
        assert "https://example.org/latch" in html
        assert "<video" not in html

    def test_links_hold_words_only(self, paper: Kit) -> None:
        page = text('<p>See <a href="https://example.org"><strong>this</strong> <span>page</span></a>.</p>')
        taught = course(slide("one", page))
        html = body(reading(paper, taught, taught.lessons[0], "a4"))
        assert '<a href="https://example.org">this page</a>' in html

    def test_where_and_hidden_are_heard(self, paper: Kit) -> None:
        html = body(reading(paper, course(), course().lessons[0], "a4"))
        assert "On paper" in html
        assert "Only if asked" not in html

    def test_every_contents_line_and_citation_has_its_place(self, paper: Kit) -> None:
        use = Use("cite", "heise2011", Place("slides/small/01.md"))
        claim = Text(prose('<p>So <cite data-keys="heise2011"></cite></p>')._replace(uses=(use,)))
        taught = course(slide("one", claim))
        html = body(reading(paper, taught, taught.lessons[0], "a4"))
        targets = set(re.findall(r'href="#([^"]+)"', html))
        assert "ref-heise2011" in targets
        assert targets <= set(re.findall(r'id="([^"]+)"', html))


@needs_fonts
class TestTests:
    def test_every_type_has_a_paper_form_without_its_key(self, paper: Kit) -> None:
        html = body(question_paper(paper, course(quizzes={QUIZ.id: QUIZ}), QUIZ, "a4"))
        types = {question.type for question in QUIZ.questions}
        assert types <= set(re.findall(r'class="q q-(\w+)"', html))
        assert not re.search(r"<(input|select|textarea|form)\b", html)
        for question in QUIZ.questions:
            assert not question.explain.html or question.explain.html not in html

    def test_paper_and_key_have_the_order_and_seed_of_the_screen(self, paper: Kit) -> None:
        quiz = QUIZ._replace(shuffle_questions=True, shuffle_options=True, seed="s-7")
        taught = course(quizzes={quiz.id: quiz})
        html = question_paper(paper, taught, quiz, "a4")
        order = [asked(quiz, question).prefix for question in asked_questions(quiz, quiz.questions)]
        top = [id_ for id_ in re.findall(r'class="q q-\w+" id="([^"]+)"', html) if id_ in order]
        assert top == order
        assert "s-7" in html
        assert "s-7" in answer_key(paper, taught, quiz, "a4")

    def test_the_key_knows_an_answer_for_every_scored_question(self, paper: Kit) -> None:
        drawer = PaperDrawer(paper, course(), "handout", {}, {})
        for question in QUIZ.questions:
            if question.type in ("reflection", "scale", "poll") or isinstance(question.form, CaseStudy):
                continue
            assert answer(drawer, asked(QUIZ, question)).short, question.type

    def test_polls_have_a_key_and_no_paper(self) -> None:
        assert has_key(POLL)
        assert not has_paper(POLL)


@needs_fonts
class TestSheets:
    def test_tighter_versions_keep_the_size_of_the_type(self, paper: Kit) -> None:
        versions = sheet_pages(paper, course(), PARENTS, "letter")
        assert len(versions) == len(FITS)
        assert all("--type:14pt" in version for version in versions)

    def test_help_in_an_urgent_box_still_says_whom_to_call(self, paper: Kit) -> None:
        box = Callout("urgent", "Now", (Text(prose("<p>If</p>")), Generated("help")))
        (html, *_) = sheet_pages(paper, course(), PARENTS._replace(blocks=(box,)), "a4")
        assert "Call your local emergency number." in html

    def test_the_foot_says_who_has_reviewed_it(self, paper: Kit) -> None:
        for review, said in ((Review(), "Not clinically reviewed"), (Review("Dr A", "2026-01-02"), "Dr A, 2026-01-02")):
            assert said in sheet_pages(paper, course(review=review), PARENTS, "a4")[0]


@needs_fonts
def test_running_heads_change_sides_with_the_script(paper: Kit) -> None:
    for language, side in (("en", "left"), ("ar", "right")):
        html = sheet_pages(paper, course()._replace(language=language), PARENTS, "a4")[0]
        assert f'@top-{side}{{content:"A small course"' in html


def test_a_string_in_css_ends_where_it_should() -> None:
    assert quoted('a "b" \\ </style>') == '"a \\"b\\" \\\\ \\3c /style>"'
    assert NOTHING.html == ""


@needs_fonts
@pytest.mark.pdf
@pytest.mark.slow
class TestPdfs:
    @pytest.fixture
    def whole(self) -> Course:
        return course(quizzes={"polls": POLL, QUIZ.id: QUIZ}, sheets=(PARENTS,), assets=every_question.COURSE.assets)

    def test_all_documents_are_made_and_conform(self, paper: Kit, whole: Course) -> None:
        validator = pytest.importorskip("page")
        outputs = list(handout.outputs(whole, paper._replace(papers=("a4",))))
        files = made(outputs)
        assert [one for one in outputs if isinstance(one, Diagnostic)] == []
        assert sorted(files) == sorted(
            [
                "site/small/print/lesson-slides-3up-a4.pdf",
                "site/small/print/lesson-reading-a4.pdf",
                "presenter/small/print/lesson-notes-a4.pdf",
                "presenter/small/print/lesson-agenda-a4.pdf",
                "presenter/small/print/lesson-notes.html",
                f"site/small/print/{QUIZ.id}-paper-a4.pdf",
                f"presenter/small/print/{QUIZ.id}-key-a4.pdf",
                f"site/small/print/{QUIZ.id}-answers-a4.pdf",
                f"presenter/small/print/{QUIZ.id}-answers-key-a4.pdf",
                "presenter/small/print/polls-key-a4.pdf",
                "site/small/print/parents-a4.pdf",
                "presenter/small/print/small-cards-a4.pdf",
            ]
        )
        for name, data in files.items():
            if name.endswith(".html"):
                continue
            report = validator.validate_pdf_bytes(data, profile="ua1")
            assert report.is_compliant, (name, [failure.message for failure in report.failures])

    def test_title_bookmarks_and_date_come_from_the_course(self, paper: Kit, whole: Course) -> None:
        files = made(handout.outputs(whole._replace(quizzes={}, sheets=()), paper._replace(papers=("letter",))))
        pdf = pikepdf.open(io.BytesIO(files["site/small/print/lesson-reading-letter.pdf"]))
        with pdf.open_outline() as outline:
            assert outline.root
        assert "A lesson" in str(pdf.docinfo.Title)
        assert str(pdf.docinfo.CreationDate).startswith("D:20261122")
        assert [float(side) for side in pdf.pages[0].mediabox[2:]] == [612, 792]


@needs_fonts
@pytest.mark.pdf
def test_one_changed_lesson_prints_that_lesson_s_pages_and_no_others(
    paper: Kit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = course(slide("one", text("<p>First</p>")), quizzes={}, sheets=())
    (lesson,) = first.lessons
    other = lesson._replace(id="other", title="Another lesson")
    kept = paper._replace(memo=Memo(tmp_path / "memo"), papers=("a4",))
    both = first._replace(lessons=(lesson, other))
    before = made(handout.outputs(both, kept))
    section = lesson.sections[0]
    edited = lesson._replace(sections=(section._replace(slides=(slide("one", text("<p>Changed</p>")),)),))
    titles: list[str] = []
    real = press._print

    def print_(task: press._Task) -> press.Printed:
        titles.append(re.findall("<title>(.*?)</title>", task.versions[0])[0])
        return real(task)

    monkeypatch.setattr(press, "_print", print_)
    monkeypatch.setattr("builder.render.hands.HANDS", 1)
    after = made(handout.outputs(both._replace(lessons=(edited, other)), kept._replace(memo=Memo(tmp_path / "memo"))))
    assert titles
    assert not [title for title in titles if "Another lesson" in title]
    changed = {name for name in after if before[name] != after[name]}
    assert changed
    assert all("/lesson-" in name for name in changed)
