"""What the browser is told about a quiz: the rules, and (with `keys`) the key, feedback and explanations.

The form's markup never holds the key; it travels in `<script type="application/json" class="quiz-data">`.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import assert_never

from markupsafe import Markup

from builder.model.prose import Prose
from builder.model.quiz import (
    CaseStudy,
    Cloze,
    Hotspot,
    Matching,
    Matrix,
    MultipleChoice,
    Numeric,
    Option,
    Ordering,
    Poll,
    Question,
    Quiz,
    Reflection,
    Region,
    Scale,
    ShortText,
    SingleChoice,
    TrueFalse,
)
from builder.render.asked import match_choices, order_items, seed_of

Json = dict[str, object]
DrawProse = Callable[[Prose], str]
UNGRADED = frozenset(("reflection", "scale", "poll"))


def quiz_data(
    quiz: Quiz,
    questions: Iterable[Question],
    draw_prose: DrawProse,
    address: Callable[[str], str] = lambda see: "",
    *,
    mode: str = "",
    keys: bool = True,
    objectives: Mapping[str, str] | None = None,
) -> Json:
    """The quiz as plain JSON values, with the questions that stand on this page.

    `address` turns a question's `see` (`lesson#slide`) into a link, or an empty string where there is none.
    `mode` overrides the quiz's own (“deck” on a slide). Without `keys`, nothing is left that tells right from
    wrong. `objectives` names the course's objectives by id, for the result. What a presenter expects of a poll is
    never here: slides are projected, so it belongs in the notes.
    """
    teller = _Teller(quiz, draw_prose, address, keys, objectives or {})
    teller.hints = (mode or quiz.mode) == "practice"  # a test offers none
    return {
        "id": quiz.id,
        "mode": mode or quiz.mode,
        "pass": quiz.pass_mark,
        "attempts": quiz.attempts,
        "feedback": quiz.feedback if keys else "never",
        "retry": quiz.retry,
        "shuffle": {"questions": quiz.shuffle_questions, "options": quiz.shuffle_options},
        "certainty": quiz.certainty,
        "time_limit": quiz.time_limit,
        "seed": seed_of(quiz),
        "keys": keys,
        **({"objectives": dict(objectives)} if objectives else {}),
        "questions": [teller.question(q) for q in questions],
    }


def quiz_script(data: Mapping[str, object]) -> Markup:
    """The data block. `<` is escaped so that no text in it can end the element."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return Markup('<script type="application/json" class="quiz-data">{}</script>').format(Markup(text))


class _Teller:
    """Turns questions into JSON under one set of choices."""

    def __init__(
        self, quiz: Quiz, draw: DrawProse, address: Callable[[str], str], keys: bool, objectives: Mapping[str, str]
    ) -> None:
        self.quiz, self.draw, self.address, self.keys, self.objectives = quiz, draw, address, keys, objectives
        self.hints = True

    def question(self, q: Question) -> Json:
        told: Json = {"id": q.id, "type": q.type, "revision": q.revision, "partial": q.partial}
        told["points"] = 0 if q.type in UNGRADED else _number(q.points)
        told |= {"objective": q.objective} if q.objective else {}
        aim = self.objectives.get(q.objective, "")
        told |= {"aim": aim} if aim and self.keys else {}
        told |= {"must_pass": True} if q.must_pass else {}
        told |= {"hints": [self.html(hint) for hint in q.hints]} if q.hints and self.hints else {}
        see = self.address(q.see) if q.see else ""
        told |= {"see": see} if see else {}
        if self.keys and q.explain.html:
            told["explain"] = self.html(q.explain)
        return told | self.shape(q) | (self.key(q) if self.keys else {})

    def html(self, prose: Prose) -> str:
        return str(self.draw(prose))

    def shape(self, q: Question) -> Json:
        """What grading and drawing need that anyone may know."""
        match q.form:
            case CaseStudy(parts):
                return {"parts": [self.question(part) for part in parts]}
            case MultipleChoice(choose=choose):
                return {"choose": choose} if choose else {}
            case Numeric(unit=unit):
                return {"unit": unit} if unit else {}
            case Cloze(gaps=gaps):
                return {"gaps": [{"id": gap.id, "menu": bool(gap.menu)} for gap in gaps]}
            case Matching(pairs=pairs):
                return {"pairs": [{"id": pair.id} for pair in pairs]}
            case Matrix(rows=rows):
                return {"rows": [{"id": row.id} for row in rows]}
            case TrueFalse(reason=reason):
                return {"asks_reason": True} if reason else {}
            case _:
                return {}

    def key(self, q: Question) -> Json:
        """What only the grader may know."""
        match q.form:
            case SingleChoice(options) | MultipleChoice(options):
                return {"options": [self.option(option) for option in options]}
            case TrueFalse(answer, if_true, if_false, reason):
                said = {"true": self.html(if_true), "false": self.html(if_false)}
                return {"answer": answer, "feedback": said, "reason": [self.option(o) for o in reason]}
            case ShortText(accept, pattern):
                return {"accept": list(accept), "pattern": pattern}
            case Numeric(value, tolerance):
                return {"value": str(value), "tolerance": str(tolerance)}
            case Matching() as form:
                ids = {choice.text.html: choice.id for choice in match_choices(self.quiz, q.id, form)}
                pairs = [{"id": pair.id, "choice": ids[pair.right.html]} for pair in form.pairs]
                return {"pairs": pairs, "choices": [*ids.values()]}
            case Ordering() as form:
                return {"order": [item.id for item in order_items(self.quiz, q.id, form)]}
            case Cloze(gaps=gaps):
                # The words as they were written: a further attempt lays them out anew.
                told = [{"id": gap.id, "menu": list(gap.menu) or False, "accept": list(gap.accept)} for gap in gaps]
                return {"gaps": told}
            case Matrix(rows=rows):
                return {"rows": [{"id": row.id, "column": row.column} for row in rows]}
            case Hotspot(regions=regions):
                return {"regions": [self.region(region) for region in regions]}
            case Reflection(model_answer):
                return {"model_answer": self.html(model_answer)}
            case Poll(answer=answer):
                return {"answer": answer} if answer else {}
            case CaseStudy() | Scale():
                return {}
        assert_never(q.form)

    def region(self, region: Region) -> Json:
        return {"id": region.id, "correct": region.correct, "feedback": self.html(region.feedback)}

    def option(self, option: Option) -> Json:
        told: Json = {"id": option.id, "correct": option.correct}
        told |= {"credit": _number(option.credit)} if option.credit is not None else {}
        told |= {"fixed": True} if option.fixed else {}
        return told | ({"feedback": self.html(option.feedback)} if option.feedback.html else {})


def _number(points: Decimal) -> int | float:
    return int(points) if points == points.to_integral_value() else float(points)
