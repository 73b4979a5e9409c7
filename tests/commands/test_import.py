"""`lactern import` as it is typed: new files only, what was lost is listed, and what comes out builds."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.cli import lactern
from builder.imports import dialects
from builder.pipeline import load
from support.project import Project

GIFT = "::Onset:: When? {=At let-down ~On waking}\n\nJust words.\n"
DECK = "# A talk\n\nWords.\n\n---\n\n## More\n\n![A curve](curve.svg)\n"


def run(folder: Path, *words: str) -> Result:
    return CliRunner().invoke(lactern, ["-C", str(folder), "import", *words])


def test_a_new_project(tmp_path: Path) -> None:
    """Two files become one project without an error, and what was lost is told with its line."""
    (tmp_path / "questions.gift").write_text(GIFT, "utf-8")
    (tmp_path / "talk.md").write_text(DECK, "utf-8")
    said = run(tmp_path, str(tmp_path / "talk.md"), str(tmp_path / "questions.gift"), "--to", "mine")
    assert said.exit_code == 0, said.output
    assert "slides/mine/01-a-talk.md" in said.output
    assert "quizzes/mine/questions.yaml" in said.output
    assert "questions.gift:3: a text without an answer" in said.output
    assert "talk.md: the picture “curve.svg”, which is not beside the file" in said.output
    found = load(tmp_path / "mine").diagnostics
    assert [str(d) for d in found if d.rule.severity == "error"] == []


def test_into_a_project_beside_what_is_there(tmp_path: Path) -> None:
    """The lesson is numbered after the last, a taken name gets a number, and nothing is written over."""
    project = Project(tmp_path / "p").lesson().file("slides/c/img/curve.svg", "mine")
    (tmp_path / "talk.md").write_text(DECK, "utf-8")
    (tmp_path / "curve.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>', "utf-8")
    for _ in range(2):
        said = run(project.root, str(tmp_path / "talk.md"))
        assert said.exit_code == 0, said.output
    folder = project.root / "slides/c"
    assert sorted(path.name for path in folder.glob("*.md")) == ["01-lesson.md", "02-a-talk.md", "03-a-talk.md"]
    assert (folder / "img/curve.svg").read_text("utf-8") == "mine"
    assert "](img/curve-2.svg)" in (folder / "02-a-talk.md").read_text("utf-8")


def test_a_picture_is_not_taken_from_elsewhere(tmp_path: Path) -> None:
    """Only what lies beside the deck, or below it, comes along."""
    (tmp_path / "deck").mkdir()
    (tmp_path / "secret.svg").write_text("<svg/>", "utf-8")
    (tmp_path / "deck/talk.md").write_text("# T\n\n![x](../secret.svg)\n", "utf-8")
    said = run(tmp_path, str(tmp_path / "deck/talk.md"), "--to", "mine")
    assert "which lies outside the folder of the file" in said.output
    assert not list((tmp_path / "mine").rglob("*.svg"))


@pytest.mark.parametrize(
    ("name", "text", "words", "why"),
    [
        ("x.pptx", "no", (), "no PowerPoint file"),
        ("x.ppt", "no", (), "save it as .pptx"),
        ("x.xlsx", "no", (), "save the sheet as CSV"),
        ("x.pdf", "no", (), "a PDF has lost"),
        ("x.xml", "<quiz><question", ("--from", "moodle"), "this is no XML"),
        ("x.bin", "\x00", (), "--from (gift, aiken"),
        ("x.gift", "Only words.", ("--from", "gift"), "nothing in it can be carried over"),
        ("x.md", "<!-- nothing -->", (), "nothing in it can be carried over"),
    ],
)
def test_what_cannot_be_read_is_refused_in_words(
    tmp_path: Path, name: str, text: str, words: tuple[str, ...], why: str
) -> None:
    """With the file's name and what can be done, without a traceback, and nothing is written."""
    (tmp_path / name).write_text(text, "utf-8")
    said = run(tmp_path, str(tmp_path / name), "--to", "mine", *words)
    assert said.exit_code == 1
    assert name in said.output
    assert why in said.output
    assert "Nothing was written" in said.output
    assert not (tmp_path / "mine").exists()


