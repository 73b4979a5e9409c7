"""`lactern schema`: JSON Schema for editors."""

import click

from builder.commands.complete import offering, schemas
from builder.commands.talk import known_or_fail, talk_options


@click.command(
    "schema",
    epilog="Example: lactern schema quiz > quiz.schema.json",
    short_help="Print the JSON Schema of a file.",
)
@click.argument("name", required=False, shell_complete=offering(schemas))
@talk_options
def command(name: str | None) -> None:
    """Print the JSON Schema of quiz, course, glossary, theme or references files, for editors that help while typing.
    `results` and `evaluation` are what learners hand in.

    Without a name: the list of what there is.
    """
    import json

    from builder.read.handed_in import PUBLISHED

    if name is None:
        click.echo("\n".join(PUBLISHED))
        return
    known_or_fail([name], list(PUBLISHED), "schema")
    click.echo(json.dumps(PUBLISHED[name], ensure_ascii=False, indent=2))
