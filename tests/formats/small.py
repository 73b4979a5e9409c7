"""A small course built by hand, and a kit with front-end files of a few bytes."""

import json
from pathlib import Path
from typing import Any

from builder.model.attributes import Attributes
from builder.model.block import Case, Column, Columns, Figure, Generated, QuizSlot, Step, Text
from builder.model.course import Course, Help, HelpLine, Lesson, Objective, Person, Reference, Review, Section, Slide
from builder.model.output import Output
from builder.model.prose import Prose
from builder.model.quiz import Option, Poll, Question, Quiz
from builder.model.theme import Theme
from builder.render.kit import Kit
from builder.render.memo import Memo
from builder.render.templates import Templates
from builder.render.web import WebFiles
from builder.render.words import Words


def prose(html: str, text: str = "") -> Prose:
    return Prose(html, text or html.replace("<p>", "").replace("</p>", ""))


def text(html: str) -> Text:
    return Text(prose(html))


def slide(id_: str, *blocks: Any, **more: Any) -> Slide:
    return Slide(id_, prose(more.pop("title", id_.title())), blocks, **more)


POLL = Quiz(
    "polls",
    "Polls",
    (
        Question(
            "hands",
            "poll",
            prose("How many?"),
            Poll((Option("a", prose("None")), Option("b", prose("Some"))), expect=prose("Mostly none.")),
        ),
    ),
    mode="survey",
)

SLIDES = (
    slide("one", text('<p>First <cite data-keys="heise2011"></cite></p>'), cites=("heise2011",), seconds=60),
    slide("two", text("<p>Second</p>"), Step((text("<p>Later</p>"),)), notes=(text("<p>Say it slowly</p>"),), cut=True),
    slide("case", Case("", (text("<p>Amira</p>"),), facilitator=(text("<p>Trap: haste</p>"),))),
    slide("poll", QuizSlot(POLL, POLL.questions, poll=True)),
    slide("backup", text("<p>Only if asked</p>"), hidden=True),
    slide("paper", text("<p>On paper</p>"), when=frozenset({"handout"})),
    slide("cols", Columns((Column("", (text("<h3>A</h3>"),)), Column("", (text("<h3>B</h3>"),))))),
    slide("say", text('<p><cite data-keys="heise2011"></cite></p>'), attributes=Attributes(classes=("statement",))),
)

REFERENCES = {
    key: Reference(key, f"A long title for the source with the key {key}, which goes on and on", year="2011")
    for key in ("heise2011", *(f"extra{n:02d}" for n in range(60)))
}


def course(*slides: Slide, **more: Any) -> Course:
    section = Section("start", prose("The start"), slides or SLIDES, seconds=300)
    values: dict[str, Any] = {
        "subtitle": "For a test",
        "date": "2026-11-22",
        "version": "1.0",
        "people": (Person("a", "A. Example", "IBCLC", disclosure="No financial relationships."),),
        "objectives": (Objective("o", "Describe it.", "understand"),),
        "review": Review(due="2027-11-22"),
        "help": Help("your local emergency number", (HelpLine("Crisis line", "988", "US"),)),
        "references": REFERENCES,
        "quizzes": {"polls": POLL},
    }
    lesson = Lesson("lesson", "A lesson", (section,), minutes=5)
    return Course("small", "A small course", "en", (lesson,), **(values | more))


def kit(tmp_path: Path, **more: Any) -> Kit:
    scripts = ("deck.js", "early.js", "speaker.js", "slidequiz.js", "home.js")
    for name in (*scripts, "deck.css", "slidequiz.css", "speaker.css", "home.css", "LICENSES.txt"):
        (tmp_path / name).write_text(f"/* {name} */", "utf-8")
    (tmp_path / "fonts.json").write_text(json.dumps([]), "utf-8")
    theme = Theme("plain", "Plain", {"paper": "#ffffff"}, {"paper": "#000000"}, {}, {"deck": ".x{}"})
    values: dict[str, Any] = {
        "theme": theme,
        "words": Words("en"),
        "templates": Templates(),
        "web": WebFiles(tmp_path),
        "memo": Memo(None),
        "read": lambda asset: b"",
        "targets": ("deck", "module", "handout"),
    }
    return Kit(**(values | more))


def made(outputs: Any) -> dict[str, bytes]:
    """What was handed over, by tree and path."""
    return {f"{o.tree}/{o.path}": o.data for o in outputs if isinstance(o, Output)}


__all__ = ["Columns", "Figure", "Generated", "course", "kit", "made", "slide", "text"]
