"""What gives the right answer away to those who know nothing: length, place, and turns of phrase."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from builder.check.phrases import ABOVE, NEGATIVE
from builder.check.rule import Finding, rule
from builder.check.walk import options, questions, quizzes, speaks, where
from builder.model.course import Course
from builder.model.place import Place
from builder.model.quiz import MultipleChoice, Option, Question, Quiz, SingleChoice

ENOUGH = 6


@rule("Q131", "longest-option-is-right", "warning")
def longest_is_right(course: Course) -> Iterator[Finding]:
    """Whoever always takes the longest option passes, or nearly.

    Why: writers make the right answer careful and the wrong ones short, and practised test-takers know it.
    Instead: make some wrong options as long and as careful as the right one.

    Example:
        before: - {text: "Just before, or as, milk lets down, and gone in minutes", correct: true}
                - {text: All day}
        after:  - {text: Just before or as milk lets down, correct: true}
                - {text: "On waking, and for most of the day"}
    """
    for quiz in _tests(course):
        asked = [q for q in _singles(quiz) if len({len(o.text.text) for o in options(q)}) > 1]
        longest = [q for q in asked if max(options(q), key=lambda o: len(o.text.text)).correct]
        if len(asked) >= ENOUGH and len(longest) * 100 > len(asked) * 60:
            yield (
                longest[0].at,
                f"in {len(longest)} of {len(asked)} questions of “{quiz.title}” the longest option is right",
            )


@rule("Q132", "right-answers-in-one-place", "warning")
def one_place(course: Course) -> Iterator[Finding]:
    """The right option nearly always stands in the same place.

    Why: after three questions learners stop reading the others.
    Instead: write `shuffle: {options: true}`, or spread the right ones by hand.

    Example:
        before: shuffle: {options: false}
        after:  shuffle: {options: true}
    """
    for quiz in _tests(course):
        asked = list(_singles(quiz))
        if quiz.shuffle_options or len(asked) < ENOUGH:
            continue
        places = Counter(next(n for n, o in enumerate(options(q), 1) if o.correct) for q in asked)
        place, number = places.most_common(1)[0]
        if number * 100 > len(asked) * 60:
            yield (
                where(quiz, "shuffle"),
                f"in {number} of {len(asked)} questions of “{quiz.title}” option {place} is right",
            )


@rule("Q133", "all-of-the-above", "warning")
def points_above(course: Course) -> Iterator[Finding]:
    """An option that points at the other options.

    Why: knowing two right ones, or one wrong one, is enough to decide; and after shuffling “above” is wrong. Known are
    the wordings of the six languages of lactern.
    Instead: make it a `multiple` question, or replace the option. A last option `None of these` with `fixed: true`
    is fine where it can be the right answer.

    Example:
        before: - {text: All of the above, correct: true}
        after:  type: multiple
                stem: Which fit? Choose all that apply.
    """
    above = re.compile(_of(course, ABOVE), re.IGNORECASE)
    for quiz in quizzes(course):
        for question in questions(quiz):
            for option in options(question):
                if above.search(option.text.text.strip()):
                    yield (
                        _at(option, question),
                        f"“{option.text.text.strip()}” in “{question.id}” points at other options",
                    )


@rule("Q134", "negative-question", "advice")
def negative(course: Course) -> Iterator[Finding]:
    """A question that asks which option is not right.

    Why: people who know the answer miss the “not”, most of all those who read in their second language. Known are
    the wordings of the six languages of lactern.
    Instead: ask which option is right, or make it a row of true and false.

    Example:
        before: stem: Which of these is NOT a sign of D-MER?
        after:  stem: Which of these points to something other than D-MER?
    """
    negated = re.compile(_of(course, NEGATIVE))
    for quiz in _tests(course):
        for question in questions(quiz):
            if isinstance(question.form, SingleChoice | MultipleChoice) and negated.search(question.stem.text.strip()):
                yield (
                    question.stem.at if question.stem.at.file else question.at,
                    f"“{question.id}” asks for what is not so",
                )


@rule("Q135", "number-of-answers-not-told", "advice")
def number_told(course: Course) -> Iterator[Finding]:
    """A question with several right answers that does not say how many to choose.

    Why: learners then guess what kind of question it is, and that is not what the test is about. Only English
    courses are looked at.
    Instead: add `choose:` with the number, or write “Choose all that apply” in the stem.

    Example:
        before: stem: What fits D-MER?
        after:  stem: Which two fit D-MER?
                choose: 2
    """
    for quiz in _tests(course) if speaks(course, "en") else ():
        for question in questions(quiz):
            form = question.form
            if isinstance(form, MultipleChoice) and form.choose is None and not SAID.search(question.stem.text):
                yield question.at, f"“{question.id}” does not say how many answers to choose"


SAID = re.compile(r"\b(?:all|any|each|every|one or more|two|three|four|five|\d+)\b", re.IGNORECASE)


def _of(course: Course, words: Mapping[str, str]) -> str:
    """The pattern for the course's language; one that finds nothing where there is none."""
    return words.get(course.language.split("-")[0], "(?!)")


def _tests(course: Course) -> Iterator[Quiz]:
    return (quiz for quiz in quizzes(course) if quiz.mode != "survey")


def _singles(quiz: Quiz) -> Iterator[Question]:
    """Choice questions with one right option."""
    for question in questions(quiz):
        if isinstance(question.form, SingleChoice) and any(option.correct for option in question.form.options):
            yield question


def _at(option: Option, question: Question) -> Place:
    return option.at if option.at.file else question.at
