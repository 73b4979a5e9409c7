"""The answers of each type of question as written, turned into the forms of the model."""

import re
from collections.abc import Callable
from decimal import Decimal, InvalidOperation

from builder.model.diagnostic import Diagnostic
from builder.model.place import Place
from builder.model.prose import NOTHING, Prose
from builder.model.quiz import (
    CaseStudy,
    Cloze,
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
    Reflection,
    Region,
    Row,
    Scale,
    ShortText,
    SingleChoice,
    TrueFalse,
)
from builder.parse.addresses import Addresses, near
from builder.parse.rules.meaning import NO_ALT, QUESTION_SHAPE
from builder.parse.slug import made_id
from builder.parse.typist import Typist
from builder.read.written import Written

NUMBERS = {"rect": 4, "circle": 3}
COORDS = (
    "In per cent of the picture: a rect has left, top, width and height; a circle its middle from the left and the "
    "top, and its radius; a poly two for each corner, and three corners or more."
)
GAP = re.compile(r"\[\[(.+?)\]\]", re.DOTALL)
GROUPED = re.compile(r"[-+]?[1-9][0-9]{0,2},[0-9]{3}")
"""One and a bit, or a thousand and more: it depends on where somebody went to school."""


class FormReader:
    """Reads what is particular to a type of question. `question` reads the parts of a case."""

    def __init__(
        self,
        typist: Typist,
        addresses: Addresses,
        question: Callable[[Written], Question | None],
        noticed: list[Diagnostic],
    ) -> None:
        self._typist = typist
        self._addresses = addresses
        self._question = question
        self._noticed = noticed

    def form(self, kind: str, said: Written) -> Form | None:
        """The form of a question of this type; None where too little of it is there."""
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
            "reflection": lambda s: Reflection(self.prose(s, "model_answer"), int(s.get("lines") or 4)),
            "case": lambda s: CaseStudy(tuple(q for q in map(self._question, s.parts("parts")) if q)),
            "scale": self._scale,
            "poll": self._poll,
        }
        return makers[kind](said)

    def _true_false(self, said: Written) -> Form:
        told = said.part("feedback")
        true, false = self.prose(told, "true"), self.prose(told, "false")
        return TrueFalse(bool(said.get("answer")), true, false, self._options(said, "reason"))

    def _numeric(self, said: Written) -> Form | None:
        answer = said.part("answer")
        for key in ("value", "tolerance"):
            written = answer.text(key)
            if GROUPED.fullmatch(written):
                many, few = written.replace(",", ""), f"{float(written.replace(',', '.')):g}"
                fault = f"{written} may be read as {many} or as {few}"
                self._fault(answer.place(key), fault, f"Write {key}: {many}, or {few}.")
                return None
        try:
            value, tolerance = (Decimal(str(answer.get(k, 0)).replace(",", ".")) for k in ("value", "tolerance"))
        except InvalidOperation:
            self._fault(answer.at, "the answer is no number", "Write answer: {value: 5, tolerance: 0.5, unit: min}.")
            return None
        return Numeric(value, tolerance, answer.text("unit"))

    def _match(self, said: Written) -> Form:
        pairs = tuple(
            Pair(pair.text("id") or f"p{number}", self.prose(pair, "left"), self.prose(pair, "right"))
            for number, pair in enumerate(said.parts("pairs"), start=1)
        )
        return Matching(pairs, self._items(said, "distractors", "x"))

    def _cloze(self, said: Written) -> Form | None:
        gaps: list[Gap] = []
        at = said.place("text")

        def cut(match: re.Match[str]) -> str:
            ways = [way.strip() for way in match[1].replace("‖", "||").split("||")]
            menu = tuple(way[1:-1] if marked_right(way) else way for way in ways)
            right = tuple(way[1:-1] for way in ways if marked_right(way))
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
                wanted = row.text("column")
                hint = near(wanted, list(known)) or "Use a column's id."
                self._fault(row.place("column"), f"“{wanted}” is none of the columns", hint)
            rows.append(Row(row.text("id") or f"r{number}", self.prose(row, "text"), column))
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
                self.prose(region, "label"),
                bool(region.get("correct", False)),
                self.prose(region, "feedback"),
            )
            for number, region in enumerate(said.parts("regions"), start=1)
        )
        for region, place in zip(regions, said.parts("regions"), strict=True):
            number = len(region.coords)
            if number < 6 or number % 2 if region.shape == "poly" else number != NUMBERS.get(region.shape, 4):
                self._fault(place.place("coords"), f"{number} numbers are no {region.shape}", COORDS)
        return Hotspot(image, said.text("alt"), regions)

    def _scale(self, said: Written) -> Form | None:
        low, high = int(said.get("from") or 0), int(said.get("to") or 0)
        if not 0 <= low < high <= 100:
            self._fault(said.place("to"), f"a scale from {low} to {high} cannot be", "Write from: 1 and to: 5.")
            return None
        return Scale(low, high, self._labels(said), bool(said.get("na", False)))

    def _labels(self, said: Written) -> tuple[Prose, ...]:
        at = said.place("labels")
        return tuple(self._typist.inline(str(label), at) for label in said.get("labels") or ())

    def _poll(self, said: Written) -> Form:
        options = self._options(said, "options")
        answer = said.text("answer")
        if answer and answer not in {option.id for option in options}:
            self._fault(said.place("answer"), f"“{answer}” is none of the options", "Use an option's id.")
        return Poll(options, answer, self.prose(said, "expect"))

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
                    text=self.prose(option, "text"),
                    correct=bool(option.get("correct", False)),
                    feedback=self.prose(option, "feedback"),
                    fixed=bool(option.get("fixed", False)),
                    credit=credit(option.text("credit")),
                    at=option.at,
                )
            )
        return tuple(options)

    def _items(self, said: Written, key: str, letter: str = "i") -> tuple[Item, ...]:
        items: list[Item] = []
        seen: set[str] = set()
        for number, entry in enumerate(said.get(key) or (), start=1):
            if isinstance(entry, Written):
                name, text = entry.text("id") or f"{letter}{number}", self.prose(entry, "text")
                if name in seen:
                    self._fault(entry.place("id"), f"“{name}” stands here twice as an id", "Give each its own id.")
            else:
                name, text = made_id(str(entry), seen), self._typist.inline(str(entry), said.place(key))
            seen.add(name)
            items.append(Item(name, text))
        return tuple(items)

    def picture(self, said: Written) -> tuple[str, str]:
        """The picture above a question's answers and its words. Only a mere ornament needs none."""
        image, words = self._image(said), "" if said.get("decorative") else said.text("alt").strip()
        if image and not words and not said.get("decorative"):
            fault = f"the picture of “{said.text('id')}” has no alternative text"
            hint = "Write alt: and what the picture shows; for mere ornament, decorative: true."
            self._noticed.append(Diagnostic(NO_ALT, said.place("image"), fault, hint))
        return image, words

    def _image(self, said: Written) -> str:
        if not said.text("image"):
            return ""
        found = self._addresses.picture(said.text("image"), said.place("image"))
        if isinstance(found, Diagnostic):
            self._noticed.append(found)
            return ""
        return found.removeprefix("asset:")

    def prose(self, said: Written, key: str) -> Prose:
        """One text; without a paragraph around it where it is only one."""
        return self._typist.inline(said.text(key), said.place(key)) if key in said else NOTHING

    def _fault(self, at: Place, said: str, hint: str) -> None:
        self._noticed.append(Diagnostic(QUESTION_SHAPE, at, said, hint))


def marked_right(way: str) -> bool:
    """Whether brackets stand around all of it: `(milk)`, and neither `latch (mouth)` nor `(a) or (b)`."""
    depth = 0
    for place, sign in enumerate(way):
        depth += (sign == "(") - (sign == ")")
        if depth == 0:
            return place > 0 and place == len(way) - 1
    return False


def credit(text: str) -> Decimal | None:
    """A share of the points, to the digit: three times 33.33 % is nearly all; None for nothing."""
    return Decimal(text.rstrip(" %")) if text else None


def percent(text: str) -> int | None:
    """`80%` or `80` as a whole number; None for nothing."""
    return round(float(text.rstrip(" %"))) if text else None
