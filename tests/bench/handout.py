"""Times printing against bare WeasyPrint on the same HTML, as whole processes.

Run: python tests/bench/handout.py [RUNS]. Two figures are printed. The first is the handout of sixty slides, three to a
page, from nothing: reading, parsing, drawing and printing here, against a process that does nothing but hand the
finished HTML to WeasyPrint. The second is all PDFs of the D-MER course, with no memo, against the sum of what bare
WeasyPrint takes for each of them on one core.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from decks import lay_down

REPOSITORY = Path(__file__).parents[2]
PRINT = """
import sys, time
from pathlib import Path
from builder.formats import handout
from builder.pipeline import Options, load, workshop
from builder.read.theme import read_theme
from builder.render import press
from builder.render.memo import Memo, own_folder
from builder.render.paper.minis import Minis
from builder.render.paper.slides import slide_pages, trial
root = Path(sys.argv[1])
memo = Memo(own_folder("memo"))
course = load(root, (), memo).courses[0]
theme, _ = read_theme(root, course.theme, course.at)
kit = workshop(root, Options(), memo, (course,)).kit(course, theme)
minis = Minis(kit, course, course.lessons[0])
html = slide_pages(kit, course, course.lessons[0], minis.audience(), "a4", 3)
job = press.Job("site", Path("a.pdf"), html, course.at, trial=trial(kit, course, minis.doubtful()))
(made,) = (one for one in press.press(kit, course, (job,)) if hasattr(one, "data"))
Path(sys.argv[2]).write_bytes(made.data)
"""
DUMP = """
import json, sys
from pathlib import Path
from builder.formats import handout
from builder.pipeline import Options, load, workshop
from builder.read.theme import read_theme
from builder.render import press
from builder.render.memo import Memo
root, to, name = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
course = load(root, (name,)).courses[0]
theme, _ = read_theme(root, course.theme, course.at)
kit = workshop(root, Options(), Memo(None), (course,)).kit(course, theme)
def dump(kit, course, jobs):
    for number, job in enumerate(jobs):
        # The version that is short enough in the end, not those that were tried before.
        folder = to / f"{number:02d}-{job.path.stem}"
        folder.mkdir()
        pages = [job.html, *job.tighter]
        (folder / "page.html").write_text(pages[-1], "utf-8")
        files = {}
        for kind, key in press._used(job):
            data = kit.web.data(f"fonts/{key}") if kind == "font" else kit.read(course.assets[key])
            media = "font/woff2" if kind == "font" else course.assets[key].media
            place = folder / str(len(files))
            place.write_bytes(data)
            files[f"{kind}:{key}"] = [media, str(place)]
        (folder / "files.json").write_text(json.dumps(files), "utf-8")
    return [press.Printed(b"", 0, ()) for _ in jobs]
press._all = dump
list(handout.outputs(course, kit))
"""
BARE = """
import json, sys, time
from pathlib import Path
from weasyprint import HTML
from weasyprint.urls import URLFetcher, URLFetcherResponse
total = 0.0
for name in sys.argv[1:]:
    folder = Path(name)
    files = json.loads((folder / "files.json").read_text("utf-8"))
    class Fetcher(URLFetcher):
        def fetch(self, url, headers=None):
            if url in files:
                return URLFetcherResponse(url, Path(files[url][1]).read_bytes(), {"Content-Type": files[url][0]})
            return super().fetch(url)
    start = time.perf_counter()
    HTML(string=(folder / "page.html").read_text("utf-8"), url_fetcher=Fetcher()).write_pdf(
        folder / "bare.pdf", pdf_variant="pdf/ua-1")
    total += time.perf_counter() - start
print(total)
"""


def process(code: str, *arguments: object, cache: Path) -> tuple[float, str]:
    """Seconds of one Python process, and what it said."""
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache), "PYTHONPATH": str(REPOSITORY)}
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code, *map(str, arguments)],
        env=environment, check=True, capture_output=True, text=True,
    )  # fmt: skip
    return time.perf_counter() - start, done.stdout


def forget(cache: Path) -> None:
    """Nothing is remembered but the compiled templates, which belong to the installation."""
    shutil.rmtree(cache / "lactern" / "memo", ignore_errors=True)


def sixty(base: Path, runs: int) -> None:
    """The handout of sixty slides, three to a page."""
    project, cache, dumped = base / "sixty", base / "cache", base / "dumped-sixty"
    lay_down(project, 1, 60)
    dumped.mkdir()
    course = next((project / "slides").iterdir()).name
    process(DUMP, project, dumped, course, cache=cache)
    (page,) = dumped.glob("*-3up-a4")
    ours, bare = [], []
    for _ in range(runs):
        forget(cache)
        ours.append(process(PRINT, project, base / "ours.pdf", cache=cache)[0])
        bare.append(process(BARE, page, cache=cache)[0])
    a, b = statistics.median(ours), statistics.median(bare)
    print(f"{'60 slides, 3 to a page':32}{a:8.2f}{b:8.2f}{a / b:7.2f}", flush=True)


def seminar(base: Path, runs: int) -> None:
    """All PDFs of the D-MER course, on the cores there are, against the bare sum of one core."""
    cache, dumped = base / "cache", base / "dumped-dmer"
    dumped.mkdir()
    process(DUMP, REPOSITORY, dumped, "dmer", cache=cache)
    pages = sorted(dumped.iterdir())
    ours, bare = [], []
    command = [str(Path(sys.executable).with_name("lactern")), "build", "dmer", "-t", "handout", "-q", "--clean"]
    folders = ["-d", str(base / "site"), "--presenter-dir", str(base / "presenter")]
    for _ in range(runs):
        forget(cache)
        start = time.perf_counter()
        subprocess.run(
            [*command, *folders], cwd=REPOSITORY, check=True, capture_output=True,
            env={**os.environ, "XDG_CACHE_HOME": str(cache)},
        )  # fmt: skip
        ours.append(time.perf_counter() - start)
        bare.append(float(process(BARE, *pages, cache=cache)[1]))
    cores = os.cpu_count() or 1
    a, b = statistics.median(ours), statistics.median(bare) / cores
    print(f"{f'{len(pages)} PDFs of the D-MER course':32}{a:8.2f}{b:8.2f}{a / b:7.2f}   (bare: sum / {cores} cores)")


def main(runs: int) -> None:
    """Both figures."""
    print(f"{'work':32}{'lactern':>8}{'bare':>8}{'ratio':>7}")
    with tempfile.TemporaryDirectory() as name:
        sixty(Path(name), runs)
        seminar(Path(name), max(1, runs // 3))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
