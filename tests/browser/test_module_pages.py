"""The module's pages in Chromium: settings, the glossary's words, search, narrow screens, weight and stillness."""

import gzip
import itertools
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from builder.render.words import Words, languages
from support.building import flagship
from support.chromium import chromium, opened, violations

KINDS = (
    "index", "before-the-milk-flows-physiology", "before-the-milk-flows-look-alikes", "quiz-post-test",
    "quiz-evaluation", "glossary", "references", "certificate",
)  # fmt: skip
PHYSIOLOGY = "before-the-milk-flows-physiology"
WIDEST = {"size": "4", "face": "serif", "line": "3", "letters": "3"}
LIMIT = 500_000
OVERHANG = """
() => {
  const room = document.documentElement.clientWidth;
  const inside = (el) => {
    for (let up = el.parentElement; up; up = up.parentElement) {
      if (/auto|scroll|hidden|clip/.test(getComputedStyle(up).overflowX)) return true;
    }
    return false;
  };
  return [...document.querySelectorAll("body *")].filter((el) => {
    const box = el.getBoundingClientRect();
    const over = box.width && box.height && (box.right > room + 1 || box.left < -1);
    return over && !inside(el) && !el.closest(".skip, .said-only");
  }).slice(0, 5).map((el) => el.outerHTML.slice(0, 120));
}
"""
SHIFTS = """
() => {
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) {
      window.shifts.push([one.value, ...one.sources.map((s) => s.node?.parentElement?.outerHTML.slice(0, 90))]);
    }
  }).observe({ type: "layout-shift", buffered: true });
}
"""

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("module pages")]


@pytest.fixture(scope="module")
def learn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the flagship's module."""
    return flagship(tmp_path_factory, "module", ("-t", "module", "-t", "deck")) / "site/dmer/learn"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """One Chromium for all."""
    with chromium() as started:
        yield started


def remember(page: Any, **settings: str) -> None:
    """A learner who has chosen before."""
    kept = json.dumps(json.dumps(settings))
    page.add_init_script(f"localStorage.setItem('lactern:1:settings', {kept})")


def address(learn: Path, name: str) -> str:
    return (learn / f"{name}.html").as_uri()


def style(page: Any, selector: str, name: str) -> str:
    """A computed style."""
    found: str = page.evaluate("([s, n]) => getComputedStyle(document.querySelector(s))[n]", [selector, name])
    return found


