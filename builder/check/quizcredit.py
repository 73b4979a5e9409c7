"""Credit for single options, which goes before a question's rule of marking."""

from collections.abc import Iterator

from builder.check.rule import Finding, rule
from builder.check.walk import questions, quizzes
from builder.model.course import Course
from builder.model.quiz import MultipleChoice, Option, Question, SingleChoice


@rule("Q112", "credit-without-penalty", "warning")
def without_penalty(course: Course) -> Iterator[Finding]:
    """Credit that is had in full without knowing: by ticking every option, or by a wrong one.

    Why: whoever ticks everything gains as much as who knows.
    Instead: give wrong options a credit below zero, which is taken away, or none: then lactern takes away as much as
    the right ones give. A wrong option of a `single` question is worth less than 100 %.

    Example:
        before: options: [{text: It is brief, correct: true}, {text: It lasts all day, credit: 0}]
        after:  options: [{text: It is brief, correct: true}, {text: It lasts all day, credit: -100}]
    """
    for quiz in quizzes(course):
        for question in questions(quiz) if quiz.mode != "survey" else ():
            fault = _gained_blindly(question)
            if fault:
                yield question.at, fault


@rule("Q114", "credit-does-not-add-up", "warning")
def not_whole(course: Course) -> Iterator[Finding]:
    """Right options whose credits do not come to 100 %.

    Why: all right options together are full marks, so what is given for some of them promises too much or too little.
    Instead: share 100 % out among the right options, or give them no credit: then each counts the same.

    Example:
        before: options: [{text: It is brief, correct: true, credit: 30}, {text: It lifts, correct: true, credit: 30}]
        after:  options: [{text: It is brief, correct: true, credit: 50}, {text: It lifts, correct: true, credit: 50}]
    """
    for quiz in quizzes(course):
        for question in questions(quiz) if quiz.mode != "survey" else ():
            form = question.form
            keys = [option for option in form.options if option.correct] if isinstance(form, MultipleChoice) else []
            if any(key.credit is not None for key in keys):
                whole = sum(_worth(key, len(keys), len(keys)) for key in keys)
                if abs(whole - 100) > 1:
                    yield question.at, f"the right options of “{question.id}” come to {whole:g} % of the points"


def _gained_blindly(question: Question) -> str:
    match question.form:
        case MultipleChoice(options) if any(o.credit is not None for o in options) and any(o.correct for o in options):
            keys = sum(option.correct for option in options)
            if keys < len(options) and sum(_worth(option, keys, len(options)) for option in options) >= 99:
                return f"ticking every option of “{question.id}” gains its full credit"
        case SingleChoice(options):
            full = [option.id for option in options if not option.correct and (option.credit or 0) >= 100]
            if full and any(option.correct for option in options):
                return f"the wrong option “{full[0]}” of “{question.id}” gains full credit"
        case _:
            pass
    return ""


def _worth(option: Option, keys: int, of: int) -> float:
    """What a tick is worth, in per cent of the points; the twin of `creditOf` in web/src/grade.js."""
    if option.credit is not None:
        return float(option.credit)
    return 100 / keys if option.correct else -100 / (of - keys)
