"""Telephone numbers a phone may call."""

import pytest

from builder.render.dial import dial


@pytest.mark.parametrize(
    ("said", "called"),
    [
        ("988", "tel:988"),
        ("+49 (0)800 111 0 111", "tel:+4908001110111"),
        ("1-833-TLC-MAMA (1-833-852-6262)", "tel:18338526262"),
        ("1-833-TLC-MAMA", ""),
        ("Text HOME to 741741", ""),
        ("your local emergency number", ""),
        ("", ""),
    ],
)
def test_dial(said: str, called: str) -> None:
    """A plain number is called; where words say what else to do, nothing is guessed."""
    assert dial(said) == called
