"""Pictures: whose they are, and whether the people in them agreed."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from builder.check.rule import Finding, rule
from builder.check.walk import everywhere, inline_pictures, questions, quizzes
from builder.model.block import Figure
from builder.model.course import Course
from builder.model.place import Place

PHOTOGRAPHS = ("image/jpeg", "image/webp", "image/avif")
IN_THE_STEM = (
    "In place of `image:` and `alt:`, write the picture into the stem, with all three behind it: "
    "![…](img/latch.jpg){credit=… licence=… consent=…}."
)
PEOPLE = {
    "en": "baby|babies|infant|newborn|toddler|child|children|girl|boy|mother|father|mum|mom|dad|parents?|woman|women"
    "|man|men|person|people|partner|midwife|nurse|doctor|physician|family|couple|twins",
    "fr": "bébés?|nourrisson|enfants?|fille|garçon|mère|père|maman|papa|parents?|femmes?|hommes?|personnes?"
    "|sage-femme|infirmière|médecin|famille|couple|jumeaux",
    "es": "bebés?|lactante|recién nacido|niñ[oa]s?|madre|padre|mamá|papá|mujer(?:es)?|hombres?|personas?|matrona"
    "|enfermer[oa]|médic[oa]|familia|pareja|gemelos",
    "de": "Baby|Babys|Säugling|Neugeborenes|Kind|Kinder|Mädchen|Junge|Mutter|Vater|Mama|Papa|Eltern|Frau|Frauen|Mann"
    "|Männer|Mensch|Menschen|Person|Hebamme|Familie|Paar|Zwillinge",
    "ar": "رضيع|رضيعة|طفل|طفلة|أطفال|الأم|الأب|والدة|والد|امرأة|نساء|رجل|أسرة|عائلة|قابلة|ممرضة|طبيبة?|توأم",
    "he": "תינוק|תינוקת|ילד|ילדה|ילדים|אמא|אבא|הורה|הורים|אישה|נשים|גבר|משפחה|מיילדת|אחות|רופאה?|תאומים",
}


@rule("A204", "picture-without-owner", "advice", alone=True)
def without_owner(course: Course) -> Iterator[Finding]:
    """A photograph without credit or without licence, by itself, in a line of text or in a question.

    Why: a handout is published, and a picture belongs to whoever took it; “found on the web” is no leave to print it.
    Drawings (SVG, PNG) are left alone: those of your own need it only if others may use them.
    Instead: add both after the picture: who made it, and under which licence it may be shown. A question has no place
    for them beside `image:`: write the picture into its `stem:`, as in a lesson.

    Example:
        before: ![A baby lies across the chest](img/latch.jpg)
        after:  ![A baby lies across the chest](img/latch.jpg){credit="A. Example" licence="CC BY 4.0"}
    """
    for shown in _photographs(course):
        gaps = [name for name, value in (("credit", shown.credit), ("licence", shown.licence)) if not value.strip()]
        if gaps:
            yield shown.at, f"the photograph “{shown.file}” has no {' and no '.join(gaps)}", shown.hint


@rule("A207", "people-without-consent", "advice", alone=True)
def without_consent(course: Course) -> Iterator[Finding]:
    """A photograph of people, by its own words, and nothing says that they agreed.

    Why: whoever is shown at the breast, or with a sick baby, can be recognised for years; leave of the photographer is
    not theirs. Who is in the picture is told by its alternative text and caption, in the six languages of lactern.
    Instead: add `consent="…"` with what you have: “written, kept by the provider”, “model release of the agency”,
    “nobody can be recognised”. It is for you and your colleagues, and stands on no page.

    Example:
        before: ![A mother holds her newborn](img/latch.jpg){credit="A. Example" licence="by leave"}
        after:  ![A mother holds her newborn](img/latch.jpg){credit="A. Example" licence="by leave" consent="written"}
    """
    language = course.language.split("-")[0]
    for shown in _photographs(course) if language in PEOPLE else ():
        if not shown.consent.strip() and (who := _people(language).search(shown.words)):
            yield shown.at, f"“{shown.file}” shows people (“{who[0]}”), and nothing says that they agreed", shown.hint


class Shown(NamedTuple):
    """A photograph where it is shown, and what is said of it; `hint` says what to do where the rule's own advice
    does not fit."""

    at: Place
    file: str
    words: str
    credit: str
    licence: str
    consent: str
    hint: str = ""


def _photographs(course: Course) -> Iterator[Shown]:
    """Photographs of slides, reading text, sheets, glossary and questions."""
    for shown in _pictures(course):
        asset = course.assets.get(shown.file)
        if asset is not None and asset.media in PHOTOGRAPHS:
            yield shown


def _pictures(course: Course) -> Iterator[Shown]:
    for block in everywhere(course):
        if isinstance(block, Figure):
            words, consent = f"{block.alt} {block.caption.text}", block.attributes.get("consent")
            yield Shown(block.at, block.asset, words, block.credit, block.licence, consent)
    for file, use in inline_pictures(course):
        yield Shown(use.at, file, use.detail, use.credit, use.licence, use.consent)
    for quiz in quizzes(course):
        for question in questions(quiz):
            if question.image:
                yield Shown(question.at, question.image, question.alt, "", "", "", IN_THE_STEM)


@cache
def _people(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{PEOPLE[language]})(?!\w)", re.IGNORECASE)
