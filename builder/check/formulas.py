"""How hard a text is to read, by formulas that count letters, syllables, words and sentences.

They know nothing of meaning, and they flatter short sentences: a text that passes still wants a parent to try it.

- Flesch-Kincaid grade: Kincaid, Fishburne, Rogers and Chissom, Research Branch Report 8-75, Millington 1975.
- SMOG grade: McLaughlin, Journal of Reading 12 (1969), 639-646.
- Coleman-Liau index: Coleman and Liau, Journal of Applied Psychology 60 (1975), 283-284.
- Automated readability index: Senter and Smith, AMRL-TR-66-220, Wright-Patterson Air Force Base, 1967.
- LIX: Björnsson, Läsbarhet, Stockholm 1968. It counts no syllables, so it serves any language written with letters for
  consonants and vowels.
"""

import re
from collections.abc import Iterable, Sequence
from math import sqrt
from typing import NamedTuple

BLOCK_END = re.compile(r"</(?:p|li|dt|dd|h[1-6]|td|th|blockquote|div)>|<br\s*/?>")
TAG = re.compile(r"<[^>]*>")
HEADING = re.compile(r"<h[1-6]\b.*?</h[1-6]>|<table\b.*?</table>", re.DOTALL)
SENTENCE_END = re.compile(r"(?<=[.!?…؟])[\"”’»)]*\s+")
WORD = re.compile(r"[^\W_]+(?:[-’'.][^\W_]+)*")
VOWELS = re.compile(r"[aeiouy]+")
TWO_SOUNDS = re.compile(
    r"i[ao](?!u)|[^q]u[aeo]|eo|[aeo]i?ing$|ya(?!$)|(?<=[a-z]{2})ea$|iet|(?<![tc])ie(?=n[ct])|^scie|crea(?=t)|rea(?=ct)|oe[mt]"
)
ONE_SOUND = re.compile(r"[st]io|cia|gio|tia|eou|eop|igue|ique")
SILENT = re.compile(
    r"(?<=[^aeiouyl])e$|(?<=[aeiouy]l)e$|(?<=[^aeioudt])ed$|(?<=[^aeioucsxzgh])es$|(?<=th)es$"
    r"|(?<=^som)e(?=[a-z])|(?<=^hom)e(?=[a-z])|(?<=^(?:lif|tim|car|saf))e(?=[^drs])"
)
LONG = 6


class Counts(NamedTuple):
    """What the formulas are made of. `hard` words have three syllables or more, `long` ones more than six letters."""

    sentences: int
    words: int
    letters: int
    syllables: int
    hard: int
    long: int


def sentences(htmls: Iterable[str]) -> tuple[str, ...]:
    """The sentences of running text: a point of a list is one, headings and tables are left out."""
    found: list[str] = []
    for html in htmls:
        for block in BLOCK_END.split(HEADING.sub("", html)):
            text = " ".join(unescaped(TAG.sub(" ", block)).split())
            found.extend(one for one in SENTENCE_END.split(text) if WORD.search(one))
    return tuple(found)


def unescaped(text: str) -> str:
    """Text with its entities as letters."""
    from html import unescape

    return unescape(text)


def counted(said: Sequence[str]) -> Counts:
    """Count some sentences."""
    words = [word for sentence in said for word in WORD.findall(sentence)]
    sounds = [syllables(word) for word in words]
    letters = [sum(sign.isalnum() for sign in word) for word in words]
    return Counts(
        len(said), len(words), sum(letters), sum(sounds),
        sum(number > 2 for number in sounds), sum(number > LONG for number in letters),
    )  # fmt: skip


def syllables(word: str) -> int:
    """How many syllables an English word has, as near as its spelling tells. Letters said one by one count one each."""
    parts = re.split(r"[-’'.]", word)
    return max(1, sum(_syllables(part) for part in parts if part not in ("s", "t", "m", "d", "ll", "re", "ve")))


def _syllables(part: str) -> int:
    if part.isupper() and len(part) < 4:
        return len(part)
    low = part.lower()
    spoken = SILENT.sub("", low) or low
    return max(1, len(VOWELS.findall(spoken)) + len(TWO_SOUNDS.findall(spoken)) - len(ONE_SOUND.findall(spoken)))


def grades(of: Counts) -> dict[str, float]:
    """Years of American school that an English text takes, by each formula."""
    per_sentence, per_word = of.words / of.sentences, of.letters / of.words
    return {
        "Flesch-Kincaid": 0.39 * per_sentence + 11.8 * of.syllables / of.words - 15.59,
        "SMOG": 1.043 * sqrt(of.hard * 30 / of.sentences) + 3.1291,
        "Coleman-Liau": 5.88 * per_word - 29.6 / per_sentence - 15.8,
        "ARI": 4.71 * per_word + 0.5 * per_sentence - 21.43,
    }


def grade(of: Counts) -> float:
    """The mean of all formulas: each has its own blind spot."""
    return max(0.0, sum(grades(of).values()) / len(grades(of)))


def lix(of: Counts) -> float:
    """Words in a sentence, and the share of long words in per cent. Below 30 reads a child, above 50 an official."""
    return of.words / of.sentences + 100 * of.long / of.words
