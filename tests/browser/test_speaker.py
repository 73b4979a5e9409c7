"""The speaker's window in Chromium, from a disk: what it shows, that both windows keep in step, what is said if not."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from support.building import build, flagship
from support.chromium import chromium, opened, until, violations

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("speaker")]

DESK = "presenter/dmer/slides/before-the-milk-flows.html"
TEN = datetime(2026, 1, 5, 10, tzinfo=UTC)
LAPTOP = {"width": 1280, "height": 720}
HERE = "document.querySelector('.slides > section.present')?.id"
NOW = "document.querySelector('[data-stage=now] section.present')?.id"
STEPS = "document.querySelectorAll('[data-stage=now] .fragment.visible').length"
PAUSED = "document.querySelector('.reveal').classList.contains('paused')"
# What sticks out of the window, or is cut off in it. The notes and small screens scroll; slides are seen whole.
OUTSIDE = """
() => [...document.querySelectorAll(".speaker *")].filter((el) => {
  if (el.closest(".speaker-stage, .speaker-text, .sr-only, [hidden]")) return false;
  const box = el.getBoundingClientRect();
  const wide = box.left < -1 || box.right > innerWidth + 1;
  const out = box.width && (wide || box.top < -1 || box.bottom > innerHeight + 1);
  return out || el.scrollWidth > el.clientWidth + 1 && getComputedStyle(el).overflowX !== "visible";
}).map((el) => `${el.className} ${el.textContent.trim().slice(0, 30)}`)
"""
BLOCKED = "window.open = () => null"


class Windows(NamedTuple):
    """The slides, and the speaker's window that belongs to them."""

    slides: Any
    speaker: Any


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as one:
        yield one


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return flagship(tmp_path_factory) / DESK


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    with opened(browser, viewport=LAPTOP) as one:
        yield one


def both(page: Any, desk: Path, where: str = "#/cost") -> Windows:
    """The deck at a slide, and the window that `s` opens."""
    page.goto(desk.as_uri() + where)
    page.wait_for_selector(".reveal.ready", state="attached")
    with page.expect_popup() as waited:
        page.keyboard.press("s")
    speaker = waited.value
    speaker.set_default_timeout(8000)
    speaker.set_viewport_size(LAPTOP)
    until(speaker, f"{NOW} === {page.evaluate(HERE)!r}")
    return Windows(page, speaker)


def said(speaker: Any, name: str) -> str:
    return str(speaker.locator(f"[data-said={name}]").inner_text())


def test_it_shows_the_slide_the_next_one_the_notes_and_the_plan(page: Any, desk: Path) -> None:
    speaker = both(page, desk, "#/history").speaker
    assert said(speaker, "now") == "Now: A name, two cases, then surveys"
    assert said(speaker, "next").startswith("Next: Let-down in one picture")
    assert said(speaker, "section") == "Why it matters"
    assert re.fullmatch(r"Slide \d+ of 4\d", said(speaker, "place"))
    notes = speaker.locator("[data-notes]").inner_text()
    assert "Cut this slide first" in notes
    assert "say only the last line" in notes
    assert said(speaker, "left") == "1:00:00"
    assert said(speaker, "here") == "0:00 of 1:00"
    assert (
        speaker.evaluate(
            "document.querySelector('[data-stage=next] section .figure svg').getBoundingClientRect().width"
        )
        > 100
    )
    assert page.evaluate("document.getElementById('history').querySelector('.notes').checkVisibility()") is False


def test_both_windows_keep_in_step(page: Any, desk: Path) -> None:
    """A slide, a step and the black screen, from either window to the other."""
    slides, speaker = both(page, desk)
    slides.keyboard.press("ArrowRight")
    until(speaker, f"{STEPS} === 1")
    assert said(speaker, "step") == "Step 1 of 3"
    assert said(speaker, "next") == "Next: step 2 of 3"
    for _ in range(3):
        speaker.keyboard.press("PageDown")
    until(slides, f"{HERE} === 'history'")
    until(speaker, f"{NOW} === 'history'")
    speaker.keyboard.press("PageUp")
    until(slides, f"{HERE} === 'cost' && document.querySelectorAll('section.present .fragment.visible').length === 3")
    slides.keyboard.press("b")
    speaker.get_by_text("The room sees a black screen.").wait_for()
    speaker.get_by_role("button", name="Black screen").click()
    until(slides, f"!{PAUSED}")
    speaker.locator(".speaker-alert").wait_for(state="hidden")


def test_many_quick_presses_arrive_where_they_should(page: Any, desk: Path) -> None:
    """What the slides say of an earlier press must not set the window back."""
    slides, speaker = both(page, desk, "#/title")
    speaker.evaluate(
        """for (let n = 0; n < 12; n += 1) {
          document.dispatchEvent(new KeyboardEvent("keydown", { key: "n", bubbles: true }));
        }"""
    )
    there = speaker.evaluate(NOW)
    until(slides, f"{HERE} === {there!r}")
    speaker.wait_for_timeout(1500)
    assert speaker.evaluate(NOW) == there == slides.evaluate(HERE)


