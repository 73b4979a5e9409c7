"""Quizzes that can be passed, and only by knowing."""

from collections.abc import Iterator

from builder.check.rule import Finding, rule
from builder.check.walk import everywhere, meant, options, questions, quizzes, where
from builder.model.block import QuizSlot
from builder.model.course import Course
from builder.model.quiz import (
    CaseStudy,
    Cloze,
    Hotspot,
    Matching,
    Matrix,
    MultipleChoice,
    Numeric,
    Ordering,
    Poll,
    Question,
    Quiz,
    Reflection,
    Scale,
    ShortText,
    SingleChoice,
    TrueFalse,
)

NO_KEY = (Reflection, CaseStudy, Scale, Poll)
"""Forms in which no answer is wrong; a case's parts are looked at by themselves."""


@rule("Q102", "too-few-options", "error")
def too_few(course: Course) -> Iterator[Finding]:
    """A question with nothing to choose between, to match or to put in order.

    Why: with one option there is no question.
    Instead: add a second option that somebody could take for the right one.

    Example:
        before: options: [{text: At let-down, correct: true}]
        after:  options: [{text: At let-down, correct: true}, {text: On waking}]
    """
    for question in _questions(course):
        form = question.form
        match form:
            case SingleChoice() | MultipleChoice() | Poll():
                number, what = len(form.options), "option"
            case Matching():
                number, what = len(form.pairs), "pair"
            case Ordering():
                number, what = len(form.items), "item"
            case Hotspot():
                number, what = len(form.regions), "region"
            case _:
                continue
        if number < 2:
            yield question.at, f"the question “{question.id}” has {number or 'no'} {what}{'' if number == 1 else 's'}"


@rule("Q103", "no-correct-choice", "error")
def no_correct_choice(course: Course) -> Iterator[Finding]:
    """A question where no answer is right.

    Why: the learner can't pass, and the answer page on paper is empty.
    Instead: add `correct: true` to at least one option; for `short`, list what to `accept:`.

    Example:
        before: options: [{text: At let-down}, {text: On waking}]
        after:  options: [{text: At let-down, correct: true}, {text: On waking}]
    """
    for quiz in _scored(course):
        for question in questions(quiz):
            form = question.form
            match form:
                case SingleChoice() | MultipleChoice():
                    right = any(option.correct or option.credit for option in form.options)
                case Hotspot():
                    right = any(region.correct for region in form.regions)
                case ShortText():
                    right = bool(form.accept or form.pattern)
                case Cloze():
                    right = bool(form.gaps) and all(
                        g.accept and (not g.menu or {*g.accept} & {*g.menu}) for g in form.gaps
                    )
                case Numeric():
                    right = form.value.is_finite() and form.tolerance >= 0
                case _:
                    right = True
            if not right:
                yield question.at, f"the question “{question.id}” has no right answer"


@rule("Q104", "every-choice-correct", "warning")
def every_choice_correct(course: Course) -> Iterator[Finding]:
    """A question where every option is right.

    Why: whoever ticks everything scores in full without reading.
    Instead: add an option that is wrong and tempting, or make it a `poll` or a `reflection`.

    Example:
        before: options: [{text: It is brief, correct: true}, {text: It lifts, correct: true}]
        after:  options: [{text: It is brief, correct: true}, {text: It lifts, correct: true}, {text: It lasts all day}]
    """
    for quiz in _scored(course):
        for question in questions(quiz):
            chosen = options(question)
            if len(chosen) > 1 and all(option.correct for option in chosen) and not isinstance(question.form, Poll):
                yield question.at, f"all {len(chosen)} options of “{question.id}” are right"


@rule("Q105", "same-option-twice", "error")
def same_option(course: Course) -> Iterator[Finding]:
    """Two options with the same words; or two things to put in order, to match, to rate or to find on a picture.

    Why: the learner cannot know which of the two counts as right.
    Instead: change or remove one of them.

    Example:
        before: options: [{text: At let-down, correct: true}, {text: at let-down}]
        after:  options: [{text: At let-down, correct: true}, {text: Between feeds}]
    """
    for question in _questions(course):
        seen: dict[str, str] = {}
        for option in options(question):
            words = _folded(option.text.text)
            if words and words in seen:
                at = option.at if option.at.file else question.at
                yield at, f"the options “{seen[words]}” and “{option.id}” of “{question.id}” say the same"
            seen.setdefault(words, option.id)
        for what, things in _named(question):
            told: set[str] = set()
            for text in things:
                words = _folded(text)
                if words and words in told:
                    yield question.at, f"two {what} of “{question.id}” say “{text}”"
                told.add(words)


@rule("Q106", "pass-mark-out-of-reach", "error")
def out_of_reach(course: Course) -> Iterator[Finding]:
    """A pass mark that nobody can reach.

    Why: no learner could complete the course.
    Instead: keep `pass:` at or below 100 %, and give the quiz questions that are scored.

    Example:
        before: mode: survey
                pass: 80%
        after:  mode: exam
                pass: 80%
    """
    for quiz in quizzes(course):
        mark = max(quiz.pass_mark, course.completion.pass_mark if quiz.id == course.completion.quiz else 0)
        scored = [q for q in quiz.questions if not isinstance(q.form, Reflection | Scale | Poll) and q.points > 0]
        if mark > 100:
            yield where(quiz, "pass"), f"the pass mark of “{quiz.title}” is {mark} %"
        elif mark and (quiz.mode == "survey" or not scored):
            yield where(quiz, "pass"), f"“{quiz.title}” has the pass mark {mark} %, and nothing in it is scored"


