"""`lactern import`: slides and questions of other tools, as lessons and quizzes of ours."""

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from builder.commands.complete import courses, dialects, offering
from builder.commands.new import write_new
from builder.commands.places import there
from builder.commands.progress import Progress
from builder.commands.talk import Talk, course_names, known_or_fail, next_steps, project, talk_options, tell

if TYPE_CHECKING:
    from builder.imports.imported import Lost

MOST_LINES = 6


@click.command(
    "import",
    epilog="Example: lactern import talk.pptx   ·   inside a project: lactern import questions.gift --course dmer",
    short_help="Take over slides and questions from other tools.",
)
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--from",
    "dialect",
    metavar="NAME",
    shell_complete=offering(dialects),
    help="What the files are, where it cannot be seen: see below.",
)
@click.option(
    "-c",
    "--course",
    metavar="COURSE",
    shell_complete=offering(courses),
    help="Which course they go to, where the project has several.",
)
@click.option("--to", "target", metavar="PATH", help="Outside a project: the folder of the new one.")
@click.option(
    "-l",
    "--language",
    metavar="TAG",
    help="A new project's language, such as es or ar; otherwise that of the first file.",
)
@click.option("--title", metavar="TEXT", default="", help="A new project's title; otherwise that of the first file.")
@talk_options
@click.pass_context
def command(
    ctx: click.Context,
    /,
    files: tuple[Path, ...],
    dialect: str | None,
    course: str | None,
    target: str | None,
    language: str | None,
    title: str,
) -> None:
    """Turn FILEs into lessons and quizzes: in the project you are in, or in a new one.

    Slides: PowerPoint (.pptx), reveal-md, Marp, Pandoc and Quarto decks. Questions: Moodle XML, GIFT, Aiken, text2qti,
    tables (.csv). What could not be carried over is listed, with its place; nothing is ever overwritten.

    Names for --from: powerpoint, reveal-md, marp, pandoc, quarto, moodle, gift, aiken, text2qti, csv.
    """
    from builder.imports import names
    from builder.imports.project import Bundle, bundle

    talk = ctx.ensure_object(Talk)
    whole = " ".join(map(str, files))
    if len(files) > 1 and not all((talk.folder / file).exists() for file in files) and (talk.folder / whole).is_file():
        raise click.UsageError(f'a name with a space in it stands in quotation marks: lactern import "{whole}".')
    files = tuple(there(talk, file) for file in files)
    if folders := [file for file in files if file.is_dir()]:
        raise click.UsageError(f"{folders[0]} is a folder; name the files in it.")
    if dialect:
        known_or_fail([dialect], names(), "form")
    if language:
        fitting(language)
    root, inside, folder = where(talk, files, course, target)
    made: dict[str, bytes] = {}
    told: list[str] = []
    found = ""

    def taken(path: str) -> bool:
        return path in made or (root / path).exists()

    with Progress(talk) as progress:
        for place, file in enumerate(files):
            progress.step(file.name, place, len(files))
            numbers = [
                int(m[1]) for path in [*made, *lessons(root, folder)] if (m := re.search(r"/(\d+)-[^/]*\.md$", path))
            ]
            try:
                one: Bundle = bundle(
                    file,
                    folder,
                    taken,
                    dialect or "",
                    max(numbers, default=0) + 1,
                )
            except ValueError as fault:
                raise click.ClickException(f"{file}: {fault}. Nothing was written.") from fault
            talk.detail(f"{file}: {len(one.files)} made of it, {len(one.lost)} not carried over")
            made |= one.files
            title = title or one.title
            found = found or one.language
            told += listed(file.name, one.lost)
    language = language or known_language(found)
    around = {} if inside else new_project(title, language, folder)
    for path, text in around.items():
        write_new(root / path, text)
    for path, data in made.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
    shown = [path for path in made if "/img/" not in path]
    click.echo("\n".join([*shown, *(path for path in around if path.endswith("course.yaml"))]))
    if pictures := len(made) - len(shown):
        talk.say(f"and {pictures} picture{'s' if pictures > 1 else ''} in slides/{folder}/img/")
    report(talk, root, told, {*made, *around})
    if not inside:
        talk.say(
            f"Title “{title}”, language {language}: change them in slides/{folder}/course.yaml, and fill in the rest."
        )
        next_steps(talk, root.name)
    elif asked := [Path(path).stem for path in made if path.startswith("quizzes/")]:
        talk.say(f"Next: ask them in a lesson, each time on a line of its own: {{{{< quiz {asked[0]} >}}}}")


