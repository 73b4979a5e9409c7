"""A lesson's outline to a Lesson: sections, slides, times."""

from collections.abc import Iterator

from builder.model.attributes import Attributes
from builder.model.block import Block, Case, Figure, Group, Text, Where, inside
from builder.model.course import Lesson, Section, Sheet, Slide
from builder.model.diagnostic import Diagnostic
from builder.model.place import Place
from builder.model.prose import NOTHING, Prose
from builder.model.quiz import Quiz
from builder.parse.aside import Aside
from builder.parse.blocks import Blocks
from builder.parse.outline import Outline, SectionOutline, SlideOutline
from builder.parse.rules.meaning import BAD_TIME, DOUBLED_ID
from builder.parse.rules.structure import EMPTY_LESSON
from builder.parse.slug import slug
from builder.parse.times import seconds
from builder.parse.typist import Typist
from builder.parse.wishes import LessonFile


def lesson_of(file: LessonFile, blocks: Blocks, typist: Typist) -> tuple[Lesson, tuple[Diagnostic, ...]]:
    """The Lesson of a file."""
    maker = Slides(blocks, typist, written_ids(file.outline))
    sections = tuple(maker.section(outline) for outline in file.outline.sections)
    noticed = [*file.outline.noticed, *maker.noticed]
    if not any(section.slides for section in sections):
        noticed.append(Diagnostic(EMPTY_LESSON, file.source.at(1), "this lesson has no slide", EMPTY_LESSON.instead))
    settings = file.settings
    checks = Quiz(file.id, settings.text("title"), tuple(blocks.questions), at=file.source.at(1))
    first = next((slide.title.text for s in sections for slide in s.slides if slide.title.text), file.id)
    lesson = Lesson(
        id=file.id,
        title=settings.text("title") or next((s.title.text for s in sections if s.title.text), first),
        sections=sections,
        subtitle=settings.text("subtitle"),
        minutes=settings.get("minutes") or 0,
        objectives=tuple(settings.get("objectives") or ()),
        tags=tuple(settings.get("tags") or ()),
        checks=checks if blocks.questions else None,
        files=file.outline.files,
        ignore=settings.ignored(),
        places=dict(settings.all_places()),
        at=settings.place("title") if "title" in settings else file.source.at(1),
    )
    return lesson, tuple(noticed)


def written_ids(outline: Outline) -> frozenset[str]:
    """The ids that the author gave to sections and slides."""
    sections = {section.attributes.id for section in outline.sections}
    slides = {slide.attributes.id for section in outline.sections for slide in section.slides}
    return frozenset(sections | slides) - {""}


class Slides:
    """Makes sections and slides, with ids that are unique in the lesson; `written` are those that authors gave."""

    def __init__(self, blocks: Blocks, typist: Typist, written: frozenset[str]) -> None:
        self._written = written
        self._blocks = blocks
        self._typist = typist
        self._ids: dict[str, Place] = {}
        self.noticed: list[Diagnostic] = []

    def section(self, outline: SectionOutline) -> Section:
        """One section with its slides. A written `time=` is its length; without, its slides' sum is."""
        title = self._typist.inline(outline.title, outline.at) if outline.title else NOTHING
        attributes = outline.attributes
        name = self._id(attributes, title, outline.at) if title.html or attributes.id else ""
        when = self._blocks.when(attributes, outline.at)
        slides = tuple(self.slide(slide, name, when) for slide in outline.slides)
        said = self._time(attributes, outline.at)
        taken = sum(slide.seconds or 0 for slide in slides)
        return Section(
            id=name,
            title=title,
            slides=slides,
            seconds=taken if said is None else said,
            objectives=words(attributes.get("objectives")),
            attributes=attributes,
            when=when,
            at=outline.at,
        )

    def slide(self, outline: SlideOutline, section: str, section_when: frozenset[Where]) -> Slide:
        """One slide with its notes and its reading text."""
        title = self._typist.inline(outline.title, outline.at) if outline.title else NOTHING
        attributes = outline.attributes
        aside = Aside()
        blocks = self._blocks.of(outline.nodes, aside)
        when = self._blocks.when(attributes, outline.at) & section_when
        return Slide(
            id=self._id(attributes, title, outline.at, section),
            title=title,
            blocks=blocks,
            prose=tuple(aside.prose),
            notes=tuple(aside.notes),
            attributes=attributes,
            seconds=self._time(attributes, outline.at),
            cut=attributes.has("cut"),
            hidden=attributes.has("hidden"),
            evidence=self._blocks.evidence(attributes, outline.at),
            objectives=words(attributes.get("objectives")),
            cites=cited(blocks, "slides"),
            when=when,
            at=outline.at,
        )

    def _id(self, attributes: Attributes, title: Prose, at: Place, section: str = "") -> str:
        """The written id, or one made from the title; a made one steps aside for a written or an earlier one."""
        if attributes.id:
            if attributes.id in self._ids:
                first = self._ids[attributes.id]
                said = f"“{attributes.id}” is given twice; first at line {first.line}"
                self.noticed.append(Diagnostic(DOUBLED_ID, at, said, DOUBLED_ID.instead, ((first, "first"),)))
            self._ids.setdefault(attributes.id, at)
            return attributes.id
        made = slug(title.text)[:60].strip("-") or (f"{section}-slide" if section else "slide")
        name, number = made, 2
        while name in self._ids or name in self._written:
            name, number = f"{made}-{number}", number + 1
        self._ids[name] = at
        return name

    def _time(self, attributes: Attributes, at: Place) -> int | None:
        said = attributes.get("time")
        if not said:
            return None
        length = seconds(said)
        if length is None:
            self.noticed.append(Diagnostic(BAD_TIME, at, f"“time={said}” cannot be read", BAD_TIME.instead, words=said))
        return length


