"""Arabic and Hebrew pages in Chromium: mirrored, nothing sideways, numbers and Latin names in order, no barrier."""

import json
import os
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from support.building import build
from support.chromium import chromium, opened, until, violations

pytestmark = pytest.mark.browser

SAMPLE = Path(__file__).parents[1] / "samples/right-to-left"
COURSES = ("ar", "he")
PICTURES = os.environ.get("SCREENSHOTS", "")
"""A folder for pictures of every page, to be looked at by people."""
PAGES = [
    "index.html",
    *(f"{course}/{page}" for course in COURSES for page in ("index.html", "slides/first-meeting.html")),
    *(f"{course}/learn/{page}.html" for course in COURSES for page in ("index", "quiz-post-test", "certificate")),
    *(f"ar/learn/{page}.html" for page in ("first-meeting-welcome", "first-meeting-listening", "first-meeting-asking")),
    *(f"ar/learn/{page}.html" for page in ("quiz-practice", "quiz-evaluation")),
    "he/learn/first-meeting-welcome.html",
]
SCHEMES = ("light", "dark", "contrast", "contrast-dark")
FROM_THE_LEFT = ("D-MER", "IBCLC", "CERP", "1-833-852-6262", "45 min", "10–20", "2026-11-22", "10:30")

PLACED = """
(wanted) => {
  // Where each letter of a text stands: one list of [left, top] for every place it occurs at.
  const found = [];
  const spoken = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (spoken.nextNode()) {
    const node = spoken.currentNode;
    const around = node.parentElement;
    if (!around.checkVisibility() || around.closest("script, option, .slides section:not(.present)")) continue;
    const text = node.data.replaceAll("\\u00a0", " ");
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
      const places = [];
      for (let i = at; i < at + wanted.length; i += 1) {
        const range = document.createRange();
        range.setStart(node, i);
        range.setEnd(node, i + 1);
        const box = range.getBoundingClientRect();
        if (text[i] !== " " && box.width) places.push([Math.round(box.left), Math.round(box.top / 8)]);
      }
      found.push(places);
    }
  }
  return found;
}
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample, built; the builder has nothing to say about its words."""
    root = tmp_path_factory.mktemp("right-to-left")
    (root / "themes").symlink_to(SAMPLE.parents[2] / "themes")
    for name in ("slides", "quizzes"):
        (root / name).symlink_to(SAMPLE / name)
    places = ("--site-dir", str(root / "out/site"), "--presenter-dir", str(root / "out/presenter"))
    said = build(root, *places, "-t", "deck", "-t", "module", cache=root / "cache")
    assert "C216" not in said
    return root / "out/site"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as started:
        yield started


def remember(page: Any, scheme: str) -> None:
    """A learner who has chosen these colours before."""
    kept = json.dumps(json.dumps({"scheme": scheme}))
    page.add_init_script(f"localStorage.setItem('lactern:1:settings', {kept})")


def show(page: Any, site: Path, name: str) -> None:
    """Open a page of the sample and wait until its letters are there."""
    page.goto((site / name).as_uri())
    page.evaluate("document.fonts.ready")


def runs_from_the_left(places: list[tuple[int, int]]) -> bool:
    """Whether each letter stands right of the one before it, as long as the line goes on."""
    return all(then[0] > now[0] or then[1] != now[1] for now, then in pairwise(places))


def at_right(page: Any, one: str, other: str) -> bool:
    """Whether one thing stands right of another."""
    return bool(page.locator(one).first.bounding_box()["x"] > page.locator(other).first.bounding_box()["x"])


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 360, 1280])
def test_nothing_scrolls_sideways(site: Path, browser: Any, width: int, scheme: str) -> None:
    """Every page fits its window, on the smallest phone too."""
    with opened(browser, viewport={"width": width, "height": 720}, color_scheme=scheme) as page:
        for name in PAGES:
            show(page, site, name)
            over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert over <= 0, f"{name} at {width}"
            if PICTURES:
                shot = f"{name.replace('/', '-').removesuffix('.html')}-{width}-{scheme}.png"
                page.screenshot(path=str(Path(PICTURES, shot)), full_page=True)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing(site: Path, browser: Any, scheme: str) -> None:
    """No barrier that axe-core can see, in any colours."""
    with opened(browser, viewport={"width": 1280, "height": 720}) as page:
        remember(page, scheme)
        for name in PAGES:
            show(page, site, name)
            assert violations(page) == [], f"{name}, {scheme}"


