"""The slides of one lesson's deck as HTML strings: what was written, and what every deck has besides."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from markupsafe import Markup, escape

from builder.model.asset import Asset
from builder.model.block import Block, Generated, QuizSlot
from builder.model.course import Course, Lesson, Slide
from builder.render.completed import completed
from builder.render.draw import Drawer, Ways, without_lone_cites
from builder.render.kit import Kit
from builder.render.leading import for_leading
from builder.render.parted import Part, parted
from builder.render.quizform import quiz_form
from builder.render.references import ListedReference, numbered, short
from builder.render.slides import Shown, fullness, layout_of, place_of, shown

STAGES = {"statement": "on-stage", "section-break": "on-section", "quote": "on-quote", "case": "on-case"}
WAVE = '<svg class="wave" aria-hidden="true" focusable="false"><use href="#deck-wave"/></svg>'
WAVES = frozenset(("title-slide", "section-break", "statement"))


class Body(NamedTuple):
    """A slide from its opening tag to its sources, the pictures it shows, and whether questions are played on it."""

    html: str
    shows: tuple[Asset, ...]
    has_quiz: bool


Bodies = dict[tuple[object, ...], dict[tuple[str, str], Body]]
"""Slides of one lesson by their ids and titles, for each way to number its sources and to lead to sheets: the room's
deck and the presenter's mostly have the same."""


class Drawn(NamedTuple):
    """What the page's template is given."""

    slides: Markup
    help: Markup
    has_quiz: bool
    seconds: int


class DeckDrawer(Drawer):
    """Draws blocks for slides: sources stand at the foot, so a paragraph of nothing but citations goes; a reference
    list may be drawn in parts; questions are played on the slide."""

    question_mode = "deck"
    part: Part = None
    has_quiz = False

    def html(self, html: str) -> str:
        return super().html(without_lone_cites(html))

    def reference_list(self) -> tuple[ListedReference, ...]:
        return super().reference_list() if self.part is None else self.part

    def block(self, block: Block) -> str:
        if isinstance(block, QuizSlot):
            self.has_quiz = True
            mode = "poll" if block.poll else "deck"
            return str(quiz_form(self, block.quiz, block.questions, mode=mode))
        return super().block(block)


