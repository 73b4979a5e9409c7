"""text2qti's plain-text quizzes: `1. question`, `a) wrong`, `*b) right`, `... feedback`, groups that are drawn from."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from builder.imports.imported import Ids, Imported, Lost, Question, Quiz, one_line, text_of
from builder.imports.slides.safe import safe_markdown

NAMES = ("text2qti",)
ENDINGS = ("txt", "md")
ASK = re.compile(r"\d+[.)]\s+(\S.*)")
ONE = re.compile(r"(\*?)([A-Za-z])\)\s+(\S.*)")
MANY = re.compile(r"\[(\*| )\]\s+(\S.*)")
SHORT = re.compile(r"\*\s+(\S.*)")
NUMBER = re.compile(r"=\s+(\S.*)")
SAID = re.compile(r"(\.\.\.|\+|-|!)\s+(\S.*)")
KEYS = (
    "quiz title", "quiz description", "title", "points per question", "points", "text title", "text", "group", "pick",
    "solutions per group",
)  # fmt: skip
KEY = re.compile(rf"({'|'.join(KEYS)})\s*:\s*(.*)", re.IGNORECASE)
GROUP, END = re.compile(r"GROUP\s*"), re.compile(r"END_GROUP\s*")
SETTINGS = (
    "shuffle answers", "show correct answers", "one question at a time", "can't go back", "feedback is solution",
    "solutions sample groups", "solutions randomize groups",
)  # fmt: skip
OPTIONS_OF_QUIZ = re.compile(rf"({'|'.join(SETTINGS)})\s*:", re.IGNORECASE)
NUMERAL = r"[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?"


def looks_like(text: str) -> bool:
    """Whether a text has numbered questions with marked answers."""
    if not re.search(r"^\d+[.)]\s+\S", text, re.MULTILINE):
        return False
    if re.search(r"^\*[A-Za-z]\)\s|^\[\*\]\s", text, re.MULTILINE):
        return True
    titled = re.search(r"^quiz title\s*:", text, re.MULTILINE | re.IGNORECASE)
    return bool(titled and re.search(r"^(\*\s+\S|=\s+\S|_{3,}\s*$|\^{3,}\s*$)", text, re.MULTILINE))


def read(data: bytes, name: str) -> Imported:
    """The quiz. Texts are Markdown in this format already, and stay as they are."""
    reader = _Reader(name)
    for number, line in enumerate(text_of(data).splitlines(), start=1):
        reader.line(number, line.rstrip())
    reader.finish()
    made = tuple(safe(question, lambda what: reader.lost.append(Lost(0, what))) for question in reader.made)
    settings = {**({"intro": one_line(reader.intro)} if reader.intro else {}), **reader.draw()}
    return Imported(quizzes=(Quiz(reader.title, made, settings),) if made else (), lost=tuple(reader.lost))


def safe(value: Any, lost: Callable[[str], None], key: str = "") -> Any:
    """A question with the HTML in its texts said in Markdown."""
    if isinstance(value, dict):
        return {name: safe(one, lost, name) for name, one in value.items()}
    if isinstance(value, list):
        return [safe(one, lost, key) for one in value]
    if not isinstance(value, str) or key in ("id", "type", "pool", "accept"):
        return value
    made, wanted = safe_markdown(value, lost)
    for address, name in wanted.items():
        lost(f"the picture “{address}”")
        made = re.sub(rf"!\[([^\]]*)\]\({re.escape(name)}[^)]*\)(\{{[^}}]*\}})?", r"\1", made)
    return one_line(made)


class _Reader:
    """Goes through the lines, and makes a question of each group of them."""

    def __init__(self, name: str) -> None:
        self.title, self.intro = name, ""
        self.made: list[Question] = []
        self.lost: list[Lost] = []
        self._ids = Ids()
        self._asked: Question = {}
        self._began = 0
        self._points: str = ""
        self._pool, self._picks = "", dict[str, int]()
        self._comment = False
        self._running = 0
        self._title = ""
        self._whole: dict[str, str] = {}
        self._last: tuple[Question, str] | None = None

    def line(self, number: int, line: str) -> None:
        """One line of the file."""
        text = line.strip()
        if self._commented(text) or not text or self._runs(number, text):
            return
        if line[0].isspace() and self._last and not ONE.fullmatch(text):
            holder, key = self._last
            holder[key] = f"{holder[key]} {text}"
        elif GROUP.fullmatch(text):
            self.finish()
            self._pool = f"group-{len(self._picks) + 1}"
            self._picks[self._pool] = 1
        elif END.fullmatch(text):
            self.finish()
            self._pool = ""
        elif OPTIONS_OF_QUIZ.match(text):
            self.lost.append(Lost(number, f"the setting “{text}”", "Set it at the head of the quiz, if you want it."))
        elif found := KEY.fullmatch(text):
            self._key(number, found[1].casefold(), found[2])
        elif found := ASK.fullmatch(text):
            self.finish()
            self._began = number
            self._asked = {"stem": found[1]}
            self._last = (self._asked, "stem")
        elif self._asked:
            self._answer(number, text)
        else:
            self.lost.append(Lost(number, f"the line “{text[:60]}”", "It belongs to no question."))

    def _commented(self, text: str) -> bool:
        if text.startswith("COMMENT"):
            self._comment = True
        elif text.startswith("END_COMMENT"):
            self._comment = False
            return True
        return self._comment or text.startswith("%")

    def _runs(self, number: int, text: str) -> bool:
        """Code between fences writes questions when text2qti runs it. It is not run here."""
        if text.startswith("```"):
            if not self._running:
                self._running = number
                what = "a piece of code" + (", and the questions that it would write" if ".run" in text else "")
                self.lost.append(Lost(number, what, "Let text2qti write them out, or write them by hand."))
            elif text.strip("`") == "":
                self._running = 0
            return True
        return bool(self._running)

    def _key(self, number: int, key: str, value: str) -> None:
        if key == "quiz title":
            self.title = value
        elif key == "quiz description":
            self.intro = value
        elif key == "pick" and self._pool and value.isdigit():
            self._picks[self._pool] = int(value)
        elif key in ("points", "points per question"):
            self.finish()
            self._points = value
        elif key == "title":
            self.finish()
            self._title = value
        else:
            self.lost.append(Lost(number, f"“{key}: {value[:60]}”", "Put it on a slide or in the quiz's intro."))

    def _answer(self, number: int, text: str) -> None:
        asked = self._asked
        if found := ONE.fullmatch(text):
            option: Question = {"text": found[3], **({"correct": True} if found[1] else {})}
            asked.setdefault("options", []).append(option)
            self._last = (option, "text")
        elif found := MANY.fullmatch(text):
            asked["type"] = "multiple"
            option = {"text": found[2], **({"correct": True} if found[1] == "*" else {})}
            asked.setdefault("options", []).append(option)
            self._last = (option, "text")
        elif found := SHORT.fullmatch(text):
            asked.setdefault("accept", []).append(found[1])
        elif found := NUMBER.fullmatch(text):
            self._number(number, found[1])
        elif re.fullmatch(r"_{3,}", text):
            asked["type"] = "reflection"
        elif re.fullmatch(r"\^{3,}", text):
            asked["type"] = ""
            words = one_line(asked.get("stem", ""))[:80]
            self.lost.append(
                Lost(self._began, f"a question that asks for a file (“{words}”)", "There is no such type here.")
            )
        elif found := SAID.fullmatch(text):
            self._feedback(found[1], found[2])
        else:
            self.lost.append(Lost(number, f"the line “{text[:60]}”", "Look at the question above it again."))

    def _feedback(self, mark: str, said: str) -> None:
        """`...` after an option is that option's; before the options it is the question's, as are the solution and what
        is said when the whole answer is right or wrong."""
        if mark == "..." and self._asked.get("options"):
            option = self._asked["options"][-1]
            option["feedback"] = said
            self._last = (option, "feedback")
            return
        key = {"+": "right", "-": "wrong"}.get(mark, "")
        if key:
            self._whole[key] = said
            self._last = (self._whole, key)
            return
        held = self._asked.get("explain", "")
        self._asked["explain"] = f"{held} {said}".strip()
        self._last = (self._asked, "explain")

    def _judged(self, asked: Question) -> None:
        """What is said when the whole answer is right or wrong goes to the options that make it so; without options it
        is kept where it says why, and is a loss where it does not."""
        for key, said in self._whole.items():
            fitting = [one for one in asked.get("options", []) if bool(one.get("correct")) == (key == "right")]
            for option in fitting:
                option["feedback"] = f"{said} {option.get('feedback', '')}".strip()
            if not fitting:
                self.lost.append(Lost(self._began, f"what is said when the answer is {key} (“{said[:80]}”)"))
        self._whole = {}

    def _number(self, number: int, said: str) -> None:
        if found := re.fullmatch(rf"\[\s*({NUMERAL})\s*,\s*({NUMERAL})\s*\]", said):
            low, high = Decimal(found[1]), Decimal(found[2])
            self._asked["answer"] = {"value": float((low + high) / 2), "tolerance": float((high - low) / 2)}
        elif found := re.fullmatch(rf"({NUMERAL})(?:\s*\+-\s*({NUMERAL})(%?))?", said):
            value = float(found[1])
            share = float(found[2] or 0) * (abs(value) / 100 if found[3] else 1)
            self._asked["answer"] = {"value": value, **({"tolerance": share} if share else {})}
        else:
            self.lost.append(Lost(number, f"the number “{said}”", "Write it by hand."))

    def finish(self) -> None:
        """What was gathered is a question, or was a loss."""
        asked, self._asked, self._last = self._asked, {}, None
        if not asked or asked.get("type") == "":
            return
        title, self._title = self._title, ""
        self._judged(asked)
        kind = asked.pop("type", "") or self._kind(asked)
        if not kind:
            self.lost.append(Lost(self._began, "a question without an answer", "Write its answer and import again."))
            return
        stem = one_line(asked.pop("stem"))
        question: Question = {"id": self._ids(title or stem, "question"), "type": kind}
        question |= {"pool": self._pool} if self._pool else {}
        question |= {"stem": stem, **asked}
        if re.fullmatch(r"\d+(\.\d+)?", self._points) and float(self._points) != 1:
            question["points"] = float(self._points)
        self._points = ""
        self.made.append(question)

    def _kind(self, asked: Question) -> str:
        options = asked.get("options", [])
        words = [one["text"].strip().casefold() for one in options]
        if sorted(words) == ["false", "true"] and any(one.get("correct") for one in options):
            told = {word: one["feedback"] for word, one in zip(words, options, strict=True) if "feedback" in one}
            asked["answer"] = any(
                one.get("correct") and word == "true" for word, one in zip(words, options, strict=True)
            )
            del asked["options"]
            if told:
                asked["feedback"] = dict(sorted(told.items(), reverse=True))
            return "true_false"
        if options:
            return "single" if len(options) > 1 and any(one.get("correct") for one in options) else ""
        return "short" if "accept" in asked else "numeric" if "answer" in asked else ""

    def draw(self) -> Question:
        """How many of each group are asked."""
        there = [one.get("pool") for one in self.made]
        picks = [
            {"pool": pool, "pick": min(pick, there.count(pool))} for pool, pick in self._picks.items() if pool in there
        ]
        return {"draw": {"all": picks}} if picks else {}
