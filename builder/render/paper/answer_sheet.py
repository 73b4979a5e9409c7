"""Answers apart from the questions: a sheet to fill in, and the same sheet filled in for whoever marks.

The same letter stands in the same column all the way down, so that a filled-in sheet laid beside another shows every
difference at a glance.
"""

from collections.abc import Iterator
from typing import NamedTuple

from builder.model.course import Course
from builder.model.quiz import (
    CaseStudy,
    Cloze,
    Hotspot,
    Matching,
    Matrix,
    MultipleChoice,
    Numeric,
    Option,
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
from builder.render.asked import asked, seed_of, whole
from builder.render.kit import Kit
from builder.render.paper.leaf import Leaf
from builder.render.words import Words

ROOM = {"a4": 209.0, "letter": 191.0}
"""Millimetres below the head of each paper."""
ROW, LOWEST = 7.4, 6.0


class Place(NamedTuple):
    """One place to fill in: a bubble with a sign in it, round or square; a box for a number; a line. `said` is what
    belongs there, and a bubble that belongs filled says its own sign."""

    shape: str
    sign: str = ""
    said: str = ""


class Line(NamedTuple):
    """One line of the sheet: its number, which the first of a question's lines has, and its places."""

    number: str
    part: str
    places: tuple[Place, ...]
    fifth: bool = False


def answer_sheet(kit: Kit, course: Course, quiz: Quiz, paper: str, *, filled: bool = False) -> str:
    """The sheet, empty for the audience or filled in for the presenter."""
    leaf = Leaf(kit, course, paper, "answers")
    name = "handout.grid-key-title" if filled else "handout.grid-title"
    title = kit.words(name, title=quiz.title)
    rows = tuple(lines(quiz, kit.words))
    body = kit.templates.get("handout/answer_sheet.html").render(
        words=kit.words, course=course, quiz=quiz, title=title, filled=filled, rows=rows
    )
    seed = kit.words("handout.seed", seed=seed_of(quiz))
    more = f"--row:{row_height(len(rows), paper)}mm;"
    return leaf.html(title, body, left=f"{course.title} · {quiz.title}", foot=seed, more=more)


def row_height(rows: int, paper: str) -> float:
    """Millimetres for a line: all lines stand on one page as long as a bubble can still be hit with a pencil."""
    fits = ROOM[paper] / max(rows, 1)
    return round(min(fits, ROW), 2) if fits >= LOWEST else ROW


def has_answer_sheet(quiz: Quiz) -> bool:
    """Whether a quiz is marked by comparing: it has a key, and most of it is chosen, not written. What is asked before
    the course is not marked."""
    forms = [form for question in whole(quiz) for form in _forms(question)]
    chosen = [form for form in forms if not isinstance(form, Reflection | Scale | Poll | ShortText)]
    return quiz.mode != "survey" and not quiz.pretest_of and len(forms) > 3 and len(chosen) * 2 > len(forms)


def lines(quiz: Quiz, words: Words) -> Iterator[Line]:
    """All lines, numbered as on the question paper, with the same shuffle."""
    for number, question in enumerate(whole(quiz), start=1):
        parts = question.form.parts if isinstance(question.form, CaseStudy) else (question,)
        for letter, part in zip(words("quiz.letters").lower(), parts, strict=False):
            name = f"{number}{letter}" if len(parts) > 1 else str(number)
            rows = tuple(_rows(quiz, part, words))
            for index, (sign, places) in enumerate(rows):
                first = index == 0
                yield Line(name if first else "", sign, places, number % 5 == 0 and index == len(rows) - 1)


def _rows(quiz: Quiz, question: Question, words: Words) -> Iterator[tuple[str, tuple[Place, ...]]]:
    put, letters = asked(quiz, question), words("quiz.letters")
    match put.q.form:
        case SingleChoice(options):
            yield "", _options(options, "round", letters)
        case MultipleChoice(options):
            yield "", _options(options, "square", letters)
        case Poll(options=options):
            yield "", _options(options, "round", letters)
        case TrueFalse() as form:
            verdicts = ((words("handout.true"), form.answer), (words("handout.false"), not form.answer))
            yield "", tuple(Place("word", said, said if right else "") for said, right in verdicts)
            if form.reason:
                yield words("handout.reason"), _options(form.reason, "round", letters)
        case Matching() as form:
            letter = {choice.text.html: mark for mark, choice in zip(letters, put.choices, strict=False)}
            for number, pair in enumerate(form.pairs, start=1):
                yield str(number), _signs(letters[: len(put.choices)], letter[pair.right.html])
        case Ordering() as form:
            right = {item.text.html: str(number) for number, item in enumerate(form.items, start=1)}
            yield "", tuple(Place("box", "", right[item.text.html]) for item in put.items)
        case Matrix() as form:
            place = {column.id: str(number) for number, column in enumerate(form.columns, start=1)}
            for number, row in enumerate(form.rows, start=1):
                yield str(number), _signs("".join(place.values()), place[row.column])
        case Hotspot() as form:
            several = sum(region.correct for region in form.regions) > 1
            shape, marked = "square" if several else "round", zip(letters, form.regions, strict=False)
            yield "", tuple(Place(shape, mark, mark if region.correct else "") for mark, region in marked)
        case Cloze() as form:
            for number, gap in enumerate(form.gaps, start=1):
                yield str(number) if len(form.gaps) > 1 else "", (Place("line", "", " / ".join(gap.accept)),)
        case ShortText() as form:
            yield "", (Place("line", "", " / ".join(form.accept) or form.pattern),)
        case Numeric() as form:
            yield "", (Place("line", "", f"{words.number(form.value)} {form.unit}".strip()),)
        case Scale() as form:
            yield "", tuple(Place("round", str(step)) for step in range(form.low, form.high + 1))
        case Reflection() | CaseStudy():
            yield "", (Place("note", words("handout.grid-on-paper")),)


def _options(options: tuple[Option, ...], shape: str, letters: str) -> tuple[Place, ...]:
    return tuple(
        Place(shape, mark, mark if option.correct else "") for mark, option in zip(letters, options, strict=False)
    )


def _signs(signs: str, right: str) -> tuple[Place, ...]:
    return tuple(Place("round", sign, sign if sign == right else "") for sign in signs)


def _forms(question: Question) -> Iterator[object]:
    yield from (part.form for part in question.form.parts) if isinstance(question.form, CaseStudy) else (question.form,)
