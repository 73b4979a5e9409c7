"""`lactern doctor`: what this machine can make."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import click

from builder.commands.talk import MISSING, Talk, talk_options
from builder.commands.versions import installed, web


class Finding(NamedTuple):
    """What was looked for, what was found (empty: nothing), what to do, whether the build needs it, and what the
    machine itself said of it."""

    what: str
    found: str
    otherwise: str
    needed: bool = True
    detail: str = ""


@click.command("doctor", epilog="Example: lactern doctor", short_help="What this machine can make.")
@talk_options
@click.pass_context
def command(ctx: click.Context) -> None:
    """Say what this machine can make, and what to do about what is missing."""
    talk = ctx.ensure_object(Talk)
    findings = [look() for look in LOOKS]
    widest = max(len(f.what) for f in findings)
    for f in findings:
        word, colour = ("OK", "green") if f.found else ("missing", "red") if f.needed else ("absent", "yellow")
        said = (f.found or f.otherwise).replace("\n", f"\n{'':<{widest + 11}}")
        click.echo(f"{click.style(f'{word:<8}', fg=colour)} {f.what:<{widest}}  {said}")
        if f.detail:
            talk.detail(f.detail)
    talk.detail(f"run by {sys.executable}\nlactern itself: {Path(__file__).parent.parent}")
    if any(f.needed and not f.found for f in findings):
        talk.say("What is marked “missing” is needed for all that `lactern build` can make.")
        ctx.exit(MISSING)


def python() -> Finding:
    """The interpreter's version."""
    return Finding("Python", "{}.{}.{}".format(*sys.version_info), "")


def weasyprint() -> Finding:
    """WeasyPrint, and whether it can be imported: that needs Pango."""
    version = installed("weasyprint")
    if not version:
        return Finding(PDF, "", "part of lactern, and not there: install lactern again")
    from contextlib import redirect_stdout
    from importlib import import_module
    from io import StringIO

    try:
        with redirect_stdout(StringIO()):  # WeasyPrint has advice of its own, in other words
            import_module("builder.render.press")
            pango: int = import_module("weasyprint.text.ffi").pango.pango_version()
    except (ImportError, OSError, AttributeError) as error:
        way = PANGO.get(sys.platform, OTHERWISE)
        return Finding(PDF, "", f"{NO_PANGO}\n{way}", detail=f"WeasyPrint {version}: {error}")
    return Finding(PDF, f"WeasyPrint {version} with Pango {pango // 10000}.{pango // 100 % 100}.{pango % 100}", "")


PDF = "PDFs"
NO_PANGO = "Pango, a free library, is not there or too old. Decks and modules do without it. To get it:"
PANGO = {
    "win32": """\
1. Install MSYS2 from https://www.msys2.org and leave everything as it is offered, the folder C:\\msys64 too.
2. In the window that it opens at the end type: pacman -S mingw-w64-ucrt-x86_64-pango (and Enter when it asks)
3. Close all windows of PowerShell, open a new one, and ask again: lactern doctor""",
    "darwin": """\
1. Install Homebrew from https://brew.sh, if you do not have it.
2. Type: brew install pango
3. Ask again: lactern doctor. If it is still not found, type this before, in the same window:
   export DYLD_FALLBACK_LIBRARY_PATH=/opt/homebrew/lib:/usr/local/lib""",
    "linux": """\
Debian, Ubuntu: sudo apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
Fedora:         sudo dnf install pango
Arch:           sudo pacman -S pango""",
}
OTHERWISE = "Install Pango 1.44 or newer with your system's packages."
FRONT_END = "Install lactern from its wheel, or run `npm ci && node build.mjs` in builder/web."


def front_end() -> Finding:
    """The scripts and style sheets the pages load."""
    lacking = [name for name in ("deck.js", "deck.css", "module.js", "module.css") if not (web() / name).is_file()]
    return Finding("front-end files", "" if lacking else "all there", f"{', '.join(lacking)}: {FRONT_END}")


def fonts() -> Finding:
    """The fonts that pages and PDFs bring with them."""
    folder = web() / "fonts"
    number = len(list(folder.glob("*.woff2"))) if folder.is_dir() else 0
    return Finding("fonts", f"{number} files" if number else "", FRONT_END)


def browser() -> Finding:
    """A browser of Chromium's family: for looking at built pages, never for building."""
    from builder.visual.browser import program

    return Finding("Chromium", program(), "only needed by `lactern check --visual`; builds do without", needed=False)


LOOKS: tuple[Callable[[], Finding], ...] = (python, weasyprint, front_end, fonts, browser)