def test_a_name_with_a_space(tmp_path: Path) -> None:
    """Typed without quotation marks it is two names: told with the line to type."""
    (tmp_path / "my talk.md").write_text(DECK, "utf-8")
    said = run(tmp_path, str(tmp_path / "my"), "talk.md")
    assert said.exit_code == 2
    assert 'my talk.md".' in said.output
    assert not (tmp_path / "my-talk").exists()


def test_questions_inside_a_project_say_how_they_are_asked(tmp_path: Path) -> None:
    """Questions alone show nowhere on a slide: the line that asks them is told."""
    (tmp_path / "talk.md").write_text(DECK, "utf-8")
    (tmp_path / "bank.gift").write_text("::Onset:: When? {=At let-down ~On waking}\n", "utf-8")
    assert run(tmp_path, str(tmp_path / "talk.md")).exit_code == 0
    said = run(tmp_path / "talk", str(tmp_path / "bank.gift"))
    assert "{{< quiz bank >}}" in said.output


def test_the_second_time_nothing_is_written_over(tmp_path: Path) -> None:
    """Outside a project the folder is there already, and that is said."""
    (tmp_path / "talk.md").write_text(DECK, "utf-8")
    assert run(tmp_path, str(tmp_path / "talk.md")).exit_code == 0
    said = run(tmp_path, str(tmp_path / "talk.md"))
    assert said.exit_code == 2
    assert "is there already and not empty; nothing was written" in said.output


@pytest.mark.parametrize(
    ("head", "words", "language"),
    [
        ("lang: de-AT", (), "de-AT"),
        ("lang: ru_RU", (), "ru"),
        ("lang: klingon", (), "en"),
        ("lang: de", ("-l", "fr"), "fr"),
        ("x: y", (), "en"),
    ],
)
def test_the_language_is_the_files_unless_told(
    tmp_path: Path, head: str, words: tuple[str, ...], language: str
) -> None:
    """And the title is the file's; both are said."""
    (tmp_path / "talk.md").write_text(f"---\ntitle: Milch\n{head}\n---\n\n## A\n\nx\n", "utf-8")
    said = run(tmp_path, str(tmp_path / "talk.md"), *words)
    assert said.exit_code == 0, said.output
    assert f"Title “Milch”, language {language}" in said.output
    assert f"language: {language}\n" in (tmp_path / "talk/slides/talk/course.yaml").read_text("utf-8")


def test_the_same_loss_is_told_once_with_all_its_lines(tmp_path: Path) -> None:
    """Also by slides, where a file has no lines; many lines are counted."""
    deck = "\n\n---\n\n".join("# A\n\n<div class='x'>words</div>" for _ in range(9))
    (tmp_path / "talk.md").write_text(deck, "utf-8")
    said = run(tmp_path, str(tmp_path / "talk.md"))
    assert "talk.md:3, 9, 15, 21, 27, 33 and 3 more: the look of <div> elements." in said.output
    assert "Not carried over (1):" in said.output


def test_a_lesson_about_notes_can_be_built(tmp_path: Path) -> None:
    """Its file's name is no sign that it is the presenter's."""
    from builder.pipeline import Options, build

    (tmp_path / "lecture-notes.md").write_text('# Lecture notes\n\n`<section data-notes="x">`\n', "utf-8")
    assert run(tmp_path, str(tmp_path / "lecture-notes.md"), "--to", "mine").exit_code == 0
    options = Options(targets=("deck", "module"), site_dir=tmp_path / "s", presenter_dir=tmp_path / "p")
    found = build(tmp_path / "mine", options).diagnostics
    assert [str(d) for d in found if d.rule.severity == "error"] == []


def test_a_wrong_form_is_a_typo(tmp_path: Path) -> None:
    """As for every other word that is not known."""
    (tmp_path / "x.txt").write_text(GIFT, "utf-8")
    said = run(tmp_path, str(tmp_path / "x.txt"), "--from", "gitf")
    assert said.exit_code == 2
    assert "Did you mean “gift”" in said.output


SIGNS = st.text(st.sampled_from("{}=~#%:\\->[]()*<>&\"'|!.,;$^_`\n\t A1aBé—\U0001f37c0"), max_size=120)


@settings(max_examples=400, deadline=None)
@given(SIGNS)
def test_no_text_makes_a_reader_fail(text: str) -> None:
    """Whatever a file holds: questions, losses, or a refusal in words."""
    for dialect in dialects():
        try:
            dialect.read(text.encode("utf-8"), "x")
        except ValueError:
            continue
