"""What is in the package, how it is made, and that an installed lactern needs no repository beside it."""

import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
WEB = ROOT / "builder" / "web"
pytestmark = pytest.mark.xdist_group("package")  # one worker makes the wheel, once
NOT_OURS = shutil.ignore_patterns(
    ".git",
    ".venv*",
    ".*_cache",
    ".cache",
    ".hypothesis",
    "__pycache__",
    "node_modules",
    "dist.making-*",
    "site",
    "presenter",
)


def run(*command: str | Path, cwd: Path, **environment: str) -> str:
    """Runs a program; a failure shows all that it said."""
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def build(kind: str, tree: Path, out: Path, **environment: str) -> Path:
    """Makes the wheel or the sdist of a tree with what is installed here."""
    run(
        sys.executable,
        "-m",
        "build",
        f"--{kind}",
        "--no-isolation",
        "--outdir",
        out,
        tree,
        cwd=tree,
        **environment,
    )
    (made,) = out.iterdir()
    return made


def bytes_below(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository as someone would clone it: without anything that was made."""
    tree = tmp_path_factory.mktemp("clone") / "lactern"
    shutil.copytree(ROOT, tree, ignore=NOT_OURS)
    shutil.rmtree(tree / "builder" / "web" / "dist", ignore_errors=True)
    return tree


@pytest.fixture(scope="module")
def wheel(fresh: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, front end and all, made from a fresh clone."""
    return build("wheel", fresh, tmp_path_factory.mktemp("wheel"), npm_config_prefer_offline="true")


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel's content where Python finds it, and nothing else of ours."""
    folder = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


@pytest.mark.slow
def test_the_wheel_carries_all_that_a_course_needs(wheel: Path) -> None:
    """Themes, front end, fonts, words, templates and the starter project are inside; what they are made from is not."""
    names = zipfile.ZipFile(wheel).namelist()
    for wanted in (
        "builder/cli.py",
        "builder/themes/calm/theme.yaml",
        "builder/scaffold/dmer/slides/dmer/course.yaml",
        "builder/scaffold/dmer/quizzes/dmer/post-test.yaml",
        "builder/scaffold/guide/slides/authoring-guide/course.yaml",
        "builder/scaffold/guide/slides/authoring-guide/img/clock.mp4",
        "builder/scaffold/guide/quizzes/authoring-guide/post-test.yaml",
        "builder/scaffold/editor/lactern.code-snippets",
        "builder/web/dist/deck.js",
        "builder/web/dist/speaker.js",
        "builder/web/dist/deck.css",
        "builder/web/dist/slidequiz.css",
        "builder/web/dist/speaker.css",
        "builder/web/dist/module.js",
        "builder/web/dist/module.css",
        "builder/web/dist/home.css",
        "builder/web/dist/visual.js",
        "builder/web/dist/axe.min.js",
        "builder/web/dist/axe.LICENSES.txt",
        "builder/web/dist/LICENSES.txt",
        "builder/web/dist/fonts.json",
        "builder/web/dist/fonts/text-latin-400.woff2",
    ):
        assert wanted in names
    for folder in ("builder/locales/en", "builder/templates/", "builder/scaffold/"):
        assert any(name.startswith(folder) for name in names), folder
    strays = [name for name in names if not name.startswith(("builder/", "lactern-"))]
    strays += [
        name
        for name in names
        if re.search(r"node_modules|__pycache__|web/(src|css|test)/|web/[^/]+\.(mjs|json)$", name)
    ]
    assert strays == []


@pytest.mark.slow
def test_the_front_end_is_the_same_whoever_makes_it(fresh: Path, wheel: Path, tmp_path: Path) -> None:
    """Same input, same bytes, in another folder too; and no folder or machine shows through."""
    assert wheel.exists()
    made = bytes_below(fresh / "builder" / "web" / "dist")
    again = tmp_path / "elsewhere"
    shutil.copytree(fresh, again)
    shutil.rmtree(again / "builder" / "web" / "dist")
    build("wheel", again, tmp_path / "out", npm_config_prefer_offline="true")
    assert bytes_below(again / "builder" / "web" / "dist") == made
    for name, content in made.items():
        if not name.endswith(".woff2"):
            for trace in (
                str(fresh),
                str(Path.home()),
                str(tmp_path.parent.parent),
                "node_modules/",
                "sourceMappingURL",
            ):
                assert trace.encode() not in content, (name, trace)


@pytest.mark.slow
def test_an_sdist_needs_no_npm(fresh: Path, wheel: Path, tmp_path: Path) -> None:
    """The sdist brings the front end: with npm's registry out of reach, its wheel is the same as the repository's."""
    sdist = build("sdist", fresh, tmp_path / "sdist")
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path / "unpacked", filter="data")
    (tree,) = (tmp_path / "unpacked").iterdir()
    nowhere = {"npm_config_registry": "http://127.0.0.1:9", "npm_config_cache": str(tmp_path / "no-cache")}
    from_sdist = build("wheel", tree, tmp_path / "wheel", **nowhere)
    with zipfile.ZipFile(from_sdist) as one, zipfile.ZipFile(wheel) as other:
        assert sorted(one.namelist()) == sorted(other.namelist())
        assert [name for name in one.namelist() if one.read(name) != other.read(name)] == []