class TestSettings:
    """Chosen once, on show everywhere."""

    def test_are_chosen_and_remembered(self, browser: Any, learn: Path) -> None:
        """By keyboard alone: each choice shows at once, on the next page, and after a reload; one button undoes all."""
        with opened(browser) as page:
            page.goto(address(learn, PHYSIOLOGY))
            names = ("fontFamily", "lineHeight", "letterSpacing", "fontSize")
            before = {name: style(page, ".prose p", name) for name in names}
            page.get_by_role("button", name="Reading settings").focus()
            page.keyboard.press("Enter")
            for legend, choice in (
                ("Colours", "High contrast"), ("Text size", "Largest"), ("Reading font", "My device’s plain font"),
                ("Space between lines", "Widest"), ("Space between letters and words", "Wide"),
                ("Movement", "Keep everything still"),
            ):  # fmt: skip
                group = page.get_by_role("group", name=legend, exact=True)
                group.get_by_role("radio").first.focus()
                names = group.locator("label").all_inner_texts()
                for _ in range(names.index(choice)):
                    page.keyboard.press("ArrowDown")
                assert group.get_by_role("radio", name=choice, exact=True).is_checked()
            page.keyboard.press("Escape")
            after = {name: style(page, ".prose p", name) for name in before}
            assert not set(before.items()) & set(after.items())
            page.goto(address(learn, "glossary"))
            assert page.evaluate("({ ...document.documentElement.dataset })").items() >= {
                "scheme": "contrast", "size": "4", "face": "sans", "line": "3", "letters": "2", "motion": "less",
            }.items()  # fmt: skip
            assert style(page, "body", "backgroundColor") == "rgb(255, 255, 255)"
            assert style(page, "html", "scrollBehavior") == "auto"
            page.get_by_role("button", name="Reading settings").click()
            assert page.get_by_role("radio", name="High contrast", exact=True).is_checked()
            page.get_by_role("button", name="Back to the standard settings").click()
            assert "scheme" not in page.evaluate("({ ...document.documentElement.dataset })")
            assert page.get_by_role("group", name="Colours").get_by_role("radio", name="As on my device").is_checked()

    def test_are_there_before_anything_is_painted(self, browser: Any, learn: Path) -> None:
        """The head's script does not wait for the page, so that no other colours flash."""
        with opened(browser) as page:
            remember(page, scheme="contrast-dark", size="3")
            page.add_init_script(
                "addEventListener('readystatechange', () => {"
                " if (document.readyState === 'interactive') window.early = { ...document.documentElement.dataset }"
                "}, true)"
            )
            page.goto(address(learn, "index"))
            assert page.evaluate("window.early") == {"scheme": "contrast-dark", "size": "3"}
            assert "defer" not in page.locator("script[src*='/early-']").evaluate("(el) => el.outerHTML")
            assert page.evaluate("document.head.contains(document.querySelector(\"script[src*='/early-']\"))")

    def test_hold_for_deck_and_course_page_too(self, browser: Any, learn: Path) -> None:
        """One choice for all that the learner opens in this browser."""
        with opened(browser) as page:
            remember(page, scheme="contrast-dark", size="3")
            for path in ("../index.html", "../slides/before-the-milk-flows.html"):
                page.goto((learn / path).resolve().as_uri())
                assert page.evaluate("document.documentElement.dataset.scheme") == "contrast-dark"
                assert style(page, "body", "backgroundColor") == "rgb(0, 0, 0)"
                assert style(page, "html", "fontSize") == "20.4px"

    def test_rubbish_is_no_choice(self, browser: Any, learn: Path) -> None:
        """What cannot be understood is as if nothing had been chosen."""
        with opened(browser) as page:
            page.add_init_script('localStorage.setItem(\'lactern:1:settings\', \'{"scheme": ["x"], "size": 9\')')
            page.goto(address(learn, "index"))
            assert page.locator("h1").is_visible()
            assert "scheme" not in page.evaluate("({ ...document.documentElement.dataset })")

    def test_the_systems_wish_for_contrast_is_heard(self, browser: Any, learn: Path) -> None:
        """Without a choice here, the system's decides (`prefers-contrast`), in light and in dark."""
        for scheme, paper in (("light", "rgb(255, 255, 255)"), ("dark", "rgb(0, 0, 0)")):
            with opened(browser, contrast="more", color_scheme=scheme) as page:
                page.goto(address(learn, "index"))
                assert style(page, "body", "backgroundColor") == paper


