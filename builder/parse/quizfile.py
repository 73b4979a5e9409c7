"""A quiz file as written to a Quiz: its rules, its questions, and the questions that a pre-test takes from another."""

import re
from collections.abc import Iterator, Mapping

from builder.model.diagnostic import Diagnostic
from builder.model.quiz import Draw, Quiz
from builder.parse.addresses import near
from builder.parse.forms import percent
from builder.parse.quiz import QuizReader
from builder.parse.rules.meaning import NO_SUCH_QUIZ, QUESTION_SHAPE
from builder.parse.times import seconds
from builder.read.written import Written

MINUTES = re.compile(r"^\d+$")
FEEDBACK = {"practice": "immediate", "exam": "end", "survey": "never"}
"""What a quiz that says nothing of feedback does, by its mode."""


def quiz_of(name: str, said: Written, reader: QuizReader) -> Quiz:
    """The whole quiz; a pre-test is still without questions."""
    shuffle = said.get("shuffle", False)
    both = shuffle if isinstance(shuffle, bool) else False
    parts = shuffle if isinstance(shuffle, dict) else {}
    mode = said.text("mode", "practice")
    draws = {
        key: Draw(key, tuple((str(p["pool"]), int(p["pick"])) for p in picks if "pool" in p and "pick" in p))
        for key, picks in said.part("draw").items()
    }
    return Quiz(
        id=name,
        title=said.text("title", name),
        questions=reader.questions(said),
        mode=mode,  # type: ignore[arg-type]
        intro=reader.prose(said, "intro"),
        pass_mark=percent(said.text("pass")) or 0,
        attempts=int(said.get("attempts") or 0),
        feedback=said.text("feedback", FEEDBACK[mode]),  # type: ignore[arg-type]
        retry=said.text("retry", "missed"),  # type: ignore[arg-type]
        shuffle_questions=bool(parts.get("questions", both)),
        shuffle_options=bool(parts.get("options", both)),
        certainty=said.text("certainty", "off"),  # type: ignore[arg-type]
        time_limit=_limit(said),
        draws=draws,
        seed=said.text("seed", name),
        at=said.place("title"),
        ask=said.text("ask"),
        pretest_of=said.text("pretest_of"),
        ignore=said.ignored(),
        places=dict(said.all_places()),
    )


def with_pretests(
    quizzes: Mapping[str, Quiz], written: Mapping[str, Written]
) -> tuple[dict[str, Quiz], list[Diagnostic]]:
    """The quizzes with each pre-test's questions filled in, and what does not fit. `written` are the files by id."""
    filled = {
        name: _pretest(quiz, quizzes[quiz.pretest_of]) if _takes(quiz, quizzes) else quiz
        for name, quiz in quizzes.items()
    }
    noticed = [fault for name, quiz in filled.items() for fault in _faults(quiz, filled, written[name])]
    return filled, noticed


def _takes(quiz: Quiz, quizzes: Mapping[str, Quiz]) -> bool:
    bank = quizzes.get(quiz.pretest_of)
    return bank is not None and not bank.pretest_of


def _pretest(quiz: Quiz, bank: Quiz) -> Quiz:
    """A pre-test is handed in once, without marks: whoever learns from it what is right has had no pre-test."""
    return quiz._replace(
        questions=bank.questions, mode="exam", feedback="never", retry="none", attempts=1, pass_mark=0,
        certainty="off",
    )  # fmt: skip


def _faults(quiz: Quiz, quizzes: Mapping[str, Quiz], said: Written) -> Iterator[Diagnostic]:
    if quiz.pretest_of:
        at, bank = said.place("pretest_of"), quizzes.get(quiz.pretest_of)
        others = [name for name, other in quizzes.items() if not other.pretest_of and other.mode != "survey"]
        if bank is None:
            hint = near(quiz.pretest_of, others) or NO_SUCH_QUIZ.instead
            yield Diagnostic(NO_SUCH_QUIZ, at, f"there is no quiz “{quiz.pretest_of}” to be the pre-test of", hint)
        elif bank.pretest_of or bank.mode == "survey":
            why = "is a pre-test itself" if bank.pretest_of else "is a survey, which nobody can do better in"
            hint = "Name the quiz that is taken after the course."
            yield Diagnostic(NO_SUCH_QUIZ, at, f"“{quiz.pretest_of}” {why}", hint)
        if said.get("questions"):
            message = "a pre-test has no questions of its own: it asks those of the quiz that it names"
            yield Diagnostic(
                QUESTION_SHAPE, said.place("questions"), message, "Take out “questions:” or “pretest_of:”."
            )
    if quiz.ask and quiz.ask not in quiz.draws:
        hint = near(quiz.ask, list(quiz.draws)) or "Write the draw of that name under “draw:”."
        yield Diagnostic(NO_SUCH_QUIZ, said.place("ask"), f"this quiz has no draw “{quiz.ask}”", hint)


def _limit(said: Written) -> int:
    text = said.text("time_limit")
    if not text:
        return 0
    return int(text) * 60 if MINUTES.match(text) else seconds(text) or 0
