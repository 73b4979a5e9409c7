"""Every check: a course it objects to, courses it leaves alone, and its page."""

# ruff: noqa: E501 -- tables: one row, one line

from decimal import Decimal

import pytest

from builder.check import findings, rules
from builder.model.asset import Asset
from builder.model.block import Callout, Case, Column, Columns, Example, Generated, Group, Listing, QuizSlot, Video
from builder.model.course import (
    Completion,
    Course,
    Credit,
    Help,
    HelpLine,
    Objective,
    Person,
    Provider,
    Reference,
    Review,
    Section,
    Term,
)
from builder.model.diagnostic import Ignore
from builder.model.prose import NOTHING
from builder.model.quiz import (
    Cloze,
    Draw,
    Gap,
    Hotspot,
    MultipleChoice,
    Numeric,
    Ordering,
    Question,
    Reflection,
    Region,
    ShortText,
    TrueFalse,
)
from check.sample import (
    AT,
    FIGURE,
    HELP,
    QUIZ_AT,
    SHEET,
    asked,
    course,
    lesson,
    option,
    prose,
    quiz,
    single,
    slide,
    taught,
    text,
)


def codes(found: Course) -> list[str]:
    return sorted({d.rule.code for d in findings(found)})


def form(kind: object, stem: str = "What?", **fields: object) -> Question:
    return single(stem=stem, **fields)._replace(form=kind)  # type: ignore[arg-type]


def several(number: int, right: int = 0, words: tuple[str, ...] = ("aa", "bb", "cc")) -> tuple[Question, ...]:
    """Questions whose right option stands in one place."""
    return tuple(
        single(f"q{n}", *(option(f"o{i}", f"{w}{n}", i == right) for i, w in enumerate(words)), stem=f"What is {n}?")
        for n in range(number)
    )


def sample(*blocks: object, notes: tuple[object, ...] = ()) -> Example:
    return Example(Listing("A diagnosis"), blocks, notes)  # type: ignore[arg-type]


BOTH = (option("a", "One", True), option("b", "Two", True))
DRAWN = {"exit": Draw("exit", (("core", 1),))}
POOL = (single("x", pool="core", must_pass=True), single("y", pool="core", stem="And why?"))

