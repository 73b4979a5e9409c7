"""Questions as written to Questions: shorthands undone, defaults filled in, faults of shape noticed."""

from decimal import Decimal
from typing import Any

from builder.model.diagnostic import Diagnostic
from builder.model.place import Place
from builder.model.prose import Prose
from builder.model.quiz import Question
from builder.parse.addresses import Addresses
from builder.parse.forms import FormReader
from builder.parse.revision import revision
from builder.parse.rules.meaning import DOUBLED_ID
from builder.parse.typist import Typist
from builder.read.written import Written

OWN_RULE = {"match": "per_pair", "cloze": "per_gap", "matrix": "per_row", "short": "best", "case": "sum"}


class QuizReader:
    """Makes the questions of one quiz file."""

    def __init__(self, typist: Typist, addresses: Addresses) -> None:
        self._typist = typist
        self._defaults: Written
        self._ids: dict[str, Place] = {}
        self.noticed: list[Diagnostic] = []
        self._forms = FormReader(typist, addresses, self.question, self.noticed)

    def questions(self, said: Written) -> tuple[Question, ...]:
        """All questions of the file."""
        self._defaults = said.part("defaults")
        return tuple(q for q in map(self.question, said.parts("questions")) if q)

    def prose(self, said: Written, key: str) -> Prose:
        """One of the file's own texts."""
        return self._forms.prose(said, key)

    def question(self, said: Written) -> Question | None:
        """One question; None where the file's faults left too little of it."""
        kind = said.text("type")
        if not said.text("id") or "stem" not in said:
            return None
        self._once(said.text("id"), said.place("id"))
        form = self._forms.form(kind, said)
        if form is None:
            return None
        image, alt = self._forms.picture(said) if kind != "hotspot" else ("", "")
        asked = Question(
            id=said.text("id"),
            type=kind,
            stem=self._forms.prose(said, "stem"),
            form=form,
            pool=said.text("pool"),
            objective=said.text("objective"),
            bloom=said.text("bloom"),
            hints=tuple(self._typist.inline(str(hint), said.place("hints")) for hint in said.get("hints") or ()),
            explain=self._forms.prose(said, "explain"),
            see=said.text("see"),
            must_pass=bool(said.get("must_pass", False)),
            points=Decimal(str(said.get("points", self._defaults.get("points", 1)))),
            partial=self._partial(kind, said),
            image=image,
            alt=alt,
            at=said.at,
        )
        return asked._replace(revision=revision(asked))

    def _partial(self, kind: str, said: Written) -> Any:
        own = OWN_RULE.get(kind, "all_or_nothing")
        shared = self._defaults.text("partial")
        return said.text("partial") or (shared if shared and own == "all_or_nothing" else own)

    def _once(self, name: str, at: Place) -> None:
        if name in self._ids:
            first = self._ids[name]
            said = f"question “{name}” stands here twice; first at line {first.line}"
            self.noticed.append(Diagnostic(DOUBLED_ID, at, said, DOUBLED_ID.instead, ((first, "first"),)))
        self._ids.setdefault(name, at)
