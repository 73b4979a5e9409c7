"""The last look at what is about to be published."""

from pathlib import Path, PurePosixPath

import pytest

from builder.model.output import Output, Tree
from builder.render.memo import Memo, Shelf
from builder.write.scan import scan

ROOT = Path("/srv/teaching/course")
QUIZ = b'<script class="quiz-data">{"id":"post-test","mode":"%s","pass":80,"keys":%s,"questions":[]}</script>'


def look(data: bytes, path: str = "c/slides/l.html", tree: Tree = "site", **options: object) -> list[str]:
    found = scan([Output(tree, PurePosixPath(path), data)], ROOT, **options)  # type: ignore[arg-type]
    return [d.rule.code for d in found]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b'<aside class="notes">Wait here.</aside>', "F911"),
        (b'<body class="deck" data-presenter>', "F911"),
        (b'<script class="quiz-data">{"id":"p","expect":"most say yes"}</script>', "F911"),
        (b'<a href="file:///home/me">', "F914"),
        (b"<p>/srv/teaching/course/slides</p>", "F914"),
        (b"<style>p { background: url(https://cdn.example/a.png) }</style>", "F915"),
        (b'<p style="background: url(//cdn.example/a.png)">', "F915"),
        (b'<script src="https://cdn.example/reveal.js"></script>', "F915"),
        (b'<img alt="" src="//cdn.example/a.png">', "F915"),
        (b'<link rel="stylesheet" href="https://fonts.example/css">', "F915"),
    ],
)
def test_finds_what_may_not_be_published(data: bytes, code: str) -> None:
    """Notes, machine paths and files from the network, each in a page."""
    assert look(data) == [code]


@pytest.mark.parametrize(
    "data",
    [
        b'<a href="https://doi.org/10.1186/1746-4358-6-6">source</a>',
        b'<link rel="license" href="https://creativecommons.org/licenses/by/4.0/">',
        b'<svg xmlns="http://www.w3.org/2000/svg"></svg>',
        b'<p class="footnotes">1</p><script src="../../assets/deck.js"></script>',
        b'<script type="application/json" id="lactern-words">{"expect":"What to expect"}</script>',
        b"<code>&lt;img src=&quot;https://x&quot;&gt;</code>",
        b'<p>What begins with file:// opens from a disk, src="https://x" from the network, url(https://x) too.</p>',
    ],
)
def test_leaves_what_is_fine(data: bytes) -> None:
    """Links that are only followed by a click, names of languages, and talk about markup."""
    assert look(data) == []


def test_the_presenters_tree_is_not_looked_at() -> None:
    """There, notes are what it is for."""
    assert look(b'<aside class="notes">Wait.</aside>', tree="presenter") == []


def test_finds_the_presenters_words_with_their_place() -> None:
    """A note that slipped into a page by any road is found by its words, on its line."""
    note = "Ask for hands: who has heard “homesick for a minute”?".encode()
    found = scan(
        [Output("site", PurePosixPath("c/learn/p.html"), b"<p>\n<p><b>" + note + b"</b>")],
        ROOT,
        [note, b"another long note here"],
    )
    assert [(d.rule.code, str(d.at)) for d in found] == [("F911", "site/c/learn/p.html:2:7")]


def test_what_the_audience_was_told_too_is_no_secret(tmp_path: Path) -> None:
    """And that a page was pardoned for it is not remembered: what pardons it may be gone the next time."""
    seen = Shelf(Memo(tmp_path), "seen", "")
    page = Output("site", PurePosixPath("c/learn/p.html"), b"<p>Slow down here, and wait.</p>")
    note = [b"Slow down here, and wait."]
    assert scan([page], ROOT, note, openly=lambda text: text in note, seen=seen) == ()
    assert [d.rule.code for d in scan([page], ROOT, note, seen=seen)] == ["F911"]


@pytest.mark.parametrize("note", [b"Wait", b"Wait here", b"one two three"])
def test_short_words_are_found_too(note: bytes) -> None:
    """Texts of one, two or three words have few inner words to look for first."""
    assert look(b"<p>" + note + b"</p>", forbidden=[note]) == ["F911"]
    assert look(b"<p>something else</p>", forbidden=[note]) == []


@pytest.mark.parametrize(
    ("mode", "keys", "path", "codes"),
    [
        (b"exam", b"true", "c/learn/q.html", ["F912"]),
        (b"practice", b"true", "c/learn/q.html", ["F912"]),
        (b"deck", b"true", "c/slides/l.html", []),
        (b"exam", b"false", "c/learn/q.html", []),
    ],
)
def test_keys_when_answers_are_left_out(mode: bytes, keys: bytes, path: str, codes: list[str]) -> None:
    """With `--without-answers` no page to learn from carries a key; without it keys are expected."""
    assert look(QUIZ % (mode, keys), path, without_answers=True) == codes
    assert look(QUIZ % (mode, keys), path) == []


def test_drafts_and_presenters_files_by_name() -> None:
    """A draft's page, and a file whose name says that it is the presenter's."""
    assert look(b"", "draft/index.html", drafts=["draft"]) == ["F913"]
    assert look(b"%PDF", "c/print/post-test-key-a4.pdf") == ["F911"]
    assert look(b"%PDF", "c/print/lesson-notes-a4.pdf") == ["F911"]
    assert look(b"%PDF", "c/print/turnkey-a4.pdf") == []
    assert look(b"<p>x</p>", "c/slides/the-key-to-a-latch.html") == []
    assert look(b"%PDF", "c/print/the-key-to-a-latch-3up-a4.pdf") == []


def test_markup_of_notes_that_is_shown_as_code() -> None:
    """A lesson about slides shows it, and holds none."""
    assert look(b'<code>&lt;section data-notes="x"&gt;</code>', "c/slides/l.html") == []
    assert look(b'<section id="a" data-notes="x">', "c/slides/l.html") == ["F911"]
