"""Aiken: a question, its options by letter, and a line `ANSWER: B` (the format of Moodle's documentation)."""

import re

from builder.imports.imported import Ids, Imported, Lost, Question, Quiz, one_line, plain

NAMES = ("aiken",)
ENDINGS = ("txt",)
OPTION = re.compile(r"([A-Za-z])\s*[.)]\s+(\S.*)")
ANSWER = re.compile(r"ANSWER\s*:\s*([A-Za-z])\s*")


def looks_like(text: str) -> bool:
    """Whether a text has options by letter and lines that name the answer."""
    return bool(re.search(r"^ANSWER\s*:\s*[A-Za-z]\s*$", text, re.MULTILINE)) and "::" not in text


def read(data: bytes, name: str) -> Imported:
    """All questions, each with one right answer."""
    ids, questions, lost = Ids(), list[Question](), list[Lost]()
    stem: list[str] = []
    options: list[tuple[str, str]] = []
    began = 1
    for number, raw in enumerate(data.decode("utf-8-sig", errors="replace").splitlines(), start=1):
        line = raw.strip()
        if not line:
            continue
        if not stem and not options:
            began = number
        if found := ANSWER.fullmatch(line):
            questions += _question(stem, options, found[1], ids, began, lost)
            stem, options = [], []
        elif (found := OPTION.fullmatch(line)) and stem:
            options.append((found[1].upper(), found[2]))
        elif options:
            options[-1] = (options[-1][0], f"{options[-1][1]} {line}")
        else:
            stem.append(line)
    if stem or options:
        lost.append(
            Lost(began, "a question without an ANSWER line", "Add the line and import again, or write it by hand.")
        )
    quiz = (Quiz(name, tuple(questions)),) if questions else ()
    return Imported(quizzes=quiz, lost=tuple(lost))


def _question(
    stem: list[str], options: list[tuple[str, str]], right: str, ids: Ids, line: int, lost: list[Lost]
) -> list[Question]:
    letters = [letter for letter, _ in options]
    if len(options) < 2 or right.upper() not in letters:
        lost.append(Lost(line, f"a question whose answer “{right}” is none of its options", "Write it by hand."))
        return []
    text = one_line(" ".join(stem))
    shown: list[Question] = []
    for letter, said in options:
        option: Question = {"text": plain(one_line(said))}
        shown.append(option | ({"correct": True} if letter == right.upper() else {}))
    return [{"id": ids(text, "question"), "type": "single", "stem": plain(text), "options": shown}]
