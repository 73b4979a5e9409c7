"""A module that is served opens without a network after the first visit, and goes over to a newer one as a whole."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from support.building import build
from support.chromium import chromium, until
from support.host import Host

GOLDEN = Path(__file__).parents[1] / "golden"
READY = "() => navigator.serviceWorker.getRegistration().then((kept) => kept?.active?.state === 'activated')"
UPDATED = "() => navigator.serviceWorker.getRegistration().then((kept) => kept.update()).then(() => true, () => true)"
SETTLED = "() => navigator.serviceWorker.getRegistration().then((kept) => !kept.installing)"
WAITING = "() => navigator.serviceWorker.getRegistration().then((kept) => Boolean(kept.waiting))"
STORED = """async () => {
  const found = [];
  for (const name of await caches.keys())
    for (const request of await (await caches.open(name)).keys()) found.push(request.url);
  return found;
}"""

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("offline")]


class Place:
    """A project with two courses, its site in a subfolder of a host, and a page of somebody else's beside it."""

    def __init__(self, root: Path) -> None:
        self.root, self.project, self.web = root, root / "project", root / "web"
        for name in ("basics", "questions"):
            for kind in ("slides", "quizzes"):
                if (GOLDEN / name / kind).is_dir():
                    shutil.copytree(GOLDEN / name / kind, self.project / kind, dirs_exist_ok=True)
        bank = self.project / "quizzes/questions/all-types.yaml"
        bank.write_text(bank.read_text("utf-8").replace("mode: practice", "mode: exam"), "utf-8")
        self.web.mkdir()
        (self.web / "other.html").write_text("<!doctype html><title>Theirs</title><h1>Old</h1>", "utf-8")
        self.build()
        self.host = Host(self.web)

    def build(self) -> None:
        """Build into the folder that is served."""
        targets = ("-t", "module", "-t", "deck")
        places = ("-d", str(self.web / "teaching/site"), "--presenter-dir", str(self.root / "presenter"))
        build(self.project, *targets, *places, cache=self.root / "cache")

    def address(self, path: str) -> str:
        """A page of the site."""
        return f"{self.host.address}/teaching/site/{path}"

    def pages(self, course: str) -> list[str]:
        """The pages of a module."""
        folder = self.web / "teaching/site"
        return sorted(path.relative_to(folder).as_posix() for path in (folder / course / "learn").glob("*.html"))

    def change(self, course: str, old: str, new: str) -> None:
        """Change a lesson's words."""
        (lesson,) = (self.project / "slides" / course).glob("01-*.md")
        before = lesson.read_text("utf-8")
        assert old in before
        lesson.write_text(before.replace(old, new), "utf-8")


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    one = Place(tmp_path)
    yield one
    one.host.stop()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as one:
        yield one


@contextmanager
def visitor(browser: Any) -> Iterator[Any]:
    """A browser window in a fresh profile, and what its pages complained of."""
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.set_default_timeout(10_000)
    yield page
    context.close()


def visited(page: Any, address: str) -> None:
    """Open a module's page and wait until its worker has stored all that it keeps."""
    page.goto(address)
    until(page, READY)


def loaded(page: Any) -> list[str]:
    """What a page wanted and did not get: sheets without rules, pictures without pixels, scripts that did not run."""
    return page.evaluate(
        """async () => {
          await document.fonts.ready;
          const wrong = [...document.styleSheets].filter((sheet) => !sheet.cssRules.length).map((sheet) => sheet.href);
          for (const picture of document.images) if (picture.complete && !picture.naturalWidth) wrong.push(picture.src);
          if (!document.documentElement.classList.contains("is-live")) wrong.push("no script");
          if (![...document.fonts].some((font) => font.status === "loaded")) wrong.push("no fonts");
          return wrong;
        }"""
    )


def test_every_page_opens_without_a_network_after_the_first_visit(browser: Any, place: Place) -> None:
    """One page was looked at; then the host is gone."""
    with visitor(browser) as page:
        visited(page, place.address("basics/learn/index.html"))
        place.host.stop()
        page.context.set_offline(True)
        pages = place.pages("basics")
        assert len(pages) > 3
        for path in pages:
            page.goto(place.address(path))
            assert page.locator("main h1").count() == 1, path
            assert loaded(page) == [], path
        page.goto(place.address("basics/learn/"))
        page.click("[data-opens=search]")
        page.keyboard.type("emphasis")
        page.wait_for_selector(".find-link")
        page.goto(place.address("basics/index.html"))
        assert page.locator("h1").count() == 1
        page.context.set_offline(False)
        place.host.start()


def test_a_deck_that_was_opened_opens_again(browser: Any, place: Place) -> None:
    """What the module leads to is kept once it has been asked for."""
    with visitor(browser) as page:
        visited(page, place.address("basics/learn/index.html"))
        (deck,) = (place.web / "teaching/site/basics/slides").glob("*.html")
        page.goto(place.address(f"basics/slides/{deck.name}"))
        page.wait_for_selector(".reveal.ready", state="attached")
        page.wait_for_load_state("networkidle")
        place.host.stop()
        page.goto(place.address(f"basics/slides/{deck.name}"))
        page.wait_for_selector(".reveal.ready", state="attached")
        place.host.start()


