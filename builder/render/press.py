"""The press: a page of HTML becomes a tagged PDF. The only door to WeasyPrint.

A PDF depends on its HTML, on the fonts and pictures it names and on the press's version, and on nothing else: there
is no base address, no network, no clock. So a PDF made once is remembered, and the rest are made on two processors.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from html import unescape
from pathlib import PurePosixPath
from typing import Any, NamedTuple
from urllib.parse import unquote

from builder.model.asset import Asset
from builder.model.course import Course
from builder.model.diagnostic import Diagnostic
from builder.model.output import Output, Tree
from builder.model.place import Place
from builder.render.hands import HANDS, hands
from builder.render.kit import Kit
from builder.render.listening import listening
from builder.render.paper import letters, lines, tags
from builder.render.paper.edges import over_the_edge
from builder.render.paper.fit import fitted, fitting, overfull, tried
from builder.render.paper.fonts import data_of, unpacked
from builder.render.paper.photos import for_print
from builder.render.paper.remarks import told
from builder.render.printed import Printed
from builder.render.rules import NO_PRESS, RULE_OF, TOO_LONG

EDITION = "7"
"""Raised when this file or `fit.py` would make other bytes of the same page."""
USED = re.compile(r"""(?<=")(font|asset):([^"\n]+)|(?<=['(])(font|asset):([^"')\s]+)""")


class Job(NamedTuple):
    """One PDF to print. `at` is where its content was written. With `pages`, it may be no longer than that: the
    `tighter` versions are tried in turn when it is. `trial` is a page with those of its slides that might be too
    full, and `slides` says where each slide was written."""

    tree: Tree
    path: PurePosixPath
    html: str
    at: Place
    pages: int = 0
    tighter: tuple[str, ...] = ()
    trial: str = ""
    slides: Mapping[str, Place] = {}


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
    said: set[tuple[Place, str]] = set()
    for job, made in zip(waiting, printed, strict=True):
        if made.data:
            yield Output(job.tree, job.path, made.data)
        yield from _noticed(kit, course, job, made, said)


def _noticed(kit: Kit, course: Course, job: Job, made: Printed, said: set[tuple[Place, str]]) -> Iterator[Diagnostic]:
    """What there is to say of a document; of a slide that is too full in every layout, once."""
    name = job.path.name
    if job.pages and made.pages > job.pages:
        length = f"“{name}” takes {made.pages} pages, and its sheet allows {job.pages}"
        yield Diagnostic(TOO_LONG, job.at, length, TOO_LONG.instead)
    for kind, detail in made.remarks:
        rule, at = RULE_OF[kind], job.at
        if kind == "full":
            at = job.slides.get(detail, job.at)
            if (at, detail) in said:
                continue
            said.add((at, detail))
        at, words = told(course, kit.web.fonts, kind, detail, at)
        yield Diagnostic(rule, at, f"“{name}”: {words}", rule.instead)


def version() -> str:
    """WeasyPrint's version, without importing it."""
    from importlib.metadata import version as installed

    return installed("weasyprint")


def _all(kit: Kit, course: Course, jobs: Sequence[Job]) -> list[Printed]:
    """All of them, from the memo where they were printed before. How small the slides must be set is tried once for
    all layouts of a lesson; what needs no such trial is printed meanwhile, the largest first."""
    fits = {job.trial: _known_fits(kit, job.trial) for job in jobs if job.trial}
    for trial, known in fits.items():  # a page that is printed once is its own trial
        if known is None and sum(job.trial == trial for job in jobs) == 1:
            fits[trial] = {}
    made: dict[int, Printed] = {}
    keys: dict[int, str] = {}
    ready: dict[int, Job] = {}

    def look_up(index: int) -> None:
        job = jobs[index]
        if job.trial:
            job = job._replace(html=fitting(job.html, fits[job.trial] or {}))
        keys[index] = _key(kit, course, job)
        data = kit.memo.find("pdf", keys[index])
        if data:
            made[index] = Printed.unpacked(data)
        else:
            ready[index] = job

    for index, job in enumerate(jobs):
        if not job.trial or fits[job.trial] is not None:
            look_up(index)
    untried = [trial for trial, known in fits.items() if known is None]
    if untried or ready:
        _load()
    with hands(len(untried) + len(ready)) as start:
        waiting: dict[int, Callable[[], Printed]] = {}

        def submit(most: int) -> None:
            for index in sorted(ready, key=lambda index: -len(ready[index].html))[:most]:
                waiting[index] = start(_print, _task(kit, course, ready.pop(index)))

        tried = [start(_try, _task(kit, course, Job("site", PurePosixPath(), trial, jobs[0].at))) for trial in untried]
        submit(HANDS)
        for trial, wait in zip(untried, tried, strict=True):
            found = dict(wait())
            fits[trial] = found
            kit.memo.keep("fit", _fit_key(kit, trial), json.dumps(sorted(found.items())).encode())
            for index, job in enumerate(jobs):
                if job.trial == trial:
                    look_up(index)
            submit(len(ready) if trial == untried[-1] else sum(jobs[index].trial == trial for index in ready))
        submit(len(ready))
        for index, done in waiting.items():
            made[index] = done()
            if made[index].data:
                kit.memo.keep("pdf", keys[index], made[index].packed())
    return [made[index] for index in range(len(jobs))]


