"""`lactern check --visual`: a small project in which everything is wrong that can be seen, and a sound one."""

import itertools
import json
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import cache
from pathlib import Path, PurePosixPath

import pytest

from builder.model.diagnostic import Rule
from builder.model.place import Place
from builder.visual.browser import Look, chromium
from builder.visual.findings import Seen, findings
from builder.visual.look import rounds
from builder.visual.rules import NETWORK, RULES
from builder.visual.sources import Sources
from builder.visual.visit import TALLEST, Stop, pieces
from support.building import REPOSITORY, environment
from support.project import Project
from visual.wrong import COURSE, check, line_of, project

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("visual")]


@cache
def broken(base: Path) -> tuple[Path, dict[str, list[dict[str, object]]]]:
    """The project after one look, and what was found by code."""
    root = project(base / "project")
    done = check(root, "--select", "V", "--format", "json", cache=base / "cache")
    assert done.returncode == 0, done.stdout + done.stderr
    found: dict[str, list[dict[str, object]]] = {}
    for one in json.loads(done.stdout)["diagnostics"]:
        found.setdefault(str(one["code"]), []).append(one)
    return root, found


@pytest.fixture(scope="session")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("visual")


EXPECTED = (
    ("V101", "A box that is far too high"),
    ("V102", "First of two sentences"),
    ("V103", "A long text that does not fit"),
    ("V104", "pale words on their way out"),
    ("V104", "Words that vanish at night"),
    ("V104", "Words on a ground"),
    ("V105", "Words for ants alone"),
    ("V106", "[x](#tiny)"),
    ("V107", "Words in a font that is nowhere"),
    ("V108", "## Sound"),
    ("V110", "## Sound"),
    ("V111", "Words dressed up by hand"),
    ("V112", "A box as wide as a barn"),
    ("V113", "## Unnamed"),
)
"""A fault, and the line that has it. What is wrong with a page as a whole is told at the beginning of its lesson."""


@pytest.mark.parametrize(("code", "words"), EXPECTED, ids=[f"{code} {words}" for code, words in EXPECTED])
def test_found_at_its_line(base: Path, code: str, words: str) -> None:
    """Each fault is told by its code, at the line that it was written on."""
    found = broken(base)[1]
    assert line_of(words) in [one["line"] for one in found[code]], found.get(code)


@pytest.mark.parametrize("rule", [r for r in RULES if r is not NETWORK], ids=lambda rule: str(rule.code))
def test_nothing_else_is_found(base: Path, rule: Rule) -> None:
    """A rule fires where something is wrong and nowhere else."""
    wrong = {line_of(words) for code, words in EXPECTED if code == rule.code}
    wrong |= {line_of("[x](#tiny)")} if rule.code == "V105" else set()
    assert wrong == {one["line"] for one in broken(base)[1][rule.code]}, broken(base)[1][rule.code]


def test_what_is_said(base: Path) -> None:
    """Findings name the slide, how it was looked at, what was measured and what would do."""
    found = broken(base)[1]
    (tall,) = found["V101"]
    assert str(tall["message"]).startswith(
        "“Tall”, on the slide: “A box that is far too high.” runs over the lower edge"
    )
    dark = next(one for one in found["V104"] if one["line"] == line_of("Words that vanish at night"))
    assert "in the dark colours" in str(dark["message"])
    assert "needs 4.5" in str(dark["message"]) or "needs 3" in str(dark["message"])


def test_pictures(base: Path) -> None:
    """Every fault that has a place has its picture, the hints name them all, and none lies there without."""
    root, found = broken(base)
    hints = " ".join(str(one["hint"]) for group in found.values() for one in group)
    taken = {path.relative_to(root).as_posix() for path in (root / "visual").rglob("*.png")}
    assert taken == {word for word in hints.split() if word.startswith("visual/")}
    placed = [one for code, group in found.items() for one in group if code not in ("V108", "V110")]
    assert [one for one in placed if "Picture: visual/c/" not in str(one["hint"])] == []
    assert all((root / name).read_bytes().startswith(b"\x89PNG") for name in taken)
    assert (root / "visual/.lactern").read_text("utf-8").startswith("Made by lactern")


