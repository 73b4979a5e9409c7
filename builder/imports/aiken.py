"""Aiken: a question, its options by letter, and a line `ANSWER: B` (the format of Moodle's documentation)."""

import re

from builder.imports.imported import Ids, Imported, Lost, Question, Quiz, one_line, plain, text_of

NAMES = ("aiken",)
ENDINGS = ("txt",)
OPTION = re.compile(r"\(?([A-Za-z])(?:\)\s*|\.\s+|:\s+)(\S.*)")
ANSWER = re.compile(
    r"(?:correct\s+)?answers?\s*[:：]\s*\(?([A-Za-z](?:\s*(?:,|;|&|and)\s*[A-Za-z])*)[).]?", re.IGNORECASE
)
EXPLAINED = re.compile(r"(?:explanation|feedback|rationale|reason)\s*[:：]\s*(\S.*)", re.IGNORECASE)
NUMBER = re.compile(r"(?:question\s+\d+\s*[.):]|q?\d+[.)]|question\s*:)\s*(?=\D)", re.IGNORECASE)


def looks_like(text: str) -> bool:
    """Whether a text has options by letter and lines that name the answer."""
    named = any(ANSWER.fullmatch(line.strip()) for line in text.splitlines())
    return named and not re.search(r"^::.*?::", text, re.MULTILINE)


def read(data: bytes, name: str) -> Imported:
    """All questions. Lines that explain, as many such files have them after the answer, come along."""
    ids, questions, lost = Ids(), list[Question](), list[Lost]()
    stem: list[str] = []
    options: list[tuple[str, str]] = []
    began, explaining, apart = 1, False, False
    for number, raw in enumerate(text_of(data).splitlines(), start=1):
        line = raw.strip()
        if not line:
            explaining, apart = False, True
            continue
        after_room, apart = apart, False
        if not stem and not options:
            began = number
        if found := ANSWER.fullmatch(line):
            questions += _question(stem, options, found[1], ids, began, lost)
            stem, options = [], []
        elif re.match(r"ANSWER\s*:", line) and (stem or options):
            lost.append(_unfinished(began, stem))
            stem, options = [], []
        elif (found := EXPLAINED.fullmatch(line)) and not stem and not options and questions:
            _explain(questions[-1], found[1])
            explaining = True
        elif explaining and not NUMBER.match(line) and not stem:
            _explain(questions[-1], line)
        elif (found := OPTION.fullmatch(line)) and stem:
            options.append((found[1].upper(), found[2]))
        elif options and after_room:
            lost.append(_unfinished(began, stem))
            stem, options, began = [line], [], number
        elif options:
            options[-1] = (options[-1][0], f"{options[-1][1]} {line}")
        else:
            explaining = False
            stem.append(line)
    if stem or options:
        lost.append(_unfinished(began, stem))
    quiz = (Quiz(name, tuple(questions)),) if questions else ()
    return Imported(quizzes=quiz, lost=tuple(lost))


def _unfinished(line: int, stem: list[str]) -> Lost:
    what = f"a question without an ANSWER line that names a letter (“{' '.join(stem)[:60]}”)"
    return Lost(line, what, "Add the line and import again, or write it by hand.")


def _explain(question: Question, said: str) -> None:
    question["explain"] = f"{question.get('explain', '')} {plain(one_line(said))}".strip()


def _question(
    stem: list[str], options: list[tuple[str, str]], right: str, ids: Ids, line: int, lost: list[Lost]
) -> list[Question]:
    letters = [letter for letter, _ in options]
    rights = set(re.findall(r"[A-Z]", re.sub(r"\band\b", " ", right, flags=re.IGNORECASE).upper()))
    if len(options) < 2 or not rights <= set(letters):
        what = (
            f"a question whose answer “{right}” is none of its options, or that has only one (“{' '.join(stem)[:60]}”)"
        )
        lost.append(Lost(line, what, "Write it by hand."))
        return []
    text = one_line(NUMBER.sub("", " ".join(stem), count=1))
    shown: list[Question] = []
    for letter, said in options:
        option: Question = {"text": plain(one_line(said))}
        shown.append(option | ({"correct": True} if letter in rights else {}))
    kind = "multiple" if len(rights) > 1 else "single"
    return [{"id": ids(text, "question"), "type": kind, "stem": plain(text), "options": shown}]
