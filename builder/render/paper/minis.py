"""The small slides of a lesson, drawn once for all layouts: the deck's slides in its proportions, as live text."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from markupsafe import Markup

from builder.model.block import Block, Figure, Generated, Text, inside
from builder.model.course import Course, Lesson, Slide
from builder.model.prose import NOTHING
from builder.render.completed import completed
from builder.render.kit import Kit
from builder.render.leading import for_leading
from builder.render.paper.chosen import Placed, chosen, placed
from builder.render.paper.draw import PaperDrawer
from builder.render.paper.leaf import Leaf
from builder.render.parted import Part
from builder.render.references import numbered
from builder.render.slides import fullness, layout_of, lines, shown

HEAD = '<p class="said-head">{}</p>'
ROOMY = frozenset(("title-slide", "title-only", "section-break"))
PLAIN = frozenset(("text", "table", "statement", "quote", "figure"))
"""Layouts whose height can be told from the length of their words."""
SET = {
    "airy": (46.0, 1.28, 46.0), "roomy": (39.0, 1.3, 39.0), "statement": (58.0, 1.25, 58.0), "quote": (44.0, 1.3, 26.0),
}  # fmt: skip
"""Size and leading of the words that are given the middle of the slide, and the size of the box around them, in the
deck's pixels."""
SIZES = {"airy": 46.0, "roomy": 39.0, "dense": 27.0, "denser": 23.0, "densest": 20.0}
FIGURE_SIZE = 24.0
SURE = {"airy": 9.0, "roomy": 6.5, "": 9.5}
"""Reckoned lines that fit beyond doubt, by the size of the words."""
ROOM, USUAL = 500.0, 30.0
"""What is free below a title, and the size for which lines are counted."""


class Mini(NamedTuple):
    """A slide as it is printed. `number` is as in the deck. `section` is said at a section's first slide;
    `opens` is the id of that section. `start` are the seconds before it. `part` are those of the sources that stand on
    it, where they take several slides."""

    number: str
    slide: Slide
    html: Markup
    section: Markup
    opens: str
    start: int
    seconds: int
    doubtful: bool
    marks: tuple[str, ...] = ()
    notes: Markup = Markup("")
    part: Part = None


