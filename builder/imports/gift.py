"""GIFT, as Moodle documents it: `::title:: question {=right#why ~wrong %50%half}` and its other forms."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from builder.imports.htmltext import markdown_of
from builder.imports.imported import Ids, Imported, Lost, Pools, Question, Quiz, choices, one_line, plain, text_of
from builder.imports.slides.safe import safe_markdown

NAMES = ("gift",)
ENDINGS = ("gift", "txt")
ESCAPED = re.compile(r"\\([~=#{}:\\n])")
HELD = {
    "~": "\ue000",
    "=": "\ue001",
    "#": "\ue002",
    "{": "\ue003",
    "}": "\ue004",
    ":": "\ue005",
    "\\": "\ue006",
    "n": "\n",
}
FREED = {held: sign for sign, held in HELD.items() if sign != "n"}
FORMAT = re.compile(r"^\s*\[(html|markdown|moodle|plain)\]")
SPLIT = re.compile(r"(?=[=~])")
MARK = re.compile(r"^%(-?\d+(?:\.\d+)?)%")
NUMBER = r"[-+]?(?:\d+(?:[.,]\d+)?|[.,]\d+)(?:[eE][-+]?\d+)?"

Say = Callable[[str], str]


def looks_like(text: str) -> bool:
    """Whether a text has answers in braces."""
    bare = re.sub(r"^\s*//.*$", "", text, flags=re.MULTILINE)
    return bool(re.search(r"(?<!\\)\{[^{}]*\}", bare)) and (
        bool(re.search(r"(?<!\\)\{\s*(#|[=~]|T|F|TRUE|FALSE|\})", bare))
        or bool(re.search(r"^::.+?::", bare, re.MULTILINE))
    )


def read(data: bytes, name: str) -> Imported:
    """All questions of the file; `$CATEGORY:` becomes the pool."""
    ids, made, lost = Ids(), list[Question](), list[Lost]()
    pool, pools = "", Pools()
    for line, block in _blocks(text_of(data)):
        if block.startswith("$CATEGORY:"):
            pool = pools(block.partition(":")[2].rpartition("/")[2])
            continue
        question = _Reader(block, line, ids, lost).question()
        if question and pool:
            question = {"id": question.pop("id"), "type": question.pop("type"), "pool": pool, **question}
        made += [question] if question else []
    return Imported(quizzes=(Quiz(name, tuple(made)),) if made else (), lost=tuple(lost))


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    """Questions stand apart by empty lines; a line that begins with two slashes is a comment."""
    held: list[str] = []
    began = 1
    for number, raw in enumerate([*text.splitlines(), ""], start=1):
        line = raw.rstrip()
        if line.lstrip().startswith("//"):
            continue
        if line.startswith("$CATEGORY:"):
            yield number, line
        elif line:
            began = began if held else number
            held.append(line)
        elif held:
            yield began, "\n".join(held)
            held = []


class _Reader:
    """One question."""

    def __init__(self, block: str, line: int, ids: Ids, lost: list[Lost]) -> None:
        self._text = ESCAPED.sub(lambda found: HELD[found[1]], block)
        self._line, self._ids, self._losses = line, ids, lost
        self._html = False

    def lose(self, what: str, instead: str = "Look at this question again.") -> None:
        """Note a loss."""
        self._losses.append(Lost(self._line, what, instead))

    def question(self) -> Question | None:
        """The question in our shape, or nothing with a loss noted."""
        text, title = self._text, ""
        if found := re.match(r"\s*::(.*?)::", text, re.DOTALL):
            title, text = found[1].strip(), text[found.end() :]
        if found := FORMAT.match(text):
            self._html = found[1] == "html"
        before, brace, rest = text.partition("{")
        body, closed, after = rest.partition("}")
        if not brace or not closed:
            words = one_line(_free(FORMAT.sub("", text)))[:80]
            self.lose(f"a text without an answer (“{words}”)", "Put it in the quiz's intro, or on a slide.")
            return None
        stem = self._say(f"{before.strip()} _____ {after.strip()}" if after.strip() else before)
        body, _, general = body.partition("####")
        form = self._form(body.strip(), after.strip(), before)
        if form is None:
            return None
        found_id = self._ids(_free(title) or one_line(_free(before)), "question")
        question: Question = {"id": found_id, "type": form.pop("type"), "stem": stem or _free(title), **form}
        if general.strip():
            said = " ".join(filter(None, (question.get("explain", ""), self._say(general))))
            question |= {"explain": said} if said else {}
        return question

    def _form(self, body: str, after: str, before: str) -> Question | None:
        if not body:
            return {"type": "reflection"}
        if found := re.fullmatch(r"(T|TRUE|F|FALSE)\s*(?:#(.*?))?(?:#(.*))?", body, re.DOTALL | re.IGNORECASE):
            return self._true_false(found)
        if body.startswith("#"):
            return self._numeric(body[1:].strip())
        parts = [part.strip() for part in SPLIT.split(body) if part.strip()]
        if all(part.startswith("=") for part in parts) and all("->" in part for part in parts):
            return self._match(parts)
        if all(part.startswith("=") for part in parts):
            return self._short(parts)
        return self._choice(parts)

    def _true_false(self, found: re.Match[str]) -> Question:
        answer = found[1].upper().startswith("T")
        wrong, right = (self._say(part or "") for part in (found[2], found[3]))
        feedback = {str(not answer).lower(): wrong, str(answer).lower(): right}
        told = {key: said for key, said in sorted(feedback.items(), reverse=True) if said}
        return {"type": "true_false", "answer": answer} | ({"feedback": told} if told else {})

    def _numeric(self, body: str) -> Question | None:
        parts = [part.strip() for part in re.split(r"(?=(?<![<>])=|~)", body) if part.strip()]
        rights = [part.lstrip("=").strip() for part in parts if not part.startswith("~")]
        whole = [part for part in rights if not MARK.match(part) or MARK.match(part)[1].startswith("100")]  # type: ignore[index]
        for part in parts:
            if part.lstrip("=").strip() not in whole[:1]:
                words = one_line(_free(part)).lstrip("=~")
                self.lose(
                    f"a further answer of a number (“{words[:80]}”)", "Only the whole right one was carried over."
                )
        said, _, feedback = (whole or [""])[0].partition("#")
        said = MARK.sub("", said).strip()
        if found := re.fullmatch(rf"({NUMBER})\s*\.\.\s*({NUMBER})", said):
            low, high = (Decimal(one.replace(",", ".")) for one in found.groups())
            answer = {"value": float((low + high) / 2), "tolerance": float((high - low) / 2)}
        elif found := re.fullmatch(rf"({NUMBER})(?:\s*:\s*({NUMBER}))?", said.replace("\ue005", ":")):
            answer = {"value": float(found[1].replace(",", "."))}
            if found[2] and float(found[2].replace(",", ".")):
                answer["tolerance"] = float(found[2].replace(",", "."))
        else:
            self.lose(f"a number that cannot be read (“{_free(body)[:60]}”)", "Write it by hand.")
            return None
        return {"type": "numeric", "answer": answer} | ({"explain": self._say(feedback)} if feedback.strip() else {})

    def _match(self, parts: list[str]) -> Question:
        pairs, others = [], []
        for part in parts:
            left, _, right = (self._say(side) for side in part[1:].partition("->"))
            if left:
                pairs.append({"left": left, "right": right})
            else:
                others.append(right)
        return {"type": "match", "pairs": pairs} | ({"distractors": others} if others else {})

    def _short(self, parts: list[str]) -> Question:
        accept, told = [], []
        for part in parts:
            share, said, feedback = self._option(part)
            if share < 1 or said == "*":
                worth = f"worth {round(share * 100)} % of the marks" if share else "a wrong answer"
                self.lose(
                    f"that “{said}” is {worth}{f', and what is said of it (“{feedback[:80]}”)' if feedback else ''}"
                )
                continue
            accept.append(_plainly(said))
            told += [feedback] if feedback else []
        return {"type": "short", "accept": accept} | ({"explain": " ".join(dict.fromkeys(told))} if told else {})

    def _choice(self, parts: list[str]) -> Question:
        options = [(said, share, feedback) for share, said, feedback in map(self._option, parts)]
        several = not any(part.startswith("=") for part in parts) and sum(share > 0 for _, share, _ in options) > 1
        return choices(options, several, self.lose)

    def _option(self, part: str) -> tuple[float, str, str]:
        share = 1.0 if part.startswith("=") else 0.0
        text = part[1:].strip()
        if found := MARK.match(text):
            share, text = float(found[1]) / 100, text[found.end() :]
        said, _, feedback = text.partition("#")
        return share, self._say(said), self._say(feedback)

    def _say(self, text: str) -> str:
        found = FORMAT.match(text)
        form = found[1] if found else "html" if self._html else ""
        free = _free(FORMAT.sub("", text)).strip()
        if not free:
            return ""
        if form == "plain":
            return one_line(plain(free))
        if form == "markdown":
            return one_line(safe_markdown(free, self.lose)[0])
        if form == "html" or re.search(r"</?[a-z][^>]*>|&\w+;", free):
            return self._unpictured(markdown_of(free, self.lose))
        return one_line(plain(free)).replace(r"\_\_\_\_\_", "_____")

    def _unpictured(self, text: str) -> str:
        """GIFT names pictures but does not hold them."""
        for address in re.findall(r"!\[[^\]]*\]\(<?([^)>]*)>?\)", text):
            self.lose(f"the picture “{address.rpartition('/')[2][:80]}”", "Put it in as `image:` of the question.")
        return re.sub(r"!\[([^\]]*)\]\([^)]*\)", r"\1", text).strip()


def _free(text: str) -> str:
    return "".join(FREED.get(sign, sign) for sign in text)


def _plainly(text: str) -> str:
    """An accepted answer is compared as it is typed: without Markdown's backslashes."""
    return re.sub(r"\\(.)", r"\1", text)
