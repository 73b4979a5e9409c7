"""text2qti's plain-text quizzes: `1. question`, `a) wrong`, `*b) right`, `... feedback`, groups that are drawn from."""

import re

from builder.imports.imported import Ids, Imported, Lost, Question, Quiz, one_line

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
    asks = re.search(r"^\d+\.\s+\S", text, re.MULTILINE)
    return bool(asks and re.search(r"^(\*[A-Za-z]\)|\[\*\]|\*\s+\S|=\s+\S|_{3,}\s*$|\^{3,}\s*$)", text, re.MULTILINE))


def read(data: bytes, name: str) -> Imported:
    """The quiz. Texts are Markdown in this format already, and stay as they are."""
    reader = _Reader(name)
    for number, line in enumerate(data.decode("utf-8-sig", errors="replace").splitlines(), start=1):
        reader.line(number, line.rstrip())
    reader.finish()
    made = tuple(reader.made)
    settings = {**({"intro": one_line(reader.intro)} if reader.intro else {}), **reader.draw()}
    return Imported(quizzes=(Quiz(reader.title, made, settings),) if made else (), lost=tuple(reader.lost))


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
        self._last: tuple[Question, str] | None = None

    def line(self, number: int, line: str) -> None:
        """One line of the file."""
        text = line.strip()
        if self._commented(text) or not text:
            return
        if line.startswith(("    ", "\t")) and self._last:
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
            self.lost.append(Lost(self._began, "a question that asks for a file", "There is no such type here."))
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
        held = self._asked.get("explain", "")
        self._asked["explain"] = f"{held} {said}".strip()
        self._last = (self._asked, "explain")

    def _number(self, number: int, said: str) -> None:
        if found := re.fullmatch(rf"\[\s*({NUMERAL})\s*,\s*({NUMERAL})\s*\]", said):
            low, high = float(found[1]), float(found[2])
            self._asked["answer"] = {"value": (low + high) / 2, "tolerance": (high - low) / 2}
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
        kind = asked.pop("type", "") or self._kind(asked)
        if not kind:
            self.lost.append(Lost(self._began, "a question without an answer", "Write its answer and import again."))
            return
        stem = one_line(asked.pop("stem"))
        question: Question = {"id": self._ids(stem, "question"), "type": kind}
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
        if not self._picks:
            return {}
        return {"draw": {"all": [{"pool": pool, "pick": pick} for pool, pick in self._picks.items()]}}