@pytest.mark.parametrize(
    ("head", "address"),
    [
        ("", "https://example.org/elsewhere.png"),
        ("<meta http-equiv='Content-Security-Policy' content=\"img-src 'self'\">", "https://example.org/elsewhere.png"),
    ],
    ids=["asked", "forbidden"],
)
def test_a_network_is_asked(tmp_path: Path, head: str, address: str) -> None:
    """A build keeps addresses of other computers out of its pages; one that found its way in is an error, whether the
    page's policy stopped it or not, and nothing is fetched."""
    page = tmp_path / "lesson.html"
    page.write_text(f"<!doctype html><title>A</title>{head}<img alt='' src='{address}'>", "utf-8")
    with chromium() as browser:
        look = Look(browser)
        look.open(page, 360, 640)
    assert ("network", address) in look.complaints
    course = Project(tmp_path).lesson("## A\n\nWords.\n").course()
    seen = [Seen(kind, {"text": words}, "lesson", "on a page") for kind, words in look.complaints]
    (found,) = findings(seen, Sources(course, lambda file: ()), "visual")
    assert (found.rule, found.rule.severity, found.at) == (NETWORK, "error", Place("slides/c/01-lesson.md"))
    assert address in found.message


def test_each_page_is_opened_as_on_a_first_visit(tmp_path: Path) -> None:
    """Pages are looked at in one window after another: what one keeps or complains of is unknown to the next."""
    first, second = tmp_path / "first.html", tmp_path / "second.html"
    first.write_text("<!doctype html><title>A</title><img alt='' src='gone.png'>", "utf-8")
    second.write_text("<!doctype html><title>B</title><p>Words.</p>", "utf-8")
    with chromium() as browser:
        look = Look(browser)
        look.open(first, 360, 640)
        look._page.evaluate("() => { localStorage.kept = 'yes'; sessionStorage.kept = 'yes' }")
        assert list(look.complaints) == [("lost", "gone.png")]
        look.open(second, 1280, 720)
        assert list(look.complaints) == []
        assert look._page.evaluate("() => [localStorage.kept, sessionStorage.kept, innerWidth]") == [None, None, 1280]


@pytest.mark.parametrize("height", [1, 7999, 8000, 8001, 15000, 15001, 40000])
def test_pieces_of_a_long_page(height: int) -> None:
    """A long page is photographed whole, in pieces that are not too high and that overlap by more than a line."""
    parts = [(top, top + tall) for _, top, _, tall in pieces(360, height)]
    assert (parts[0][0], parts[-1][1]) == (0, height)
    assert all(0 < end - top <= TALLEST for top, end in parts)
    assert all(end - top >= 400 for (_, end), (top, _) in itertools.pairwise(parts))


def test_trouble_in_a_browser_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Pages are looked at beside each other: what goes wrong with one is not swallowed, and all come to an end."""
    course = Project(tmp_path).lesson().course()
    stops = [Stop(PurePosixPath(f"site/{name}.html"), course, name, False) for name in "abc"]

    def fails(*_: object) -> Iterator[object]:
        raise OSError("The disk is full.")

    monkeypatch.setattr("builder.visual.look.visits", fails)
    with pytest.raises(OSError, match="The disk is full"):
        list(rounds(tmp_path, stops))
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("visual")]


def test_sound_project(tmp_path: Path) -> None:
    """Nothing is found where nothing is wrong; old pictures of ours go, and a folder of others' is left alone."""
    root = project(tmp_path / "project", "## Sound\n\nWords that anyone can read.\n")
    for name in ("deck.css", "module.css"):
        shutil.copy(REPOSITORY / "themes/calm" / name, root / "themes/own" / name)
    (root / "visual").mkdir()
    (root / "visual/.lactern").write_text("Made by lactern.\ncopy 3 c/old.png\n", "utf-8")
    (root / "visual/c").mkdir()
    (root / "visual/c/old.png").write_text("old", "utf-8")
    done = check(root, "--select", "V", "--format", "concise", cache=tmp_path / "cache")
    assert (done.returncode, done.stdout) == (0, ""), done.stdout + done.stderr
    assert not (root / "visual/c/old.png").exists()