LEARNED = "<p>" + "Multidisciplinary consultation facilitates individualised lactation management. " * 12 + "</p>"
SPOILT: list[tuple[str, Course]] = [
    ("A201", asked(form(Hotspot("a.svg", "", (Region("r", "rect", (0, 0, 1, 1), NOTHING, True), Region("t", "rect", (), prose("T"))))))),
    ("A202", taught(slide(FIGURE._replace(alt="IMG_4711.jpg")))),
    ("A206", course(lessons=(lesson(slide(HELP, FIGURE._replace(asset="b.jpg"))),), assets={"b.jpg": Asset("b.jpg", "slides/c/b.jpg", "image/jpeg", 9, "0", 1, 1)})),
    ("A203", taught(slide(FIGURE._replace(alt="Curve")))),
    ("A203", taught(slide(FIGURE._replace(alt="A picture of the curve that we mean")))),
    ("A204", course(
        lessons=(lesson(slide(HELP, FIGURE._replace(credit="", asset="b.jpg"))),),
        assets={"b.jpg": Asset("b.jpg", "slides/c/b.jpg", "image/jpeg", 9, "0")},
    )),
    ("A205", course(lessons=(lesson(slide(HELP)),))),
    ("C201", course(help=None)),
    ("C201", course(help=Help(" "))),
    ("C202", course(help=Help("112", (HelpLine("Line", ""),)))),
    ("C203", course(help=Help("112"))),
    ("C210", course(review=Review("B", "2025-01-01", "2026-01-01"))),
    ("C211", course(review=Review("", "", "2027-11-01"))),
    ("C212", course(review=Review("B", "", "2027-11-01"))),
    ("C213", course(review=Review("B", "2026-11-01", ""))),
    ("C214", course(review=Review("B", "2026-12-24", "2027-11-01"))),
    ("C215", course(credit=Credit("IBLCE", "L", 60))),
    ("C239", course(language="ar")),
    ("C239", course(language="es-MX")),
    ("C217", course(subject="other", lessons=(lesson(slide(FIGURE, text("A symptom, and its treatment."))),))),
    ("C217", course(subject="other", language="es", lessons=(lesson(slide(FIGURE, text("El tratamiento."))),))),
    ("C217", course(subject="other", sheets=(SHEET._replace(blocks=(text("Ask who prescribes it.", cites=("heise2011",)),)),))),
    ("C241", course(subject="other", lessons=(lesson(slide(FIGURE, sample(text("Take 20 mg.")))),))),
    ("C242", course(subject="other", lessons=(lesson(slide(FIGURE, sample(notes=(text("Zoloft"),)))),))),
    ("C216", course(language="pt")),
    ("C216", course(language="pt-BR")),
    ("C220", course(objectives=(), lessons=(lesson(objectives=()),), quizzes={})),
    ("C221", course(objectives=(Objective("timing", "Understand when it comes.", at=AT),))),
    ("C221", course(objectives=(Objective("timing", "To have a good understanding of it.", at=AT),))),
    ("C222", course(lessons=(lesson(objectives=()),))),
    ("C223", asked(single(objective=""))),
    ("C230", course(people=())),
    ("C231", course(people=(Person("p", "A"),))),
    ("C232", course(people=(Person("p", "A", disclosure="To be completed by the presenter."),))),
    ("C233", course(event="Spring meeting, sponsored by a company")),
    ("C234", course(code_statement="")),
    ("C236", course(credit=Credit("IBLCE", "L", 60, "1 L-CERP.", number="1", starts="2026-01-01"))),
    ("C237", course(date="2028-01-01", credit=Credit("IBLCE", "L", 60, "1 L-CERP.", "IBLCE", "1", "2026-01-01", "2027-01-01"))),
    ("C238", course(provider=Provider())),
    ("C235", taught(slide(text("This hour is approved by IBLCE.")))),
    ("C241", taught(slide(text("Often 10 mg three times a day.")))),
    ("C241", course(glossary=(Term("t", "Tablet", prose("Often 10 mg."), at=AT),))),
    ("C241", taught(slide(notes=(text("Tell them to take two tablets."),)))),
    ("C241", asked(single("o", option("a", "5–10 mcg nasally", True), option("b", "Nothing at all, ever, for anyone")))),
    ("C242", taught(slide(prose=(text("Some are given Reglan."),)))),
    ("C290", course(ignore=(Ignore("Q131", "looked at it"),))),
    ("C291", course(people=(), ignore=(Ignore("C230", " "),))),
    ("L201", course(lessons=(lesson(slide(FIGURE)),))),
    ("L230", course(sheets=(SHEET._replace(audience="parents", blocks=(text("", LEARNED), HELP)),))),
    ("L231", course(sheets=(SHEET._replace(audience="parents", type_size=11),))),
    ("L232", course(sheets=(SHEET._replace(sources=("nobody2099",)),))),
    ("L233", course(sheets=(SHEET._replace(link="hotline"),))),
    ("L202", course(sheets=(SHEET._replace(blocks=(text("A wave.", cites=("heise2011",)),)),))),
    ("L210", course(lessons=(lesson(minutes=2),))),
    ("L211", course(lessons=(lesson(slide(HELP, FIGURE), slide()),))),
    ("L212", course(lessons=(lesson(slide(HELP, FIGURE), slide(seconds=None)),))),
    ("L213", course(lessons=(lesson(slide(HELP, FIGURE, seconds=None), seconds=0),))),
    ("L214", course(lessons=(lesson(slide(HELP, FIGURE, seconds=30)),))),
    ("L220", taught(slide(text("word " * 91)))),
    ("L221", taught(slide(Columns((Column("", (text("a", "<ul>" + "<li>a</li>" * 5 + "</ul>"),)),) * 2)))),
    ("L222", taught(slide(title=prose("")._replace(html=""), blocks=()))),
    ("L223", taught(slide(title=prose("")._replace(html="")))),
    ("L224", taught(slide(text("Deep", "<h4>Deep</h4>")))),
    ("Q102", asked(single("o", option("a", "Yes", True)))),
    ("Q102", asked(form(Ordering(())))),
    ("Q103", asked(single("o", option("a", "Yes"), option("b", "Not so")))),
    ("Q103", asked(form(ShortText(())))),
    ("Q103", asked(form(Cloze("It <gap></gap>.", (Gap("g", ("x",), ("y", "z")),))))),
    ("Q103", asked(form(Numeric(Decimal("NaN"))))),
    ("Q104", asked(form(MultipleChoice(BOTH, 2)))),
    ("Q105", asked(single("o", option("a", "The same", True), option("b", "the  same."), option("c", "Another one here")))),
    ("Q106", asked(form(Reflection()))),
    ("Q106", asked(pass_mark=120)),
    ("Q107", asked(single(pool="core"), draws={"exit": Draw("exit", (("core", 2),))})),
    ("Q108", course(completion=Completion(), quizzes={"q": quiz(*POOL, draws=DRAWN, pass_mark=0)})),
    ("Q108", course(completion=Completion(quiz="q"), quizzes={"q": quiz(*POOL, id="q", draws=DRAWN, ask="exit")})),
    ("Q111", asked(single(), mode="practice", feedback="immediate", time_limit=600)),
    ("Q111", asked(single(), feedback="never")),
    ("Q111", asked(single(), mode="survey", feedback="never", certainty="required")),
    ("Q112", asked(form(MultipleChoice((*BOTH, option("c", "Three")._replace(credit=Decimal(0))))))),
    ("Q114", asked(form(MultipleChoice((*(key._replace(credit=Decimal(30)) for key in BOTH), option("c", "Three")))))),
    ("Q113", asked(form(Reflection())._replace(must_pass=True))),
    ("Q109", asked(single("a"), single("b"))),
    ("Q110", asked(single("o", option("a", "Yes", True), option("b", "Not so", feedback=""), explain=prose("")._replace(text="")))),
    ("Q120", asked(single("a"), single("b", stem="Why?", objective=""))),
    ("Q131", asked(*several(6, 0, ("the longest of them", "bb", "cc")))),
    ("Q132", asked(*several(6, 2), shuffle_options=False)),
    ("Q133", asked(single("o", option("a", "Milk flows in the end", True), option("b", "All of the above.")))),
    ("Q134", asked(single(stem="Which of these is not a sign of it?"))),
    ("Q135", asked(form(MultipleChoice((*BOTH, option("c", "Three")))))),
    ("R201", course(sheets=(SHEET._replace(cites=(), blocks=(text("A wave."), HELP)),))),
    ("R202", taught(slide(evidence="observational"))),
    ("R202", taught(slide(Group((text("A claim"),), evidence="established", at=AT)))),
    ("R203", course(references={"heise2011": Reference("heise2011", "A case report", at=AT)})),
]  # fmt: skip

