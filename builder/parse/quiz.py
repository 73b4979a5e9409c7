"""A quiz as written to a Quiz: shorthands undone, defaults filled in, faults of shape noticed."""

import re
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import Any

from builder.model.diagnostic import Diagnostic
from builder.model.place import Place
from builder.model.prose import NOTHING, Prose
from builder.model.quiz import (
    CaseStudy,
    Cloze,
    Draw,
    Form,
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
from builder.parse.addresses import Addresses
from builder.parse.revision import revision
from builder.parse.rules import DOUBLED_ID, QUESTION_SHAPE
from builder.parse.slug import made_id
from builder.parse.times import seconds
from builder.parse.typist import Typist
from builder.read.validate import Written

GAP = re.compile(r"\[\[(.+?)\]\]", re.DOTALL)
OWN_RULE = {"match": "per_pair", "cloze": "per_gap", "matrix": "per_row", "short": "best", "case": "sum"}
MINUTES = re.compile(r"^\d+$")


class QuizReader:
    """Makes the questions of one quiz file."""

    def __init__(self, typist: Typist, addresses: Addresses) -> None:
        self._typist = typist
        self._addresses = addresses
        self._defaults: Written
        self._ids: dict[str, Place] = {}
        self.noticed: list[Diagnostic] = []

    def quiz(self, name: str, said: Written) -> Quiz:
        """The whole quiz."""
        self._defaults = said.part("defaults")
        shuffle = said.get("shuffle", False)
        both = shuffle if isinstance(shuffle, bool) else False
        parts = shuffle if isinstance(shuffle, dict) else {}
        mode = said.text("mode", "practice")
        default_feedback = {"practice": "immediate", "exam": "end", "survey": "never"}[mode]
        draws = {
            key: Draw(key, tuple((str(p["pool"]), int(p["pick"])) for p in picks if "pool" in p and "pick" in p))
            for key, picks in said.part("draw").items()
        }
        return Quiz(
            id=name,
            title=said.text("title", name),
            questions=tuple(q for q in map(self.question, said.parts("questions")) if q),
            mode=mode,  # type: ignore[arg-type]
            intro=self._prose(said, "intro"),
            pass_mark=percent(said.text("pass")) or 0,
            attempts=int(said.get("attempts") or 0),
            feedback=said.text("feedback", default_feedback),  # type: ignore[arg-type]
            retry=said.text("retry", "missed"),  # type: ignore[arg-type]
            shuffle_questions=bool(parts.get("questions", both)),
            shuffle_options=bool(parts.get("options", both)),
            certainty=said.text("certainty", "off"),  # type: ignore[arg-type]
            time_limit=self._limit(said),
            draws=draws,
            seed=said.text("seed", name),
            at=said.place("title"),
        )

    def question(self, said: Written) -> Question | None:
        """One question; None where the file's faults left too little of it."""
        kind = said.text("type")
        if not said.text("id") or "stem" not in said:
            return None
        self._once(said.text("id"), said.place("id"))
        form = self._form(kind, said)
        if form is None:
            return None
        asked = Question(
            id=said.text("id"),
            type=kind,
            stem=self._prose(said, "stem"),
            form=form,
            pool=said.text("pool"),
            objective=said.text("objective"),
            bloom=said.text("bloom"),
            hints=tuple(self._typist.inline(str(hint), said.place("hints")) for hint in said.get("hints") or ()),
            explain=self._prose(said, "explain"),
            see=said.text("see"),
            must_pass=bool(said.get("must_pass", False)),
            points=Decimal(str(said.get("points", self._defaults.get("points", 1)))),
            partial=self._partial(kind, said),
            image=self._image(said) if kind != "hotspot" else "",
            at=said.at,
        )
        return asked._replace(revision=revision(asked))

    def _form(self, kind: str, said: Written) -> Form | None:
        makers: dict[str, Callable[[Written], Form | None]] = {
            "single": lambda s: SingleChoice(self._options(s, "options")),
            "multiple": lambda s: MultipleChoice(self._options(s, "options"), s.get("choose")),
            "true_false": self._true_false,
            "short": lambda s: ShortText(tuple(str(t) for t in s.get("accept") or ()), s.text("pattern")),
            "numeric": self._numeric,
            "match": self._match,
            "order": lambda s: Ordering(self._items(s, "items")),
            "cloze": self._cloze,
            "matrix": self._matrix,
            "hotspot": self._hotspot,
            "reflection": lambda s: Reflection(self._prose(s, "model_answer"), int(s.get("lines") or 4)),
            "case": lambda s: CaseStudy(tuple(q for q in map(self.question, s.parts("parts")) if q)),
            "scale": self._scale,
            "poll": self._poll,
        }
        return makers[kind](said)

    def _true_false(self, said: Written) -> Form:
        told = said.part("feedback")
        true, false = self._prose(told, "true"), self._prose(told, "false")
        return TrueFalse(bool(said.get("answer")), true, false, self._options(said, "reason"))

    def _numeric(self, said: Written) -> Form | None:
        answer = said.part("answer")
        try:
            value, tolerance = (Decimal(str(answer.get(k, 0)).replace(",", ".")) for k in ("value", "tolerance"))
        except InvalidOperation:
            self._fault(answer.at, "the answer is no number", "Write answer: {value: 5, tolerance: 0.5, unit: min}.")
            return None
        return Numeric(value, tolerance, answer.text("unit"))

    def _match(self, said: Written) -> Form:
        pairs = tuple(
            Pair(pair.text("id") or f"p{number}", self._prose(pair, "left"), self._prose(pair, "right"))
            for number, pair in enumerate(said.parts("pairs"), start=1)
        )
        return Matching(pairs, self._items(said, "distractors", "x"))

    def _cloze(self, said: Written) -> Form | None:
        gaps: list[Gap] = []
        at = said.place("text")

        def cut(match: re.Match[str]) -> str:
            ways = [way.strip() for way in match[1].replace("‖", "||").split("||")]
            menu = tuple(way.removeprefix("(").removesuffix(")") for way in ways)
            right = tuple(way[1:-1] for way in ways if way.startswith("(") and way.endswith(")"))
            if not any(ways):
                self._fault(at, "a gap here has no answer", "Write each gap as [[right answer]].")
            gaps.append(Gap(f"g{len(gaps) + 1}", right or tuple(ways), menu if right else ()))
            return f"GAPSTANDSHERE{len(gaps)}E"

        prose = self._typist.inline(GAP.sub(cut, said.text("text")), at)
        if not gaps:
            self._fault(at, "this text has no gap", "Write each gap as [[right answer]] or [[(right) ‖ wrong]].")
            return None
        html = prose.html
        for number in range(1, len(gaps) + 1):
            html = html.replace(f"GAPSTANDSHERE{number}E", f'<gap id="g{number}"></gap>')
        return Cloze(html, tuple(gaps))

    def _matrix(self, said: Written) -> Form:
        columns = self._items(said, "columns")
        known = {column.id: column.id for column in columns} | {column.text.text: column.id for column in columns}
        rows = []
        for number, row in enumerate(said.parts("rows"), start=1):
            column = known.get(row.text("column"), "")
            if not column:
                self._fault(row.place("column"), f"“{row.text('column')}” is none of the columns", "Use a column's id.")
            rows.append(Row(row.text("id") or f"r{number}", self._prose(row, "text"), column))
        return Matrix(columns, tuple(rows))

    def _hotspot(self, said: Written) -> Form | None:
        image = self._image(said)
        if not image:
            return None
        regions = tuple(
            Region(
                region.text("id") or f"r{number}",
                region.text("shape", "rect"),  # type: ignore[arg-type]
                tuple(float(c) for c in region.get("coords") or ()),
                region.text("label"),
                bool(region.get("correct", False)),
                self._prose(region, "feedback"),
            )
            for number, region in enumerate(said.parts("regions"), start=1)
        )
        return Hotspot(image, said.text("alt"), regions)

    def _scale(self, said: Written) -> Form | None:
        low, high = int(said.get("from") or 0), int(said.get("to") or 0)
        if not 0 <= low < high <= 100:
            self._fault(said.place("to"), f"a scale from {low} to {high} cannot be", "Write from: 1 and to: 5.")
            return None
        return Scale(low, high, tuple(str(label) for label in said.get("labels") or ()), bool(said.get("na", False)))

    def _poll(self, said: Written) -> Form:
        options = self._options(said, "options")
        answer = said.text("answer")
        if answer and answer not in {option.id for option in options}:
            self._fault(said.place("answer"), f"“{answer}” is none of the options", "Use an option's id.")
        return Poll(options, answer, self._prose(said, "expect"))

    def _options(self, said: Written, key: str) -> tuple[Option, ...]:
        options = []
        seen: set[str] = set()
        for option in said.parts(key):
            name = option.text("id")
            if name in seen:
                self._fault(option.place("id"), f"two options have the id “{name}”", "Give each option its own id.")
            name = name or made_id(option.text("text"), seen)
            seen.add(name)
            options.append(
                Option(
                    id=name,
                    text=self._prose(option, "text"),
                    correct=bool(option.get("correct", False)),
                    feedback=self._prose(option, "feedback"),
                    fixed=bool(option.get("fixed", False)),
                    credit=percent(option.text("credit")),
                    at=option.at,
                )
            )
        return tuple(options)

    def _items(self, said: Written, key: str, letter: str = "i") -> tuple[Item, ...]:
        items: list[Item] = []
        seen: set[str] = set()
        for number, entry in enumerate(said.get(key) or (), start=1):
            if isinstance(entry, Written):
                name, text = entry.text("id") or f"{letter}{number}", self._prose(entry, "text")
                if name in seen:
                    self._fault(entry.place("id"), f"“{name}” stands here twice as an id", "Give each its own id.")
            else:
                name, text = made_id(str(entry), seen), self._typist.inline(str(entry), said.place(key))
            seen.add(name)
            items.append(Item(name, text))
        return tuple(items)

    def _image(self, said: Written) -> str:
        if not said.text("image"):
            return ""
        found = self._addresses.picture(said.text("image"), said.place("image"))
        if isinstance(found, Diagnostic):
            self.noticed.append(found)
            return ""
        return found.removeprefix("asset:")

    def _partial(self, kind: str, said: Written) -> Any:
        own = OWN_RULE.get(kind, "all_or_nothing")
        shared = self._defaults.text("partial")
        return said.text("partial") or (shared if shared and own == "all_or_nothing" else own)

    def _limit(self, said: Written) -> int:
        text = said.text("time_limit")
        if not text:
            return 0
        return int(text) * 60 if MINUTES.match(text) else seconds(text) or 0

    def _once(self, name: str, at: Place) -> None:
        if name in self._ids:
            first = self._ids[name]
            said = f"question “{name}” stands here twice; first at line {first.line}"
            self.noticed.append(Diagnostic(DOUBLED_ID, at, said, DOUBLED_ID.instead, ((first, "first"),)))
        self._ids.setdefault(name, at)

    def _prose(self, said: Written, key: str) -> Prose:
        return self._typist.inline(said.text(key), said.place(key)) if key in said else NOTHING

    def _fault(self, at: Place, said: str, hint: str) -> None:
        self.noticed.append(Diagnostic(QUESTION_SHAPE, at, said, hint))


def percent(text: str) -> int | None:
    """`80%` or `80` as a whole number; None for nothing."""
    return round(float(text.rstrip(" %"))) if text else None
