"""The build's own last look at what is about to be published.

A second pair of eyes: formats are written so that none of this can happen, and templates and themes of authors are
not. Only looks for bytes in text files; PDFs and packages are compressed and are judged by the formats' own tests.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath

from builder.model.diagnostic import Diagnostic, Rule, in_order
from builder.model.output import Output
from builder.model.place import Place
from builder.render.memo import Memo, Shelf
from builder.write.marker import digest
from builder.write.rules import ABSOLUTE, DRAFT, KEYS, NOTES, OUTSIDE

TEXT = frozenset((".html", ".htm", ".js", ".mjs", ".css", ".json", ".svg", ".xml", ".txt", ".md", ".vtt", ".csv"))
PAGES = frozenset((".html", ".htm", ".svg", ".xml", ".css"))
NOTES_MARKUP = (
    b'class="notes"',
    b'class="notes ',
    b"data-notes=",
    b"<body data-presenter",
    b'" data-presenter',
    b'class="facilitator',
)
EXPECTED = re.compile(rb'class="quiz-data">[^<]*?"expect":')  # what a presenter may expect of a poll
KEYS_TOLD = re.compile(rb'class="quiz-data">\{"id":"[^"]*","mode":"([^"]*)"[^<]*?"keys":true')
LOADED = (
    b'src="http',
    b"src='http",
    b'src="//',
    b"src='//",
    b'poster="http',
    b'srcset="http',
    b"url(http",
    b'url("http',
    b"url('http",
    b'url("//',
    b"url(//",
)
LINKED = re.compile(rb"<link\b[^>]*?\bhref=[\"']?(?:https?:)?//[^>]*>")
HARMLESS = re.compile(rb"\brel=[\"']?(?:canonical|license|author|alternate|help)\b")
PRESENTERS = re.compile(r"-(?:notes|key|facilitator)(?:-(?:a4|letter))?\.(?:pdf|html)$")


def scan(
    outputs: Iterable[Output],
    root: Path,
    forbidden: Sequence[bytes] = (),
    *,
    openly: Callable[[bytes], bool] = lambda text: False,
    without_answers: bool = False,
    drafts: Sequence[str] = (),
    seen: Shelf | None = None,
) -> tuple[Diagnostic, ...]:
    """Look through the site's outputs; nothing is read from or written to disk.

    `forbidden` are texts that only the presenter may see, as they would stand in a page, unless `openly` knows that the
    audience was told them too; `drafts` are ids of courses that are not to be published. The presenter's tree is not
    looked at. `seen` remembers what was found clean.
    """
    machine = tuple(bytes(p) for p in {root.absolute(), root.resolve(), _home()} if len(p.parts) > 2)
    probes = _probes(forbidden)
    seen = seen or Shelf(Memo(None), "seen", "")
    asked = digest(repr((sorted(machine), forbidden, without_answers, drafts)).encode())
    found: list[Diagnostic] = []
    pardoned: list[bytes] = []

    def is_open(text: bytes) -> bool:
        if openly(text):
            pardoned.append(text)
            return True
        return False

    for output in outputs:
        if output.tree != "site":
            continue
        name = f"{digest(output.data)} {asked} {output.path}"
        if seen.find(name):
            continue
        pardoned.clear()
        noticed = list(_look(output, machine, probes, is_open, without_answers, drafts))
        found += noticed
        if not noticed and not pardoned:  # what pardons a page stands in another
            seen.keep(name, b"clean")
    return in_order(found)


def _marked(data: bytes, mark: bytes) -> int:
    """Where a mark stands in a tag, -1 where it does not: a lesson may show such a tag as code."""
    if mark.startswith(b"<"):
        return data.find(mark)
    found = re.search(rb"<[^<>]*?" + re.escape(mark), data) if mark in data else None
    return found.end() - len(mark) if found else -1


def _loaded(path: PurePosixPath, data: bytes, mark: bytes) -> int:
    """Where an address stands that a browser follows: in a tag or a style, not in what a lesson says of addresses."""
    if mark not in data or path.suffix == ".css":
        return data.find(mark)
    found = re.search(rb"<style\b[^<]*?" + re.escape(mark), data)
    return found.end() - len(mark) if found else _marked(data, mark)


def _look(
    output: Output,
    machine: Sequence[bytes],
    probes: dict[bytes, list[bytes]],
    is_open: Callable[[bytes], bool],
    without_answers: bool,
    drafts: Sequence[str],
) -> Iterator[Diagnostic]:
    path = output.path
    if path.parts[0] in drafts:
        yield _found(DRAFT, path, f"“{path.parts[0]}” is a draft")
    if "print" in path.parts and PRESENTERS.search(path.name):  # a lesson may be about notes, or called the key
        yield _found(NOTES, path, "a file with this name belongs in the presenter's folder")
    if output.copy_of or path.suffix not in TEXT:
        return
    data = output.data
    for mark in NOTES_MARKUP if path.suffix in PAGES else ():
        at = _marked(data, mark)
        if at >= 0:
            yield _found(NOTES, path, f"`{mark.decode()}` stands in it", data, at)
    for text in _in(data, probes):
        if is_open(text):
            continue
        yield _found(NOTES, path, f"it holds the presenter's words “{_short(text)}”", data, data.index(text))
    for told in KEYS_TOLD.finditer(data) if without_answers and path.suffix in PAGES else ():
        # On a slide the room answers together, and the key is part of the talk.
        if told[1] == b"exam" or "learn" in path.parts:
            yield _found(KEYS, path, "a quiz in it carries its key", data, told.start())
    for told in EXPECTED.finditer(data) if path.suffix in PAGES else ():
        yield _found(NOTES, path, "a poll in it says what to expect", data, told.start())
    for place in machine:
        if place in data:
            yield _found(ABSOLUTE, path, f"`{_short(place)}` stands in it", data, data.index(place))
    if path.suffix in PAGES and (b"http" in data or b"//" in data):
        if (at := _loaded(path, data, b"file://")) >= 0:
            yield _found(ABSOLUTE, path, "`file://` stands in it", data, at)
        for mark in LOADED:
            if (at := _loaded(path, data, mark)) >= 0:
                yield _found(OUTSIDE, path, f"`{mark.decode()}…` loads from the network", data, at)
        for link in LINKED.finditer(data) if b"<link" in data else ():
            if not HARMLESS.search(link[0]):
                yield _found(OUTSIDE, path, f"`{_short(link[0])}` loads from the network", data, link.start())


def _probes(forbidden: Sequence[bytes]) -> dict[bytes, list[bytes]]:
    """Each text under its longest inner word: a page without that word need not be searched for the text.

    The first and the last word are no probes, since in a page a tag may touch them.
    """
    probes: dict[bytes, list[bytes]] = {}
    for text in sorted(set(forbidden)):
        if text.strip():
            probes.setdefault(max(text.split()[1:-1], key=len, default=b""), []).append(text)
    return probes


def _in(data: bytes, probes: dict[bytes, list[bytes]]) -> Iterator[bytes]:
    """The texts that stand in these bytes."""
    if not probes:
        return
    for word in sorted(probes.keys() & {*data.split(), b""}):
        yield from (text for text in probes[word] if text in data)


def _found(rule: Rule, path: PurePosixPath, said: str, data: bytes = b"", offset: int = 0) -> Diagnostic:
    before = data[:offset]
    column = offset - before.rfind(b"\n")
    return Diagnostic(rule, Place(f"site/{path}", before.count(b"\n") + 1, column), said, rule.instead)


def _short(text: bytes) -> str:
    said = text.decode("utf-8", errors="replace")
    return said if len(said) <= 60 else f"{said[:57]}…"


def _home() -> Path:
    try:
        return Path.home()
    except RuntimeError:  # a user without a home
        return Path("/")