class DeckPage:
    """Draws the slides of one lesson. Work grows with the number of slides and no faster."""

    def __init__(
        self, course: Course, lesson: Lesson, kit: Kit, ways: Ways, presenter: bool, bodies: Bodies | None = None
    ) -> None:
        self._course, self._lesson, self._kit, self._presenter = course, lesson, kit, presenter
        self._asset_link = ways.asset
        talk = completed(tuple(shown(lesson, hidden=False)), course, lesson, kit.words, sources=True)
        self._all = (*talk, *reserve(lesson)) if presenter else tuple(talk)
        self._numbers: Mapping[str, int] = numbered(
            key for one in self._all for key in one.slide.cites if key in course.references
        )
        ways = ways._replace(asset=self._shown, numbers=self._numbers, cite="#/ref-")
        self._drawer = DeckDrawer(kit, course, "slides", ways, lesson=lesson)
        self._reviewed = kit.words("deck.not-reviewed") if course.unreviewed else ""
        self._shows: list[Asset] = []
        leads = tuple(ways.link("sheet", sheet.id) for sheet in course.sheets)
        self._bodies = ({} if bodies is None else bodies).setdefault((*self._numbers.items(), leads), {})

    def drawn(self) -> Drawn:
        """All slides, the urgent-help block, and what the page must know of them."""
        rows = [row for one in self._all for row in parted(one, self._drawer.reference_list, self._kit.words)]
        total = sum(not one.slide.hidden for one, _ in rows)
        pieces, number, before = [], 0, ""
        for one, part in rows:
            number += not one.slide.hidden
            untitled = escape(before or self._lesson.title)
            title = one.slide.title.html or self._kit.words("deck.continued", title=untitled)
            before = one.slide.title.text or before
            pieces.append(self._slide(one, part, title, number, total))
        self._drawer.part = None
        return Drawn(
            Markup("\n".join(pieces)),
            self._drawer.blocks((Generated("help"),)),
            self._drawer.has_quiz,
            sum(one.seconds for one in self._all),
        )

    def _slide(self, one: Shown, part: Part, title: str, number: int, total: int) -> str:
        slide = one.slide
        body = self._bodies.get((slide.id, title))
        if body is None:
            body = self._bodies[slide.id, title] = self._body(one, part, title)
        else:
            for asset in body.shows:
                self._asset_link(asset)
            self._drawer.has_quiz |= body.has_quiz
        return (
            f'{body.html}<span class="mark">{escape(self._reviewed)}</span>'
            f"{self._page(slide, number, total)}</div></div>"
            f"{self._notes(slide) if self._presenter else ''}</section>"
        )

    def _page(self, slide: Slide, number: int, total: int) -> str:
        if slide.hidden:
            return f'<span class="page">{escape(self._kit.words("handout.hidden"))}</span>'
        return f'<span class="page" dir="ltr">{self._kit.words("deck.of", number=number, total=total)}</span>'

    def _body(self, one: Shown, part: Part, title: str) -> Body:
        slide, drawer = one.slide, self._drawer
        before, self._shows, drawer.has_quiz = drawer.has_quiz, [], False
        drawer.within(slide.id)
        drawer.part = part
        layout = layout_of(slide, slide.blocks)
        blocks = (Generated("title"),) if layout == "title-slide" else slide.blocks
        classes = " ".join(dict.fromkeys(("slide", f"layout-{layout}", *slide.attributes.classes, fullness(blocks))))
        first = layout == "title-slide"
        heading = "sr-only" if first or not slide.title.html else "slide-title"
        tag, said = ("h1", escape(self._lesson.title)) if first else ("h2", drawer.run(drawer.html(title)))
        head = f'<{tag} class="{heading}">{said}</{tag}>'
        body = drawer.blocks(blocks)
        wave = WAVE if layout in WAVES else ""
        state = f' data-state="{STAGES[layout]}"' if layout in STAGES else ""
        hidden = ' data-visibility="uncounted"' if slide.hidden else ""
        section = drawer.run(drawer.html(one.section.title.html))
        opens = slide.id == one.section.slides[0].id if one.section.slides else False
        named = f' data-section="{escape(one.section.title.text)}"' if opens and one.section.id else ""
        html = (
            f'<section id="{escape(place_of(slide.id))}" class="{escape(classes.strip())}" data-timing="{one.seconds}"'
            f"{state}{hidden}>"
            f'{wave}<div class="frame"{named}><p class="run">{section}</p>'
            f'<div class="head">{head}{drawer.evidence(slide.evidence)}</div>'
            f'<div class="body">{body}</div>'
            f'<div class="foot">{self._sources(slide)}'
        )
        asked, drawer.has_quiz = drawer.has_quiz, before or drawer.has_quiz
        return Body(html, tuple(self._shows), asked)

    def _shown(self, asset: Asset) -> str:
        self._shows.append(asset)
        return self._asset_link(asset)

    def _sources(self, slide: Slide) -> str:
        known = [key for key in dict.fromkeys(slide.cites) if key in self._numbers]
        if not known:
            return ""
        sources = ((key, self._numbers[key], short(self._course.references[key])) for key in known)
        said = " ".join(
            f'<a href="#/ref-{escape(key)}"><b>{number}</b> {escape(name)}</a>' for key, number, name in sources
        )
        return f'<span class="sources">{said}</span>'

    def _notes(self, slide: Slide) -> str:
        """What the speaker view shows: the notes, what may be cut, and the parts meant for whoever leads the room."""
        words, said = self._kit.words, []
        if slide.cut:
            said.append(f'<p class="cut-mark"><strong>{escape(words("deck.cut"))}</strong></p>')
        said.append(str(self._drawer.blocks(slide.notes)))
        hints = for_leading(self._drawer, slide)
        said.extend(f"<h3>{escape(words(f'deck.{hint}'))}</h3>{part}" for hint, part in hints)
        return f'<aside class="notes">{"".join(said)}</aside>' if any(said) else ""


def reserve(lesson: Lesson) -> Iterator[Shown]:
    """The hidden slides: what is kept for a question stands after the last slide of the talk, where nobody passes by
    chance and search, overview and links lead to, and takes no time of it."""
    return (one._replace(seconds=0) for one in shown(lesson) if one.slide.hidden)
