"""A learner's whole way through the flagship module, in Chromium, from disk."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from builder.formats import module
from builder.model.output import Output
from builder.pipeline import Options, load, workshop
from builder.read.theme import read_theme
from builder.render.memo import Memo

playwright = pytest.importorskip("playwright.sync_api")

ROOT = Path(__file__).parents[2]
AXE = ROOT / "builder/web/node_modules/axe-core/axe.min.js"
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
KINDS = ("index", "section", "quiz-post-test", "quiz-evaluation", "references", "certificate")

ANSWER = """
([selector, right]) => {
  const quiz = document.querySelector(selector);
  const data = JSON.parse(quiz.querySelector(".quiz-data").textContent);
  const pick = (el, value) => {
    const input = el.querySelector(`input[value="${CSS.escape(value)}"]`);
    if (!input.checked) input.click();
  };
  const type = (field, value) => { field.value = value; field.dispatchEvent(new Event("input", { bubbles: true })); };
  const answer = (q) => {
    const el = quiz.querySelector(`.q[data-question="${CSS.escape(q.id)}"]`);
    if (q.type === "case") return q.parts.forEach(answer);
    if (q.options) {
      const good = q.options.filter((one) => one.correct === right);
      return (right ? good : good.slice(0, 1)).forEach((one) => pick(el, one.id));
    }
    if (q.regions) return pick(el, q.regions.find((one) => one.correct === right).id);
    if (q.type === "true_false") {
      pick(el, String(q.answer === right));
      const reason = q.reason.find((one) => one.correct === right);
      if (reason) pick(el, reason.id);
      return;
    }
    const part = (id) => el.querySelector(`[data-part="${CSS.escape(id)}"]`);
    const fill = (id, value) => right && type(part(id).querySelector("input, select"), value);
    if (q.type === "match") return q.pairs.forEach((one) => fill(one.id, one.choice));
    if (q.type === "matrix") return q.rows.forEach((one) => right && pick(part(one.id), one.column));
    if (q.type === "cloze") return q.gaps.forEach((one) => fill(one.id, one.accept[0]));
    if (q.type === "numeric") return type(el.querySelector("input"), right ? q.value : "999");
    if (q.type === "short") return type(el.querySelector("input"), right ? q.accept[0] : "no");
    if (q.type === "order" && right) {
      const list = el.querySelector(".q-sequence");
      q.order.forEach((id) => list.append(list.querySelector(`[data-part="${CSS.escape(id)}"]`)));
      el.setAttribute("data-touched", "");
    }
  };
  data.questions.forEach(answer);
}
"""

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def learn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the flagship's module."""
    return written(tmp_path_factory.mktemp("module"))


def written(made: Path, **more: bool) -> Path:
    """The flagship's module, written as the format hands it over."""
    courses = load(ROOT).courses
    course = next(course for course in courses if course.id == "dmer")
    theme, _ = read_theme(ROOT, course.theme, course.at)
    assert theme
    kit = workshop(ROOT, Options(**more), Memo(None), courses).kit(course, theme)
    for output in module.outputs(course, kit):
        assert isinstance(output, Output)
        path = made / output.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes((ROOT / output.copy_of).read_bytes() if output.copy_of else output.data)
    return made / "dmer" / "learn"


@pytest.fixture(scope="module")
def chromium() -> Iterator["playwright.Browser"]:
    if not Path(CHROMIUM).exists():
        pytest.skip("no Chromium here")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: "playwright.Browser") -> Iterator["playwright.Page"]:
    """A fresh learner. Whatever the browser complains of fails the test."""
    context = chromium.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    complaints: list[str] = []
    context.on("weberror", lambda error: complaints.append(str(error.error)))
    page = context.new_page()
    page.set_default_timeout(5000)
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    yield page
    context.close()
    assert complaints == []


def address(learn: Path, name: str) -> str:
    if name == "section":
        name = sections(learn)[1].stem
    return (learn / f"{name}.html").as_uri()


def sections(learn: Path) -> list[Path]:
    """The lesson's pages in the order of the contents."""
    home = (learn / "index.html").read_text("utf-8")
    files = re.findall(r'data-stop="[^"]+"[^>]*><a href="([^"]+)"', home)
    other = ("quiz-", "glossary", "references", "certificate")
    return [learn / file for file in dict.fromkeys(files) if not file.startswith(other)]


