"""The notes to read from a phone: one page of HTML with everything in it, to be sent to oneself and opened anywhere."""

import base64
import re
from collections.abc import Mapping

from markupsafe import Markup

from builder.model.asset import Asset
from builder.model.block import Generated
from builder.model.course import Course, Lesson
from builder.render.draw import Drawer
from builder.render.kit import Kit
from builder.render.paper.draw import PaperDrawer
from builder.render.paper.minis import Mini, notes_of
from builder.render.paper.notes import clock
from builder.render.policy import policy
from builder.render.references import numbered
from builder.render.svg import unstyled
from builder.render.tokens import declarations

LARGEST = 600_000
"""The largest picture in bytes that travels inside; of others, the words that stand for it are shown."""
FONT = "system-ui, sans-serif"
SLIDE = re.compile(r'href="#([^"]+)"')
STYLE = re.compile(r' style="[^"]*"')
"""Widths that are meant for paper; the page's policy allows no style attributes."""


class PhoneDrawer(PaperDrawer):
    """Draws blocks for the phone: as for paper, with pictures that follow light and dark and travel inside the page."""

    def __init__(
        self, kit: Kit, course: Course, lesson: Lesson, numbers: Mapping[str, int], places: Mapping[str, str]
    ) -> None:
        super().__init__(kit, course, "slides", numbers, {}, lesson=lesson, linked=False)
        self._ways = self._ways._replace(asset=self._within)
        self._places = places

    def html(self, html: str) -> str:
        """As on paper; a link to a slide leads to what is said there."""
        html = super().html(html)
        return SLIDE.sub(self._said, html) if 'href="#' in html else html

    def _said(self, match: re.Match[str]) -> str:
        number = self._places.get(match[1])
        return f'href="#said-{number}"' if number else match[0]

    def picture(self, asset_id: str, alt: str, decorative: bool = False) -> Markup:
        """A drawing as part of the page, another picture as data; of a large one only its words."""
        asset = self.course.assets.get(asset_id)
        if asset is None or asset.svg:
            return Drawer.picture(self, asset_id, alt, decorative)
        address = self._within(asset)
        return Markup('<img src="{}" alt="{}">').format(address, alt) if address else Markup("<p>{}</p>").format(alt)

    def _within(self, asset: Asset) -> str:
        if asset.size > LARGEST:
            return ""
        return f"data:{asset.media};base64,{base64.b64encode(self.kit.read(asset)).decode('ascii')}"


def phone_page(kit: Kit, course: Course, lesson: Lesson, minis: tuple[Mini, ...]) -> str:
    """What stands on each slide in short, and below it what to say, with the clock. Nothing is loaded from anywhere."""
    keys = numbered(key for mini in minis for key in mini.slide.cites if key in course.references)
    places = {mini.slide.id: mini.number for mini in reversed(minis)}
    drawer = PhoneDrawer(kit, course, lesson, keys, places)

    def seen(mini: Mini) -> Markup:
        drawer.within(mini.slide.id)
        drawer.part = mini.part
        drawer.below(3 if mini.opens else 2)
        title = "title-slide" in mini.slide.attributes.classes
        return Markup("" if title else STYLE.sub("", drawer.blocks(mini.slide.blocks)))

    def said(mini: Mini) -> Markup:
        drawer.within(f"{mini.slide.id}-said")
        return Markup(STYLE.sub("", notes_of(drawer, mini.slide)))

    style = Markup("<style>{}</style>").format(Markup(_style(kit, course).replace("</", "<\\/")))
    html = kit.templates.get("handout/phone.html").render(
        **drawer.values(), minis=minis, seen=seen, said=said, clock=clock, help=drawer.blocks((Generated("help"),)),
        style=style, policy=policy(style),
    )  # fmt: skip
    return str(html)


def _style(kit: Kit, course: Course) -> str:
    """The page's own sheet, with the theme's colours for light and dark and the rules of its drawings."""
    scale = {**kit.theme.scale, "font-text": FONT, "font-display": FONT}
    drawings = "".join(unstyled(asset.svg).css for asset in course.assets.values() if asset.svg)
    return (
        f":root{{{declarations({**scale, **kit.theme.light})}}}"
        f"@media(prefers-color-scheme:dark){{:root{{color-scheme:dark;{declarations(kit.theme.dark)}}}}}"
        f"{kit.templates.get('handout/css/phone.css').render()}{drawings}"
    )
