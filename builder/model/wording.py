"""All that is said in a question."""

from collections.abc import Iterator
from re import sub

from builder.model.prose import Prose
from builder.model.quiz import (
    Cloze,
    Hotspot,
    Matching,
    Matrix,
    MultipleChoice,
    Ordering,
    Poll,
    Question,
    Reflection,
    Scale,
    SingleChoice,
    TrueFalse,
)


def wording(question: Question) -> Iterator[Prose]:
    """All words of a question that a learner may read; not those of the parts of a case."""
    yield from (question.stem, question.explain, *question.hints)
    form = question.form
    match form:
        case SingleChoice(options) | MultipleChoice(options) | Poll(options) | TrueFalse(reason=options):
            yield from (prose for option in options for prose in (option.text, option.feedback))
        case _:
            pass
    match form:
        case TrueFalse():
            yield from (form.if_true, form.if_false)
        case Cloze():
            yield Prose(form.html, sub(r"<[^>]+>", " ", form.html))
        case Matching():
            yield from (prose for pair in form.pairs for prose in (pair.left, pair.right))
            yield from (item.text for item in form.distractors)
        case Ordering():
            yield from (item.text for item in form.items)
        case Matrix():
            yield from (column.text for column in form.columns)
            yield from (row.text for row in form.rows)
        case Hotspot():
            yield from (prose for region in form.regions for prose in (region.label, region.feedback))
        case Scale():
            yield from form.labels
        case Reflection():
            yield form.model_answer
        case _:
            pass
