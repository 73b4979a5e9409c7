"""A presenter's and a listener's way through the flagship deck, in Chromium, from disk."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from builder.formats import deck, home
from builder.model.output import Output
from builder.pipeline import Options, load, workshop
from builder.read.theme import read_theme
from builder.render.memo import Memo
from builder.render.web import WebFiles
from support.chromium import until

playwright = pytest.importorskip("playwright.sync_api")

ROOT = Path(__file__).parents[2]
AXE = ROOT / "builder/web/node_modules/axe-core/axe.min.js"
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
PAGE = "dmer/slides/before-the-milk-flows.html"
CLIPPED = """
() => {
  const slide = document.querySelector(".slides > section.present");
  const frame = slide.getBoundingClientRect();
  const out = [...slide.querySelectorAll(".body *")].filter((el) => {
    if (el.closest("svg") || el.closest(".sr-only") || getComputedStyle(el).visibility === "hidden") return false;
    const box = el.getBoundingClientRect();
    return box.width && (box.right > frame.right + 1 || box.left < frame.left - 1);
  });
  const body = slide.querySelector(".body");
  return out.length || body.scrollHeight > body.clientHeight + 1 ? slide.id : "";
}
"""

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both trees of the flagship, as the formats hand them over."""
    if not (WebFiles().folder / "deck.js").is_file():
        pytest.skip("builder/web/dist has not been made")
    out = tmp_path_factory.mktemp("deck")
    courses = load(ROOT).courses
    course = next(course for course in courses if course.id == "dmer")
    theme, _ = read_theme(ROOT, course.theme, course.at)
    assert theme is not None
    kit = workshop(ROOT, Options(targets=("deck",)), Memo(None), (course,)).kit(course, theme)
    for made in (*deck.outputs(course, kit), *home.outputs(course, kit)):
        if isinstance(made, Output):
            path = out / made.tree / made.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(made.data or (ROOT / made.copy_of).read_bytes())
    return out


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with playwright.sync_playwright() as started:
        try:
            browser = started.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        except playwright.Error:
            pytest.skip("no Chromium")
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Any) -> Iterator[Any]:
    """A page that fails the test on any error of its scripts and on any request to a network."""
    opened = chromium.new_page(viewport={"width": 1280, "height": 720}, reduced_motion="reduce")
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    local = ("file:", "data:", "blob:", "about:")
    opened.on("request", lambda asked: None if asked.url.startswith(local) else faults.append(asked.url))
    yield opened
    opened.close()
    assert faults == []


def opened(page: Any, built: Path, tree: str = "site", more: str = "") -> Any:
    page.goto((built / tree / PAGE).as_uri() + more)
    page.wait_for_selector(".reveal.ready", state="attached")
    return page


def here(page: Any) -> str:
    return str(page.evaluate("document.querySelector('.slides > section.present').id"))


def faults(page: Any) -> list[str]:
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations'], preload: false})")
    return [f"{one['id']}: {one['nodes'][0]['html'][:120]}" for one in found["violations"]]


def test_nothing_on_any_slide_is_cut_off(page: Any, built: Path) -> None:
    opened(page, built)
    total = page.evaluate("document.querySelectorAll('.slides > section').length")
    clipped = []
    for number in range(total):
        page.evaluate(f"location.hash = '#/{number}'")
        until(page, f"document.querySelectorAll('.slides > section')[{number}].matches('.present.fitted')")
        if slide := page.evaluate(CLIPPED):
            clipped.append(slide)
    assert total > 40
    assert clipped == []


def test_fonts_come_after_the_first_slide_and_before_it_is_measured(page: Any, built: Path) -> None:
    """What is measured in fallback fonts would come out at another size."""
    opened(page, built, more="#/5")
    page.wait_for_selector(".slides > section.present.fitted", state="attached")
    assert page.evaluate("document.querySelector('link[data-fonts]').media") == "all"
    loaded = page.evaluate("[...document.fonts].filter((face) => face.status === 'loaded').map((face) => face.family)")
    assert any("Atkinson" in family for family in loaded)


def test_fonts_without_scripts(chromium: Any, built: Path) -> None:
    """Where no script may run, the page asks for its fonts itself."""
    reader = chromium.new_page(java_script_enabled=False)
    asked: list[str] = []
    reader.on("request", lambda request: asked.append(request.url))
    reader.goto((built / "site" / PAGE).as_uri())
    reader.wait_for_load_state("networkidle")
    reader.close()
    assert any(address.endswith(".woff2") for address in asked)


