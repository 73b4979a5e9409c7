"""Slide decks: one page for each lesson, for the room in `site/`, with the presenter's notes in `presenter/`.

A deck is one row of slides. Reveal.js could stand each section in a column of its own, but then the arrow keys mean two
things and rooms get lost; here the right arrow always goes on. Sections show as a running head, in the overview and in
the agenda. Slides are drawn as strings and set into one template, so that a page takes one rendering.
"""

import json
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

from markupsafe import Markup

from builder.model.asset import Asset
from builder.model.course import Course, Lesson
from builder.model.diagnostic import Diagnostic
from builder.model.output import Output, Tree
from builder.render.deckpage import Bodies, DeckPage
from builder.render.draw import Ways
from builder.render.head import Head
from builder.render.kit import Kit, climb
from builder.render.media import Media
from builder.render.memo import Shelf
from builder.render.policy import policy
from builder.render.sheets import Sheets
from builder.render.slides import place_of, shown

SPOKEN = ("go-to", "found", "nothing", "search-hint")
"""The words that the deck's own script needs."""
SCRIPTS = ("slidequiz", "speaker", "deck")
LOOKS = (("slidequiz", "slidequiz.css"), ("speaker", "speaker.css"))
"""Scripts that bring a style sheet along."""
TREES: tuple[Tree, Tree] = ("site", "presenter")


def outputs(course: Course, kit: Kit) -> Iterator[Output | Diagnostic]:
    """Both decks of every lesson that has slides, and the files they share."""
    bodies: dict[str, Bodies] = {lesson.id: {} for lesson in course.lessons}
    sheets = Sheets(kit)
    for tree in TREES:
        shelf = Shelf(kit.memo, "deck", f"{course.id} {tree}")
        edition = Edition(course, kit, tree, Head(sheets, tree), Media(kit, tree), shelf)
        for lesson in course.lessons:
            if any(shown(lesson)):
                yield Output(tree, path_of(course, lesson), _page(edition, lesson, bodies[lesson.id]))
        shelf.save()
        yield from edition.head.files()
        yield from edition.media.files()


def path_of(course: Course, lesson: Lesson) -> PurePosixPath:
    """Where a lesson's deck lies in a tree."""
    return PurePosixPath(course.id, "slides", f"{lesson.id}.html")


class Edition(NamedTuple):
    """A course's decks for one audience: the room's in `site/`, the presenter's in `presenter/`. Their pages share head
    and pictures, and are remembered on one shelf."""

    course: Course
    kit: Kit
    tree: Tree
    head: Head
    media: Media
    shelf: Shelf

    @property
    def presenter(self) -> bool:
        """Whether notes may stand in it."""
        return self.tree == "presenter"

    def styles(self, page: PurePosixPath) -> Markup:
        """What every deck loads before it is painted."""
        head = self.head
        return head.early(page) + head.styles(page, "deck") + head.faces(page) + head.pictures(page, self.course)


def _page(edition: Edition, lesson: Lesson, bodies: Bodies) -> bytes:
    """A deck's page, from an earlier build if nothing that it depends on has changed."""
    course, kit, head, shelf = edition.course, edition.kit, edition.head, edition.shelf
    page = path_of(course, lesson)
    styles = edition.styles(page)
    if not lesson.digest or kit.single_file:
        return _drawn(edition, lesson, styles, bodies).html
    shared = (*(f"{name}.js" for name in SCRIPTS), *(look for _, look in LOOKS))
    looks = (str(styles), *(str(kit.web.shared(name).path) for name in shared))
    options = repr((kit.targets, kit.papers, kit.without_answers, kit.single_file))
    key = kit.memo.key(course.digest, lesson.digest, options, *looks)
    packed = shelf.find(key)
    known = Page.unpacked(packed) if packed else _drawn(edition, lesson, styles, bodies)
    if not packed:
        shelf.keep(key, known.packed())
    for name in known.scripts:
        head.script(page, f"{name}.js")
    for script, look in LOOKS:
        if script in known.scripts:
            head.sheet(page, look)
    for name in known.shows:
        edition.media.link(page, course.assets[name])
    return known.html


class Page(NamedTuple):
    """A finished page, and what it needs beside it: scripts, and pictures and films of the course."""

    html: bytes
    scripts: tuple[str, ...]
    shows: tuple[str, ...]

    def packed(self) -> bytes:
        """As one piece, to be remembered."""
        return json.dumps([self.scripts, self.shows]).encode() + b"\n" + self.html

    @classmethod
    def unpacked(cls, packed: bytes) -> "Page":
        """What `packed` packed."""
        first, _, html = packed.partition(b"\n")
        scripts, shows = json.loads(first)
        return cls(html, tuple(scripts), tuple(shows))


def _drawn(edition: Edition, lesson: Lesson, styles: Markup, bodies: Bodies) -> Page:
    course, kit, head, presenter = edition.course, edition.kit, edition.head, edition.presenter
    page = path_of(course, lesson)
    shows: dict[str, None] = {}

    def link(kind: str, target: str) -> str:
        """Slides of this and other lessons, and in `site/` the sheets; what a build does not make gets no link."""
        name, _, slide = target.partition("#")
        if kind == "lesson":
            return (f"{name}.html" if name != lesson.id else "") + (f"#/{place_of(slide)}" if slide else "#/")
        if kind == "sheet" and "handout" in kit.targets and not presenter:
            return climb(page, PurePosixPath(course.id, "print", f"{name}-{kit.papers[0]}.pdf"))
        return ""

    def asset_link(asset: Asset) -> str:
        shows[asset.id] = None
        return edition.media.link(page, asset)

    drawn = DeckPage(course, lesson, kit, Ways(link, asset_link), presenter, bodies).drawn()
    wanted = {"slidequiz": drawn.has_quiz, "speaker": presenter, "deck": True}
    scripts = tuple(name for name in SCRIPTS if wanted[name])
    written = [head.script(page, f"{name}.js") for name in scripts]
    styles = Markup("").join(head.sheet(page, look) for script, look in LOOKS if wanted[script]) + styles
    html = kit.templates.page(
        "deck/page.html",
        course=course,
        lesson=lesson,
        words=kit.words,
        presenter=presenter,
        single_file=kit.single_file,
        slides=drawn.slides,
        help=drawn.help,
        has_quiz=drawn.has_quiz,
        seconds=drawn.seconds,
        told={key: kit.words.part("deck")[key] for key in SPOKEN},
        quiz_words=kit.words.part("quiz") if drawn.has_quiz else {},
        policy=policy(styles, *written, deck=True),
        styles=styles,
        scripts=written,
        home=climb(page, PurePosixPath(course.id, "index.html") if not presenter else PurePosixPath("index.html")),
    )
    return Page(html, scripts, tuple(shows))