def test_an_answer_is_announced_and_shown_with_its_step(page: Any, desk: Path) -> None:
    speaker = both(page, desk, "#/poll-ldn").speaker
    assert said(speaker, "next") == "Next: the answer"
    assert speaker.locator("[data-stage=now] .is-right, [data-stage=now] .q-said").count() == 0
    speaker.keyboard.press("ArrowRight")
    assert "Right answer" in speaker.locator("[data-stage=now]").inner_text()


def test_either_window_may_be_loaded_again(page: Any, desk: Path) -> None:
    slides, speaker = both(page, desk)
    speaker.keyboard.press("ArrowRight")
    until(speaker, "document.querySelector('[data-said=here]').textContent >= '0:02'")
    speaker.reload()
    until(speaker, f"{NOW} === 'cost' && {STEPS} === 1")
    assert said(speaker, "elapsed") >= "0:02"
    assert said(speaker, "here") >= "0:02", "the slide's own time goes on, too"
    assert said(speaker, "timer") == "Stop the clock"
    slides.reload()
    slides.wait_for_selector(".reveal.ready", state="attached")
    speaker.wait_for_timeout(1200)
    speaker.keyboard.press("ArrowRight")
    until(slides, f"{HERE} === 'cost' && document.querySelectorAll('section.present .fragment.visible').length === 2")
    slides.keyboard.press("ArrowRight")
    until(speaker, f"{STEPS} === 3")


def test_a_window_closed_by_mistake_comes_back_with_its_clock(page: Any, desk: Path) -> None:
    slides, speaker = both(page, desk)
    speaker.keyboard.press("ArrowRight")
    until(speaker, "document.querySelector('[data-said=elapsed]').textContent >= '0:01'")
    speaker.close()
    slides.wait_for_timeout(500)
    with slides.expect_popup() as waited:
        slides.keyboard.press("s")
    again = waited.value
    until(again, "document.querySelector('[data-said=elapsed]')?.textContent >= '0:01'")
    assert said(again, "timer") == "Stop the clock"


def test_pressed_again_the_key_opens_no_second_window(page: Any, desk: Path) -> None:
    slides, _ = both(page, desk)
    slides.keyboard.press("s")
    slides.wait_for_timeout(400)
    assert len(slides.context.pages) == 2


def test_it_says_when_the_slides_are_gone_and_opens_them_again(page: Any, desk: Path) -> None:
    slides, speaker = both(page, desk)
    slides.close()
    speaker.get_by_text("The window with the slides has been closed.").wait_for()
    with speaker.expect_popup() as waited:
        speaker.get_by_role("button", name="Open the slides").click()
    anew = waited.value
    anew.wait_for_selector(".reveal.ready", state="attached")
    assert anew.evaluate(HERE) == "cost"
    speaker.locator(".speaker-alert").wait_for(state="hidden")
    speaker.keyboard.press("ArrowRight")
    until(anew, "document.querySelectorAll('section.present .fragment.visible').length === 1")


def test_without_slides_it_is_good_for_rehearsing(page: Any, desk: Path) -> None:
    page.goto(desk.as_uri() + "?speaker")
    page.get_by_text("No slides go with this window.").wait_for()
    page.keyboard.press("ArrowRight")
    assert said(page, "place").startswith("Slide 2 of")
    assert said(page, "timer") == "Stop the clock"


def test_a_browser_that_opens_no_windows_is_told_of_in_words(page: Any, desk: Path) -> None:
    """And the tab that is offered instead is linked just as well."""
    page.add_init_script(BLOCKED)
    page.goto(desk.as_uri() + "#/cost")
    page.wait_for_selector(".reveal.ready", state="attached")
    page.keyboard.press("s")
    dialog = page.get_by_role("dialog", name="The speaker view did not open")
    assert "Allow pop-up windows" in dialog.inner_text()
    assert violations(page) == []
    with page.expect_popup() as waited:
        dialog.get_by_role("link").click()
    until(waited.value, f"{NOW} === 'cost'")


def test_the_pace_is_told_in_words(page: Any, desk: Path) -> None:
    """Against the times of the slides; who is late is told what may be left out."""
    page.clock.install(time=TEN)
    page.goto(desk.as_uri() + "?speaker")
    assert said(page, "pace") == "The clock starts with your first step."
    page.clock.pause_at(TEN + timedelta(hours=1))  # from here on no time passes but what is asked for
    page.keyboard.press("ArrowRight")
    assert said(page, "pace") == "On time"
    page.clock.fast_forward("05:30")
    page.clock.run_for(1000)
    assert said(page, "pace") == "4 minutes behind"
    assert said(page, "elapsed") == "5:31"
    assert said(page, "left") == "54:29"
    assert re.fullmatch(r"You may leave out slide \d+: .+", said(page, "cut"))
    page.keyboard.press("End")
    assert said(page, "pace").endswith("minutes ahead")
    assert said(page, "next") == "This is the last slide."
    assert not page.locator("[data-stage=next]").is_visible()
    page.keyboard.press("t")
    assert said(page, "pace") == "The clock is stopped."
    page.clock.run_for(3000)
    assert said(page, "elapsed") == "5:31"
    page.get_by_role("button", name="Back to zero").click()
    assert said(page, "elapsed") == "0:00"
    page.keyboard.press("t")
    page.clock.fast_forward("01:05:00")
    page.clock.run_for(1000)
    assert said(page, "left-name") == "Over time"
    assert said(page, "left") == "5:01"


