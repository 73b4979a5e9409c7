"""The front door: the group, what holds for all commands, and the exit codes.

0 clean · 1 findings · 2 usage or configuration · 3 something needed is missing · 70 our own bug.
"""

import os
import sys
import time
from collections.abc import Sequence
from errno import EDQUOT, ENOSPC
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from builder.commands.talk import Talk, from_folder, talk_options

if TYPE_CHECKING:
    from builder.mate import Mate

COMMANDS = ("guide", "new", "import", "serve", "build", "check", "explain", "schema", "collect", "doctor", "completion")
FILES = {"import": "bring"}
"""Commands whose file is called otherwise: `import` is a word of Python's own."""
OUR_BUG = 70


class Lazy(click.Group):
    """A group that imports a command's module when the command is asked for, and knows what was meant."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"builder.commands.{FILES.get(cmd_name, cmd_name)}").command
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from builder.commands.talk import meant

            ctx.fail(f"there is no command “{args[0]}”.{meant(args[0], COMMANDS)}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        started = time.perf_counter()
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.Abort, click.exceptions.Exit, BrokenPipeError):
            raise
        except Exception as error:
            talk = ctx.ensure_object(Talk)
            if not talk.verbose and (why := refused(error)):
                raise click.UsageError(why, ctx) from error
            said = f"{type(error).__name__}: {error}"
            click.secho(f"This is a bug in lactern, not in your course: {said}", err=True, fg="red")
            if talk.verbose:
                import traceback

                traceback.print_exception(error)
            else:
                click.echo("Run it again with -v for the whole story, and please tell us.", err=True)
            ctx.exit(OUR_BUG)
        finally:
            ctx.ensure_object(Talk).detail(f"took {time.perf_counter() - started:.2f} s")


def refused(error: Exception) -> str:
    """What the system does not let us do with somebody's file or a full disk; empty where the fault is ours."""
    if not isinstance(error, OSError) or not error.strerror:
        return ""
    if error.errno in (ENOSPC, EDQUOT):
        return f"nothing more can be written: {error.strerror}."
    name = str(error.filename or "")
    ours = name.startswith(os.path.dirname(__file__))  # noqa: PTH120 -- pathlib is not there yet
    return f"{'…' * (len(name) > 60)}{name[-60:]}: {error.strerror}." if name and not ours else ""


def _versions(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        from builder.commands.versions import lines

        click.echo("\n".join(lines()))
        ctx.exit()


@click.command(
    cls=Lazy,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Example: lactern guide   ·   to begin: lactern new my-course",
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_versions,
    help="Say which lactern, reveal.js and WeasyPrint this is.",
)
@from_folder
@talk_options
def lactern() -> None:
    """Make slides, self-paced modules and handouts from Markdown lessons and quizzes."""


def main(args: Sequence[str] | None = None, prog_name: str = "lactern", second: "Mate | None" = None) -> None:
    """Run a command. `second` is a process that has Python-Markdown ready."""
    try:
        lactern.main(args=args, prog_name=prog_name, obj=Talk(second))
    except SystemExit as done:
        if args is None and isinstance(done.code, int):
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(done.code)  # taking apart what was imported takes longer than drawing an hour's deck
        raise
