"""One question of every type, in a quiz, and a drawer to draw them with."""

from decimal import Decimal

from markupsafe import Markup

from builder.model.asset import Asset
from builder.model.course import Course, Objective
from builder.model.prose import NOTHING, Prose
from builder.model.quiz import (
    CaseStudy,
    Cloze,
    Gap,
    Hotspot,
    Item,
    Matching,
    Matrix,
    MultipleChoice,
    Numeric,
    Option,
    Ordering,
    Pair,
    Poll,
    Question,
    Quiz,
    Reflection,
    Region,
    Row,
    Scale,
    ShortText,
    SingleChoice,
    TrueFalse,
)
from builder.model.theme import Theme
from builder.render.draw import Drawer, Ways
from builder.render.kit import Kit
from builder.render.templates import Templates
from builder.render.words import Words


def prose(html: str) -> Prose:
    """Prose whose words are its HTML without the marks."""
    return Prose(html, Markup(html).striptags()) if html else NOTHING


def option(id_: str, text: str, correct: bool = False, said: str = "", **more: object) -> Option:
    return Option(id_, prose(text), correct, prose(said), **more)  # type: ignore[arg-type]


def question(id_: str, type_: str, stem: str, form: object, **more: object) -> Question:
    values = {"revision": f"r-{id_}", **more}
    return Question(id_, type_, prose(stem), form, **values)  # type: ignore[arg-type]


