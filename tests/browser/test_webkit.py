"""The seminar in the engine of Safari: what is kept from page to page, and what can be pressed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from support.building import flagship
from support.webkit import Page, webkit

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("seminar")]

LIVE = "document.readyState === 'complete' && document.documentElement.classList.contains('is-live')"
SECTION = "site/dmer/learn/before-the-milk-flows-opening.html"


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return flagship(tmp_path_factory)


@pytest.fixture
def page() -> Iterator[Page]:
    with webkit() as one:
        yield one


def test_what_was_kept_is_there_on_the_next_pages_and_can_be_put_aside(page: Page, whole: Path) -> None:
    """WebKit sets a page aside as it stands, with what it was about to write: no page after it may wait for that."""
    page.goto((whole / SECTION).as_uri())
    for _ in range(3):
        page.until(LIVE)
        page.run("scrollTo({ top: document.body.scrollHeight, behavior: 'instant' })")
        page.until("document.querySelector('.contents .is-done [aria-current=page]') !== null")
        page.until("document.documentElement.dataset.kept === 'safe'")
        here = page.run("location.href")
        page.click("a[rel=next]")
        page.until(f"location.href !== {here!r}")
    page.until(f"{LIVE} && document.querySelectorAll('.contents .is-done').length >= 3")
    page.click("[data-opens=settings]")
    page.click("[data-opens=fresh]")
    page.click("[data-fresh]")
    page.until("document.querySelector('[data-notice]')?.textContent === 'Your progress has been removed.'")
    page.until(f"{LIVE} && document.querySelectorAll('.contents .is-done').length === 0")


def test_an_answer_on_a_slide_can_be_pressed_on_a_phone(page: Page, whole: Path) -> None:
    """The slide that an address names is in sight, also when fonts have come, and what stands on it can be pressed."""
    page.resize(500, 850)
    page.goto((whole / "site/dmer/slides/before-the-milk-flows.html").as_uri() + "#/poll-ldn")
    page.until("Math.abs(document.getElementById('poll-ldn').getBoundingClientRect().top) < 120")
    page.click("#poll-ldn .q-main")
    page.until("document.getElementById('poll-ldn').innerText.includes('Right answer')")
