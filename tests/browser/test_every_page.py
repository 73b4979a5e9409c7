"""Every kind of page that a build makes, opened in Chromium by double-click, as it were: from disk, with no server."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from support.building import build, copy, flagship
from support.chromium import chromium, opened, violations

LEARN = "site/dmer/learn/"
LESSON = "before-the-milk-flows"
KINDS = {
    "catalogue": "site/index.html",
    "course home": "site/dmer/index.html",
    "deck": f"site/dmer/slides/{LESSON}.html",
    "deck of the presenter": f"presenter/dmer/slides/{LESSON}.html",
    "module home": f"{LEARN}index.html",
    "section": f"{LEARN}{LESSON}-recognising.html",
    "post-test": f"{LEARN}quiz-post-test.html",
    "pre-test": f"{LEARN}quiz-pre-test.html",
    "evaluation": f"{LEARN}quiz-evaluation.html",
    "glossary": f"{LEARN}glossary.html",
    "references": f"{LEARN}references.html",
    "certificate": f"{LEARN}certificate.html",
    "presenter": "presenter/index.html",
    "notes for a phone": f"presenter/dmer/print/{LESSON}-notes.html",
}
UNSEEN = {"site/dmer/keeper.html"}
"""It stands in a frame that nobody sees; test_keeper.py is about it."""
DECKS = ("deck", "deck of the presenter")
WIDTHS = {1280: 720, 390: 844}
SCHEMES = ("light", "dark")
WIDER = """
(rules) => {
  const sheet = new CSSStyleSheet();  // what a reader's own sheet does; a page's policy lets no other in
  sheet.replaceSync(rules);
  document.adoptedStyleSheets.push(sheet);
}
"""
OVERHANG = """
() => [...document.querySelectorAll("body *")].filter((el) => {
  const box = el.getBoundingClientRect();
  if (!box.width || !box.height || getComputedStyle(el).position === "fixed") return false;
  for (let up = el.parentElement; up; up = up.parentElement) {
    if (/auto|scroll|hidden|clip/.test(getComputedStyle(up).overflowX)) return false;
  }
  return box.right > document.documentElement.clientWidth + 1;
}).slice(0, 5).map((el) => el.outerHTML.slice(0, 120))
"""
# On which side a heading begins, and which way a number runs: its first figure stands left of its last.
RIGHT_TO_LEFT = """
([heading, number]) => {
  const range = document.createRange();
  const place = (node, index) => {
    range.setStart(node, index);
    range.setEnd(node, index + 1);
    return range.getBoundingClientRect();
  };
  const text = document.querySelector(heading).firstChild;
  let figures = document.querySelector(number);
  while (figures.firstChild) figures = figures.firstChild;
  const box = document.querySelector(heading).parentElement.getBoundingClientRect();
  const begins = place(text, 0).right > (box.left + box.right) / 2 ? "right" : "left";
  return [begins, place(figures, 0).left < place(figures, figures.length - 1).left ? "ltr" : "rtl"];
}
"""

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("every page")]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both trees of the repository's course."""
    return flagship(tmp_path_factory)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as one:
        yield one


def test_every_page_of_the_build_is_of_a_known_kind(whole: Path) -> None:
    """A page of a new kind has to be added to the table, or nobody opens it."""
    pages = {file.relative_to(whole).as_posix() for file in whole.glob("*/**/*.html")} - UNSEEN
    assert [page for page in sorted(pages - set(KINDS.values())) if not page.startswith(f"{LEARN}{LESSON}-")] == []
    assert set(KINDS.values()) <= pages


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", KINDS)
def test_opens_without_a_word_and_axe_agrees(browser: Any, whole: Path, kind: str, width: int, scheme: str) -> None:
    """Nothing on the console, no request but for files beside it, no fault against WCAG 2.2 AA."""
    with opened(browser, viewport={"width": width, "height": WIDTHS[width]}, color_scheme=scheme) as page:
        page.goto((whole / KINDS[kind]).as_uri())
        if kind in DECKS and width > 400:
            page.wait_for_selector(".reveal.ready", state="attached")
        page.wait_for_timeout(150)
        assert violations(page) == []
        assert page.title()
        dark = page.evaluate(
            "getComputedStyle(document.body).backgroundColor.match(/[0-9.]+/g).slice(0, 3).every((n) => n < 100)"
        )
        if kind not in DECKS:
            assert dark == (scheme == "dark")


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in DECKS])
def test_reads_without_scrolling_sideways(browser: Any, whole: Path, kind: str) -> None:
    """At 320 CSS pixels, and again with the wider spacing of WCAG 2.2, 1.4.10 and 1.4.12."""
    with opened(browser, viewport={"width": 320, "height": 640}) as page:
        page.goto((whole / KINDS[kind]).as_uri())
        page.wait_for_timeout(150)
        assert page.evaluate(OVERHANG) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        spacing = "line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important"
        page.evaluate(WIDER, f"* {{ {spacing} }} p {{ margin-bottom: 2em !important }}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_single_file_pages_work_alone(browser: Any, tmp_path_factory: pytest.TempPathFactory, tmp_path: Path) -> None:
    """A page taken out of its folder is drawn, runs its script and has its fonts."""
    made = flagship(tmp_path_factory, "single", ("--single-file", "--target", "deck", "--target", "module"))
    for kind in ("deck", "deck of the presenter", "module home"):
        alone = tmp_path / f"{kind}.html"
        alone.write_bytes((made / KINDS[kind]).read_bytes())
        with opened(browser, viewport={"width": 1280, "height": 720}) as page:
            page.goto(alone.as_uri())
            page.wait_for_selector(".reveal.ready" if kind in DECKS else "main", state="attached")
            page.evaluate("document.fonts.ready")
            assert page.evaluate("[...document.fonts].some((font) => font.status === 'loaded')")


def test_arabic_runs_from_right_to_left(browser: Any, tmp_path: Path) -> None:
    """Deck and module: sides are exchanged, telephone numbers are not, the left arrow goes on, and axe agrees."""
    project = copy(Path(__file__).parents[1] / "golden/rtl", tmp_path / "rtl")
    build(project, "-t", "deck", "-t", "module", cache=tmp_path / "cache")
    with opened(browser, viewport={"width": 1280, "height": 720}) as page:
        page.goto((project / "site/rtl/slides/lesson.html").as_uri())
        page.wait_for_selector(".reveal.ready", state="attached")
        page.keyboard.press("ArrowLeft")
        page.wait_for_selector("#what.present")
        assert page.evaluate(RIGHT_TO_LEFT, ["#what h2", "#what .phone"]) == ["right", "ltr"]
        assert violations(page) == []
        page.goto((project / "site/rtl/learn/lesson-first.html").as_uri())
        assert page.evaluate(RIGHT_TO_LEFT, ["#what h2", "#what .phone"]) == ["right", "ltr"]
        assert violations(page) == []
        page.set_viewport_size({"width": 320, "height": 640})
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
