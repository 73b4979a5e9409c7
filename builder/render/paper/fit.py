"""Whether slides on paper hold what is on them, and smaller type where they do not."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

from builder.render.paper.boxes import boxes_in

SMALLEST = 4
"""Steps by which a slide's type may shrink; the last is about two thirds of the usual size."""
SLACK = 1.0
BODY = re.compile(r"(<body[^>]*>)")
ROOM = re.compile(r'<div class="mini-room" data-room="([^"]*)"')
SLIDE = re.compile(r'<article class="mini(?:(?!</article>).)*? data-room="([^"]*)".*?</article>', re.DOTALL)


def fitted(html: str, document: Any, lay_out: Callable[[str], Any]) -> str:
    """The page with each overfull slide set just as small as it must be. Only those slides are laid out again,
    on a page of their own."""
    full = overfull(document)
    for step in range(1, SMALLEST + 1):
        if not full:
            break
        html = shrunk(html, full, step)
        if step < SMALLEST:
            full = overfull(lay_out(excerpt(html, full)))
    return html


def tried(html: str, lay_out: Callable[[str], Any]) -> dict[str, int]:
    """How many steps smaller each slide of a page must be set, for those that must."""
    steps: dict[str, int] = {}
    full = overfull(lay_out(html))
    for step in range(1, SMALLEST + 1):
        if not full:
            break
        steps |= dict.fromkeys(full, step)
        if step < SMALLEST:
            html = excerpt(shrunk(html, full, step), full)
            full = overfull(lay_out(html))
    return steps


def fitting(html: str, steps: Mapping[str, int]) -> str:
    """The page with its slides set as small as a trial has shown they must be."""
    if not steps:
        return html

    def smaller(match: re.Match[str]) -> str:
        step = steps.get(match[1], 0)
        return f'<div class="mini-room shrink-{step}" data-room="{match[1]}"' if step else match[0]

    return ROOM.sub(smaller, html)


def excerpt(html: str, slides: Collection[str]) -> str:
    """The page with nothing on it but these slides."""
    head, body, _ = BODY.split(html, maxsplit=1)
    kept = (slide[0] for slide in SLIDE.finditer(html) if slide[1] in slides)
    return f"{head}{body}{''.join(kept)}</body></html>"


def overfull(document: Any) -> frozenset[str]:
    """The slides, by id, whose content reaches below the room they have (`.mini-room`) in a laid-out document."""
    full: set[str] = set()
    for page in document.pages:
        for box in boxes_in(page._page_box):
            element = box.element
            if element is None or element.get("data-room") is None or box.element_tag != "div":
                continue
            floor = box.content_box_y() + box.height + SLACK
            if any(_bottom(inner) > floor for inner in boxes_in(box)):
                full.add(element.get("data-room"))
    return frozenset(full)


def _bottom(box: Any) -> float:
    height = box.height if isinstance(box.height, (int, float)) else 0.0
    return float(box.position_y + height) if height else 0.0


def shrunk(html: str, slides: Iterable[str], step: int) -> str:
    """The page with those slides marked to be set smaller by so many steps."""
    for slide in slides:
        for before in ("", f" shrink-{step - 1}"):
            old, new = (f'class="mini-room{now}" data-room="{slide}"' for now in (before, f" shrink-{step}"))
            html = html.replace(old, new)
    return html
