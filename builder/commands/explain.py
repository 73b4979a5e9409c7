"""`lactern explain`: a rule's page."""

import sys
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import click

from builder.commands.complete import codes, offering
from builder.commands.talk import columns, meant, talk_options

if TYPE_CHECKING:
    from builder.model.diagnostic import Rule

DIGITS = str.maketrans("OIL", "011")


@click.command("explain", epilog="Example: lactern explain Q103", short_help="Why a finding matters and what to do.")
@click.argument("code", required=False, shell_complete=offering(codes))
@talk_options
def command(code: str | None) -> None:
    """Say why a finding matters and what to do instead.

    A rule's name does as well as its code. The beginning of a code, such as Q1, lists those that begin so; without one,
    all are listed.
    """
    from builder.catalogue import catalogue
    from builder.report import page

    rules = catalogue()
    if code is None:
        table(rules.values())
    elif wanted := named(code, rules):
        click.echo(page(rules[wanted], columns(sys.stdout)), nl=False)
    elif some := [rule for one, rule in rules.items() if one.startswith(code.upper())]:
        table(some)
    else:
        names = [rule.name for rule in rules.values()]
        raise click.UsageError(
            f"there is no code “{code}”.{meant(code, [*rules, *names], ' `lactern explain` lists what there is.')}"
        )


def named(said: str, rules: "Mapping[str, Rule]") -> str:
    """The code of the rule that is called so: by its code, also with letters that look like digits, or by its name."""
    code = said[:1].upper() + said[1:].upper().translate(DIGITS)
    by_name = {rule.name: rule.code for rule in rules.values()}
    return code if code in rules else by_name.get(said.lower(), "")


def table(rules: "Iterable[Rule]") -> None:
    """Some rules, a line each."""
    rows = list(rules)
    widest = max(len(rule.name) for rule in rows)
    for rule in rows:
        click.echo(f"{rule.code:<5} {rule.severity:<8} {rule.name:<{widest}}  {rule.summary}")