def where(talk: Talk, files: tuple[Path, ...], course: str | None, target: str | None) -> tuple[Path, bool, str]:
    """The project's root, whether it was there before, and the course's folder."""
    from builder.scaffold import slug

    if target is None:
        try:
            root = project(talk)
        except click.UsageError:
            target = slug(files[0].stem) or "imported"
        else:
            courses = course_names(root)
            if course:
                known_or_fail([course], courses, "course")
            elif len(courses) != 1:
                raise click.UsageError(f"say which course with --course; there is: {', '.join(courses) or 'none'}.")
            return root, True, course or courses[0]
    root = talk.folder / target
    if root.exists() and (not root.is_dir() or any(root.iterdir())):
        raise click.UsageError(f"{root} is there already and not empty; nothing was written.")
    return root, False, course or slug(root.name) or "course"


def lessons(root: Path, folder: str) -> list[str]:
    """The lessons of a course that are there already."""
    return [path.relative_to(root).as_posix() for path in (root / "slides" / folder).glob("*.md")]


def new_project(title: str, language: str, folder: str) -> dict[str, str]:
    """What a new project needs besides what was imported."""
    from builder.imports.project import course_file
    from builder.read.schemas import SCHEMAS
    from builder.scaffold import editor_files

    settings = course_file(title, language, date.today().isoformat())
    return {**editor_files(SCHEMAS), f"slides/{folder}/course.yaml": settings}


def fitting(language: str) -> bool:
    """Whether a course may have this language. Fails for one that no course may have."""
    from builder.read.schemas import COURSE

    if not re.fullmatch(COURSE["properties"]["language"]["pattern"], language):
        raise click.UsageError(f"“{language}” is no language tag; say es, ar or pt-BR.")
    return True


def known_language(said: str) -> str:
    """The language that a file names, without its region where we have words for the language alone; English where it
    names none that fits."""
    from builder.read.schemas import COURSE

    tag = said.replace("_", "-").strip()
    main = tag.partition("-")[0].lower()
    if not re.fullmatch(COURSE["properties"]["language"]["pattern"], tag or "?"):
        tag = main
    if not re.fullmatch(r"[a-z]{2,3}", main) or not re.fullmatch(COURSE["properties"]["language"]["pattern"], tag):
        return "en"
    return main if (tag, main) in (("en-US", "en"), ("en-GB", "en")) or tag.lower() == f"{main}-{main}" else tag


def listed(file: str, lost: "Sequence[Lost]") -> list[str]:
    """What was lost, the same thing once: with the lines where it stood, the first ones by number."""
    lines: dict[tuple[str, str, str], list[int]] = {}
    for one in lost:
        slide = re.match(r"slide (\d+): ", one.what)
        kind, number = (", slide ", int(slide[1])) if slide else (":", one.line)
        lines.setdefault((kind, one.what[slide.end() :] if slide else one.what, one.instead), []).append(number)
    told = []
    for (kind, what, instead), numbers in lines.items():
        named = [str(number) for number in dict.fromkeys(numbers) if number]
        more = f" and {len(named) - MOST_LINES} more" if len(named) > MOST_LINES else ""
        where = f"{kind}{', '.join(named[:MOST_LINES])}{more}" if named else ""
        told.append(f"{file}{where}: {what}.{f' {instead}' if instead else ''}")
    return told


def report(talk: Talk, root: Path, told: list[str], made: set[str]) -> None:
    """What was lost, and what the checks say of the new files."""
    from builder.pipeline import load

    if told:
        click.echo(f"\nNot carried over ({len(told)}):")
        click.echo("\n".join(f"  {one}" for one in told))
    else:
        talk.say("Everything was carried over.")
    found = [d for d in load(root).diagnostics if d.at.file in made and d.rule.severity == "error"]
    if found:
        click.echo("\nTo be mended before it builds:")
        tell(found, root, err=False)