def test_the_deck_is_worked_by_keyboard_alone(page: Any, built: Path) -> None:
    opened(page, built)
    first = here(page)
    page.keyboard.press("ArrowRight")
    assert here(page) != first
    page.keyboard.press("g")
    page.keyboard.type("5")
    page.keyboard.press("Enter")
    until(page, "document.getElementById('deck-says').textContent.startsWith('Slide 5 of')")
    page.keyboard.press("/")
    page.keyboard.type("naltrexone")
    page.wait_for_selector("#search-found a")
    page.keyboard.press("Enter")
    page.wait_for_selector("#poll-ldn.present")
    page.keyboard.press("h")
    assert page.evaluate("document.getElementById('dialog-help').open")
    page.keyboard.press("ArrowRight")
    assert here(page) == "poll-ldn", "a dialog keeps its keys"
    page.keyboard.press("Escape")
    assert page.evaluate("document.querySelector('dialog[open], .reveal.overview') === null")
    page.keyboard.press("?")
    assert page.evaluate("document.getElementById('dialog-menu').open")
    page.keyboard.press("Escape")
    page.keyboard.press("o")
    assert page.evaluate("document.querySelector('.reveal.overview') !== null")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    assert page.evaluate("document.querySelector('.reveal.overview') === null")
    assert here(page) != "poll-ldn"


def test_a_button_on_a_slide_can_be_pressed(page: Any, built: Path) -> None:
    opened(page, built, more="#/poll-often")
    page.locator("#poll-often .q-step-button").last.focus()
    page.keyboard.press("Space")
    assert here(page) == "poll-often"
    assert page.locator("#poll-often .q-count").last.input_value() == "1"


def test_hands_counted_by_mouse_leave_the_keys_to_the_deck(page: Any, built: Path) -> None:
    """A remote sends arrows and urgent help is one key away, wherever the focus rests. A field keeps its typing."""
    opened(page, built, more="#/poll-often")
    page.locator("#poll-often .q-step-button").last.click()
    page.keyboard.press("h")
    assert page.evaluate("document.getElementById('dialog-help').open")
    page.keyboard.press("Escape")
    page.locator("#poll-often .q-count").first.click()
    page.keyboard.type("12")
    page.keyboard.press("ArrowUp")
    assert (here(page), page.locator("#poll-often .q-count").first.input_value()) == ("poll-often", "13")
    page.keyboard.press("PageUp")
    assert here(page) != "poll-often"
    page.keyboard.press("PageDown")
    page.locator("#poll-often .q-step-button").last.click()
    page.keyboard.press("ArrowRight")
    assert here(page) != "poll-often"


def test_axe_finds_nothing(page: Any, built: Path) -> None:
    if not AXE.is_file():
        pytest.skip("axe-core is not installed")
    opened(page, built)
    for slide in ("title", "before-we-start", "poll-often", "definition", "how-urgent", "case-b", "full-references"):
        page.evaluate(f"location.hash = '#/{slide}'")
        page.wait_for_selector(f"#{slide}.present.fitted", state="attached")
        assert faults(page) == [], slide
    page.keyboard.press("d")
    page.wait_for_selector("html[data-scheme=dark]", state="attached")
    assert faults(page) == []
    for address in ("site/index.html", "site/dmer/index.html", "presenter/index.html"):
        page.goto((built / address).as_uri())
        assert faults(page) == [], address


def test_the_choice_of_dark_is_kept(page: Any, built: Path) -> None:
    opened(page, built)
    page.keyboard.press("d")
    page.reload()
    assert page.evaluate("document.documentElement.dataset.scheme") == "dark"


def test_screen_readers_are_not_put_into_application_mode(page: Any, built: Path) -> None:
    opened(page, built)
    assert page.evaluate("document.querySelector('.reveal').getAttribute('role')") is None
    assert page.evaluate("document.querySelectorAll('[aria-live=polite]:not(dialog *)').length") == 1


def test_a_phone_reads_the_slides_one_below_the_other(page: Any, built: Path) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto((built / "site" / PAGE).as_uri() + "#/how-urgent")
    until(page, "Math.abs(document.getElementById('how-urgent').getBoundingClientRect().top) < 120")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    sizes = "[...document.querySelectorAll('.body li, .body p')].map((el) => parseFloat(getComputedStyle(el).fontSize))"
    assert min(page.evaluate(sizes)) >= 13
    assert page.evaluate("getComputedStyle(document.querySelector('.fragment')).visibility") == "visible"
    page.set_viewport_size({"width": 844, "height": 390})
    page.wait_for_selector(".reveal.ready", state="attached")
    page.set_viewport_size({"width": 390, "height": 844})
    until(page, "document.querySelectorAll('.slides > section[hidden]').length === 0")


