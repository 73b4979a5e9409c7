"""What all printed documents share: paper size, style sheet, running heads and feet, and the dates in the file."""

from collections.abc import Mapping
from typing import NamedTuple

from markupsafe import Markup

from builder.model.course import Course
from builder.render.kit import Kit
from builder.render.paper.fonts import faces, needed, tokens
from builder.render.tokens import declarations

SIZES = {"a4": ("A4", "210mm 297mm"), "letter": ("Letter", "8.5in 11in")}

SHEETS = {
    "slides": ("question", "mini", "slides"),
    "notes": ("question", "mini", "notes"),
    "agenda": ("agenda",),
    "pack": ("pack",),
    "tabs": ("tabs",),
    "reading": ("question", "reading"),
    "paper": ("question", "exam"),
    "key": ("question", "exam", "key"),
    "answers": ("exam", "answers"),
    "sheet": ("sheet",),
    "cards": ("cards",),
}
"""The style sheets of each kind of document, besides those of all."""


class Leaf(NamedTuple):
    """One kind of printed document of one course on one paper size. `kind` names its style sheet and template."""

    kit: Kit
    course: Course
    paper: str
    kind: str

    @property
    def paint(self) -> Mapping[str, str]:
        """The theme's values for pictures: light colours, and the fonts that the course's pictures need."""
        letters = "".join(asset.svg for asset in self.course.assets.values())
        return tokens(self.kit, needed(self.kit, letters))

    def html(self, title: str, body: str, *, left: str, foot: str = "", more: str = "", rules: str = "") -> str:
        """The whole page. `left` is the running head beside the section's, `foot` ends the foot, `more` are
        declarations and `rules` whole rules for this document alone."""
        sheets = self._sheets()
        fonts = needed(self.kit, "".join((title, body, left, foot, self.standing, sheets)))
        style = "".join((faces(fonts), self._root(fonts, more), self._page(left, foot), sheets, rules))
        return str(
            self.kit.templates.get("handout/page.html").render(
                course=self.course,
                title=title,
                kind=self.kind,
                paper=self.paper,
                style=Markup(style),
                body=Markup(body),
                keywords=", ".join(self.course.audience),
            )
        )

    @property
    def standing(self) -> str:
        """Version and review, for the foot of every page."""
        course, words = self.course, self.kit.words
        review = course.review
        parts = [
            words("common.version", version=course.version) if course.version else "",
            words("common.reviewed", name=review.by, date=review.date) if review.by else "",
            words("common.not-reviewed") if course.unreviewed else "",
            words("common.review-due", date=review.due) if review.due else "",
        ]
        return "  ·  ".join(part for part in parts if part)

    def _root(self, fonts: tuple[object, ...], more: str) -> str:
        values = tokens(self.kit, fonts)  # type: ignore[arg-type]
        return f":root{{{declarations(values)}{more}}}"

    def _page(self, left: str, foot: str) -> str:
        """Size and running heads. Margin boxes are made of strings alone, so that they are artifacts in the tags."""
        size = SIZES[self.paper][1]
        standing = "  ·  ".join(part for part in (self.standing, foot) if part)
        start, end = ("right", "left") if self.course.direction == "rtl" else ("left", "right")
        return (
            f"@page{{size:{size};@top-{start}{{content:{quoted(left)};text-align:{start};width:60%}}"
            f"@top-{end}{{content:string(section);text-align:{end};width:40%}}"
            f"@bottom-{start}{{content:{quoted(standing)};text-align:{start};width:86%}}"
            f'@bottom-{end}{{content:counter(page) " / " counter(pages);text-align:{end};width:12%}}}}'
        )

    def _sheets(self) -> str:
        get = self.kit.templates.get
        own = [get(f"handout/css/{name}.css").render() for name in ("base", "blocks", *SHEETS[self.kind])]
        last = get("handout/css/ink.css").render() if self.kit.prints.ink == "saving" else ""
        return "".join((*own, self.kit.theme.css.get("handout", ""), last))


def quoted(text: str) -> str:
    """A string in CSS."""
    safe = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ").replace("<", "\\3c ")
    return f'"{safe}"'
