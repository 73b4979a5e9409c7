"""Blocks and prose drawn for one page of one format: the only place where addresses in HTML are rewritten."""

import re
from base64 import b64encode
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from markupsafe import Markup, escape

from builder.model.asset import Asset
from builder.model.block import (
    Block,
    Callout,
    Case,
    Column,
    Columns,
    Example,
    Figure,
    Generated,
    Group,
    Listing,
    QuizSlot,
    Step,
    Text,
    Video,
    Where,
)
from builder.model.course import Course, Lesson, Sheet
from builder.model.prose import Prose
from builder.model.quiz import Question, Quiz
from builder.render.agenda import AgendaRow, agenda
from builder.render.asked import asked
from builder.render.dial import dial
from builder.render.kit import Kit
from builder.render.phrasing import Stem, phrasing, stem
from builder.render.references import ListedReference, full, short
from builder.render.running import mostly, run
from builder.render.svg import inlined, unstyled
from builder.render.unbroken import unbroken
from builder.render.widths import width_class

REWRITTEN = re.compile(
    r'[ \n]?<cite data-keys="([^"]*)"></cite>'
    r'|\b(href|src)="(lesson|sheet|quiz|asset):([^"]*)"'
    r'|\b(id="|href="#)(fn(?:ref)?\d*):'
    r'|<span data-evidence="([^"]*)"></span>'
)
DRAWING = re.compile(r'<img alt="([^"]*)" src="asset:([^"]+)"\s*/?>')
"""A picture in running text, without attributes of its own."""
LONE_CITES = re.compile(r'<p>(?:\s*<cite data-keys="[^"]*"></cite>)+\s*</p>\n?')


class Ways(NamedTuple):
    """Where things lead from one page: `link` turns `lesson:ID#slide`, `sheet:ID` and `quiz:ID` into an address (empty:
    the text stays, the link goes), `asset` does so for a picture or film. `numbers` are the citation numbers of this
    page or document; a number leads to `cite` and the source's key."""

    link: Callable[[str, str], str]
    asset: Callable[[Asset], str]
    numbers: Mapping[str, int] = {}
    cite: str = "#ref-"