def sheet_of(file: LessonFile, blocks: Blocks) -> tuple[Sheet, tuple[Diagnostic, ...]]:
    """The Sheet of a file: the headings of its sections and slides become headings of the page, and its reading text
    stands below the slide that it belongs to. Notes are left out."""
    made: list[Block] = []
    for section in file.outline.sections:
        if section.title:
            made.extend(blocks.heading(section.title, section.at))
        for slide in section.slides:
            aside = Aside()
            inner = blocks.of(slide.nodes, aside)
            inner += tuple(aside.prose)
            heading = blocks.heading(slide.title, slide.at) if slide.title else ()
            plain = slide.attributes == Attributes() and not heading
            part = Group((*heading, *inner), with_class(slide.attributes, "part"), at=slide.at)
            made.extend(inner if plain else (part,))
    settings = file.settings
    size = (settings.text("type-size") or settings.text("paper-size")).removesuffix("pt")
    sheet = Sheet(
        id=file.id,
        title=settings.text("title") or file.id,
        blocks=tuple(made),
        subtitle=settings.text("subtitle"),
        audience=settings.text("audience"),
        pages=settings.get("pages") or 0,
        type_size=int(size) if size else 12,
        cites=cited(tuple(made), "handout"),
        sources=tuple(str(key) for key in settings.get("sources") or ()),
        link=settings.text("link"),
        link_text=settings.text("link-text"),
        large=bool(settings.get("large-print")) if "large-print" in settings else None,
        ignore=settings.ignored(),
        places=dict(settings.all_places()),
        at=settings.place("title") if "title" in settings else file.source.at(1),
    )
    noticed = file.outline.noticed
    if not made:
        noticed += (Diagnostic(EMPTY_LESSON, file.source.at(1), "this sheet is empty", EMPTY_LESSON.instead),)
    return sheet, noticed


def with_class(attributes: Attributes, name: str) -> Attributes:
    """The attributes with one class more."""
    return attributes._replace(classes=(name, *attributes.classes))


def words(text: str) -> tuple[str, ...]:
    """Words parted by spaces or commas."""
    return tuple(text.replace(",", " ").split())


def proses(blocks: tuple[Block, ...], where: Where | None = None) -> Iterator[Prose]:
    """All running text in some blocks, in reading order; with `where`, only what that output shows, and nothing that is
    meant for whoever leads the room."""
    for block in inside(blocks, facilitator=where is None, where=where):
        match block:
            case Text():
                yield block.prose
            case Figure():
                yield block.caption
            case _:
                pass


def facilitators(blocks: tuple[Block, ...]) -> Iterator[Prose]:
    """The running text of all facilitator parts in some blocks."""
    for block in inside(blocks):
        if isinstance(block, Case):
            yield from proses(block.facilitator)


def cited(blocks: tuple[Block, ...], where: Where) -> tuple[str, ...]:
    """The keys cited in some blocks, each once, in order."""
    return tuple(
        dict.fromkeys(use.target for prose in proses(blocks, where) for use in prose.uses if use.kind == "cite")
    )
