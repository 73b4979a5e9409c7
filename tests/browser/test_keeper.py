"""Firefox takes every page from a disk for a site of its own: a module's pages share the store of a page in a frame."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from support.building import flagship
from support.chromium import chromium, opened, until

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("seminar")]

# Chromium, made to look like it: no page but the one in the frame has a store.
APART = """\
window.mozInnerScreenX = 0;
if (window === top) for (const name of ["localStorage", "sessionStorage", "indexedDB"]) {
  Object.defineProperty(window, name, { get() { throw new DOMException("no", "SecurityError"); } });
}
"""
LIVE = "document.documentElement.classList.contains('is-live')"
KEPT = "document.documentElement.dataset.kept === 'safe'"


@pytest.fixture(scope="module")
def learn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return flagship(tmp_path_factory) / "site/dmer/learn"


@pytest.fixture
def page(learn: Path) -> Iterator[Any]:
    with chromium() as browser, opened(browser, viewport={"width": 1280, "height": 800}) as one:
        one.context.add_init_script(APART)
        yield one


def test_progress_and_answers_go_from_page_to_page(page: Any, learn: Path) -> None:
    """Read two pages, answer a question: the home and the test know of it, and a fresh start makes all forget it."""
    page.goto((learn / "before-the-milk-flows-opening.html").as_uri())
    for _ in range(2):
        until(page, LIVE)
        page.evaluate("() => document.fonts.ready")
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        page.wait_for_selector(".contents .is-done > [aria-current=page]", state="attached")
        until(page, KEPT)
        here = page.url
        page.locator("a[rel=next]").click()
        page.wait_for_url(lambda url, here=here: url != here)
    page.goto((learn / "quiz-post-test.html").as_uri())
    until(page, LIVE)
    choice = page.locator("main .q input[type=radio]").first
    choice.check()
    until(page, KEPT)
    page.reload()
    until(page, LIVE)
    until(page, "document.querySelector('main .q input[type=radio]').checked")
    page.goto((learn / "index.html").as_uri())
    until(page, "document.querySelector('[data-progress-block] [data-progress]').innerText.startsWith('2 of ')")
    page.click("[data-opens=settings]")
    page.click("[data-opens=fresh]")
    page.click("[data-fresh]")
    until(page, "document.querySelector('[data-notice]').innerText === 'Your progress has been removed.'")
    assert page.locator(".is-done").count() == 0


def test_it_says_so_where_the_frame_is_missing(learn: Path, tmp_path: Path) -> None:
    """Somebody passes the pages on without it: progress cannot go from page to page, and can be saved as a file."""
    site = tmp_path / "site"
    shutil.copytree(learn.parents[1], site, copy_function=shutil.copyfile)
    (site / "dmer/keeper.html").unlink()
    with chromium() as browser:
        page = browser.new_page()
        page.add_init_script(APART)
        page.goto((site / "dmer/learn/index.html").as_uri())
        page.wait_for_selector("[data-notice]:not([hidden]) button")