def test_an_address_with_a_step_in_it_leads_a_phone_to_its_slide(page: Any, built: Path) -> None:
    """Presenters copy addresses as Reveal.js writes them, while steps are shown."""
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto((built / "site" / PAGE).as_uri() + "#/cost/1")
    until(page, "Math.abs(document.getElementById('cost').getBoundingClientRect().top) < 120")
    page.evaluate("location.hash = '#/medicines'")
    until(page, "Math.abs(document.getElementById('medicines').getBoundingClientRect().top) < 120")
    page.go_back()
    until(page, "Math.abs(document.getElementById('cost').getBoundingClientRect().top) < 120")


def test_what_stands_on_a_slide_can_be_pressed_on_a_phone(page: Any, built: Path) -> None:
    """Reveal.js lets no press reach a slide that is not the present one, and in the reading flow none is.

    The menu holds what has something to do there.
    """
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto((built / "site" / PAGE).as_uri() + "#/poll-ldn")
    page.locator("#poll-ldn").get_by_role("button", name="Show the answer").click()
    page.locator("#poll-ldn").get_by_text("Right answer").wait_for()
    page.locator(".bar-menu").click()
    page.locator("#dialog-menu [data-does=search]").wait_for()
    unfit = "#dialog-menu :is([data-does=next], [data-does=overview], [data-does=pause])"
    assert page.locator(unfit).evaluate_all("all => all.map((one) => one.checkVisibility())") == [False] * 3


@pytest.mark.parametrize(("tree", "width"), [("site", 390), ("presenter", 390), ("presenter", 1280)])
def test_an_address_that_is_no_encoding_stops_nothing(page: Any, built: Path, tree: str, width: int) -> None:
    """People shorten addresses and write them by hand; the keys, urgent help among them, work all the same."""
    page.set_viewport_size({"width": width, "height": 844})
    page.goto((built / tree / PAGE).as_uri() + "#/50%")
    until(page, "Boolean(document.querySelector('.reveal.ready')) || innerWidth < 600")
    page.keyboard.press("h")
    until(page, "document.getElementById('dialog-help').open")
    assert page.evaluate("!document.body.hasAttribute('data-presenter') || Boolean(lacternSpeaker.link)")


def test_what_a_reader_chose_in_the_module_holds_on_a_phone(page: Any, built: Path) -> None:
    """Letters, lines and spacing of the reading; the slides on a wall are as they were."""
    chosen = '{"size":"3","face":"serif","line":"3","letters":"3"}'
    page.add_init_script(f"localStorage.setItem('lactern:1:settings', '{chosen}')")
    style = "((s) => [s.fontFamily, %s])(getComputedStyle(document.querySelector('#cost .body li')))"
    ratio = "parseFloat(s.lineHeight) / parseFloat(s.fontSize), parseFloat(s.letterSpacing) > 1, parseFloat(s.fontSize)"
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto((built / "site" / PAGE).as_uri())
    family, line, spaced, size = page.evaluate(style % ratio)
    assert family.startswith("Georgia")
    assert line > 2
    assert spaced
    assert size > 20
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.set_viewport_size({"width": 1280, "height": 720})
    opened(page, built, more="#/cost")
    family, line, spaced, _ = page.evaluate(style % ratio)
    assert "Atkinson" in family
    assert line < 1.6
    assert not spaced


def test_the_presenter_has_notes_and_the_audience_none(page: Any, built: Path) -> None:
    opened(page, built)
    assert page.locator("aside.notes").count() == 0
    opened(page, built, "presenter", "#/history")
    assert page.locator("#history aside.notes").count() == 1
    with page.expect_popup() as popup:
        page.keyboard.press("s")
    speaker = popup.value
    speaker.locator("[data-notes]").filter(has_text="Cut this slide first").wait_for()
    assert speaker.locator(".speaker-pace").is_visible()


def test_print_view_has_a_page_for_each_slide(page: Any, built: Path) -> None:
    page.goto((built / "site" / PAGE).as_uri() + "?view=print")
    page.wait_for_selector("html.reveal-print .pdf-page")
    page.evaluate("() => document.fonts.ready")
    assert page.locator(".pdf-page").count() == page.locator(".slides section.slide").count()
    heights = page.evaluate("[...document.querySelectorAll('.pdf-page')].map((one) => one.offsetHeight)")
    assert max(heights) <= 721
