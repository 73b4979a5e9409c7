"""The examples of the authors' manual, letter by letter: they load without a finding and mean what they look like."""

# ruff: noqa: E501 -- tables and examples: one row, one line

from decimal import Decimal

from builder.model.block import Callout, Columns, Figure, Generated, QuizSlot, Step, Text
from builder.model.course import Course
from builder.model.quiz import SingleChoice
from support.project import Project

COURSE = """\
title: "Before the milk flows"
subtitle: Recognising and supporting D-MER
language: en                  # interface words, hyphenation, direction
date: 2026-11-22              # the only clock the output knows
version: "1.0"
theme: calm
audience: [lactation consultants, midwives, nurses, physicians, peer supporters]
people:
  - {id: aex, name: A. Example, credentials: IBCLC, role: presenter, disclosure: "No financial relationships."}
objectives:                   # measurable: one Bloom verb each
  - {id: timing, bloom: understand, text: "Describe the timing, quality and course of D-MER."}
  - {id: differentiate, bloom: analyse, text: "Tell D-MER from depression."}
review: {by: null, date: null, due: 2027-11-22}     # null prints "not clinically reviewed"
help:                         # urgent help is data, by locale; a build without it fails
  emergency: your local emergency number
  lines: [{name: …, number: …, region: …, note: …}]
completion: {viewed: true, quiz: post-test, pass: 80%, evaluation: evaluation, attempts: 0}   # 0 = no limit
credit: {body: IBLCE, kind: L, minutes: 60, approval: null}   # "approved" is printed only where approval data stands here
"""

LESSON = """\
---
title: "What D-MER is, and is not"
minutes: 60                       # checked against the sections' times
objectives: [timing, differentiate]
tags: [d-mer, milk-ejection-reflex]
---

{{< include _shared/disclosures.md >}}

# Recognising it {time=8m}

## A wave that lifts by itself {#definition objectives="timing"}

- Abrupt low mood, just before or as milk lets down
- Gone in seconds to a few minutes [@heise2011; @ureno2019]

. . .

**Timed by a reflex, not set off by a thought**

::: notes
Say the letters one by one. Ask for hands: who has heard "homesick for a minute"?
:::

::: prose
The reading text of this slide: shown in the module and in the reading handout, never on the slide.
:::

## Two patterns side by side {#compare time=90s cut}

:::: columns
::: {.column width="50%"}
### D-MER
- Starts at let-down
:::
::: {.column width="50%"}
### Aversion response
- The whole time the child is latched
:::
::::

::: {.callout-warning title="Urgent"}
Any thought of dying or of harming the baby, however brief: same-day assessment.
:::

## What the curve may look like {#curve evidence="speculative" when="slides module"}

![Hormone levels around a let-down; the dip in dopamine is dashed because it is a hypothesis](img/timeline.svg){width="80%"}

{{< poll polls#how-often >}}

{{< quiz post-test#onset >}}
"""

QUIZ = """\
title: Post-test
intro: Twenty questions. You may come back to any of them before you hand in.
mode: exam                     # practice (answer, see, go on) | exam (hand in, then see) | survey (no key)
pass: 80%
attempts: 0                    # 0 = no limit
feedback: end                  # immediate | end | never
retry: missed                  # missed | all | none
shuffle: {questions: true, options: true}     # one seed for screen and paper, printed on both
certainty: off                 # off | optional | required: 1/2/3 when right, 0/-2/-6 when wrong
time_limit: null
draw: {exit: [{pool: core, pick: 4}, {pool: case, pick: 1}]}
defaults: {points: 1, partial: all_or_nothing}
questions:
  - id: onset                  # never re-used
    type: single
    pool: core
    objective: timing
    bloom: remember
    stem: When does the dysphoria of D-MER begin?
    options:
      - {id: letdown, text: Just before or as milk lets down, correct: true, feedback: Yes. The timing is what defines it.}
      - {id: waking, text: "On waking, for most of the day", feedback: That pattern points to depression.}
      - {id: none, text: None of these, fixed: true}
    hints: [Think of what the body does at that moment.]
    explain: The feeling comes with the reflex and lifts within minutes [@heise2011].
    see: what-it-is#definition # "see this slide again"
    must_pass: false           # a safety item that must be right whatever the total
"""

