"""Rules of a quiz that are written down and never heard: each promises a learner something that will not happen."""

from collections.abc import Iterator

from builder.check.rule import Finding, rule
from builder.check.walk import questions, quizzes, where
from builder.model.course import Course
from builder.model.quiz import CaseStudy, Poll, Question, Quiz, Reflection, Scale


@rule("Q111", "rule-not-heard", "warning")
def not_heard(course: Course) -> Iterator[Finding]:
    """A rule of a quiz that has no effect beside its other rules.

    Why: the author believes that there is a time limit, or that answers stay hidden, and there is none.
    Instead: take the rule out, or change `mode:` or `feedback:` so that it is heard.

    Example:
        before: mode: practice
                time_limit: 20
        after:  mode: exam
                time_limit: 20
    """
    for quiz in quizzes(course):
        for key, what in _silent(quiz):
            yield where(quiz, key), f"in “{quiz.title}”, `{key}{what}"


@rule("Q113", "must-pass-without-key", "error")
def must_pass_without_key(course: Course) -> Iterator[Finding]:
    """A question that must be right, in which nothing is right or wrong.

    Why: the author believes that nobody passes without knowing this, and anything that is written there will do.
    Instead: ask it as a question with a key, or take `must_pass:` out.

    Example:
        before: - {id: danger, type: reflection, stem: When do you send for help?, must_pass: true}
        after:  - {id: danger, type: single, stem: When do you send for help?, must_pass: true, options: […]}
    """
    for quiz in quizzes(course):
        for question in questions(quiz):
            if question.must_pass and not _has_key(question):
                yield question.at, f"“{question.id}” must be passed, and nothing in it is right or wrong"


def _has_key(question: Question) -> bool:
    form = question.form
    if isinstance(form, CaseStudy):
        return any(_has_key(part) for part in form.parts)
    return not isinstance(form, Reflection | Scale | Poll)


def _silent(quiz: Quiz) -> Iterator[tuple[str, str]]:
    handed_in = quiz.mode == "exam" or quiz.feedback != "immediate"
    if quiz.time_limit and (quiz.mode == "survey" or not handed_in):
        yield "time_limit", "` is not heard: a clock runs only where answers are handed in (mode: exam)"
    if quiz.certainty != "off" and quiz.mode == "survey":
        yield "certainty", "` is not heard: a survey has no right answers to be sure of"
    if quiz.feedback == "never" and quiz.retry == "missed" and quiz.attempts != 1 and quiz.mode != "survey":
        yield (
            "retry",
            ": missed` would tell which answers were right, which `feedback: never` hides: all are asked again",
        )
