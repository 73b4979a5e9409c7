"""When a deck of sixty slides is ready in Chromium, beside a hand-made page of the same slides, and what it loads.

Run: python tests/bench/ready.py [RUNS], after `make web`. The hand-made page has Reveal.js with its notes plugin, three
lines of style and no fonts of its own. Pages are opened from disk in turn, each in a fresh profile; the medians of the
time from navigation to Reveal's `ready` are printed in milliseconds.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import markdown
from decks import lay_down, slide
from playwright.sync_api import sync_playwright

LACTERN = Path(sys.executable).with_name("lactern")
REVEAL = Path(__file__).parents[2] / "builder/web/node_modules/reveal.js/dist"
PROGRAM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
STYLE = (
    ".reveal{font-family:sans-serif;font-size:32px;color:#222}"
    ".reveal h2{font-size:1.6em}"
    ".reveal table{border-collapse:collapse}"
)
WATCH = """
document.addEventListener("DOMContentLoaded", () => {
  const deck = document.querySelector(".reveal");
  const look = () => { if (deck.classList.contains("ready")) window.readyAt ??= performance.now(); };
  new MutationObserver(look).observe(deck, {attributes: true, attributeFilter: ["class"]});
  look();
});
"""


def hand_made(folder: Path, picture: Path) -> Path:
    """The lean page: what somebody who knows Reveal.js would write by hand."""
    folder.mkdir()
    for name in ("reveal.js", "reveal.css", "plugin/notes.js"):
        (folder / name).parent.mkdir(exist_ok=True)
        shutil.copyfile(REVEAL / name, folder / name)
    shutil.copyfile(picture, folder / "disc.png")
    sections = []
    for number in range(1, 61):
        body, _, notes = slide(number).partition("::: notes")
        shown, said = (markdown.markdown(text.replace(":::", ""), extensions=["tables"]) for text in (body, notes))
        shown = shown.replace("<img ", "<img loading=lazy ")
        sections.append(f'<section>{shown}<aside class="notes">{said}</aside></section>')
    page = folder / "index.html"
    page.write_text(
        "<!doctype html><html lang=en><head><meta charset=utf-8><title>Lean</title>"
        "<link rel=stylesheet href=reveal.css>"
        f"<style>{STYLE}</style></head><body><div class=reveal><div class=slides>{''.join(sections)}</div></div>"
        "<script src=reveal.js></script><script src=plugin/notes.js></script>"
        "<script>Reveal.initialize({hash: true, plugins: [RevealNotes]})</script></body></html>",
        "utf-8",
    )
    return page


def main(runs: int) -> None:
    """Make both, open them in turn, print."""
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        base = Path(name)
        lay_down(base / "deck", 1, 60)
        environment = {**os.environ, "XDG_CACHE_HOME": str(base / "cache")}
        subprocess.run([str(LACTERN), "build", "-t", "deck", "-q"], cwd=base / "deck", env=environment, check=True)
        picture = next((base / "deck" / "slides").rglob("disc.png"))
        pages = {
            "hand-made": hand_made(base / "lean", picture),
            "site": next((base / "deck" / "site").glob("*/slides/*.html")),
            "presenter": next((base / "deck" / "presenter").glob("*/slides/*.html")),
        }
        browser = playwright.chromium.launch(executable_path=PROGRAM, args=FLAGS)
        times: dict[str, list[float]] = {kind: [] for kind in pages}
        weight: dict[str, int] = {}
        for _ in range(runs):
            for kind, page in pages.items():
                context = browser.new_context(viewport={"width": 1280, "height": 720})
                tab = context.new_page()
                asked: set[str] = set()
                tab.on("request", lambda request, asked=asked: asked.add(request.url))
                tab.add_init_script(WATCH)
                tab.goto(page.as_uri())
                tab.wait_for_timeout(500)
                times[kind].append(tab.evaluate("window.readyAt"))
                files = [Path(one.removeprefix("file://").split("?")[0]) for one in asked]
                weight[kind] = sum(one.stat().st_size for one in files if one.suffix != ".png" and one.is_file())
                context.close()
        browser.close()
    lean = statistics.median(times["hand-made"])
    for kind, measured in times.items():
        middle = statistics.median(measured)
        print(f"{kind:12}{middle:7.0f} ms{middle / lean:7.2f}{weight[kind] / 1000:9.0f} KB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
