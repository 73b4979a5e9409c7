"""What a quiz as a whole asks: the draw and the order that screen and paper share, and what a pre-test borrows."""

import json
from pathlib import Path
from typing import Any

import pytest

from builder.model.prose import NOTHING
from builder.model.quiz import Cloze, Draw, MultipleChoice, Question, Quiz, Reflection, SingleChoice, TrueFalse
from builder.pipeline import load
from builder.render.asked import asked, asked_questions, drawn, whole
from builder.render.memo import Memo
from builder.render.shuffle import shuffled
from render.every_question import EVERY, MATCH, QUIZ

TABLES = Path(__file__).parents[2] / "builder/web/test"
TABLE, LAID = (json.loads((TABLES / f"{name}-table.json").read_text("utf-8")) for name in ("draw", "laid"))


def pooled(pools: dict[str, str], **rules: object) -> Quiz:
    questions = tuple(
        Question(id_, "reflection", NOTHING, Reflection(NOTHING), pool=pool) for id_, pool in pools.items()
    )
    return Quiz("x", "X", questions)._replace(**rules)  # type: ignore[arg-type]


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row["seed"])
def test_draws_are_those_the_browser_is_held_to(row: dict[str, object]) -> None:
    """`drawn` in shuffle.js is held to the same table."""
    name, picks = str(row["name"]), tuple((pool, pick) for pool, pick in row["picks"])  # type: ignore[attr-defined]
    quiz = pooled(row["pools"], seed=row["seed"], draws={name: Draw(name, picks)})  # type: ignore[arg-type]
    assert [question.id for question in drawn(quiz, name)] == row["drawn"]


def test_a_quiz_without_ask_asks_everything() -> None:
    """A named draw alone is for the lesson that asks for it."""
    quiz = pooled({"a": "core", "b": "core"}, draws={"exit": Draw("exit", (("core", 1),))})
    assert whole(quiz) == quiz.questions
    assert len(whole(quiz._replace(ask="exit"))) == 1


def test_what_is_drawn_is_shuffled_by_the_same_seed() -> None:
    """First the draw, in the bank's order, then the order of questions."""
    quiz = pooled({f"q{n}": "core" for n in range(9)}, draws={"form": Draw("form", (("core", 5),))}, ask="form")
    plain = whole(quiz)
    mixed = whole(quiz._replace(shuffle_questions=True))
    assert mixed == shuffled(plain, "x/questions")
    assert mixed == asked_questions(quiz._replace(shuffle_questions=True), plain)


def test_a_pre_test_has_the_ids_of_its_bank_and_an_order_of_its_own() -> None:
    """Answers to both can be held side by side; the letters to call out differ."""
    before = QUIZ._replace(id="pre-test", pretest_of=QUIZ.id, seed="pre-test")
    ids = [{choice.id for choice in asked(quiz, MATCH).choices} for quiz in (QUIZ, before)]
    assert ids[0] == ids[1]
    orders = [[[c.id for c in asked(quiz, q).choices + asked(quiz, q).items] for q in EVERY] for quiz in (QUIZ, before)]
    assert orders[0] != orders[1]


@pytest.mark.parametrize("row", LAID, ids=lambda row: f"{row['seed']} {row['question']['id']}")
def test_options_pairs_and_items_stand_where_the_browser_puts_them(row: dict[str, Any]) -> None:
    """The paper of a later attempt, too: its seed is the quiz's with the number behind it. `arrange.js` is the twin."""
    question = next(q for q in EVERY if q.id == row["question"]["id"])
    put = asked(QUIZ._replace(seed=row["seed"]), question)
    match put.q.form:
        case SingleChoice(options) | MultipleChoice(options) | TrueFalse(reason=options):
            laid = [option.id for option in options]
        case Cloze(gaps=gaps):
            laid = [word for gap in gaps for word in gap.menu]
        case _:
            laid = [item.id for item in (*put.choices, *put.items)]
    assert laid == row["laid"]


def test_the_seminar_s_pre_test_asks_for_every_objective() -> None:
    """Five questions drawn by its seed; a change of the bank may ask for another."""
    loaded = load(Path(__file__).parents[2], memo=Memo(None))
    (course,) = (course for course in loaded.courses if course.id == "dmer")
    asked_before = whole(course.quizzes["pre-test"])
    assert len(asked_before) == 5
    assert {question.objective for question in asked_before} == {aim.id for aim in course.objectives}
    assert not any(question.must_pass for question in asked_before)