class TestWordsOfTheGlossary:
    """Explained where they stand."""

    def test_by_keyboard(self, browser: Any, learn: Path) -> None:
        """Enter shows the meaning, which has a name; Escape and Tab lead back to the word."""
        with opened(browser) as page:
            page.goto(address(learn, PHYSIOLOGY))
            word = page.locator("a.term[data-term=oxytocin]")
            word.focus()
            page.keyboard.press("Enter")
            meaning = page.get_by_role("dialog", name="What “Oxytocin” means")
            assert "hormone of let-down" in meaning.inner_text()
            assert word.get_attribute("aria-expanded") == "true"
            page.keyboard.press("Escape")
            assert not meaning.is_visible()
            page.locator("a.term[data-term=oxytocin][aria-expanded=false]").wait_for()  # told after the dialog's end
            assert page.evaluate("document.activeElement.dataset.term") == "oxytocin"
            page.keyboard.press(" ")
            for _ in range(4):
                page.keyboard.press("Tab")
            assert (meaning.is_visible(), page.evaluate("document.activeElement.dataset.term")) == (False, "oxytocin")

    def test_by_touch(self, browser: Any, learn: Path) -> None:
        """A tap shows it within the screen; a second tap, or one elsewhere, takes it away; its link leads on."""
        with opened(browser, viewport={"width": 320, "height": 568}, has_touch=True, is_mobile=True) as page:
            page.goto(address(learn, PHYSIOLOGY))
            word = page.locator("a.term[data-term=prolactin]")
            word.scroll_into_view_if_needed()
            word.tap()
            meaning = page.locator("#meaning")
            box = meaning.bounding_box()
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= 320
            word.tap()
            assert not meaning.is_visible()
            word.tap()
            assert meaning.is_visible()
            page.touchscreen.tap(2, 300)
            assert not meaning.is_visible()
            word.tap()
            meaning.get_by_role("link", name="Open the glossary").tap()
            page.wait_for_url("**/glossary.html#term-prolactin")

    def test_without_scripts(self, browser: Any, learn: Path) -> None:
        """They are links to the entry."""
        with opened(browser, java_script_enabled=False) as page:
            page.goto(address(learn, PHYSIOLOGY))
            page.locator("a.term[data-term=oxytocin]").click()
            page.wait_for_url("**/glossary.html#term-oxytocin")
            assert page.get_by_role("heading", level=1).inner_text() == "Glossary"


class TestSearch:
    """The whole module, from disk."""

    def test_finds_marks_and_leads_there(self, browser: Any, learn: Path) -> None:
        """Accents do not matter, the count is announced, arrows walk the list, and the way back is one key."""
        with opened(browser) as page:
            page.goto(address(learn, "index"))
            page.get_by_role("button", name="Search").click()
            page.keyboard.type("OXYTÓCIN puls")
            page.get_by_text("places found").wait_for()
            assert page.locator("[data-find-count]").get_attribute("role") == "status"
            marked = {text.casefold() for text in page.locator(".find-piece mark").all_inner_texts()}
            assert marked == {"oxytocin", "puls"}
            page.keyboard.press("ArrowDown")
            page.keyboard.press("ArrowUp")
            assert page.evaluate("document.activeElement.id") == "find-text"
            page.keyboard.press("Enter")
            assert page.evaluate("document.activeElement.className") == "find-link"
            title = page.evaluate("document.activeElement.textContent")
            page.keyboard.press("Enter")
            page.wait_for_url("**/before-the-milk-flows-*.html#*")
            assert page.locator("h2", has_text=title).first.is_visible()

    def test_knows_the_glossary_and_says_when_there_is_nothing(self, browser: Any, learn: Path) -> None:
        """Terms are entries of their own."""
        with opened(browser) as page:
            page.goto(address(learn, "references"))
            page.get_by_role("button", name="Search").click()
            page.keyboard.type("milk ejection reflex")
            page.get_by_role("link", name=re.compile("^Let-down")).first.wait_for()
            page.get_by_label("Search this course").fill("zzz")
            page.get_by_text("Nothing was found for “zzz”.").wait_for()
            page.keyboard.press("Escape")  # empties the field, as in every search field
            page.keyboard.press("Escape")
            assert page.evaluate("document.activeElement.dataset.opens") == "search"


