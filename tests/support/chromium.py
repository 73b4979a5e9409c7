"""Chromium for tests: pages opened from disk, which fail the test when they complain or ask a network."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

AXE = Path(__file__).parents[2] / "builder/web/node_modules/axe-core/axe.min.js"
PROGRAM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
LOCAL = ("file:", "data:", "blob:", "about:")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@contextmanager
def chromium() -> Iterator[Any]:
    """The browser. A machine without one fails here: `make test` brings it."""
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=PROGRAM, args=list(FLAGS))
        yield browser
        browser.close()


@contextmanager
def opened(browser: Any, **options: Any) -> Iterator[Any]:
    """A page in a fresh profile. Complaints on the console, errors of scripts and requests to a network fail."""
    context = browser.new_context(**{"reduced_motion": "reduce", **options})
    complaints: list[str] = []

    def heard(page: Any, said: Any) -> None:
        if said.type in ("error", "warning"):
            complaints.append(f"{page.url}: {said.text}")

    def asked(request: Any) -> None:
        if not request.url.startswith(LOCAL):
            complaints.append(f"asked for {request.url}")

    def listen(page: Any) -> None:
        page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
        page.on("console", lambda said: heard(page, said))
        page.on("requestfailed", lambda request: complaints.append(f"failed: {request.url}"))
        page.on("request", asked)

    context.on("page", listen)
    page = context.new_page()
    page.set_default_timeout(8000)
    yield page
    context.close()
    assert not complaints, "\n".join(complaints)


def until(page: Any, expression: str, seconds: float = 20) -> Any:
    """Wait until an expression is so in a page. A page's policy forbids the `eval` that Playwright's own wait needs."""
    from playwright.sync_api import Error

    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if found := page.evaluate(expression):
                return found
        except Error:  # the page is being loaded again just now
            pass
        page.wait_for_timeout(20)
    raise AssertionError(f"it never came about: {expression}")


def violations(page: Any, disabled: tuple[str, ...] = ()) -> list[str]:
    """What axe-core finds against WCAG 2.2 AA and its best practices, a line each."""
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate(
        """([tags, disabled]) => axe.run(document, {
            resultTypes: ["violations"], preload: false, runOnly: {type: "tag", values: tags},
            rules: Object.fromEntries(disabled.map((id) => [id, {enabled: false}])),
        })""",
        [TAGS, list(disabled)],
    )
    return [f"{one['id']}: {node['html'][:160]}" for one in found["violations"] for node in one["nodes"][:3]]
