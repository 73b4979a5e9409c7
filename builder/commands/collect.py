"""`lactern collect`: the results that learners have sent, as one table."""

from pathlib import Path

import click

from builder.commands.places import there
from builder.commands.talk import Talk, talk_options, tell


@click.command(
    "collect",
    epilog="Example: lactern collect inbox/ -o results.csv",
    short_help="Make one table of the results learners sent.",
)
@click.argument("paths", metavar="FILE_OR_FOLDER...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", required=True, type=click.Path(dir_okay=False, path_type=Path), help="The table to write (CSV)."
)
@click.option("--evaluations", is_flag=True, help="Collect evaluations, which have no names, instead of results.")
@click.option("-c", "--course", default="", metavar="ID", help="Of this course; otherwise of what most files are of.")
@click.option("--edition", default="", metavar="VERSION", help="Of this version of the course.")
@talk_options
@click.pass_context
def command(
    ctx: click.Context, paths: tuple[Path, ...], output: Path, evaluations: bool, course: str, edition: str
) -> None:
    """Make one table of the results files that learners have sent.

    A file that is damaged, changed, of another course or sent twice is left out, and the report says why. The table is
    written whole or not at all, and not where nothing could be taken.
    """
    from builder.model.diagnostic import blocking
    from builder.results.collect import collect, files_of
    from builder.results.table import evaluations_table, results_table
    from builder.write.whole import write_whole

    talk = ctx.ensure_object(Talk)
    named = [there(talk, path) for path in paths]
    target = talk.folder / output
    if not target.parent.is_dir():
        raise click.UsageError(f"there is no folder {target.parent}.")
    found = [path for path in files_of(named) if path != target]
    done = collect(found, "evaluation" if evaluations else "results", course, edition)
    shown = [one._replace(at=one.at._replace(file=near(one.at.file, talk.folder))) for one in done.noticed]
    tell(shown, talk.folder, err=True)
    if not done.taken:
        talk.say(f"Nothing was written: {'no file could be taken' if found else 'no JSON file is there'}.")
        ctx.exit(1)
    try:
        write_whole(target, (evaluations_table if evaluations else results_table)(done.taken))
    except OSError as fault:
        raise click.UsageError(f"{output} cannot be written: {fault.strerror}.") from None
    for one in done.taken:
        talk.detail(f"{near(one.file, talk.folder)} taken")
    course_id, title, version = done.taken[0].course
    talk.say(f"{title} ({course_id}{f', version {version}' if version else ''})")
    talk.say(f"{len(done.taken)} of {done.files} files taken, {done.files - len(done.taken)} left out.")
    if not evaluations:
        complete = sum(bool(one.content["complete"]) for one in done.taken)
        talk.say(f"{complete} complete, {len(done.taken) - complete} not complete. All are self-reported.")
    click.echo(str(output))
    ctx.exit(1 if blocking(done.noticed) else 0)


def near(file: str, folder: Path) -> str:
    """A path as a person would type it from where they are."""
    path = Path(file)
    return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else file
