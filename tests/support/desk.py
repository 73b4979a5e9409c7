"""A course whose files lie in memory, read by the same code as from a disk: a try costs a millisecond or two."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from unittest import mock

from builder import formats
from builder.check import checks
from builder.judging import Case, judged
from builder.model.course import Course
from builder.model.diagnostic import Diagnostic, blocking, in_order
from builder.model.output import Output
from builder.model.place import Place
from builder.parse.closed import stray
from builder.parse.project import parse_course
from builder.pipeline import Options, Workshop
from builder.read.discover import FoundCourse
from builder.read.load import load_course
from builder.read.source import Source, decode, read_source
from builder.read.theme import load_theme, read_theme
from builder.render.memo import Memo
from builder.render.templates import Templates
from builder.render.web import WebFiles
from builder.report import report
from support.project import COURSE, LESSON, REFERENCES, SVG

NO_TAG = re.compile(r"<!doctype[^>]*>|<!--.*?-->", re.DOTALL | re.IGNORECASE)
STEERING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
MOST = 8
QUIZ = "title: A\nquestions: [{id: onset, type: reflection, stem: B}]\n"
PIECES = {
    "slides/c/_p.md": "## Piece\n\nIt.\n\n{{< include _q.md >}}\n",
    "slides/c/_q.md": "*[MER]: x\n",
    "slides/c/_self.md": "{{< include _self.md >}}\n",
}
USUAL = {
    "slides/c/course.yaml": COURSE,
    "slides/c/references.yaml": REFERENCES,
    "slides/c/glossary.yaml": "- {term: Let-down, text: The reflex that makes milk flow.}\n",
    "slides/c/01-lesson.md": LESSON,
    "slides/c/sheets/leaf.md": "---\ntitle: A leaf\n---\n\n## Words {#words}\n\nWords.\n",
    "quizzes/c/post-test.yaml": QUIZ,
    **PIECES,
}
FOUND = FoundCourse(
    "c", "slides/c", "slides/c/course.yaml", "slides/c/references.yaml", ("slides/c/01-lesson.md",),
    ("slides/c/sheets/leaf.md",), ("quizzes/c/post-test.yaml",), tuple(PIECES), ("slides/c/x.svg",), (),
    "slides/c/glossary.yaml",
)  # fmt: skip


class Desk:
    """The course of `USUAL`, with the files that a try puts in their places. Only the picture lies on a disk."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        (folder / "slides/c").mkdir(parents=True)
        (folder / "slides/c/x.svg").write_text(SVG, "utf-8")
        self._shared = Templates(), WebFiles()
        self._theme = read_theme(folder, "calm", Place("slides/c/course.yaml"))[0]
        self._known: dict[tuple[str, ...], Any] = {}
        self._usual = frozenset(USUAL.items())

    def judge(self, files: Mapping[str, bytes], draw: tuple[str, ...] = ("deck",)) -> list[Diagnostic]:
        """Read, check and draw the course with these files, and look at every finding and every page."""
        texts = {name: text.encode("utf-8") for name, text in USUAL.items()} | dict(files)
        with mock.patch("builder.read.load.read_source", lambda _, file: decode(file, texts[file])):
            said, unread = load_course(self._folder, FOUND, self._recall)
        course, misread = parse_course(said, Memo(None))
        lengths = {name: rows(data) for name, data in texts.items()}
        with mock.patch("builder.read.pinpoint.lines_of", lambda path: lengths[path.as_posix()]):
            found = judged(Case(Path(), [course], (*unread, *misread), {}), Memo(None))
        for finding in found:
            sound(finding, lengths)
        printed(found, lengths)
        if not blocking(found):
            self._draw(course, draw, lengths)
        return found

    def theme(self, data: bytes) -> None:
        """Read and judge a theme.yaml, and look at every finding."""
        name = "themes/odd/theme.yaml"

        def read(base: Path, file: str) -> Source | Diagnostic:
            return decode(file, data) if file == name else read_source(base, file)

        with mock.patch("builder.read.theme.read_source", read):
            theme, found = load_theme(self._folder, "themes/odd", "odd")
        assert theme or found
        judging = (check for check in checks() if check.about == "theme") if theme else ()
        for finding in (*found, *(one for check in judging for one in check(theme))):
            sound(finding, {name: rows(data)}, ("themes/odd/",))

    def _draw(self, course: Course, targets: tuple[str, ...], lengths: Mapping[str, list[str]]) -> None:
        if course.theme != "calm" or self._theme is None:
            return
        options = Options(targets=targets)
        kit = Workshop(self._folder, options, Memo(None), (course,), *self._shared).kit(course, self._theme)
        for target in targets:
            for made in formats.load(target).outputs(course, kit):
                if isinstance(made, Diagnostic):
                    sound(made, lengths)
                elif isinstance(made, Output) and made.data is not None and made.path.suffix == ".html":
                    whole(made.data.decode("utf-8"))

    def _recall(self, key: tuple[str, ...], make: Callable[[], Any]) -> Any:
        """The usual files are read once; what a try puts in is read anew."""
        if key not in self._usual:
            return make()
        if key not in self._known:
            self._known[key] = make()
        return self._known[key]


def rows(data: bytes) -> list[str]:
    """A file's lines, with line ends and byte-order marks as the reader takes them."""
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    return data.decode(encoding, "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")


def sound(finding: Diagnostic, files: Mapping[str, list[str]], folders: tuple[str, ...] = ("slides/c/x.svg",)) -> None:
    """A finding has a place that is there, a message and a hint. A column may lie one behind the end of its line."""
    for place in (finding.at, *(at for at, _ in finding.related)):
        assert place.file in files or place.file.startswith(folders), finding
        if place.file in files:
            assert 1 <= place.line <= len(files[place.file]), finding
            assert 1 <= place.column <= len(files[place.file][place.line - 1]) + 1, finding
    assert finding.message.strip(), finding
    assert finding.hint.strip(), finding


def printed(found: list[Diagnostic], files: Mapping[str, list[str]]) -> None:
    """Findings are told in every style: one line each where that is promised, and nothing that steers a terminal."""
    wanted = in_order(found)
    for style in ("concise", "github"):
        assert report(found, style).count("\n") == len(wanted), style
    told = report(found[:MOST], "full", lines=lambda file: files.get(file, ()))
    assert not STEERING.search(told)


def whole(html: str) -> None:
    """Every element of a page is closed, in its order."""
    assert stray(NO_TAG.sub("", html)) == ""
