"""Words that people read or hear stand in the locale files and nowhere else: not in templates, scripts or sheets."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

BUILDER = Path(__file__).parents[1] / "builder"
PREVIEW = ("serve", "live.js")
"""The author's preview speaks English, as the command that starts it does."""
TEMPLATES = sorted(one for one in (BUILDER / "templates").rglob("*.html") if one.parent.name not in PREVIEW)
SCRIPTS = sorted(one for one in (BUILDER / "web/src").glob("*.js") if one.name not in PREVIEW)
SHEETS = sorted([*(BUILDER / "web/css").rglob("*.css"), *(BUILDER.parent / "themes").rglob("*.css")])
CODE = sorted([*(BUILDER / "formats").rglob("*.py"), *(BUILDER / "render").rglob("*.py")])

ARIA = ("aria-label", "aria-description", "aria-roledescription", "aria-valuetext")
SPOKEN = (*ARIA, "alt", "label", "placeholder", "title")
WORD = re.compile(r"[A-Za-z]{2,}")

JINJA = re.compile(r"\{% block kind %\}.*?\{% endblock %\}|\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
WORDLESS = re.compile(r"<(style|script|svg)\b.*?</\1>|<!--.*?-->", re.DOTALL)
TAG = re.compile(r"<[^>]*>")
ATTRIBUTE = re.compile(rf'\b({"|".join(SPOKEN)})="([^"]*)"')
NAMES = frozenset(("PDF", "HTML", "CSV", "JSON", "lactern"))
"""Names that are the same in every language."""
KEYS = frozenset(("Space", "Home", "End", "Esc", "Enter"))
"""What is printed on keys."""

COMMENT = re.compile(r"/\*.*?\*/|(?<![:\"'`\\])//[^\n]*", re.DOTALL)
SHOWN = re.compile(r"(?:textContent|innerText|placeholder|ariaLabel|title)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|`([^`]*)`)")
GIVEN = re.compile(rf'"?({"|".join(SPOKEN)})"?\s*:\s*"([^"]*)"')
SENTENCE = re.compile(r"\"([A-Z][a-z]+(?: [A-Za-z’']+){1,}[.!?]?)\"|`([A-Z][a-z]+(?: [a-z]+)+[^`]*)`")
THROWN = re.compile(r"(?:throw )?new \w*Error\((?:\"[^\"]*\"|`[^`]*`)\)|console\.\w+\([^)]*\)")
DRAWN = re.compile(rf'\b({"|".join(SPOKEN)})=\\?"([A-Za-z][^"{{\\]*)')
SAID = re.compile(r"\bsay\(([^;]*?)[,)]")
KEY = re.compile(r"(?:^|\? |: )\"([\w.-]+)\"")
"""The keys in `say("this")` and `say(so ? "this" : "that")`."""
SAID_BY_SHEET = re.compile(r"content:\s*\"([^\"]*)\"")


def foreign(text: str, known: frozenset[str] = NAMES) -> list[str]:
    """The words of a text that are not names."""
    return [word for word in WORD.findall(text) if word not in known]


def keys_of(words: Mapping[str, Any], before: str = "") -> Iterator[str]:
    """The keys of a locale file; a plural is one."""
    for key, word in words.items():
        if isinstance(word, dict) and "other" not in word:
            yield from keys_of(word, f"{before}{key}.")
        else:
            yield f"{before}{key}"


ENGLISH = sorted((BUILDER / "locales/en").glob("*.toml"))
THERE = frozenset(key for one in ENGLISH for key in keys_of(tomllib.loads(one.read_text("utf-8"))))


def of(path: Path) -> str:
    return path.relative_to(BUILDER.parent).as_posix()


@pytest.mark.parametrize("path", TEMPLATES, ids=of)
def test_templates_hold_no_words(path: Path) -> None:
    """Between tags, and in attributes that are read aloud or shown, only what comes from the words or the course."""
    markup = WORDLESS.sub(" ", JINJA.sub(" ", path.read_text("utf-8")))
    attributes = [value for _, value in ATTRIBUTE.findall(markup)]
    found = [word for text in (TAG.sub(" ", markup), *attributes) for word in foreign(re.sub(r"&\w+;", " ", text))]
    assert found == []


@pytest.mark.parametrize("path", TEMPLATES, ids=of)
def test_templates_write_no_words_by_expression(path: Path) -> None:
    """Nor as the text of an expression: `{{ "Next" }}`, `{{ x or "Untitled" }}`."""
    pieces = re.findall(r"\{\{(.*?)\}\}", path.read_text("utf-8"), re.DOTALL)
    texts = [text for piece in pieces for text in re.findall(r'"([A-Z][a-z]+(?: [^"]*)?)"', piece)]
    assert [text for text in texts if text not in KEYS] == []


@pytest.mark.parametrize("path", SCRIPTS, ids=of)
def test_scripts_ask_for_words_that_there_are(path: Path) -> None:
    """A key that no locale file has would be shown to a learner as it stands."""
    asked = [key for said in SAID.findall(path.read_text("utf-8")) for key in KEY.findall(said)]
    assert [key for key in asked if key not in THERE] == []


@pytest.mark.parametrize("path", SCRIPTS, ids=of)
def test_scripts_hold_no_words(path: Path) -> None:
    """Scripts get their words from the page. What a developer alone sees, in an error, may be plain English."""
    code = THROWN.sub("", COMMENT.sub("", path.read_text("utf-8")))
    shown = ["".join(groups) for groups in SHOWN.findall(code)]
    shown += [value for _, value in GIVEN.findall(code)]
    shown += ["".join(groups) for groups in SENTENCE.findall(code)]
    assert [text for text in shown if foreign(re.sub(r"\$\{[^}]*\}", " ", text))] == []


@pytest.mark.parametrize("path", SHEETS, ids=of)
def test_style_sheets_hold_no_words(path: Path) -> None:
    """What a sheet adds before or after is a sign, a counter or an attribute."""
    assert [text for text in SAID_BY_SHEET.findall(COMMENT.sub("", path.read_text("utf-8"))) if foreign(text)] == []


def test_code_draws_no_words() -> None:
    """Code that draws HTML by itself puts no words into attributes that are read aloud."""
    found = {of(path): DRAWN.findall(path.read_text("utf-8")) for path in CODE}
    assert {path: hits for path, hits in found.items() if hits} == {}
