"""Every question type as it is written, and the form that it gets."""

# ruff: noqa: E501 -- tables and examples: one row, one line

from decimal import Decimal
from typing import Any

import pytest

from builder.model.quiz import (
    CaseStudy,
    Cloze,
    Gap,
    Hotspot,
    Matching,
    Matrix,
    MultipleChoice,
    Numeric,
    Ordering,
    Poll,
    Question,
    Reflection,
    Scale,
    ShortText,
    TrueFalse,
)
from builder.parse.forms import percent
from builder.parse.times import seconds
from support.project import Project

HEAD = "title: Q\nquestions:\n  - {id: q, stem: What?, "


def asked(project: Project, rest: str) -> Question:
    """The question that is written."""
    project.lesson().picture("img/x.svg").quiz(f"{HEAD}{rest}}}\n")
    assert project.found() == []
    (question,) = project.course().quizzes["post-test"].questions
    return question


def form(project: Project, rest: str, kind: type) -> Any:
    """The question's form, of the kind that is expected."""
    made = asked(project, rest).form
    assert isinstance(made, kind)
    return made


def test_multiple(project: Project) -> None:
    """Several right options, and how many to choose."""
    made = form(
        project,
        "type: multiple, choose: 2, options: [{text: A, correct: true}, {text: B, correct: true}, {text: C}]",
        MultipleChoice,
    )
    assert (made.choose, [o.correct for o in made.options]) == (2, [True, True, False])


def test_menu_of_a_gap(project: Project) -> None:
    """Brackets around the whole of a word mark the right one; brackets within a word are its own."""
    made = form(
        project,
        'type: cloze, text: "It is [[(let-down) || latch (mouth) || (a) or (b) || pump)]] and [[((milk) flow) || x]]."',
        Cloze,
    )
    assert [(gap.accept, gap.menu) for gap in made.gaps] == [
        (("let-down",), ("let-down", "latch (mouth)", "(a) or (b)", "pump)")),
        (("(milk) flow",), ("(milk) flow", "x")),
    ]


@pytest.mark.parametrize("written", ['{value: "1,000"}', '{value: 5, tolerance: "1,500"}', '{value: "-12,000"}'])
def test_a_thousand_or_one(project: Project, written: str) -> None:
    """A number that may be read in two ways is no key: it is asked which."""
    project.lesson().quiz(f"{HEAD}type: numeric, answer: {written}}}\n")
    (found,) = project.load().diagnostics
    assert found.rule.code == "Q101"
    assert "may be read as" in found.message
    assert found.at.line == 3


@pytest.mark.parametrize(
    ("written", "value"), [('"0,125"', "0.125"), ('"1,5"', "1.5"), ("1000", "1000"), ('"1000,5"', "1000.5")]
)
def test_a_decimal_comma(project: Project, written: str, value: str) -> None:
    """A comma where there is only one way to read it."""
    made = form(project, f"type: numeric, answer: {{value: {written}}}", Numeric)
    assert made.value == Decimal(value)


def test_credit(project: Project) -> None:
    """Credit to the digit, and credit that is taken away."""
    options = "{text: A, correct: true, credit: 33.33 %}, {text: B, correct: true}, {text: C, credit: -50%}"
    made = form(project, f"type: multiple, options: [{options}]", MultipleChoice)
    assert [option.credit for option in made.options] == [Decimal("33.33"), None, Decimal(-50)]


def test_made_option_ids(project: Project) -> None:
    """Options without an id get one from their text, each its own."""
    long = "Doctors who listen to mothers"
    made = form(
        project, f"type: multiple, options: [{{text: {long} A}}, {{text: {long} B}}, {{text: No}}]", MultipleChoice
    )
    assert [o.id for o in made.options] == ["doctors-who-listen-to-mo", "doctors-who-listen-to-mo-2", "no"]


def test_credit_per_option(project: Project) -> None:
    """An option may earn a part of the points."""
    made = form(project, "type: single, options: [{text: A, correct: true}, {text: B, credit: 50%}]", object)
    assert [o.credit for o in made.options] == [None, 50]


def test_true_false(project: Project) -> None:
    """The verdict, what is told for each answer, and the reasons to choose from."""
    made = form(
        project,
        "type: true_false, answer: false, feedback: {true: No., false: Yes.}, reason: [{text: A, correct: true}, {text: B}]",
        TrueFalse,
    )
    assert (made.answer, made.if_true.html, made.if_false.html, len(made.reason)) == (False, "No.", "Yes.", 2)


def test_short(project: Project) -> None:
    """Accepted words stay as they are written, `no` among them."""
    made = form(project, "type: short, accept: [let-down, no, 2:30], pattern: '^let'", ShortText)
    assert made == ShortText(("let-down", "no", "2:30"), "^let")


