"""Slips of the pen, in files and on the command line: what was meant is offered."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from builder.check import findings
from builder.cli import lactern
from support.project import COURSE, Project

QUIZ = """\
title: A
draw: {exit: [{pool: core, pick: 1}]}
questions: [{id: onset, type: reflection, stem: B, pool: core}]
"""
ONE = "questions: [{id: a, type: reflection, stem: B, pool: core}]\n"
CHOICE = "options: [{text: A, correct: true}, {text: B}]"
MATRIX = """\
title: A
questions:
  - {id: a, type: matrix, stem: B, columns: [{id: dmer, text: D}, {id: o, text: O}], rows: [{text: R, column: dmre}]}
"""
WRITTEN = [
    ("slides/c/course.yaml", COURSE + "subtitel: A\n", "subtitle"),
    ("slides/c/course.yaml", COURSE + "handout: {layuots: [3]}\n", "layouts"),
    ("slides/c/course.yaml", COURSE + "handout: {layouts: [pakc]}\n", "pack"),
    ("slides/c/course.yaml", COURSE + "handout: {ink: savign}\n", "saving"),
    ("slides/c/course.yaml", COURSE.replace("understand", "understnad"), "understand"),
    ("slides/c/course.yaml", COURSE + "lessons: [lessn]\n", "lesson"),
    ("slides/c/course.yaml", COURSE + "completion: {quiz: posttest}\n", "post-test"),
    ("slides/c/course.yaml", COURSE + "completion: {evaluation: post-tset}\n", "post-test"),
    ("slides/c/references.yaml", "heise2011: {titel: A}\n", "title"),
    ("slides/c/glossary.yaml", "- {trem: A, text: B}\n", "term"),
    ("slides/c/sheets/leaf.md", "---\naudiance: parents\n---\n\n## A\n\nWords.\n", "audience"),
    ("slides/c/sheets/leaf.md", "---\nsources: [heise2012]\n---\n\n## A\n\nWords.\n", "heise2011"),
    ("slides/c/01-lesson.md", "---\nminuts: 60\n---\n\n## A\n\nWords.\n", "minutes"),
    ("slides/c/01-lesson.md", "---\nobjectives: [timng]\n---\n\n## A\n\nWords.\n", "timing"),
    ("slides/c/01-lesson.md", "## A\n\n{{< quizz post-test >}}\n", "quiz"),
    ("slides/c/01-lesson.md", "## A\n\n{{< agneda >}}\n", "agenda"),
    ("slides/c/01-lesson.md", "## A\n\n{{< quiz posttest >}}\n", "post-test"),
    ("slides/c/01-lesson.md", "## A\n\n{{< quiz post-test#onst >}}\n", "onset"),
    ("slides/c/01-lesson.md", "## A\n\n{{< quiz post-test draw=exti >}}\n", "exit"),
    ("slides/c/01-lesson.md", "## A\n\n{{< include _thanks.md >}}\n", "slides/c/_thank.md"),
    ("slides/c/01-lesson.md", "## A\n\n[@heise2012]\n", "heise2011"),
    ("slides/c/01-lesson.md", "## A {#wave}\n\n[back](#wawe)\n", "wave"),
    ("slides/c/01-lesson.md", "## A\n\n[on](02-othr.md)\n", "02-other.md"),
    ("slides/c/01-lesson.md", "## A\n\n[on](02-other.md#fra)\n", "far"),
    ("slides/c/01-lesson.md", "## A\n\n![A](img/y.svg)\n", "img/x.svg"),
    ("slides/c/01-lesson.md", "## A {when=slide}\n\nWords.\n", "slides"),
    ("slides/c/01-lesson.md", "## A {evidence=exprt}\n\nWords.\n", "expert"),
    ("slides/c/01-lesson.md", "## A {objectives=timng}\n\nWords.\n", "timing"),
    ("slides/c/01-lesson.md", "## A {tmie=90s}\n\nWords.\n", "time="),
    ("slides/c/01-lesson.md", "## A {.hiden}\n\nWords.\n", ".hidden"),
    ("slides/c/01-lesson.md", "## A\n\n::: {.callout-wraning}\nWords.\n:::\n", "callout-warning"),
    ("slides/c/01-lesson.md", "## A\n\n::: nots\nWords.\n:::\n", "notes"),
    ("quizzes/c/b.yaml", f"title: A\nmod: exam\n{ONE}", "mode"),
    ("quizzes/c/b.yaml", f"title: A\nmode: exma\n{ONE}", "exam"),
    ("quizzes/c/b.yaml", "title: A\nquestions: [{id: a, type: mulitple, stem: B}]\n", "multiple"),
    ("quizzes/c/b.yaml", f"title: A\nquestions: [{{id: a, type: single, stm: B, {CHOICE}}}]\n", "stem"),
    ("quizzes/c/b.yaml", "title: A\nquestions: [{id: a, type: poll, stem: B, options: [{corect: true}]}]\n", "correct"),
    ("quizzes/c/b.yaml", f"title: A\nask: exti\ndraw: {{exit: [{{pool: core, pick: 1}}]}}\n{ONE}", "exit"),
    ("quizzes/c/b.yaml", f"title: A\ndraw: {{exit: [{{pool: croe, pick: 1}}]}}\n{ONE}", "core"),
    ("quizzes/c/b.yaml", "title: A\nquestions: [{id: a, type: reflection, stem: B, objective: timng}]\n", "timing"),
    ("quizzes/c/b.yaml", "title: A\nquestions: [{id: a, type: reflection, stem: B, see: leson#a}]\n", "lesson"),
    ("quizzes/c/b.yaml", "title: A\npretest_of: post-tset\n", "post-test"),
    ("quizzes/c/b.yaml", MATRIX, "dmer"),
]
TYPED = [
    ("biuld", "build"),
    ("Check", "check"),
    ("--versoin", "--version"),
    ("build talkk", "talk"),
    ("build TALK", "talk"),
    ("build --target dekc", "deck"),
    ("build --taget deck", "--target"),
    ("build --layouts 3,pakc", "pack"),
    ("build --paper leter", "letter"),
    ("build --ink savign", "saving"),
    ("check slides/tlak", "slides/talk"),
    ("check slides/tlak/01-lesson.md", "slides/talk/01-lesson.md"),
    ("check slides/talk/01-leson.md", "slides/talk/01-lesson.md"),
    ("check talkk", "talk"),
    ("check lessson", "slides/talk/01-lesson.md"),
    ("check --format jsno", "json"),
    ("check --select L22O", "L22"),
    ("explain leftover-markpu", "leftover-markup"),
    ("schema qiuz", "quiz"),
    ("completion bsah", "bash"),
    ("serve talkk", "talk"),
    ("serve --lna", "--lan"),
    ("new lessn first", "lesson"),
    ("new --from empyt other", "empty"),
    ("new quiz warm-up --course tlak", "talk"),
    ("import wrods.txt", "words.txt"),
    ("import words.txt --from aikne", "aiken"),
    ("collect wrods.txt -o table.csv", "words.txt"),
]


@pytest.mark.parametrize(("file", "text", "meant"), WRITTEN, ids=range(len(WRITTEN)))
def test_written(project: Project, file: str, text: str, meant: str) -> None:
    """A key, an id, a type or a word that is nearly right is told with what it was meant to be."""
    project.lesson().lesson("## A {#far}\n\nWords.\n", "02-other.md").quiz(QUIZ).source().picture()
    project.file("slides/c/_thank.md", "Words.\n").file(file, text)
    loaded = project.load()
    found = [*loaded.diagnostics, *(one for course in loaded.courses for one in findings(course))]
    assert f"Did you mean “{meant}”?" in [one.hint for one in found if one.at.file == file]


@pytest.mark.parametrize(("typed", "meant"), TYPED)
def test_typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str, meant: str) -> None:
    """A command, an option, a name or a path that is nearly right is refused with what it was meant to be."""
    project = Project(tmp_path).file("slides/talk/course.yaml", COURSE).file("slides/talk/01-lesson.md", "## A\n")
    project.file("words.txt", "What is it?\nA. This\nB. That\nANSWER: A\n")
    monkeypatch.chdir(tmp_path)
    told = CliRunner().invoke(lactern, typed.split(), prog_name="lactern")
    assert told.exit_code == 2
    said = " ".join(told.stderr.split()).partition("id you mean ")[2]
    assert meant in said


def test_a_course_is_checked_by_its_name(tmp_path: Path) -> None:
    """As `build` takes it; its quizzes are looked at too."""
    project = Project(tmp_path).lesson().file("slides/talk/course.yaml", COURSE)
    project.file("slides/talk/01-lesson.md", "## A\n\nWords.\n").file("quizzes/talk/q.yaml", "title: A\n")
    told = CliRunner().invoke(lactern, ["-C", str(tmp_path), "check", "talk", "--format", "concise"])
    assert "quizzes/talk/q.yaml" in told.stdout
    assert "slides/c" not in told.stdout
    assert told.exit_code == 1


def test_digits_that_look_like_letters(tmp_path: Path) -> None:
    """`Q1O3` and `ql03` are read off a screen often enough; the beginning of a code lists what begins so."""
    for typed in ("Q1O3", "ql03", "q103", "no-correct-choice"):
        assert CliRunner().invoke(lactern, ["explain", typed]).stdout.startswith("Q103 no-correct-choice")
    listed = CliRunner().invoke(lactern, ["explain", "q10"]).stdout.splitlines()
    assert len(listed) > 3
    assert all(line.startswith("Q10") for line in listed)
