"""Questions of other tools: what comes over is right, what does not is said, and the result builds."""

from base64 import b64decode
from pathlib import Path

import pytest

from builder.imports import dialect_of, gift, moodle, text2qti
from imports.brought import builds, losses, questions, rights

PNG = "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAAAAADhZOFXAAAADElEQVR4nGNgoA4AAABIAAEuuDx+AAAAAElFTkSuQmCC"
GIFT = r"""
// said to nobody
$CATEGORY: $course$/top/Let-down

::Onset:: When does the wave begin? {
  =Just before milk lets down#Timing defines it.
  ~On waking#That points elsewhere.
  ~%50%During the feed
  ####It comes with the reflex.
}

It is a choice.{F#No, a reflex.#Right.}

Match. {=oxytocin -> let-down =prolactin -> milk making = -> digestion}

How many minutes?{#2:1}

Between which?{#1..5}

Name the reflex {=let-down =milk ejection reflex =%50%reflex}

The {=let-down ~gag} reflex moves milk.

Write a braced word: \{D-MER\} and a tilde \~. {}

Only a description.
"""
MOODLE = """<?xml version="1.0" encoding="UTF-8"?>
<quiz>
<question type="category"><category><text>$course$/top/Reflex</text></category></question>
<question type="multichoice"><name><text>Onset</text></name>
 <questiontext format="html"><text><![CDATA[<p>When does it <b>begin</b>?
 <img src="@@PLUGINFILE@@/a%20b.png" alt="A curve"><script>x()</script></p>]]></text>
  <file name="a%20b.png" encoding="base64">%PNG%</file></questiontext>
 <generalfeedback><text>The reflex.</text></generalfeedback><defaultgrade>2.0</defaultgrade><single>true</single>
 <answer fraction="100" format="html"><text>At let-down</text><feedback><text>Yes</text></feedback></answer>
 <answer fraction="-25"><text>On waking</text><feedback><text></text></feedback></answer>
 <hint><text>Think of the body.</text></hint></question>
<question type="truefalse"><name><text>TF</text></name><questiontext><text>A choice</text></questiontext>
 <answer fraction="0"><text>true</text><feedback><text>No</text></feedback></answer>
 <answer fraction="100"><text>false</text><feedback><text>Right</text></feedback></answer></question>
<question type="numerical"><name><text>N</text></name><questiontext><text>Minutes</text></questiontext>
 <answer fraction="100"><text>2</text><tolerance>1</tolerance></answer></question>
<question type="cloze"><name><text>C</text></name>
 <questiontext><text>The {1:SHORTANSWER:=let-down~%100%MER} comes {1:MULTICHOICE:=first~last}.</text></questiontext>
</question>
<question type="gapselect"><name><text>G</text></name><questiontext><text>Milk [[1]] down</text></questiontext>
 <selectoption><text>lets</text><group>1</group></selectoption><selectoption><text>sits</text><group>1</group></selectoption></question>
<question type="essay"><name><text>E</text></name><questiontext><text>Think</text></questiontext></question>
<question type="calculated"><name><text>K</text></name><questiontext><text>x</text></questiontext></question>
</quiz>""".replace("%PNG%", PNG)
TEXT2QTI = """Quiz title: Milk
Quiz description: A few questions.

1.  Which number?
... Said after either.
a)  6
... Too many.
*b) 5
    of them

2.  Which?
[*] one
[ ] two
[*] three

3.  Pi?
=   3.14 +- 0.01

GROUP
pick: 1
points per question: 2
4.  True?
*a) True
b)  False
5.  Name it.
*   let-down
*   MER
END_GROUP

6.  Hand in a file.
^^^^

7.  Think.
____
"""


