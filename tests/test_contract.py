"""What holds for every page and every paper of every format, looked for in a whole build of the repository's course."""

import json
import re
from collections.abc import Iterator
from html import unescape
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

import pytest

from builder.model.course import Course
from builder.model.quiz import CaseStudy, Poll, Question
from builder.parse.lesson import proses
from builder.pipeline import load
from support.building import REPOSITORY, flagship, tree
from support.pages import (
    addresses,
    broken,
    data_blocks,
    elements,
    ids,
    keyed,
    pages,
    said_in_public,
    sentences,
    squeezed,
    words,
)

LOADED = {("link", "href"), ("script", "src"), ("img", "src"), ("source", "src"), ("track", "src"), ("iframe", "src")}
ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
ABSOLUTE = re.compile(r"(?:/(?:home|root|tmp|usr|work|Users|private)/|[A-Z]:\\\\|file:/)")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both trees of the repository's course, with all three targets."""
    return flagship(tmp_path_factory)


@pytest.fixture(scope="module")
def single(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with each page in one file, without paper."""
    return flagship(tmp_path_factory, "single", ("--single-file", "--target", "deck", "--target", "module"))


@pytest.fixture(scope="module")
def unanswered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same without answers, without paper."""
    return flagship(tmp_path_factory, "unanswered", ("--without-answers", "--target", "deck", "--target", "module"))


@pytest.fixture(scope="module")
def course() -> Course:
    """The repository's course as meant."""
    return next(course for course in load(REPOSITORY).courses if course.id == "dmer")


@pytest.fixture(scope="module", params=["dmer", "authoring-guide"])
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both trees of one of the repository's courses; the guide's is printed on one paper, which is enough."""
    options = ("--paper", "a4") if request.param != "dmer" else ()
    return flagship(tmp_path_factory, options=options, course=request.param)


class TestPages:
    """Every HTML page of `site/` and `presenter/`, of the seminar and of the authoring guide, which shows the most."""

    def test_says_its_language_and_direction(self, made: Path) -> None:
        """Screen readers choose their voice by it."""
        roots = {file: next(one for one in elements(file) if one.tag == "html") for file in pages(made)}
        wrong = [
            file
            for file, root in roots.items()
            if (root.attributes.get("lang"), root.attributes.get("dir")) != ("en", "ltr")
        ]
        assert wrong == []

    def test_has_a_title_of_its_own(self, made: Path) -> None:
        """Within one tree no two tabs have the same name."""
        for name in ("site", "presenter"):
            files = [file for file in pages(made) if file.is_relative_to(made / name)]
            titles = [words(next(one for one in elements(file) if one.tag == "title")) for file in files]
            assert "" not in titles
            assert sorted(titles) == sorted(set(titles))

    def test_may_be_enlarged(self, made: Path) -> None:
        """There is a viewport, and it does not keep anyone from zooming (WCAG 2.2, 1.4.4)."""
        for file in pages(made):
            (said,) = (
                one.attributes["content"] or "" for one in elements(file) if one.attributes.get("name") == "viewport"
            )
            assert "width=device-width" in said, file
            assert "user-scalable" not in said, file
            assert "maximum-scale" not in said, file

    def test_has_one_first_heading_or_is_a_deck(self, made: Path) -> None:
        """A page has one `h1`, and no level is skipped on the way down."""
        for file in pages(made):
            levels = [int(one.tag[1]) for one in elements(file) if re.fullmatch("h[1-6]", one.tag)]
            if file.parent.name != "slides":
                assert levels.count(1) == 1, file
            assert [f"h{a} h{b}" for a, b in pairwise(levels) if b > a + 1] == [], file

    def test_loads_nothing_from_elsewhere(self, made: Path) -> None:
        """What a page needs lies beside it: no network, no server, no absolute address."""
        wrong = []
        for file in pages(made):
            for one in elements(file):
                for name, value in one.attributes.items():
                    loaded = (one.tag, name) in LOADED or name in ("srcset", "poster", "data")
                    if loaded and value and ELSEWHERE.match(value) and not value.startswith("data:"):
                        wrong.append(broken(file, value))
            wrong += [broken(file, value) for _, value in addresses(file) if value.startswith("/")]
        assert wrong == []

    def test_style_sheets_load_nothing_from_elsewhere(self, made: Path) -> None:
        """Fonts and pictures of the look lie in `assets/`, and every one of them is there."""
        for sheet in sorted(made.glob("*/assets/*.css")):
            text = sheet.read_text("utf-8")
            assert "@import" not in text
            for address in re.findall(r"url\(\s*[\"']?([^\"')]+)", text):
                assert address.startswith(("data:", "#")) or (sheet.parent / address.split("#")[0]).is_file(), address

    def test_runs_no_script_of_its_own(self, made: Path) -> None:
        """A strict content security policy is possible: scripts are files, and data blocks are JSON."""
        wrong = []
        for file in pages(made):
            for one in elements(file):
                wrong += [broken(file, name) for name in one.attributes if name.startswith("on")]
                wrong += [
                    broken(file, value)
                    for value in one.attributes.values()
                    if value and value.lower().startswith("javascript:")
                ]
                if one.tag == "script" and "src" not in one.attributes:
                    if one.attributes.get("type") != "application/json":
                        wrong.append(broken(file, "an inline script"))
                    else:
                        json.loads("".join(str(text) for text in one.inside))
                if one.tag == "script" and one.attributes.get("type") == "module":
                    wrong.append(broken(file, "module scripts do not load from file:"))
        assert wrong == []

    def test_every_link_arrives(self, made: Path) -> None:
        """Files are there, and so is the element that a link names; a deck's `#/slide` is the slide's id."""
        wrong = []
        for file in pages(made):
            for _, address in addresses(file):
                if ELSEWHERE.match(address) and not address.startswith("file:"):
                    continue
                path, _, fragment = unescape(address).partition("#")
                path = path.partition("?")[0]
                target = (file.parent / unquote(path)).resolve() if path else file
                if not target.is_file() or (
                    target.suffix == ".html"
                    and fragment.strip("/")
                    and unquote(fragment).removeprefix("/") not in ids(target)
                ):
                    wrong.append(broken(file, address))
        assert wrong == []

    def test_every_reference_to_an_id_arrives(self, made: Path) -> None:
        """`for`, `aria-labelledby` and the like name elements of the same page."""
        kinds = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "list")
        wrong = []
        for file in pages(made):
            for one in elements(file):
                named = [name for kind in kinds for name in (one.attributes.get(kind) or "").split()]
                wrong += [broken(file, name) for name in named if name not in ids(file)]
        assert wrong == []

    def test_ids_are_there_once(self, made: Path) -> None:
        """Links, labels and progress go by id."""
        for file in pages(made):
            assert sorted(ids(file)) == sorted(set(ids(file))), file

    def test_every_picture_has_an_alternative(self, made: Path) -> None:
        """`alt` on `img`; a drawing is an image with a name, or hidden."""
        wrong = []
        for file in pages(made):
            for one in elements(file):
                if one.tag == "img" and "alt" not in one.attributes:
                    wrong.append(broken(file, one.attributes.get("src") or "img"))
                named = one.attributes.get("role") == "img" and one.attributes.get("aria-label")
                if one.tag == "svg" and not named and one.attributes.get("aria-hidden") != "true":
                    wrong.append(broken(file, "svg without a name"))
        assert wrong == []

    def test_says_that_nobody_has_reviewed_it(self, made: Path, course: Course) -> None:
        """As long as the course names no reviewer, every page about it says so; none of a course that wants none."""
        if course.review.by:
            pytest.skip("the course has been reviewed")
        told = [file for file in pages(made) if file != made / "presenter/index.html"]
        silent = [file for file in told if "not clinically reviewed" not in file.read_text("utf-8").lower()]
        asked = (made / "site/dmer").is_dir()
        assert [file.relative_to(made).as_posix() for file in silent if asked] == []
        assert asked or not [file for file in told if 'class="not-reviewed"' in file.read_text("utf-8")]

    def test_urgent_help_is_in_reach(self, made: Path) -> None:
        """Every page of a course holds the block, or leads to it in one step."""
        for file in pages(made):
            if file.parent.name in ("slides", "learn") or file.parent.name == "dmer":
                assert "Get help right now" in file.read_text("utf-8"), file


class TestTrees:
    """The two folders as a whole."""

    def test_no_path_of_this_machine(self, whole: Path) -> None:
        """Nobody learns where a course was built, and two machines make the same bytes."""
        for path, data in tree(whole).items():
            if path.endswith((".html", ".css", ".json", ".lactern", "search-index.js")):
                found = ABSOLUTE.search(data.decode("utf-8"))
                assert found is None, (path, found)
            assert str(REPOSITORY).encode() not in data, path

    def test_every_file_is_reached(self, whole: Path) -> None:
        """What no page, style sheet or script leads to would be left over: nobody finds it, and it is published."""
        for name in ("site", "presenter"):
            files = tree(whole / name)
            texts = [data.decode("utf-8") for path, data in files.items() if path.endswith((".html", ".css", ".js"))]
            said = "\n".join(texts)
            unseen = [path for path in files if path.rsplit("/", 1)[-1] not in said]
            assert set(unseen) <= {"index.html", ".lactern", "assets/LICENSES.txt"}

    def test_site_holds_no_notes(self, whole: Path, course: Course) -> None:
        """No note of the lesson, in none of its words, on any page, in any script, in any index."""
        notes = [
            sentence
            for lesson in course.lessons
            for slide in lesson.slides
            for prose in proses(slide.notes)
            for sentence in sentences(prose.text)
        ]
        assert len(notes) > 200
        public = said_in_public(whole)
        lessons = (slide for lesson in course.lessons for slide in lesson.slides)
        own = [prose.text for slide in lessons for prose in (*proses(slide.prose), *proses(slide.blocks))]
        meant_for_all = squeezed(" ".join(own) + re.sub(r"<[^>]*>|\\.", " ", str(course.quizzes)))
        assert [note for note in notes if note in public and note not in meant_for_all] == []

    def test_site_holds_no_expectations_of_polls(self, whole: Path, course: Course) -> None:
        """What the presenter expects the room to say stays with the presenter."""
        expected = [
            sentence
            for quiz in course.quizzes.values()
            for question in quiz.questions
            if isinstance(question.form, Poll)
            for sentence in sentences(question.form.expect.text)
        ]
        assert len(expected) > 5
        public = said_in_public(whole)
        assert [one for one in expected if one in public] == []
        assert '"expect"' not in "".join(file.read_text("utf-8") for file in pages(whole) if "site" in file.parts)

    def test_site_holds_no_keys_on_paper(self, whole: Path, course: Course) -> None:
        """Keys, notes pages and cards are the presenter's, and the presenter has one of each."""
        public = {path.name for path in whole.glob("site/**/*.pdf")}
        own = {path.name for path in whole.glob("presenter/**/*.pdf")}
        presenters = ("-key-", "-notes-", "-cards-")
        assert [name for name in sorted(public) if any(kind in name for kind in presenters)] == []
        assert {kind for kind in presenters if any(kind in name for name in own)} == set(presenters)

    @pytest.mark.parametrize("where", ["aside.notes", ".cut-mark"])
    def test_the_rooms_deck_has_nothing_of_the_presenters(self, whole: Path, where: str) -> None:
        """No element for notes, and the presenter's deck does have them."""
        (public,) = whole.glob("site/dmer/slides/*.html")
        (own,) = whole.glob("presenter/dmer/slides/*.html")
        assert [one.tag for one in elements(public) if one.matches(where)] == []
        assert [one for one in elements(own) if one.matches(where)]


class TestWithoutAnswers:
    """`--without-answers`: for those whose test counts in a learning platform."""

    def test_the_exam_is_not_in_the_module(self, unanswered: Path, course: Course) -> None:
        """No page for it, no question of it, no feedback of it."""
        assert not (unanswered / "site/dmer/learn/quiz-post-test.html").exists()
        public = said_in_public(unanswered)
        told = [
            one for question in flat(course.quizzes["post-test"].questions) for one in sentences(question.explain.text)
        ]
        assert len(told) > 15
        assert [one for one in told if one in public] == []

    def test_no_page_holds_a_key(self, unanswered: Path) -> None:
        """No data block of any page says which choice is right."""
        for file in pages(unanswered):
            if file.is_relative_to(unanswered / "site"):
                for data in data_blocks(file):
                    assert keyed(data) == [], file

    def test_no_link_leads_to_what_was_left_out(self, unanswered: Path) -> None:
        """Pages agree about what there is."""
        for file in pages(unanswered):
            for _, address in addresses(file):
                path = re.split("[?#]", address)[0]
                if not ELSEWHERE.match(address) and path:
                    assert (file.parent / unquote(path)).is_file(), (file, address)


class TestSingleFile:
    """`--single-file`: each page alone in the world, and a module one page."""

    def test_nothing_is_beside_the_pages(self, single: Path) -> None:
        """Two folders of pages, and no `assets/`."""
        beside = [path for path in (*tree(single / "site"), *tree(single / "presenter")) if not path.endswith(".html")]
        assert set(beside) <= {".lactern"}

    def test_loads_nothing_at_all(self, single: Path) -> None:
        """No address of a file to load, in elements or in styles."""
        wrong = []
        for file in sorted(single.rglob("*.html")):
            for one in elements(file):
                for name, value in one.attributes.items():
                    if ((one.tag, name) in LOADED or name == "poster") and not (value or "").startswith("data:"):
                        wrong.append(broken(file, f"<{one.tag} {name}={(value or '')[:60]}>"))
                if one.tag == "style":
                    text = "".join(str(text) for text in one.inside)
                    wrong += [
                        broken(file, told) for told in re.findall(r"url\(\s*[\"']?(?!data:|#)[^)]{0,60}|@import", text)
                    ]
        assert wrong == []


class TestPapers:
    """Every PDF."""

    @pytest.mark.pdf
    def test_opens_tagged_with_title_and_language(self, whole: Path) -> None:
        """What PDF/UA-1 asks first (7.1, 7.2): marked, a title that is shown, a language."""
        import pikepdf

        files = sorted(whole.glob("*/dmer/print/*.pdf"))
        assert len(files) > 20
        for file in files:
            with pikepdf.open(file) as paper:
                assert bool(paper.Root.MarkInfo.Marked), file
                assert "/StructTreeRoot" in paper.Root, file
                assert str(paper.Root.Lang) == "en", file
                assert bool(paper.Root.ViewerPreferences.DisplayDocTitle), file
                assert str(paper.docinfo["/Title"]).strip(), file
                assert len(paper.pages) > 0, file

    @pytest.mark.pdf
    def test_titles_differ(self, whole: Path) -> None:
        """Files of one paper size are told apart by their titles in a list of open documents."""
        import pikepdf

        for size in ("a4", "letter"):
            titles = []
            for file in sorted(whole.glob(f"*/dmer/print/*-{size}.pdf")):
                with pikepdf.open(file) as paper:
                    titles.append(str(paper.docinfo["/Title"]))
            assert sorted(titles) == sorted(set(titles))


def flat(questions: tuple[Question, ...]) -> Iterator[Question]:
    """Questions with the parts of cases."""
    for question in questions:
        yield question
        if isinstance(question.form, CaseStudy):
            yield from flat(question.form.parts)
