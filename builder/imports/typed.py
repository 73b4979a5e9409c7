"""Questions whose answer is typed, a word or a number, from banks that know more than one answer to them."""

from collections.abc import Callable
from typing import Any, NamedTuple

from builder.imports.imported import Question


class Typed(NamedTuple):
    """An answer that a bank knows: what is typed, its worth in per cent of the marks, how far off a number may be, and
    what is said of it."""

    said: str
    worth: float
    tolerance: float = 0.0
    feedback: str = ""


def short(answers: list[Typed], lose: Callable[[str], None]) -> Question | None:
    """A question for a word: all that are wholly right are accepted. Nothing where there is none."""
    accept, told = [], []
    for said, worth, _, feedback in answers:
        if worth >= 100 and "*" not in said:
            accept.append(said)
            told.append(feedback)
        elif worth > 0:
            lose(left(f"the answer “{said}”, which is half right or holds a wild card", feedback))
        elif feedback:
            lose(left(f"the wrong answer “{said}”", feedback))
    if not accept:
        lose("a question without a whole right answer")
        return None
    return {"type": "short", "accept": accept} | explained(told)


def numeric(answers: list[Typed], units: list[str], lose: Callable[[str], None]) -> Question | None:
    """A question for a number: the first that is wholly right. Nothing where there is none."""
    made: dict[str, Any] = {}
    told = []
    for said, worth, tolerance, feedback in answers:
        value = number_of(said)
        if worth >= 100 and value is not None and not made:
            made = {"value": value} | ({"tolerance": tolerance} if tolerance else {})
            told.append(feedback)
        elif worth > 0:
            share = "right too" if worth >= 100 else f"worth {worth:g} % of the marks"
            lose(left(f"that “{said}” is {share}: a number question has one number here", feedback))
        elif feedback:
            lose(left(f"the wrong answer “{said}”", feedback))
    if not made:
        lose("a number question without a whole right answer")
        return None
    if others := ", ".join(units[1:]):
        lose(f"the further units “{others[:80]}”")
    return {"type": "numeric", "answer": made | ({"unit": units[0]} if units and units[0] else {})} | explained(told)


def explained(told: list[str]) -> Question:
    """What is said of right answers, each once, where it can stand: in the question's explanation."""
    said = "\n\n".join(dict.fromkeys(filter(None, told)))
    return {"explain": said} if said else {}


def left(what: str, feedback: str) -> str:
    """An answer that has no place here, with what is said of it."""
    return f"{what}, and what is said of it (“{feedback[:80]}”)" if feedback else what


def number_of(said: str) -> float | None:
    """A number as a bank writes it, with a point or a comma; None for anything else."""
    try:
        return float(said.replace(",", "."))
    except ValueError:
        return None
