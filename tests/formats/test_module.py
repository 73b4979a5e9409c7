"""The self-paced module as HTML: which pages there are, what is on them, and what is not."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from builder.formats import module
from builder.model.block import Callout, Generated, QuizSlot, Step
from builder.model.course import Completion, Course, Credit, Review, Section, Sheet, Term
from builder.model.prose import Prose, Use
from builder.model.quiz import Option, Question, Quiz, Scale, SingleChoice
from builder.render.kit import Kit
from builder.render.reading import card
from formats.small import course, kit, made, prose, slide, text

CHOICE = SingleChoice((Option("y", prose("Yes"), True), Option("n", prose("No"), feedback=prose("Look again."))))
TEST = Quiz("test", "The test", (Question("first", "single", prose("Sure?"), CHOICE, revision="r1"),), "exam")
SURVEY = Quiz("survey", "The survey", (Question("s", "scale", prose("Good?"), Scale(1, 5), revision="r2"),), "survey")
RULE = Completion(quiz="test", pass_mark=70, evaluation="survey")
CHECK = QuizSlot(Quiz("lesson", "", TEST.questions), TEST.questions)


def whole(*slides: Any, **more: Any) -> Course:
    quizzes = {"test": TEST, "survey": SURVEY}
    return course(*slides, **({"quizzes": quizzes, "completion": RULE} | more))


def ready(tmp_path: Path, **more: Any) -> Kit:
    given = kit(tmp_path, **more)
    for name in ("module.js", "keeper.js", "onefile.js"):
        (tmp_path / name).write_text(f"/* {name} */", "utf-8")
    (tmp_path / "module.css").write_text("/* module.css */", "utf-8")
    return given


def pages(tmp_path: Path, given: Course, **more: Any) -> dict[str, str]:
    found = made(module.outputs(given, ready(tmp_path, **more)))
    prefix = "site/small/learn/"
    return {path.removeprefix(prefix): data.decode() for path, data in found.items() if path.startswith(prefix)}


def told(tmp_path: Path, given: Course) -> dict[str, Any]:
    """What all pages share: the course, the words, the glossary's meanings."""
    found = made(module.outputs(given, ready(tmp_path)))
    (data,) = (data for path, data in found.items() if re.fullmatch(r"site/assets/small-\w+\.js", path))
    return dict(json.loads(data.decode().removeprefix("window.lactern=").rstrip(";\n")))


def test_a_page_for_each_section_and_for_what_completes_the_course(tmp_path: Path) -> None:
    assert list(pages(tmp_path, whole())) == [
        "index.html",
        "lesson-start.html",
        "quiz-test.html",
        "quiz-survey.html",
        "references.html",
        "certificate.html",
        "search-index.js",
    ]
    assert told(tmp_path, whole())["course"]["pages"][0]["id"] == "lesson-start"


def test_what_is_not_for_readers_is_not_there(tmp_path: Path) -> None:
    page = pages(tmp_path, whole())["lesson-start.html"]
    assert "Second" in page
    assert "Later" in page
    for absent in ("Say it slowly", "Trap: haste", "Only if asked", "On paper", "Mostly none."):
        assert absent not in page


def test_slides_without_anything_to_read_make_no_card_and_no_page(tmp_path: Path) -> None:
    title = slide("title", Generated("title"))
    made_pages = pages(tmp_path, whole(title, slide("empty"), slide("full", text("<p>Words</p>"))))
    assert 'id="full"' in made_pages["lesson-start.html"]
    assert 'id="title"' not in made_pages["lesson-start.html"]
    bare = whole(title)
    assert "lesson-start.html" not in pages(tmp_path, bare)


def test_questions_come_after_the_text_and_polls_before_it() -> None:
    made_card = card(slide("x", Step((text("<p>a</p>"), CHECK)), Callout("tip", "", ()), prose=(text("<p>why</p>"),)))
    assert [part.kind for part in made_card.parts] == ["glance", "plain"]
    assert made_card.questions == (CHECK,)
    poll = CHECK._replace(poll=True)
    assert card(slide("x", poll)).parts[0].blocks == (poll,)


