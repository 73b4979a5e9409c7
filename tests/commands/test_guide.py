"""`lactern guide`: the authoring guide, from anywhere, in no time, and never over something of somebody's."""

import re
import shutil
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from builder.cli import lactern
from builder.commands import guide
from builder.commands.guide import lay
from builder.scaffold import course_files
from support.building import tree

PAGE = "site/authoring-guide/index.html"


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache folder for all tests: what one has drawn the next need not draw again."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def own(cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """lactern's own folder, with no guide in it yet, and a machine whose browser may look into it."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    monkeypatch.setattr(guide, "SNAPS", tmp_path / "no-snaps")
    shutil.rmtree(cache / "lactern/guide", ignore_errors=True)
    return cache / "lactern/guide"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the browser was asked to open."""
    pages: list[str] = []
    monkeypatch.setattr(click, "launch", pages.append)
    return pages


def run(folder: Path, *args: str) -> Result:
    return CliRunner().invoke(lactern, ["-C", str(folder), "guide", *args], prog_name="lactern")


def test_from_anywhere_and_at_once_the_second_time(tmp_path: Path, own: Path, opened: list[str]) -> None:
    """No project is needed. Both parts are there, as `build` says it; nothing leads to a PDF; nobody watches, so that
    nothing is opened."""
    nowhere = tmp_path / "nowhere"
    nowhere.mkdir()
    told = run(nowhere)
    assert (told.exit_code, told.stderr) == (0, "")
    assert told.stdout.splitlines()[-2:] == [
        f"For the audience:  {own / PAGE}",
        f"For the presenter: {own / 'presenter/index.html'}",
    ]
    for folder in ("slides", "learn"):
        assert list((own / "site/authoring-guide" / folder).glob("*.html"))
    pages = [page.read_text("utf-8") for page in (own / "site").rglob("*.html")]
    assert [page for page in pages if re.search(r'href="[^"]+\.pdf"', page)] == []
    assert "nothing has changed" in run(nowhere).stdout
    assert list(nowhere.iterdir()) == []
    assert opened == []


def test_somebody_watches(tmp_path: Path, own: Path, opened: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Opened at a terminal by itself, elsewhere with --open, and never with --no-open; --quiet says nothing."""
    page = (own / PAGE).as_uri()
    assert run(tmp_path, "--open", "-q").output == ""
    assert opened == [page]
    monkeypatch.setattr("builder.commands.new.watched", lambda: True)
    run(tmp_path, "--no-open")
    assert opened == [page]
    run(tmp_path)
    assert opened == [page, page]


def test_into_a_folder_that_is_named(tmp_path: Path, own: Path) -> None:
    """There and not elsewhere; said from where the command was typed."""
    told = run(tmp_path, "--dir", "here/it is")
    assert f"For the audience:  here/it is/{PAGE}" in told.stdout
    assert sorted(path.name for path in (tmp_path / "here/it is").iterdir()) == ["presenter", "site"]
    assert not (own / "site").exists()


def test_never_over_somebodys_own(tmp_path: Path) -> None:
    """A project's site would be swapped for the guide's; a folder with other things in it is not ours; a file is no
    folder."""
    (tmp_path / "project/slides").mkdir(parents=True)
    told = run(tmp_path, "-d", "project")
    assert (told.exit_code, "is a project" in told.stderr) == (2, True)
    (tmp_path / "theirs/site").mkdir(parents=True)
    (tmp_path / "theirs/site/page.html").write_text("mine", "utf-8")
    told = run(tmp_path, "-d", "theirs")
    assert (told.exit_code, "not ours" in told.stderr) == (1, True)
    (tmp_path / "file").write_text("mine", "utf-8")
    assert run(tmp_path, "-d", "file").exit_code == 2
    assert tree(tmp_path) == {"file": b"mine", "theirs/site/page.html": b"mine"}


def test_a_browser_that_sees_no_hidden_folders(tmp_path: Path, own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where one is installed, the guide lies in the open, in the user's home folder."""
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr(guide, "SNAPS", tmp_path)
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "home")
    (tmp_path / "firefox").touch()
    assert run(tmp_path).exit_code == 0
    assert (tmp_path / "home/lactern-guide/site/index.html").is_file()
    assert not (own / "site").exists()
    (tmp_path / "home/lactern-guide/slides").mkdir()
    told = run(tmp_path)
    assert (told.exit_code, "is a project" in told.stderr) == (2, True), "made by `lactern new lactern-guide`"


def test_where_no_folder_can_be_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody without a home is told to name a folder, and then has the guide there."""
    monkeypatch.setattr("builder.render.memo.own_folder", lambda name: None)
    monkeypatch.setattr("builder.pipeline.own_folder", lambda name: None)
    told = run(tmp_path)
    assert (told.exit_code, "Name one" in told.stderr) == (2, True)
    assert run(tmp_path, "-d", "here").exit_code == 0
    assert (tmp_path / "here/site/index.html").is_file()


def test_sources_are_those_of_this_lactern(tmp_path: Path) -> None:
    """What an older one left is put right and taken away; what is right is not written again."""
    files = course_files("guide")
    lay(tmp_path, files)
    assert tree(tmp_path) == files
    course = tmp_path / "slides/authoring-guide"
    changed, kept, more = course / "course.yaml", course / "01-an-evening.md", course / "99.md"
    changed.write_text("title: Older\n", "utf-8")
    more.write_text("# A lesson that is gone\n", "utf-8")
    before = kept.stat().st_mtime_ns
    lay(tmp_path, files)
    assert tree(tmp_path) == files
    assert kept.stat().st_mtime_ns == before


@pytest.mark.parametrize(("typed", "meant"), [("giude", "guide"), ("gide", "guide")])
def test_what_was_meant(typed: str, meant: str) -> None:
    """Beside the name of the command itself."""
    told = CliRunner().invoke(lactern, [typed], prog_name="lactern")
    assert (told.exit_code, f"“{meant}”" in told.stderr) == (2, True)


def test_a_new_project_leads_to_it(tmp_path: Path) -> None:
    """Its last words name the command."""
    told = CliRunner().invoke(lactern, ["-C", str(tmp_path), "new", "mine"], prog_name="lactern")
    assert told.stderr.splitlines()[-1].endswith("`lactern guide`.")