class TestNarrow:
    """WCAG 2.2, 1.4.10 and 1.4.12: 320 CSS px wide, which 400 % zoom makes of 1280, in the widest letters."""

    @pytest.mark.parametrize("settings", [{}, WIDEST], ids=["standard", "widest"])
    def test_nothing_hangs_over(self, browser: Any, learn: Path, settings: dict[str, str]) -> None:
        """No page scrolls sideways, upright or as low as a zoomed window."""
        over = []
        for size in ({"width": 320, "height": 640}, {"width": 320, "height": 256}):
            with opened(browser, viewport=size) as page:
                remember(page, **settings)
                for name in KINDS:
                    page.goto(address(learn, name))
                    over += [f"{name} {size['height']}: {found}" for found in page.evaluate(OVERHANG)]
                    if page.evaluate("document.documentElement.scrollWidth") > 320:
                        over.append(f"{name} scrolls")
        assert over == []

    def test_everything_is_within_reach(self, browser: Any, learn: Path) -> None:
        """At 400 % zoom: contents, search, settings and help open, fit, and shut again."""
        with opened(browser, viewport={"width": 320, "height": 256}) as page:
            remember(page, **WIDEST)
            page.goto(address(learn, PHYSIOLOGY))
            for name, panel in (
                ("Contents", "contents"),
                ("Search", "search"),
                ("Reading settings", "settings"),
                ("Urgent help", "help"),
            ):
                page.evaluate("scrollTo(0, 0)")
                page.locator(f".tools [data-opens={panel}]").click()
                dialog = page.locator(f"#panel-{panel}")
                box = dialog.bounding_box()
                assert -1 <= box["x"] <= 321 - box["width"], name
                assert dialog.evaluate("(el) => el.scrollWidth <= el.clientWidth + 1"), name
                page.keyboard.press("Escape")

    def test_targets_are_large_enough_to_touch(self, browser: Any, learn: Path) -> None:
        """24 by 24 CSS px at least, but for links in a sentence (WCAG 2.2, 2.5.8)."""
        with opened(browser, viewport={"width": 320, "height": 640}) as page:
            for name in KINDS:
                page.goto(address(learn, name))
                small = page.evaluate(
                    """() => [...document.querySelectorAll(":is(.bar, .way, .letters, .part) a, .sheet-size, button")]
                      .filter((el) => el.checkVisibility({ visibilityProperty: true }))
                      .filter((el) => { const b = el.getBoundingClientRect(); return b.width < 24 || b.height < 24; })
                      .map((el) => el.outerHTML.slice(0, 90))"""
                )
                assert small == [], name


class TestWeight:
    """Light enough for a phone, and nothing moves."""

    def test_a_whole_module_is_under_500_kb_before_pictures(self, learn: Path) -> None:
        """Every page, script, sheet and font that a learner ever loads, as any host sends it (text is compressed)."""
        pages = sorted(learn.glob("*.html"))
        site = learn.parents[1]

        def read(path: Path) -> str:
            return path.read_text("utf-8")

        named = {name for page in pages for name in re.findall(r'="\.\./\.\./(assets/[^"]+)"', read(page))}
        sheets = [name for name in named if name.endswith(".css")]
        files = {font for one in sheets for font in re.findall(r"url\(([\w.-]+woff2)\)", read(site / one))}
        fonts = sum((site / "assets" / name).stat().st_size for name in files)
        texts = [re.sub(r"<svg viewBox.*?</svg>", "", read(page), flags=re.DOTALL) for page in pages]
        texts += [read(site / name) for name in sorted(named)]
        texts.append(read(learn / "search-index.js"))
        sent = fonts + sum(len(gzip.compress(text.encode(), 6)) for text in texts)
        assert len(pages) > 12
        assert len(named) > 3
        assert len(files) > 8
        assert sent < LIMIT

    @pytest.mark.parametrize("width", [360, 1280])
    def test_nothing_moves(self, browser: Any, learn: Path, width: int) -> None:
        """No shift of what is on screen while a page comes up: not for scripts, not for fonts, not for progress."""
        moved = []
        with opened(browser, viewport={"width": width, "height": 760}) as page:
            page.goto(address(learn, "before-the-milk-flows-cases"))
            page.evaluate("scrollTo(0, document.body.scrollHeight)")
            page.locator(".contents .is-done [aria-current=page]").wait_for(state="attached")
            page.add_init_script(f"({SHIFTS})()")
            for name in KINDS:
                page.goto(address(learn, name), wait_until="load")
                page.evaluate("document.fonts.ready.then(() => new Promise((done) => setTimeout(done, 80)))")
                moved += [f"{name}: {one}" for one in page.evaluate("window.shifts")]
        assert moved == []


