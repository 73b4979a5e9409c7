"""A small course, built by hand, that no check objects to; and short ways to spoil it."""

from builder.model.asset import Asset
from builder.model.block import Figure, Generated, Text
from builder.model.course import (
    Completion,
    Course,
    Help,
    HelpLine,
    Lesson,
    Objective,
    Person,
    Provider,
    Reference,
    Review,
    Section,
    Sheet,
    Slide,
)
from builder.model.place import Place
from builder.model.prose import Prose, Use
from builder.model.quiz import Option, Question, Quiz, SingleChoice

AT = Place("slides/c/01-l.md", 3)
COURSE_AT = Place("slides/c/course.yaml")
QUIZ_AT = Place("quizzes/c/post-test.yaml", 9)


def prose(text: str, html: str = "", cites: tuple[str, ...] = (), at: Place = AT) -> Prose:
    return Prose(html or f"<p>{text}</p>", text, tuple(Use("cite", key, at) for key in cites), at)


def text(words: str, html: str = "", cites: tuple[str, ...] = ()) -> Text:
    return Text(prose(words, html, cites))


def option(id: str, words: str, correct: bool = False, feedback: str = "Because.") -> Option:
    return Option(id, prose(words), correct, prose(feedback) if feedback else Prose("", ""), at=QUIZ_AT)


OPTIONS = (option("a", "Before or as milk lets down", True), option("b", "All day long, on most days of the week"))


def single(id: str = "onset", *options: Option, stem: str = "When does it begin?", **fields: object) -> Question:
    question = Question(id, "single", prose(stem), SingleChoice(options or OPTIONS), objective="timing", at=QUIZ_AT)
    return question._replace(**{"explain": prose("It comes with the reflex."), **fields})  # type: ignore[arg-type]


def quiz(*questions: Question, **fields: object) -> Quiz:
    made = Quiz(
        "post-test", "Post-test", questions or (single(),), mode="exam", pass_mark=80, feedback="end", at=QUIZ_AT
    )
    return made._replace(shuffle_options=True)._replace(**fields)  # type: ignore[arg-type]


def slide(*blocks: object, **fields: object) -> Slide:
    made = Slide("s", prose("What it is"), (text("Short."), *blocks), seconds=60, at=AT)  # type: ignore[arg-type]
    return made._replace(**fields)  # type: ignore[arg-type]


def lesson(*slides: Slide, seconds: int = 60, **fields: object) -> Lesson:
    made = slides or (slide(HELP, FIGURE),)
    section = Section("one", prose("One"), made, seconds, at=AT)
    return Lesson("l", "L", (section,), minutes=1, objectives=("timing",), at=AT)._replace(**fields)  # type: ignore[arg-type]


HELP = Generated("help")
FIGURE = Figure("img/curve.svg", "The dip comes just before the milk", credit="A. Example", at=AT)
SHEET = Sheet("parents", "For parents", (text("A wave.", cites=("heise2011",)), HELP), cites=("heise2011",), at=AT)


def course(**fields: object) -> Course:
    """The clean course, with some fields replaced."""
    clean = Course(
        "c",
        "When let-down feels low",
        "en",
        (lesson(),),
        date="2026-11-22",
        people=(Person("p", "A. Example", disclosure="No financial relationships.", at=COURSE_AT),),
        objectives=(Objective("timing", "Describe when it comes.", at=COURSE_AT),),
        review=Review("B. Example", "2026-11-01", "2027-11-01"),
        help=Help("your local emergency number", (HelpLine("Line", "988", "US"),)),
        completion=Completion(quiz="post-test"),
        provider=Provider("A school"),
        code_statement="The provider takes no money from companies.",
        quizzes={"post-test": quiz()},
        sheets=(SHEET,),
        references={"heise2011": Reference("heise2011", "A case report", doi="10.1186/1746-4358-6-6", at=AT)},
        assets={"img/curve.svg": Asset("img/curve.svg", "slides/c/img/curve.svg", "image/svg+xml", 9, "0")},
        at=COURSE_AT,
    )
    return clean._replace(**fields)  # type: ignore[arg-type]


def taught(*slides: Slide, **fields: object) -> Course:
    """The clean course with other slides (the help and the picture stay on the first)."""
    first = slide(HELP, FIGURE, seconds=0)
    return course(lessons=(lesson(first, *slides, **{"seconds": 0, "minutes": 0, **fields}),))  # type: ignore[arg-type]


def asked(*questions: Question, **fields: object) -> Course:
    """The clean course with other questions in its post-test."""
    return course(quizzes={"post-test": quiz(*questions, **fields)})
