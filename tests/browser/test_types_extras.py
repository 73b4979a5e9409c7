"""What comes with the types: dragging that can be taken back, hints in steps, sizes, zoom, contrast colours, print."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from support.chromium import chromium, opened, violations
from support.hands import LISTEN, Mouse
from support.typed import ASKED, typed

pytestmark = pytest.mark.browser
SMALL = """
(least) => [...document.querySelectorAll(".quiz :is(button, select, textarea, input[type=text], .q-choice, a.q-see)")]
  .filter((one) => one.checkVisibility())
  .map((one) => [one.className, ...["width", "height"].map((side) => Math.round(one.getBoundingClientRect()[side]))])
  .filter(([, width, height]) => width < least || height < least).map(String)
"""

COUNT_SLIDES = """() => {
  window.slides = 0;
  const animate = Element.prototype.animate;
  Element.prototype.animate = function (...said) { window.slides += 1; return animate.apply(this, said); };
}"""


@pytest.fixture(scope="module")
def learn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The module of the project."""
    return typed(tmp_path_factory.mktemp("types"), "-t", "module") / "learn"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """One browser for all."""
    with chromium() as started:
        yield started


@pytest.fixture
def at(browser: Any, learn: Path) -> Iterator[Any]:
    """Opens the quiz at a question."""
    closing = []

    def go(question: str = "single", page: str = "quiz-types", **options: Any) -> Mouse:
        context = opened(browser, **{"viewport": {"width": 900, "height": 800}, **options})
        closing.append(context)
        opened_page = context.__enter__()
        opened_page.add_init_script(LISTEN)
        opened_page.goto((learn / f"{page}.html").as_uri() + f"#q-types-{question}")
        return Mouse(opened_page, question)

    yield go
    for context in closing:
        context.__exit__(None, None, None)


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_escape_takes_a_drag_back(at: Any, motion: str) -> None:
    """Escape puts all back, also for the record. Items slide only where motion is welcome."""
    hand = at("order", reduced_motion=motion)
    hand.page.evaluate(COUNT_SLIDES)
    before = hand.order_now()
    rows = hand.el.locator(".q-sequence > .q-row")
    hand.drag(rows.nth(0).locator(".q-grip"), rows.nth(2), drop=False)
    assert hand.order_now() != before
    assert hand.page.evaluate("slides > 0") is (motion == "no-preference")
    hand.page.keyboard.press("Escape")
    hand.up()
    assert hand.order_now() == before
    assert hand.page.evaluate("told") == []
    assert hand.el.locator(".is-carried").count() == 0
    assert hand.el.get_attribute("data-touched") is None


def test_a_choice_dropped_beside_a_row_goes_home(at: Any) -> None:
    """Only a row takes a choice, and a choice may be changed by dragging another."""
    hand = at("match")
    grip = hand.el.locator(".q-bank .q-grip").first
    hand.drag(grip, hand.el.locator(".q-how"))
    assert hand.el.locator("select").evaluate_all("all => all.map((one) => one.value)") == ["", "", ""]
    hand.pair("dmer", "most of")
    hand.pair("dmer", "a wave")
    assert hand.el.locator(".is-used").count() == 1
    hand.do(ASKED["match"].right.steps)
    hand.press("Check answer")
    assert hand.points() == [1]
    assert hand.el.locator(".q-grip").first.is_hidden()


def test_hints_come_one_by_one(at: Any) -> None:
    """Each press shows one more. Earlier ones are announced as they come; the last receives the focus of the button
    that goes, and so is not announced as well."""
    hand = at("single")
    more = hand.el.locator(".q-foot .q-quiet")
    hints = hand.el.locator(".q-hints")
    assert more.inner_text() == "Show a hint (2 left)"
    more.click()
    assert hints.get_attribute("aria-live") == "polite"
    assert hints.inner_text().split("\n")[-1] == "Look at the mark below the line."
    assert more.inner_text() == "Show a hint"
    more.click()
    assert hints.get_attribute("aria-live") == "off"
    assert more.is_hidden()
    assert "How long does the feeling last" in hand.page.evaluate("document.activeElement.innerText")
    assert hints.locator("math").count() == 1