class TestForEverybody:
    """WCAG 2.2 AA, by axe-core and by hand."""

    @pytest.mark.parametrize("scheme", ["light", "dark", "contrast", "contrast-dark"])
    def test_axe_finds_nothing(self, browser: Any, learn: Path, scheme: str) -> None:
        """On each kind of page, and with a meaning and the settings open."""
        found = []
        with opened(browser, viewport={"width": 390, "height": 844}) as page:
            remember(page, scheme=scheme)
            for name in KINDS:
                page.goto(address(learn, name))
                found += [f"{name}: {one}" for one in violations(page)]
            page.goto(address(learn, PHYSIOLOGY))
            page.locator("a.term").first.click()
            found += violations(page)
            page.keyboard.press("Escape")
            page.get_by_role("button", name="Reading settings").click()
            found += violations(page)
        assert found == []

    def test_each_page_has_a_name_one_top_heading_and_no_gap(self, browser: Any, learn: Path) -> None:
        """The title says page and course; headings go down one level at a time."""
        with opened(browser) as page:
            titles = set()
            for name in KINDS:
                page.goto(address(learn, name))
                titles.add(page.title())
                assert page.title().endswith("Before the milk flows")
                levels = page.evaluate(
                    "[...document.querySelectorAll('main :is(h1, h2, h3, h4, h5, h6)')]"
                    ".filter((h) => h.checkVisibility()).map((h) => +h.localName[1])"
                )
                assert (levels.count(1), levels[0]) == (1, 1), name
                assert all(down - up <= 1 for up, down in itertools.pairwise(levels)), (name, levels)
            assert len(titles) == len(KINDS)

    def test_forced_colours_leave_every_sign(self, browser: Any, learn: Path) -> None:
        """In the system's own colours, where you are and what is done can still be told."""
        with opened(browser, forced_colors="active", viewport={"width": 1280, "height": 800}) as page:
            page.goto(address(learn, "glossary"))
            here = page.locator(".contents [aria-current=page]")
            assert here.evaluate("(el) => getComputedStyle(el).outlineStyle") == "solid"
            assert page.locator(".tool-help").evaluate("(el) => getComputedStyle(el).borderStyle") == "solid"

    def test_a_number_is_called_by_pressing_it(self, browser: Any, learn: Path) -> None:
        """Urgent help is one press away on every page."""
        with opened(browser) as page:
            for name in KINDS:
                page.goto(address(learn, name))
                assert page.locator("#urgent-help a[href='tel:988']").count() == 1, name


WHERE = """
() => [...document.querySelectorAll(".bar-where > span")].filter((one) => one.checkVisibility()).map((one) => {
  const [box, room] = [one.getBoundingClientRect(), one.parentElement.getBoundingClientRect()];
  return [one.className, box.width > 0 && box.left >= room.left - 1 && box.right <= room.right + 1];
})
"""


def test_the_bar_of_a_phone_says_where_one_is_whole_or_in_figures(browser: Any, learn: Path) -> None:
    """In every language, at every width and size of type: never half a word, and at most one way of saying it."""
    with opened(browser) as page:
        page.goto(address(learn, PHYSIOLOGY))
        shown = set()
        for language, size, letters in itertools.product(languages(), "14", "13"):
            words = Words(language)
            page.evaluate(
                """([said, help, size, letters]) => {
                  document.querySelector(".bar-where-said").textContent = said;
                  document.querySelector(".tool-help .tool-label").textContent = help;
                  Object.assign(document.documentElement.dataset, { size, letters });
                  if (letters === "1") delete document.documentElement.dataset.letters;
                }""",
                [words("module.page-of", number=12, of=16), words("module.foot.help"), size, letters],
            )
            for width in (320, 360, 375, 393, 420, 480, 560):
                page.set_viewport_size({"width": width, "height": 700})
                found = page.evaluate(WHERE)
                assert len(found) <= 1
                assert all(whole for _, whole in found), (language, size, letters, width)
                assert found or (size, letters) != ("1", "1") or width < 375, (language, width)
                shown |= {name for name, _ in found}
        assert shown == {"bar-where-said", "bar-where-short"}