def test_start_read_and_come_back(page: "playwright.Page", learn: Path) -> None:
    """By keyboard: skip link, start, read to the end, go on; later the course remembers where."""
    page.goto(address(learn, "index"))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('[data-go]')")
    page.keyboard.press("Enter")
    page.wait_for_url(sections(learn)[0].as_uri())
    page.wait_for_load_state("load")
    page.evaluate("() => document.fonts.ready")  # before they are there, the end of the page is somewhere else
    page.keyboard.press("End")
    page.wait_for_selector(".contents .is-done")
    page.locator("a[rel=next]").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(sections(learn)[1].as_uri())
    page.wait_for_selector("html[data-kept=safe]", state="attached")

    page.goto(address(learn, "index"))
    assert page.inner_text("[data-go-word]") == "Continue where you left off"
    assert page.inner_text("[data-progress-block] [data-progress]").startswith("1 of ")
    page.click("[data-go]")
    page.wait_for_url(sections(learn)[1].as_uri() + "**")


def test_an_answer_is_there_after_a_reload(page: "playwright.Page", learn: Path) -> None:
    file = next(file for file in sections(learn) if 'class="check"' in file.read_text("utf-8"))
    page.goto(file.as_uri())
    check = page.locator(".check:not(.check-poll)").first
    check.locator("input").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    check.locator(".q-verdict").wait_for()
    assert "q-verdict" in page.evaluate("document.activeElement.className")
    page.reload()
    assert page.locator(".check:not(.check-poll)").first.locator(".q-verdict").is_visible()
    assert page.locator(".check:not(.check-poll)").first.locator("input").first.is_checked()


def test_fail_pass_evaluate_certificate(page: "playwright.Page", learn: Path) -> None:
    for file in sections(learn):
        page.goto(file.as_uri())
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        page.locator(".contents .is-done [aria-current=page]").wait_for()

    page.goto(address(learn, "certificate"))
    assert page.locator("[data-certify]").is_hidden()

    page.goto(address(learn, "quiz-post-test"))
    page.evaluate(ANSWER, ["main [data-quiz]", False])
    page.get_by_role("button", name="Hand in").click()
    if page.get_by_role("button", name="Hand in anyway").count():
        page.get_by_role("button", name="Hand in anyway").click()
    assert "Not passed yet" in page.inner_text(".quiz-result")
    page.reload()
    assert "Not passed yet" in page.inner_text(".quiz-result")
    page.get_by_role("button", name=re.compile("Try")).first.click()
    page.evaluate(ANSWER, ["main [data-quiz]", True])
    page.get_by_role("button", name="Hand in").click()
    assert "Passed" in page.inner_text(".quiz-result")
    page.click("[data-after] a")

    page.wait_for_url(address(learn, "quiz-evaluation"))
    page.locator(".q").first.locator("input").nth(3).check()
    page.get_by_role("button", name="Finish", exact=True).click()
    page.get_by_role("button", name="Finish anyway").click()
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save my answers").click()
    assert "4 Agree" in Path(saved.value.path()).read_text("utf-8")
    page.click("[data-after] a")

    page.wait_for_url(address(learn, "certificate"))
    assert page.locator("[data-certify]").is_visible()
    page.get_by_role("button", name="Print or save").click()
    assert page.locator("[data-name-error]").is_visible()
    page.keyboard.type("A. Learner")
    assert page.inner_text("[data-name]") == "A. Learner"
    assert page.locator("[data-name-error]").is_hidden()
    said = page.inner_text(".certificate")
    assert "Self-reported" in said
    assert "No continuing-education credit has been approved" in said
    assert len(page.pdf()) > 0
    assert page.pdf(format="A4").count(b"/Type /Page\n") <= 1
    assert "A. Learner" not in str(page.evaluate("JSON.stringify(localStorage)"))

    page.goto(address(learn, "index"))
    assert page.inner_text("[data-go-word]") == "Go to your certificate"


