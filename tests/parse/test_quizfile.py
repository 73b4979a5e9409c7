"""A quiz file's rules: what a pre-test takes from its bank, and which draw a quiz asks."""

import pytest

from builder.model.quiz import Quiz
from support.project import Project

BANK = """\
title: Post-test
mode: exam
pass: 80%
questions:
  - {id: a, type: reflection, pool: core, stem: A}
  - {id: b, type: reflection, pool: core, stem: B}
"""
SURVEY = "title: E\nmode: survey\nquestions: [{id: x, type: scale, from: 1, to: 5, stem: X}]\n"


def quizzes(project: Project, before: str) -> dict[str, Quiz]:
    project.lesson().quiz(BANK).quiz(before, "pre-test.yaml").quiz(SURVEY, "evaluation.yaml")
    return dict(project.course().quizzes)


def test_a_pre_test_asks_the_same_questions_and_counts_for_nothing(project: Project) -> None:
    """Whatever it says of marks, it is handed in once and tells nothing."""
    made = quizzes(project, "title: Before\npretest_of: post-test\nmode: practice\npass: 50%\nretry: all\n")
    before = made["pre-test"]
    assert project.found() == []
    assert before.questions == made["post-test"].questions
    assert (before.mode, before.feedback, before.retry, before.attempts) == ("exam", "never", "none", 1)
    assert (before.pass_mark, before.bank, before.seed) == (0, "post-test", "pre-test")


def test_a_pre_test_may_draw_from_its_bank(project: Project) -> None:
    """`draw` and `ask` mean the bank's pools."""
    rules = "title: Before\npretest_of: post-test\ndraw: {one: [{pool: core, pick: 1}]}\nask: one\n"
    assert quizzes(project, rules)["pre-test"].ask == "one"
    assert project.found() == []


@pytest.mark.parametrize(
    ("before", "code", "said"),
    [
        ("title: B\npretest_of: posttest\n", "L113", "there is no quiz “posttest” to be the pre-test of"),
        ("title: B\npretest_of: evaluation\n", "L113", "is a survey"),
        ("title: B\npretest_of: pre-test\n", "L113", "is a pre-test itself"),
        (f"{BANK}pretest_of: post-test\n", "Q101", "a pre-test has no questions of its own"),
        ("title: B\npretest_of: post-test\nask: two\n", "L113", "this quiz has no draw “two”"),
        ("title: B\n", "S106", "“questions” is missing here"),
    ],
)
def test_what_does_not_fit_is_said_where_it_stands(project: Project, before: str, code: str, said: str) -> None:
    """Each fault has the quiz's file, a line, and its own words."""
    quizzes(project, before)
    found = [d for d in project.load().diagnostics if d.rule.code == code]
    assert len(found) == 1
    assert said in found[0].message
    assert found[0].at.file == "quizzes/c/pre-test.yaml"
    assert found[0].at.line > 0


def test_a_name_that_is_nearly_right_is_offered(project: Project) -> None:
    """As everywhere."""
    quizzes(project, "title: B\npretest_of: post-tset\n")
    (finding,) = project.load().diagnostics
    assert "post-test" in finding.hint