POLLS = """\
title: Polls
mode: survey
questions:
  - {id: how-often, type: poll, stem: How often?, options: [{text: Often}, {text: Never}]}
"""
EVALUATION = """\
title: Evaluation
mode: survey
questions:
  - {id: useful, type: scale, stem: Useful?, from: 1, to: 5}
"""
REFERENCES = "heise2011: {title: One}\nureno2019: {title: Two}\n"


def loaded(project: Project) -> Course:
    """The manual's course, with the files that its examples speak of."""
    project.file("slides/c/course.yaml", COURSE).lesson(LESSON, "01-what-it-is.md").quiz(QUIZ)
    project.quiz(POLLS, "polls.yaml").quiz(EVALUATION, "evaluation.yaml").picture("img/timeline.svg")
    project.file("slides/c/references.yaml", REFERENCES)
    project.file("slides/c/_shared/disclosures.md", "## Disclosures\n\n{{< disclosures >}}\n")
    assert project.found() == []
    return project.course()


def test_course(project: Project) -> None:
    """course.yaml: texts, dates and nothing come out as they look."""
    course = loaded(project)
    assert (course.title, course.version, course.date) == ("Before the milk flows", "1.0", "2026-11-22")
    assert course.people[0].disclosure == "No financial relationships."
    assert (course.review.by, course.review.due) == ("", "2027-11-22")
    assert course.help is not None
    assert course.help.lines[0].number == "…"
    assert (course.completion.quiz, course.completion.pass_mark, course.credit.approval) == ("post-test", 80, "")


def test_lesson(project: Project) -> None:
    """A lesson: the include, the section and the slides, each with what stands on it and beside it."""
    (lesson,) = loaded(project).lessons
    assert (lesson.id, lesson.title, lesson.minutes) == ("what-it-is", "What D-MER is, and is not", 60)
    before, section = lesson.sections
    assert isinstance(before.slides[0].blocks[0], Generated)
    assert section.seconds == 480
    definition, compare, curve = section.slides
    assert [slide.id for slide in section.slides] == ["definition", "compare", "curve"]
    assert (definition.objectives, definition.cites) == (("timing",), ("heise2011", "ureno2019"))
    assert [type(block) for block in definition.blocks] == [Text, Step]
    assert len(definition.notes) == len(definition.prose) == 1
    assert (compare.seconds, compare.cut) == (90, True)
    assert [type(block) for block in compare.blocks] == [Columns, Callout]
    assert (curve.evidence, curve.when) == ("speculative", frozenset(("slides", "module")))
    assert [type(block) for block in curve.blocks] == [Figure, QuizSlot, QuizSlot]


def test_quiz(project: Project) -> None:
    """A quiz: `off` and `null` stay what they look like, the draw and the see-again address are kept."""
    quiz = loaded(project).quizzes["post-test"]
    assert (quiz.mode, quiz.pass_mark, quiz.certainty, quiz.time_limit) == ("exam", 80, "off", 0)
    assert (quiz.shuffle_questions, quiz.shuffle_options) == (True, True)
    assert quiz.draws["exit"].picks == (("core", 4), ("case", 1))
    (onset,) = quiz.questions
    assert isinstance(onset.form, SingleChoice)
    assert [(o.id, o.correct, o.fixed) for o in onset.form.options] == [
        ("letdown", True, False), ("waking", False, False), ("none", False, True),
    ]  # fmt: skip
    assert (onset.see, onset.points, onset.must_pass) == ("what-it-is#definition", Decimal(1), False)