@pytest.mark.parametrize("page_name", ["ar/learn/first-meeting-welcome.html", "he/learn/first-meeting-welcome.html"])
@pytest.mark.parametrize("width", [360, 1280])
def test_numbers_times_and_latin_names_keep_their_order(site: Path, browser: Any, page_name: str, width: int) -> None:
    """Each letter stands right of the one before it, as long as the line goes on."""
    with opened(browser, viewport={"width": width, "height": 900}) as page:
        show(page, site, page_name)
        for text in FROM_THE_LEFT:
            occurrences = page.evaluate(PLACED, text)
            assert occurrences, f"{text} is not on the page"
            assert all(map(runs_from_the_left, occurrences)), f"{text} runs backwards"


def test_interface_words_keep_the_order_of_what_is_filled_in(site: Path, browser: Any) -> None:
    """Dates and versions in Arabic words, and the phone number of the help lines."""
    with opened(browser, viewport={"width": 1280, "height": 900}) as page:
        for name in ("ar/index.html", "ar/learn/index.html", "ar/slides/first-meeting.html"):
            show(page, site, name)
            for text in ("2027-11-22", "1.0.2"):
                occurrences = page.evaluate(PLACED, text)
                assert occurrences, f"{text} is not on {name}"
                assert all(map(runs_from_the_left, occurrences)), f"{text} on {name}"


def test_a_page_is_mirrored(site: Path, browser: Any) -> None:
    """Contents and the way back at the right, tools and the way on at the left, arrows pointing along."""
    with opened(browser, viewport={"width": 1280, "height": 900}) as page:
        show(page, site, "ar/learn/first-meeting-listening.html")
        assert page.evaluate("document.documentElement.dir") == "rtl"
        assert at_right(page, ".frame > .contents", ".middle")
        assert at_right(page, ".bar-home", ".tool-help")
        assert at_right(page, ".way-back", ".way-next")
        for sign in (".way-back .sign-back", ".way-next .sign-next"):
            assert page.locator(sign).evaluate("(sign) => new DOMMatrix(getComputedStyle(sign).transform).a") == -1
        first = page.locator("article h2, article h1").first
        assert first.evaluate("(title) => getComputedStyle(title).textAlign") in ("start", "right")
        edge = page.locator(".callout").first.evaluate(
            "(box) => [getComputedStyle(box).borderRightWidth, getComputedStyle(box).borderLeftWidth]"
        )
        assert edge[0] != "0px"
        assert edge[1] == "0px"


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_in_what_opens_and_what_is_answered(site: Path, browser: Any, scheme: str) -> None:
    """Contents, search, settings, help, the deck's menu, feedback in practice and the result of a test."""
    with opened(browser, viewport={"width": 360, "height": 800}) as page:
        remember(page, scheme)
        for panel in ("contents", "search", "settings", "help"):
            show(page, site, "ar/learn/first-meeting-welcome.html")
            page.locator(f"[data-opens={panel}]").first.click()
            page.wait_for_selector("dialog[open]")
            box = page.locator("dialog[open]").bounding_box()
            assert box["x"] >= 0, panel
            assert box["x"] + box["width"] <= 360, panel
            assert violations(page) == [], panel

        show(page, site, "ar/learn/quiz-practice.html")
        page.locator("[data-question=when] input[value=b]").click()
        page.locator("[data-question=when] .q-main").first.click()
        assert violations(page) == [], "practice"

        show(page, site, "ar/learn/quiz-post-test.html")
        for chosen in ("[data-question=q1] input[value=a]", "[data-question=q2] input[value=true]"):
            page.locator(chosen).click()
        for certainty in page.locator(".q-certainty input[value='2']").all():
            certainty.click()
        page.locator(".quiz-foot .q-main").first.click()
        page.wait_for_selector(".quiz-percent")
        assert page.locator(".quiz-percent").inner_text() == "100%"
        assert violations(page) == [], "result"

        page.set_viewport_size({"width": 1280, "height": 720})
        show(page, site, "ar/slides/first-meeting.html")
        page.keyboard.press("?")
        page.wait_for_selector("dialog[open]")
        assert violations(page) == [], "menu"


