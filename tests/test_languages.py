"""A project in each language that has interface words: laid down, checked, built, with no words of another language."""

import re
from html import unescape
from pathlib import Path

import pytest
from click.testing import CliRunner

from builder.cli import lactern
from builder.render.words import Words, languages
from support.building import build

PARTS = ("common", "deck", "module", "quiz", "home")
TRANSLATED = tuple(name for name in languages() if name != "en")
LONG = 14
"""Shorter texts may stand on a page by chance."""


def new(folder: Path, *options: str) -> tuple[int, str]:
    """What `lactern new` says in a folder."""
    done = CliRunner().invoke(lactern, ["-C", str(folder), "new", "talk", *options], prog_name="lactern")
    return done.exit_code, done.output


def entries(language: str) -> dict[str, list[str]]:
    """The texts of a language's words that no value is filled into, by their keys."""
    words = Words(language)
    said = {f"{part}.{key}": entry for part in PARTS for key, entry in words.part(part).items()}
    texts = {key: [entry] if isinstance(entry, str) else list(entry.values()) for key, entry in said.items()}
    return {key: [text for text in forms if "{" not in text and len(text) >= LONG] for key, forms in texts.items()}


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_new_project_speaks_its_language(language: str, tmp_path: Path) -> None:
    """No finding about words; urgent help, buttons and words for scripts are in it, and English ones are not."""
    assert new(tmp_path, "--language", language)[0] == 0
    project = tmp_path / "talk"
    assert f'language: "{language}"' in (project / "slides/first-course/course.yaml").read_text("utf-8")
    said = build(project, "-t", "deck", "-t", "module", cache=tmp_path / "cache")
    assert "C216" not in said

    pages = [unescape(page.read_text("utf-8")) for page in sorted((project / "site").rglob("*.html"))]
    direction = "rtl" if language in ("ar", "he") else "ltr"
    assert all(f'<html lang="{language}" dir="{direction}"' in page for page in pages)
    scripts = sorted((project / "site/assets").glob(f"{language}-*.js"))
    text = "\n".join([*pages, *(script.read_text("utf-8") for script in scripts)])
    written = "\n".join(path.read_text("utf-8") for path in sorted(project.rglob("first-course/*.*")) if path.is_file())
    own, english = entries(language), entries("en")
    foreign = [one for key in english for one in english[key] if one not in own[key] and one not in written]
    assert [one for one in foreign if one in text] == []
    for key in ("common.help.title", "module.takes.title", "quiz.hand_in_anyway", "deck.menu-title", "home.learn-lead"):
        assert Words(language)(key) in text, key


def test_a_new_project_in_a_language_without_words_is_told_so(tmp_path: Path) -> None:
    """English words stand in, and the check says which languages there are."""
    assert new(tmp_path, "--language", "pt-BR")[0] == 0
    done = CliRunner().invoke(lactern, ["-C", str(tmp_path / "talk"), "check"], prog_name="lactern")
    assert "C216" in done.output
    assert ", ".join(languages()) in re.sub(r"\s+", " ", done.output)


def test_a_regional_language_is_at_home(tmp_path: Path) -> None:
    """es-MX has the words of es, so there is nothing to say."""
    assert new(tmp_path, "--language", "es-MX")[0] == 0
    done = CliRunner().invoke(lactern, ["-C", str(tmp_path / "talk"), "check"], prog_name="lactern")
    assert "C216" not in done.output


def test_what_is_no_language_is_refused(tmp_path: Path) -> None:
    """Nothing is written then."""
    code, said = new(tmp_path, "--language", "English")
    assert code != 0
    assert "es, ar or pt-BR" in said
    assert not (tmp_path / "talk").exists()