SMALL = """
() => {
  const drawn = (svg) => svg.checkVisibility() && svg.querySelector("text") && !svg.closest(".q-spots");
  const size = (svg) => Math.min(...[...svg.querySelectorAll("text, tspan")].filter((one) => one.textContent.trim())
    .map((one) => parseFloat(getComputedStyle(one).fontSize) * svg.getScreenCTM().a));
  return [...document.querySelectorAll("main svg, dialog[open] svg")].filter(drawn).map((svg) => {
    const around = svg.closest(".q-map") ?? svg;
    const opener = around.parentElement.querySelector(":scope > .enlarge");
    return [size(svg), Boolean(opener?.checkVisibility()), Boolean(svg.closest("dialog"))];
  });
}
"""
LEGIBLE = 11


class TestPicturesOnAPhone:
    def test_every_drawing_is_legible_or_opens_large(self, browser: Any, learn: Path) -> None:
        """Figures and the pictures of questions: by a button, and with letters that can be read once open."""
        seen = 0
        with opened(browser, viewport={"width": 360, "height": 740}) as page:
            for file in sorted(learn.glob("*.html")):
                page.goto(file.as_uri())
                page.wait_for_selector("html.is-live", state="attached")
                for size, opens, _ in page.evaluate(SMALL):
                    assert size >= LEGIBLE or opens, (file.name, size)
                for opener in page.locator("main .enlarge").all():
                    opener.focus()
                    page.keyboard.press("Enter")
                    inside = [size for size, _, is_open in page.evaluate(SMALL) if is_open]
                    assert inside, file.name
                    assert min(inside) >= LEGIBLE, (file.name, inside)
                    assert violations(page) == []
                    page.keyboard.press("Escape")
                    seen += 1
        assert seen > 8

    def test_a_place_can_be_chosen_on_the_large_picture(self, browser: Any, learn: Path) -> None:
        """The places lie where they lay, and the list below knows what was pressed."""
        share = """(spot) => {
          const both = [spot.closest(".q-map"), spot.querySelector(".q-shape")];
          const [map, box] = both.map((one) => one.getBoundingClientRect());
          const [x, y] = [(box.x - map.x) / map.width, (box.y - map.y) / map.height];
          return [x, y, box.width / map.width, box.height / map.height];
        }"""
        with opened(browser, viewport={"width": 360, "height": 740}) as page:
            page.goto(address(learn, "quiz-post-test"))
            spot = page.locator("[data-spot]").nth(1)
            before = spot.evaluate(share)
            page.locator(".q-map-room .enlarge").click()
            assert spot.evaluate(share) == pytest.approx(before, abs=0.02)
            page.locator("dialog[open] [data-spot] .q-pin").nth(1).click()
            assert page.locator("dialog[open] .q-spot.is-chosen").count() == 1
            page.keyboard.press("Escape")
            chosen = "[...document.querySelectorAll('.q-hotspot input')].map((one) => one.checked)"
            assert page.evaluate(chosen) == [False, True, False, False]
            assert page.evaluate("document.activeElement.matches('.enlarge')")
            assert spot.evaluate(share) == pytest.approx(before, abs=0.02)

    def test_the_slides_keep_their_drawings_legible(self, browser: Any, learn: Path) -> None:
        """Read on a phone, a drawing is panned sideways, by keyboard too."""
        with opened(browser, viewport={"width": 360, "height": 740}) as page:
            page.goto((learn.parent / "slides/before-the-milk-flows.html").as_uri())
            sizes = [size for size, *_ in page.evaluate(SMALL)]
            assert len(sizes) > 5
            assert min(sizes) >= LEGIBLE
            assert page.evaluate("[...document.querySelectorAll('.slides .figure')].every((one) => one.tabIndex === 0)")
            assert page.evaluate("document.documentElement.scrollWidth") <= 360
