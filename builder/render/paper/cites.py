"""Which sources a printed document cites, in the order in which it prints them."""

from collections.abc import Iterator

from builder.model.block import Case, QuizSlot, Where
from builder.model.course import Slide
from builder.model.prose import Prose


def cited(value: object, where: Where) -> Iterator[str]:
    """The keys cited in a value, as often as they occur: the model is tuples all the way down. Notes are left out,
    and so is what is not meant for this kind of page."""
    match value:
        case Prose():
            yield from (use.target for use in value.uses if use.kind == "cite")
        case Slide():
            if where in value.when and not value.hidden:
                yield from cited((value.title, value.blocks, value.prose), where)
        case Case():
            if where in value.when:
                yield from cited(value.blocks, where)
        case QuizSlot():
            if where in value.when:
                yield from (key for question in value.questions for key in cited(question.stem, where))
        case tuple() if where in getattr(value, "when", (where,)):
            for part in value:
                yield from cited(part, where)
