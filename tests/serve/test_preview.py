"""The last good pages stay when the newest text cannot be built, and PDFs are made only when asked for."""

import shutil
from pathlib import Path

import pytest

from builder.pipeline import Options, make
from builder.render.memo import Memo
from builder.serve.preview import Preview, address_of
from support.project import Project

PAGE = "site/c/slides/lesson.html"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path).lesson("## First {#first}\n\nWords.\n\n## Second {#second}\n\nMore.\n")


def preview(project: Project) -> Preview:
    """The project's preview, without the default theme's folder: it comes from the package."""
    return Preview(project.root, Options())


def test_only_what_changed_is_told(project: Project) -> None:
    """An edit to a lesson changes its pages and nothing shared."""
    stage = preview(project)
    assert stage.look().good
    project.lesson("## First {#first}\n\nOther words.\n\n## Second {#second}\n\nMore.\n")
    news = stage.look()
    assert news.good
    assert PAGE in news.changed
    assert not [one for one in news.changed if "/assets/" in one]
    assert stage.look().changed == ()


def test_an_error_keeps_the_last_good_page(project: Project) -> None:
    """What is wrong is told with its line; the page stands as it was."""
    stage = preview(project)
    stage.look()
    good = stage.find(PAGE)
    project.lesson("## First\n\n::: nots\nNever closed.\n")
    news = stage.look()
    assert not news.good
    assert [d.at.line for d in news.diagnostics if d.rule.severity == "error"]
    assert stage.find(PAGE) == good
    told = news.told()
    assert told["diagnostics"][0]["file"] == "slides/c/01-lesson.md"


def test_a_folder_that_is_taken_away_and_brought_back(project: Project) -> None:
    """Nothing fails, and the pages come back."""
    stage = preview(project)
    stage.look()
    kept = project.root.parent / "kept"
    shutil.move(project.root / "slides", kept)
    assert not stage.look().good
    assert stage.find(PAGE)
    shutil.move(kept, project.root / "slides")
    assert stage.look().good


def test_a_lesson_that_goes_takes_its_page_along(project: Project) -> None:
    """A page of a lesson that is no longer there would lead nowhere."""
    project.lesson("## Third\n\nWords.\n", "02-more.md")
    stage = preview(project)
    stage.look()
    assert stage.find("site/c/slides/more.html")
    (project.root / "slides/c/02-more.md").unlink()
    assert "site/c/slides/more.html" in stage.look().changed
    assert stage.find("site/c/slides/more.html") is None


@pytest.mark.pdf
def test_pdfs_are_made_when_they_are_asked_for(project: Project) -> None:
    """The first look makes none; asking for one makes it; there is none of an unknown name."""
    stage = preview(project)
    stage.look()
    assert not [one for one in stage.addresses if one.endswith(".pdf")]
    made = stage.paper("site/c/print/lesson-reading-a4.pdf")
    assert made is not None
    assert made.data.startswith(b"%PDF-")
    assert stage.paper("site/c/print/nothing-a4.pdf") is None
    assert stage.paper("site/other/print/lesson-reading-a4.pdf") is None


@pytest.mark.pdf
def test_one_pdf_is_printed_at_a_time(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever opens a sheet does not wait for a whole course's handouts; the next one is printed when it is opened."""
    from builder.render import press

    printed: list[int] = []
    monkeypatch.setattr(press, "_all", lambda kit, course, jobs, print_all=press._all: (
        printed.append(len(jobs)), print_all(kit, course, jobs))[1])  # fmt: skip
    stage = preview(project)
    stage.look()
    for name in ("lesson-reading-a4", "lesson-slides-3up-letter", "lesson-reading-a4", "nothing-a4"):
        stage.paper(f"site/c/print/{name}.pdf")
    assert printed == [1, 1]


@pytest.mark.pdf
def test_a_pdf_asked_for_is_the_one_that_a_build_makes(project: Project) -> None:
    """Byte for byte; and a new text makes a new one."""
    stage = preview(project)
    stage.look()
    address = "presenter/c/print/lesson-notes-a4.pdf"
    asked = stage.paper(address)
    assert asked
    made = make(project.root, Options(targets=("deck", "module", "handout")), Memo(None))
    assert asked.data == next(one.data for one in made.outputs if address_of(one) == address)
    project.lesson("## First {#first}\n\nOther words.\n\n::: notes\nNew ones.\n:::\n")
    stage.look()
    renewed = stage.paper(address)
    assert renewed
    assert renewed.data != asked.data
