"""Which slides are printed, and which numbers they keep."""

from builder.model.prints import Prints
from builder.model.prose import NOTHING
from builder.render.paper.chosen import Placed, chosen, length_of, placed
from builder.render.slides import Shown
from builder.render.words import Words
from formats.small import course, slide

SECTION = course().lessons[0].sections[0]


def talk(*lengths: tuple[str, int, bool, bool]) -> tuple[Placed, ...]:
    """Slides by id, seconds, whether they may be cut and whether they are hidden."""
    slides = (Shown(SECTION, slide(i, cut=c, hidden=h), seconds) for i, seconds, c, h in lengths)
    return tuple(placed(slides, lambda: (), Words("en")))


def ids(slides: tuple[Placed, ...]) -> list[str]:
    return [place.one.slide.id for place in slides]


FIVE = talk(("a", 60, False, False), ("b", 90, True, False), ("c", 60, True, True), ("d", 30, True, False),
            ("e", 90, True, False))  # fmt: skip


def test_hidden_slides_have_the_number_before_with_a_letter_as_the_deck_does_not_count_them() -> None:
    assert [place.number for place in FIVE] == ["1", "2", "2a", "3", "4"]
    assert NOTHING.html == ""


def test_hidden_slides_are_printed_only_when_asked_for() -> None:
    assert ids(chosen(FIVE, Prints())) == ["a", "b", "d", "e"]
    assert ids(chosen(FIVE, Prints(hidden=True))) == ["a", "b", "c", "d", "e"]
    assert ids(chosen(FIVE, Prints(), hidden=True)) == ["a", "b", "c", "d", "e"]


def test_as_few_as_need_be_are_cut_the_longest_first_and_of_equals_the_later() -> None:
    assert ids(chosen(FIVE, Prints(cut=5))) == ["a", "b", "d", "e"]
    assert ids(chosen(FIVE, Prints(cut=4))) == ["a", "b", "d"]
    assert ids(chosen(FIVE, Prints(cut=2))) == ["a", "d"]
    assert ids(chosen(FIVE, Prints(cut=1))) == ["a"]


def test_numbers_do_not_move_up_when_slides_are_left_out() -> None:
    assert [place.number for place in chosen(FIVE, Prints(cut=2))] == ["1", "3"]


def test_what_may_not_be_cut_stays_and_hidden_slides_take_no_time() -> None:
    assert length_of(chosen(FIVE, Prints(cut=1, hidden=True))) == 60
    assert ids(chosen(FIVE, Prints(cut=1, hidden=True))) == ["a", "c"]
