"""Questions written in each form by a small writer, and imported again: keys, texts, feedback and weights survive."""

import csv
import io
import re
from html import escape
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from builder.imports import aiken, gift, moodle, table, text2qti
from builder.imports.imported import Imported, Question
from builder.parse.markdown import converter
from builder.parse.markdown.converter import plain_words

WORDS = st.sampled_from(
    [
        "milk",
        "reflex",
        "let-down",
        "oxytocin",
        "5",
        "3.5",
        "a_b",
        "*star*",
        "#1",
        "x=y",
        "~z",
        "{brace}",
        "2:1",
        "[box]",
        "<b>",
        "&",
        "\\",
        "/",
        "?",
        "!",
        ";",
        "%",
        "$5",
        "$x$",
        "|bar|",
        "‘quoted’",
        "“said”",
        "Milchspendereflex",
        "réflexe",
        "لبن",
        "חלב",
        "母乳",
        "`tick`",
        "==m==",
        "H~2~O",
        "x^2^",
        "(a)",
        "-",
        "+",
        ">",
        "::",
        "->",
        "ANSWER",
        "A.",
        "a)",
        "true",
        "&amp;",
        "https://example.org",
    ]
)
TEXT = st.lists(WORDS, min_size=1, max_size=7).map(" ".join).map(lambda said: f"Q {said} end")
OPTIONS = st.lists(TEXT, min_size=2, max_size=5, unique_by=lambda said: " ".join(said.split()).casefold())
CONVERTER = converter.Converter()


@st.composite
def choice(draw: Any) -> dict[str, Any]:
    """A question with options, one of them right, and feedback on some."""
    options = draw(OPTIONS)
    return {
        "stem": draw(TEXT),
        "options": options,
        "right": draw(st.integers(0, len(options) - 1)),
        "feedback": [draw(st.one_of(st.just(""), TEXT)) for _ in options],
        "explain": draw(st.one_of(st.just(""), TEXT)),
    }


def shown(markdown: object) -> str:
    """The words that a reader sees."""
    html = CONVERTER.convert(str(markdown))[0]
    return re.sub("[\u2066\u2069]", "", plain_words(html)).strip()


def as_typed(said: str) -> str:
    """What a reader should see of plain words: those, with the quotes and dashes that we set."""
    return shown("".join(f"&#{ord(sign)};" if not sign.isalnum() and sign != " " else sign for sign in said))


def question(brought: Imported) -> Question:
    (quiz,) = brought.quizzes
    (one,) = quiz.questions
    return one


def holds(got: Question, asked: dict[str, Any], *, feedback: bool = True) -> None:
    """Whether all that was asked came back."""
    assert shown(got["stem"]) == as_typed(asked["stem"])
    assert [shown(one["text"]) for one in got["options"]] == [as_typed(one) for one in asked["options"]]
    assert [at for at, one in enumerate(got["options"]) if one.get("correct")] == [asked["right"]]
    if feedback:
        assert [shown(one.get("feedback", "")) for one in got["options"]] == [
            as_typed(one) for one in asked["feedback"]
        ]
        assert shown(got.get("explain", "")) == as_typed(asked["explain"])


def in_gift(said: str) -> str:
    return re.sub(r"([~=#{}:\\])", r"\\\1", said)


@settings(max_examples=60, deadline=None)
@given(choice())
def test_gift(asked: dict[str, Any]) -> None:
    """With its signs escaped, and as plain text."""
    lines = [f"::Title::[plain]{in_gift(asked['stem'])} {{"]
    for at, option in enumerate(asked["options"]):
        told = f"#[plain]{in_gift(asked['feedback'][at])}" if asked["feedback"][at] else ""
        lines.append(f"  {'=' if at == asked['right'] else '~'}[plain]{in_gift(option)}{told}")
    lines += [f"  ####[plain]{in_gift(asked['explain'])}"] if asked["explain"] else []
    brought = gift.read("\n".join([*lines, "}"]).encode(), "x")
    holds(question(brought), asked)
    assert brought.lost == ()


@settings(max_examples=60, deadline=None)
@given(choice())
def test_aiken(asked: dict[str, Any]) -> None:
    """Which has no feedback for options."""
    letters = [chr(65 + at) for at in range(len(asked["options"]))]
    lines = [asked["stem"], *(f"{letter}. {said}" for letter, said in zip(letters, asked["options"], strict=True))]
    brought = aiken.read("\n".join([*lines, f"ANSWER: {letters[asked['right']]}", ""]).encode(), "x")
    holds(question(brought), asked, feedback=False)
    assert brought.lost == ()


@settings(max_examples=60, deadline=None)
@given(choice(), st.booleans())
def test_moodle(asked: dict[str, Any], plain: bool) -> None:
    """As HTML, and as plain text."""

    def text(said: str, tag: str, more: str = "") -> str:
        inner = said if plain else f"<p>{escape(said)}</p>"
        return f'<{tag} format="{"plain_text" if plain else "html"}" {more}><text>{escape(inner)}</text>'

    answers = "".join(
        text(option, "answer", f'fraction="{100 if at == asked["right"] else 0}"')
        + text(asked["feedback"][at], "feedback")
        + "</feedback></answer>"
        for at, option in enumerate(asked["options"])
    )
    xml = (
        f'<quiz><question type="multichoice"><name><text>A name</text></name>'
        f"{text(asked['stem'], 'questiontext')}</questiontext>"
        f"{text(asked['explain'], 'generalfeedback')}</generalfeedback><single>true</single>{answers}</question></quiz>"
    )
    brought = moodle.read(xml.encode(), "x")
    holds(question(brought), asked)
    assert brought.lost == ()


