"""The three questions of `lactern new`, asked of somebody at a terminal. Talk goes to stderr, as everywhere."""

from pathlib import Path

import click

from builder.commands.new import STARTS
from builder.commands.talk import meant

NAMES = {
    "en": "English",
    "es": "español",
    "fr": "français",
    "de": "Deutsch",
    "ar": "العربية",
    "he": "עברית",
}
CHOICES = (
    "a small example that shows how each thing is written",
    "nothing but the frame",
    "the D-MER seminar: 60 minutes, to be made your own",
    "the authoring guide: everything you may write, to be tried out and changed",
)


def title_asked(folder: Path) -> str:
    """The first question."""

    def usable(said: str) -> str:
        from builder.scaffold import title_slug

        title = " ".join(said.split())
        name = title_slug(title)
        if not name:
            raise click.UsageError("a few letters, please: the folder is called after it.")
        if (folder / name).exists():
            raise click.UsageError(f"the folder {name} is there already; another title, please.")
        return title

    title: str = click.prompt("What is your seminar called?", value_proc=usable, prompt_suffix=" ", err=True)
    return title


def language_asked() -> str:
    """The second question: one of the languages that buttons and headings are there in."""
    from builder.render.words import languages

    known = {tag: NAMES.get(tag, tag) for tag in languages()}

    def usable(said: str) -> str:
        word = said.strip().casefold()
        for tag, name in known.items():
            if word in (tag, name.casefold()):
                return tag
        raise click.UsageError(
            f"there is {', '.join(known)}.{meant(word, known.values()) if len(word) > 3 else ''} "
            "For another language end with Ctrl-C and say --language."
        )

    click.echo("\n" + "   ".join(f"{tag} {name}" for tag, name in known.items()), err=True)
    tag: str = click.prompt(
        "In which language will you write?", default="en", value_proc=usable, prompt_suffix=" ", err=True
    )
    return tag


def start_asked(folder: Path) -> str:
    """The third question: one of the starts by its number or word, or the path of a file."""

    def usable(said: str) -> str:
        word = said.strip().strip("'\"")
        if word.casefold() in STARTS:
            return word.casefold()
        if word.isdigit() and 1 <= int(word) <= len(STARTS):
            return STARTS[int(word) - 1]
        file = Path(word.replace("\\ ", " ")).expanduser()  # as terminals write a file that is dropped on them
        if word and (folder / file).is_file():
            return str(file)
        raise click.UsageError(f"“{word}” is no number from 1 to {len(STARTS)}, and no file that is there.")

    click.echo("", err=True)
    for number, choice in enumerate(CHOICES, start=1):
        click.echo(f"  {number}  {choice}", err=True)
    click.echo("  or the path of a file of yours: PowerPoint, Markdown slides, or questions", err=True)
    start: str = click.prompt("What do you start from?", default="1", value_proc=usable, prompt_suffix=" ", err=True)
    return start
