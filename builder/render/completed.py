"""The slides that every deck has, on the screen and on paper, whether or not the lesson places them."""

from collections.abc import Iterator

from markupsafe import escape

from builder.model.attributes import Attributes
from builder.model.block import Generated, GeneratedKind, inside
from builder.model.course import Course, Lesson, Section, Slide
from builder.model.prose import NOTHING, Prose
from builder.render.slides import Shown
from builder.render.words import Words


def completed(
    slides: tuple[Shown, ...], course: Course, lesson: Lesson, words: Words, *, sources: bool
) -> Iterator[Shown]:
    """The slides with title, disclosures and agenda added where the lesson places none, and with `sources` the list
    of what they cite at the end."""
    placed = {block.kind for one in slides for block in inside(one.slide.blocks) if isinstance(block, Generated)}
    rest = iter(slides)
    if not any(is_title(one.slide) for one in slides):
        yield added("title", words)
    elif is_title(slides[0].slide):
        yield next(rest)
    if "disclosures" not in placed and course.people:
        yield added("disclosures", words)
    if "agenda" not in placed and any(section.seconds for section in lesson.sections):
        yield added("agenda", words)
    yield from rest
    if sources and "references" not in placed and any(one.slide.cites for one in slides):
        yield added("references", words)


def is_title(slide: Slide) -> bool:
    """Whether a slide is drawn as the title slide."""
    return "title-slide" in slide.attributes.classes


def added(kind: GeneratedKind, words: Words) -> Shown:
    """A slide made from course.yaml."""
    title = "" if kind == "title" else words(f"common.{kind}")
    attributes = Attributes(classes=("title-slide",) if kind == "title" else ())
    slide = Slide(f"deck-{kind}", Prose(str(escape(title)), title), (Generated(kind),), attributes=attributes)
    return Shown(Section("", NOTHING, ()), slide, 0)
