"""Telephone numbers that a phone can call, from the words in which course.yaml gives them."""

import re

CALLED = re.compile(r"\+?\d[\d\s().-]*\d")
LEAST = 3


def dial(said: str) -> str:
    """`tel:` and the number. Empty where words say what else to do (“Text HOME to 741741”), or where there is no number
    to call: a wrong number is worse than one that has to be typed."""
    if any(letter.islower() for letter in said):
        return ""
    numbers = [re.sub(r"[^\d+]", "", number) for number in CALLED.findall(said)]
    longest = max(numbers, key=len, default="")
    spelt = any(letter.isalpha() for letter in said)
    return f"tel:{longest}" if len(longest) >= (LEAST if not spelt else 7) else ""