def test_gift(tmp_path: Path) -> None:
    """Each form of GIFT, and the two things that cannot come over."""
    brought = gift.read(GIFT.encode(), "Gift")
    onset, choice, match, number, span, short, missing, essay = questions(brought)
    assert [option["text"] for option in onset["options"]] == [
        "Just before milk lets down",
        "On waking",
        "During the feed",
    ]
    assert onset["options"][0]["correct"] is True
    assert onset["options"][1]["feedback"] == "That points elsewhere."
    assert onset["options"][2]["credit"] == "50%"
    assert (onset["explain"], onset["pool"]) == ("It comes with the reflex.", "let-down")
    assert (choice["answer"], choice["feedback"]) == (False, {"true": "No, a reflex.", "false": "Right."})
    assert match["pairs"][0] == {"left": "oxytocin", "right": "let-down"}
    assert match["distractors"] == ["digestion"]
    assert number["answer"] == {"value": 2.0, "tolerance": 1.0}
    assert span["answer"] == {"value": 3.0, "tolerance": 2.0}
    assert short["accept"] == ["let-down", "milk ejection reflex"]
    assert missing["stem"] == "The _____ reflex moves milk."
    assert (essay["type"], essay["stem"]) == ("reflection", r"Write a braced word: \{D-MER} and a tilde ~.")
    assert losses(brought).splitlines() == [
        "20: that “reflex” is worth 50 % of the marks",
        "26: a text without an answer (“Only a description.”)",
    ]
    assert builds(tmp_path, brought) == []


def test_moodle(tmp_path: Path) -> None:
    """HTML is made safe and said in Markdown; pictures come along; what has no type here is named."""
    brought = moodle.read(MOODLE.encode(), "Bank")
    onset, choice, number, cloze, gaps, essay = questions(brought)
    assert onset["stem"] == "When does it **begin**? ![A curve](img/a-b.png)"
    assert brought.pictures == {"img/a-b.png": b64decode(PNG)}
    assert (onset["points"], onset["hints"], onset["pool"]) == (2.0, ["Think of the body."], "reflex")
    assert (choice["answer"], choice["feedback"]) == (False, {"true": "No", "false": "Right"})
    assert number["answer"] == {"value": 2.0, "tolerance": 1.0}
    assert cloze["text"] == "The [[let-down‖MER]] comes [[(first)‖last]]."
    assert gaps["text"] == "Milk [[(lets)‖sits]] down"
    assert essay["type"] == "reflection"
    for lost in ("a <script> element", "marks that are taken off", "of the type “calculated”"):
        assert lost in losses(brought)
    assert builds(tmp_path, brought) == []


TYPED = """<quiz>
<question type="numerical"><name><text>N</text></name><questiontext><text>How many?</text></questiontext>
 <generalfeedback><text>In general.</text></generalfeedback>
 <answer fraction="100"><text>5</text><feedback><text>Right because of X</text></feedback></answer>
 <answer fraction="100"><text>10</text><feedback><text>Also right</text></feedback></answer>
 <answer fraction="50"><text>7</text><feedback><text>Half</text></feedback></answer>
 <answer fraction="0"><text>*</text><feedback><text>Count again</text></feedback></answer>
 <units><unit><multiplier>1</multiplier><unit_name>min</unit_name></unit>
  <unit><multiplier>60</multiplier><unit_name>h</unit_name></unit></units></question>
<question type="shortanswer"><name><text>S</text></name><questiontext><text>Word?</text></questiontext>
 <answer fraction="100"><text>oxytocin</text><feedback><text>Yes, since it squeezes</text></feedback></answer>
 <answer fraction="100"><text>Oxytocin.</text><feedback><text>Yes, since it squeezes</text></feedback></answer>
 <answer fraction="0"><text>dopamine</text><feedback><text>No, that is the brake</text></feedback></answer>
 <answer fraction="0"><text>milk</text><feedback></feedback></answer></question>
<question type="ordering"><name><text>O</text></name><questiontext><text>Order</text></questiontext>
 <answer fraction="1"><text>first</text><feedback><text>It begins</text></feedback></answer>
 <answer fraction="2"><text>second</text></answer></question>
</quiz>"""


