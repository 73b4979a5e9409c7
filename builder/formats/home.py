"""The pages that lead to everything: the catalogue, each course's home, and the presenter's page."""

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

from builder.model.block import Generated
from builder.model.course import Course, Lesson
from builder.model.diagnostic import Diagnostic
from builder.model.output import Output, Tree
from builder.render.draw import Drawer, Ways
from builder.render.head import Head
from builder.render.kit import Kit, climb
from builder.render.policy import policy
from builder.render.sheets import Sheets
from builder.render.slides import shown


class Paper(NamedTuple):
    """A printed file in its paper sizes: what it is called, and the addresses by size."""

    title: str
    links: tuple[tuple[str, str], ...]


class Papers(NamedTuple):
    """Printed files of one kind; `kind` is the name of its heading among the words."""

    kind: str
    papers: tuple[Paper, ...]


class Talk(NamedTuple):
    """A lesson that has slides: its deck's address, how many slides there are and how long they take."""

    title: str
    subtitle: str
    link: str
    slides: int
    minutes: int


def outputs(course: Course, kit: Kit) -> Iterator[Output | Diagnostic]:
    """The course's home; with the first course, the catalogue and the presenter's page for all of them."""
    sheets = Sheets(kit)
    site = Head(sheets, "site")
    home = PurePosixPath(course.id, "index.html")
    drawer = _drawer(course, kit)
    yield _page(
        kit,
        site,
        home,
        "home/course.html",
        course=course,
        drawer=drawer,
        talks=talks(course, kit, home),
        learn="learn/index.html" if "module" in kit.targets else "",
        groups=printed(course, kit, "site", home),
        objectives=course.objectives,
        disclosures=drawer.blocks((Generated("disclosures"),)),
        help=drawer.blocks((Generated("help"),)),
        agendas=[(one.title, rows) for one in course.lessons if (rows := _drawer(course, kit, one).agenda())],
        catalogue=climb(home, PurePosixPath("index.html")),
        minutes=minutes(course),
    )
    if not kit.courses or course.id == kit.courses[0].id:
        courses = kit.courses or (course,)
        index = PurePosixPath("index.html")
        facts = [(c, f"{c.id}/index.html", minutes(c)) for c in courses]
        yield _page(kit, site, index, "home/catalogue.html", course=course, courses=facts)
        own = Head(sheets, "presenter")
        desks = [
            (c, talks(c, kit, index), printed(c, kit, "presenter", index), tuple(open_points(c, kit))) for c in courses
        ]
        yield _page(kit, own, index, "home/presenter.html", tree="presenter", course=course, desks=desks)
        yield from own.files()
    yield from site.files()


def talks(course: Course, kit: Kit, page: PurePosixPath) -> tuple[Talk, ...]:
    """The lessons with slides, and where their decks lie seen from a page."""
    if "deck" not in kit.targets:
        return ()
    found = []
    for lesson in course.lessons:
        slides = tuple(shown(lesson, hidden=False))
        if slides:
            deck = climb(page, PurePosixPath(course.id, "slides", f"{lesson.id}.html"))
            length = lesson.minutes or round(sum(one.seconds for one in slides) / 60)
            found.append(Talk(lesson.title, lesson.subtitle, deck, len(slides), length))
    return tuple(found)


def printed(course: Course, kit: Kit, tree: Tree, page: PurePosixPath) -> tuple[Papers, ...]:
    """What the handout format makes of a course in one tree, by kind, seen from a page."""
    if "handout" not in kit.targets:
        return ()
    from builder.render.paper.shelf import shelf

    def paper(name: str, title: str, html: bool) -> Paper:
        files = [("phone", f"{name}.html")] if html else [(size, f"{name}-{size}.pdf") for size in kit.papers]
        return Paper(title, tuple((kind, climb(page, PurePosixPath(course.id, "print", file))) for kind, file in files))

    return tuple(Papers(kind, tuple(paper(*one) for one in ones)) for kind, ones in shelf(course, kit, tree))


def minutes(course: Course) -> int:
    """How long the course takes in the room."""
    return sum(
        lesson.minutes or round(sum(section.seconds for section in lesson.sections) / 60) for lesson in course.lessons
    )


def open_points(course: Course, kit: Kit) -> Iterator[str]:
    """What somebody still has to do before the course may be given."""
    if course.unreviewed:
        yield kit.words("home.before.review")
    if course.draft:
        yield kit.words("home.before.draft")
    for person in course.people:
        if not person.disclosure:
            yield kit.words("home.before.disclosure", name=person.name)


def _drawer(course: Course, kit: Kit, lesson: Lesson | None = None) -> Drawer:
    nowhere = Ways(link=lambda kind, target: "", asset=lambda asset: "")
    return Drawer(kit, course, "module", nowhere, lesson=lesson)


def _page(kit: Kit, head: Head, page: PurePosixPath, template: str, *, tree: Tree = "site", **values: object) -> Output:
    styles, script = head.early(page) + head.styles(page, "home"), head.script(page, "home.js")
    html = kit.templates.page(
        template,
        words=kit.words,
        kit=kit,
        policy=policy(styles, script),
        styles=styles,
        script=script,
        **values,
    )
    return Output(tree, page, html)
