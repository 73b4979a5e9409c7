"""The press: a page of HTML becomes a tagged PDF. The only door to WeasyPrint.

A PDF depends on its HTML, on the fonts and pictures it names and on the press's version, and on nothing else: there
is no base address, no network, no clock. So a PDF made once is remembered, and the rest are made on two processors.
"""

import json
import logging
import re
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from builder.model.asset import Asset
from builder.model.course import Course
from builder.model.diagnostic import Diagnostic
from builder.model.output import Output, Tree
from builder.model.place import Place
from builder.render.kit import Kit
from builder.render.paper.fit import fitted, overfull
from builder.render.paper.fonts import data_of, unpacked
from builder.render.rules import NO_PRESS, REMARKS, RULE_OF, TOO_LONG

WORKERS = 2
EDITION = "1"
"""Raised when this file or `fit.py` would make other bytes of the same page."""
USED = re.compile(r"""(?<=["'(])(font|asset):([^"')\s]+)""")
Remark = tuple[str, str]
"""What the press noticed: the kind of fault, and the detail."""


class Job(NamedTuple):
    """One PDF to print. `at` is where its content was written. With `pages`, it may be no longer than that: the
    `tighter` versions are tried in turn when it is."""

    tree: Tree
    path: PurePosixPath
    html: str
    at: Place
    pages: int = 0
    tighter: tuple[str, ...] = ()


class Printed(NamedTuple):
    """A PDF, how many pages it has, and what the press noticed."""

    data: bytes
    pages: int
    remarks: tuple[Remark, ...]

    def packed(self) -> bytes:
        """As one piece, to be remembered with its remarks."""
        return json.dumps([self.pages, self.remarks]).encode() + b"\n" + self.data

    @classmethod
    def unpacked(cls, packed: bytes) -> "Printed":
        """What `packed` packed."""
        head, _, data = packed.partition(b"\n")
        pages, remarks = json.loads(head)
        return cls(data, pages, tuple((kind, detail) for kind, detail in remarks))


def press(kit: Kit, course: Course, jobs: Iterable[Job]) -> Iterator[Output | Diagnostic]:
    """Print the jobs, in order. Where this machine cannot print, one diagnostic says what to install."""
    waiting = tuple(jobs)
    if not waiting:
        return
    try:
        printed = _all(kit, course, waiting)
    except OSError as fault:
        reason = str(fault).splitlines()[0] if str(fault) else "a library is missing"
        yield Diagnostic(NO_PRESS, waiting[0].at, f"this machine cannot make PDFs: {reason}", NO_PRESS.instead)
        return
    for job, made in zip(waiting, printed, strict=True):
        if made.data:
            yield Output(job.tree, job.path, made.data)
        yield from _noticed(job, made)


def _noticed(job: Job, made: Printed) -> Iterator[Diagnostic]:
    name = job.path.name
    if job.pages and made.pages > job.pages:
        said = f"“{name}” takes {made.pages} pages, and its sheet allows {job.pages}"
        yield Diagnostic(TOO_LONG, job.at, said, TOO_LONG.instead)
    for kind, detail in made.remarks:
        rule = RULE_OF[kind]
        yield Diagnostic(rule, job.at, f"“{name}”: {detail}", rule.instead)


def version() -> str:
    """WeasyPrint's version, without importing it."""
    from importlib.metadata import version as installed

    return installed("weasyprint")


def _all(kit: Kit, course: Course, jobs: Sequence[Job]) -> list[Printed]:
    keys = [_key(kit, course, job) for job in jobs]
    found = [kit.memo.find("pdf", key) for key in keys]
    made = [Printed.unpacked(data) if data else None for data in found]
    missing = [index for index, one in enumerate(made) if one is None]
    tasks = [_task(kit, course, jobs[index]) for index in missing]
    for index, fresh in zip(missing, _run(tasks), strict=True):
        made[index] = fresh
        if fresh.data:
            kit.memo.keep("pdf", keys[index], fresh.packed())
    return [one for one in made if one is not None]


class _Task(NamedTuple):
    """All that printing one PDF needs, in a form that can be sent to another process."""

    versions: tuple[str, ...]
    pages: int
    files: Mapping[str, tuple[str, bytes]]


def _used(job: Job) -> list[tuple[str, str]]:
    return sorted({(kind, name) for page in (job.html, *job.tighter) for kind, name in USED.findall(page)})


def _key(kit: Kit, course: Course, job: Job) -> str:
    parts = [EDITION, version(), str(job.pages), job.html, *job.tighter]
    for kind, name in _used(job):
        asset = course.assets.get(name)
        parts.append(f"{kind}:{name}={asset.digest if asset and kind == 'asset' else ''}")
    fonts = [data_of(kit, name) for kind, name in _used(job) if kind == "font"]
    return kit.memo.key(*parts, *fonts)


