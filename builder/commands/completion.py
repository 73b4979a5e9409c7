"""`lactern completion`: the script by which a shell completes what is typed, once it is told to read it."""

import click

from builder.commands.complete import offering
from builder.commands.talk import known_or_fail, talk_options

SHELLS = ("bash", "zsh", "fish")


@click.command(
    "completion",
    epilog="Example: lactern completion bash > ~/.lactern.bash",
    short_help="Let bash, zsh or fish complete what you type.",
)
@click.argument("shell", metavar="bash | zsh | fish", shell_complete=offering(lambda: SHELLS))
@talk_options
def command(shell: str) -> None:
    """Print the script that makes the TAB key complete commands, options, courses and codes. Install it once:

    \b
    bash (4.4 or newer):
      lactern completion bash > ~/.lactern.bash
      echo '. ~/.lactern.bash' >> ~/.bashrc
    zsh:
      lactern completion zsh > ~/.lactern.zsh
      echo '. ~/.lactern.zsh' >> ~/.zshrc
    fish:
      lactern completion fish > ~/.config/fish/completions/lactern.fish

    It holds for every terminal that is opened after that.
    """
    known_or_fail([shell], SHELLS, "script for")
    from click.shell_completion import get_completion_class

    root = click.get_current_context().find_root()
    made = get_completion_class(shell)
    if made is None:
        raise click.ClickException(f"this Click has no script for {shell}.")
    click.echo(made(root.command, {}, "lactern", "_LACTERN_COMPLETE").source())
