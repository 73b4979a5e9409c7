"""`lactern build`: the main job."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from builder.commands import complete
from builder.commands.complete import offering
from builder.commands.printing import chosen, print_options
from builder.commands.talk import MISSING, Missing, Talk, course_names, known_or_fail, project, talk_options, tell

if TYPE_CHECKING:
    from builder.pipeline import Options

TARGETS = ("deck", "module", "handout")
UNPRINTED = (
    "No PDFs were made: Pango, a free library that prints them, is not on this computer. Decks and modules do without. "
    "`lactern doctor` says how to get it."
)


@click.command(
    "build",
    epilog="Example: lactern build dmer --target deck --target handout --open",
    short_help="Make the site and the presenter's folder.",
)
@click.argument("courses", metavar="[COURSE]...", nargs=-1, shell_complete=offering(complete.courses))
@click.option(
    "-t",
    "--target",
    "targets",
    multiple=True,
    shell_complete=offering(complete.targets),
    metavar="NAME",
    help=f"What to make; may be given again, or several with commas. Without it: {', '.join(TARGETS)}.",
)
@click.option(
    "-d",
    "--site-dir",
    default="site",
    show_default=True,
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Where the audience's part goes; safe to publish.",
)
@click.option(
    "--presenter-dir",
    default="presenter",
    show_default=True,
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Where the presenter's part goes: notes, keys.",
)
@click.option("-s", "--strict", is_flag=True, help="Warnings stop the build too.")
@click.option("--single-file", is_flag=True, help="Make each deck and each module one file with everything inside.")
@click.option("--clean", is_flag=True, help="Write every file again, not only what changed.")
@click.option("--without-answers", is_flag=True, help="Leave scored quizzes out of the published module.")
@click.option("--open", "open_", is_flag=True, help="Open the result in the browser.")
@print_options
@talk_options
@click.pass_context
def command(
    ctx: click.Context,
    /,
    courses: tuple[str, ...],
    targets: tuple[str, ...],
    site_dir: Path,
    presenter_dir: Path,
    strict: bool,
    single_file: bool,
    clean: bool,
    without_answers: bool,
    open_: bool,
    **prints: Any,
) -> None:
    """Make the site and the presenter's folder from slides/ and quizzes/.

    Makes every course, or only the ones named. The site is scanned for notes and keys before it is written.
    """
    from builder.formats import exists, names
    from builder.pipeline import Options

    talk = ctx.ensure_object(Talk)
    root = project(talk)
    known_or_fail(courses, course_names(root), "course")
    wanted = tuple(name.strip() for said in targets for name in said.split(",") if name.strip())
    unknown = [target for target in wanted if not exists(target)]
    known_or_fail(unknown, names() if unknown else (), "target")
    options = Options(
        targets=wanted or TARGETS,
        site_dir=site_dir,
        presenter_dir=presenter_dir,
        strict=strict,
        single_file=single_file,
        clean=clean,
        without_answers=without_answers,
        courses=courses,
        prints=chosen(prints),
    )
    printed = make(ctx, talk, root, options, near=root, open_=open_)
    if not printed and "handout" in wanted:
        ctx.exit(MISSING)


def make(
    ctx: click.Context,
    talk: Talk,
    root: Path,
    options: "Options",
    *,
    near: Path,
    open_: bool,
    start: str = "index.html",
) -> bool:
    """Build, tell what was noticed, say where it is, and open it; False where this machine could not print what was
    wanted. Ends the command where something is in the way. Pages are named as they are seen from `near`; the
    audience's is `start`."""
    from builder.commands.progress import Progress
    from builder.model.diagnostic import blocking
    from builder.pipeline import NO_PDF, build

    with Progress(talk) as progress:
        try:
            built = build(root, options._replace(progress=progress.step), talk.second)
        except (ImportError, OSError) as error:
            if not lacks_library(error):
                raise
            said = f"something needed is missing: {str(error).splitlines()[0]}. `lactern doctor` says what to do."
            raise Missing(said) from error
        finally:
            if talk.second:
                talk.second.close()
    tell([d for d in built.diagnostics if d.rule.severity != "advice" and d.rule.code != NO_PDF], root, err=True)
    printed = all(d.rule.code != NO_PDF for d in built.diagnostics)
    if not printed:
        click.echo(UNPRINTED, err=True)
    if blocking(built.diagnostics, options.strict):
        talk.say("Nothing was written.")
        ctx.exit(1)
    if not printed and not built.files:
        return False
    pages = [root / options.site_dir / start, root / options.presenter_dir / "index.html"]
    there = [page.resolve() for page in pages if page.is_file()]
    if not talk.quiet:
        click.echo("\n".join(ending(built.files, built.changed, near.resolve(), there)))
    if open_ and there:
        click.launch(there[0].as_uri())
    return printed


def lacks_library(error: BaseException) -> bool:
    """Whether an error says that a library is not installed, rather than that our code is wrong."""
    if isinstance(error, ModuleNotFoundError):
        return not (error.name or "").startswith("builder")
    return isinstance(error, OSError) and "cannot load library" in str(error)


def ending(files: int, changed: int, root: Path, pages: list[Path]) -> list[str]:
    """What was made and where to open it, in plain words."""
    news = "nothing has changed" if not changed else "all new" if changed == files else f"{changed} changed"
    said = [f"{files} {'file' if files == 1 else 'files'}, {news}."]
    for page, whom in zip(pages, ("For the audience", "For the presenter"), strict=False):
        said.append(f"{whom + ':':<19}{page.relative_to(root) if page.is_relative_to(root) else page}")
    return said
