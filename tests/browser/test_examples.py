"""Examples as Chromium draws them, in the authoring guide: beside what comes of them, and above it on a phone."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from support.building import flagship
from support.chromium import chromium, opened, until, violations

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("examples")]
DECK = "site/authoring-guide/slides/blocks.html"
WIDTHS = {1280: 720, 390: 844}
SLIDES = """
() => [...document.querySelectorAll(".slides > section")].filter((one) => one.querySelector(".example, .listing"))
  .map((one) => one.id)
"""
# What is wrong with the slide that stands: its body runs over, code is too small or cut off at its side.
WRONG = """
() => {
  const slide = document.querySelector("section.present");
  for (const step of slide.querySelectorAll(".fragment")) step.classList.add("visible");
  const body = slide.querySelector(".body");
  const code = [...slide.querySelectorAll(".lines-written")];
  return [
    body.scrollHeight > body.clientHeight + 1 && "runs over",
    code.some((one) => parseFloat(getComputedStyle(one).fontSize) < 14) && "too small",
    code.some((one) => one.scrollWidth > one.clientWidth + 1) && "cut off",
  ].filter(Boolean);
}
"""
BESIDE = """
() => [...document.querySelectorAll(".example")].filter((one) => one.checkVisibility()).map((one) => {
  const [source, result] = [...one.children].map((part) => part.getBoundingClientRect());
  return result.left >= source.right ? "beside" : result.top >= source.bottom ? "below" : "over";
})
"""


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return flagship(tmp_path_factory, "screen", ("-t", "deck", "-t", "module"), "authoring-guide")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as one:
        yield one


@pytest.mark.parametrize("lesson", ["blocks", "questions", "slides"])
def test_every_example_fits_its_slide(browser: Any, guide: Path, lesson: str) -> None:
    """Lines and result are whole, and can be read from the last row."""
    with opened(browser, viewport={"width": 1280, "height": 720}) as page:
        page.goto((guide / f"site/authoring-guide/slides/{lesson}.html").as_uri())
        page.wait_for_selector(".reveal.ready", state="attached")
        found = page.evaluate(SLIDES)
        assert len(found) > 3
        for name in found:
            page.evaluate("(name) => { location.hash = `#/${name}`; }", name)
            page.wait_for_selector(f"section.present[id='{name}']")
            assert page.evaluate(WRONG) == [], name


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_beside_each_other_where_there_is_room(browser: Any, guide: Path, width: int, scheme: str) -> None:
    """A page of the module and a slide; axe agrees with both."""
    (section,) = (guide / "site/authoring-guide/learn").glob("blocks-side-by-side*.html")
    with opened(browser, viewport={"width": width, "height": WIDTHS[width]}, color_scheme=scheme) as page:
        for file in (section, guide / DECK):
            page.goto(f"{file.as_uri()}#/columns")
            wanted = "beside" if width > 400 else "below"
            until(page, f"[...new Set(({BESIDE})())].join() === {wanted!r}")
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            assert violations(page) == [], file.name


def test_captions_are_there_from_a_disk(browser: Any, guide: Path) -> None:
    """A browser takes each file on a disk for an origin of its own, and would not load captions from beside a page."""
    with opened(browser, viewport={"width": 390, "height": 844}) as page:
        page.goto((guide / DECK).as_uri())
        assert until(page, "document.querySelector('video').textTracks[0]?.cues?.length > 0")