@rule("Q107", "draw-exceeds-pool", "error")
def draw_exceeds(course: Course) -> Iterator[Finding]:
    """More questions are to be drawn from a pool than it holds.

    Why: the quiz would be shorter than planned, and its pass mark would mean something else.
    Instead: lower `pick:`, or write more questions for the pool.

    Example:
        before: draw: {exit: [{pool: core, pick: 9}]}      # the pool holds six
        after:  draw: {exit: [{pool: core, pick: 5}]}
    """
    for quiz in course.quizzes.values():
        for draw in quiz.draws.values():
            for pool, pick in draw.picks:
                there = sum(question.pool == pool for question in quiz.questions)
                if pick > there:
                    yield (
                        where(quiz, f"draw.{draw.name}"),
                        f"the draw “{draw.name}” picks {pick} from the pool “{pool}”, which has {there}",
                        "" if there else meant(pool, [question.pool for question in quiz.questions]),
                    )


@rule("Q108", "must-pass-never-drawn", "warning")
def never_drawn(course: Course) -> Iterator[Finding]:
    """A question that must be right whatever the total is never, or not always, asked.

    Why: somebody passes without having been asked about safety.
    Instead: put such questions into a pool of their own and draw all of it, or use the quiz as a whole.

    Example:
        before: - {id: danger, pool: core, must_pass: true, …}      # one of six in the pool, two are drawn
        after:  draw: {exit: [{pool: core, pick: 2}, {pool: safety, pick: 1}]}
                - {id: danger, pool: safety, must_pass: true, …}
    """
    whole = {course.completion.quiz} | {
        b.quiz.id for b in everywhere(course) if isinstance(b, QuizSlot) and not b.draw and len(b.questions) > 1
    }
    for quiz in quizzes(course):
        if not quiz.draws or (quiz.id in whole and not quiz.ask):
            continue
        draws = [quiz.draws[quiz.ask]] if quiz.ask in quiz.draws else quiz.draws.values()
        for question in quiz.questions:
            size = sum(other.pool == question.pool for other in quiz.questions)
            if question.must_pass and not any((question.pool, size) in draw.picks for draw in draws):
                yield question.at, f"“{question.id}” must be passed, and no draw of “{quiz.title}” always asks it"


@rule("Q109", "same-question-twice", "warning")
def same_question(course: Course) -> Iterator[Finding]:
    """Two questions of a quiz with the same words and the same options.

    Why: it counts twice, and learners take it for a fault.
    Instead: remove one, or say what is different.

    Example:
        before: - {id: onset, stem: When does it begin?, …}
                - {id: begin, stem: When does it begin?, …}
        after:  - {id: onset, stem: When does it begin?, …}
    """
    for quiz in quizzes(course):
        seen: dict[tuple[str, str], str] = {}
        for question in quiz.questions:
            # Options have places, so two equal questions differ as values: their words are compared.
            words = (_folded(question.stem.text), "|".join(_folded(option.text.text) for option in options(question)))
            if words[0] and words in seen:
                yield question.at, f"“{question.id}” asks the same as “{seen[words]}”"
            seen.setdefault(words, question.id)


@rule("Q110", "no-feedback", "advice")
def no_feedback(course: Course) -> Iterator[Finding]:
    """A wrong answer gets no word of explanation.

    Why: feedback is where the learning is; “wrong” alone teaches to guess again.
    Instead: add `explain:` to the question, or `feedback:` to each wrong option: why somebody would choose it, and
    what speaks against it. In a lesson, that is an indented line with `>` under the option, or `::: explain`.

    Example:
        before: - {text: On waking}
        after:  - {text: On waking, feedback: A low mood that is there on waking calls for a wider look.}
    """
    for quiz in _scored(course):
        for question in questions(quiz):
            if quiz.feedback == "never" or question.explain.text or isinstance(question.form, NO_KEY):
                continue
            wrong = [option for option in options(question) if not option.correct]
            if not wrong or not all(option.feedback.text for option in wrong):
                yield question.at, f"nothing explains a wrong answer to “{question.id}”"


def _questions(course: Course) -> Iterator[Question]:
    return (question for quiz in quizzes(course) for question in questions(quiz))


def _scored(course: Course) -> Iterator[Quiz]:
    return (quiz for quiz in quizzes(course) if quiz.mode != "survey")


def _named(question: Question) -> Iterator[tuple[str, list[str]]]:
    """What a question names beside options, in words, by what it is."""
    match question.form:
        case Ordering(items):
            yield "items", [item.text.text for item in items]
        case Matching(pairs):
            yield "left sides", [pair.left.text for pair in pairs]
        case Matrix(columns, rows):
            yield "columns", [column.text.text for column in columns]
            yield "rows", [row.text.text for row in rows]
        case Hotspot(regions=regions):
            yield "regions", [region.label.text for region in regions]
        case TrueFalse(reason=reason):
            yield "reasons", [option.text.text for option in reason]
        case Cloze(gaps=gaps):
            for gap in gaps:
                yield "words of a menu", list(gap.menu)
        case _:
            pass


def _folded(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".")
