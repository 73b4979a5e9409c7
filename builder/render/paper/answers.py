"""Right answers in the words and letters of the printed paper, with the reason for each option."""

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup, escape

from builder.model.prose import Prose
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
    Reflection,
    Scale,
    ShortText,
    SingleChoice,
    TrueFalse,
)
from builder.render.asked import Asked
from builder.render.paper.draw import PaperDrawer
from builder.render.words import Words


class Line(NamedTuple):
    """One line of the key: an option with its letter, whether it is right, and why."""

    mark: str
    text: Markup
    right: bool
    why: Markup = Markup("")


class Answer(NamedTuple):
    """The answer to one question: in short (“C”, “True, B”, “5 min”), and line by line."""

    short: str
    lines: tuple[Line, ...]


def answer(drawer: PaperDrawer, put: Asked) -> Answer:
    """The key to one question as it was put."""
    words, form = drawer.kit.words, put.q.form
    match form:
        case SingleChoice(options) | MultipleChoice(options):
            return Answer(_letters(words, options), tuple(_options(drawer, options)))
        case Poll(options=options, answer=right):
            known = tuple(option._replace(correct=option.id == right) for option in options)
            return Answer(_letters(words, known) if right else "", tuple(_options(drawer, known)))
        case TrueFalse():
            said = words("handout.true" if form.answer else "handout.false")
            verdicts = (
                Line("", Markup(escape(words("handout.true"))), form.answer, drawer.prose(form.if_true)),
                Line("", Markup(escape(words("handout.false"))), not form.answer, drawer.prose(form.if_false)),
            )
            reason = _letters(words, form.reason)
            return Answer(words.joined([said, reason]), (*verdicts, *_options(drawer, form.reason)))
        case ShortText():
            accepted = " / ".join(form.accept) or form.pattern
            first = form.accept[0] if form.accept else form.pattern
            return Answer(first, (Line("", Markup(escape(accepted)), True),))
        case Numeric():
            value = f"{words.number(form.value)} {form.unit}".strip()
            more = words("handout.key.tolerance", tolerance=form.tolerance) if form.tolerance else ""
            return Answer(value, (Line("", Markup(escape(f"{value} {more}".strip())), True),))
        case Matching():
            return _matched(drawer, put, form)
        case Ordering():
            return _ordered(drawer, put, form)
        case Cloze():
            fills = [Markup(escape(" / ".join(gap.accept))) for gap in form.gaps]
            gaps = tuple(Line(str(number), fill, True) for number, fill in enumerate(fills, 1))
            return Answer("; ".join(gap.accept[0] for gap in form.gaps if gap.accept), gaps)
        case Matrix():
            columns = {column.id: drawer.prose(column.text) for column in form.columns}
            rows = tuple(
                Line("", Markup("{}: <strong>{}</strong>").format(drawer.prose(row.text), columns[row.column]), True)
                for row in form.rows
            )
            places = {column.id: str(n) for n, column in enumerate(form.columns, 1)}
            return Answer(" ".join(places[row.column] for row in form.rows), rows)
        case Hotspot():
            spots = tuple(
                Line(letter, drawer.prose(region.label), region.correct, drawer.prose(region.feedback))
                for letter, region in zip(words("quiz.letters"), form.regions, strict=False)
            )
            return Answer(" ".join(line.mark for line in spots if line.right), spots)
        case Reflection():
            model = form.model_answer
            return Answer("", (Line("", drawer.prose(model), True),) if model.html else ())
        case CaseStudy() | Scale():
            return Answer("", ())


def _matched(drawer: PaperDrawer, put: Asked, form: Matching) -> Answer:
    letters = drawer.kit.words("quiz.letters")
    letter = {choice.text.html: mark for mark, choice in zip(letters, put.choices, strict=False)}
    lines = tuple(
        Line(
            letter[pair.right.html],
            Markup("{}: <strong>{}</strong>").format(drawer.prose(pair.left), drawer.prose(pair.right)),
            True,
        )
        for pair in form.pairs
    )
    return Answer(" ".join(line.mark for line in lines), lines)


def _ordered(drawer: PaperDrawer, put: Asked, form: Ordering) -> Answer:
    place = {item.text.html: number for number, item in enumerate(form.items, 1)}
    numbers = [str(place[item.text.html]) for item in put.items]
    return Answer(
        " ".join(numbers), tuple(Line(str(n), drawer.prose(item.text), True) for n, item in enumerate(form.items, 1))
    )


def _letters(words: Words, options: tuple[Option, ...]) -> str:
    return " ".join(mark for mark, option in zip(words("quiz.letters"), options, strict=False) if option.correct)


def _options(drawer: PaperDrawer, options: tuple[Option, ...]) -> Iterator[Line]:
    for mark, option in zip(drawer.kit.words("quiz.letters"), options, strict=False):
        feedback: Prose = option.feedback
        yield Line(mark, drawer.prose(option.text), option.correct, drawer.prose(feedback))
