"""What the words for people promise is there, and what is there is in the words for people."""

import re
import shlex
import tomllib
from pathlib import Path

import click
import pytest

from builder import formats
from builder.catalogue import catalogue
from builder.cli import COMMANDS, lactern
from builder.read.schemas import QUESTIONS
from support.building import build

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
ARCHITECTURE = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
CHANGELOG = (ROOT / "CHANGELOG.md").read_text("utf-8")
PAGES = {
    "README.md": README,
    "CONTRIBUTING.md": CONTRIBUTING,
    "ARCHITECTURE.md": ARCHITECTURE,
    "CHANGELOG.md": CHANGELOG,
    **{f"docs/{file.name}": file.read_text("utf-8") for file in sorted((ROOT / "docs").glob("*.md"))},
}
COURSE = """\
title: A course
language: en
objectives: [{id: timing, bloom: understand, text: Describe the timing.}]
people: [{name: A. Example, disclosure: None.}]
help: {emergency: your local emergency number}
"""
FORMATS_IN_WORDS = {"deck": "Decks", "module": "Modules", "handout": "Handouts", "home": "index.html"}


def fenced(text: str, language: str) -> list[str]:
    """The code blocks of one language, in order."""
    return re.findall(rf"^```{language}\n(.*?)^```$", text, flags=re.MULTILINE | re.DOTALL)


def commands() -> list[str]:
    """Every line of the README that is to be typed, without its comment."""
    lines = [line for block in fenced(README, "console") for line in block.splitlines()]
    assert all(line.startswith("$ ") for line in lines)
    return [line[2:].partition("  #")[0].strip() for line in lines]


@pytest.mark.parametrize("name", COMMANDS)
def test_commands_are_documented(name: str) -> None:
    """Each command in README or changelog, and it can be asked about itself."""
    assert f"lactern {name}" in README or f"`{name}`" in CHANGELOG
    command = lactern.get_command(lactern.make_context("lactern", [], resilient_parsing=True), name)
    assert command is not None
    assert command.help
    assert command.short_help
    options = [option for option in command.params if isinstance(option, click.Option)]
    assert [option.name for option in options if not option.help] == []


@pytest.mark.parametrize("name", formats.names())
def test_formats_are_documented(name: str) -> None:
    """The README says what a format is for, and its module does in the first line."""
    assert FORMATS_IN_WORDS.get(name, name) in README
    assert (formats.load(name).__doc__ or "").partition("\n")[0].endswith((".", ","))


@pytest.mark.parametrize("code", sorted(catalogue()))
def test_rules_are_documented(code: str) -> None:
    """`lactern explain` says why it matters and what to do, in sentences, and shows it by an example."""
    rule = catalogue()[code]
    assert re.fullmatch(r"before: \S.*?\nafter:  \S.*", rule.example, re.DOTALL), rule.example
    for text in (rule.summary, rule.why, rule.instead):
        assert len(text.split()) > 1, (code, text)
    assert rule.why != rule.instead


def test_the_readmes_commands_exist() -> None:
    """Every command line of the README names a target, a file, a command or an option that is there."""
    makefile = (ROOT / "Makefile").read_text("utf-8")
    typed = commands()
    assert len(typed) > 6
    for line in typed:
        for one in line.split("&&"):
            words = shlex.split(one)
            program = Path(words[0]).name
            if program == "make":
                assert re.search(rf"^{words[1]}:", makefile, re.MULTILINE), line
            elif program in ("sh", "bash"):
                assert (ROOT / words[1]).is_file(), line
            elif program == "lactern":
                assert words[1] in COMMANDS, line
                command = lactern.get_command(lactern.make_context("lactern", [], resilient_parsing=True), words[1])
                options = {name for option in command.params for name in option.opts} if command else set()
                assert {word for word in words if word.startswith("-")} <= options, line
            else:
                assert program in ("python3", "pip", "pipx"), line
    codes = re.findall(r"lactern explain (\w+)", README)
    assert codes
    assert set(codes) <= set(catalogue())


