import json
from pathlib import Path

import pytest

from builder.model.quiz import Option, Quiz, SingleChoice
from builder.render.asked import asked, asked_questions
from builder.render.quizdata import quiz_data, quiz_script
from builder.render.shuffle import fnv1a, mulberry32, shuffled
from render.every_question import EVERY, QUIZ, SINGLE, drawer, option, prose, question

TABLE = Path(__file__).parents[2] / "builder/web/test/shuffle-table.json"


def told(keys: bool = True, quiz: Quiz = QUIZ) -> dict[str, dict[str, object]]:
    data = quiz_data(quiz, quiz.questions, lambda p: p.html, lambda see: f"#{see}", keys=keys)
    return {q["id"]: q for q in json.loads(json.dumps(data))["questions"]}


@pytest.mark.parametrize("row", json.loads(TABLE.read_text("utf-8")), ids=lambda row: row["seed"])
def test_orders_are_those_the_browser_is_held_to(row: dict[str, list[int]]) -> None:
    numbers = mulberry32(fnv1a(row["seed"]))  # type: ignore[arg-type]
    assert [next(numbers) for _ in range(3)] == row["numbers"]
    assert list(shuffled(row["things"], row["seed"], row["fixed"])) == row["order"]  # type: ignore[arg-type]


def test_every_type_tells_its_key() -> None:
    by = told()
    assert len(by) == 14
    assert [o["id"] for o in by["onset"]["options"] if o["correct"]] == ["letdown"]  # type: ignore[attr-defined]
    assert by["choice"]["answer"] is False
    assert by["choice"]["feedback"] == {
        "true": "KEY-SAID It is not about the child.",
        "false": "KEY-SAID Yes.",
    }
    assert by["word"]["accept"] == ["milk ejection reflex", "MER"]
    assert (by["minutes"]["value"], by["minutes"]["tolerance"], by["minutes"]["unit"]) == ("5", "0.5", "min")
    assert by["tell-apart"]["rows"] == [{"id": "r1", "column": "dmer"}, {"id": "r2", "column": "ppd"}]
    assert by["gaps"]["gaps"][1] == {"id": "g2", "menu": ["hours", "minutes", "days"], "accept": ["minutes"]}  # type: ignore[index]
    assert [r["correct"] for r in by["where"]["regions"]] == [False, True, False]  # type: ignore[attr-defined]
    assert by["think"]["model_answer"] == "KEY-MODEL You are not alone."
    assert [part["id"] for part in by["mara"]["parts"]] == ["ask", "how-long"]  # type: ignore[attr-defined]
    assert by["met"]["answer"] == "maybe"
    assert by["onset"]["see"] == "#what-it-is#definition"
    assert by["onset"]["must_pass"] is True
    assert by["signs"]["points"] == 2
    assert by["useful"]["points"] == 0


def test_without_keys_nothing_tells_right_from_wrong() -> None:
    text = json.dumps(told(keys=False))
    for secret in ("KEY-SAID", "KEY-EXPLAIN", "KEY-MODEL", "KEY-EXPECT", "correct", "accept", "column", '"value"'):
        assert secret not in text, secret
    assert told(keys=False)["pairs"]["pairs"] == [{"id": "p1"}, {"id": "p2"}, {"id": "p3"}]
    assert "order" not in told(keys=False)["sequence"]


def test_what_a_presenter_expects_is_never_told() -> None:
    assert "KEY-EXPECT" not in json.dumps(told())


def test_the_key_of_a_match_names_choices_the_form_has() -> None:
    by = told()
    match = next(q for q in EVERY if q.id == "pairs")
    shown = {item.id: item.text.html for item in asked(QUIZ, match).choices}
    right = [shown[pair["choice"]] for pair in by["pairs"]["pairs"]]  # type: ignore[attr-defined]
    assert right == ["lets milk flow", "makes milk", "holds prolactin back"]
    assert len(shown) == 4


def test_two_pairs_may_share_one_right_side() -> None:
    match = next(q for q in EVERY if q.id == "pairs")
    pairs = match.form.pairs  # type: ignore[union-attr]
    form = match.form._replace(pairs=(pairs[0], pairs[1]._replace(right=pairs[0].right)))  # type: ignore[union-attr]
    quiz = QUIZ._replace(questions=(match._replace(form=form),))
    assert len(asked(quiz, quiz.questions[0]).choices) == 2
    first, second = told(quiz=quiz)["pairs"]["pairs"]  # type: ignore[misc]
    assert first["choice"] == second["choice"]


def test_things_to_order_never_begin_in_order() -> None:
    order = next(q for q in EVERY if q.id == "sequence")
    for number in range(60):
        quiz = QUIZ._replace(seed=str(number))
        key = told(quiz=quiz)["sequence"]["order"]
        shown = [item.id for item in asked(quiz, order).items]
        assert shown != key
        assert sorted(shown) == sorted(key)  # type: ignore[call-overload]


def test_a_fixed_option_keeps_its_place_and_all_stay() -> None:
    for number in range(40):
        options = asked(QUIZ._replace(seed=str(number)), SINGLE).q.form.options  # type: ignore[union-attr]
        assert options[3].id == "none"
        assert {one.id for one in options} == {"letdown", "waking", "weaning", "none"}
    assert asked(QUIZ._replace(shuffle_options=False), SINGLE).q == SINGLE


def test_questions_are_shuffled_only_where_asked() -> None:
    assert asked_questions(QUIZ, EVERY) == EVERY
    mixed = asked_questions(QUIZ._replace(shuffle_questions=True), EVERY)
    assert mixed != EVERY
    assert {q.id for q in mixed} == {q.id for q in EVERY}


def test_no_text_can_end_the_data_block() -> None:
    form = SingleChoice((option("a", "</script><b>x</b>", True, "</script>"), Option("b", prose("y"))))
    data = quiz_data(QUIZ, (question("x", "single", "</script>", form),), drawer().prose)
    block = quiz_script(data)
    assert block.count("</script>") == 1
    assert json.loads(block[block.index(">") + 1 : -len("</script>")]) == data