@pytest.mark.parametrize(
    ("written", "value", "tolerance"),
    [
        ("{value: 5, tolerance: 0.5, unit: min}", "5", "0.5"),
        ("{value: '2,5'}", "2.5", "0"),
        ("{value: -1.50}", "-1.50", "0"),
    ],
)
def test_numeric(project: Project, written: str, value: str, tolerance: str) -> None:
    """A number with a point or a comma, and how far off is near enough."""
    made = form(project, f"type: numeric, answer: {written}", Numeric)
    assert (made.value, made.tolerance) == (Decimal(value), Decimal(tolerance))


def test_match(project: Project) -> None:
    """Pairs, and right sides that belong to none."""
    made = form(
        project, "type: match, pairs: [{left: A, right: B}, {left: C, right: D}], distractors: [E, E]", Matching
    )
    assert [(p.left.html, p.right.html) for p in made.pairs] == [("A", "B"), ("C", "D")]
    assert [d.id for d in made.distractors] == ["e", "e-2"]


def test_order(project: Project) -> None:
    """Items in their right order, with ids of their own even where the texts are alike."""
    made = form(project, "type: order, items: [First, Second, First]", Ordering)
    assert [item.id for item in made.items] == ["first", "second", "first-2"]


def test_cloze(project: Project) -> None:
    """Gaps with words to type, and gaps with a menu whose right entry stands in brackets."""
    made = form(
        project,
        'type: cloze, text: "It comes with the [[let-down ‖ MER]], lasts [[(minutes)‖hours]] and *[[lifts||goes]]*"',
        Cloze,
    )
    assert made.gaps == (
        Gap("g1", ("let-down", "MER")), Gap("g2", ("minutes",), ("minutes", "hours")), Gap("g3", ("lifts", "goes")),
    )  # fmt: skip
    assert made.html.count("<gap id=") == 3


def test_eleven_gaps(project: Project) -> None:
    """The eleventh gap is not the first one's."""
    made = form(project, f"type: cloze, text: '{' '.join(f'[[w{n}]]' for n in range(11))}'", Cloze)
    assert made.html == " ".join(f'<gap id="g{n}"></gap>' for n in range(1, 12))


def test_matrix(project: Project) -> None:
    """Rows name their column by its id or its words."""
    made = form(
        project,
        "type: matrix, columns: [{id: y, text: Yes}, No], rows: [{text: A, column: y}, {text: B, column: No}]",
        Matrix,
    )
    assert [row.column for row in made.rows] == ["y", "no"]


def test_hotspot(project: Project) -> None:
    """Regions of a picture, each with its label."""
    made = form(
        project,
        "type: hotspot, image: img/x.svg, alt: A, regions: [{label: A, coords: [0, 0, 10, 10], correct: true}, {id: b, shape: circle, label: B, coords: [1, 2, 3]}]",
        Hotspot,
    )
    assert (made.image, [(r.id, r.shape, r.correct) for r in made.regions]) == (
        "img/x.svg", [("r1", "rect", True), ("b", "circle", False)],
    )  # fmt: skip


def test_reflection(project: Project) -> None:
    """A model answer and lines to write on."""
    made = form(project, "type: reflection, model_answer: So., lines: 6", Reflection)
    assert (made.model_answer.html, made.lines) == ("So.", 6)


def test_case(project: Project) -> None:
    """A case's parts are questions, found by their own ids."""
    made = form(project, "type: case, parts: [{id: p, type: short, stem: Who?, accept: [A]}]", CaseStudy)
    assert made.parts[0].id == "p"
    found = project.course().quizzes["post-test"].find("p")
    assert found is not None
    assert found.type == "short"


def test_scale_and_poll(project: Project) -> None:
    """A scale's ends, and a poll's hidden answer."""
    scale = form(project, "type: scale, from: 1, to: 5, labels: [No, '*Yes*'], na: true", Scale)
    assert (scale.low, scale.high, scale.na, [label.html for label in scale.labels]) == (
        1,
        5,
        True,
        ["No", "<em>Yes</em>"],
    )
    made = form(project, "type: poll, options: [{id: a, text: A}, {text: B}], answer: a, expect: Most say A.", Poll)
    assert (made.answer, made.expect.html) == ("a", "Most say A.")


@pytest.mark.parametrize(
    ("kind", "rest", "partial"),
    [("single", "options: [{text: A, correct: true}, {text: B}]", "all_or_nothing"), ("order", "items: [A, B]", "all_or_nothing"),
     ("match", "pairs: [{left: A, right: B}, {left: C, right: D}]", "per_pair"), ("cloze", "text: '[[a]]'", "per_gap"),
     ("matrix", "columns: [A, B], rows: [{text: C, column: A}]", "per_row"), ("short", "accept: [a]", "best")],
)  # fmt: skip
def test_usual_scoring(project: Project, kind: str, rest: str, partial: str) -> None:
    """Each type has a usual way to score a partly right answer."""
    assert asked(project, f"type: {kind}, {rest}").partial == partial


def test_revision(project: Project) -> None:
    """A question's revision changes with its key or its words, and with nothing else."""
    base = asked(project, "type: true_false, answer: true").revision
    assert asked(project, "type: true_false, answer: true, explain: Because., hints: [Think.]").revision == base
    assert asked(project, "type: true_false, answer: false").revision != base
    shown = [asked(project, f"type: short, accept: [a], image: img/x.svg, alt: {alt}").revision for alt in ("A", "B")]
    assert shown[0] == shown[1]


