"""Objectives: taught somewhere, asked about somewhere, and worded so that it can be told whether they are met."""

import re
from collections.abc import Iterator

from builder.check.rule import Finding, rule
from builder.check.walk import questions, quizzes, slides
from builder.model.course import Course

VAGUE = re.compile(
    r"^(?:to )?(?:be able to )?(?:(?:fully|better|really|deeply) )?"
    r"(know|understand|learn|appreciate|grasp|realise|realize|comprehend|believe|enjoy|be aware|be familiar|become "
    r"(?:aware|familiar)|familiari[sz]e|have (?:an? )?(?:\w+ )?(?:knowledge|understanding|awareness))\b",
    re.IGNORECASE,
)


@rule("C220", "no-objectives", "warning")
def none(course: Course) -> Iterator[Finding]:
    """A course without objectives.

    Why: learners cannot tell what it will give them, questions cannot be matched to it, and no body gives credit.
    Instead: add two to five `objectives:` to course.yaml, each beginning with what the learner will be able to do.
    """
    if not course.objectives and course.lessons:
        yield course.at, f"“{course.title}” has no objectives"


@rule("C221", "unmeasurable-verb", "warning")
def unmeasurable(course: Course) -> Iterator[Finding]:
    """An objective whose verb nobody can observe.

    Why: whether someone understands or appreciates cannot be seen; whether they describe, choose or demonstrate can.
    Bodies that award credit ask for measurable verbs.
    Instead: say what the learner will do: describe, differentiate, select, demonstrate, appraise.
    """
    for objective in course.objectives:
        if vague := VAGUE.match(objective.text.strip()):
            yield objective.at, f"“{vague[1].lower()}” in objective “{objective.id}” cannot be observed"


@rule("C222", "objective-not-taught", "warning")
def not_taught(course: Course) -> Iterator[Finding]:
    """An objective that no lesson, section or slide serves.

    Why: it is promised on the title page and in the application for credit, and nothing delivers it.
    Instead: name it in `objectives=` of the slides that teach it, or remove it.
    """
    taught = {o for lesson in course.lessons for o in lesson.objectives}
    taught |= {o for lesson in course.lessons for section in lesson.sections for o in section.objectives}
    taught |= {o for _, slide in slides(course) for o in slide.objectives}
    for objective in course.objectives:
        if objective.id not in taught:
            yield objective.at, f"no lesson, section or slide serves the objective “{objective.id}”"


@rule("C223", "objective-not-asked", "warning")
def not_asked(course: Course) -> Iterator[Finding]:
    """An objective that no question tests.

    Why: the pass mark then says nothing about it, and learners find out last that they missed it.
    Instead: give a question of a quiz `objective:` with this id, or write one.
    """
    tests = [quiz for quiz in quizzes(course) if quiz.mode != "survey"]
    asked = {question.objective for quiz in tests for question in questions(quiz)}
    for objective in course.objectives if tests else ():
        if objective.id not in asked:
            yield objective.at, f"no question tests the objective “{objective.id}”"


@rule("Q120", "question-without-objective", "warning")
def without(course: Course) -> Iterator[Finding]:
    """A question of a test that counts serves no objective.

    Why: such a question tests what was never promised, and cannot be reported to the credit body.
    Instead: add `objective:` to the question; a part of a case may leave it to the case.
    """
    for quiz in course.quizzes.values():
        if quiz.mode == "exam" and course.objectives:
            for question in quiz.questions:
                if not question.objective:
                    yield question.at, f"the question “{question.id}” serves no objective"
