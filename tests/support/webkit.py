"""WebKitGTK for tests: the engine of Safari and of every iPhone, driven by the WebDriver protocol and nothing more."""

import json
import os
import select
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import ProxyHandler, Request, build_opener

import pytest

DRIVER = shutil.which("WebKitWebDriver")
BROWSERS = sorted(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser"))
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
PATIENCE = 60.0
HERE = build_opener(ProxyHandler({}))
"""No way out of this machine, whatever the environment says of proxies."""


@contextmanager
def webkit() -> Iterator["Page"]:
    """A window in a fresh profile. `make test` brings the browser where it can. A machine on which it does not come up
    skips and says so: what is tried here is tried in Chromium too, as far as Chromium can."""
    xvfb = shutil.which("Xvfb")
    if not (DRIVER and BROWSERS and xvfb):
        pytest.skip("no WebKitGTK with its driver and Xvfb (Debian: webkit2gtk-driver, xvfb)")
    with ExitStack() as running:
        try:
            display = running.enter_context(_screen(xvfb))
            port = running.enter_context(_driver(DRIVER, display))
            page = Page(f"http://127.0.0.1:{port}/session")
        except (AssertionError, OSError) as error:
            pytest.skip(f"WebKitGTK does not come up here: {error}")
        try:
            yield page
        finally:
            page.ask("DELETE")


@contextmanager
def _screen(program: str) -> Iterator[str]:
    """A screen nobody sees, under a number that is free."""
    told, tells = os.pipe()
    command = [program, "-displayfd", str(tells), "-screen", "0", "1400x1000x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=(tells,), stderr=subprocess.DEVNULL) as server:
        os.close(tells)
        try:
            assert select.select([told], [], [], PATIENCE)[0], "no screen"
            yield f":{os.read(told, 16).decode().strip()}"
        finally:
            os.close(told)
            server.terminate()


@contextmanager
def _driver(program: str, display: str) -> Iterator[int]:
    """The driver, once it listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    settings = {"DISPLAY": display, "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1", "LIBGL_ALWAYS_SOFTWARE": "1"}
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen([program, f"--port={port}"], env={**os.environ, **settings}, **quiet) as server:
        try:
            _until(lambda: _answers(port), "the driver does not listen")
            yield port
        finally:
            server.terminate()


def _answers(port: int) -> bool:
    try:
        with HERE.open(f"http://127.0.0.1:{port}/status", timeout=5) as answer:
            return bool(answer.status == 200)
    except (URLError, OSError):
        return False


def _until(holds: Any, never: str) -> Any:
    """Wait until something is true."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if found := holds():
            return found
        time.sleep(0.05)
    raise AssertionError(never)


class Page:
    """One window."""

    def __init__(self, sessions: str) -> None:
        self.at = sessions
        wanted = {
            "browserName": "MiniBrowser",
            "webkitgtk:browserOptions": {"binary": str(BROWSERS[-1]), "args": ["--automation"]},
        }
        begun = self.ask("POST", "", {"capabilities": {"alwaysMatch": wanted}})
        self.at = f"{sessions}/{begun['sessionId']}"

    def ask(self, method: str, what: str = "", said: Any = None) -> Any:
        """One command of the protocol."""
        body = None if method != "POST" else json.dumps(said or {}).encode()
        with HERE.open(
            Request(self.at + what, body, {"Content-Type": "application/json"}, method=method), timeout=PATIENCE
        ) as answer:
            return json.load(answer)["value"]

    def resize(self, width: int, height: int) -> None:
        self.ask("POST", "/window/rect", {"width": width, "height": height})
        self.until(f"innerWidth <= {width}")

    def goto(self, address: str) -> None:
        self.ask("POST", "/url", {"url": address})

    def run(self, script: str) -> Any:
        """What an expression is worth on the page."""
        return self.ask("POST", "/execute/sync", {"script": f"return ({script})", "args": []})

    def until(self, script: str) -> Any:
        """Wait until an expression is true. While a page turns there is none that could be asked."""

        def holds() -> Any:
            try:
                return self.run(script)
            except URLError:
                return None

        return _until(holds, f"never: {script}")

    def click(self, selector: str) -> None:
        """Press what is seen of it, once it stands still and nothing lies over it."""
        found = f"document.querySelector({json.dumps(selector)})"
        self.until(f"{found}?.getClientRects().length > 0")
        self.run(f"{found}.scrollIntoView({{ block: 'center', behavior: 'instant' }})")
        middle = f"((b) => [b.left + b.width / 2, b.top + b.height / 2])({found}.getBoundingClientRect())"
        self.until(f"((at) => {found}.contains(document.elementFromPoint(...at)))({middle})")
        element = self.ask("POST", "/element", {"using": "css selector", "value": selector})
        self.ask("POST", f"/element/{element[ELEMENT]}/click")