def test_a_revision_is_of_the_words_and_not_of_how_they_are_set(project: Project) -> None:
    """Better spacing or quotation marks must not take a learner's answers away; another word or picture must."""

    def of(stem: str) -> str:
        project.lesson().picture("img/x.svg").picture("img/y.svg")
        project.quiz(f"title: Q\nquestions: [{{id: q, type: true_false, answer: true, stem: '{stem}'}}]\n")
        (question,) = project.course().quizzes["post-test"].questions
        return question.revision

    base = of('In 24 % of "waves" -- why? ![A wave](img/x.svg)')
    assert of("In 24\u00a0% of “waves” – why? ![A wave](img/x.svg)") == base
    assert of('In 24 % of **"waves"** -- why? ![Another wave](img/x.svg)') == base
    assert of('In 24 % of "waves" -- why? ![A wave](img/y.svg)') != base
    assert of('In 25 % of "waves" -- why? ![A wave](img/x.svg)') != base


@pytest.mark.parametrize(
    ("written", "length"),
    [("90s", 90), ("2m", 120), ("1.5m", 90), ("1m30s", 90), ("1h", 3600), ("1 h", 3600), ("5 min", 300), ("", None),
     ("soon", None), ("5", None), ("-5s", None), ("5s later", None)],
)  # fmt: skip
def test_seconds(written: str, length: int | None) -> None:
    """Lengths of time as authors write them."""
    assert seconds(written) == length


@pytest.mark.parametrize(("written", "length"), [("null", 0), ("20", 1200), ("20m", 1200), ("90s", 90), ("1 h", 3600)])
def test_time_limit(project: Project, written: str, length: int) -> None:
    """A quiz's time limit; a bare number means minutes."""
    project.lesson().quiz(f"title: Q\ntime_limit: {written}\nquestions: [{{id: q, type: reflection, stem: A}}]\n")
    assert project.course().quizzes["post-test"].time_limit == length


@pytest.mark.parametrize(("written", "value"), [("80%", 80), ("80 %", 80), ("0", 0), ("66.6%", 67), ("", None)])
def test_percent(written: str, value: int | None) -> None:
    """Percentages with and without their sign."""
    assert percent(written) == value


def test_pass_mark_of_nothing(project: Project) -> None:
    """A completion with a pass mark of 0 % is not taken for one without."""
    project.lesson().file("slides/c/course.yaml", "title: A\nlanguage: en\ncompletion: {pass: 0%}\n")
    assert project.course().completion.pass_mark == 0


def test_draw(project: Project) -> None:
    """A draw takes so many questions of each pool, always the same ones, in the quiz's order."""
    each = "".join(
        f"  - {{id: {pool}{n}, type: reflection, pool: {pool}, stem: A}}\n" for n in range(9) for pool in "ab"
    )
    head = "title: Q\ndraw: {exit: [{pool: a, pick: 4}, {pool: b, pick: 1}, {pool: b, pick: 1}], all: [{pool: a, pick: 99}]}\n"
    project.quiz(f"{head}questions:\n{each}").lesson(
        '## A\n\n{{< quiz post-test draw="exit" >}}\n\n{{< quiz post-test draw="all" >}}\n'
    )
    assert project.found() == []
    exit_set, whole = [[q.id for q in block.questions] for block in project.taught().slides[0].blocks]  # type: ignore[union-attr]
    assert [name[0] for name in exit_set].count("a") == 4
    assert [name[0] for name in exit_set].count("b") == 2
    assert exit_set == sorted(exit_set, key=lambda name: (name[1], name[0]))
    assert whole == [f"a{n}" for n in range(9)]
    again = [[q.id for q in block.questions] for block in project.taught().slides[0].blocks]  # type: ignore[union-attr]
    assert again == [exit_set, whole]


def test_a_picture_above_the_answers(project: Project) -> None:
    """Its words, or that it needs none; without either it is a finding (L116)."""
    made = asked(project, "type: short, accept: [a], image: img/x.svg, alt: A curve")
    assert (made.image, made.alt) == ("img/x.svg", "A curve")
    made = asked(project, "type: short, accept: [a], image: img/x.svg, decorative: true")
    assert (made.image, made.alt) == ("img/x.svg", "")


def test_words_of_places_and_steps_are_markdown(project: Project) -> None:
    """As every text of a question."""
    made = form(
        project,
        "type: hotspot, image: img/x.svg, alt: A, regions: [{label: 'At *let-down*', coords: [0, 0, 9, 9]}, {label: B, coords: [9, 9, 9, 9]}]",
        Hotspot,
    )
    assert [region.label.html for region in made.regions] == ["At <em>let-down</em>", "B"]


def test_maths_may_end_with_a_sign(project: Project) -> None:
    r"""`$57\,\%$` is maths: an escape may be its last character."""
    assert "<math" in asked(project, r"type: short, accept: [a], explain: 'So $57\,\%$ of them.'").explain.html