def test_moodle_answers_that_are_typed(tmp_path: Path) -> None:
    """What is said of the right answer is explained; each answer and each feedback without a place is told."""
    brought = moodle.read(TYPED.encode(), "Bank")
    number, word, order = questions(brought)
    assert number["answer"] == {"value": 5.0, "unit": "min"}
    assert number["explain"] == "Right because of X\n\nIn general."
    assert (word["accept"], word["explain"]) == (["oxytocin", "Oxytocin."], "Yes, since it squeezes")
    assert order["items"] == ["first", "second"]
    one = "a number question has one number here"
    assert losses(brought).splitlines() == [
        f"0: “N”: that “10” is right too: {one}, and what is said of it (“Also right”)",
        f"0: “N”: that “7” is worth 50 % of the marks: {one}, and what is said of it (“Half”)",
        "0: “N”: the wrong answer “*”, and what is said of it (“Count again”)",
        "0: “N”: the further units “h”",
        "0: “S”: the wrong answer “dopamine”, and what is said of it (“No, that is the brake”)",
        "0: “O”: the place of “first”, and what is said of it (“It begins”)",
    ]
    assert builds(tmp_path, brought) == []


@pytest.mark.parametrize("bad", [b"<quiz><question", b"", b'<!DOCTYPE q [<!ENTITY a "b">]><quiz>&a;</quiz>'])
def test_moodle_that_cannot_be_read(bad: bytes) -> None:
    """Half a file, no file and entities that could blow up are refused in words."""
    with pytest.raises(ValueError, match="no XML that can be read"):
        moodle.read(bad, "Bank")


def test_text2qti(tmp_path: Path) -> None:
    """Options, feedback, groups with what is drawn from them."""
    brought = text2qti.read(TEXT2QTI.encode(), "x")
    which, many, pi, true, named, think = questions(brought)
    assert which["options"] == [{"text": "6", "feedback": "Too many."}, {"text": "5 of them", "correct": True}]
    assert which["explain"] == "Said after either."
    assert rights(many) == [True, False, True]
    assert pi["answer"] == {"value": 3.14, "tolerance": 0.01}
    assert (true["type"], true["answer"], true["pool"]) == ("true_false", True, "group-1")
    assert named["accept"] == ["let-down", "MER"]
    assert think["type"] == "reflection"
    (quiz,) = brought.quizzes
    assert quiz.title == "Milk"
    assert quiz.settings == {"intro": "A few questions.", "draw": {"all": [{"pool": "group-1", "pick": 1}]}}
    assert "asks for a file" in losses(brought)
    assert builds(tmp_path, brought) == []


def test_aiken(tmp_path: Path) -> None:
    """One right answer by its letter; a question without one is told with its line."""
    whole = "When does it\nbegin?\nA. At let-down\nB) On waking\nANSWER: A\n"
    text = f"{whole}\nNo key?\nA. x\nB. y\nANSWER: D\n\nOpen\nA. x\n"
    found = dialect_of("q.txt", text.encode())
    assert found is not None
    brought = found.read(text.encode(), "Aiken")
    (only,) = questions(brought)
    assert only["stem"] == "When does it begin?"
    assert only["options"] == [{"text": "At let-down", "correct": True}, {"text": "On waking"}]
    assert [one.line for one in brought.lost] == [7, 12]
    assert builds(tmp_path, brought) == []


@pytest.mark.parametrize(
    ("name", "text", "wanted"),
    [("a.txt", GIFT, "gift"), ("a.gift", GIFT, "gift"), ("b.xml", MOODLE, "moodle"), ("c.txt", TEXT2QTI, "text2qti"),
     ("c.md", TEXT2QTI, "text2qti"), ("d.csv", "question,a,b,answer\n", "csv"),
     ("e.md", "# A talk\n\n- point\n", "reveal-md")],
)  # fmt: skip
def test_a_file_is_known_by_what_it_looks_like(name: str, text: str, wanted: str) -> None:
    """Nobody has to say what a file is."""
    found = dialect_of(name, text.encode())
    assert found is not None
    assert wanted in found.NAMES
