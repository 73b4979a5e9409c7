"""Moodle's XML format for question banks, as Moodle 4 writes it."""

import re
from base64 import b64decode
from binascii import Error as NotBase64
from typing import TYPE_CHECKING, Any

from builder.imports.htmltext import markdown_of
from builder.imports.imported import Ids, Imported, Lost, Question, Quiz, choices, one_line, plain, pool_id

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

NAMES = ("moodle",)
ENDINGS = ("xml",)
PICTURE = re.compile(r"@@PLUGINFILE@@/([^\"'\s)]+)")
KNOWN_PICTURES = frozenset(("png", "jpg", "jpeg", "gif", "svg", "webp"))
GAP = re.compile(r"\{(\d+):([A-Z_]+):((?:[^{}\\]|\\.)*)\}")
WORDS = re.compile(r"\[\[(\d+)\]\]")


def looks_like(text: str) -> bool:
    """Whether this is a question bank."""
    return "<quiz" in text[:2000]


def read(data: bytes, name: str) -> Imported:
    """All questions; a category becomes the pool of what follows it. Raises ValueError for what is no XML."""
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import ParseError, fromstring

    try:
        bank = fromstring(data)
    except (ParseError, DefusedXmlException) as fault:
        raise ValueError(f"this is no XML that can be read ({fault})") from fault
    reader = _Bank()
    for element in bank.iter("question"):
        reader.take(element)
    quiz = (Quiz(name, tuple(reader.made)),) if reader.made else ()
    return Imported(quizzes=quiz, pictures=reader.pictures, lost=tuple(reader.lost))


