"""Questions from a table: the key is what the cell says, or the question is left out and told."""

import csv
import io
from pathlib import Path

import pytest

from builder.imports import table
from imports.brought import builds, losses, questions, rights

TABLE = """Question;Option A;Option B;Option C;Answer;Feedback B;Explain;Colour
When?;At let-down;On waking;Never;A;Elsewhere.;The reflex.;red
Which two?;one;two;three;a, c;;;
A choice?;;;;false;;;
"""
OPTIONS = "Wait a week", "Ask her directly and give a hand", "Send a leaflet", "Within 2 weeks", "She’s “fine”"


def test_table(tmp_path: Path) -> None:
    """Whatever stands between the cells; an unknown column is told."""
    brought = table.read(TABLE.encode("utf-8-sig"), "Table")
    when, which, choice = questions(brought)
    assert when["options"][1] == {"text": "On waking", "feedback": "Elsewhere."}
    assert when["explain"] == "The reflex."
    assert (which["type"], [option.get("correct", False) for option in which["options"]]) == (
        "multiple",
        [True, False, True],
    )
    assert (choice["type"], choice["answer"]) == ("true_false", False)
    assert "the column “colour”" in losses(brought)
    assert builds(tmp_path, brought) == []


@pytest.mark.parametrize(
    ("answer", "wanted"),
    [("Ask her directly and give a hand.", [1]), ("ASK HER DIRECTLY AND GIVE A HAND", [1]), ("b", [1]), ("(B)", [1]),
     ("2.", [1]), ("Option b", [1]), ("Answer: B", [1]), ("B. Ask her directly and give a hand", [1]),
     ("She's 'fine'", [4]), ("a, c", [0, 2]), ("A and C", [0, 2]), ("1;3", [0, 2]), ("a c", [0, 2]),
     ("Wait a week; Send a leaflet.", [0, 2]), ("Wait a week, Send a leaflet", [0, 2])],
)  # fmt: skip
def test_a_table_s_key(tmp_path: Path, answer: str, wanted: list[int]) -> None:
    """Words, letters or numbers name the right options, however they are typed."""
    brought = table.read(row(answer), "Table")
    (question,) = questions(brought)
    assert [number for number, right in enumerate(rights(question)) if right] == wanted
    assert brought.lost == ()
    assert builds(tmp_path, brought) == []


@pytest.mark.parametrize(
    "answer",
    ["Ask her and give a hand.", "within 2 weeks (or sooner)", "B. Send a leaflet", "a, z", "Wait a week; give a hand",
     "9", "1.5", "-2", "a leaflet", ""],
)  # fmt: skip
def test_a_table_s_key_is_never_guessed(answer: str) -> None:
    """A letter or a number inside a sentence names no option: a key that is guessed turns a question round."""
    brought = table.read(row(answer), "Table")
    assert brought.quizzes == ()
    assert losses(brought) == f"2: a question whose answer “{answer}” is none of its options"


def test_two_options_alike_are_no_key() -> None:
    """Words that name two options name none; a letter still does."""
    alike = "question,a,b,answer\nWhen?,Soon,soon.,{}\n"
    assert table.read(alike.format("Soon").encode(), "Table").quizzes == ()
    assert rights(questions(table.read(alike.format("B").encode(), "Table"))[0]) == [False, True]


def test_a_thousand_is_no_fraction() -> None:
    """`1,000` is a thousand to some and one to others: nobody chooses for the author."""
    brought = table.read(b'question,answer\nHow many?,"1,000"\n', "Table")
    assert brought.quizzes == ()
    assert "may be a thousand" in losses(brought)


def row(answer: str) -> bytes:
    """A table of one question, with its options and its key."""
    out = io.StringIO()
    csv.writer(out).writerows([("question", *"abcde", "answer"), ("What first?", *OPTIONS, answer)])
    return out.getvalue().encode()