def test_every_page_keeps_help_review_and_contents_in_reach(tmp_path: Path) -> None:
    for name, page in pages(tmp_path, whole()).items():
        if name.endswith(".js"):
            continue
        assert 'href="#urgent-help"' in page
        assert "988" in page
        assert "Not clinically reviewed" in page
        assert "2027-11-22" in page
        assert "Version 1.0" in page
        assert page.count("<h1") == 1
        assert 'aria-current="page"' in page
        assert page.index('class="skip"') < page.index("<header")


def test_approved_is_said_only_with_approval(tmp_path: Path) -> None:
    asked_for = whole(credit=Credit("IBLCE", "L", 60))
    for name in ("index.html", "certificate.html"):
        page = pages(tmp_path, asked_for)[name]
        assert not re.search(r"(?<!been )approved", re.sub(r"<script.*?</script>", "", page, flags=re.DOTALL), re.I)
    given = whole(credit=Credit("IBLCE", "L", 60, "Approval 123 by IBLCE, 1 L-CERP."))
    assert "Approval 123" in pages(tmp_path, given)["certificate.html"]
    assert "Self-reported" in pages(tmp_path, given)["certificate.html"]


def test_the_course_rule_stands_for_the_test(tmp_path: Path) -> None:
    page = pages(tmp_path, whole())["quiz-test.html"]
    assert '"pass":70' in page
    assert 'data-mode="exam"' in page


def test_without_answers_no_test_no_certificate_and_no_key(tmp_path: Path) -> None:
    made_pages = pages(tmp_path, whole(slide("x", text("<p>a</p>"), CHECK)), without_answers=True)
    assert {"quiz-test.html", "certificate.html"}.isdisjoint(made_pages)
    assert "quiz-survey.html" in made_pages
    assert all('"correct"' not in page and "Look again." not in page for page in made_pages.values())
    assert "outside these pages" in made_pages["index.html"]


def test_citations_are_numbered_by_first_use_and_lead_to_the_list(tmp_path: Path) -> None:
    def citing(id_: str, key: str) -> Any:
        words = text(f'<p>So <cite data-keys="{key}"></cite>.</p>')
        use = Use("cite", key, words.prose.at)
        return slide(id_, words._replace(prose=words.prose._replace(uses=(use,))))

    made_pages = pages(tmp_path, whole(citing("one", "extra05"), citing("two", "heise2011")))
    lesson = made_pages["lesson-start.html"]
    assert re.search(r'So<sup class="cites"><a href="references.html#ref-extra05"[^>]*>1</a>', lesson)
    assert made_pages["references.html"].index("ref-extra05") < made_pages["references.html"].index("ref-heise2011")


def test_links_inside_a_lesson_find_the_page_of_their_slide(tmp_path: Path) -> None:
    given = whole(slide("one", text('<p><a href="#far">on</a> <a href="#one">here</a></p>')))
    further = Section("more", prose("More"), (slide("far", text("<p>far</p>")),))
    lesson = given.lessons[0]
    given = given._replace(lessons=(lesson._replace(sections=(*lesson.sections, further)),))
    page = pages(tmp_path, given)["lesson-start.html"]
    assert 'href="lesson-more.html#far"' in page
    assert 'href="#one"' in page


def test_progress_knows_the_revision_of_every_question_asked(tmp_path: Path) -> None:
    assert told(tmp_path, whole(slide("x", CHECK)))["course"]["questions"] == {
        "lesson": {"first": "r1"},
        "test": {"first": "r1"},
        "survey": {"s": "r2"},
    }


def test_sheets_are_linked_only_where_the_build_makes_them(tmp_path: Path) -> None:
    given = whole(sheets=(Sheet("log", "A log", ()),))
    assert "../print/log-a4.pdf" in pages(tmp_path, given)["index.html"]
    assert "../print/" not in pages(tmp_path, given, targets=("module",))["index.html"]