def test_a_rebuilt_module_is_offered_and_comes_as_a_whole(browser: Any, place: Place) -> None:
    """Until the learner says so every page is the old one; afterwards every page is the new one."""
    with visitor(browser) as page:
        visited(page, place.address("basics/learn/index.html"))
        place.change("basics", "# First part", "# Renewed part")
        place.build()
        page.goto(place.address("basics/learn/index.html"))
        page.wait_for_selector(".newer >> text=A newer version is ready.")
        old = [page.goto(place.address(path)) and page.inner_text("body") for path in place.pages("basics")]
        assert not any("Renewed part" in text for text in old)
        assert any("First part" in text for text in old)
        page.goto(place.address("basics/learn/index.html"))
        page.click(".newer button")
        page.wait_for_function("() => document.body.innerText.includes('Renewed part')")
        place.host.stop()
        new = [page.goto(place.address(path)) and page.inner_text("body") for path in place.pages("basics")]
        assert all("First part" not in text for text in new)
        assert page.locator(".newer").count() == 0
        stored = [url for url in page.evaluate(STORED) if "/learn/index.html" in url]
        assert len(stored) == 1
        place.host.start()


def test_a_test_is_never_interrupted(browser: Any, place: Place) -> None:
    """A newer version that comes while an exam is on the screen is offered on the next page."""
    with visitor(browser) as page:
        visited(page, place.address("questions/learn/index.html"))
        exam = next(
            path for path in place.pages("questions")
            if 'data-mode="exam"' in (place.web / "teaching/site" / path).read_text("utf-8")
        )  # fmt: skip
        page.goto(place.address(exam))
        place.change("questions", "\n## ", "\n## Newly ")
        place.build()
        page.evaluate("() => navigator.serviceWorker.getRegistration().then((kept) => kept.update())")
        until(page, WAITING)
        page.wait_for_timeout(300)
        assert page.locator(".newer").count() == 0
        page.goto(place.address("questions/learn/index.html"))
        page.wait_for_selector(".newer button")


def test_half_a_build_is_not_taken(browser: Any, place: Place) -> None:
    """A host where only some files have arrived yet: the list names pages that it does not have."""
    with visitor(browser) as page:
        visited(page, place.address("basics/learn/index.html"))
        kept = (place.web / "teaching/site/basics/learn/index.html").read_bytes()
        place.change("basics", "# First part", "# Renewed part")
        place.build()
        (place.web / "teaching/site/basics/learn/index.html").write_bytes(kept)
        page.goto(place.address("basics/learn/index.html"))
        until(page, UPDATED)
        until(page, SETTLED)
        assert not page.evaluate(WAITING)
        place.host.stop()
        for path in place.pages("basics"):
            page.goto(place.address(path))
            assert "Renewed part" not in page.inner_text("body")
        place.host.start()


def test_courses_side_by_side_and_the_rest_of_the_host_never_meet(browser: Any, place: Place) -> None:
    """Each course has a worker of its own, which answers for its folder alone."""
    with visitor(browser) as page:
        visited(page, place.address("basics/learn/index.html"))
        visited(page, place.address("questions/learn/index.html"))
        scopes = page.evaluate(
            "() => navigator.serviceWorker.getRegistrations().then((all) => all.map((one) => one.scope).sort())"
        )
        assert scopes == [place.address("basics/"), place.address("questions/")]
        page.goto(f"{place.host.address}/other.html")
        assert page.evaluate("() => navigator.serviceWorker.controller") is None
        (place.web / "other.html").write_text("<!doctype html><title>Theirs</title><h1>New</h1>", "utf-8")
        page.goto(f"{place.host.address}/other.html")
        assert page.inner_text("h1") == "New"
        place.change("basics", "# First part", "# Renewed part")
        place.build()
        page.goto(place.address("basics/learn/index.html"))
        page.click(".newer button")
        page.wait_for_function("() => document.body.innerText.includes('Renewed part')")
        place.host.stop()
        for path in (*place.pages("questions"), *place.pages("basics")):
            page.goto(place.address(path))
            assert loaded(page) == [], path
        place.host.start()


def test_a_course_that_was_taken_down_is_let_go(browser: Any, place: Place) -> None:
    """Nobody goes on reading from the browser what its provider has withdrawn."""
    with visitor(browser) as page:
        visited(page, place.address("basics/learn/index.html"))
        shutil.rmtree(place.web / "teaching/site/basics")
        page.goto(place.address("basics/learn/index.html"))
        until(page, "() => navigator.serviceWorker.getRegistrations().then((all) => all.length === 0)")
        assert page.goto(place.address("basics/learn/index.html")).status == 404


def test_a_full_or_forbidden_store_does_no_harm(browser: Any, place: Place) -> None:
    """Without room nothing is said and everything is read from the network."""
    with visitor(browser) as page:
        complaints: list[str] = []
        page.on("pageerror", lambda error: complaints.append(str(error)))
        client = page.context.new_cdp_session(page)
        client.send("Storage.overrideQuotaForOrigin", {"origin": place.host.address, "quotaSize": 20_000})
        page.goto(place.address("basics/learn/index.html"))
        page.wait_for_timeout(1500)
        for path in place.pages("basics"):
            page.goto(place.address(path))
            assert loaded(page) == [], path
        assert complaints == []
        assert page.locator(".newer").count() == 0


def test_nothing_is_registered_from_a_disk(browser: Any, place: Place) -> None:
    """`file:` has no workers, and the page does not ask for one."""
    with visitor(browser) as page:
        complaints: list[str] = []
        page.on("console", lambda said: complaints.append(said.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto((place.web / "teaching/site/basics/learn/index.html").as_uri())
        page.wait_for_timeout(200)
        assert complaints == []
