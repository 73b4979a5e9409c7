"""What a service worker is told to keep."""

import json
import re
from pathlib import PurePosixPath
from typing import Any

from builder.model.output import Output
from builder.render.offline import worker

PAGE = b"""<link href="../../assets/module-0123456789.css">
<a href="../print/log-a4.pdf"><img src="../../assets/my pic-0123456789.png">"""
SITE = {
    "c/learn/index.html": PAGE,
    "c/learn/search-index.js": b"window.x=[]",
    "c/index.html": b'<link href="../assets/home-0123456789.css">',
    "c/print/log-a4.pdf": b"%PDF",
    "c/print/other-a4.pdf": b"%PDF",
    "c/slides/deck.html": b'<link href="../../assets/deck-0123456789.css">',
    "assets/module-0123456789.css": b"@font-face{src:url(text-0123456789.woff2)}a{background:url(data:x)}",
    "assets/home-0123456789.css": b"",
    "assets/deck-0123456789.css": b"",
    "assets/text-0123456789.woff2": b"f",
    "assets/film-0123456789.mp4": b"f",
    "d/learn/index.html": b"another course",
}


def told(changes: dict[str, bytes] | None = None, course: str = "c") -> dict[str, Any]:
    """The list that a build with these files puts before the worker."""
    files = SITE | (changes or {})
    outputs = [Output("site", PurePosixPath(path), data) for path, data in files.items()]
    outputs.append(Output("site", PurePosixPath("assets/my pic-0123456789.png"), copy_of="slides/c/my pic.png"))
    outputs.append(Output("presenter", PurePosixPath("c/learn/index.html"), b"not for the audience"))
    (made,) = worker(course, outputs)
    assert made.path == PurePosixPath(course, "service-worker.js")
    found = re.match(rb"self\.lacternOffline=(.*);\n", made.data)
    assert found
    value: dict[str, Any] = json.loads(found[1])
    return value


def test_the_module_and_all_it_needs_is_kept_whole() -> None:
    """Names with a hash need no revision; the others carry one, and a hash that what arrives is held against."""
    pages = {entry["url"]: entry for entry in told()["pages"]}
    assert list(pages) == [
        "../assets/module-0123456789.css",
        "../assets/my pic-0123456789.png",
        "../assets/text-0123456789.woff2",
        "learn/index.html",
        "learn/search-index.js",
    ]
    assert pages["../assets/text-0123456789.woff2"]["revision"] is None
    assert pages["learn/index.html"]["integrity"].startswith("sha256-")


def test_what_the_module_leads_to_is_kept_where_there_is_room() -> None:
    assert told()["more"] == ["../assets/home-0123456789.css", "index.html", "print/log-a4.pdf"]


def test_films_stay_on_the_network() -> None:
    page = PAGE + b'<video src="../../assets/film-0123456789.mp4">'
    assert "film" not in json.dumps(told({"c/learn/index.html": page}))


def test_another_build_has_another_version_and_the_same_build_the_same() -> None:
    version = told()["version"]
    assert told()["version"] == version
    assert told({"c/learn/index.html": PAGE + b"!"})["version"] != version
    assert told({"c/print/log-a4.pdf": b"%PDF new"})["version"] != version
    assert told({"d/learn/index.html": b"changed"})["version"] == version


def test_a_course_without_a_module_has_no_worker() -> None:
    assert list(worker("e", [Output("site", PurePosixPath("e/index.html"), b"")])) == []