class Minis:
    """Draws the slides of one lesson, each once, however many layouts there are."""

    def __init__(self, kit: Kit, course: Course, lesson: Lesson) -> None:
        self._kit, self._course, self.lesson = kit, course, lesson
        all_ = tuple(completed(tuple(shown(lesson)), course, lesson, kit.words, sources=True))
        by_sight = sorted(all_, key=lambda one: one.slide.hidden)
        cites = (key for one in by_sight for key in one.slide.cites if key in course.references)
        paint = Leaf(kit, course, kit.papers[0], "slides").paint
        numbers = numbered(cites)
        self._drawer = PaperDrawer(kit, course, "slides", numbers, paint, lesson=lesson, linked=False)
        # Notes stand on another page than their slide: footnotes are counted for each of the two.
        self._noter = PaperDrawer(kit, course, "slides", numbers, paint, lesson=lesson, linked=False)
        self.all = tuple(placed(all_, self._drawer.reference_list, kit.words))
        self._drawn: dict[tuple[str, int], Markup] = {}

    def chosen(self, *, hidden: bool = False) -> tuple[Placed, ...]:
        """The slides that this build prints; with `hidden`, the hidden ones whatever was chosen."""
        return chosen(self.all, self._kit.prints, hidden=hidden)

    def audience(self) -> tuple[Mini, ...]:
        """What is handed out."""
        return tuple(self._minis(self.chosen(), notes=False))

    def presenter(self) -> tuple[Mini, ...]:
        """What the presenter takes along: hidden slides too, and all notes."""
        return tuple(self._minis(self.chosen(hidden=True), notes=True))

    def doubtful(self) -> tuple[Mini, ...]:
        """The slides that might be too full, of all that may be printed."""
        return tuple(mini for mini in self._minis(self.all, notes=False) if mini.doubtful)

    def _minis(self, slides: Iterable[Placed], *, notes: bool) -> Iterator[Mini]:
        before, start, level = "", 0, 2
        for place in slides:
            slide, section = place.one.slide, place.one.section
            fresh = section.title if section.id != before else NOTHING
            before = section.id
            level = 3 if fresh.html else level
            layout, filled = self._shape(slide)
            seconds = 0 if slide.hidden else place.one.seconds
            yield Mini(
                place.number, slide, self._draw(place, level), self._drawer.prose(fresh), section.id, start, seconds,
                _doubtful(slide, layout, filled),
                tuple(self._marks(slide)) if notes else (),
                notes_of(self._noter.on(slide, level), slide) if notes else Markup(""),
                place.part,
            )  # fmt: skip
            start += seconds

    def _marks(self, slide: Slide) -> Iterator[str]:
        """What stands beside the slide: that it is hidden, or may be cut."""
        if slide.hidden:
            yield self._kit.words("handout.hidden")
        elif slide.cut:
            yield self._kit.words("handout.cut")

    def _shape(self, slide: Slide) -> tuple[str, str]:
        layout = layout_of(slide, slide.blocks)
        return layout, fullness((Generated("title"),) if layout == "title-slide" else slide.blocks)

    def _draw(self, place: Placed, level: int) -> Markup:
        """The slide; `level` is that of its title as a heading."""
        slide = place.one.slide
        if (slide.id, level) not in self._drawn:
            drawer = self._drawer.on(slide, level)
            drawer.part = place.part
            layout, filled = self._shape(slide)
            blocks: tuple[Block, ...] = () if layout == "title-slide" else slide.blocks
            html = self._kit.templates.get("handout/mini.html").render(
                **drawer.values(),
                slide=slide,
                number=place.number,
                level=level,
                layout=layout,
                classes=" ".join(c for c in (*slide.attributes.classes, filled) if c and c != layout),
                blocks_html=drawer.blocks(blocks),
                sunk=sunk(layout, filled, blocks),
                picture=picture(layout, filled, blocks),
                sources=drawer.sources(slide.cites),
            )
            self._drawn[slide.id, level] = Markup(html)
            drawer.part = None
        return self._drawn[slide.id, level]


def _doubtful(slide: Slide, layout: str, filled: str) -> bool:
    """Whether a slide might be too full, so that it is tried. A slide that is not, and is too full after all, is
    found when it is printed, and costs a second printing."""
    if layout in ROOMY:
        return False
    return layout not in PLAIN or lines(slide.blocks) > SURE.get(filled, 0.0)


def picture(layout: str, filled: str, blocks: tuple[Block, ...]) -> float:
    """How high a picture may be beside what else stands on its slide, in the size of the words around it."""
    if not any(isinstance(block, Figure) for block in inside(blocks)) or layout == "columns":
        return 0.0
    size = FIGURE_SIZE if layout == "figure" else SIZES.get(filled, USUAL)
    words = lines(block for block in inside(blocks) if isinstance(block, Text)) * size * 1.4
    room = ROOM + 35 if layout == "figure" else ROOM  # its title is smaller
    return round(max(room - words - size, ROOM / 4) / size, 1)


def sunk(layout: str, filled: str, blocks: tuple[Block, ...]) -> float:
    """How far few words stand below the title, in their own size, so that they are about in the middle as in the deck.
    Reckoned, not laid out: a layout that centres by itself would take several times as long."""
    if any(isinstance(block, Figure) for block in inside(blocks)):
        return 0.0
    measures = SET.get(layout if layout not in ("text", "table") else filled)
    if measures is None:
        return 0.0
    size, leading, own = measures
    free = ROOM - lines(blocks, USUAL / size) * size * leading
    return round(max(free / 2 - size * 0.5, size if layout == "quote" else 0.0) / own, 1)


def notes_of(drawer: PaperDrawer, slide: Slide) -> Markup:
    """What the presenter says, then what helps to lead the room through a case or a poll."""
    words = drawer.kit.words
    hints = for_leading(drawer, slide)
    said = [drawer.blocks(slide.notes), *(Markup(HEAD).format(words(f"handout.{hint}")) + part for hint, part in hints)]
    return Markup("\n").join(part for part in said if part)
