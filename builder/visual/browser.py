"""The one door to Playwright: a Chromium that is there already, its pages, and all that they complain of."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from builder.render.web import WebFiles

if TYPE_CHECKING:
    from playwright.sync_api import Browser, CDPSession, ConsoleMessage, Page, Request

NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
    "microsoft-edge",
)
MAC = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
FLAGS = ("--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync")
LOCAL = ("file:", "data:", "blob:", "about:")
FORGET = "try { localStorage.clear(); sessionStorage.clear() } catch {}"
"""Nothing that one page keeps of its reader is known to the next."""
REFUSED_STYLE = "inline style"
"""What Chromium says of a `style` attribute that the policy forbids: found in the page itself, with its place."""


class NoBrowser(Exception):  # noqa: N818 -- no error of ours: something is not installed
    """Playwright or Chromium is not there; the words say how to get it."""


def program() -> str:
    """A browser of Chromium's family on this machine: the one that CHROMIUM names, else one that is found; empty where
    there is none."""
    named = os.environ.get("CHROMIUM", "")
    if named:
        return named if Path(named).is_file() else ""
    found = (path for name in NAMES if (path := shutil.which(name)))
    return next(found, "") or next((path for path in MAC if Path(path).exists()), "")


def works(path: str) -> bool:
    """Whether a program can say its version: one that cannot is a stub that would fetch itself first."""
    try:
        asked = subprocess.run([path, "--version"], capture_output=True, timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return asked.returncode == 0


@contextmanager
def chromium() -> "Iterator[Browser]":
    """The browser, started and ended."""
    try:
        from playwright.sync_api import Error, sync_playwright
    except ImportError:
        python = f'"{sys.executable}"' if " " in sys.executable else sys.executable
        raise NoBrowser(f"Playwright is not installed. Type `{python} -m pip install playwright`") from None
    with sync_playwright() as playwright:
        path = program()
        own = Path(playwright.chromium.executable_path)
        if os.environ.get("CHROMIUM") and not path:
            raise NoBrowser(f"CHROMIUM names {os.environ['CHROMIUM']}, and there is no such program")
        if not (path and works(path)) and not own.exists():
            raise NoBrowser(
                "there is no Chromium. `python -m playwright install chromium` brings one; or install Chromium or "
                "Chrome as you install other programs, and name it in CHROMIUM if it is not found"
            )
        try:
            browser = playwright.chromium.launch(executable_path=path if path and works(path) else own, args=FLAGS)
        except Error as error:
            raise NoBrowser(f"{path or own} does not start: {str(error).splitlines()[0]}") from error
        try:
            yield browser
        finally:
            browser.close()


class Look:
    """One page after another, opened from the disk as on a first visit. `complaints` gathers kind and words of all that
    is wrong with the page that is open as a whole."""

    def __init__(self, browser: "Browser") -> None:
        self._context = browser.new_context(reduced_motion="reduce", color_scheme="light", offline=True)
        self._context.add_init_script(FORGET)
        self._page: Page = self._context.new_page()
        self._page.set_default_timeout(20_000)
        self.complaints: dict[tuple[str, str], None] = {}
        self._page.on("pageerror", lambda error: self._hear("complaint", str(error)))
        self._page.on("console", self._console)
        self._page.on("request", self._asked)
        self._page.on("requestfailed", self._failed)

    def open(self, path: Path, width: int, height: int) -> None:
        """Open a page in a window of this size and put the measuring script into it."""
        # What the last page was still loading fails when it is left: that is heard, and forgotten, before the next.
        self._page.goto("about:blank")
        self.complaints = {}
        self._page.set_viewport_size({"width": width, "height": height})
        self._page.goto(path.as_uri(), wait_until="load")
        web = WebFiles()
        for script in ("axe.min.js", "visual.js"):
            self._page.evaluate(web.text(script))
        self.call("settle")

    def resize(self, width: int, height: int) -> None:
        """Make the window another size, as who turns a tablet does."""
        self._page.set_viewport_size({"width": width, "height": height})
        self.call("settle")

    def call(self, name: str, argument: object = None) -> Any:
        """What a function of the measuring script says."""
        return self._page.evaluate(f"(argument) => lacternVisual.{name}(argument)", argument)

    def dark(self, dark: bool) -> None:
        """Another colour scheme, as the reader's system would ask for it."""
        self._page.emulate_media(color_scheme="dark" if dark else "light")

    def picture(self, box: tuple[float, float, float, float] | None = None) -> str:
        """The page as PNG in base64: what is shown, or a part of the whole page."""
        clip = {"clip": {**dict(zip(("x", "y", "width", "height"), box, strict=True)), "scale": 1}} if box else {}
        shot = self._tools.send(
            "Page.captureScreenshot",
            {"format": "png", "optimizeForSpeed": True, "captureBeyondViewport": box is not None, **clip},
        )
        return str(shot["data"])

    def size(self) -> tuple[int, int]:
        """Width and height of the whole page."""
        width, height = self._page.evaluate(
            "() => [document.documentElement.clientWidth, document.documentElement.scrollHeight]"
        )
        return int(width), int(height)

    def fonts(self) -> dict[int, str]:
        """The fonts of this machine that marked elements are painted in, by their number."""
        tools = self._tools
        root = tools.send("DOM.getDocument", {"depth": 0})["root"]["nodeId"]
        nodes = tools.send("DOM.querySelectorAll", {"nodeId": root, "selector": "[data-looked-at]"})["nodeIds"]
        order = self._page.evaluate(
            "() => [...document.querySelectorAll('[data-looked-at]')].map((one) => Number(one.dataset.lookedAt))"
        )
        found = {}
        for number, node in zip(order, nodes, strict=True):
            for font in tools.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]:
                if not font["isCustomFont"]:
                    found[number] = font["familyName"]
        return found

    def close(self) -> None:
        """End of this profile."""
        self._context.close()

    @cached_property
    def _tools(self) -> "CDPSession":
        tools = self._context.new_cdp_session(self._page)
        tools.send("DOM.enable")
        tools.send("CSS.enable")
        return tools

    def _hear(self, kind: str, words: str) -> None:
        self.complaints[kind, " ".join(words.split())] = None

    def _console(self, said: "ConsoleMessage") -> None:
        text = said.text
        if said.type != "error" or REFUSED_STYLE in text or "ERR_FILE_NOT_FOUND" in text:
            return
        address = next((word.strip("'\"") for word in text.split() if word.strip("'\"").startswith("http")), "")
        if "Content Security Policy" in text and address:
            self._hear("network", address)
        elif "ERR_INTERNET_DISCONNECTED" not in text:
            self._hear("complaint", text)

    def _asked(self, request: "Request") -> None:
        if not request.url.startswith(LOCAL):
            self._hear("network", request.url)

    def _failed(self, request: "Request") -> None:
        if request.url.startswith("file:"):
            self._hear("lost", request.url.rsplit("/", 1)[-1])