SIMPLE = st.lists(
    st.sampled_from(
        [
            "milk",
            "reflex",
            "let-down",
            "5",
            "**bold**",
            "*slanted*",
            "$x^2$",
            "réflexe",
            "لبن",
            "母乳",
            "?",
            "!",
            ";",
            "(so)",
            "–",
            "“said”",
        ]
    ),
    min_size=1,
    max_size=7,
)


@settings(max_examples=60, deadline=None)
@given(choice(), st.lists(SIMPLE.map(" ".join), min_size=9, max_size=9))
def test_text2qti(asked: dict[str, Any], said: list[str]) -> None:
    """Whose texts are Markdown already, and stay as they are."""
    count = len(asked["options"])
    options = [f"{at} {said[at]}" for at in range(count)]
    lines = ["Title: A title", f"1.  Stem {said[5]}", *([f"... {said[6]}"] if asked["explain"] else [])]
    for at, option in enumerate(options):
        lines.append(f"{'*' if at == asked['right'] else ''}{chr(97 + at)}) {option}")
        lines += [f"... {said[7]}"] if asked["feedback"][at] else []
    brought = text2qti.read("\n".join(lines).encode(), "x")
    got = question(brought)
    assert got["stem"] == f"Stem {said[5]}"
    assert [one["text"] for one in got["options"]] == options
    assert [at for at, one in enumerate(got["options"]) if one.get("correct")] == [asked["right"]]
    assert [one.get("feedback", "") for one in got["options"]] == [
        said[7] if told else "" for told in asked["feedback"]
    ]
    assert got.get("explain", "") == (said[6] if asked["explain"] else "")
    assert brought.lost == ()


@settings(max_examples=60, deadline=None)
@given(choice(), st.sampled_from(",;\t"), st.booleans())
def test_table(asked: dict[str, Any], between: str, numbers: bool) -> None:
    """Parted by commas, semicolons or tabs, the right one named by letter or number."""
    count = len(asked["options"])
    head = [
        "question",
        *(f"option {at + 1}" for at in range(count)),
        *(f"feedback {at + 1}" for at in range(count)),
        "answer",
        "explain",
    ]
    key = str(asked["right"] + 1) if numbers else chr(65 + asked["right"])
    out = io.StringIO()
    csv.writer(out, delimiter=between).writerows(
        [head, [asked["stem"], *asked["options"], *asked["feedback"], key, asked["explain"]]]
    )
    brought = table.read(out.getvalue().encode("utf-8-sig"), "x")
    holds(question(brought), asked)
    assert brought.lost == ()


NUMBERS = st.decimals(-1000, 1000, places=4, allow_nan=False)


@settings(max_examples=40, deadline=None)
@given(NUMBERS, st.decimals("0.0001", 10, places=4))
def test_numbers_in_all_forms(value: Any, tolerance: Any) -> None:
    """To the last digit."""
    files = {
        gift: f"Q?{{#{value}:{tolerance}}}",
        text2qti: f"1. Q?\n= {value} +- {tolerance}\n",
        table: f"question,type,answer,tolerance\nQ?,numeric,{value},{tolerance}\n",
        moodle: "<quiz><question "
        'type="numerical"><name><text>n</text></name><questiontext><text>Q</text></questiontext>'
        f'<answer fraction="100"><text>{value}</text><tolerance>{tolerance}</tolerance></answer></question></quiz>',
    }
    for dialect, text in files.items():
        got = question(dialect.read(text.encode(), "x"))
        assert got["answer"] == {"value": float(value), "tolerance": float(tolerance)}, dialect.__name__


@settings(max_examples=40, deadline=None)
@given(OPTIONS, OPTIONS, st.booleans(), TEXT)
def test_pairs_words_and_decisions_in_gift_and_moodle(
    left: list[str], right: list[str], answer: bool, stem: str
) -> None:
    """Matching, short answers and true or false."""
    pairs = [(a.replace("->", "→"), re.sub("->|<|&", "→", b)) for a, b in zip(left, right, strict=False)]
    told = "".join(f"\n  =[plain]{in_gift(a)} -> {in_gift(b)}" for a, b in pairs)
    xml = "".join(
        f"<subquestion "
        f'format="plain_text"><text>{escape(a)}</text><answer><text>{escape(b)}</text></answer></subquestion>'
        for a, b in pairs
    )
    got = question(gift.read(f"Match. {{{told}\n}}".encode(), "x"))
    assert [(shown(one["left"]), shown(one["right"])) for one in got["pairs"]] == [
        (as_typed(a), as_typed(b)) for a, b in pairs
    ]
    got = question(
        moodle.read(
            f"<quiz><question "
            f'type="matching"><name><text>n</text></name><questiontext><text>Q</text></questiontext>{xml}</question></quiz>'.encode(),
            "x",
        )
    )
    assert [(shown(one["left"]), shown(one["right"])) for one in got["pairs"]] == [
        (as_typed(a), as_typed(b)) for a, b in pairs
    ]
    got = question(gift.read(f"[plain]{in_gift(stem)}{{{'T' if answer else 'F'}}}".encode(), "x"))
    assert (shown(got["stem"]), got["answer"]) == (as_typed(stem), answer)
    short = question(gift.read(f"Q?{{{''.join(' =' + in_gift(one) for one in ('let-down', 'a: b'))}}}".encode(), "x"))
    assert short["accept"] == ["let-down", "a: b"]