SINGLE = question(
    "onset",
    "single",
    "When does the dysphoria of D-MER <em>begin</em>?",
    SingleChoice(
        (
            option("letdown", "Just before or as milk lets down", True, "Yes. KEY-SAID"),
            option("waking", "On waking, for most of the day", False, "KEY-SAID That pattern points elsewhere."),
            option("weaning", "Some days after weaning, and then it stays for several weeks on end"),
            option("none", "None of these", fixed=True),
        )
    ),
    objective="timing",
    hints=(prose("KEY-HINT Think of what the body does at that moment."), prose("It is a reflex.")),
    explain=prose("KEY-EXPLAIN The feeling comes with the reflex and lifts within minutes."),
    see="what-it-is#definition",
    must_pass=True,
)
MULTIPLE = question(
    "signs",
    "multiple",
    "Which of these fit the pattern?",
    MultipleChoice(
        (
            option("brief", "It lasts some minutes", True),
            option("reflex", "It comes with each let-down", True, "KEY-SAID"),
            option("allday", "It lasts all day", False, "KEY-SAID No."),
            option("thoughts", "It is set off by worry"),
        ),
        choose=2,
    ),
    partial="every_decision",
    objective="timing",
    points=Decimal(2),
)
TRUE_FALSE = question(
    "choice",
    "true_false",
    "D-MER is an aversion to the child.",
    TrueFalse(
        False,
        prose("KEY-SAID It is not about the child."),
        prose("KEY-SAID Yes."),
        (option("reflex", "it comes with the reflex", True), option("dislike", "of dislike")),
    ),
    partial="every_decision",
)
SHORT = question("word", "short", "Another word for let-down?", ShortText(("milk ejection reflex", "MER")))
NUMERIC = question(
    "minutes", "numeric", "About how long does a wave last?", Numeric(Decimal("5"), Decimal("0.5"), "min")
)
MATCH = question(
    "pairs",
    "match",
    "What belongs together?",
    Matching(
        (
            Pair("p1", prose("Oxytocin"), prose("lets milk flow")),
            Pair("p2", prose("Prolactin"), prose("makes milk")),
            Pair("p3", prose("Dopamine"), prose("holds prolactin back")),
        ),
        (Item("x1", prose("digests milk")),),
    ),
    partial="per_pair",
    objective="reflex",
)
ORDER = question(
    "sequence",
    "order",
    "What comes first?",
    Ordering(
        (
            Item("i1", prose("The nipple is touched")),
            Item("i2", prose("Oxytocin is let go")),
            Item("i3", prose("Milk lets down")),
            Item("i4", prose("The feeling lifts")),
        )
    ),
    partial="per_pair",
)
CLOZE = question(
    "gaps",
    "cloze",
    "Fill the gaps.",
    Cloze(
        'It comes with the <gap id="g1"></gap> and <strong>lasts <gap id="g2"></gap></strong>, then it lifts.',
        (Gap("g1", ("let-down", "MER")), Gap("g2", ("minutes",), ("hours", "minutes", "days"))),
    ),
    partial="per_gap",
)
MATRIX = question(
    "tell-apart",
    "matrix",
    "Which does each point to?",
    Matrix(
        (Item("dmer", prose("D-MER")), Item("ppd", prose("Depression")), Item("aversion", prose("Aversion"))),
        (
            Row("r1", prose("A wave with each let-down"), "dmer"),
            Row("r2", prose("Low for most of the day"), "ppd"),
        ),
    ),
    partial="per_row",
)
HOTSPOT = question(
    "where",
    "hotspot",
    "Where on the curve does the feeling begin?",
    Hotspot(
        "img/curve.svg",
        "A curve that falls and rises",
        (
            Region("before", "rect", (4, 10, 20, 50), prose("Before milk lets down")),
            Region("fall", "circle", (42, 60, 11), prose("Where the curve falls"), True, prose("KEY-SAID")),
            Region("after", "poly", (65, 20, 95, 15, 90, 60), prose("After the wave")),
        ),
    ),
)
REFLECTION = question(
    "think", "reflection", "What would you say first?", Reflection(prose("KEY-MODEL You are not alone."), 3)
)
CASE = question(
    "mara",
    "case",
    "<p>Mara feeds for the sixth time today.</p><p>She says: <q>It is like a drop.</q></p>",
    CaseStudy((SINGLE._replace(id="ask", must_pass=False, hints=()), NUMERIC._replace(id="how-long"))),
    objective="reflex",
)
SCALE = question("useful", "scale", "How useful was this?", Scale(1, 5, (prose("Not at all"), prose("Very")), True))
POLL = question(
    "met",
    "poll",
    "Have you met someone with D-MER?",
    Poll(
        (option("yes", "Yes"), option("maybe", "Perhaps, without knowing"), option("no", "No")),
        "maybe",
        prose("KEY-EXPECT Most hands go up for B."),
    ),
)
EVERY = (
    SINGLE, MULTIPLE, TRUE_FALSE, SHORT, NUMERIC, MATCH, ORDER, CLOZE, MATRIX, HOTSPOT, REFLECTION, CASE, SCALE, POLL
)  # fmt: skip
QUIZ = Quiz("post-test", "Post-test", EVERY, pass_mark=80, seed="2026", shuffle_options=True)

CURVE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 200"><rect width="400" height="200" '
    'fill="var(--sunken, #eef2f1)"/><path d="M10 60 C120 60 130 150 180 150 S260 50 390 50" fill="none" '
    'stroke="var(--fig-1, #0b6468)" stroke-width="4"/></svg>'
)
COURSE = Course(
    "dmer",
    "D-MER",
    "en",
    (),
    objectives=(Objective("timing", "Tell the timing of D-MER"), Objective("reflex", "Explain the reflex")),
    quizzes={"post-test": QUIZ},
    assets={"img/curve.svg": Asset("img/curve.svg", "img/curve.svg", "image/svg+xml", 1, "0", svg=CURVE)},
)


def drawer() -> Drawer:
    """A drawer for a module page, with nothing but words and templates behind it."""
    kit = Kit(
        theme=Theme("calm", "Calm", {}, {}, {}, {}),
        words=Words("en"),
        templates=Templates(),
        web=None,  # type: ignore[arg-type]
        memo=None,  # type: ignore[arg-type]
        read=lambda asset: b"",
        targets=("module",),
    )
    return Drawer(kit, COURSE, "module", Ways(link=lambda kind, target: "", asset=lambda asset: asset.id))
