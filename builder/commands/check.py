"""`lactern check`: everything short of rendering."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from builder.commands.complete import codes, offering
from builder.commands.places import courses_of
from builder.commands.places import places as places_named
from builder.commands.talk import Known, Talk, known_or_fail, source_lines, talk_options, tell, under
from builder.report import STYLES, Style, report

if TYPE_CHECKING:
    from builder.model.diagnostic import Diagnostic, Rule


@click.command(
    "check",
    epilog="Example: lactern check slides/dmer --format concise --ignore A203",
    short_help="Find what is wrong, without making anything.",
)
@click.argument("paths", metavar="[COURSE | PATH]...", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "style",
    type=Known(STYLES),
    default="full",
    show_default=True,
    help="How findings are written: for people, one line each, or for other programs.",
)
@click.option(
    "--select",
    multiple=True,
    shell_complete=offering(codes),
    metavar="CODE",
    help="Only these codes; Q means all that start with Q.",
)
@click.option(
    "--ignore",
    multiple=True,
    shell_complete=offering(codes),
    metavar="CODE",
    help="Not these codes; Q2 means all that start with Q2.",
)
@click.option("-s", "--strict", is_flag=True, help="Warnings count as findings for the exit code too.")
@click.option("--visual", is_flag=True, help="Look at the built pages in Chromium too: what is cut off, pale, small.")
@click.option(
    "--pictures",
    default="visual",
    show_default=True,
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Where --visual puts pictures of what it finds.",
)
@talk_options
@click.pass_context
def command(
    ctx: click.Context,
    paths: tuple[Path, ...],
    style: Style,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    strict: bool,
    visual: bool,
    pictures: Path,
) -> None:
    """Find what is wrong in lessons and quizzes, without making anything.

    Looks at the whole project, or only at the courses, files and folders named. With --visual it opens the pages in
    Chromium too, and exits with 3 where there is none.
    """
    from builder import __version__
    from builder.model.diagnostic import blocking, in_order

    talk = ctx.ensure_object(Talk)
    root, places = places_named(talk, paths)
    wanted, unwanted = prefixes(select), prefixes(ignore)
    found = judged(talk, root, courses_of(places))
    seen = not blocking(found)
    if visual and seen:
        from builder.commands.visual import looked

        more, seen = looked(talk, root, pictures, places)
        found = in_order([*found, *more])
    if visual and not seen:
        talk.say("The pages were not looked at: there are errors, and with these they cannot be made.")
    found = tuple(
        d
        for d in found
        if (not places or "." in places or under(d.at, places))
        and (not wanted or d.rule.code.startswith(wanted))
        and not (unwanted and d.rule.code.startswith(unwanted))
    )
    if style == "full":
        tell(found, root, err=False)
        if not found:
            talk.say("No findings.")
    else:
        rules = all_rules() if style == "sarif" else []
        click.echo(report(found, style, lines=source_lines(root), rules=rules, version=__version__), nl=False)
    ctx.exit(1 if blocking(found, strict) or (visual and not seen) else 0)


def judged(talk: Talk, root: Path, only: Sequence[str]) -> "tuple[Diagnostic, ...]":
    """What is wrong with the courses named, or with all. Somebody who watches is shown how far it is."""
    from builder.commands.progress import Progress
    from builder.model.diagnostic import in_order
    from builder.pipeline import judge
    from builder.read.discover import discover

    with Progress(talk) as progress:
        names = [one.id for one in discover(root) if not only or one.id in only] if progress.shown else []
        if len(names) < 2:
            return judge(root, only).diagnostics
        found: list[Diagnostic] = []
        for number, name in enumerate(names):
            progress.step(name, number, len(names))
            found += judge(root, (name,)).diagnostics
    return in_order(found)


def prefixes(codes: tuple[str, ...]) -> tuple[str, ...]:
    """Codes as written, several in one by commas too; a code that no rule starts with is a usage error."""
    written = tuple(code.strip().upper() for word in codes for code in word.split(",") if code.strip())
    if written:
        from builder.catalogue import catalogue

        known = list(catalogue())
        for code in written:
            if not any(k.startswith(code) for k in known):
                known_or_fail([code], known, "code")
    return written


def all_rules() -> "list[Rule]":
    """The whole catalogue, for the styles that list the rules."""
    from builder.catalogue import catalogue

    return list(catalogue().values())
