"""The preview's first page: every output, and the codes that phones can read."""

from typing import NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from builder.render.qr import qr
from builder.render.web import WebFiles
from builder.serve.phones import Door
from builder.serve.preview import Preview


class Link(NamedTuple):
    """One output: what it is called, and where it is."""

    title: str
    address: str


class Part(NamedTuple):
    """The outputs of one course."""

    title: str
    lessons: tuple[Link, ...]
    module: str
    home: str
    notes: tuple[Link, ...]


class Code(NamedTuple):
    """A QR code, what it is for, and its address in words."""

    title: str
    address: str
    picture: Markup


def start_page(preview: Preview, door: Door, mine: bool, web: WebFiles) -> str:
    """The page's HTML. `mine`: whether who looks may see the presenter's part."""
    from builder.serve.app import OURS

    loader = Environment(loader=PackageLoader("builder"), autoescape=True, undefined=StrictUndefined)
    return loader.get_template("serve/start.html").render(
        parts=parts(preview, mine),
        codes=codes(preview, door) if mine else (),
        news=preview.news,
        mine=mine,
        ours=OURS,
    )


def parts(preview: Preview, mine: bool) -> tuple[Part, ...]:
    """What there is, by course."""
    there = set(preview.addresses)

    def links(tree: str, course: str) -> tuple[Link, ...]:
        found = ((lesson, f"{tree}/{course}/slides/{lesson.id}.html") for lesson in lessons[course])
        return tuple(Link(lesson.title, f"/{address}") for lesson, address in found if address in there)

    lessons = {course.id: course.lessons for course in preview.courses}
    found = []
    for course in preview.courses:
        module, home = (f"site/{course.id}/{name}" for name in ("learn/index.html", "index.html"))
        found.append(
            Part(
                course.title,
                links("site", course.id),
                f"/{module}" if module in there else "",
                f"/{home}" if home in there else "",
                links("presenter", course.id) if mine else (),
            )
        )
    return tuple(found)


def codes(preview: Preview, door: Door) -> tuple[Code, ...]:
    """A code for the audience's part and one for the presenter's notes; none without `--lan`."""
    if not door.there:
        return ()
    audience = f"{door.there}site/index.html"
    presenter = f"{door.there}presenter/index.html?key={door.key}"
    named = (("For phones in the room", audience), ("Your notes on your own phone: show this to nobody", presenter))
    return tuple(Code(title, address, qr(address, title)) for title, address in named)
