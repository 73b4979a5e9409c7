"""The pictures of the README, taken from what the build really makes: python tools/pictures.py

Needs site/ (make site), Chromium, and pdftoppm from poppler. Writes docs/pictures/*.png.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parent.parent
SITE = ROOT / "site" / "dmer"
GUIDE = ROOT / "site" / "authoring-guide"
PRESENTER = ROOT / "presenter" / "dmer"
PICTURES = ROOT / "docs" / "pictures"
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
LESSON = "before-the-milk-flows"


def take(browser: Browser, page: str, name: str, width: int, height: int, folder: Path = SITE) -> None:
    """One picture of one page, as it looks when it has come to rest."""
    view = browser.new_page(viewport={"width": width, "height": height}, reduced_motion="reduce")
    view.goto((folder / page.partition("#")[0]).as_uri() + page[page.find("#") :] * ("#" in page))
    view.wait_for_load_state("networkidle")
    view.evaluate("document.fonts.ready")
    view.screenshot(path=str(PICTURES / name))
    view.close()


def take_speaker(browser: Browser, page: str, name: str, width: int, height: int) -> None:
    """The presenter's own window, a few seconds into a slide."""
    room = browser.new_context(viewport={"width": width, "height": height}, reduced_motion="reduce")
    deck = room.new_page()
    deck.goto((PRESENTER / page.partition("#")[0]).as_uri() + page[page.find("#") :])
    deck.wait_for_load_state("networkidle")
    with room.expect_page() as opened:
        deck.keyboard.press("s")
    opened.value.wait_for_load_state("networkidle")
    opened.value.evaluate("document.fonts.ready")
    opened.value.set_viewport_size({"width": width, "height": height})
    opened.value.wait_for_timeout(1_000)  # the slides in it are laid out anew
    opened.value.screenshot(path=str(PICTURES / name))
    lighten(PICTURES / name)
    room.close()


def print_out(pdf: str, page: int, name: str) -> None:
    """One page of a handout."""
    target = PICTURES / Path(name).stem
    wanted = ["-png", "-r", "72", "-f", str(page), "-l", str(page), "-singlefile"]
    subprocess.run(["pdftoppm", *wanted, str(SITE / "print" / pdf), str(target)], check=True)
    lighten(PICTURES / name)


def lighten(file: Path) -> None:
    """The same picture in as few colours as a printed page has, at a third of the size."""
    from PIL import Image

    with Image.open(file) as picture:
        small = picture.convert("RGB").quantize(96, dither=Image.Dither.NONE)
    small.save(file, optimize=True)


def main() -> None:
    """All pictures."""
    if not SITE.is_dir():
        sys.exit("site/dmer is not there: run `make site` first")
    PICTURES.mkdir(parents=True, exist_ok=True)
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=QUIET)
        take(browser, f"slides/{LESSON}.html#/how-urgent", "deck.png", 1280, 720)
        take(browser, f"learn/{LESSON}-recognising.html", "module.png", 420, 720)
        take(browser, "slides/blocks.html#/callouts", "example.png", 1280, 720, GUIDE)
        take_speaker(browser, f"slides/{LESSON}.html#/how-urgent", "speaker.png", 1280, 800)
        browser.close()
    for name in ("deck.png", "module.png", "example.png"):
        lighten(PICTURES / name)
    print_out(f"{LESSON}-slides-3up-a4.pdf", 4, "handout.png")
    print_out(f"{LESSON}-reading-a4.pdf", 7, "reading.png")
    print_out("parent-sheet-a4.pdf", 1, "parent-sheet.png")


if __name__ == "__main__":
    main()
