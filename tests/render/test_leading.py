"""What helps to lead the room is gathered once, for the screen and for paper."""

from builder.model.block import Case, Group, QuizSlot, Text
from builder.model.course import Slide
from builder.model.prose import NOTHING, Prose
from builder.render.leading import for_leading
from render.every_question import POLL, QUIZ, SINGLE, drawer


def test_facilitator_parts_and_expected_hands_come_in_reading_order() -> None:
    """From within boxes too; a question that is no poll, and a case that has no such part, bring nothing."""
    case = Case("Maya", (Text(Prose("story", "story")),), (Text(Prose("<p>Wait.</p>", "Wait.")),))
    quiet = Case("Noor", (Text(Prose("story", "story")),))
    slots = QuizSlot(QUIZ, (POLL, SINGLE), poll=True)
    slide = Slide("one", NOTHING, (Group((slots, quiet)), case))
    assert [(hint, str(html)) for hint, html in for_leading(drawer(), slide)] == [
        ("expect", "<p>KEY-EXPECT Most hands go up for B.</p>"),
        ("facilitator", "<p>Wait.</p>"),
    ]
