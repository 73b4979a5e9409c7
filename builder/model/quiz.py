"""Questions. What is asked (the form) is apart from when feedback comes (the quiz), as in Moodle's engine."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Literal, NamedTuple

from builder.model.diagnostic import Ignore
from builder.model.place import Place
from builder.model.prose import NOTHING, Prose

Mode = Literal["practice", "exam", "survey"]
Feedback = Literal["immediate", "end", "never"]
Retry = Literal["missed", "all", "none"]
Certainty = Literal["off", "optional", "required"]
Partial = Literal["all_or_nothing", "every_decision", "halves", "per_pair", "per_gap", "per_row", "best", "sum"]


class Option(NamedTuple):
    """One answer to choose: the key or a distractor. `credit` is a percentage of the points, where given."""

    id: str
    text: Prose
    correct: bool = False
    feedback: Prose = NOTHING
    fixed: bool = False
    credit: Decimal | None = None
    at: Place = Place("")


class Item(NamedTuple):
    """A named piece of a question: a row, a column, a thing to put in order, a distractor of a match."""

    id: str
    text: Prose


class SingleChoice(NamedTuple):
    """One of the options is right, or the best."""

    options: tuple[Option, ...]


class MultipleChoice(NamedTuple):
    """Any number of options is right; `choose` says how many to tick, where the learner is told."""

    options: tuple[Option, ...]
    choose: int | None = None


class TrueFalse(NamedTuple):
    """`reason` are options to choose from after the verdict; empty where none are asked for."""

    answer: bool
    if_true: Prose = NOTHING
    if_false: Prose = NOTHING
    reason: tuple[Option, ...] = ()


class ShortText(NamedTuple):
    """Accepted words (case and spaces folded when graded) or a regular expression."""

    accept: tuple[str, ...]
    pattern: str = ""


class Numeric(NamedTuple):
    """A number, right if it is no further from `value` than `tolerance`."""

    value: Decimal
    tolerance: Decimal = Decimal(0)
    unit: str = ""


class Pair(NamedTuple):
    """Two things that belong together."""

    id: str
    left: Prose
    right: Prose


class Matching(NamedTuple):
    """Right sides to find for the left ones; distractors belong to none."""

    pairs: tuple[Pair, ...]
    distractors: tuple[Item, ...] = ()


class Ordering(NamedTuple):
    """The items in their right order."""

    items: tuple[Item, ...]


class Gap(NamedTuple):
    """One gap of a cloze. With `menu`, the learner chooses; without, the learner types one of `accept`."""

    id: str
    accept: tuple[str, ...]
    menu: tuple[str, ...] = ()


class Cloze(NamedTuple):
    """`html` is the text with `<gap id="g1"></gap>` where each gap stands."""

    html: str
    gaps: tuple[Gap, ...]


class Row(NamedTuple):
    """A row of a matrix, and the id of the column that is right for it."""

    id: str
    text: Prose
    column: str


class Matrix(NamedTuple):
    """A table with one column to tick in each row."""

    columns: tuple[Item, ...]
    rows: tuple[Row, ...]


class Region(NamedTuple):
    """A place on a picture. `coords` are percentages of the picture: rect x y width height, circle x y radius,
    poly x1 y1 x2 y2 … The label is what keyboard and paper use."""

    id: str
    shape: Literal["rect", "circle", "poly"]
    coords: tuple[float, ...]
    label: Prose
    correct: bool = False
    feedback: Prose = NOTHING


class Hotspot(NamedTuple):
    """Places to find on a picture. `image` is the id of its Asset, `alt` its alternative text."""

    image: str
    alt: str
    regions: tuple[Region, ...]


class Reflection(NamedTuple):
    """Free writing, compared by the learner with a model answer; never scored. `lines` to rule on paper."""

    model_answer: Prose = NOTHING
    lines: int = 4


class CaseStudy(NamedTuple):
    """Several questions on one story; drawn, shuffled and printed as one."""

    parts: "tuple[Question, ...]"


class Scale(NamedTuple):
    """A rating from `low` to `high`; `labels` name the ends (or every step); `na` adds “not applicable”."""

    low: int
    high: int
    labels: tuple[Prose, ...] = ()
    na: bool = False


class Poll(NamedTuple):
    """A show of hands. `expect` is for the presenter only."""

    options: tuple[Option, ...]
    answer: str = ""
    expect: Prose = NOTHING


Form = (
    SingleChoice
    | MultipleChoice
    | TrueFalse
    | ShortText
    | Numeric
    | Matching
    | Ordering
    | Cloze
    | Matrix
    | Hotspot
    | Reflection
    | CaseStudy
    | Scale
    | Poll
)


class Question(NamedTuple):
    """One question. `type` is the word the author wrote (`single`, `multiple`, …); `form` holds what it asks.

    `revision` is a short digest of everything the learner's answer depends on, so that progress kept for an
    older wording is not taken for an answer to this one. `see` is `lesson#slide`. `alt` says what `image` shows; an
    image without is an ornament.
    """

    id: str
    type: str
    stem: Prose
    form: Form
    pool: str = ""
    objective: str = ""
    bloom: str = ""
    hints: tuple[Prose, ...] = ()
    explain: Prose = NOTHING
    see: str = ""
    must_pass: bool = False
    points: Decimal = Decimal(1)
    partial: Partial = "all_or_nothing"
    image: str = ""
    revision: str = ""
    at: Place = Place("")
    alt: str = ""


class Draw(NamedTuple):
    """A named selection: so many questions from each pool."""

    name: str
    picks: tuple[tuple[str, int], ...]


class Quiz(NamedTuple):
    """A bank of questions and its rules. `pass_mark` in percent; `attempts` 0 = no limit; `time_limit` in
    seconds, 0 = none. `seed` gives the same shuffle on screen and on paper.

    `ask` names the draw that the quiz as a whole asks; empty means all questions. A quiz with `pretest_of` asks the
    questions of that other quiz before the course: it shows no key, counts for nothing, and what was gained since is
    told with the result of the other.
    """

    id: str
    title: str
    questions: tuple[Question, ...]
    mode: Mode = "practice"
    intro: Prose = NOTHING
    pass_mark: int = 0
    attempts: int = 0
    feedback: Feedback = "immediate"
    retry: Retry = "missed"
    shuffle_questions: bool = False
    shuffle_options: bool = False
    certainty: Certainty = "off"
    time_limit: int = 0
    draws: Mapping[str, Draw] = {}
    seed: str = ""
    at: Place = Place("")
    ask: str = ""
    pretest_of: str = ""
    ignore: tuple[Ignore, ...] = ()
    places: Mapping[str, Place] = {}

    @property
    def bank(self) -> str:
        """The quiz whose questions these are."""
        return self.pretest_of or self.id

    def find(self, question: str) -> Question | None:
        """The question of that id, also inside a case."""
        for q in self.questions:
            if q.id == question:
                return q
            if isinstance(q.form, CaseStudy):
                for part in q.form.parts:
                    if part.id == question:
                        return part
        return None
