"""What a course's service worker keeps in a learner's browser, so that the module opens without a network.

The worker lies in the course's folder, beside `learn/` and `print/`: it sees that folder and nothing else of the host,
so courses side by side, and whatever else a host serves, never meet. (A worker may keep files from outside its folder,
such as `assets/`; it only answers for pages inside.) Same files, same bytes: a rebuilt module has another list, which
makes the browser fetch the new module whole before it lets go of the old one.
"""

import json
import re
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from html import unescape
from pathlib import PurePosixPath

from builder.model.output import Output
from builder.render.kit import climb
from builder.render.web import WebFiles, digest_of

WORKER = "service-worker.js"
NAMED = re.compile(r"^assets/.+-[0-9a-f]{10}\.\w+$")
"""A name that holds its content's hash: it needs no revision."""
POINTED = re.compile(rb"""(?:assets|print)/[^"'()<>\\/]+\.\w+(?=["'\\#?])""")
IN_SHEET = re.compile(rb"url\(([^\"'()<>\\/:]+)\)")
FILMS = frozenset((".mp4", ".m4v", ".webm", ".ogv", ".mov", ".mp3", ".m4a", ".ogg", ".oga", ".wav", ".vtt"))
LARGEST = 4_000_000


def worker(course: str, outputs: Iterable[Output]) -> Iterator[Output]:
    """The service worker of a course, from all that the build has made; none where it made no module."""
    site = {output.path: output for output in outputs if output.tree == "site"}
    folder = PurePosixPath(course)
    module = {path for path in site if path.is_relative_to(folder / "learn")}
    if not module:
        return
    home = {folder / "index.html"} & site.keys()
    around = loaded(module, site)
    needed = module | {path for path in around if path.parts[0] == "assets"}
    leads_to = home | {path for path in loaded(home, site) if path.parts[0] == "assets"} | around
    page = folder / WORKER
    pages = [entry(page, site[path]) for path in sorted(worth(needed, site))]
    more = sorted(worth(leads_to - needed, site))
    version = digest_of(json.dumps([pages, [(str(path), digest(site[path])) for path in more]]).encode())
    told = {"version": version, "pages": pages, "more": [climb(page, path) for path in more]}
    head = "self.lacternOffline=" + json.dumps(told, separators=(",", ":")) + ";\n"
    yield Output("site", page, head.encode("utf-8") + WebFiles().data(WORKER))


def loaded(pages: Iterable[PurePosixPath], site: Mapping[PurePosixPath, Output]) -> set[PurePosixPath]:
    """The shared files and the papers that pages point at, and what their sheets load."""
    found: set[PurePosixPath] = set()
    for page in pages:
        for name in set(POINTED.findall(site[page].data)):
            top = PurePosixPath() if name.startswith(b"assets") else PurePosixPath(page.parts[0])
            found.add(top / unescape(name.decode("utf-8")))
    for sheet in [path for path in found if path.suffix == ".css" and path in site]:
        found |= {sheet.parent / name.decode("utf-8") for name in IN_SHEET.findall(site[sheet].data)}
    return found & site.keys()


def worth(paths: Iterable[PurePosixPath], site: Mapping[PurePosixPath, Output]) -> set[PurePosixPath]:
    """Those that are worth a learner's storage: no films, nothing huge."""
    return {path for path in paths if path.suffix.lower() not in FILMS and len(site[path].data) <= LARGEST}


def entry(page: PurePosixPath, output: Output) -> dict[str, str | None]:
    """A file as workbox wants it told. What has no hash in its name carries one beside it, and is refused where the
    host sends something else: half of an old build, or a sign-in page."""
    url = climb(page, output.path)
    if NAMED.match(output.path.as_posix()):
        return {"url": url, "revision": None}
    mark = b64encode(sha256(output.data).digest()).decode("ascii")
    return {"url": url, "revision": digest_of(output.data), "integrity": f"sha256-{mark}"}


def digest(output: Output) -> str:
    """What a file is known by: its content, or the name it was copied under."""
    return digest_of(output.data) if output.data else output.path.name