def test_sources_are_named(at: Any) -> None:
    """What is said names its sources in words, with the way to the list."""
    hand = at("single")
    hand.do(ASKED["single"].right.steps)
    hand.press("Check answer")
    link = hand.el.locator(".q-sources a")
    assert link.inner_text() == "Heise & Wiessinger 2011"
    assert link.get_attribute("href") == "references.html#ref-heise2011"
    order = hand.el.locator(":scope > .q-panel > *").evaluate_all("all => all.map((one) => one.className)")
    assert order == ["q-verdict", "q-kicker", "q-explain", "q-sources", "q-aim", "q-ways"]


def test_a_long_stem_describes_its_group(at: Any) -> None:
    """The legend holds words alone; what comes below it in the stem describes the group, and is not lost."""
    el = at("single").el.locator("fieldset.q-body").first
    assert el.locator("legend :is(p, ul, div)").count() == 0
    described = el.get_attribute("aria-describedby")
    assert "Which drawing fits D-MER?" in el.locator(f"#{described}").inner_text()
    assert el.get_by_role("radio", name="A line that dips once, at the let-down, and comes back").count() == 1


@pytest.mark.parametrize("width", [320, 900])
def test_targets_are_large_enough(at: Any, width: int) -> None:
    """Everything to press is at least 44 pixels each way, links that stand by themselves 24, and no page scrolls
    sideways at 320 pixels, which is 1280 at 400 % (WCAG 2.2, 1.4.10, 2.5.8)."""
    hand = at(viewport={"width": width, "height": 1000})
    assert hand.page.evaluate(SMALL, 24) == []
    assert [one for one in hand.page.evaluate(SMALL, 43) if "q-see" not in one and "q-select" not in one] == []
    assert hand.page.evaluate("document.documentElement.scrollWidth") <= width
    for question in ("match", "order", "cloze", "hotspot"):
        Mouse(hand.page, question).do(ASKED[question].wrong.steps)
        Mouse(hand.page, question).press("Check answer")
    assert hand.page.evaluate("document.documentElement.scrollWidth") <= width
    assert hand.page.evaluate(SMALL, 24) == []


def test_print(at: Any) -> None:
    """A page of the module on paper has no buttons to press; what was answered and said stays."""
    hand = at("single")
    hand.do(ASKED["single"].wrong.steps)
    hand.press("Check answer")
    hand.page.emulate_media(media="print")
    assert hand.page.locator(".quiz button:visible, .q-grip:visible").count() == 0
    assert hand.el.locator(".q-said").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_for_axe_to_find(at: Any, scheme: str, width: int) -> None:
    """Before answering, after wrong answers with hints, and after right ones."""
    page = at(viewport={"width": width, "height": 800}, color_scheme=scheme).page
    assert violations(page) == []
    for kind, label in (("wrong", "Try again"), ("right", "")):
        for question, asked in ASKED.items():
            hand = Mouse(page, question)
            hint = hand.el.locator(".q-foot .q-quiet:visible")
            if hint.count():
                hint.click()
            hand.do(getattr(asked, kind).steps)
            hand.press("Check answer")
        assert violations(page) == []
        for question in ASKED if label else ():
            Mouse(page, question).press(label)


@pytest.mark.parametrize("scheme", ["contrast", "contrast-dark"])
def test_nothing_for_axe_in_high_contrast(at: Any, scheme: str) -> None:
    """As a reader may set it, after wrong answers."""
    page = at().page
    page.evaluate("scheme => (document.documentElement.dataset.scheme = scheme)", scheme)
    for question, asked in ASKED.items():
        hand = Mouse(page, question)
        hand.do(asked.wrong.steps)
        hand.press("Check answer")
    assert violations(page) == []


@pytest.mark.parametrize("name", ["asking-choosing", "asking-placing", "asking-telling", "quiz-exam", "quiz-survey"])
def test_nothing_for_axe_in_lessons(at: Any, name: str) -> None:
    """Questions within a lesson, in an exam and in a survey."""
    assert violations(at(page=name, color_scheme="dark").page) == []
