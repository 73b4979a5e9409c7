"""What all commands share: how loud and how colourful to be, where the project is, what was meant by a typo."""

import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO, TypeVar

import click

if TYPE_CHECKING:  # the front door imports this file, and `--version` has no findings
    from builder.mate import Mate
    from builder.model.diagnostic import Diagnostic
    from builder.model.place import Place

FUNCTION = TypeVar("FUNCTION", bound=Callable[..., Any])
MISSING = 3
"""The exit code where this machine lacks something, so that scripts can tell it from a faulty course."""


class Missing(click.ClickException):
    """Something of this machine is needed and not there; the message says what, and what to do."""

    exit_code = MISSING


class Talk:
    """How to speak to whoever runs the command. Findings and results are never hushed, only talk is."""

    def __init__(self, second: "Mate | None" = None) -> None:
        self.second = second
        self.quiet = False
        self.verbose = False
        self.folder = Path.cwd()

    def say(self, text: str) -> None:
        """Talk, on stderr."""
        if not self.quiet:
            click.echo(text, err=True)

    def detail(self, text: str) -> None:
        """Talk for those who asked for more."""
        if self.verbose:
            click.secho(text, err=True, dim=True)


def talk_options(function: FUNCTION) -> FUNCTION:
    """`-q`, `-v`, `--color`: the same before and after the command's name."""

    def quiet(ctx: click.Context, _: click.Parameter, value: bool) -> None:
        ctx.ensure_object(Talk).quiet |= value

    def verbose(ctx: click.Context, _: click.Parameter, value: bool) -> None:
        ctx.ensure_object(Talk).verbose |= value

    def colour(ctx: click.Context, _: click.Parameter, value: bool | None) -> None:
        if value is not None:
            ctx.color = value
        elif ctx.color is None:
            ctx.color = coloured(os.environ)

    options: tuple[Callable[[FUNCTION], FUNCTION], ...] = (
        click.option(
            "--color/--no-color",
            default=None,
            expose_value=False,
            callback=colour,
            is_eager=True,
            help="Colours: always or never. Otherwise on a terminal, or as NO_COLOR and FORCE_COLOR say.",
        ),
        click.option("-v", "--verbose", is_flag=True, expose_value=False, callback=verbose, help="Say more."),
        click.option(
            "-q", "--quiet", is_flag=True, expose_value=False, callback=quiet, help="Say only results and findings."
        ),
    )
    for option in options:
        function = option(function)
    return function


def coloured(environment: Mapping[str, str]) -> bool | None:
    """Whether the environment wants colours; None where a terminal decides. https://no-color.org and
    https://force-color.org: set and not empty, and no is stronger than yes."""
    if environment.get("NO_COLOR") or environment.get("TERM") == "dumb":
        return False
    return True if environment.get("FORCE_COLOR") else None


def from_folder(function: FUNCTION) -> FUNCTION:
    """`-C DIR`: as if the command had been started there."""

    def move(ctx: click.Context, _: click.Parameter, value: Path | None) -> None:
        if value is not None:
            ctx.ensure_object(Talk).folder = value.absolute()

    return click.option(
        "-C",
        "folder",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        metavar="DIR",
        expose_value=False,
        callback=move,
        help="Work as if started in this folder.",
    )(function)


def project(talk: Talk, start: Path | None = None) -> Path:
    """The project's root: the nearest folder upward that holds `slides/`."""
    here = (start or talk.folder).absolute()
    for folder in (here, *here.parents):
        if (folder / "slides").is_dir():
            talk.detail(f"the project at {folder}")
            return folder
    inside = sorted(folder.name for folder in listed(here) if (folder / "slides").is_dir())
    if inside:
        raise click.UsageError(f"your project is one folder further: type `cd {typed(inside[0])}`, then this again.")
    raise click.UsageError(
        f"{here} is not in a project: neither it nor a folder above it holds `slides/`. "
        "Go into your project's folder with `cd` and its name; `lactern new` makes one."
    )


def listed(folder: Path) -> list[Path]:
    """What lies in a folder; nothing where it may not be read."""
    try:
        return list(folder.iterdir())
    except OSError:
        return []


def typed(name: str) -> str:
    """A folder's name as a terminal takes it."""
    return f'"{name}"' if " " in name else name


def next_steps(talk: Talk, folder: str) -> None:
    """What to type after a project was made: two lines, since not every terminal knows `&&`."""
    talk.say(f"Next, one line after the other:\n  cd {typed(folder)}\n  lactern serve --open")
    talk.say("How everything is written, with something to copy: `lactern guide`.")


def course_names(root: Path) -> list[str]:
    """The courses' folders, by name."""
    return sorted(p.name for p in (root / "slides").iterdir() if p.is_dir() and p.name[0] not in "._")


def close_to(word: str, known: Iterable[str]) -> list[str]:
    """The names that a word was probably meant to be, the likeliest first, two at most."""
    from difflib import get_close_matches

    folded = {name.casefold(): name for name in known}
    return [folded[close] for close in get_close_matches(word.casefold(), folded, n=2, cutoff=0.6)]


def meant(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """“Did you mean …?”, with a leading space; else what to say otherwise, or the list of what there is."""
    names = list(known)
    if close := close_to(word, names):
        return f" Did you mean {' or '.join(f'“{name}”' for name in close)}?"
    return otherwise or (f" There is: {', '.join(names)}." if names else "")


class Known(click.Choice[str]):
    """A choice that knows what was meant."""

    def get_invalid_choice_message(self, value: object, ctx: click.Context | None) -> str:
        return f"there is no “{value}”.{meant(str(value), self.choices)}"


def known_or_fail(words: Sequence[str], known: Sequence[str], kind: str) -> None:
    """A usage error for the first word that is not known."""
    for word in words:
        if word not in known:
            raise click.UsageError(f"there is no {kind} “{word}”.{meant(word, known)}")


def source_lines(root: Path) -> Callable[[str], Sequence[str]]:
    """Reads a project file's lines for a report, once each."""
    from builder.read.source import unified

    seen: dict[str, list[str]] = {}

    def lines(file: str) -> Sequence[str]:
        if file not in seen:
            try:
                text = unified((root / file).read_text("utf-8-sig", errors="replace"))
            except OSError:
                text = ""
            seen[file] = [] if "\0" in text else text.split("\n")  # a picture has no lines to show
        return seen[file]

    return lines


def tell(found: "Sequence[Diagnostic]", root: Path, *, err: bool) -> None:
    """Print findings for a person, with the closing line."""
    from builder.report import report, summary

    if found:
        ctx = click.get_current_context()
        stream = sys.stderr if err else sys.stdout
        colour = stream.isatty() if ctx.color is None else ctx.color
        width = columns(stream)
        said = report(found, lines=source_lines(root), colour=colour, width=width)
        click.echo(said + summary(found, width), err=err)


def columns(stream: TextIO) -> int:
    """How wide the terminal is to which this is written; 0 where it is none, or says no width."""
    if not stream.isatty():
        return 0
    from shutil import get_terminal_size  # brings three ways to compress along

    return get_terminal_size().columns


def under(place: "Place", paths: Sequence[str]) -> bool:
    """Whether a place lies in one of these files or folders (paths from the project's root)."""
    return any(place.file == path or place.file.startswith(f"{path}/") for path in paths)
