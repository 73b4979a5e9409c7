"""At the edge of a rule: what is just found, what is just not, and what is said."""

import pytest

from builder.check import findings
from builder.model.asset import Asset
from builder.model.block import Generated, Group, QuizSlot, Text
from builder.model.course import Course, Credit, Reference
from builder.model.prose import Prose
from builder.model.quiz import Cloze, Gap, TrueFalse
from check.sample import AT, FIGURE, HELP, asked, course, lesson, prose, quiz, single, slide, taught, text

DRAWING = Asset("img/curve.svg", "slides/c/img/curve.svg", "image/svg+xml", 9, "0")
MODULE = frozenset({"module"})
LONG = "word " * 91
LOOKED_UP = ("doi", "pmid", "pmcid", "isbn", "url", "note")
PICTURE = Prose('<img alt="A sign" src="asset:img/curve.svg">', "")


def said(found: Course, code: str) -> list[str]:
    return [d.message for d in findings(found) if d.rule.code == code]


def drawn(svg: str) -> Course:
    return course(assets={"img/curve.svg": DRAWING._replace(svg=f"<svg>{svg}</svg>")})


def styled(html: str) -> Course:
    return taught(slide(text("Words", html)))


def approved(date: str) -> Course:
    return course(date=date, credit=Credit("IBLCE", "L", 1, "1 L-CERP.", "IBLCE", "1", "2026-11-01", "2026-11-30"))


@pytest.mark.parametrize(
    ("code", "fine"),
    [
        ("A204", taught(slide(FIGURE._replace(asset="img/lost.jpg", credit="")))),
        ("A211", drawn('<path fill="#eeeeee" stroke="#222222"/>')),
        ("C237", approved("2026-11-01")),
        ("C237", approved("2026-11-15")),
        ("C237", approved("2026-11-30")),
        ("L211", course(lessons=(lesson(slide(HELP, FIGURE), slide(seconds=None)),))),
        ("L220", taught(slide(Text(prose(LONG), MODULE)))),
        ("L220", taught(slide(text("word " * 89)))),
        ("L223", taught(slide(title=PICTURE))),
        ("L225", taught(slide(text("a", "<h3>A</h3><p>a</p><h3>B</h3><p>b</p>"), hidden=True))),
        ("L225", taught(slide(text("a", "<h3>A</h3><p>a</p><h3>B</h3><p>b</p>"), when=MODULE))),
        ("L227", styled('<p style="margin: 0">Words</p>')),
        *(("R203", course(references={"a": Reference("a", "A", **{kind: "1"}, at=AT)})) for kind in LOOKED_UP),  # type: ignore[arg-type]
        ("R205", taught(slide(text("About 9 % know it."), Generated("help")))),
        ("R205", taught(slide(text("About 9 % know it."), QuizSlot(quiz(), (single(),))))),
        ("R205", taught(slide(Group((text("About 9 % know it."),), evidence="expert")))),
        ("Q134", asked(single(stem="It does NOT last.")._replace(form=TrueFalse(True)))),
        ("Q111", asked(single(), certainty="required")),
        ("Q111", asked(single(), time_limit=600)),
        ("Q103", asked(single()._replace(form=Cloze("It <gap></gap>.", (Gap("g", ("x",), ("x", "y")),))))),
        ("Q103", asked(single()._replace(form=Cloze("It <gap></gap>.", (Gap("g", ("x",)),))))),
    ],
)
def test_just_not(code: str, fine: Course) -> None:
    """A step more would be a fault, and this is none."""
    assert said(fine, code) == []


@pytest.mark.parametrize(
    ("code", "spoilt", "words"),
    [
        ("A211", drawn('<path fill="#eeeeee"/>'), "light paper"),
        ("R203", course(references={"a": Reference("a", "A", at=AT)}), "“a” has no DOI"),
        ("R205", taught(slide(Group((text("About 9 % know it."),)))), "“9 %” on “What it is”"),
        ("Q134", asked(single(stem="What does NOT last?")), "asks for what is not so"),
        ("Q103", asked(single()._replace(form=Cloze("It <gap></gap>.", (Gap("g", ()),)))), "no right answer"),
        ("C237", approved("2026-10-31"), "the course is of 2026-10-31"),
        ("C237", approved("2026-12-01"), "the course is of 2026-12-01"),
        ("L220", taught(slide(text("word " * 90))), "91 words"),
        ("L225", taught(slide(FIGURE, text("a", "<ul><li>a</li></ul>\n<ol><li>b</li></ol>"))), "a picture and 2 lists"),
        ("L227", styled('<p style="color: #222; background: #fff">Words</p>'), "the same on light and dark paper"),
        ("L227", styled('<p style="color: #999; background: #fff">Words</p>'), "2.8 to 1 on their ground"),
        ("L227", styled('<font color="red">Words</font>'), "letters in “red”"),
    ],
)
def test_just_found(code: str, spoilt: Course, words: str) -> None:
    """The finding is there, once, and says what was seen."""
    (message,) = said(spoilt, code)
    assert words in message
