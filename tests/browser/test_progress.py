"""What a learner has done stays: through killed browsers, two windows, damaged stores, rebuilt courses."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from support.chromium import chromium, opened
from support.learning import NO_ROOM, NOTHING_KEPT, kill, learn, profile

pytestmark = pytest.mark.browser

RECORDS = "Object.keys(localStorage).filter((key) => /^lactern:1:c:[0-9a-f]{8}$/.test(key))"
Give = Callable[[Any], None]


def tick(question: str, value: str) -> Give:
    return lambda page: page.check(f'[data-question="{question}"] input[value="{value}"]')


def picked(question: str, part: str) -> Callable[[Any], str]:
    return lambda page: page.locator(f'[data-question="{question}"] [data-part="{part}"] select').input_value()


def ticked(question: str, value: str) -> Callable[[Any], bool]:
    return lambda page: page.is_checked(f'[data-question="{question}"] input[value="{value}"]')


def match(page: Any) -> None:
    page.select_option('[data-question="pairs"] [data-part="oxytocin"] select', index=1)


# What is answered, and how it looks when it is still there.
ANSWERS: list[tuple[Give, Callable[[Any], Any]]] = [
    (tick("onset", "letdown"), ticked("onset", "letdown")),
    (tick("fits", "brief"), ticked("fits", "brief")),
    (tick("fits", "wave"), ticked("fits", "wave")),
    (tick("truth", "false"), ticked("truth", "false")),
    (
        lambda page: page.type('[data-question="word"] input', "milk ejection reflex"),
        lambda page: page.input_value('[data-question="word"] input') == "milk ejection reflex",
    ),
    (match, picked("pairs", "oxytocin")),
    (tick("ask", "when"), ticked("ask", "when")),
]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The module, built once."""
    return learn(tmp_path_factory.mktemp("course"), tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as found:
        yield found


def at(pages: Path, name: str) -> str:
    return (pages / f"{name}.html").as_uri()


def kept(page: Any) -> None:
    """Wait until the browser has said that the last change is on disk."""
    page.wait_for_selector("html[data-kept=safe]", state="attached")


def parts(pages: Path) -> list[str]:
    """The names of the lesson's pages."""
    home = (pages / "index.html").read_text("utf-8")
    found = dict.fromkeys(re.findall(r'data-stop="[^"]+"[^>]*><a href="([^"]+)\.html"', home))
    return [name for name in found if not name.startswith(("quiz-", "references", "certificate", "glossary"))]


def read_all(page: Any, pages: Path) -> None:
    for name in parts(pages):
        page.goto(at(pages, name))
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        page.wait_for_selector(".contents .is-done > [aria-current=page]", state="attached")


def hand_in(page: Any, pages: Path, answers: list[tuple[Give, Callable[[Any], Any]]] = ANSWERS) -> None:
    page.goto(at(pages, "quiz-post-test"))
    for give, _ in answers:
        give(page)
    page.get_by_role("button", name="Hand in").click()
    anyway = page.get_by_role("button", name="Hand in anyway")
    if anyway.count():
        anyway.click()
    page.wait_for_selector(".quiz-result .q-verdict")


def test_killed_after_each_answer(pages: Path, tmp_path: Path) -> None:
    """The process is killed after each answer, and nothing is lost: not one answer, not the result, not the survey."""
    folder = tmp_path / "profile"
    for given, (give, _) in enumerate(ANSWERS):
        with profile(folder) as browser:
            page = browser.new_page()
            page.goto(at(pages, "quiz-post-test"))
            kept(page) if given else None
            page.wait_for_selector("html.is-live", state="attached")
            assert [bool(there(page)) for _, there in ANSWERS[:given]] == [True] * given
            give(page)
            kept(page)
            kill(folder)
    with profile(folder) as browser:
        page = browser.new_page()
        page.goto(at(pages, "quiz-post-test"))
        kept(page)
        page.get_by_role("button", name="Hand in").click()
        anyway = page.get_by_role("button", name="Hand in anyway")
        if anyway.count():
            anyway.click()
        page.wait_for_selector(".quiz-result .q-verdict")
        kept(page)
        kill(folder)
    with profile(folder) as browser:
        page = browser.new_page()
        page.goto(at(pages, "quiz-post-test"))
        page.wait_for_selector(".quiz-result .q-verdict")
        assert "Passed" in page.inner_text(".quiz-result")


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A fresh learner."""
    with opened(browser, accept_downloads=True) as made:
        yield made


def saved(page: Any, press: Callable[[], None]) -> str:
    with page.expect_download() as download:
        press()
    return Path(download.value.path()).read_text("utf-8")


def settings(page: Any) -> None:
    page.click("[data-opens=settings]")


def progress_file(page: Any) -> str:
    settings(page)
    return saved(page, lambda: page.click("[data-save]"))


def load(page: Any, text: str, tmp_path: Path) -> None:
    if not page.locator("#panel-settings").is_visible():
        settings(page)
    file = tmp_path / "progress.json"
    file.write_text(text, encoding="utf-8")
    page.set_input_files("[data-load]", file)
    page.wait_for_selector("[data-keeping]:not(:empty)")


def test_two_windows_answer_the_same_test(page: Any, pages: Path) -> None:
    """Each window answers what the other has not, with the focus in a question all the while; both answers stand."""
    other = page.context.new_page()
    for one in (page, other):
        one.goto(at(pages, "quiz-post-test"))
        kept_or_new(one)
    tick("onset", "letdown")(page)
    tick("truth", "false")(other)
    tick("fits", "brief")(page)
    page.locator('[data-question="word"] input').first.type("reflex")
    match(other)
    for one in (page, other):
        kept(one)
    for one in (page, other):
        one.reload()
        kept(one)
        assert ticked("onset", "letdown")(one)
        assert ticked("truth", "false")(one)
        assert ticked("fits", "brief")(one)
        assert one.input_value('[data-question="word"] input') == "reflex"
        assert picked("pairs", "oxytocin")(one)


def kept_or_new(page: Any) -> None:
    page.wait_for_selector("html.is-live", state="attached")


def test_an_attempt_that_another_window_began_is_not_undone(page: Any, pages: Path) -> None:
    """A window left open on the first attempt cannot bring it back."""
    other = page.context.new_page()
    other.goto(at(pages, "quiz-post-test"))
    kept_or_new(other)
    hand_in(page, pages, ANSWERS[:1])
    other.wait_for_selector(".quiz-result .q-verdict")  # it sees that the test was handed in
    page.get_by_role("button", name=re.compile("Try")).first.click()
    tick("truth", "false")(page)
    kept(page)
    page.reload()
    kept(page)
    assert ticked("truth", "false")(page)
    assert not page.locator(".quiz-result .q-verdict").count()


RUBBISH = ["{oops", "[]", "null", '"x"', '{"v":1,"pages":7,"quizzes":[],"outcomes":{"t":[{"at":1}]}}', "x" * 9000]


@pytest.mark.parametrize("rubbish", RUBBISH, ids=[text[:12] for text in RUBBISH])
def test_rubbish_in_both_stores(page: Any, pages: Path, rubbish: str) -> None:
    """It is said in plain words, the page works, and the next answer is kept."""
    page.goto(at(pages, "quiz-post-test"))
    tick("onset", "letdown")(page)
    kept(page)
    page.evaluate(
        """(rubbish) => new Promise((done) => {
            for (const key of Object.keys(localStorage)) localStorage.setItem(key, rubbish);
            const asked = indexedDB.open("lactern", 1);
            asked.onsuccess = () => {
                const work = asked.result.transaction("records", "readwrite");
                const shelf = work.objectStore("records");
                shelf.getAllKeys().onsuccess = (event) => event.target.result.forEach((key) => shelf.put(rubbish, key));
                work.oncomplete = () => { asked.result.close(); done(); };
            };
        })""",
        rubbish,
    )
    # The page that is left must not put its own record back.
    page.evaluate("() => { Storage.prototype.setItem = () => {}; IDBObjectStore.prototype.put = () => { throw 0 } }")
    page.reload()
    page.wait_for_selector("[data-notice]:not([hidden])")
    assert "was damaged" in page.inner_text("[data-notice]")
    tick("truth", "false")(page)
    kept(page)
    page.reload()
    kept(page)
    assert ticked("truth", "false")(page)
    assert page.locator("[data-notice]").is_hidden()


def test_strange_answers_do_not_stop_a_page(page: Any, pages: Path) -> None:
    """Answers of the wrong kind under the right revision: the page still comes to life, and can be answered."""
    page.goto(at(pages, "quiz-post-test"))
    for give, _ in ANSWERS:
        give(page)
    kept(page)
    for odd in ('{"x":{"y":["z"]}}', '["a",7,null]', "12", "true", '"nothing of the kind"'):
        page.evaluate(
            f"""(odd) => {{ const [key] = {RECORDS}; const record = JSON.parse(localStorage.getItem(key));
            for (const answer of Object.values(record.quizzes["post-test"].questions)) {{
                answer.response = odd; answer.at += 1000; answer.result = {{}}; }}
            localStorage.setItem(key, JSON.stringify(record)); }}""",
            json.loads(odd),
        )
        page.reload()
        kept(page)
        tick("onset", "day")(page)
        kept(page)


def test_nothing_may_be_kept(browser: Any, pages: Path) -> None:
    """It is said once, life goes on, and the file is offered."""
    with opened(browser, accept_downloads=True) as page:
        page.add_init_script(NOTHING_KEPT)
        page.goto(at(pages, "quiz-post-test"))
        page.wait_for_selector("[data-notice]:not([hidden])")
        assert "progress will be lost" in page.inner_text("[data-notice]")
        tick("onset", "letdown")(page)
        text = saved(page, lambda: page.click("[data-notice] button"))
        found = json.loads(text)["progress"]["quizzes"]["post-test"]["questions"]["onset"]
        assert found["response"] in ("letdown", ["letdown"])


def test_no_room_is_left(browser: Any, pages: Path) -> None:
    """A full store is said with the first answer, and the file is offered."""
    with opened(browser, accept_downloads=True) as page:
        page.add_init_script(NO_ROOM)
        page.goto(at(pages, "quiz-post-test"))
        tick("onset", "letdown")(page)
        page.wait_for_selector("[data-notice]:not([hidden])")
        assert "full" in page.inner_text("[data-notice]")
        assert "letdown" in saved(page, lambda: page.click("[data-notice] button"))
        page.get_by_role("button", name="Hand in").click()


def test_from_one_device_to_another(browser: Any, page: Any, pages: Path, tmp_path: Path) -> None:
    """The file brings everything; what is here already is put together or put aside, as the learner says."""
    hand_in(page, pages)
    text = progress_file(page)
    with opened(browser) as phone:
        phone.goto(at(pages, "quiz-post-test"))
        load(phone, text, tmp_path)
        assert phone.inner_text("[data-keeping]") == "Progress has been loaded."
        assert phone.locator(".quiz-result .q-verdict").count()
        kept(phone)
    with opened(browser) as shared:
        read_all(shared, pages)
        shared.goto(at(pages, "quiz-evaluation"))
        assert shared.locator(".contents .is-done").count() == 2
        load(shared, text, tmp_path)
        shared.get_by_role("button", name="Use only the file").click()
        shared.wait_for_selector("[data-notice]:not([hidden])")
        assert shared.locator(".contents .is-done").count() == 1
        read_all(shared, pages)
        shared.goto(at(pages, "quiz-evaluation"))
        load(shared, text, tmp_path)
        shared.get_by_role("button", name="Put both together").click()
        shared.wait_for_selector("[data-keeping]:has-text('has been loaded')")
        assert shared.locator(".contents .is-done").count() == 3
        shared.goto(at(pages, "quiz-post-test"))
        assert shared.locator(".quiz-result .q-verdict").count()


def test_files_are_refused_with_a_reason(page: Any, pages: Path, tmp_path: Path) -> None:
    """Tampered, cut off, foreign, newer, or no such file at all: each says why, and nothing changes."""
    page.goto(at(pages, "quiz-post-test"))
    tick("onset", "letdown")(page)
    kept(page)
    text = progress_file(page)
    before = page.evaluate(f"{RECORDS}.map((key) => localStorage.getItem(key)).join()")
    other = page.context.new_page()
    other.goto(at(pages, "index"))
    for odd, why in (
        (text.replace("letdown", "day"), "was changed or damaged"),
        (text[:-20], "cannot be read"),
        ("PK\x03\x04", "cannot be read"),
        (text.replace('"v": 1', '"v": 9', 1), "newer version"),
        ('{"lactern": "results", "v": 1}', "not a progress file"),
    ):
        load(page, odd, tmp_path)
        page.wait_for_selector(f"[data-keeping]:has-text('{why}')")
        assert "Nothing here has changed" in page.inner_text("[data-keeping]")
    assert page.evaluate(f"{RECORDS}.map((key) => localStorage.getItem(key)).join()") == before


def test_another_course_of_the_same_name(
    browser: Any, page: Any, pages: Path, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Two courses that share their folder's name never mix; starting one afresh leaves the other; files do not fit."""
    stranger = learn(
        tmp_path / "stranger", tmp_path_factory.getbasetemp() / "cache", title="Another", stem="And when does it end?"
    )
    hand_in(page, pages)
    mine = progress_file(page)
    read_all(page, pages)
    page.goto(at(stranger, "quiz-post-test"))
    page.wait_for_timeout(300)
    assert page.locator(".is-done").count() == 0
    assert not page.locator(".quiz-result .q-verdict").count()
    load(page, mine, tmp_path)
    assert "belongs to another course: “A course”" in page.inner_text("[data-keeping]")
    page.keyboard.press("Escape")
    tick("truth", "true")(page)
    kept(page)
    settings(page)
    page.click("#panel-settings [data-opens=fresh]")
    page.click("[data-fresh]")
    page.wait_for_url("**/index.html**")
    page.goto(at(stranger, "quiz-post-test"))
    assert not ticked("truth", "true")(page)
    page.goto(at(pages, "quiz-post-test"))
    assert "Passed" in page.inner_text(".quiz-result")


def test_a_rebuilt_module_asks_again_only_what_has_changed(
    page: Any, pages: Path, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """One question was reworded: it is asked again, the others keep their answers; what was passed stays so."""
    hand_in(page, pages)
    read_all(page, pages)
    rebuilt = learn(tmp_path / "rebuilt", tmp_path_factory.getbasetemp() / "cache", stem="When, again, does it begin?")
    page.goto(at(rebuilt, "quiz-post-test"))
    kept(page)
    assert page.locator('[data-question="onset"] input:checked').count() == 0
    for _, there in ANSWERS[1:]:
        assert there(page)
    assert page.locator('[data-stop="quiz-post-test"].is-done').count()
    tick("onset", "day")(page)
    kept(page)
    page.goto(at(pages, "quiz-post-test"))
    kept(page)
    assert ticked("onset", "letdown")(page)  # who opens the old module again finds the old answer


def test_start_fresh_leaves_nothing_of_the_course(page: Any, pages: Path) -> None:
    """No answer, result or name in either store; other keys stay."""
    hand_in(page, pages)
    page.evaluate("localStorage.setItem('lactern:1:c2:00000000', 'kept')")
    page.evaluate(f"const [key] = {RECORDS}; localStorage.setItem(key + ':name', 'Ana')")
    settings(page)
    page.click("#panel-settings [data-opens=fresh]")
    page.click("[data-fresh]")
    page.wait_for_url("**/index.html**")
    page.wait_for_selector("[data-notice]:not([hidden])")
    everything = page.evaluate(
        """() => new Promise((done) => { const asked = indexedDB.open("lactern", 1); asked.onsuccess = () => {
            asked.result.transaction("records").objectStore("records").getAll().onsuccess = (event) =>
                done(JSON.stringify([event.target.result, { ...localStorage }])); }; })"""
    )
    assert "letdown" not in everything
    assert "Ana" not in everything
    assert "percent" not in everything
    assert page.evaluate("localStorage.getItem('lactern:1:c2:00000000')") == "kept"


def test_completion_is_shown_as_it_goes(page: Any, pages: Path) -> None:
    """Read, passed, filled in: each step is ticked when it is done, and the certificate comes with the last."""
    page.goto(at(pages, "certificate"))
    assert page.locator("[data-steps] .is-done").count() == 0
    read_all(page, pages)
    page.goto(at(pages, "certificate"))
    assert page.locator("[data-steps] .is-done").count() == 1
    hand_in(page, pages)
    page.goto(at(pages, "certificate"))
    assert page.locator("[data-steps] .is-done").count() == 2
    assert page.locator(".certificate").is_hidden()
    page.goto(at(pages, "quiz-evaluation"))
    page.locator(".q[data-question=clear] input").nth(3).check()
    page.get_by_role("button", name="Finish").click()
    page.goto(at(pages, "certificate"))
    assert page.locator("[data-steps] .is-done").count() == 3
    assert page.locator(".certificate").is_visible()
