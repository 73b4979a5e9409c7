"""A question as it is put to the learner: its options in the order shown, its key kept out of sight.

Screen and paper both come through here, so that option B is option B on either.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markupsafe import Markup

from builder.model.prose import NOTHING, Prose
from builder.model.quiz import (
    Cloze,
    Gap,
    Item,
    Matching,
    MultipleChoice,
    Option,
    Ordering,
    Question,
    Quiz,
    SingleChoice,
    TrueFalse,
)
from builder.render.shuffle import fnv1a, shuffled

_GAP = re.compile(r'<gap id="([^"]+)"\s*(?:/>|></gap>)')


class Asked(NamedTuple):
    """What a question's template draws from.

    `q` is the question with its options in the order shown. `choices` are the right-hand things of a match
    (and its distractors), `items` the things to put in order; both carry ids that say nothing about the key.
    `prefix` begins every id and input name of this question.
    """

    q: Question
    prefix: str
    choices: tuple[Item, ...] = ()
    items: tuple[Item, ...] = ()

    @property
    def text(self) -> Prose:
        """The running text of a cloze, to be drawn before it is split."""
        return Prose(self.q.form.html, "") if isinstance(self.q.form, Cloze) else NOTHING

    def pieces(self, drawn: str) -> Iterator[tuple[Markup, Gap | None]]:
        """The drawn text of a cloze piece by piece, each with the gap that follows it."""
        gaps = {gap.id: gap for gap in self.q.form.gaps} if isinstance(self.q.form, Cloze) else {}
        found = _GAP.split(str(drawn))
        for index in range(0, len(found), 2):
            yield Markup(found[index]), gaps[found[index + 1]] if index + 1 < len(found) else None


def asked(quiz: Quiz, q: Question) -> Asked:
    """The question as this quiz's seed and rules lay it out."""
    seed = f"{seed_of(quiz)}/{q.id}"
    name = input_name(quiz, q)
    match q.form:
        case SingleChoice(options) | MultipleChoice(options):
            return Asked(q._replace(form=q.form._replace(options=_options(quiz, options, seed))), name)
        case TrueFalse(reason=reason):
            return Asked(q._replace(form=q.form._replace(reason=_options(quiz, reason, seed))), name)
        case Cloze(gaps=gaps) if quiz.shuffle_options:
            return Asked(q._replace(form=q.form._replace(gaps=tuple(_menu(gap, seed) for gap in gaps))), name)
        case Matching():
            return Asked(q, name, choices=shuffled(match_choices(quiz, q.id, q.form), f"{seed}/choices"))
        case Ordering():
            return Asked(q, name, items=_muddled(order_items(quiz, q.id, q.form), f"{seed}/items"))
        case _:
            return Asked(q, name)


def whole(quiz: Quiz) -> tuple[Question, ...]:
    """What the quiz as a whole asks, in order: what `ask` draws, or all questions."""
    return asked_questions(quiz, drawn(quiz, quiz.ask) if quiz.ask in quiz.draws else quiz.questions)


def drawn(quiz: Quiz, name: str) -> tuple[Question, ...]:
    """So many questions from each pool as the draw of that name says, in the quiz's own order. The quiz's seed
    decides which: the same for a course and a quiz, on screen and on paper. `web/src/shuffle.js` has the twin."""
    chosen: set[str] = set()
    for pool, pick in quiz.draws[name].picks:
        there = [q.id for q in quiz.questions if q.pool == pool and q.id not in chosen]
        chosen.update(shuffled(there, f"{seed_of(quiz)}/{name}/{pool}")[:pick])
    return tuple(q for q in quiz.questions if q.id in chosen)


def asked_questions(quiz: Quiz, questions: Sequence[Question]) -> tuple[Question, ...]:
    """The questions in the order the quiz puts them; a case keeps its parts together and in order."""
    return shuffled(questions, f"{seed_of(quiz)}/questions") if quiz.shuffle_questions else tuple(questions)


def seed_of(quiz: Quiz) -> str:
    """The seed printed with the key; a quiz without one of its own is shuffled by its id."""
    return quiz.seed or quiz.id


def input_name(quiz: Quiz, q: Question) -> str:
    """`q-<quiz>-<question>`: unique on a page, and safe as an id and in a selector."""
    return re.sub(r"[^\w-]+", "-", f"q-{quiz.id}-{q.id}")


def match_choices(quiz: Quiz, question: str, form: Matching) -> tuple[Item, ...]:
    """What may be chosen on the right, each once: two pairs may share one right-hand text."""
    choices: dict[str, Item] = {}
    for id_, text in (*((pair.id, pair.right) for pair in form.pairs), *form.distractors):
        choices.setdefault(text.html, Item(_veiled(quiz, question, id_), text))
    return tuple(choices.values())


def order_items(quiz: Quiz, question: str, form: Ordering) -> tuple[Item, ...]:
    """The items in their right order, under ids that do not give the order away."""
    return tuple(Item(_veiled(quiz, question, item.id), item.text) for item in form.items)


def _options(quiz: Quiz, options: tuple[Option, ...], seed: str) -> tuple[Option, ...]:
    if not quiz.shuffle_options:
        return options
    return shuffled(options, seed, {index for index, option in enumerate(options) if option.fixed})


def _menu(gap: Gap, seed: str) -> Gap:
    return gap._replace(menu=shuffled(gap.menu, f"{seed}/{gap.id}"))


def _muddled(items: tuple[Item, ...], seed: str) -> tuple[Item, ...]:
    """Never the right order to begin with: a learner who does nothing would be right."""
    order = shuffled(items, seed)
    return order if order != items else (*items[1:], *items[:1])


def _veiled(quiz: Quiz, question: str, id_: str) -> str:
    """The same for a pre-test and the test it belongs to, so that answers to both can be held side by side."""
    return f"{fnv1a(f'{quiz.bank}/{question}/{id_}'):08x}"
