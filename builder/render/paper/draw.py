"""Blocks drawn for paper."""

import re
from collections.abc import Iterable, Mapping

from markupsafe import Markup, escape

from builder.model.block import Block, Columns, Generated, Where
from builder.model.course import Course, HelpLine, Lesson, Sheet, Slide
from builder.render.draw import Drawer, Ways, without_lone_cites
from builder.render.kit import Kit
from builder.render.maths import drawn
from builder.render.parted import Part
from builder.render.qr import qr
from builder.render.references import ListedReference, short
from builder.render.svg import inlined, painted

WRITTEN = 3
"""The level of the highest heading that may stand inside a slide's text."""
HEADING = re.compile(r"<(/?)h([1-6])\b")
SVG_OPEN = re.compile(r"(<svg\b[^>]*>)")
LABEL = re.compile(r' role="img" aria-label="[^"]*"')
LINK = re.compile(r"(<a\b[^>]*\shref=[^>]*>)(.*?)(</a>)", re.DOTALL)
INLINE = re.compile(r"</?(?:span|strong|em|b|i|mark|code|abbr|bdi|q|small)\b[^>]*>")
TABLE = re.compile(r'<div class="table"[^>]*>')


class PaperDrawer(Drawer):
    """Draws blocks for paper: pictures are painted in the theme's colours, nothing leads to another file, and
    headings inside a text stand below the heading above it. With `linked`, citations lead to the
    list of sources in the same PDF; without, sources stand at the foot of each slide."""

    question_mode = "paper"
    part: Part = None

    before_mark = " "
    """WeasyPrint ends a line far too early where the mark must not leave its word."""

    def __init__(
        self,
        kit: Kit,
        course: Course,
        where: Where,
        numbers: Mapping[str, int],
        paint: Mapping[str, str],
        *,
        lesson: Lesson | None = None,
        sheet: Sheet | None = None,
        linked: bool = True,
    ) -> None:
        ways = Ways(self._inside, lambda asset: f"asset:{asset.id}", numbers)
        super().__init__(kit, course, where, ways, lesson=lesson, sheet=sheet)
        self.format = "handout"
        self._paint = paint
        self._deepen = 0
        self._linked = linked

    def reference_list(self) -> tuple[ListedReference, ...]:
        """All sources, or the part of them that stands on this slide."""
        return super().reference_list() if self.part is None else self.part

    def below(self, level: int) -> "PaperDrawer":
        """The same drawer, with an author's `###` drawn as a heading one level below this one."""
        self._deepen = level + 1 - WRITTEN
        return self

    def on(self, slide: Slide, level: int) -> "PaperDrawer":
        """The same drawer for one slide, whose title, if it has one, stands on this level."""
        self.within(slide.id)
        return self.below(level if slide.title.html else level - 1)

    def run(self, html: str) -> str:
        """On paper a line keeps the direction of its paragraph; lists of sources have theirs from their template."""
        return html

    def html(self, html: str) -> str:
        """As for any page, with headings moved down and the wrappers that only a screen needs taken off."""
        if not self._linked:
            html = without_lone_cites(html)
        if self._deepen and "<h" in html:
            html = HEADING.sub(lambda m: f"<{m[1]}h{min(max(int(m[2]) + self._deepen, 2), 6)}", html)
        html = TABLE.sub('<div class="table">', drawn(super().html(html)))
        return LINK.sub(_plain_link, html) if " href=" in html else html

    def cited(self, keys: Iterable[str]) -> Markup:
        """Numbers; on a slide without links, for the list is at its foot. What is not there is named in words."""
        if self._linked:
            return super().cited(keys)
        known = [key for key in keys if key in self.course.references]
        said = [str(self.numbers[key]) if key in self.numbers else short(self.course.references[key]) for key in known]
        return Markup('<sup class="cites">{}</sup>').format(", ".join(said)) if said else Markup("")

    def picture(self, asset_id: str, alt: str, decorative: bool = False) -> Markup:
        """An SVG picture becomes part of the page, with its alternative text as title: that is what makes it a
        figure with words in a tagged PDF. Other pictures are loaded by the press."""
        asset = self.course.assets.get(asset_id)
        if asset is None:
            return Markup("")
        if not asset.svg:
            return Markup('<img src="asset:{}" alt="{}">').format(asset.id, alt)
        drawn = LABEL.sub("", inlined(painted(asset.svg, self._quoted), alt, decorative, self._quoted["font-text"]))
        return Markup(SVG_OPEN.sub(lambda m: f"{m[1]}<title>{escape(alt)}</title>", drawn, count=1))

    def sources(self, keys: Iterable[str]) -> Markup:
        """Short forms with their numbers, for a slide's foot."""
        known = [key for key in dict.fromkeys(keys) if key in self.numbers and key in self.course.references]
        said = Markup("<sup>{}</sup>\u2009{}")
        return Markup(" · ").join(said.format(self.numbers[key], short(self.course.references[key])) for key in known)

    def has(self, blocks: Iterable[Block]) -> bool:
        """Whether any of the blocks is for this page."""
        return any(self.wanted(block) for block in blocks)

    def beside(self, columns: Columns) -> bool:
        """Whether columns stand side by side: on slides always; in text not where a box made from course.yaml is in
        one, for that wants the width."""
        inner = (block for column in columns.columns for block in column.blocks)
        return self.where == "slides" or not any(isinstance(block, Generated) for block in inner)

    def code(self, address: str) -> Markup:
        """An address as a QR code."""
        return qr(address, self.kit.words("handout.scan", address=address))

    def local_help(self) -> tuple[HelpLine, ...]:
        """Who helps near by. Where the course does not say, two lines are there to be written on."""
        known = self.course.help.local if self.course.help else ()
        return known or tuple(HelpLine(self.kit.words(f"handout.local-{who}"), "") for who in ("helper", "doctor"))

    @property
    def _quoted(self) -> Mapping[str, str]:
        """Values fit for an attribute in double quotes."""
        return {key: value.replace('"', "'") for key, value in self._paint.items()}

    def _inside(self, kind: str, target: str) -> str:
        """The address of a slide of this same lesson; other documents have none on paper."""
        lesson, _, slide = target.partition("#")
        same = kind == "lesson" and self.lesson is not None and lesson == self.lesson.id and slide
        return f"#{slide}" if same else ""


def _plain_link(match: re.Match[str]) -> str:
    """A link with nothing but words in it: WeasyPrint tags a link around other elements in a way that PDF/UA-1
    forbids (7.18.5, a link annotation stands in a Link element)."""
    return f"{match[1]}{INLINE.sub('', match[2])}{match[3]}"
