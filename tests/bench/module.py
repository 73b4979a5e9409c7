"""What a phone pays for the module: when a page can be read and used with the processor slowed four times, and what a
whole module weighs, as a host sends it (text compressed) and on the disk.

    python tests/bench/module.py [FOLDER OF A BUILT MODULE] [RUNS]
"""

import gzip
import re
import statistics
import sys
from pathlib import Path
from typing import Any

SLOWER = 4
TIMES = """
() => {
  const painted = performance.getEntriesByName("first-contentful-paint")[0];
  const page = performance.getEntriesByType("navigation")[0];
  return [painted ? painted.startTime : 0, page.domContentLoadedEventEnd];
}
"""


def times(browser: Any, address: str) -> tuple[float, float]:
    """Milliseconds until the first words are painted, and until the page's script has run."""
    context = browser.new_context(viewport={"width": 360, "height": 760})
    page = context.new_page()
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(address, wait_until="load")
    painted, ready = page.evaluate(TIMES)
    context.close()
    return painted, ready


def weights(learn: Path) -> dict[str, tuple[int, int]]:
    """Bytes by kind, as sent and on the disk; pictures are left out."""
    assets = learn.parents[1] / "assets"
    pages = [page.read_text("utf-8") for page in sorted(learn.glob("*.html"))]
    named = sorted({name for page in pages for name in re.findall(r'="\.\./\.\./assets/([^"]+)"', page)})
    texts = {
        "pages": [re.sub(r"<svg viewBox.*?</svg>", "", page, flags=re.DOTALL) for page in pages],
        "scripts": [(assets / name).read_text("utf-8") for name in named if name.endswith(".js")],
        "sheets": [(assets / name).read_text("utf-8") for name in named if name.endswith(".css")],
        "search": [(learn / "search-index.js").read_text("utf-8")],
    }
    fonts = {font for sheet in texts["sheets"] for font in re.findall(r"url\(([\w.-]+woff2)\)", sheet)}
    size = sum((assets / font).stat().st_size for font in fonts)
    found = {
        kind: (sum(len(gzip.compress(one.encode(), 6)) for one in all_), sum(len(one.encode()) for one in all_))
        for kind, all_ in texts.items()
    }
    return found | {"fonts": (size, size)}


def main(learn: Path, runs: int) -> None:
    """Print a table of times and one of weights."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"])
        print(f"{'page':<44} painted    ready   (ms, processor slowed {SLOWER} times, median of {runs})")
        for page in sorted(learn.glob("*.html")):
            found = [times(browser, page.resolve().as_uri()) for _ in range(runs)]
            painted, ready = (statistics.median(column) for column in zip(*found, strict=True))
            print(f"{page.stem:<44} {painted:7.0f}  {ready:7.0f}")
        browser.close()
    found_weights = weights(learn)
    for kind, (sent, disk) in found_weights.items():
        print(f"{kind:<10} {sent / 1000:7.1f} kB sent  {disk / 1000:7.1f} kB on disk")
    print(f"{'all':<10} {sum(s for s, _ in found_weights.values()) / 1000:7.1f} kB sent")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "site/dmer/learn"), int(sys.argv[2]) if len(sys.argv) > 2 else 7)
