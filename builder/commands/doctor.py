"""`lactern doctor`: what this machine can make."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import click

from builder.commands.talk import MISSING, Talk, talk_options
from builder.commands.versions import installed, web


class Finding(NamedTuple):
    """One line: what was looked for, what was found (empty: nothing), what to do, whether the build needs it."""

    what: str
    found: str
    otherwise: str
    needed: bool = True


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
        line = f"{click.style(f'{word:<8}', fg=colour)} {f.what:<{widest}}  {f.found or f.otherwise}"
        click.echo(line)
    talk.detail(f"run by {sys.executable}\nlactern itself: {Path(__file__).parent.parent}")
    if any(f.needed and not f.found for f in findings):
        talk.say("What is marked “missing” is needed by `lactern build`.")
        ctx.exit(MISSING)


def python() -> Finding:
    """The interpreter's version."""
    return Finding("Python", "{}.{}.{}".format(*sys.version_info), "")


def weasyprint() -> Finding:
    """WeasyPrint, and whether it can be imported: that needs Pango."""
    version = installed("weasyprint")
    if not version:
        return Finding("WeasyPrint (PDF)", "", "pip install weasyprint")
    try:
        from importlib import import_module

        import_module("builder.render.press")
        pango: int = import_module("weasyprint.text.ffi").pango.pango_version()
    except (ImportError, OSError, AttributeError) as error:
        return Finding("WeasyPrint (PDF)", "", f"installed, but: {str(error).splitlines()[0]}. {PANGO}")
    return Finding("WeasyPrint (PDF)", f"{version} with Pango {pango // 10000}.{pango // 100 % 100}.{pango % 100}", "")


PANGO = (
    "Install Pango: `apt install libpango-1.0-0 libpangoft2-1.0-0`, `brew install pango`, or MSYS2's "
    "mingw-w64-x86_64-pango. Until then: `lactern build -t deck -t module`."
)
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
