"""Moodle's XML format for question banks, as Moodle 4 writes it."""

import re
from base64 import b64decode
from binascii import Error as NotBase64
from typing import TYPE_CHECKING
from urllib.parse import unquote

from builder.imports.gaps import HELD, STOCK, menus, written_gaps
from builder.imports.htmltext import markdown_of
from builder.imports.imported import Ids, Imported, Lost, Pools, Question, Quiz, choices, one_line, plain
from builder.imports.slides.safe import safe_markdown
from builder.imports.typed import Typed, explained, left, number_of, numeric, short

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

NAMES = ("moodle",)
ENDINGS = ("xml",)
PICTURE = re.compile(r"@@PLUGINFILE@@/([^\"'\s)]+)")
KNOWN_PICTURES = frozenset(("png", "jpg", "jpeg", "gif", "svg", "webp"))


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
    settings = {"intro": reader.intro} if reader.intro else {}
    quiz = (Quiz(name, tuple(reader.made), settings),) if reader.made else ()
    return Imported(quizzes=quiz, pictures=reader.pictures, lost=tuple(reader.lost))


class _Bank:
    """Gathers questions, their pictures, and losses."""

    def __init__(self) -> None:
        self.made: list[Question] = []
        self.pictures: dict[str, bytes] = {}
        self.lost: list[Lost] = []
        self.intro = ""
        self._ids = Ids()
        self._pool, self._pools = "", Pools()
        self._name = ""

    def lose(self, what: str, instead: str = "Look at this question again.") -> None:
        """Note a loss, with the question's name: XML from a bank has no lines worth naming."""
        self.lost.append(Lost(0, f"“{self._name}”: {what}" if self._name else what, instead))

    def take(self, element: "Element") -> None:
        """One question, or a category."""
        kind = element.get("type", "")
        if kind == "category":
            said = _text(element.find("category/text")).rpartition("/")[2]
            self._pool = self._pools(said)
            self._name = ""
            if told := self._say(element.find("info")):
                self.lose(f"what is said of the category “{said}” (“{told[:80]}”)", "Put it in the quiz's intro.")
            return
        self._name = one_line(_text(element.find("name/text")))
        makers = {
            "multichoice": self._choice, "multichoiceset": self._choice, "truefalse": self._true_false,
            "shortanswer": self._short, "numerical": self._numeric, "matching": self._match, "essay": self._essay,
            "ddmatch": self._match, "cloze": self._cloze, "gapselect": self._gaps, "ddwtos": self._gaps,
            "ordering": self._order,
        }  # fmt: skip
        if kind == "description" and not self.made and not self.intro:
            self.intro = self._tell(element.find("questiontext"))
            return
        if kind not in makers:
            words = self._say(element.find("questiontext"))
            instead = (
                "Put it in the quiz's intro." if kind == "description" else "There is no such type here; write it anew."
            )
            self.lose(f"a question of the type “{kind}” (“{words[:160]}”)", instead)
            return
        form = makers[kind](element)
        if form is None:
            return
        stem = self._tell(element.find("questiontext")) if "text" not in form else self._name or "Fill in the gaps."
        if pictured := self._old_picture(element):
            stem = f"{stem} {pictured}"
        question: Question = {"id": self._ids(self._name or stem, "question"), "type": form.pop("type")}
        question |= {"pool": self._pool} if self._pool and self._pool not in ("top", "default") else {}
        question |= {"stem": stem, **form}
        points = number_of(_text(element.find("defaultgrade")) or "1")
        question |= {"points": points} if points not in (1.0, None) else {}
        hints = [said for hint in element.findall("hint") if (said := self._tell(hint))]
        question |= {"hints": hints} if hints else {}
        self._judged(element)
        said_of_it = [question.pop("explain", ""), self._tell(element.find("generalfeedback"))]
        question |= explained([said for said in said_of_it if said])
        self.made.append(question)

    def _judged(self, element: "Element") -> None:
        """What is said of the whole answer has no place here; the words that Moodle itself puts there are no loss."""
        for part, judged in (("correct", "right"), ("partiallycorrect", "partly right"), ("incorrect", "wrong")):
            said = self._say(element.find(f"{part}feedback"))
            if said and not STOCK.search(said):
                self.lose(
                    f"what is said when the answer is {judged} (“{said[:80]}”)", "Put it into feedback or `explain:`."
                )

    def _old_picture(self, element: "Element") -> str:
        """A picture as Moodle 1.9 wrote it: beside the text, with the file's name and its bytes."""
        name, data = _text(element.find("image")), _text(element.find("image_base64"))
        if not name or not data:
            if name:
                self.lose(
                    f"the picture “{name[:80]}”, which is not in the file", "Put it in as `image:` of the question."
                )
            return ""
        held = self._kept(name, data)
        self._unnamed(held)
        return f"![{held.rpartition('/')[2]}]({held})" if held else ""

    def _unnamed(self, name: str) -> None:
        if name:
            self.lose(
                f"what the picture “{name.rpartition('/')[2]}” shows: it has no alternative text",
                "Its file's name stands there; write what one should see.",
            )

    def _answers(self, element: "Element") -> list[tuple[str, float, str]]:
        found = []
        for answer in element.findall("answer"):
            share = (number_of(answer.get("fraction", "0")) or 0) / 100
            found.append((self._say(answer), share, self._tell(answer.find("feedback"))))
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
        return short(self._typed(element), self.lose)

    def _numeric(self, element: "Element") -> Question | None:
        units = [one_line(_text(one)) for one in element.findall("units/unit/unit_name")]
        return numeric(self._typed(element), units, self.lose)

    def _typed(self, element: "Element") -> list[Typed]:
        return [
            Typed(
                one_line(_text(answer.find("text"))),
                number_of(answer.get("fraction", "0")) or 0,
                number_of(_text(answer.find("tolerance"))) or 0,
                self._tell(answer.find("feedback")),
            )
            for answer in element.findall("answer")
        ]

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
        answers = self._answers(element)
        for said, _, feedback in answers:
            if feedback:
                self.lose(left(f"the place of “{said}”", feedback))
        return {"type": "order", "items": [said for said, _, _ in answers]}

    def _essay(self, element: "Element") -> Question:
        model = self._tell(element.find("graderinfo"))
        return {"type": "reflection"} | ({"model_answer": model} if model else {})

    def _gaps(self, element: "Element") -> Question | None:
        words = [(_text(one.find("text")), _text(one.find("group")) or "1") for one in _options(element)]
        made = menus(self._say(element.find("questiontext")), words)
        if made is None:
            self.lose("a question whose gaps name words that are not there")
        return {"type": "cloze", "text": made} if made else None

    def _cloze(self, element: "Element") -> Question | None:
        html, gaps = written_gaps(_text(element.find("questiontext/text")), self.lose)
        if not gaps:
            self.lose("a cloze question without a gap that can be read")
            return None
        said = self._markdown(html)
        return {"type": "cloze", "text": HELD.sub(lambda found: gaps[int(found[1])], said)}

    def _tell(self, element: "Element | None") -> str:
        """The same, of as many paragraphs as it has."""
        return self._say(element, inline=False)

    def _say(self, element: "Element | None", *, inline: bool = True) -> str:
        """The text of an element with `text` in it, as Markdown, its pictures kept."""
        if element is None:
            return ""
        renamed = {file.get("name", ""): self._picture(file) for file in element.findall("file")}
        html = _text(element.find("text"))
        html = PICTURE.sub(
            lambda found: renamed.get(found[1]) or renamed.get(unquote(found[1])) or f"img/{found[1]}", html
        )
        if element.get("format") == "plain_text":
            return one_line(plain(html))
        if element.get("format") == "markdown":
            html = safe_markdown(html.replace("](img/", "](\ue2b0"), self.lose)[0].replace("\ue2b0", "img/")
            return one_line(html) if inline else html.strip()
        return self._markdown(html, inline=inline)

    def _markdown(self, html: str, *, inline: bool = True) -> str:
        """HTML as Markdown. A picture whose words are missing would be one that nobody can hear."""
        said = markdown_of(html, self.lose, inline=inline)

        def picture(found: re.Match[str]) -> str:
            alt, address = found[1], found[2]
            if not address.startswith("img/"):
                self.lose(f"the picture at {address[:100]}", "Save it, with its licence, and name it in the question.")
                return f"*{alt}*" if alt else ""
            if address not in self.pictures:
                self.lose(f"the picture “{address[4:84]}”, which is not in the file", "Put it in, or take it out.")
                return f"*{alt}*" if alt else ""
            if not alt:
                self._unnamed(address)
            return f"![{alt or address[4:]}]({address})"

        return re.sub(r"!\[([^\]]*)\]\(<?([^)\s>]*)>?(?:\s+\"[^\"]*\")?\)", picture, said)

    def _picture(self, file: "Element") -> str:
        return self._kept(file.get("name", "picture"), file.text or "")

    def _kept(self, given: str, data: str) -> str:
        """A picture from the file, under a name of its own: two of one name in two questions stay two."""
        name = re.sub(r"[^\w.-]+", "-", unquote(given).rpartition("/")[2]).lower()
        if name.rpartition(".")[2] not in KNOWN_PICTURES:
            self.lose(f"the file “{name}”", "Pictures alone are carried over.")
            return ""
        try:
            picture = b64decode(data, validate=False)
        except (NotBase64, ValueError):
            picture = b""
        if not picture:
            self.lose(f"the picture “{name}”, which is damaged")
            return ""
        stem, _, kind = name.rpartition(".")
        path, number = f"img/{stem or 'picture'}.{kind}", 2
        while self.pictures.get(path, picture) != picture:
            path, number = f"img/{stem}-{number}.{kind}", number + 1
        self.pictures[path] = picture
        return path


def _options(element: "Element") -> list["Element"]:
    return [*element.findall("selectoption"), *element.findall("dragbox")]


def _text(element: "Element | None") -> str:
    return (element.text or "").strip() if element is not None else ""
