"""The preview as its author sees it: write, save, look. The real command, the real browser."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from builder.serve.phones import free_port
from support.chromium import chromium, until
from support.project import Project

playwright = pytest.importorskip("playwright.sync_api")
pytestmark = pytest.mark.browser

LESSON = """\
## One {#one}

First words.

## Two {#two}

::: incremental
- Step one
- Step two
- Step three
:::

## Three {#three}

Last words.
"""
OPEN = ".live-findings:not([hidden])"
TITLE = "document.querySelector('.slides > section.present h2').textContent.trim()"
STEPS = "document.querySelectorAll('.slides > section.present .fragment.visible').length"


class Serving:
    """`lactern serve` in a project of its own."""

    def __init__(self, project: Project, cache: Path) -> None:
        self.project = project
        worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0")[2:])  # two that look at once find the same one free
        self.port = free_port("127.0.0.1", 18_000 + 500 * worker, 500)
        command = [sys.executable, "-m", "builder", "serve", "-a", f"127.0.0.1:{self.port}"]
        environment = {**os.environ, "XDG_CACHE_HOME": str(cache), "PYTHONPATH": str(Path(__file__).parents[2])}
        self.process = subprocess.Popen(
            command, cwd=project.root, env=environment, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert self.process.stderr
        for line in self.process.stderr:
            if line.startswith("Preview:"):
                return
        raise AssertionError("it did not start")

    def address(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}/{path}"

    def stop(self) -> tuple[int, str]:
        """Ctrl-C; the exit code and what was said."""
        self.process.send_signal(signal.SIGINT)
        _, said = self.process.communicate(timeout=15)
        return self.process.returncode, said


@pytest.fixture
def serving(tmp_path: Path) -> Iterator[Serving]:
    started = Serving(Project(tmp_path / "p").lesson(LESSON), tmp_path / "cache")
    yield started
    if started.process.poll() is None:
        started.process.kill()


@pytest.fixture
def page() -> Iterator[Any]:
    with chromium() as browser:
        opened = browser.new_page(viewport={"width": 1280, "height": 720}, reduced_motion="reduce")
        faults: list[str] = []
        opened.on("pageerror", lambda error: faults.append(str(error)))
        opened.on("console", lambda said: faults.append(said.text) if "Content Security" in said.text else None)
        yield opened
        assert faults == []


def at_second_step(page: Any, serving: Serving) -> None:
    page.goto(serving.address("site/c/slides/lesson.html#/two"))
    until(page, "document.querySelector('.reveal.ready') !== null")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    until(page, f"{STEPS} === 2")


def test_a_change_shows_on_the_same_slide_and_step(page: Any, serving: Serving) -> None:
    """The slide is renewed where it stands: the page itself is not loaded again."""
    at_second_step(page, serving)
    page.evaluate("window.still = true")
    serving.project.lesson(LESSON.replace("## Two", "## Two, better"))
    until(page, f'{TITLE} === "Two, better"')
    assert page.evaluate(STEPS) == 2
    assert page.evaluate("window.still") is True
    page.keyboard.press("ArrowRight")
    assert until(page, f"{STEPS} === 3")


def test_a_slide_that_is_added_keeps_the_place(page: Any, serving: Serving) -> None:
    """With a slide more the page is loaded again, and the same slide stands there."""
    at_second_step(page, serving)
    serving.project.lesson("## Zero {#zero}\n\nNew.\n\n" + LESSON)
    until(page, "document.getElementById('zero') !== null")
    until(page, "document.querySelector('.reveal.ready') !== null")
    assert page.evaluate(TITLE) == "Two"


def test_a_new_heading_and_a_new_slide_at_once_keep_the_place(page: Any, serving: Serving) -> None:
    """The slide's address went with its heading; the slide is shown all the same."""
    serving.project.lesson("## One\n\nWords.\n\n## Two\n\nWords.\n")
    page.goto(serving.address("site/c/slides/lesson.html#/two"))
    until(page, f'{TITLE} === "Two"')
    serving.project.lesson("## One\n\nWords.\n\n## Two renamed\n\nWords.\n\n## Three\n\nWords.\n")
    until(page, f'{TITLE} === "Two renamed"')


def test_errors_stand_over_the_last_good_page(page: Any, serving: Serving) -> None:
    """With file and line, and gone as soon as they are mended; Escape puts them away meanwhile."""
    at_second_step(page, serving)
    serving.project.lesson(LESSON + "\n::: nots\nHush.\n:::\n")
    until(page, "document.querySelector('.live-findings:not([hidden])')?.textContent.includes('line 17')")
    assert page.evaluate(TITLE) == "Two"
    page.keyboard.press("Escape")
    assert page.evaluate("document.querySelector('.live-findings').hidden")
    assert page.evaluate("document.querySelector('.live-badge').textContent").endswith("findings")
    serving.project.lesson(LESSON.replace("Two", "Mended"))
    until(page, f'{TITLE} === "Mended"')
    assert page.evaluate("document.querySelector('.live-findings').hidden")


def test_an_error_is_there_before_the_page_is(page: Any, tmp_path: Path) -> None:
    """A project that never built shows what is wrong on the first page."""
    started = Serving(Project(tmp_path / "q").lesson("## One\n\n::: nots\nHush.\n:::\n"), tmp_path / "cache")
    page.goto(started.address(""))
    until(page, "document.querySelector('.live-findings:not([hidden])')?.textContent.includes('line 3')")
    code, _ = started.stop()
    assert code == 0


def test_the_module_is_loaded_again(page: Any, serving: Serving) -> None:
    """A page that is read shows the change too."""
    page.goto(serving.address("site/c/learn/index.html"))
    page.goto(page.evaluate("document.querySelector('a[data-go], .parts-list a').href"))
    serving.project.lesson(LESSON.replace("First words", "Fresh words"))
    until(page, "document.querySelector('main').innerText.includes('Fresh words')")


def test_ctrl_c_ends_it_cleanly(page: Any, serving: Serving) -> None:
    """With a page open, within a moment, with exit code 0 and no traceback; the page says that it is over."""
    at_second_step(page, serving)
    code, said = serving.stop()
    assert code == 0
    assert said.strip().endswith("Stopped.")
    assert "Traceback" not in said
    until(page, "document.querySelector('.live-said').innerText.includes('not running')")
