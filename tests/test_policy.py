"""The Content-Security-Policy of every page: it is there, it is strict, and the page lives within it."""

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest

from builder.render.policy import PRINTED, policy
from support.building import build, copy, flagship
from support.pages import elements, pages

POLICY = re.compile(r'<meta charset="utf-8">\s*<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
BLOCK = re.compile(r"<(script|style)\b([^>]*)>(.*?)</\1>", re.DOTALL)
HASH = re.compile(r"'sha256-[^']+'")
PROJECTS = ("basics", "questions", "rtl", "when")


@pytest.fixture(scope="module", params=["whole", "single", *PROJECTS])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`site/` of the repository's course, in many files and in single ones, and of the small projects."""
    if request.param == "whole":
        return flagship(tmp_path_factory) / "site"
    if request.param == "single":
        options = ("--single-file", "--target", "deck", "--target", "module")
        return flagship(tmp_path_factory, "single", options) / "site"
    folder = tmp_path_factory.mktemp(request.param)
    project = copy(Path(__file__).parent / "golden" / request.param, folder)
    build(project, "-t", "deck", "-t", "module", cache=tmp_path_factory.getbasetemp() / "cache")
    return project / "site"


def hashed(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode()}'"


def stated(file: Path) -> dict[str, list[str]]:
    """A page's policy by directive. It stands before everything that it is about."""
    found = POLICY.search(file.read_text("utf-8"))
    assert found, f"{file.name} has no policy right behind its charset"
    return {name: sources for name, *sources in (part.split() for part in found[1].split(";"))}


def test_every_public_page_states_a_strict_one(site: Path) -> None:
    """Nothing by default, nothing from elsewhere, nothing that is merely written into the page."""
    files = sorted(site.rglob("*.html"))
    assert len(files) > 3
    for file in files:
        said = stated(file)
        assert said["default-src"] == ["'none'"]
        assert said["base-uri"] == said["form-action"] == ["'none'"]
        assert not {"object-src", "connect-src"} & said.keys()
        assert said.get("frame-src", ["file:"]) == ["file:"], "nothing is framed but the keeper, from a disk"
        sources = {source for listed in said.values() for source in listed}
        assert not {source for source in sources if source.startswith(("http", "'unsafe", "*", "blob"))}, file
        assert {source for source in sources if not HASH.fullmatch(source)} <= {"'none'", "'self'", "file:", "data:"}
        assert "data:" not in (*said["script-src"], *said["style-src"]), file


def test_every_block_inside_a_page_is_allowed_by_its_hash_and_no_other_is(site: Path) -> None:
    """Data blocks do not run, and need no leave."""
    for file in sorted(site.rglob("*.html")):
        said = stated(file)
        held: dict[str, set[str]] = {"script": set(), "style": set()}
        for tag, attributes, text in BLOCK.findall(file.read_text("utf-8")):
            if "application/json" in attributes:
                continue
            if "src=" in attributes:
                assert not text, file
                continue
            assert not attributes, (file, attributes)
            held[tag].add(hashed(text))
        printed = {hashed(text) for text in PRINTED} if file.parent.name == "slides" else set()
        assert {source for source in said["script-src"] if HASH.fullmatch(source)} == held["script"], file
        assert {source for source in said["style-src"] if HASH.fullmatch(source)} == held["style"] | printed, file


def test_nothing_is_written_into_elements(site: Path) -> None:
    """No handlers, no styles, no addresses that are scripts: they would be refused."""
    wrong = [
        (file.name, one.tag, name, value)
        for file in sorted(site.rglob("*.html"))
        for one in elements(file)
        for name, value in one.attributes.items()
        if name.startswith("on") or name == "style" or (value or "").strip().lower().startswith("javascript:")
    ]
    assert wrong == []


def test_no_script_of_ours_evaluates_text(site: Path) -> None:
    """`eval` and its relatives would be refused."""
    for file in sorted(site.rglob("*.js")):
        assert not re.search(rb"(?<![\w.$])eval\(|new Function\(|setTimeout\(\"", file.read_bytes()), file


def test_the_presenters_decks_state_the_same(tmp_path_factory: pytest.TempPathFactory) -> None:
    """The speaker's window is the deck's own page, opened once more."""
    folder = flagship(tmp_path_factory)
    decks = [file for file in pages(folder) if "presenter" in file.parts and file.parent.name == "slides"]
    assert decks
    for file in decks:
        assert stated(file) == stated(folder / "site" / file.relative_to(folder / "presenter"))


def test_a_sheet_inside_takes_the_place_of_sheets_beside() -> None:
    """A single file loads no code at all, so it allows none."""
    many = str(policy("<link>", "<script defer src></script>"))
    one = str(policy("<style>a{}</style>", "<script>1</script>"))
    assert "script-src 'self' file:;" in many
    assert "style-src 'self' file:;" in many
    assert f"script-src {hashed('1')};" in one
    assert f"style-src {hashed('a{}')};" in one
    assert "font-src data:;" in one
