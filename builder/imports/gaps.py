"""Gaps in Moodle's questions, as gaps of ours: `{1:SHORTANSWER:=right~wrong}`, and `[[2]]` that names a word."""

import re
from collections.abc import Callable, Sequence
from html import unescape

from builder.imports.imported import one_line

STOCK = re.compile(
    r"^(?:your answer is (?:partially )?(?:in)?correct|that's not right|well done|votre réponse est|respuesta|"
    r"die antwort ist|correct|incorrect|right|wrong|ok|richtig|falsch)\W*(?:\w+\W*){0,2}$",
    re.IGNORECASE,
)
"""What Moodle itself says of an answer: no author wrote it."""
GAP = re.compile(r"\{(\d*):([A-Za-z_]+):((?:[^{}\\]|\\.)*)\}")
WORDS = re.compile(r"\[\[(\d+)\]\]")
HELD = re.compile("\ue2c0(\\d+)\ue2c1")
"""Stands for a gap while the text around it is converted."""
MENUS = ("MULTICHOICE", "MC", "MULTIRESPONSE", "MR")


def menus(text: str, words: Sequence[tuple[str, str]]) -> str | None:
    """A text whose gaps name words, with a menu of all words of the same group; nothing where a word is not there."""
    text = text.replace(r"\[\[", "[[").replace(r"\]\]", "]]")
    numbers = [int(found) for found in WORDS.findall(text)]
    if not numbers or not all(0 < number <= len(words) and _word(words[number - 1][0]) for number in numbers):
        return None

    def gap(found: re.Match[str]) -> str:
        right, group = words[int(found[1]) - 1]
        others = dict.fromkeys(_word(word) for word, other in words if other == group and word != right)
        return f"[[({_word(right)})‖{'‖'.join(filter(None, others))}]]" if others else f"[[{_word(right)}]]"

    return WORDS.sub(gap, text)


def written_gaps(html: str, lose: Callable[[str], None]) -> tuple[str, list[str]]:
    """HTML with a sign for each gap that is written into it, and the gaps."""
    gaps: list[str] = []

    def gap(found: re.Match[str]) -> str:
        rights, wrongs = list[str](), list[str]()
        for part in re.split(r"(?<!\\)~", found[3]):
            answer, _, told = part.partition("#")
            told = one_line(re.sub(r"<[^<>]*>", " ", told))
            if told and not STOCK.search(told):
                lose(f"what is said of an answer in a gap (“{told[:80]}”)")
            share = re.match(r"%(-?\d+)(?:\.\d+)?%", answer)
            if share and 0 < int(share[1]) < 100:
                lose(f"that an answer in a gap is half right (“{one_line(answer)[:80]}”)")
            right = answer.startswith("=") or (share is not None and int(share[1]) >= 100)
            word = _word(answer[share.end() :] if share else answer.lstrip("="))
            if word and word != "*":
                (rights if right else wrongs).append(word)
        if found[2].upper() in ("NM", "NUMERICAL"):
            if any(":" in one for one in rights):
                lose("how far a number in a gap may be off")
            rights = [one.partition(":")[0] for one in rights]
        if not rights:
            lose(f"a gap without a right answer (“{found[0][:60]}”)")
            return "_____"
        menu = found[2].upper().startswith(MENUS) and wrongs
        gaps.append(f"[[({rights[0]})‖{'‖'.join(wrongs)}]]" if menu else f"[[{'‖'.join(rights)}]]")
        return f"\ue2c0{len(gaps) - 1}\ue2c1"

    return GAP.sub(gap, html), gaps


def _word(said: str) -> str:
    """A word in a gap, without marks of either tool."""
    bare = unescape(re.sub(r"<[^<>]*>", " ", re.sub(r"\\(.)", r"\1", said)))
    return one_line(re.sub(r"[‖\[\]()]", " ", bare))
