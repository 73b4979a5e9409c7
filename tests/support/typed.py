"""The project with one question of each type, built; and what is answered to each, in steps that any hand can do."""

import re
import shutil
from pathlib import Path
from typing import NamedTuple

from support.building import build

FIXTURE = Path(__file__).parents[1] / "fixtures/types"
Step = tuple[str, ...]
Steps = tuple[Step, ...]


def typed(folder: Path, *options: str) -> Path:
    """The built site of a copy of the project, in which the same questions are an exam and a survey, too."""
    project = folder / "project"
    shutil.copytree(FIXTURE, project)
    quizzes = project / "quizzes/types"
    written = (quizzes / "types.yaml").read_text("utf-8")
    for mode in ("exam", "survey"):
        said = re.sub(r"^pass: .*\n", "", written, flags=re.MULTILINE)
        said = said.replace("mode: practice", f"mode: {mode}").replace("title: Every type", f"title: As {mode}")
        (quizzes / f"{mode}.yaml").write_text(said, "utf-8")
    settings = project / "slides/types/course.yaml"
    evaluated = settings.read_text("utf-8").replace("pass: 50%", "pass: 50%, evaluation: survey")
    settings.write_text(evaluated, "utf-8")
    build(project, *options, cache=folder / "cache")
    return project / "site/types"


class Answer(NamedTuple):
    """Steps to take, the points they bring, and words that are announced after the verdict."""

    steps: Steps
    points: float
    said: str = ""


class Asked(NamedTuple):
    """What is answered to one question. `partly` is an answer that is worth a part of it, where there is one."""

    right: Answer
    wrong: Answer
    partly: Answer | None = None


EPISODE = ("Suckling", "A wave", "Milk flows", "The wave fades")

ASKED: dict[str, Asked] = {
    "single": Asked(
        Answer((("choose", "dip"),), 1, "Yes. It comes with the reflex and lifts within minutes."),
        Answer((("choose", "whole"),), 0, "A feeling that stays as long as the latch fits an aversion"),
        Answer((("choose", "late"),), 0.5, "Short is right."),
    ),
    "multiple": Asked(
        Answer((("tick", "starts"), ("tick", "pumping")), 1, "is the history. Yes. Ask about"),
        Answer((("tick", "bond"), ("tick", "diet")), 0, "The wave says nothing about love"),
        Answer((("tick", "starts"), ("tick", "diet")), 0.5, "No food is known to treat D-MER."),
    ),
    "true-false": Asked(
        Answer(
            (("choose", "false"), ("choose", "prolactin")), 1, "not cause and effect. Yes. That is the textbook part."
        ),
        Answer((("choose", "true"), ("choose", "same")), 0, "Tempting, because both are spoken of together."),
    ),
    "short": Asked(Answer((("write", "", "  LET-DOWN "),), 1), Answer((("write", "", "latch"),), 0)),
    "numeric": Asked(Answer((("write", "", "٩٠٫٢"),), 1), Answer((("write", "", "89,4"),), 0)),
    "match": Asked(
        Answer((("pair", "dmer", "a wave"), ("pair", "aversion", "the whole"), ("pair", "mood", "most of")), 1),
        Answer(
            (("pair", "dmer", "most of"), ("pair", "aversion", "a wave"), ("pair", "mood", "only in")),
            0,
            "0 of 3 right",
        ),
        Answer(
            (("pair", "dmer", "a wave"), ("pair", "aversion", "most of"), ("pair", "mood", "only in")),
            0.333333,
            "1 of 3 right",
        ),
    ),
    "order": Asked(
        Answer((("order", *EPISODE),), 1),
        Answer((("order", *reversed(EPISODE)),), 0, "0 of 4 right"),
        Answer((("order", *EPISODE[2:], *EPISODE[:2]),), 0.666667, "0 of 4 right"),
    ),
    "cloze": Asked(
        Answer((("write", "g1", "Letdown"), ("menu", "g2", "minutes"), ("menu", "g3", "first")), 1),
        Answer((("write", "g1", "latch"), ("menu", "g2", "hours"), ("menu", "g3", "last")), 0, "0 of 3 right"),
        Answer(
            (("write", "g1", "let-down"), ("menu", "g2", "minutes"), ("menu", "g3", "last")), 0.666667, "2 of 3 right"
        ),
    ),
    "matrix": Asked(
        Answer((("row", "dying", "today"), ("row", "voices", "today"), ("row", "homesick", "visit")), 1),
        Answer(
            (("row", "dying", "visit"), ("row", "voices", "visit"), ("row", "homesick", "today")), 0, "0 of 3 right"
        ),
        Answer(
            (("row", "dying", "today"), ("row", "voices", "visit"), ("row", "homesick", "visit")),
            0.666667,
            "2 of 3 right",
        ),
    ),
    "hotspot": Asked(
        Answer((("spot", "letdown"),), 1, "Yes. Just before or as milk flows."),
        Answer((("spot", "end"),), 0, "By then it has mostly lifted."),
    ),
    "case": Asked(
        Answer((("choose", "harm"), ("write", "case-likely", "d-mer")), 2, "Yes. Ask directly, and everybody."),
        Answer((("choose", "wean"), ("write", "case-likely", "BAR")), 0, "Weaning is hers to choose"),
        Answer((("choose", "harm"), ("write", "case-likely", "BAR")), 1, "Yes. Ask directly, and everybody."),
    ),
}

UNSCORED: dict[str, Steps] = {
    "reflection": (("write", "", "When does it start?"),),
    "scale": (("choose", "4"),),
    "poll": (("choose", "once"),),
}
WRITTEN = ("single", "multiple", "true-false", "short", "numeric", "match", "order", "cloze", "matrix", "hotspot",
           "reflection", "case", "scale", "poll")  # fmt: skip
"""The questions in the order of the file."""