@pytest.mark.slow
def test_a_package_without_an_entry_is_not_made(fresh: Path, tmp_path: Path) -> None:
    """A script or sheet that the build names and cannot find stops it: a half-made front end never leaves the house."""
    broken = tmp_path / "broken"
    shutil.copytree(fresh, broken, ignore=shutil.ignore_patterns("dist"))
    (broken / "builder" / "web" / "src" / "speaker.js").unlink()
    command = [
        sys.executable,
        "-m",
        "build",
        "--wheel",
        "--no-isolation",
        "--outdir",
        str(tmp_path / "out"),
        str(broken),
    ]
    done = subprocess.run(
        command,
        cwd=broken,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "npm_config_prefer_offline": "true"},
    )
    assert done.returncode != 0
    assert "missing: src/speaker.js" in done.stdout + done.stderr
    assert not (broken / "builder" / "web" / "dist").exists()


@pytest.mark.slow
def test_installed_lactern_starts_a_course_and_builds_it_anywhere(installed: Path, tmp_path: Path) -> None:
    """A trainer's first five minutes, from any folder: `lactern new` and `lactern build`, no repository, no Node."""
    home = {"PYTHONPATH": str(installed), "PATH": os.defpath}
    where = run(sys.executable, "-c", "import builder; print(builder.__file__)", cwd=tmp_path, **home)
    assert Path(where.strip()).is_relative_to(installed)
    lactern = (sys.executable, "-m", "builder")
    assert "0.1.0" in run(*lactern, "--version", cwd=tmp_path, **home)
    run(*lactern, "new", "seminars", cwd=tmp_path, **home)
    run(*lactern, "build", cwd=tmp_path / "seminars", **home)
    assert (tmp_path / "seminars" / "site" / "index.html").exists()
    run(*lactern, "new", "flagship", "--from", "dmer", cwd=tmp_path, **home)
    run(*lactern, "build", "--target", "deck", cwd=tmp_path / "flagship", **home)
    assert (tmp_path / "flagship" / "site" / "dmer").is_dir()


@pytest.mark.slow
def test_the_guide_comes_with_the_package(wheel: Path, installed: Path, tmp_path: Path) -> None:
    """Whoever has the package alone has the guide too: to read, without a project, and as a project. It is all of the
    repository's, and makes the package by a tenth larger at most."""
    for part in ("slides/authoring-guide", "quizzes/authoring-guide"):
        assert bytes_below(installed / "builder/scaffold/guide" / part) == bytes_below(ROOT / part)
    with zipfile.ZipFile(wheel) as archive:
        sizes = {one.filename: one.compress_size for one in archive.infolist()}
    guide = sum(size for name, size in sizes.items() if name.startswith("builder/scaffold/guide/"))
    assert guide < min(100_000, sum(sizes.values()) / 10)
    home = {"PYTHONPATH": str(installed), "PATH": os.defpath, "XDG_CACHE_HOME": str(tmp_path / "cache")}
    lactern = (sys.executable, "-m", "builder")
    nowhere = tmp_path / "nowhere"
    nowhere.mkdir()
    told = run(*lactern, "guide", "--no-open", "--dir", "it", cwd=nowhere, **home)
    assert "For the audience:  it/site/authoring-guide/index.html" in told
    assert (nowhere / "it/site/authoring-guide/learn/index.html").is_file()
    run(*lactern, "new", "mine", "--from", "guide", cwd=tmp_path, **home)
    assert run(*lactern, "check", cwd=tmp_path / "mine", **home) == ""
    assert (tmp_path / "mine/slides/authoring-guide/img/clock.mp4").is_file()


def test_the_lock_file_names_versions_and_hashes_but_no_host() -> None:
    """Whoever builds uses the registry of their own npm, and gets what we got or an error."""
    lock = json.loads((WEB / "package-lock.json").read_text(encoding="utf-8"))
    packages = {name: entry for name, entry in lock["packages"].items() if name}
    assert [name for name, entry in packages.items() if "resolved" in entry] == []
    assert [name for name, entry in packages.items() if not entry.get("version") or not entry.get("integrity")] == []


def test_every_dependency_comes_with_a_reason() -> None:
    """A dependency comes in with a reason in `pyproject.toml`."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    block = text.split("\ndependencies = [\n")[1].split("\n]")[0]
    assert [line for line in block.splitlines() if "#" not in line] == []


def test_the_fonts_that_an_english_deck_loads_stay_small() -> None:
    """Text in three cuts and one display face: what a deck in English makes a browser fetch."""
    fonts = json.loads((WEB / "dist" / "fonts.json").read_text(encoding="utf-8"))
    cuts = {("Atkinson Hyperlegible Next", 400, "normal"), ("Atkinson Hyperlegible Next", 400, "italic")}
    cuts |= {("Atkinson Hyperlegible Next", 700, "normal"), ("Newsreader", 500, "normal")}
    latin = [
        font for font in fonts if font["subset"] == "latin" and (font["family"], font["weight"], font["style"]) in cuts
    ]
    assert len(latin) == 4
    assert sum(font["bytes"] for font in latin) <= 75_000


def test_every_font_file_has_a_name_of_its_own_in_print() -> None:
    """WeasyPrint draws wrong letters when two files share a family name, a weight and a style."""
    fonts = json.loads((WEB / "dist" / "fonts.json").read_text(encoding="utf-8"))
    names = [(font["print_family"], font["weight"], font["style"]) for font in fonts]
    assert len(set(names)) == len(names)
