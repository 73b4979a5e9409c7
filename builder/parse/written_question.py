"""A short question written in the lesson: a stem, then `- [x]` for each right option and `- [ ]` for each wrong one.

An indented line that begins with `>` under an option is its feedback. A `::: explain` block gives the explanation.
"""

import re

from builder.model.diagnostic import Diagnostic
from builder.model.place import Place
from builder.model.prose import NOTHING
from builder.model.quiz import MultipleChoice, Option, Question, SingleChoice
from builder.parse.outline import Box, Run
from builder.parse.revision import revision
from builder.parse.rules import QUIZ_IN_LESSON
from builder.parse.slug import slug
from builder.parse.typist import Typist

OPTION = re.compile(r"\s*[-*+] \[([ xX])\]\s+(.*)")
FEEDBACK = re.compile(r"\s+>\s?(.*)")


class Drafted:
    """An option while its lines are read."""

    def __init__(self, correct: bool, text: str, at: Place) -> None:
        self.correct = correct
        self.lines = [text]
        self.feedback: list[str] = []
        self.at = at


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
            drafted.append(Drafted(option[1] != " ", option[2], Place(box.at.file, number)))
        elif drafted and feedback:
            drafted[-1].feedback.append(feedback[1])
        elif drafted and line.strip():
            drafted[-1].lines.append(line.strip())
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
    feedback = typist.inline("\n".join(draft.feedback), draft.at) if draft.feedback else NOTHING
    text = typist.inline("\n".join(draft.lines), draft.at)
    return Option("abcdefghijklmnopqrstuvwxyz"[index % 26], text, draft.correct, feedback, at=draft.at)