def test_start_fresh_asks_and_clears(page: "playwright.Page", learn: Path) -> None:
    page.goto(sections(learn)[0].as_uri())
    page.evaluate("localStorage.setItem('lactern:1:another', 'kept')")
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.wait_for_selector(".contents .is-done")
    page.click("[data-opens=settings]")
    page.click("[data-opens=fresh]")
    page.keyboard.press("Enter")  # the safe way has the focus
    assert not page.locator("#panel-fresh").is_visible()
    page.click("[data-opens=settings]")
    page.click("[data-opens=fresh]")
    page.click("[data-fresh]")
    page.wait_for_url(address(learn, "index"))
    assert page.inner_text("[data-notice]") == "Your progress has been removed."
    assert page.locator(".is-done").count() == 0
    assert page.evaluate("localStorage.getItem('lactern:1:another')") == "kept"


def test_two_windows_do_not_undo_each_other(page: "playwright.Page", learn: Path) -> None:
    other = page.context.new_page()
    first, second = sections(learn)[:2]
    page.goto(first.as_uri())
    other.goto(second.as_uri())
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.wait_for_selector(f'.contents [data-stop="{first.stem}"].is-done')
    other.wait_for_selector(f'.contents [data-stop="{first.stem}"].is-done')
    other.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.wait_for_selector(f'.contents [data-stop="{second.stem}"].is-done')


def test_goes_on_where_nothing_may_be_kept(page: "playwright.Page", learn: Path) -> None:
    for store in ("localStorage", "indexedDB"):
        page.add_init_script(f"Object.defineProperty(window, '{store}', {{ get() {{ throw new Error('no') }} }})")
    page.goto(sections(learn)[0].as_uri())
    page.wait_for_selector("[data-notice]:not([hidden])")
    assert "progress will be lost" in page.inner_text("[data-notice]")
    page.click("[data-opens=help]")
    assert page.locator("#panel-help").is_visible()


def test_search_finds_and_leads(page: "playwright.Page", learn: Path) -> None:
    page.goto(address(learn, "index"))
    page.click("[data-opens=search]")
    page.keyboard.type("oxytocin pulses")
    page.wait_for_selector(".find-link")
    page.click(".find-link >> nth=0")
    page.wait_for_url(re.compile("#"))
    page.locator(":target").wait_for()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_barriers(page: "playwright.Page", learn: Path, kind: str, width: int, scheme: str) -> None:
    """axe finds nothing, and nothing scrolls sideways: at 320 px, which is 1280 px at 400 %."""
    page.set_viewport_size({"width": width, "height": 256 if width == 320 else 800})
    page.emulate_media(color_scheme=scheme)
    page.goto(address(learn, kind))
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    if not AXE.exists():
        pytest.skip("axe-core is not installed")
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("axe.run(document, { preload: false, resultTypes: ['violations'] })")["violations"]
    assert [(v["id"], [n["target"] for n in v["nodes"]][:5]) for v in found] == []


@pytest.mark.parametrize("opener", ["contents", "search", "settings", "help"])
def test_panels_take_and_give_back_the_focus(page: "playwright.Page", learn: Path, opener: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(address(learn, "index"))
    page.locator(f".tools [data-opens={opener}]").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('dialog')?.id") == f"panel-{opener}"
    if AXE.exists():
        page.evaluate(AXE.read_text("utf-8"))
        found = page.evaluate("axe.run(document, { preload: false })")["violations"]
        assert [violation["id"] for violation in found] == []
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.dataset.opens") == opener


def test_readable_without_scripts(chromium: "playwright.Browser", learn: Path) -> None:
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(sections(learn)[0].as_uri())
    assert page.locator("main h1").is_visible()
    assert not page.locator("#contents").is_visible()
    page.click(".tool-contents")
    assert page.locator("#contents").is_visible()
    page.click(".contents a[aria-current=page] >> xpath=../following-sibling::li[1]/a")
    assert page.url == sections(learn)[1].as_uri()
    context.close()


def test_a_single_file_does_the_same(page: "playwright.Page", tmp_path: Path) -> None:
    folder = written(tmp_path, single_file=True)
    page.goto(address(folder, "index"))
    page.click("[data-opens=search]")
    page.keyboard.type("prolactin")
    page.wait_for_selector(".find-link")
    page.click(".find-link >> nth=0")
    page.wait_for_url(re.compile("#"))
    assert not list(folder.parents[1].glob("assets/*"))
