"""How long a change takes from the disk to the screen in the preview: a word in one slide of sixty.

Run: python tests/bench/serve.py [RUNS]. Prints the median in milliseconds, from the end of the save until the browser
shows the new word, polled without a pause; and the same for a slide more, after which the page is loaded again.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from decks import lay_down
from playwright.sync_api import Error, Page, sync_playwright

LACTERN = Path(sys.executable).with_name("lactern")
PROGRAM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
PORT = 8765
TITLE = "document.querySelector('.slides > section.present h2')?.textContent ?? ''"


def shown(page: Page, word: str) -> float:
    """Seconds until the slide's title holds a word."""
    start = time.perf_counter()
    while time.perf_counter() - start < 10:
        try:
            if word in page.evaluate(TITLE):
                return time.perf_counter() - start
        except Error:  # the page is being loaded again
            continue
    raise RuntimeError(f"“{word}” never came")


def main(runs: int) -> None:
    """Lay down, serve, edit, print."""
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        base = Path(name)
        lay_down(base / "deck", 1, 60)
        lesson = next((base / "deck" / "slides").rglob("*.md"))
        text = lesson.read_text("utf-8")
        environment = {**os.environ, "XDG_CACHE_HOME": str(base / "cache")}
        server = subprocess.Popen(
            [str(LACTERN), "serve", "-a", f"127.0.0.1:{PORT}"], cwd=base / "deck", env=environment,
            stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert server.stderr
        while not server.stderr.readline().startswith("Preview:"):
            pass
        browser = playwright.chromium.launch(executable_path=PROGRAM, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 1280, "height": 720})
        page.goto(f"http://127.0.0.1:{PORT}/site/bench/slides/{lesson.stem.partition('-')[2] or lesson.stem}.html#/3")
        page.wait_for_timeout(1500)
        title = page.evaluate(TITLE).strip()
        edits, more = [], []
        for run in range(runs):
            lesson.write_text(text.replace(title, f"{title} again{run}", 1), "utf-8")
            edits.append(shown(page, f"again{run}"))
            page.wait_for_timeout(400)
        for run in range(runs):
            lesson.write_text(
                text.replace(title, f"{title} more{run}", 1) + "\n## One more\n\nWords.\n" * (run + 1), "utf-8"
            )
            more.append(shown(page, f"more{run}"))
            page.wait_for_timeout(800)
        browser.close()
        server.terminate()
        print(f"a word in one slide:  {1000 * statistics.median(edits):.0f} ms")
        print(f"a slide more as well: {1000 * statistics.median(more):.0f} ms")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 9)
