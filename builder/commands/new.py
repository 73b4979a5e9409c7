"""`lactern new`: a project in three questions or none, or one more lesson, quiz, sheet or theme. Never overwrites."""

import re
import sys
from datetime import date
from pathlib import Path

import click

from builder.commands.complete import courses, languages, offering
from builder.commands.talk import Talk, course_names, known_or_fail, meant, next_steps, project, talk_options

KINDS = ("lesson", "quiz", "sheet", "theme")
STARTS = ("example", "empty", "dmer", "guide")
EXAMPLE = '`lactern new --title "First latch" --language en --from example`, or `lactern new my-seminar`'


@click.command(
    "new",
    epilog="Example: lactern new   ·   asking nothing: lactern new my-seminar --from dmer   ·   "
    "in a project: lactern new quiz warm-up",
    short_help="Start a project, a lesson, a quiz, a sheet or a theme.",
    context_settings={"allow_extra_args": True},  # a name of several words is told, not cut off
)
@click.argument(
    "what", metavar="[PATH | lesson | quiz | sheet | theme]", required=False, shell_complete=offering(lambda: KINDS)
)
@click.argument("name", metavar="[NAME]", required=False)
@click.option(
    "-c",
    "--course",
    metavar="COURSE",
    shell_complete=offering(courses),
    help="Which course, where the project has several.",
)
@click.option("--title", metavar="TEXT", help="The new project's title. Without PATH its folder is called after it.")
@click.option(
    "-l",
    "--language",
    metavar="TAG",
    shell_complete=offering(languages),
    help="The new project's language, such as es or ar.",
)
@click.option(
    "--from",
    "start",
    metavar="example | empty | dmer | guide | FILE",
    shell_complete=offering(lambda: STARTS),
    help="What a new project starts from: a small example, the bare frame, the D-MER seminar, the authoring guide, or "
    "slides or questions of yours, as `lactern import` reads them.",
)
@talk_options
@click.pass_context
def command(
    ctx: click.Context,
    what: str | None,
    name: str | None,
    course: str | None,
    title: str | None,
    language: str | None,
    start: str | None,
) -> None:
    """Lay down a project, or a lesson, a quiz, a sheet or a theme inside the project you are in.

    On its own it asks three questions: title, language, and what to start from. With a PATH or a --title it asks
    nothing and starts from a small example in English, unless --language and --from say otherwise.

    What is laid down builds as it is and shows how each thing is written. Its sample texts are English; with --language
    the buttons and headings around them are in the language that you will write in. Nothing is ever overwritten.
    """
    talk = ctx.ensure_object(Talk)
    if ctx.args:
        told = f"{what} " if what in KINDS else "--title "
        words = " ".join((name or "", *ctx.args) if what in KINDS else (what or "", name or "", *ctx.args))
        raise click.UsageError(f'a name of several words stands in quotation marks: lactern new {told}"{words}".')
    if what in KINDS:
        if title is not None or language is not None or start is not None:
            raise click.UsageError("--title, --language and --from are for a new project.")
        one_more(talk, what, name, course)
        return
    if name is not None:
        raise click.UsageError(
            f"“{what} {name}”: say `lactern new PATH`, or `new {' | '.join(KINDS)} NAME`.{meant(what or '', KINDS)}"
        )
    if what is None and title is None:
        if not watched():
            raise click.UsageError(f"nobody is there to be asked for a title. Say it: {EXAMPLE}.")
        from builder.commands.asking import language_asked, start_asked, title_asked

        title = title_asked(talk.folder)
        language = language or language_asked()
        start = start or start_asked(talk.folder)
    lay_down(ctx, talk, what, title or "", language or "en", start or "example")


