"""`lactern new`: a small, correct project, or one more lesson or quiz. Never overwrites."""

import re
from datetime import date
from pathlib import Path

import click

from builder.commands.talk import Talk, course_names, known_or_fail, project, talk_options

KINDS = ("lesson", "quiz")


@click.command(
    "new",
    epilog="Example: lactern new my-seminar   ·   inside it: lactern new lesson first-latch",
    short_help="Start a project, a lesson or a quiz.",
)
@click.argument("what", metavar="PATH | lesson | quiz")
@click.argument("name", required=False)
@click.option("-c", "--course", metavar="COURSE", help="Which course, where the project has several.")
@click.option("-l", "--language", metavar="TAG", default="en", help="The new project's language, such as es or ar.")
@talk_options
@click.pass_context
def command(ctx: click.Context, what: str, name: str | None, course: str | None, language: str) -> None:
    """Lay down a small project at PATH, or a lesson or a quiz inside the project you are in.

    What is laid down builds as it is and shows how each thing is written. Its sample texts are English; with --language
    the buttons and headings around them are in the language that you will write in. Nothing is ever overwritten.
    """
    from builder.read.schemas import COURSE, SCHEMAS
    from builder.scaffold import lesson_file, project_files, quiz_file, schema_files, slug

    talk = ctx.ensure_object(Talk)
    if what not in KINDS:
        if name is not None:
            raise click.UsageError(f"“{what} {name}”: say `lactern new PATH`, `new lesson NAME` or `new quiz NAME`.")
        folder = talk.folder / what
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise click.UsageError(f"{folder} is there already and not empty; nothing was written.")
        if not re.fullmatch(COURSE["properties"]["language"]["pattern"], language):
            raise click.UsageError(f"“{language}” is no language tag; say es, ar or pt-BR.")
        talk.say(f"Laid down in {what}:")
        for path, text in project_files(date.today().isoformat(), SCHEMAS, language).items():
            write_new(folder / path, text)
            click.echo(path)
        talk.say(f"Next: cd {what} && lactern build --open")
        return
    if not name or not slug(name):
        raise click.UsageError(f"give the {what} a name: `lactern new {what} first-latch`.")
    root = project(talk)
    courses = course_names(root)
    if course:
        known_or_fail([course], courses, "course")
    elif len(courses) != 1:
        raise click.UsageError(f"say which course with --course; there is: {', '.join(courses) or 'none'}.")
    path, text = (lesson_file if what == "lesson" else quiz_file)(root, course or courses[0], name)
    write_new(root / path, text)
    click.echo(path)
    for hint, schema in schema_files(SCHEMAS).items() if what == "quiz" else ():
        if not (root / hint).exists():
            write_new(root / hint, schema)


def write_new(path: Path, text: str) -> None:
    """Write a file that is not there yet."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise click.UsageError(f"{path} is there already; nothing was written.") from None
