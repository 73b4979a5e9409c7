"""A short question written in the lesson: a stem, then `- [x]` for each right option and `- [ ]` for each wrong one.

An indented line that begins with `>` under an option is its feedback. A `::: explain` block gives the explanation.
"""

import re
from typing import NamedTuple

from builder.model.diagnostic import Diagnostic
from builder.model.place import Place
from builder.model.prose import NOTHING, Prose
from builder.model.quiz import MultipleChoice, Option, Question, SingleChoice
from builder.parse.outline import Box, Run
from builder.parse.revision import revision
from builder.parse.rules.meaning import QUIZ_IN_LESSON
from builder.parse.slug import slug
from builder.parse.typist import Typist

OPTION = re.compile(r"\s*[-*+] \[([ xX])\]\s+(.*)")
FEEDBACK = re.compile(r"\s+>\s?(.*)")


class Row(NamedTuple):
    """A line's words, and where they stand."""

    text: str
    at: Place


class Drafted:
    """An option while its lines are read. A line without a sign belongs to what stands before it."""

    def __init__(self, correct: bool, text: Row, at: Place) -> None:
        self.correct = correct
        self.lines = [text]
        self.feedback: list[Row] = []
        self.at = at

    def goes_on(self, row: Row) -> None:
        """Take a further line."""
        (self.feedback or self.lines).append(row)


def written_question(box: Box, typist: Typist) -> Question | Diagnostic:
    """The question of a `::: {.quiz #id}` block."""
    runs = [node for node in box.nodes if isinstance(node, Run)]
    if not runs:
        return Diagnostic(QUIZ_IN_LESSON, box.at, "this question is empty", QUIZ_IN_LESSON.instead)
    stem: list[str] = []
    drafted: list[Drafted] = []
    for number, line in enumerate(runs[0].text.split("\n"), start=runs[0].at.line):
        option = OPTION.match(line)
        feedback = FEEDBACK.match(line)
        if option:
            row = Row(option[2], Place(box.at.file, number, option.start(2) + 1))
            drafted.append(Drafted(option[1] != " ", row, Place(box.at.file, number)))
        elif drafted and feedback:
            drafted[-1].feedback.append(Row(feedback[1], Place(box.at.file, number, feedback.start(1) + 1)))
        elif drafted and line.strip():
            indent = len(line) - len(line.lstrip())
            drafted[-1].goes_on(Row(line.strip(), Place(box.at.file, number, indent + 1)))
        else:
            stem.append(line)
    said = "\n".join(stem).strip()
    if not said or len(drafted) < 2:
        missing = "no stem" if not said else "fewer than two options"
        return Diagnostic(QUIZ_IN_LESSON, box.at, f"this question has {missing}", QUIZ_IN_LESSON.instead)
    options = tuple(option_of(draft, index, typist) for index, draft in enumerate(drafted))
    several = sum(option.correct for option in options) != 1
    name = box.attributes.id or slug(said)[:40]
    explain = next((node for node in box.nodes if isinstance(node, Box) and node.kind == "explain"), None)
    explained = explain.nodes[0] if explain and explain.nodes else None
    asked = Question(
        id=name,
        type="multiple" if several else "single",
        stem=typist.inline(said, runs[0].at),
        form=MultipleChoice(options) if several else SingleChoice(options),
        objective=box.attributes.get("objective"),
        bloom=box.attributes.get("bloom"),
        explain=typist.prose(explained.text, explained.at) if isinstance(explained, Run) else NOTHING,
        see=box.attributes.get("see"),
        at=box.at,
    )
    return asked._replace(revision=revision(asked))


def option_of(draft: Drafted, index: int, typist: Typist) -> Option:
    """One option; its id is its letter, for short questions are not reordered."""
    feedback = prose_of(draft.feedback, typist) if draft.feedback else NOTHING
    text = prose_of(draft.lines, typist)
    return Option("abcdefghijklmnopqrstuvwxyz"[index % 26], text, draft.correct, feedback, at=draft.at)


def prose_of(rows: list[Row], typist: Typist) -> Prose:
    """The words of some lines, with the places that they have in the file: signs before them were taken away."""

    def there(at: Place) -> Place:
        row = rows[min(at.line - first.line, len(rows) - 1)].at
        return row if at == first else at._replace(line=row.line, column=at.column + (row.column - 1) * (row != first))

    first = rows[0].at
    before = len(typist.noticed)
    prose = typist.inline("\n".join(row.text for row in rows), first)
    typist.noticed[before:] = [one._replace(at=there(one.at)) for one in typist.noticed[before:]]
    return prose._replace(uses=tuple(use._replace(at=there(use.at)) for use in prose.uses))
