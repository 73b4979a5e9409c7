"""A module in one file, as a learner gets it by mail: out of its folder, read, answered, left and come back to."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from support.building import build, flagship
from support.chromium import chromium, opened, until, violations
from support.learning import sources

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("every page")]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as one:
        yield one


@pytest.fixture
def alone(tmp_path_factory: pytest.TempPathFactory, tmp_path: Path) -> str:
    """The file in an empty folder, under a name of its own."""
    made = flagship(tmp_path_factory, "single", ("--single-file", "--target", "deck", "--target", "module"))
    (whole,) = (made / "site/dmer/learn").iterdir()
    file = tmp_path / "Let-down, a module.html"
    file.write_bytes(whole.read_bytes())
    assert file.stat().st_size < 1_500_000
    return file.as_uri()


def on(page: Any, name: str, anchor: str = "") -> None:
    """Wait until a page of the module stands."""
    page.wait_for_url(re.compile(f"#/{re.escape(name)}{'/' + re.escape(anchor) if anchor else ''}$"))
    page.wait_for_selector(f'body[data-page="{name if name != "index" else ""}"] main h1')
    page.wait_for_selector("html.is-live")


def stops(page: Any) -> list[str]:
    """The module's pages, from its contents."""
    links = page.locator(".contents-list > li > a").evaluate_all("(all) => all.map((one) => one.getAttribute('href'))")
    return [link.removeprefix("#/") for link in links]


def test_every_page_stands_alone(browser: Any, alone: str) -> None:
    """One page at a time, with its title, its mark in the contents, and no id twice."""
    with opened(browser, viewport={"width": 1280, "height": 800}) as page:
        page.goto(alone)
        names = stops(page)
        assert len(names) > 10
        titles = set()
        for name in names:
            page.goto(f"{alone}#/{name}")
            on(page, name)
            assert page.locator("main h1").count() == 1
            assert page.locator(".one-page").count() == 0
            assert page.locator(".contents a[aria-current]").get_attribute("href") == f"#/{name}"
            ids = page.evaluate("[...document.querySelectorAll('[id]')].map((one) => one.id)")
            assert len(ids) == len(set(ids))
            assert not [one for one in ids if "~" in one]
            titles.add(page.title())
        assert len(titles) == len(names)


def test_every_link_leads_somewhere_inside(browser: Any, alone: str) -> None:
    """To a page and, where one is named, to a place on it. Nothing points beside the file."""
    with opened(browser) as page:
        page.goto(alone)
        places: dict[str, set[str]] = {}
        asked: set[tuple[str, str]] = set()
        for name in stops(page):
            page.goto(f"{alone}#/{name}")
            on(page, name)
            places[name] = set(page.evaluate("[...document.querySelectorAll('[id]')].map((one) => one.id)"))
            links = page.evaluate("[...document.querySelectorAll('a[href]')].map((one) => one.getAttribute('href'))")
            for link in links:
                if link.startswith("#/"):
                    target, _, anchor = link[2:].partition("/")
                    asked.add((target, anchor))
                elif link.startswith("#"):
                    assert link[1:] in places[name], (name, link)
                else:
                    assert re.match("https://|tel:|mailto:|data:", link), (name, link)
        wrong = [one for one in asked if one[0] not in places or (one[1] and one[1] not in places[one[0]])]
        assert wrong == []


def test_back_comes_back_to_where_one_was(browser: Any, alone: str) -> None:
    """The next page begins at its top; Back and a reload keep the place."""
    with opened(browser, viewport={"width": 1280, "height": 800}) as page:
        page.goto(alone)
        page.click("[data-go]")
        page.wait_for_selector("a[rel=next]")
        first = page.url
        page.evaluate("scrollTo(0, 700)")
        page.wait_for_timeout(400)
        page.locator("a[rel=next]").evaluate("(link) => link.click()")
        page.wait_for_url(lambda url: url != first)
        page.wait_for_selector("html.is-live")
        assert page.evaluate("scrollY") == 0
        page.go_back()
        page.wait_for_url(first)
        until(page, "Math.abs(scrollY - 700) < 5")
        page.reload()
        until(page, "Math.abs(scrollY - 700) < 5")


