"""What a new project brings for editors: settings that lead to its own schemas, and snippets that are right."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from builder.read.schemas import QUESTIONS
from builder.scaffold import editor_files, quiz_head
from support.project import Project

FILES = editor_files({"course": {}, "glossary": {}, "quiz": {}, "references": {}, "theme": {}})
SNIPPETS: dict[str, dict[str, Any]] = json.loads(FILES[".vscode/lactern.code-snippets"])
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><path d="M0 0h4v3z"/></svg>\n'
QUESTION = {name: one for name, one in SNIPPETS.items() if any("    type: " in line for line in one["body"])}
SETTING = ("Objective", "Helpline")


def typed(body: list[str]) -> str:
    """A snippet with every place left as it is offered, the first of each choice."""
    text = "\n".join(body)
    text = re.sub(r"\$\{\d+\|([^,|]*)[^|]*\|\}", r"\1", text)
    return re.sub(r"\$\{\d+:([^}]*)\}", r"\1", text).replace("$0", "")


def faults(project: Project) -> list[str]:
    return [str(one) for one in project.load().diagnostics if one.rule.severity == "error"]


def test_settings_lead_to_schemas_that_are_there() -> None:
    """For each kind of YAML file; long lines wrap, and no ruler stands in them."""
    settings = json.loads(FILES[".vscode/settings.json"])
    assert {path.removeprefix("./") for path in settings["yaml.schemas"]} == {p for p in FILES if p.startswith(".sch")}
    assert settings["[markdown]"]["editor.wordWrap"] == "on"
    assert settings["[markdown]"]["editor.rulers"] == []
    assert json.loads(FILES[".vscode/extensions.json"])["recommendations"] == ["redhat.vscode-yaml"]


def test_there_is_a_snippet_for_all_that_is_written() -> None:
    """Each type of question by its name, and the blocks of a lesson; no two answer to the same letters."""
    prefixes = [(one["scope"], one["prefix"]) for one in SNIPPETS.values()]
    assert len(prefixes) == len(set(prefixes))
    blocks = ("slide", "notes", "prose", "columns", "callout", "case", "figure", "quiz", "example", "source")
    assert {("markdown", block) for block in blocks} <= set(prefixes)
    bodies = ["\n".join(one["body"]) for one in QUESTION.values()]
    assert {kind for body in bodies for kind in re.findall(r"(?m)^    type: (\w+)", body)} == set(QUESTIONS)


@pytest.mark.parametrize("name", [name for name, one in SNIPPETS.items() if one["scope"] == "markdown"])
def test_a_snippet_for_lessons_is_right(name: str, tmp_path: Path) -> None:
    """Put into a lesson as it comes, it is no fault, and it says something."""
    text = typed(SNIPPETS[name]["body"])
    project = Project(tmp_path).lesson(f"# Part {{time=5m}}\n\n## First {{#first}}\n\nWords.\n\n{text}\n")
    project.file("slides/c/img/picture.svg", PICTURE)
    quiz = "title: T\nmode: practice\nquestions:\n"
    quiz += "  - {id: first, type: single, stem: Which?, options: [{text: A, correct: true}, {text: B}]}\n"
    quiz += "  - {id: how-often, type: poll, stem: How often?, options: [{text: A}, {text: B}]}\n"
    project.file("quizzes/c/post-test.yaml", quiz)
    assert faults(project) == []


@pytest.mark.parametrize("name", list(QUESTION))
def test_a_snippet_for_quizzes_is_right(name: str, tmp_path: Path) -> None:
    """Put under `questions:` as it comes, it is a question without a fault."""
    project = Project(tmp_path).lesson().file("slides/c/img/picture.svg", PICTURE)
    mode = "survey" if name in ("Scale", "Poll") else "practice"
    text = f"{quiz_head()}title: T\nmode: {mode}\nquestions:\n{typed(QUESTION[name]['body'])}\n"
    project.file("quizzes/c/t.yaml", text)
    assert faults(project) == []
    (course,) = project.load().courses
    assert len(course.quizzes["t"].questions) == 1


def test_snippets_for_course_settings_are_right(tmp_path: Path) -> None:
    """An objective and a helpline."""
    objective, helpline = (typed(SNIPPETS[name]["body"]) for name in SETTING)
    settings = f"title: T\nlanguage: en\nobjectives:\n{objective}\nhelp:\n  emergency: here\n  lines:\n{helpline}\n"
    project = Project(tmp_path, settings).lesson()
    assert faults(project) == []
    assert project.load().courses[0].objectives[0].id == "describe"


def test_every_snippet_is_tried() -> None:
    """None slips through between the tests above."""
    lessons = [name for name, one in SNIPPETS.items() if one["scope"] == "markdown"]
    assert sorted([*lessons, *QUESTION, *SETTING]) == sorted(SNIPPETS)
