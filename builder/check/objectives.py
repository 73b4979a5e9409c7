"""Objectives: taught somewhere, asked about somewhere, and worded so that it can be told whether they are met."""

from collections.abc import Iterator

from builder.check.rule import Finding, rule
from builder.check.verbs import two_measurable, vague
from builder.check.walk import questions, quizzes, slides, speaks, where
from builder.model.course import Course


@rule("C220", "no-objectives", "warning")
def none(course: Course) -> Iterator[Finding]:
    """A course without objectives.

    Why: learners cannot tell what it will give them, questions cannot be matched to it, and no body gives credit.
    Instead: add two to five `objectives:` to course.yaml, each beginning with what the learner will be able to do.

    Example:
        before: no `objectives:`
        after:  objectives:
                  - {id: timing, bloom: understand, text: Describe when D-MER begins and ends.}
    """
    if not course.objectives and course.lessons:
        yield where(course, "objectives"), f"“{course.title}” has no objectives"


@rule("C221", "unmeasurable-verb", "warning")
def unmeasurable(course: Course) -> Iterator[Finding]:
    """An objective whose verb nobody can observe.

    Why: whether someone understands or appreciates cannot be seen; whether they describe, choose or demonstrate can.
    Bodies that award credit ask for measurable verbs. Known are those of English, French, Spanish, German, Arabic and
    Hebrew.
    Instead: say what the learner will do: describe, differentiate, select, demonstrate, appraise.

    Example:
        before: text: Understand the timing of D-MER.
        after:  text: Describe the timing of D-MER.
    """
    verbs = vague(course.language.split("-")[0])
    for number, objective in enumerate(course.objectives):
        if found := verbs and verbs.search(objective.text.strip()):
            said = f"“{found['verb'].lower()}” in objective “{objective.id}” cannot be observed"
            yield where(course, f"objectives.{number}.text"), said, "", found["verb"]


@rule("C224", "two-verbs-in-an-objective", "advice")
def two_verbs(course: Course) -> Iterator[Finding]:
    """An objective that promises two things at once.

    Why: a learner may do one and not the other, and no question can say which; results are told by objective. Only
    English objectives are looked at.
    Instead: make two objectives of it, or keep the one that you are going to test.

    Example:
        before: text: Recognise D-MER and refer the parent.
        after:  text: Recognise D-MER from the timing of the low mood.
                text: Select the urgency of a referral.
    """
    for number, objective in enumerate(course.objectives if speaks(course, "en") else ()):
        if two := two_measurable().match(objective.text.strip()):
            said = f"objective “{objective.id}” asks to {two[1].lower()} and to {two[2].lower()}"
            yield where(course, f"objectives.{number}.text"), said


@rule("C222", "objective-not-taught", "warning")
def not_taught(course: Course) -> Iterator[Finding]:
    """An objective that no lesson, section or slide serves.

    Why: it is promised on the title page and in the application for credit, and nothing delivers it.
    Instead: name it in `objectives=` of the slides that teach it, or remove it.

    Example:
        before: ## When it begins
        after:  ## When it begins {objectives="timing"}
    """
    taught = {o for lesson in course.lessons for o in lesson.objectives}
    taught |= {o for lesson in course.lessons for section in lesson.sections for o in section.objectives}
    taught |= {o for _, slide in slides(course) for o in slide.objectives}
    for number, objective in enumerate(course.objectives):
        if objective.id not in taught:
            yield (
                where(course, f"objectives.{number}.id"),
                f"no lesson, section or slide serves the objective “{objective.id}”",
            )


@rule("C223", "objective-not-asked", "warning")
def not_asked(course: Course) -> Iterator[Finding]:
    """An objective that no question tests.

    Why: the pass mark then says nothing about it, and learners find out last that they missed it.
    Instead: give a question of a quiz `objective:` with this id, or write one.

    Example:
        before: - {id: onset, type: single, stem: When does it begin?, options: […]}
        after:  - {id: onset, objective: timing, type: single, stem: When does it begin?, options: […]}
    """
    tests = [quiz for quiz in quizzes(course) if quiz.mode != "survey"]
    asked = {question.objective for quiz in tests for question in questions(quiz)}
    for number, objective in enumerate(course.objectives if tests else ()):
        if objective.id not in asked:
            yield where(course, f"objectives.{number}.id"), f"no question tests the objective “{objective.id}”"


@rule("Q120", "question-without-objective", "warning")
def without(course: Course) -> Iterator[Finding]:
    """A question of a test that counts serves no objective.

    Why: such a question tests what was never promised, and cannot be reported to the credit body.
    Instead: add `objective:` to the question; a part of a case may leave it to the case.

    Example:
        before: - {id: onset, type: single, stem: When does it begin?, options: […]}
        after:  - {id: onset, objective: timing, type: single, stem: When does it begin?, options: […]}
    """
    for quiz in course.quizzes.values():
        if quiz.mode == "exam" and course.objectives:
            for question in quiz.questions:
                if not question.objective:
                    yield question.at, f"the question “{question.id}” serves no objective"