def test_a_place_on_another_page_is_gone_to(browser: Any, alone: str) -> None:
    """From a search, from a source's number, and from the contents."""
    with opened(browser, viewport={"width": 1280, "height": 800}) as page:
        page.goto(alone)
        page.click("[data-opens=search]")
        page.keyboard.type("prolactin")
        page.click(".find-link >> nth=1")
        page.wait_for_url(re.compile("#/.+/.+"))
        page.wait_for_selector("html.is-live .is-target")
        page.locator("main .cites a").first.click()
        page.wait_for_url(re.compile("#/references/ref-"))
        page.wait_for_selector("html.is-live li.is-target")
        assert page.evaluate("document.activeElement.id").startswith("ref-")


@pytest.fixture
def small(tmp_path: Path) -> str:
    """A small module with a test and an evaluation, in one file."""
    project = sources(tmp_path / "project").root
    build(project, "-t", "module", "--single-file", cache=tmp_path / "cache")
    (whole,) = (project / "site/c/learn").iterdir()
    return whole.rename(tmp_path / "small.html").as_uri()


def test_read_answer_come_back_and_be_certified(browser: Any, small: str) -> None:
    """The whole way, with the window closed in between: nothing but this file, nothing lost."""
    with opened(browser, viewport={"width": 1280, "height": 800}) as page:
        page.goto(small)
        page.click("[data-go]")
        on(page, "lesson-one")
        page.check('[data-question="onset"] input[value="letdown"]')
        page.locator(".check, .quiz-practice").get_by_role("button", name="Check").click()
        page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
        page.wait_for_selector('[data-stop="lesson-one"].is-done', state="attached")

        page.close()
        page = page.context.new_page()
        page.goto(small)
        assert page.inner_text("[data-go-word]") != "Start"
        page.click("[data-go]")
        on(page, "lesson-two")
        page.go_back()
        page.wait_for_selector("[data-go-word]")
        page.goto(f"{small}#/lesson-one")
        on(page, "lesson-one")
        assert page.is_checked('[data-question="onset"] input[value="letdown"]')
        page.click("a[rel=next]")
        on(page, "lesson-two")
        page.wait_for_selector('[data-stop="lesson-two"].is-done', state="attached")

        page.click("a[rel=next]")
        on(page, "quiz-post-test")
        for name, value in (("onset", "letdown"), ("fits", "brief"), ("fits", "wave"), ("truth", "false")):
            page.check(f'[data-question="{name}"] input[value="{value}"]')
        page.fill('[data-question="word"] input', "milk ejection reflex")
        page.get_by_role("button", name="Hand in").click()
        if page.get_by_role("button", name="Hand in anyway").count():
            page.get_by_role("button", name="Hand in anyway").click()
        page.wait_for_selector(".quiz-result >> text=Passed")
        page.click("[data-after] a")

        on(page, "quiz-evaluation")
        page.locator(".q input").nth(3).check()
        page.get_by_role("button", name="Finish").click()
        page.click("[data-after] a")

        on(page, "certificate")
        assert page.locator("[data-certify]").is_visible()
        page.fill("#learner-name", "A. Learner")
        assert page.inner_text("[data-name]") == "A. Learner"
        paper = page.pdf(format="A4")
        assert paper.count(b"/Type /Page\n") <= 1
        page.reload()
        on(page, "certificate")
        assert page.locator("[data-certify]").is_visible()


def test_start_fresh_clears_and_leads_to_the_first_page(browser: Any, small: str) -> None:
    """From wherever one is."""
    with opened(browser, viewport={"width": 1280, "height": 800}) as page:
        page.goto(f"{small}#/lesson-two")
        on(page, "lesson-two")
        page.wait_for_selector('[data-stop="lesson-two"].is-done', state="attached")
        page.click("[data-opens=settings]")
        page.click("[data-opens=fresh]")
        page.click("[data-fresh]")
        on(page, "index")
        page.wait_for_selector("[data-notice]:not([hidden])")
        assert page.locator(".is-done").count() == 0


def test_it_can_be_read_without_scripts(browser: Any, alone: str) -> None:
    """As a mail program's preview shows it: all pages, one below the other, and links that jump."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(alone)
    assert page.locator("main h1:visible").count() > 10
    page.locator(".way-next").first.click()
    assert "#/before-the-milk-flows-" in page.url
    context.close()


def test_it_is_accessible_on_a_phone(browser: Any, alone: str) -> None:
    """As the pages of many files are."""
    with opened(browser, viewport={"width": 320, "height": 640}) as page:
        for name in ("index", "before-the-milk-flows-recognising", "quiz-post-test"):
            page.goto(f"{alone}#/{name}")
            on(page, name)
            assert violations(page) == []
            assert page.evaluate("document.documentElement.scrollWidth") <= 320