def test_notes_are_as_large_as_the_speaker_wants(page: Any, desk: Path) -> None:
    """By key and by button, kept for the next time, up to a limit; and they scroll by key."""
    size = "parseFloat(getComputedStyle(document.querySelector('[data-notes]')).fontSize)"
    page.goto(desk.as_uri() + "?speaker")
    first = page.evaluate(size)
    page.keyboard.press("+")
    larger = page.evaluate(size)
    page.get_by_role("button", name="Larger notes").click()
    for _ in range(9):
        page.keyboard.press("=")
    largest = page.evaluate(size)
    assert first < larger < largest >= 40
    assert page.get_by_role("button", name="Larger notes").get_attribute("aria-disabled") == "true"
    page.keyboard.press("ArrowDown")
    until(page, "document.querySelector('[data-notes]').scrollTop > 100")
    page.reload()
    assert page.evaluate(size) == largest


def test_search_help_and_keys_by_keyboard(page: Any, desk: Path) -> None:
    page.goto(desk.as_uri() + "?speaker")
    page.keyboard.press("g")
    page.keyboard.type("naltrexone")
    page.keyboard.press("Enter")
    until(page, f"{NOW} === 'poll-ldn'")
    page.keyboard.press("h")
    assert "988" in page.get_by_role("dialog", name="Urgent help").inner_text()
    page.keyboard.press("ArrowRight")
    assert page.evaluate(NOW) == "poll-ldn", "a dialog keeps its keys"
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    assert "Scroll the notes" in page.get_by_role("dialog", name="Keys in this window").inner_text()
    page.keyboard.press("Escape")
    page.evaluate("document.dispatchEvent(new KeyboardEvent('keydown', { key: 'ا', code: 'KeyH', bubbles: true }))")
    assert page.evaluate("document.getElementById('dialog-help').open"), "keys are where a Latin keyboard has them"


@pytest.mark.parametrize("size", [(1600, 900), (1280, 620), (1024, 640)])
def test_nothing_is_cut_off(page: Any, desk: Path, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(desk.as_uri() + "?speaker")
    page.keyboard.press("t")
    for slide in ("cost", "poll-ldn", "history"):
        page.keyboard.press("g")
        page.locator("#search-for").fill(slide)
        page.keyboard.press("Escape")
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(150)
        assert page.evaluate(OUTSIDE) == []


def test_axe_finds_nothing_and_a_phone_shows_it_all(page: Any, desk: Path) -> None:
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.goto(desk.as_uri() + "?speaker")
        assert violations(page) == []
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert violations(page) == []


def test_slides_are_measured_as_in_the_room(page: Any, desk: Path) -> None:
    """The same size of type, so that lines break where the room sees them break."""
    _, speaker = both(page, desk, "#/how-urgent")
    until(speaker, "document.querySelector('[data-stage=now] section.fitted') !== null")
    classes = "[...document.getElementById('how-urgent').classList].sort().join(' ')"
    assert speaker.evaluate(classes) == page.evaluate(classes)


def test_every_language_from_right_to_left_too(browser: Any, tmp_path: Path) -> None:
    """The words are the course's, the keys follow its direction, and no word is left that was not found."""
    sample = Path(__file__).parents[1] / "samples/right-to-left"
    places = ("--site-dir", str(tmp_path / "site"), "--presenter-dir", str(tmp_path / "presenter"))
    build(sample, "-t", "deck", *places, cache=tmp_path / "cache")
    with opened(browser, viewport=LAPTOP) as page:
        windows = both(page, tmp_path / "presenter/ar/slides/first-meeting.html", "#/1")
        speaker = windows.speaker
        at = speaker.evaluate(NOW)
        speaker.keyboard.press("ArrowLeft")
        until(speaker, f"{NOW} !== {at!r}")
        assert said(speaker, "timer") == "إيقاف الساعة"
        assert speaker.evaluate(OUTSIDE) == []
        lists = speaker.evaluate(
            "['now', 'notes'].map((n) => document.querySelector(`.speaker-${n}`).getBoundingClientRect().left)"
        )
        assert lists[0] > lists[1], "the slide stands on the right"
        title = speaker.locator(".speaker-main > section > h2").first.inner_text()
        assert not re.search("[a-z-]{4,}", title)