def test_the_readmes_lesson_and_quiz_build(tmp_path: Path) -> None:
    """What the README shows is right to the letter: with a course around it, it builds without an error."""
    (lesson,), (quiz,) = fenced(README, "markdown"), fenced(README, "yaml")
    course = tmp_path / "slides/course"
    course.mkdir(parents=True)
    (tmp_path / "quizzes/course").mkdir(parents=True)
    (course / "01-what-it-is.md").write_text(lesson, "utf-8")
    (tmp_path / "quizzes/course/post-test.yaml").write_text(quiz, "utf-8")
    lay_around(course, lesson + quiz)
    build(tmp_path, "-t", "deck", "-t", "module", cache=tmp_path / "cache")
    assert "Timed by a reflex" in (tmp_path / "site/course/slides/what-it-is.html").read_text("utf-8")
    assert "What you say" in (tmp_path / "presenter/course/slides/what-it-is.html").read_text("utf-8")
    assert "When does the wave of" in (tmp_path / "site/course/learn/quiz-post-test.html").read_text("utf-8")


def lay_around(course: Path, text: str) -> None:
    """The course and the sources that an example takes for granted."""
    (course / "course.yaml").write_text(COURSE, "utf-8")
    keys = sorted(set(re.findall(r"@([\w-]+)", text)))
    (course / "references.yaml").write_text("".join(f"{key}:\n  title: A source\n" for key in keys), "utf-8")


@pytest.mark.parametrize("name", PAGES)
def test_links_between_the_pages_arrive(name: str) -> None:
    """Every file that a page names in a link or in code is there."""
    text = PAGES[name]
    outside = re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)
    outside = re.sub(r"`[^`\n]*`", "", outside) if name.startswith("docs/") else outside
    linked = [address for address in re.findall(r"\]\(([^)#]+)", outside) if "://" not in address]
    assert [address for address in linked if not (ROOT / name).parent.joinpath(address).exists()] == []
    if name != "CHANGELOG.md":
        named = re.findall(r"`((?:builder|tests|themes|tools)/[\w./-]+)`", text)
        assert [path for path in named if not re.search(r"\bxx?\b", path) and not (ROOT / path).exists()] == []


def test_contributing_names_files_that_exist() -> None:
    """A recipe that sends you to a file that was renamed costs an hour."""
    rows = [line for line in CONTRIBUTING.splitlines() if line.startswith("| ")]
    places = re.findall(
        r"`((?:model|read|parse|render|templates|web/src|commands|builder|tests)/[\w./]+)`", "\n".join(rows)
    )
    assert len(places) > 12
    known = [path for path in places if not re.search(r"\bxx?(?:\.|/)", path)]
    assert [path for path in known if not ((ROOT / path).exists() or (ROOT / "builder" / path).exists())] == []


def test_the_numbers_of_the_readme_are_true() -> None:
    """Slides, minutes, cases, polls and items are counted again: a promise in a README ages unseen."""
    from builder.model.block import Case
    from builder.pipeline import load

    (course,) = (one for one in load(ROOT).courses if one.id == "dmer")
    (lesson,) = course.lessons
    told = " ".join(README.split())
    cases = sum(isinstance(block, Case) for slide in lesson.slides for block in slide.blocks)
    spoken = {3: "three"}
    assert f"{lesson.minutes} minutes" in told
    assert f"{spoken[cases]} cases" in told
    assert f"{spoken[len(course.quizzes['polls'].questions)]} polls" in told
    assert f"a {len(course.quizzes['post-test'].questions)}-item post-test" in told
    (slides,) = re.findall(r"(\d+) slides", told)
    assert int(slides) in (len(lesson.slides), len([one for one in lesson.slides if one.seconds != 0]))
    assert "Fourteen types of question; all work" in told if len(QUESTIONS) == 14 else False


def test_the_changelog_has_a_place_for_what_comes() -> None:
    """An `Unreleased` section on top, as *Keep a Changelog* wants it, and nothing empty."""
    heads = re.findall(r"^## (.+)$", CHANGELOG, flags=re.MULTILINE)
    assert heads[0] == "Unreleased"
    assert re.search(r"## Unreleased\n+### (Added|Changed|Fixed|Removed|Deprecated|Security)\n+- ", CHANGELOG)


def test_the_project_file_and_the_readme_agree() -> None:
    """Python's oldest version and the licence are named once in each, and the same."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert f"Python {project['requires-python'].removeprefix('>=')} or newer" in README
    assert project["license"] in README
