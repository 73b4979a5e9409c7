"""`ignore:` with a reason: what it silences, where, and when it is a fault itself."""

import pytest

from builder.check.ignored import RULES, hushed, must_stay
from builder.model.diagnostic import Diagnostic, Ignore, Rule
from builder.model.place import Place
from builder.pipeline import judge
from support.project import COURSE, Project

NINE = "## A\n\n" + "".join(f"- point {n}\n" for n in range(9))
IGNORED = "---\nignore: {L221: the list is read aloud}\n---\n\n"


def codes(project: Project) -> list[str]:
    """Files and codes of what is found about lists and `ignore:`."""
    wanted = {"L221", "Q110", "L121", "L231", *(rule.code for rule in RULES)}
    return [
        f"{d.at.file.rpartition('/')[2]} {d.rule.code}"
        for d in judge(project.root).diagnostics
        if d.rule.code in wanted
    ]


def test_a_reason_in_course_yaml_is_for_all_lessons(project: Project) -> None:
    """Both lessons are silent, and nothing is said of the `ignore:`."""
    project.file("slides/c/course.yaml", f"{COURSE}ignore: {{L221: lists are read aloud}}\n")
    assert codes(project.lesson(NINE).lesson(NINE, "02-more.md")) == []


def test_a_reason_in_a_lesson_is_for_that_lesson(project: Project) -> None:
    """The other lesson still has its finding."""
    assert codes(project.lesson(IGNORED + NINE).lesson(NINE, "02-more.md")) == ["02-more.md L221"]


def test_a_reason_in_a_quiz_is_for_that_quiz(project: Project) -> None:
    """A quiz has an `ignore:` of its own."""
    questions = "questions:\n  - {id: a, objective: timing, type: true_false, stem: So?, answer: true}\n"
    project.lesson().quiz(f"title: T\nignore: {{Q110: it is talked over}}\n{questions}")
    assert codes(project) == []


def test_a_reason_in_a_sheet_is_for_that_sheet(project: Project) -> None:
    """So has a sheet."""
    front = "---\naudience: parents\npaper-size: 11pt\nignore: {L231: a pocket card}\n---\n\nWords.\n"
    assert codes(project.lesson().file("slides/c/sheets/card.md", front)) == []


def test_what_reading_notices_can_be_ignored_too(project: Project) -> None:
    """A warning of the parser is a finding like any other."""
    project.file("slides/c/film.mp4", b"film")
    film = "---\nignore: {L121: nobody speaks in it}\n---\n\n## A\n\n{{< video film.mp4 >}}\n"
    assert codes(project.lesson(film)) == []
    assert codes(project.lesson(film.replace("L121", "L12"))) == ["01-lesson.md C292", "01-lesson.md L121"]


@pytest.mark.parametrize(
    ("code", "severity", "stays"),
    [
        ("C201", "error", True), ("L114", "error", True), ("F911", "error", True), ("S101", "error", True),
        ("L121", "warning", False), ("Q103", "error", False), ("F207", "warning", False), ("C241", "error", False),
    ],
)  # fmt: skip
def test_what_no_reason_silences(code: str, severity: str, stays: bool) -> None:
    """Urgent help, and errors with which no page can be made or shown."""
    assert must_stay(Rule(code, "x", severity, "", "", "")) is stays  # type: ignore[arg-type]


def test_what_formats_find_is_hushed_in_its_own_course_and_file(project: Project) -> None:
    """A reason in a lesson is for that lesson, and one course's reasons are not another's."""
    course = project.lesson(IGNORED.replace("L221", "F207")).course()
    rule = Rule("F207", "x", "warning", "", "", "")
    made = [
        Diagnostic(rule, Place(f"slides/{file}", 9), "said") for file in ("c/01-lesson.md", "c/02-more.md", "d/x.md")
    ]
    assert [d.at.file for d in hushed([course], made)] == ["slides/c/02-more.md", "slides/d/x.md"]
    whole = course._replace(lessons=(), ignore=(Ignore("F207", "a pocket card", course.at),))
    assert [d.at.file for d in hushed([whole], made)] == ["slides/d/x.md"]
    error = [made[0]._replace(rule=rule._replace(severity="error"))]
    assert list(hushed([course], error)) == error


def test_a_code_in_small_letters_is_offered_in_capitals(project: Project) -> None:
    """A slip of the hand gets “did you mean”."""
    project.lesson(IGNORED.replace("L221", "l221") + NINE)
    told = next(d for d in judge(project.root).diagnostics if d.rule.code == "C292")
    assert (told.at.line, told.at.column, told.hint) == (2, 10, "Did you mean “L221”?")