FINE: list[tuple[str, Course]] = [
    ("an urgent callout on a slide is help in reach", course(lessons=(lesson(slide(Callout("urgent", "", (text("Call."),)), FIGURE)),))),
    ("help inside columns is found", course(lessons=(lesson(slide(Columns((Column("", (Generated("help"),)),)), FIGURE)),))),
    ("a decorative picture needs no words", taught(slide(FIGURE._replace(alt="", decorative=True)))),
    ("concentrations in blood are no dose", taught(slide(text("A level of 12 mg/dl, or 5 mg / l.")))),
    ("an amount of milk is no dose", taught(slide(text("Up to 800 ml a day.")))),
    ("drops of milk are no dose", taught(slide(text("Give 3 drops of colostrum from a spoon, 10 times a day.")))),
    ("words like a brand are fine", taught(slide(text("A willow by the lake; the spectra of light.")))),
    ("a claim of experts needs no study", taught(slide(evidence="expert"))),
    ("a graded claim that cites", taught(slide(text("So", cites=("heise2011",)), evidence="established", cites=("heise2011",)))),
    ("another subject wants no help and no review", course(
        subject="other", help=None, review=Review(), sheets=(SHEET._replace(blocks=(text("A wave.", cites=("heise2011",)),)),),
        lessons=(lesson(slide(FIGURE)),),
    )),
    ("what an example shows is not taught", course(
        subject="other", lessons=(lesson(slide(FIGURE, sample(text("A symptom."), notes=(text("A diagnosis."),)))),),
    )),
    ("a verb that can be seen", course(objectives=(Objective("timing", "Describe what parents understand."),))),
    ("shuffled options may be written in one place", asked(*several(6, 2))),
    ("few questions show no pattern", asked(*several(3, 0, ("the longest of them", "bb", "cc")))),
    ("“None of these” may be an answer", asked(single("o", option("a", "Milk flows at last", True), option("b", "None of these")))),
    ("a “not” that is no trap", asked(single(stem="A parent does not sleep. What do you ask first?"))),
    ("a question that says how many", asked(form(MultipleChoice((*BOTH, option("c", "Three"))), "Choose two:"))),
    ("the safety pool is drawn whole", course(
        completion=Completion(),
        quizzes={"q": quiz(*POOL, draws={"exit": Draw("exit", (("core", 2),))}, pass_mark=0)},
    )),
    ("the whole quiz completes the course", asked(*POOL, draws=DRAWN)),
    ("true and false with words on it", asked(form(TrueFalse(False)))),
    ("a survey has no key", course(
        completion=Completion(), objectives=(), lessons=(lesson(objectives=()),),
        quizzes={"e": quiz(single("o", option("a", "One"), option("b", "Two")), mode="survey", pass_mark=0)},
    )),
    ("hidden slides take no time", course(lessons=(lesson(slide(HELP, FIGURE), slide(seconds=60, hidden=True)),))),
    ("a slide for paper takes no time", course(
        lessons=(lesson(slide(HELP, FIGURE), slide(seconds=60, when=frozenset({"handout"}))),),
    )),
    ("headings that follow", taught(slide(prose=(text("a", "<h3>a</h3><h4>b</h4><h3>c</h3>"),)))),
    ("words that are not on the slide", taught(slide(prose=(text("word " * 200),), notes=(text("word " * 200),)))),
    ("a poster is a use", course(
        lessons=(lesson(slide(HELP, FIGURE, Video("f.mp4", "f.vtt", "A film", "p.jpg"))),),
        assets={name: Asset(name, name, "x", 1, "0") for name in ("img/curve.svg", "f.mp4", "f.vtt", "p.jpg")},
    )),
    ("a source that the glossary cites is cited", course(
        sheets=(SHEET._replace(cites=(), blocks=(text("A wave."), HELP)),),
        glossary=(Term("t", "Wave", prose("A wave.", cites=("heise2011",)), at=AT),),
    )),
    ("a case with its questions", taught(slide(Case("A parent", (text("I feel low."),), (text("Listen."),))))),
    ("a whole quiz on a slide", course(
        completion=Completion(),
        lessons=(lesson(slide(HELP, FIGURE, QuizSlot(quiz(*POOL, draws=DRAWN, pass_mark=0), POOL))),),
        quizzes={"post-test": quiz(*POOL, draws=DRAWN, pass_mark=0)},
    )),
]  # fmt: skip
# What these courses are about, apart from what they spoil on the way.
BESIDE = {"a survey has no key": ["C220"]}


