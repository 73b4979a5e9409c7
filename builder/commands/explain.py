"""`lactern explain`: a rule's page."""

import click

from builder.commands.complete import codes, offering
from builder.commands.talk import known_or_fail, talk_options


@click.command("explain", epilog="Example: lactern explain Q103", short_help="Why a finding matters and what to do.")
@click.argument("code", required=False, shell_complete=offering(codes))
@talk_options
def command(code: str | None) -> None:
    """Say why a finding matters and what to do instead. Without a code: the table of all of them."""
    from builder.catalogue import catalogue
    from builder.report import page

    rules = catalogue()
    if code is not None:
        by_name = {rule.name: rule for rule in rules.values()}
        wanted = code.upper() if code.lower() not in by_name else by_name[code.lower()].code
        known_or_fail([wanted], list(rules), "code")
        click.echo(page(rules[wanted]), nl=False)
        return
    widest = max(len(rule.name) for rule in rules.values())
    for rule in rules.values():
        click.echo(f"{rule.code:<5} {rule.severity:<8} {rule.name:<{widest}}  {rule.summary}")
