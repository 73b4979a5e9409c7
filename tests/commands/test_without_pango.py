"""A computer that cannot print, as most Windows ones are at first: all the rest is made, and one sentence says so."""

import re
import shutil
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from builder.cli import lactern
from builder.commands import doctor
from builder.render import press
from support.building import tree

SAID = "No PDFs were made"


def run(folder: Path, *words: str) -> Result:
    return CliRunner().invoke(lactern, ["-C", str(folder), *words], prog_name="lactern")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with two courses, the first of which does not mind, and a press that does not start. Nothing has been
    printed."""

    def missing() -> None:
        raise OSError("cannot load library 'libgobject-2.0-0': error 0x7e")

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(press, "_load", missing)
    assert run(tmp_path, "new", "talk").exit_code == 0
    for part in ("slides", "quizzes"):
        shutil.copytree(tmp_path / "talk" / part / "first-course", tmp_path / "talk" / part / "another")
    settings = tmp_path / "talk/slides/another/course.yaml"
    text = settings.read_text("utf-8").replace("title: ", "title: Another ", 1)
    settings.write_text(f"{text}\nignore: {{F201: Printed elsewhere.}}\n", "utf-8")
    return tmp_path / "talk"


def links(project: Path) -> list[str]:
    """The PDFs that pages lead to."""
    pages = [path for path in project.rglob("*.html") if path.is_file()]
    return [link for page in pages for link in re.findall(r'href="([^"]+\.pdf)"', page.read_text("utf-8"))]


def test_everything_else_is_made(project: Path) -> None:
    """Decks and modules, and no page that leads to what is not there. It is no fault of the course, so no line of it is
    shown; it is told once, also with --quiet, and also where a course says that it does not matter."""
    told = run(project, "build")
    assert told.exit_code == 0, told.output
    assert re.findall(rf"{SAID}.*`lactern doctor`.*\n", told.stderr) == [told.stderr]
    assert "For the audience:  site/index.html" in told.stdout
    for course in ("first-course", "another"):
        assert (project / "site" / course / "slides/what-it-is.html").is_file()
        assert (project / "site" / course / "learn/index.html").is_file()
    assert links(project) == []
    assert run(project, "build", "-q").output == told.stderr


def test_who_asks_for_paper_alone_loses_nothing(project: Path) -> None:
    """Exit 3, and what was made before stays as it is."""
    assert run(project, "build", "-t", "deck").exit_code == 0
    before = tree(project)
    told = run(project, "build", "-t", "handout")
    assert (told.exit_code, told.stdout, told.stderr.startswith(SAID)) == (3, "", True)
    assert tree(project) == before


def test_who_asks_for_paper_too_hears_it_in_the_exit_code(project: Path) -> None:
    """Exit 3 for a script; the deck is there."""
    told = run(project, "build", "-t", "deck,handout")
    assert (told.exit_code, SAID in told.stderr) == (3, True)
    assert (project / "site/first-course/slides/what-it-is.html").is_file()
    assert links(project) == []


def test_a_strict_build_stops(project: Path) -> None:
    """It is a warning, after all."""
    told = run(project, "build", "--strict")
    assert (told.exit_code, SAID in told.stderr, "Nothing was written." in told.stderr) == (1, True, True)
    assert not (project / "site").exists()


@pytest.mark.parametrize(
    ("system", "way"),
    [
        ("win32", "pacman -S mingw-w64-ucrt-x86_64-pango"),
        ("darwin", "brew install pango"),
        ("linux", "sudo apt install libpango"),
        ("freebsd14", "your system's packages"),
    ],
)
def test_the_doctor_knows_the_way(system: str, way: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """In words for this system and for no other; what the machine itself said is for those who ask for it."""
    monkeypatch.setitem(sys.modules, "weasyprint.text.ffi", None)
    monkeypatch.setattr(doctor.sys, "platform", system)
    found = doctor.weasyprint()
    assert (found.found, found.needed) == ("", True)
    assert way in found.otherwise
    assert "weasyprint.text.ffi" in found.detail
    assert "ffi" not in found.otherwise
    others = {one for one in ("MSYS2", "Homebrew", "Debian") if one in found.otherwise}
    assert others == {"win32": {"MSYS2"}, "darwin": {"Homebrew"}, "linux": {"Debian"}}.get(system, set())


def test_the_doctor_says_it_below_each_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Steps stand under the first line of what is missing, and WeasyPrint's own words do not come between."""
    gone = doctor.Finding("PDFs", "", "first\nsecond", detail="error 0x7e")
    monkeypatch.setattr(doctor, "LOOKS", (lambda: gone,))
    assert run(tmp_path, "doctor").stdout == "missing  PDFs  first\n               second\n"
    assert "error 0x7e" in run(tmp_path, "doctor", "-v").stderr