def test_progress_grows_from_the_right(site: Path, browser: Any) -> None:
    """The track of the module and the bar of the deck begin where reading begins."""
    with opened(browser, viewport={"width": 1280, "height": 720}) as page:
        show(page, site, "ar/learn/first-meeting-welcome.html")
        page.evaluate("document.querySelector('[data-end]').scrollIntoView()")
        until(page, "document.querySelector('.track-done').getBoundingClientRect().width > 10")
        box = page.locator(".track-done").bounding_box()
        assert round(box["x"] + box["width"]) >= 1270
        show(page, site, "ar/slides/first-meeting.html")
        page.keyboard.press("ArrowLeft")
        until(page, "document.querySelector('.progress span').getBoundingClientRect().width > 10")
        box = page.locator(".progress span").bounding_box()
        assert round(box["x"] + box["width"]) >= 1270


def test_the_deck_is_led_with_mirrored_arrow_keys(site: Path, browser: Any) -> None:
    """Left goes on, right goes back, and the page of keys says so."""
    with opened(browser, viewport={"width": 1280, "height": 720}) as page:
        show(page, site, "ar/slides/first-meeting.html")
        here = "document.querySelector('.slides > section.present .page').textContent"
        until(page, f"{here}.startsWith('1 ')")
        page.keyboard.press("ArrowLeft")
        until(page, f"{here}.startsWith('2 ')")
        page.keyboard.press("ArrowRight")
        until(page, f"{here}.startsWith('1 ')")
        page.keyboard.press("?")
        assert page.locator("li:has([data-does=next]) kbd").first.inner_text() == "←"
        assert page.locator("li:has([data-does=previous]) kbd").first.inner_text() == "→"


def test_search_counts_in_arabic(site: Path, browser: Any) -> None:
    """The browser's own plural rules choose the form: one of six."""
    with opened(browser, viewport={"width": 1280, "height": 720}) as page:
        show(page, site, "ar/slides/first-meeting.html")
        page.keyboard.press("/")
        for typed, said in (("zzz", "لم يُعثر على شيء."), ("IBCLC", "عُثر على"), ("CERP", "عُثر على شريحة واحدة")):
            page.locator("#search-for").fill(typed)
            assert said in page.locator("#search-count").inner_text()


def test_a_question_is_put_in_order_and_checked(site: Path, browser: Any) -> None:
    """A learner moves an item up by its button; what is announced is Arabic, and the verdict too."""
    with opened(browser, viewport={"width": 360, "height": 800}) as page:
        show(page, site, "ar/learn/quiz-practice.html")
        question = page.locator("[data-question=steps]")
        question.locator(".q-move:not([aria-disabled=true])").first.click()
        question.locator(".q-main").click()
        assert re.search("[\u0600-\u06ff]", question.locator(".q-verdict").inner_text())
        assert not re.search("[a-z]{3}", page.locator(".q-live").first.inner_text())


@pytest.mark.parametrize(("course", "family"), [("ar", "Noto Sans Arabic"), ("he", "Noto Sans Hebrew")])
def test_a_page_fetches_the_font_of_its_script_and_no_other(site: Path, browser: Any, course: str, family: str) -> None:
    """Arabic letters come from our font, and a Hebrew page does not fetch it."""
    with opened(browser, viewport={"width": 1280, "height": 720}) as page:
        show(page, site, f"{course}/learn/first-meeting-welcome.html")
        loaded = page.evaluate("[...document.fonts].filter((one) => one.status === 'loaded').map((one) => one.family)")
        assert {name.strip('"') for name in loaded if "Noto" in name} == {family}


def test_joined_letters_are_never_spaced(site: Path, browser: Any) -> None:
    """Space between letters tears Arabic words, so no rule of a theme, and no wish of a reader, may put any there."""
    with opened(browser, viewport={"width": 1280, "height": 720}) as page:
        for name in ("ar/index.html", "ar/slides/first-meeting.html", "ar/learn/quiz-practice.html"):
            show(page, site, name)
            spaces = page.evaluate(
                "[...document.querySelectorAll('body *')].map((one) => getComputedStyle(one).letterSpacing)"
            )
            assert set(spaces) <= {"normal", "0px"}, name