def test_the_clean_course_is_clean() -> None:
    """The course all others are made from has no finding at all; else the tables below would prove nothing."""
    assert [f"{d.rule.code} {d.message}" for d in findings(course())] == []


@pytest.mark.parametrize(("code", "spoilt"), SPOILT, ids=[f"{code}-{n}" for n, (code, _) in enumerate(SPOILT)])
def test_each_fault_is_found(code: str, spoilt: Course) -> None:
    """A course with one fault gets that finding, with a file, words and a hint."""
    found = [d for d in findings(spoilt) if d.rule.code == code]
    assert found, codes(spoilt)
    assert all(d.at.file and d.message and d.hint for d in found)


@pytest.mark.parametrize(("what", "fine"), FINE, ids=[what for what, _ in FINE])
def test_what_is_fine_is_left_alone(what: str, fine: Course) -> None:
    """Courses that look a little like a fault and are none."""
    assert codes(fine) == BESIDE.get(what, [])


def test_codes_and_names_are_never_used_twice() -> None:
    """A code means one thing, in all rooms of the builder."""
    from importlib import import_module

    every = [*rules()]
    for room in ("read", "parse", "write"):
        every += import_module(f"builder.{room}.rules").RULES
    assert sorted(r.code for r in every) == sorted({r.code for r in every})
    assert sorted(r.name for r in every) == sorted({r.name for r in every})


def test_ignore_silences_with_a_reason() -> None:
    """A code with a reason is silent, and the ignore itself is no finding."""
    assert codes(course(people=(), ignore=(Ignore("C230", "a course by nobody, for a test"),))) == []


def test_urgent_help_cannot_be_ignored() -> None:
    """The one finding that no reason silences."""
    found = codes(course(help=None, ignore=(Ignore("C201", "we have no number"),)))
    assert found == ["C201", "C293"]


def test_findings_are_sorted_and_said_once() -> None:
    """The same course gives the same list, by file, line and code."""
    spoilt = course(help=None, people=(), lessons=(lesson(slide(HELP, FIGURE), slide(), minutes=7),))
    found = findings(spoilt)
    assert found == findings(spoilt)
    assert list(found) == sorted(found, key=lambda d: (d.at, d.rule.code, d.message))


def test_questions_in_a_lesson_are_checked_too() -> None:
    """A question written in the lesson follows the same rules as one in a quiz."""
    inner = quiz(single("inner", option("a", "Yes"), option("b", "Not so")), mode="practice", pass_mark=0)
    assert codes(course(lessons=(lesson(checks=inner),))) == ["Q103"]


def test_places_point_to_the_fault() -> None:
    """A finding in a section stands at the section, one in a question at the question."""
    at = AT._replace(line=40)
    sections = (Section("a", prose("A"), (slide(HELP, FIGURE), slide(seconds=1)), 60, at=at),)
    assert [d.at for d in findings(course(lessons=(lesson(sections=sections),)))] == [at]
    assert [d.at for d in findings(asked(single("a"), single("b")))] == [QUIZ_AT]


def test_doses_and_brands_are_switched_off_with_a_reason() -> None:
    """Per course and on purpose: the code with a reason under `ignore:`, and never one for the other."""
    spoilt = taught(slide(text("Take 20 mg; or Zoloft.")))
    assert codes(spoilt) == ["C241", "C242"]
    assert codes(spoilt._replace(ignore=(Ignore("C242", "a history of names"),))) == ["C241"]
    assert codes(spoilt._replace(ignore=(Ignore("C241", "a page on units"), Ignore("C242", "names")))) == []
