"""Ties a course together: settings, lessons, quizzes, sources and pictures meet here by their ids."""

from collections.abc import Mapping

from builder.model.course import (
    Author,
    Completion,
    Course,
    Credit,
    Help,
    HelpLine,
    Lesson,
    Objective,
    Person,
    Provider,
    Reading,
    Reference,
    Review,
    Sheet,
    Term,
)
from builder.model.prints import Prints
from builder.model.quiz import Quiz
from builder.parse.forms import percent
from builder.read.load import WrittenCourse
from builder.read.written import Written


def course_of(
    written: WrittenCourse,
    lessons: tuple[Lesson, ...],
    sheets: tuple[Sheet, ...],
    quizzes: Mapping[str, Quiz],
    glossary: tuple[Term, ...],
) -> Course:
    """The Course of its settings and sources as written, and of its parts as meant."""
    name, said = written.found.id, written.settings
    review, completion = said.part("review"), said.part("completion")
    return Course(
        id=name,
        title=said.text("title", name),
        language=said.text("language", "en"),
        lessons=lessons,
        subtitle=said.text("subtitle"),
        date=said.text("date"),
        version=said.text("version"),
        theme=said.text("theme", "calm"),
        level=said.text("level"),
        audience=tuple(str(one) for one in said.get("audience") or ()),
        people=tuple(person_of(one) for one in said.parts("people")),
        objectives=tuple(
            Objective(one.text("id"), one.text("text"), one.text("bloom"), one.at) for one in said.parts("objectives")
        ),
        review=Review(review.text("by"), review.text("date"), review.text("due")),
        help=help_of(said.part("help")) if "help" in said else None,
        completion=Completion(
            bool(completion.get("viewed", True)),
            completion.text("quiz"),
            80 if (mark := percent(completion.text("pass"))) is None else mark,
            completion.text("evaluation"),
            int(completion.get("attempts") or 0),
        ),
        credit=credit_of(said.part("credit")),
        provider=provider_of(said.part("provider")),
        content_note=said.text("content_note"),
        code_statement=said.text("code_statement"),
        event=said.text("event"),
        place=said.text("place"),
        subject=said.text("subject", "clinical"),  # type: ignore[arg-type]
        draft=bool(said.get("draft", False)),
        quizzes=quizzes,
        sheets=sheets,
        references=references_of(written.references),
        assets=written.assets,
        glossary=glossary,
        prints=prints_of(said.part("handout")),
        reading=reading_of(said.part("reading")),
        ignore=said.ignored(),
        digest=written.digest,
        alphabets=written.alphabets,
        places=dict(said.all_places()),
        at=said.place("title"),
    )


def person_of(said: Written) -> Person:
    """One of the people."""
    keys = ("id", "name", "credentials", "role", "disclosure", "bio")
    known = {key: said.text(key) for key in keys if said.text(key)}
    return Person(**{"id": "", "name": "", **known}, at=said.at)


def credit_of(said: Written) -> Credit:
    """The credit, with an approval in a few words or with all that a certificate tells of it."""
    approval = said.part("approval")
    return Credit(
        body=said.text("body"),
        kind=said.text("kind"),
        minutes=int(said.get("minutes") or 0),
        approval=approval.text("statement") if approval else said.text("approval"),
        approver=approval.text("body", said.text("body")),
        number=approval.text("number"),
        starts=approval.text("from"),
        ends=approval.text("until"),
        credits=tuple((one.text("kind"), one.text("amount")) for one in approval.parts("credits")),
        areas=tuple(str(one) for one in said.get("areas") or ()),
        at=said.at,
    )


def provider_of(said: Written) -> Provider:
    """Who gives the course."""
    name, address, web = said.text("name"), said.text("address"), said.text("web")
    return Provider(name, address, web, said.text("contact"), said.text("responsible"), said.at)


def help_of(said: Written) -> Help:
    """The urgent-help block."""
    lines, local = (
        tuple(
            HelpLine(line.text("name"), line.text("number"), line.text("region"), line.text("note"))
            for line in said.parts(key)
        )
        for key in ("lines", "local")
    )
    return Help(said.text("emergency"), lines, said.text("note"), local)


def reading_of(said: Written) -> Reading:
    """How hard a sheet for parents may be to read."""
    usual = Reading()
    grade, lix = (said.get(key) for key in ("grade", "lix"))
    return Reading(usual.grade if grade is None else float(grade), usual.lix if lix is None else float(lix))


def prints_of(said: Written) -> Prints:
    """How the course is printed, where its author says so."""
    usual = Prints()
    return Prints(
        tuple(str(one) for one in said.get("layouts") or usual.layouts),
        tuple(str(one) for one in said.get("papers") or usual.papers),
        int(said.get("cut") or 0),
        bool(said.get("hidden", False)),
        said.text("ink", usual.ink),
        float(said.text("bleed", "0").removesuffix("mm").strip()),
    )


def references_of(said: Written) -> dict[str, Reference]:
    """All sources of references.yaml."""
    return {key: reference_of(key, entry) for key, entry in said.items() if isinstance(entry, Written)}


def reference_of(key: str, said: Written) -> Reference:
    """One source, from CSL's data shape."""
    dates = next(filter(None, said.part("issued").get("date-parts") or ()), [""])
    return Reference(
        key=key,
        title=said.text("title"),
        authors=tuple(
            Author(one.text("family") or one.text("literal"), one.text("given")) for one in said.parts("author")
        ),
        kind=said.text("type"),
        container=said.text("container-title"),
        year=str(dates[0]),
        volume=said.text("volume"),
        issue=said.text("issue"),
        page=said.text("page"),
        publisher=said.text("publisher"),
        doi=said.text("DOI"),
        pmid=said.text("PMID"),
        pmcid=said.text("PMCID"),
        isbn=said.text("ISBN"),
        url=said.text("URL"),
        note=said.text("note"),
        at=said.at,
    )