class Drawer:
    """Draws blocks for one page; `where` decides what is left out. Questions are played by `question_mode` where nobody
    says otherwise."""

    question_mode = "practice"
    before_mark = "\u00a0"
    """What stands between a word and the mark of its source: no line begins with a mark."""

    def __init__(
        self,
        kit: Kit,
        course: Course,
        where: Where,
        ways: Ways,
        *,
        lesson: Lesson | None = None,
        sheet: Sheet | None = None,
    ) -> None:
        self.kit = kit
        self.course = course
        self.where = where
        self.format = {"slides": "deck", "module": "module", "handout": "handout"}[where]
        self.lesson = lesson
        self.sheet = sheet
        self.numbers = ways.numbers
        self._ways = ways
        self._scope = ""
        self._lists: dict[str, int] = {}

    def blocks(self, blocks: Iterable[Block]) -> Markup:
        """The blocks that belong on this page, in order."""
        return Markup("\n".join(self.block(b) for b in blocks if self.wanted(b)))

    def wanted(self, block: Block | Column) -> bool:
        """Whether a block is for this kind of page."""
        return isinstance(block, Column) or self.where in block.when

    def within(self, scope: str) -> "Drawer":
        """The same drawer for one slide: footnotes get ids of their own."""
        self._scope = scope
        return self

    def block(self, block: Block) -> str:
        """One block. Text is already HTML; all else has a template, which a format may replace by its own."""
        match block:
            case Text():
                return self.html(block.prose.html)
            case Step():
                inner = self.blocks(block.blocks)
                return f'<div class="fragment step">{inner}</div>' if self.where == "slides" else inner
            case Callout():
                return self._draw("callout", block)
            case Columns():
                return self._draw("columns", block)
            case Case():
                return self._draw("case", block)
            case Group():
                return self._draw("group", block)
            case Figure():
                return self._draw("figure", block)
            case Video():
                return self._draw("video", block)
            case QuizSlot():
                return self._draw("quiz_slot", block)
            case Example():
                return self._draw("example", block)
            case Listing():
                return self._draw("listing", block)
            case Generated():
                return unbroken(self._draw(f"generated/{block.kind}", block))

    def said(self, text: str) -> Markup:
        """A plain text with short names such as D-MER on one line."""
        return Markup(self.run(unbroken(str(escape(text)))))

    def prose(self, prose: Prose) -> Markup:
        """A prose's HTML with this page's addresses."""
        html = self.html(prose.html)
        return Markup(html if "<p" in html else self.run(html))

    def run(self, html: str) -> str:
        """Words that run against the page, with their direction."""
        return run(html, self.course.direction)

    def mostly(self, html: str) -> str:
        """The direction in which most of a source runs, where that is not the page's."""
        return mostly(html, self.course.direction)

    def html(self, html: str) -> str:
        """Rewrite the neutral addresses, citation marks and footnote ids of converted Markdown. A second list of
        footnotes on one slide gets ids of its own."""
        if '="' not in html:
            return html
        if 'id="fn' in html:
            self._lists[self._scope] = self._lists.get(self._scope, 0) + 1
        if "<img " in html:
            html = DRAWING.sub(self._drawing, html)
        return REWRITTEN.sub(self._rewrite, html)

    def _drawing(self, match: re.Match[str]) -> str:
        """An SVG in running text follows the theme, too."""
        from html import unescape  # brings a table of two thousand names along

        asset = self.course.assets.get(unescape(match[2]))
        return str(self.picture(asset.id, unescape(match[1]), not match[1])) if asset and asset.svg else match[0]

    def cited(self, keys: Iterable[str]) -> Markup:
        """The mark of a citation: numbers that lead to the list, with the short forms as their accessible name. A
        source that is not in this page's list (a note cites it) is named in words."""
        marks = [
            Markup('<a href="{}{}" title="{}">{}</a>').format(self._ways.cite, key, name, self.numbers[key])
            if key in self.numbers
            else name
            for key in keys
            if key in self.course.references
            for name in [short(self.course.references[key])]
        ]
        return Markup('<sup class="cites">{}</sup>').format(Markup(", ").join(marks))

    def question(self, question: Question, quiz: Quiz, mode: str = "", **more: object) -> Markup:
        """One question as a form, without its key."""
        template = self.kit.templates.get(f"question/{question.type}.html", self.format)
        put = asked(quiz, question)
        values = self.values() | {"mode": mode or self.question_mode, "number": 0} | more
        asks = Stem(*(Markup(self.run(part)) for part in stem(self.html(question.stem.html))))
        values |= {"stem": asks, "label": lambda prose: Markup(self.run(phrasing(self.html(prose.html))))}
        return Markup(template.render(asked=put, q=put.q, quiz=quiz, **values))

    def picture(self, asset_id: str, alt: str, decorative: bool = False) -> Markup:
        """A picture element: an SVG becomes part of the page, others are loaded when they come near."""
        asset = self.course.assets.get(asset_id)
        if asset is None:
            return Markup("")
        if asset.svg:
            return inlined(unstyled(asset.svg).svg, alt, decorative)
        size = Markup(' width="{}" height="{}"').format(asset.width, asset.height) if asset.width else ""
        return Markup('<img src="{}" alt="{}" loading="lazy" decoding="async"{}>').format(
            self._ways.asset(asset), alt, size
        )

    def asset_address(self, asset_id: str) -> str:
        """The address of a file of the course from this page, empty if there is none."""
        asset = self.course.assets.get(asset_id)
        return self._ways.asset(asset) if asset else ""

    def held(self, asset_id: str) -> str:
        """A small file of the course as an address that holds it. Captions are not loaded from beside a page that is
        opened from a disk: browsers take each file there for an origin of its own."""
        asset = self.course.assets.get(asset_id)
        if asset is None:
            return ""
        return f"data:{asset.media};base64,{b64encode(self.kit.read(asset)).decode('ascii')}"

    def link(self, kind: str, target: str) -> str:
        """The address of a lesson, sheet or quiz from this page, empty if this build does not make it."""
        return self._ways.link(kind, target)

    def evidence(self, grade: str) -> Markup:
        """A grade badge: sign, word and colour."""
        if not grade:
            return Markup("")
        return Markup('<span class="evidence evidence-{0}" title="{2}">{1}</span>').format(
            grade, self.kit.words(f"common.evidence.{grade}"), self.kit.words(f"common.evidence-meaning.{grade}")
        )

    def agenda(self) -> tuple[AgendaRow, ...]:
        """The rows of this lesson's agenda."""
        return agenda(self.lesson) if self.lesson else ()

    def has_must_pass(self) -> bool:
        """Whether the quiz that ends the course has questions that must be right whatever the total."""
        quiz = self.course.quizzes.get(self.course.completion.quiz)
        return quiz is not None and any(question.must_pass for question in quiz.questions)

    def reference_list(self) -> tuple[ListedReference, ...]:
        """The full entries of all sources numbered on this page or in this document."""
        known = self.course.references
        return tuple(
            ListedReference(key, number, full(known[key])) for key, number in self.numbers.items() if key in known
        )

    def marked(self, listing: Listing) -> Markup:
        """Lines as they are written, with their signs marked."""
        from builder.render.marked import marked  # most pages show none

        return marked(listing)

    def values(self) -> dict[str, object]:
        """What every block and question template knows."""
        return {
            "drawer": self,
            "course": self.course,
            "lesson": self.lesson,
            "sheet": self.sheet,
            "where": self.where,
            "words": self.kit.words,
            "blocks": self.blocks,
            "draw_prose": self.prose,
            "draw_question": self.question,
            "asset_html": self.picture,
            "evidence": self.evidence,
            "dial": dial,
            "letters": self.kit.words("quiz.letters"),
            "width_class": width_class,
            "marked": self.marked,
            "without_answers": self.kit.without_answers,
        }

    def _draw(self, name: str, block: Block) -> str:
        return self.kit.templates.get(f"block/{name}.html", self.format).render(block=block, **self.values())

    def _rewrite(self, match: re.Match[str]) -> str:
        keys, attribute, kind, target, footnote, name, grade = match.groups()
        if keys is not None:
            mark = self.cited(keys.split())
            return f"{self.before_mark}{mark}" if mark and match[0][0] != "<" else str(mark)
        if grade is not None:
            return str(self.evidence(grade))
        if footnote is not None:
            number = self._lists.get(self._scope, 1)
            return f"{footnote}{name}-{self._scope}-{f'{number}-' if number > 1 else ''}"
        if kind == "asset":
            return f'{attribute}="{escape(self.asset_address(target))}"'
        address = self._ways.link(kind, target)
        return f'{attribute}="{escape(address)}"' if address else 'class="no-link"'


def without_lone_cites(html: str) -> str:
    """Converted Markdown without paragraphs of nothing but citations, for slides: their sources stand at the foot."""
    return LONE_CITES.sub("", html) if "<cite" in html else html
