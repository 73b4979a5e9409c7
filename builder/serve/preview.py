"""The course as it stands: the last good pages, and what is wrong with the newest text."""

from collections.abc import Callable
from pathlib import Path, PurePosixPath
from threading import Lock
from typing import Any, NamedTuple

from builder.model.course import Course
from builder.model.diagnostic import Diagnostic, in_order
from builder.model.output import Output
from builder.pipeline import Made, Options, make, workshop
from builder.read.theme import read_theme
from builder.render.memo import Memo, own_folder
from builder.report import as_json

PAPER = "handout"


class News(NamedTuple):
    """What the newest build brought. `changed` are addresses of pages and files whose bytes are new or gone."""

    version: int
    good: bool
    changed: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]

    def told(self) -> dict[str, Any]:
        """For the browser; findings in the shape that `lactern check --format json` gives them."""
        found = [d for d in self.diagnostics if d.rule.severity != "advice"]
        return {"version": self.version, "good": self.good, "changed": self.changed, **as_json(found)}

    def told_to_the_room(self) -> dict[str, Any]:
        """As `told`, without what is the presenter's: findings speak of notes and keys."""
        seen = tuple(one for one in self.changed if not one.startswith("presenter/"))
        return self._replace(changed=seen, diagnostics=()).told()


class Preview:
    """Makes pages in memory. A build that fails keeps the last good ones; PDFs are made when they are asked for.

    One build runs at a time; `look` and `paper` may be called from any thread.
    """

    def __init__(self, root: Path, options: Options) -> None:
        self._root = root
        self._options = options._replace(later=(PAPER,))
        self._memo = Memo(own_folder("memo"))
        self._one_at_a_time = Lock()
        self._files: dict[str, Output] = {}
        self._papers: dict[str, Output] = {}
        self.courses: tuple[Course, ...] = ()
        self.news = News(0, False, (), ())

    @property
    def root(self) -> Path:
        """The project's folder."""
        return self._root

    @property
    def addresses(self) -> tuple[str, ...]:
        """Every page and file of the last good build."""
        return tuple(sorted(self._files))

    def look(self) -> News:
        """Build what stands on the disk now."""
        with self._one_at_a_time:
            made = self._made(lambda: make(self._root, self._options, self._memo))
            good = not made.blocked and bool(made.outputs)
            changed: tuple[str, ...] = ()
            if good:
                files = {address_of(output): output for output in made.outputs}
                everything = files.keys() | self._files.keys()
                changed = tuple(sorted(one for one in everything if files.get(one) != self._files.get(one)))
                self._files, self.courses = files, made.courses
                self._papers.clear()
            self.news = News(self.news.version + 1, good, changed, made.diagnostics)
            self._memo.save()
            return self.news

    def find(self, address: str) -> Output | None:
        """A page or file of the last good build."""
        return self._files.get(address)

    def paper(self, address: str) -> Output | None:
        """A PDF, made now if it was not made since the last change; None if there is none of this name."""
        _, course, folder, *_ = (*PurePosixPath(address).parts, "", "", "")
        if folder != "print" or all(one.id != course for one in self.courses):
            return None
        with self._one_at_a_time:
            if address not in self._papers:
                self._papers |= {address_of(output): output for output in self._printed(course, address)}
                self._memo.save()
            return self._papers.get(address)

    def _printed(self, name: str, address: str) -> list[Output]:
        """One PDF of a course as it stood when it was last good. Printing them all takes a minute."""
        from builder.formats.handout import outputs

        (course,) = (one for one in self.courses if one.id == name)
        public = tuple(one for one in self.courses if not one.draft or one is course)
        theme, _ = read_theme(self._root, course.theme, course.at)
        if theme is None:
            return []
        kit = workshop(self._root, self._options, self._memo, public).kit(course, theme)
        try:
            return [one for one in outputs(course, kit._replace(asked=address)) if isinstance(one, Output)]
        except OSError:  # a picture was taken away since: the next look says so
            return []

    def _made(self, make_all: Callable[[], Made]) -> Made:
        """A folder may be taken away, or a file half written, at any instant: then the next look will see more."""
        for _ in range(3):
            try:
                return make_all()
            except (FileNotFoundError, NotADirectoryError, PermissionError):
                continue
        return Made((), in_order(self.news.diagnostics), blocked=True)


def address_of(output: Output) -> str:
    """`site/dmer/index.html`: the tree, then the path."""
    return f"{output.tree}/{output.path}"