def _fit_key(kit: Kit, trial: str) -> str:
    return kit.memo.key(EDITION, version(), trial)


def _known_fits(kit: Kit, trial: str) -> dict[str, int] | None:
    data = kit.memo.find("fit", _fit_key(kit, trial))
    return dict(json.loads(data)) if data else None


class _Task(NamedTuple):
    """All that printing one PDF needs, in a form that can be sent to another process."""

    versions: tuple[str, ...]
    pages: int
    files: Mapping[str, tuple[str, bytes]]


def _used(job: Job) -> list[tuple[str, str]]:
    found = (one for page in (job.html, *job.tighter) for one in USED.findall(page))
    return sorted({(kind or other, unescape(name or bare)) for kind, name, other, bare in found})


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
            files[f"asset:{name}"] = for_print(kit, asset)
    return _Task((job.html, *job.tighter), job.pages, files)


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


def _try(task: _Task) -> tuple[tuple[str, int], ...]:
    """How many steps smaller each slide of a trial page must be set. A trial that fails costs nothing but time: slides
    are looked at again when they are printed."""
    try:
        with listening():
            return tuple(sorted(tried(task.versions[0], _layer(task.files)).items()))
    except Exception:
        return ()


def _layer(files: Mapping[str, tuple[str, bytes]]) -> Callable[[str], Any]:
    """A function that lays out a page with these fonts and pictures, and nothing else from anywhere."""
    from weasyprint import HTML
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    letters.mend()
    lines.mend()
    tags.mend()

    class Shelf(URLFetcher):  # type: ignore[misc]
        """Hands out the fonts and pictures of this page, and what stands in the page itself; nothing else."""

        def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
            name = url if url in files else unquote(url)  # a file's name with a space comes with %20
            if name in files:
                media, data = files[name]
                if not data:
                    raise ValueError("the file is damaged")
                return URLFetcherResponse(url, data, {"Content-Type": media})
            if url.startswith("data:"):
                return super().fetch(url)
            raise ValueError("it is no file of this course")

    def lay_out(page: str) -> Any:
        return HTML(string=page, url_fetcher=Shelf()).render(pdf_variant="pdf/ua-1")

    return lay_out


def _printed(html: str, files: Mapping[str, tuple[str, bytes]]) -> Printed:
    """One PDF, with slides that are too full set smaller until all is on them."""
    lay_out = _layer(files)
    with listening() as heard:
        document = lay_out(html)
        smaller = fitted(html, document, lay_out)
        if smaller != html:
            document = lay_out(smaller)
        full, wide = overfull(document), over_the_edge(document)
        data = document.write_pdf(pdf_variant="pdf/ua-1")
    own = set(re.findall(r'@font-face\{font-family:"([^"]+)"', html))
    strange = {font.family for font in document.fonts.values()} - own
    noticed = (("font", sorted(strange)), ("full", sorted(full)), ("wide", wide))
    remarks = [*heard, *((kind, detail) for kind, details in noticed for detail in details)]
    return Printed(data, len(document.pages), tuple(dict.fromkeys(remarks)))
