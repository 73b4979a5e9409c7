"""Who gets what from the preview, and who does not."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from builder.pipeline import Options
from builder.render import press
from builder.serve.app import Stage, application
from builder.serve.phones import Door, free_port
from builder.serve.preview import Preview
from support.project import Project

HERE = ("127.0.0.1", 50000)
PHONE = ("192.168.1.20", 50000)
DOOR = Door("0.0.0.0", 8000, "192.168.1.2", "open-sesame")


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    project = (
        Project(tmp_path)
        .picture()
        .lesson("## One {#one}\n\nWords.\n\n![A shape](img/x.svg)\n\n::: notes\nHush.\n:::\n")
    )
    preview = Preview(project.root, Options())
    preview.look()
    return Stage(preview, DOOR)


def client(stage: Stage, who: tuple[str, int], **more: str) -> TestClient:
    return TestClient(application(stage), base_url="http://192.168.1.2:8000", client=who, headers=more)


@pytest.fixture
def here(stage: Stage) -> TestClient:
    return client(stage, HERE)


def test_the_start_page_leads_to_everything(here: TestClient) -> None:
    """Every link on it opens."""
    page = here.get("/")
    assert page.status_code == 200
    links = re.findall(r'href="(/[^"]*)"', page.text)
    assert "/site/c/slides/lesson.html" in links
    assert "/presenter/c/slides/lesson.html" in links
    assert {link: here.get(link).status_code for link in links} == dict.fromkeys(links, 200)
    assert "<code>lactern guide</code>" in page.text


def test_pages_listen_for_changes(here: TestClient) -> None:
    """The script comes first, the policy lets it listen, and nothing is kept by the browser."""
    page = here.get("/site/c/slides/lesson.html")
    assert page.text.index("/_lactern/live.js") < page.text.index("deck-")
    assert "connect-src 'self'" in page.text
    assert page.headers["cache-control"] == "no-store"
    assert here.get("/site/c/learn/service-worker.js").status_code == 404


def test_a_phone_sees_the_audience_s_part_alone(stage: Stage) -> None:
    """Notes and keys open with the key only, and then stay open for that phone."""
    phone = client(stage, PHONE)
    assert phone.get("/site/c/slides/lesson.html").status_code == 200
    assert phone.get("/presenter/c/slides/lesson.html").status_code == 403
    assert "/presenter/" not in phone.get("/").text
    assert "lactern guide" not in phone.get("/").text
    assert phone.get("/presenter/index.html?key=wrong").status_code == 403
    assert phone.get("/presenter/index.html?key=open-sesame").status_code == 200
    assert phone.get("/presenter/c/slides/lesson.html").status_code == 200


def test_a_computer_that_cannot_print_says_where_to_ask(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    """Nothing was renamed there. What was printed before, in another test, does not help."""

    def missing() -> None:
        raise OSError("cannot load library 'libpango-1.0-0'")

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(press, "_load", missing)
    here: TestClient = request.getfixturevalue("here")
    told = here.get("/site/c/print/lesson-reading-a4.pdf")
    assert (told.status_code, "lactern doctor" in told.text, "renamed" in told.text) == (404, True, False)
    assert "renamed" in here.get("/site/c/nothing.html").text


def test_a_wrong_key_on_a_page_of_the_audience_opens_nothing(stage: Stage) -> None:
    """The key is set down for a phone that has shown it, never for one that has shown some other."""
    phone = client(stage, PHONE)
    page = phone.get("/site/c/slides/lesson.html?key=wrong")
    assert (page.status_code, "set-cookie" in page.headers) == (200, False)
    assert phone.get("/presenter/c/slides/lesson.html").status_code == 403
    assert "set-cookie" in phone.get("/site/c/slides/lesson.html?key=open-sesame").headers


def test_a_phone_hears_of_changes_and_of_no_findings(tmp_path: Path) -> None:
    """Findings speak of notes and keys, and an address may be the presenter's."""
    project = Project(tmp_path).lesson("## One {#one}\n\nWords.\n\n::: notes\nHush.\n:::\n")
    preview = Preview(project.root, Options())
    preview.look()
    stage = Stage(preview, DOOR)
    stage.stop.set()

    def told(who: tuple[str, int]) -> Any:
        return json.loads(client(stage, who).get("/_lactern/events").text.removeprefix("data: "))

    ours, room = told(HERE), told(PHONE)
    assert {one.split("/")[0] for one in ours["changed"]} == {"site", "presenter"}
    assert {one.split("/")[0] for one in room["changed"]} == {"site"}
    project.lesson("## One {#one}\n\nWords.\n\n::: notes\nHush {{< nothing >}}.\n:::\n")
    preview.look()
    assert told(HERE)["diagnostics"]
    assert told(PHONE)["diagnostics"] == []


def test_codes_are_for_the_presenter(stage: Stage, here: TestClient) -> None:
    """The key stands on the presenter's start page, and on no other."""
    assert "open-sesame" in here.get("/").text
    assert "open-sesame" not in client(stage, PHONE).get("/").text


def test_a_page_elsewhere_cannot_read_this_one(stage: Stage) -> None:
    """A name that is not ours is turned away: DNS rebinding would let any page on the web read a draft."""
    assert client(stage, HERE, host="evil.example").get("/").status_code == 400


@pytest.mark.parametrize(
    "path",
    [
        "/site/../slides/c/course.yaml",
        "/site/%2e%2e/slides/c/course.yaml",
        "/slides/c/course.yaml",
        "/site//etc/passwd",
    ],
)
def test_nothing_but_what_was_made_is_given_out(here: TestClient, path: str) -> None:
    """Addresses are looked up among the outputs; no path is ever opened."""
    assert here.get(path).status_code == 404


def test_the_next_free_port() -> None:
    """A port in use is passed over."""
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert free_port("127.0.0.1", port) > port
        with pytest.raises(OSError, match="no port"):
            free_port("127.0.0.1", port, tries=1)
