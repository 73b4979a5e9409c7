"""Every page lives within its policy: gone through in Chromium, from a disk and from a host, without one violation."""

from collections.abc import Iterator
from typing import Any

import pytest

from support.building import flagship
from support.chromium import chromium, until
from support.host import Host

HEARD = """
window.refused = [];
addEventListener("securitypolicyviolation", (event) => {
  window.refused.push([event.violatedDirective, event.blockedURI, event.sample, event.lineNumber].join(" "));
}, true);
"""
SLIDES = "document.querySelectorAll('.slides > section:not([data-visibility=hidden])').length"
ANSWERED = """() => {
  for (const q of document.querySelectorAll("main .q")) {
    q.querySelector("input[type=radio], input[type=checkbox]")?.click();
    const field = q.querySelector("input[type=text], input[type=number], textarea");
    if (field) { field.value = "1"; field.dispatchEvent(new Event("input", { bubbles: true })); }
    for (const button of q.querySelectorAll("button")) button.click();
  }
  for (const button of document.querySelectorAll("main .quiz button")) button.click();
  for (const opener of document.querySelectorAll("[data-opens]:not([data-opens=fresh])")) {
    opener.click();
    document.querySelector("dialog[open]")?.close();
  }
}"""

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("every page")]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as one:
        yield one


def gone_through(page: Any, address: str) -> list[str]:
    """What was refused while somebody used a page: every slide, every question, every panel."""
    page.goto(address)
    if "/slides/" in address:
        page.wait_for_selector(".reveal.ready", state="attached")
        for _ in range(page.evaluate(SLIDES) + 20):
            page.keyboard.press("ArrowRight")
        page.keyboard.press("o")
        page.keyboard.press("o")
        page.keyboard.press("d")
    else:
        page.wait_for_load_state("load")
        page.evaluate(ANSWERED)
    page.evaluate("document.fonts.ready")
    page.wait_for_timeout(120)
    drawn = page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--paper')")
    assert drawn or address.endswith("/keeper.html"), f"{address} has no style"
    return [f"{address}: {told}" for told in page.evaluate("window.refused")]


@pytest.mark.parametrize("kind", ["whole", "single"])
@pytest.mark.parametrize("way", ["disk", "host"])
def test_nothing_is_refused(browser: Any, tmp_path_factory: pytest.TempPathFactory, kind: str, way: str) -> None:
    """Catalogue, course page, deck and module, slides and questions gone through."""
    options = ("--single-file", "--target", "deck", "--target", "module") if kind == "single" else ()
    site = flagship(tmp_path_factory, kind, options) / "site"
    host = Host(site.parent)
    context = browser.new_context(reduced_motion="reduce", service_workers="block")
    context.add_init_script(HEARD)
    page = context.new_page()
    page.set_default_timeout(10_000)
    page.on("dialog", lambda dialog: dialog.accept())
    top = site.as_uri() if way == "disk" else f"{host.address}/{site.name}"
    files = [path.relative_to(site).as_posix() for path in sorted(site.rglob("*.html"))]
    refused = [told for file in files for told in gone_through(page, f"{top}/{file}")]
    context.close()
    host.stop()
    assert refused == []


def test_a_deck_laid_out_for_printing_is_not_refused_its_sheets(
    browser: Any, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Reveal.js adds two sheets then, which the policy knows by hash: another Reveal.js may need other ones."""
    (deck,) = (flagship(tmp_path_factory) / "site/dmer/slides").glob("*.html")
    context = browser.new_context()
    context.add_init_script(HEARD)
    page = context.new_page()
    page.goto(f"{deck.as_uri()}?view=print")
    page.wait_for_selector("html.reveal-print .pdf-page", state="attached")
    until(
        page, "[...document.querySelectorAll('head style')].map((one) => one.sheet?.cssRules.length).join() === '1,1'"
    )
    assert page.evaluate("window.refused") == []
    context.close()


def test_a_foreign_script_is_refused(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> None:
    """The policy is in force: what somebody slips into a page does not run."""
    file = flagship(tmp_path_factory) / "site/dmer/learn/index.html"
    context = browser.new_context()
    context.add_init_script(HEARD)
    page = context.new_page()
    page.goto(file.as_uri())
    page.evaluate(
        """() => {
          const script = document.createElement("script");
          script.textContent = "window.ran = true";
          document.body.append(script);
          document.body.insertAdjacentHTML("beforeend", "<p style='color: red'>x</p>");
        }"""
    )
    assert page.evaluate("window.ran") is None
    assert len(page.evaluate("window.refused")) == 2
    context.close()
