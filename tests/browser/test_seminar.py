"""The seminar given from beginning to end by keyboard, on a projector of 1280 by 720."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from support.building import flagship
from support.chromium import chromium, opened, until

ROOM = "site/dmer/slides/before-the-milk-flows.html"
DESK = "presenter/dmer/slides/before-the-milk-flows.html"
PROJECTOR = {"width": 1280, "height": 720}
HERE = "document.querySelector('.slides > section.present')?.id"
FITTED = ".slides > section.present.fitted"
STATE = f"{HERE} + document.querySelectorAll('.fragment.visible').length"
SLIDES = "document.querySelectorAll('.slides > section').length"

# What stands outside of the slide, or is cut off inside of it. Text for screen readers is a pixel wide by intention.
OUTSIDE = """
() => {
  const slide = document.querySelector(".slides > section.present");
  const unseen = (el) => el.closest("svg, .sr-only, .said-only, [hidden]") && el.tagName !== "svg";
  const out = [...slide.querySelectorAll("*")].filter((el) => {
    if (unseen(el) || el.closest(".wave") || getComputedStyle(el).visibility === "hidden") return false;
    const box = el.getBoundingClientRect();
    return box.width && box.height && (box.left < -1 || box.top < -1 || box.right > 1281 || box.bottom > 721);
  });
  const cut = [...slide.querySelectorAll("*")].filter((el) => {
    if (unseen(el) || el.closest(".wave")) return false;
    const { overflowX, overflowY } = getComputedStyle(el);
    const below = overflowY !== "visible" && el.scrollHeight > el.clientHeight + 1;
    return below || (overflowX !== "visible" && el.scrollWidth > el.clientWidth + 1);
  });
  const foot = slide.querySelector(".foot").getBoundingClientRect();
  const over = [...slide.querySelectorAll(".body > *")].filter((el) => {
    const box = el.getBoundingClientRect();
    return box.height && box.bottom > foot.top + 1 && !el.closest(".title-slide");
  });
  const named = (el) => `${el.tagName}.${el.getAttribute("class") ?? ""} ${el.textContent.trim().slice(0, 40)}`;
  return [...out, ...cut, ...over].slice(0, 3).map(named);
}
"""
# The smallest running text of the slide. Sources and their list, marks, credits and labels may be smaller: nobody at
# the back has to read them, and handout and module have them large.
SMALLEST = """
() => {
  const body = document.querySelector(".slides > section.present .body");
  const small = ".references, .sr-only, figcaption, .q-foot, .group-grade, .callout-title, .evidence";
  const sizes = [...body.querySelectorAll("p, li, td, th, dt, dd, label, summary, h3")]
    .filter((el) => el.getClientRects().length && el.textContent.trim() && !el.closest(small))
    .map((el) => [parseFloat(getComputedStyle(el).fontSize), el.textContent.trim().slice(0, 40)]);
  return sizes.length ? sizes.reduce((least, one) => (one[0] < least[0] ? one : least)) : [99, ""];
}
"""

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("seminar")]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both trees of the repository's course."""
    return flagship(tmp_path_factory)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as one:
        yield one


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    with opened(browser, viewport=PROJECTOR) as one:
        yield one


def on(page: Any, file: Path, more: str = "") -> Any:
    """The deck, ready to be given."""
    page.goto(file.as_uri() + more)
    page.wait_for_selector(".reveal.ready", state="attached")
    until(page, HERE)
    return page