def watched() -> bool:
    """Whether somebody is there who can answer."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def lay_down(ctx: click.Context, talk: Talk, path: str | None, title: str, language: str, start: str) -> None:
    """A new project, in a folder that is not there yet or empty."""
    from builder.read.schemas import COURSE, SCHEMAS
    from builder.scaffold import project_files, title_slug

    title = " ".join(title.split())
    if path is None and not title_slug(title):
        raise click.UsageError(f"“{title}” has no letter that a folder could be called after; say one: {EXAMPLE}.")
    folder = talk.folder / (path or title_slug(title))
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise click.UsageError(f"{folder} is there already and not empty; nothing was written.")
    if not re.fullmatch(COURSE["properties"]["language"]["pattern"], language):
        raise click.UsageError(f"“{language}” is no language tag; say es, ar or pt-BR.")
    shown = path or title_slug(title)
    if start not in STARTS:
        from builder.commands.bring import command as bring

        file = talk.folder / start
        if not file.is_file():
            raise click.UsageError(f"there is no file “{start}”.{meant(start, STARTS)}")
        ctx.invoke(bring, files=(file,), dialect=None, course=None, target=shown, language=language, title=title)
        return
    talk.say(f"Laid down in {shown}:")
    talk.detail(f"that is {folder.absolute()}")
    for one, text in project_files(date.today().isoformat(), SCHEMAS, language, start, title).items():
        write_new(folder / one, text)
        click.echo(one)
    next_steps(talk, shown)


def one_more(talk: Talk, kind: str, name: str | None, course: str | None) -> None:
    """One more file in the project around the current folder, and what to do with it."""
    from builder.read.schemas import SCHEMAS
    from builder.scaffold import lesson_file, quiz_file, schema_files, sheet_file, slug, theme_file

    if not name or not slug(name):
        raise click.UsageError(f"give the {kind} a name: `lactern new {kind} first-latch`.")
    root = project(talk)
    if kind == "theme":
        path, text = theme_file(name)
        own = course_names(root)
        settings = f"slides/{own[0] if len(own) == 1 else '<course>'}/course.yaml"
        told = f"Next: write `theme: {slug(name)}` in {settings}, and change the colours in {path}."
    else:
        courses = course_names(root)
        if course:
            known_or_fail([course], courses, "course")
        elif len(courses) != 1:
            raise click.UsageError(f"say which course with --course; there is: {', '.join(courses) or 'none'}.")
        course = course or courses[0]
        if kind == "quiz":
            path, text = quiz_file(course, name, to_be_asked(root, course))
        else:
            path, text = lesson_file(root, course, name) if kind == "lesson" else sheet_file(course, name)
        if kind == "lesson" and (same := lesson_called(root / path, slug(name))):
            raise click.UsageError(f"{same} is there already; nothing was written. Give this one another name.")
        told = {
            "lesson": f"Next: write in {path}; `lactern serve --open` shows it while you do.",
            "quiz": f"Next: write the questions, and ask one in a lesson with {{{{< quiz {slug(name)}#first >}}}}.",
            "sheet": f"Next: write in {path}; `lactern build --target handout` prints it.",
        }[kind]
    write_new(root / path, text)
    click.echo(path)
    for hint, schema in schema_files(SCHEMAS).items() if path.endswith(".yaml") else ():
        if not (root / hint).exists():
            write_new(root / hint, schema)
    talk.say(told)


def to_be_asked(root: Path, name: str) -> str:
    """The first objective of a course that no question asks yet, else the first; empty where there is none."""
    from builder.pipeline import load

    for course in load(root, only=(name,)).courses:
        asked = {question.objective for quiz in course.quizzes.values() for question in quiz.questions}
        ids = [objective.id for objective in course.objectives]
        return next((one for one in ids if one not in asked), ids[0] if ids else "")
    return ""


def lesson_called(path: Path, name: str) -> str:
    """The lesson beside a path whose file has the same name but for its number; empty where there is none."""
    return next((p.name for p in sorted(path.parent.glob("*.md")) if re.sub(r"^\d+-", "", p.stem) == name), "")


def write_new(path: Path, text: str | bytes) -> None:
    """Write a file that is not there yet."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("xb") as file:
            file.write(text.encode("utf-8") if isinstance(text, str) else text)
    except FileExistsError:
        raise click.UsageError(f"{path} is there already; nothing was written.") from None