def _task(kit: Kit, course: Course, job: Job) -> _Task:
    files: dict[str, tuple[str, bytes]] = {}
    for kind, name in _used(job):
        asset: Asset | None = course.assets.get(name)
        if kind == "font":
            packed = data_of(kit, name)
            files[f"font:{name}"] = ("font/ttf", kit.memo.made("ttf", (packed,), partial(unpacked, packed)))
        elif asset:
            files[f"asset:{name}"] = (asset.media, kit.read(asset))
    return _Task((job.html, *job.tighter), job.pages, files)


def _run(tasks: Sequence[_Task]) -> Iterator[Printed]:
    """Print the tasks, on two processors where there is more than one thing to print. WeasyPrint is imported
    first, so that forked workers have it already."""
    if not tasks:
        return
    _load()
    import multiprocessing
    import os
    import sys

    workers = min(WORKERS, len(tasks), os.cpu_count() or 1)
    if workers < 2 or multiprocessing.parent_process() is not None:
        yield from map(_print, tasks)
        return
    start = "spawn" if sys.platform in ("win32", "darwin") else "fork"
    with multiprocessing.get_context(start).Pool(workers) as pool:
        yield from pool.imap(_print, tasks)


def _load() -> None:
    """Import WeasyPrint without its search for libraries, which starts a compiler and takes longer than all the
    rest: on Linux the names it falls back on are the right ones. Where they are not, it may search after all."""
    import contextlib
    import ctypes.util
    import io
    import sys

    if "weasyprint" in sys.modules:
        return
    search = ctypes.util.find_library
    with contextlib.redirect_stdout(io.StringIO()):
        if sys.platform == "linux":
            ctypes.util.find_library = lambda name: None
            try:
                import weasyprint
            except OSError:
                for name in [name for name in sys.modules if name.startswith("weasyprint")]:
                    del sys.modules[name]
            else:
                return
            finally:
                ctypes.util.find_library = search
        import weasyprint  # noqa: F401


def _print(task: _Task) -> Printed:
    """Lay out and write one PDF: the first version that is short enough, or the last. The garbage collector, which
    finds nothing in a growing layout, is kept from looking."""
    import gc

    thresholds = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(100_000, 50, 50)
    try:
        for html in task.versions[:-1]:
            made = _printed(html, task.files)
            if made.pages <= task.pages:
                return made
        return _printed(task.versions[-1], task.files)
    except Exception as fault:  # WeasyPrint stumbles over some CSS that it knows; the other documents are still wanted
        return Printed(b"", 0, (("broken", f"{type(fault).__name__}: {fault}"),))
    finally:
        gc.set_threshold(*thresholds)
        gc.unfreeze()


def _printed(html: str, files: Mapping[str, tuple[str, bytes]]) -> Printed:
    """One PDF, with slides that are too full set smaller until all is on them."""
    from weasyprint import HTML
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class Shelf(URLFetcher):  # type: ignore[misc]
        """Hands out the fonts and pictures of this page, and what stands in the page itself; nothing else."""

        def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
            if url in files:
                media, data = files[url]
                return URLFetcherResponse(url, data, {"Content-Type": media})
            if url.startswith("data:"):
                return super().fetch(url)
            raise ValueError("it is no file of this course")

    def lay_out(page: str) -> Any:
        return HTML(string=page, url_fetcher=Shelf()).render(pdf_variant="pdf/ua-1")

    with _listening() as heard:
        document = lay_out(html)
        smaller = fitted(html, document, lay_out)
        if smaller != html:
            document = lay_out(smaller)
        full = overfull(document)
        data = document.write_pdf(pdf_variant="pdf/ua-1")
    own = set(re.findall(r'@font-face\{font-family:"([^"]+)"', html))
    strange = {font.family for font in document.fonts.values()} - own
    remarks = [*heard, *(("font", name) for name in sorted(strange)), *(("full", name) for name in sorted(full))]
    return Printed(data, len(document.pages), tuple(dict.fromkeys(remarks)))


@contextmanager
def _listening() -> Iterator[list[Remark]]:
    """Hears what WeasyPrint logs, instead of letting it scroll by."""
    heard: list[Remark] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            said = record.getMessage()
            kind = next((kind for pattern, kind in REMARKS if re.match(pattern, said)), "other")
            if kind:
                heard.append((kind, said))

    log, listener = logging.getLogger("weasyprint"), Listener()
    before = log.propagate, log.level
    log.propagate = False
    log.setLevel(logging.WARNING)
    log.addHandler(listener)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield heard
    finally:
        log.removeHandler(listener)
        log.propagate, log.level = before