def test_pictures_never_fall_among_others(tmp_path: Path) -> None:
    """A folder that holds something of somebody else is not written to, and that is said."""
    root = project(tmp_path / "project", "## Tiny\n\n::: {.tiny}\nWords for ants alone.\n:::\n")
    (root / "holiday").mkdir()
    (root / "holiday/beach.png").write_text("sand", "utf-8")
    done = check(root, "--pictures", "holiday", "--format", "concise", cache=tmp_path / "cache")
    assert done.returncode == 1
    assert "this folder is not empty and not ours" in done.stdout
    assert [path.name for path in (root / "holiday").iterdir()] == ["beach.png"]


def test_ignored(tmp_path: Path) -> None:
    """`ignore:` silences what is seen too, and a line that silences nothing is told only by who has looked."""
    root = project(tmp_path / "project", "## Tiny\n\n::: {.tiny}\nWords for ants alone.\n:::\n")
    settings = root / "slides/c/course.yaml"
    for name in ("deck.css", "module.css"):
        shutil.copy(REPOSITORY / "themes/calm" / name, root / "themes/own" / name)
        (root / "themes/own" / name).open("a").write(".tiny p { font-size: 9px !important }")
    settings.write_text(COURSE + "ignore: {V105: They are ants., V101: Nobody knows.}\n", "utf-8")
    done = check(root, "--format", "concise", cache=tmp_path / "cache")
    assert "V105" not in done.stdout
    assert "C290 ignoring V101 silences nothing" in done.stdout
    plain = subprocess.run(
        [sys.executable, "-m", "builder", "check", "--format", "concise"],
        cwd=root, env=environment(tmp_path / "cache"), capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert "C290" not in plain.stdout


def test_errors_come_first(tmp_path: Path) -> None:
    """With an error there are no pages to look at, which is said; no browser is asked for."""
    root = project(tmp_path / "project", "::: {.tall\n\nWords.\n")
    done = check(root, "--select", "V", cache=tmp_path / "cache", CHROMIUM="/nowhere/chromium")
    assert done.returncode == 1
    assert "The pages were not looked at" in done.stderr


def test_pages_that_may_not_be_published(tmp_path: Path) -> None:
    """What only the last look before writing forbids keeps the pages from being looked at too, and is not hushed."""
    root = project(tmp_path / "project")
    sheet = root / "themes/own/deck.css"
    sheet.write_text('.tall { background: url("https://example.org/elsewhere.png") }', "utf-8")
    done = check(root, "--format", "concise", cache=tmp_path / "cache", CHROMIUM="/nowhere/chromium")
    assert done.returncode == 1
    assert " error " in done.stdout
    assert "The pages were not looked at" in done.stderr


def test_without_chromium(tmp_path: Path) -> None:
    """Where the browser is not there, the command says which one and exits with 3."""
    root = project(tmp_path / "project", "## Sound\n\nWords.\n")
    done = check(root, cache=tmp_path / "cache", CHROMIUM="/nowhere/chromium")
    assert done.returncode == 3
    assert "there is no such program" in done.stderr
    done = check(root, cache=tmp_path / "cache", CHROMIUM="", PATH="/nowhere", PLAYWRIGHT_BROWSERS_PATH=str(tmp_path))
    assert done.returncode == 3
    assert "playwright install chromium" in done.stderr
    assert "Traceback" not in done.stderr


def test_without_playwright(tmp_path: Path) -> None:
    """Where Playwright is not installed, the command says how to get it and exits with 3."""
    root = project(tmp_path / "project", "## Sound\n\nWords.\n")
    code = "import sys; sys.modules['playwright'] = None; sys.argv = ['lactern', 'check', '--visual']\n"
    done = subprocess.run(
        [sys.executable, "-c", code + "from builder.__main__ import main; main()"],
        cwd=root, env=environment(tmp_path / "cache"), capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 3, done.stdout + done.stderr
    assert f"{sys.executable} -m pip install playwright" in done.stderr


def test_the_judge_never_travels(base: Path) -> None:
    """What looks at pages is part of none of them."""
    from builder.pipeline import Options, make
    from builder.render.memo import Memo

    made = make(broken(base)[0], Options(targets=("deck", "module")), Memo(None))
    assert made.outputs
    assert [str(one.path) for one in made.outputs if "visual" in one.path.name or "axe" in one.path.name] == []
    assert [str(one.path) for one in made.outputs if b"axe-core" in one.data or b"lacternVisual" in one.data] == []
