"""What a slide holds for whoever leads the room and nobody else: the presenter has it below the notes, on the screen
and on paper."""

from collections.abc import Iterator
from typing import Literal

from markupsafe import Markup

from builder.model.block import Case, QuizSlot, inside
from builder.model.course import Slide
from builder.model.quiz import Poll
from builder.render.draw import Drawer

Hint = Literal["facilitator", "expect"]
"""What a part is for: to lead the talk about a case, or to know what hands will show."""


def for_leading(drawer: Drawer, slide: Slide) -> Iterator[tuple[Hint, Markup]]:
    """The facilitator parts of a slide's cases and what to expect of its polls, in reading order."""
    for block in inside(slide.blocks):
        if isinstance(block, Case) and block.facilitator:
            yield "facilitator", drawer.blocks(block.facilitator)
        if isinstance(block, QuizSlot):
            for question in block.questions:
                if isinstance(question.form, Poll) and question.form.expect.html:
                    yield "expect", Markup("<p>{}</p>").format(drawer.prose(question.form.expect))