class _Bank:
    """Gathers questions, their pictures, and losses."""

    def __init__(self) -> None:
        self.made: list[Question] = []
        self.pictures: dict[str, bytes] = {}
        self.lost: list[Lost] = []
        self._ids = Ids()
        self._pool = ""
        self._name = ""

    def lose(self, what: str, instead: str = "Look at this question again.") -> None:
        """Note a loss, with the question's name: XML from a bank has no lines worth naming."""
        self.lost.append(Lost(0, f"“{self._name}”: {what}" if self._name else what, instead))

    def take(self, element: "Element") -> None:
        """One question, or a category."""
        kind = element.get("type", "")
        if kind == "category":
            said = _text(element.find("category/text")).rpartition("/")[2]
            self._pool = pool_id(said)
            self._name = ""
            return
        self._name = one_line(_text(element.find("name/text")))
        makers = {
            "multichoice": self._choice, "multichoiceset": self._choice, "truefalse": self._true_false,
            "shortanswer": self._short, "numerical": self._numeric, "matching": self._match, "essay": self._essay,
            "ddmatch": self._match, "cloze": self._cloze, "gapselect": self._gaps, "ddwtos": self._gaps,
            "ordering": self._order,
        }  # fmt: skip
        if kind not in makers:
            self.lose(f"a question of the type “{kind}”", "There is no such type here; write it anew.")
            return
        form = makers[kind](element)
        if form is None:
            return
        stem = self._say(element.find("questiontext")) if "text" not in form else "Fill in the gaps."
        question: Question = {"id": self._ids(self._name or stem, "question"), "type": form.pop("type")}
        question |= {"pool": self._pool} if self._pool and self._pool not in ("top", "default") else {}
        question |= {"stem": stem, **form}
        points = _number(_text(element.find("defaultgrade")) or "1")
        question |= {"points": points} if points not in (1.0, None) else {}
        hints = [said for hint in element.findall("hint") if (said := self._say(hint))]
        question |= {"hints": hints} if hints else {}
        explain = self._say(element.find("generalfeedback"))
        question |= {"explain": explain} if explain else {}
        self.made.append(question)

    def _answers(self, element: "Element") -> list[tuple[str, float, str]]:
        found = []
        for answer in element.findall("answer"):
            share = (_number(answer.get("fraction", "0")) or 0) / 100
            found.append((self._say(answer), share, self._say(answer.find("feedback"))))
        return found

    def _choice(self, element: "Element") -> Question:
        single = _text(element.find("single")).casefold() != "false" and element.get("type") == "multichoice"
        return choices(self._answers(element), not single, self.lose)

    def _true_false(self, element: "Element") -> Question:
        answers = {one_line(said).casefold(): (share, told) for said, share, told in self._answers(element)}
        feedback = {key: told for key, (_, told) in sorted(answers.items(), reverse=True) if told}
        made: Question = {"type": "true_false", "answer": answers.get("true", (0, ""))[0] > 0}
        return made | ({"feedback": feedback} if feedback else {})

    def _short(self, element: "Element") -> Question | None:
        accept = []
        for answer in element.findall("answer"):
            share, said = _number(answer.get("fraction", "0")) or 0, one_line(_text(answer.find("text")))
            if share >= 100 and "*" not in said:
                accept.append(said)
            elif share > 0:
                self.lose(f"the answer “{said}”, which is half right or holds a wild card")
        if not accept:
            self.lose("a question without a whole right answer")
            return None
        return {"type": "short", "accept": accept}

    def _numeric(self, element: "Element") -> Question | None:
        for answer in element.findall("answer"):
            value = _number(_text(answer.find("text")))
            if (_number(answer.get("fraction", "0")) or 0) >= 100 and value is not None:
                made: dict[str, Any] = {"value": value}
                tolerance = _number(_text(answer.find("tolerance")))
                made |= {"tolerance": tolerance} if tolerance else {}
                unit = one_line(_text(element.find("units/unit/unit_name")))
                made |= {"unit": unit} if unit else {}
                return {"type": "numeric", "answer": made}
        self.lose("a number question without a whole right answer")
        return None

    def _match(self, element: "Element") -> Question:
        pairs, others = [], []
        for one in element.findall("subquestion"):
            left, right = self._say(one), plain(one_line(_text(one.find("answer/text"))))
            if left:
                pairs.append({"left": left, "right": right})
            else:
                others.append(right)
        return {"type": "match", "pairs": pairs} | ({"distractors": others} if others else {})

    def _order(self, element: "Element") -> Question:
        return {"type": "order", "items": [said for said, _, _ in self._answers(element)]}

    def _essay(self, element: "Element") -> Question:
        model = self._say(element.find("graderinfo"))
        return {"type": "reflection"} | ({"model_answer": model} if model else {})

    def _gaps(self, element: "Element") -> Question:
        """Gaps with a menu: `[[1]]` names a word, and all words of its group may be chosen."""
        words = [(one_line(_text(one.find("text"))), _text(one.find("group")) or "1") for one in _options(element)]

        def gap(found: re.Match[str]) -> str:
            right, group = words[int(found[1]) - 1]
            others = [word for word, other in words if other == group and word != right]
            return f"[[({right})‖{'‖'.join(others)}]]" if others else f"[[{right}]]"

        held = self._say(element.find("questiontext"))
        return {"type": "cloze", "text": WORDS.sub(gap, held.replace(r"\[\[", "[[").replace(r"\]\]", "]]"))}

    def _cloze(self, element: "Element") -> Question | None:
        """Moodle's own gaps: `{1:SHORTANSWER:=right~wrong}`."""
        html = _text(element.find("questiontext/text"))
        gaps: list[str] = []

        def gap(found: re.Match[str]) -> str:
            rights, wrongs = list[str](), list[str]()
            for part in re.split(r"(?<!\\)~", found[3]):
                said = re.sub(r"^%-?\d+(\.\d+)?%", "=" if part.startswith(("%100%",)) else "", part)
                word = one_line(re.sub(r"\\(.)", r"\1", said.lstrip("=").partition("#")[0]))
                (rights if said.startswith("=") else wrongs).append(word)
            if "NM" in found[2] or "NUMERICAL" in found[2]:
                rights = [one.partition(":")[0] for one in rights]
                self.lose("the tolerance of a number in a gap")
            menu = found[2].startswith(("MULTICHOICE", "MC", "MULTIRESPONSE", "MR")) and wrongs and rights
            gaps.append(f"[[({rights[0]})‖{'‖'.join(wrongs)}]]" if menu else f"[[{'‖'.join(rights)}]]")
            return f"GAP{len(gaps) - 1}GAP"

        said = self._markdown(GAP.sub(gap, html))
        if not gaps:
            self.lose("a cloze question without a gap that can be read")
            return None
        return {"type": "cloze", "text": re.sub(r"GAP(\d+)GAP", lambda found: gaps[int(found[1])], said)}

    def _say(self, element: "Element | None") -> str:
        """The text of an element with `text` in it, as Markdown, its pictures kept."""
        if element is None:
            return ""
        renamed = {file.get("name", ""): self._picture(file) for file in element.findall("file")}
        html = _text(element.find("text"))
        html = PICTURE.sub(lambda found: renamed.get(found[1], "") or f"img/{found[1]}", html)
        if element.get("format") in ("plain_text", "markdown"):
            return one_line(html if element.get("format") == "markdown" else plain(html))
        return self._markdown(html)

    def _markdown(self, html: str) -> str:
        """HTML as Markdown. A picture whose words are missing would be one that nobody can hear."""
        said = markdown_of(html, self.lose)
        if "![](" in said:
            self.lose("what a picture shows (it has no alternative text)", "Write it between the brackets of ![](…).")
        return said.replace("![](", "![A picture that still needs its words](")

    def _picture(self, file: "Element") -> str:
        name = re.sub(r"[^\w.-]+", "-", file.get("name", "picture")).lower()
        if name.rpartition(".")[2] not in KNOWN_PICTURES:
            self.lose(f"the file “{name}”", "Pictures alone are carried over.")
            return ""
        try:
            self.pictures[f"img/{name}"] = b64decode(file.text or "", validate=False)
        except (NotBase64, ValueError):
            self.lose(f"the picture “{name}”, which is damaged")
            return ""
        return f"img/{name}"


def _options(element: "Element") -> list["Element"]:
    return [*element.findall("selectoption"), *element.findall("dragbox")]


def _text(element: "Element | None") -> str:
    return (element.text or "").strip() if element is not None else ""


def _number(said: str) -> float | None:
    try:
        return float(said.replace(",", "."))
    except ValueError:
        return None