def test_a_single_file_points_at_nothing_but_pages(tmp_path: Path) -> None:
    made_pages = pages(tmp_path, whole(), single_file=True)
    assert "search-index.js" not in made_pages
    for page in made_pages.values():
        assert "../assets" not in page
        assert "<script src" not in page
        assert 'id="lactern-search"' in page


def test_nothing_is_written_into_handlers_or_fetched(tmp_path: Path) -> None:
    for page in pages(tmp_path, whole()).values():
        assert not re.search(r'\son\w+="', page)
        assert not re.search(r'(?:src|href)="(?:https?:)?//(?!doi\.org)', page)
        assert not re.search(r"<script(?![^>]*(?:application/json|(?:defer )?src))", page)


def test_the_same_course_gives_the_same_bytes(tmp_path: Path) -> None:
    assert pages(tmp_path, whole()) == pages(tmp_path, whole())


@pytest.mark.parametrize("language", ["ar", "he"])
def test_right_to_left_courses_say_so(tmp_path: Path, language: str) -> None:
    page = pages(tmp_path, whole()._replace(language=language))["index.html"]
    assert f'<html lang="{language}" dir="rtl">' in page


def test_a_reviewer_is_named(tmp_path: Path) -> None:
    page = pages(tmp_path, whole(review=Review("B. Example", "2026-10-01", "2027-10-01")))["index.html"]
    assert "Clinically reviewed by B. Example, 2026-10-01" in page
    assert "Not clinically reviewed" not in page


GLOSSARY = (
    Term("let-down", "Let-down", Prose('Milk <cite data-keys="a"></cite> flows.', "Milk flows."), forms=("let-downs",)),
    Term("x-rays", "X-RAY", Prose("A picture.", "A picture.")),
)


def test_words_of_the_glossary_have_a_page_and_are_marked_in_the_reading_text(tmp_path: Path) -> None:
    """Once a page, in what is read and not in what is asked; search knows them."""
    spoken = slide("x", text("<p>A let-down. Two let-downs.</p>"), CHECK)
    made_pages = pages(tmp_path, whole(spoken, glossary=GLOSSARY))
    assert made_pages["lesson-start.html"].count('class="term"') == 1
    assert 'href="glossary.html#term-let-down" data-term="let-down">let-down</a>' in made_pages["lesson-start.html"]
    page = made_pages["glossary.html"]
    assert '<dfn><span class="unbroken">X-RAY</span></dfn>' in page
    assert 'id="term-let-down"' in page
    assert '"a":"glossary.html#term-let-down"' in made_pages["search-index.js"]
    assert told(tmp_path, whole(glossary=GLOSSARY))["terms"]["x-rays"]["text"] == "A picture."


def test_no_glossary_no_page(tmp_path: Path) -> None:
    assert "glossary.html" not in pages(tmp_path, whole())


def test_pages_of_a_module_share_what_they_tell_their_script(tmp_path: Path) -> None:
    """Once, and not on each page: a module is light enough for a phone."""
    for name, page in pages(tmp_path, whole()).items():
        if name.endswith(".html"):
            assert 'id="lactern-' not in page
            assert page.count("/small-") == 1


def test_a_page_keeps_progress_where_pages_on_a_disk_are_kept_apart(tmp_path: Path) -> None:
    """All pages frame it, and may frame nothing else; a single file is one page and needs none."""
    found = made(module.outputs(whole(), ready(tmp_path)))
    keeper = found["site/small/keeper.html"].decode()
    assert re.search(r'<script defer src="../assets/keeper-\w+.js">', keeper)
    assert "frame-src" not in keeper
    assert told(tmp_path, whole())["course"]["keeper"] == "../keeper.html"
    assert all("frame-src file:;" in page for name, page in pages(tmp_path, whole()).items() if name.endswith(".html"))
    alone = made(module.outputs(whole(), ready(tmp_path, single_file=True)))
    assert [path for path in alone if path.endswith(".html")] == ["site/small/learn/index.html"]
    assert b'"keeper":""' in alone["site/small/learn/index.html"].replace(b'": "', b'":"')
    assert b"frame-src" not in alone["site/small/learn/index.html"]