class TestGiven:
    """What a presenter does in the hour."""

    def test_the_right_arrow_alone_leads_through_the_hour(self, page: Any, whole: Path) -> None:
        """Every slide comes up, whole and large enough to be read at the back; the last one stays."""
        on(page, whole / ROOM)
        total = page.evaluate(SLIDES)
        seen: list[str] = []
        faults: list[str] = []
        for _ in range(total * 8):
            here = page.evaluate(HERE)
            page.wait_for_selector(FITTED, state="attached")
            if here not in seen:
                seen.append(here)
            faults += [f"{here}: {told}" for told in page.evaluate(OUTSIDE)]
            size, text = page.evaluate(SMALLEST)
            if size < 20:
                faults.append(f"{here}: {size} px: {text}")
            before = page.evaluate(STATE)
            page.keyboard.press("ArrowRight")
            if page.evaluate(STATE) == before:
                break
        assert len(seen) == total > 45
        assert seen == page.evaluate("[...document.querySelectorAll('.slides > section')].map((one) => one.id)")
        assert sorted(set(faults)) == []

    def test_back_again_with_the_left_arrow(self, page: Any, whole: Path) -> None:
        """Back is as sure as on: the steps of the slide before are all there."""
        on(page, whole / ROOM, "#/cost")
        first = page.evaluate(HERE)
        page.keyboard.press("ArrowLeft")
        assert page.evaluate(HERE) != first
        page.keyboard.press("ArrowRight")
        assert page.evaluate(HERE) == first

    def test_the_speaker_view_goes_along(self, page: Any, whole: Path) -> None:
        """It opens as a window of its own, follows the deck, and works from disk (more in test_speaker.py)."""
        on(page, whole / DESK, "#/cost")
        with page.expect_popup() as waited:
            page.keyboard.press("s")
        notes = waited.value.locator("[data-notes]")
        notes.filter(has_text="Bring the three lines up").wait_for()
        for _ in range(8):
            if page.evaluate(HERE) != "cost":
                break
            page.keyboard.press("ArrowRight")
        assert page.evaluate(HERE) == "history"
        notes.filter(has_not_text="Bring the three lines up").wait_for()
        waited.value.close()

    def test_the_help_dialog_by_keyboard(self, page: Any, whole: Path) -> None:
        """One key opens it on any slide, the numbers are in it, Escape closes it, and the focus is where it was."""
        on(page, whole / ROOM, "#/cost")
        page.locator(".bar-help").focus()
        page.keyboard.press("Enter")
        assert page.evaluate("document.getElementById('dialog-help').open")
        assert page.evaluate("document.getElementById('dialog-help').contains(document.activeElement)")
        assert "988" in page.locator("#dialog-help").inner_text()
        page.keyboard.press("Escape")
        assert not page.evaluate("document.getElementById('dialog-help').open")
        assert page.evaluate("document.activeElement.matches('.bar-help')")
        page.keyboard.press("h")
        assert page.evaluate("document.getElementById('dialog-help').open")
        page.keyboard.press("Escape")
        assert page.evaluate(HERE) == "cost"

    def test_search_and_jump(self, page: Any, whole: Path) -> None:
        """A word or a number and Enter; the address says where."""
        on(page, whole / ROOM)
        page.keyboard.press("/")
        page.keyboard.type("ladder")
        page.keyboard.press("Escape")
        assert page.evaluate(HERE) == "title"
        page.keyboard.press("/")
        page.keyboard.press("Control+a")
        page.keyboard.type("how urgent")
        page.wait_for_selector("#search-found a")
        page.keyboard.press("Enter")
        until(page, "location.hash === '#/how-urgent'")
        page.keyboard.press("g")
        page.keyboard.press("Control+a")
        page.keyboard.type("2")
        page.keyboard.press("Enter")
        until(page, "location.hash === '#/disclosures'")
        assert page.evaluate("document.querySelector('dialog[open]') === null")

    def test_overview(self, page: Any, whole: Path) -> None:
        """All slides at a glance; arrows choose, Enter goes there."""
        on(page, whole / ROOM, "#/cost")
        page.keyboard.press("o")
        page.wait_for_selector(".reveal.overview")
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Enter")
        page.wait_for_selector(".reveal:not(.overview)")
        assert page.evaluate(HERE) == "history"

    def test_hands_are_counted_by_keyboard(self, page: Any, whole: Path) -> None:
        """Type a number or press plus; the sum and the shares follow, and the deck stays on the slide."""
        on(page, whole / ROOM, "#/poll-often")
        fields = page.locator("#poll-often .q-count")
        fields.nth(0).focus()
        page.keyboard.press("Control+a")
        page.keyboard.type("6")
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        page.keyboard.press("Enter")
        assert fields.nth(0).input_value() == "8"
        fields.nth(1).focus()
        page.keyboard.press("Control+a")
        page.keyboard.type("2")
        assert page.locator("#poll-often .q-total").inner_text() == "10 hands"
        assert "80 %" in page.locator("#poll-often .q-option").nth(0).inner_text()
        assert page.evaluate(HERE) == "poll-often"

    @pytest.mark.parametrize("tree_", [ROOM, DESK])
    def test_a_link_leads_to_its_slide(self, page: Any, whole: Path, tree_: str) -> None:
        """“See this slide again”: by its id, which stays when slides are added."""
        on(page, whole / tree_, "#/how-urgent")
        assert page.evaluate(HERE) == "how-urgent"
        assert page.locator("#how-urgent h2").is_visible()

    def test_the_deck_can_be_printed(self, page: Any, whole: Path) -> None:
        """A page for each slide, as a venue without a browser wants it."""
        page.goto((whole / ROOM).as_uri() + "?view=print")
        page.wait_for_selector("html.reveal-print .pdf-page")
        page.evaluate("() => document.fonts.ready")
        total = page.evaluate("document.querySelectorAll('.slides section.slide').length")
        data = page.pdf(prefer_css_page_size=True, print_background=True)
        import io

        import pikepdf

        with pikepdf.open(io.BytesIO(data)) as paper:
            assert 49 <= len(paper.pages) == total
