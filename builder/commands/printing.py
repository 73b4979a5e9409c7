"""What `lactern build` is told about paper: layouts, sizes, what is left out, ink and bleed."""

import re
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click

from builder.commands.talk import Known, meant
from builder.model.prints import INKS, LAYOUTS, PAPERS, Prints

FUNCTION = TypeVar("FUNCTION", bound=Callable[..., Any])
Callback = Callable[[click.Context, click.Parameter, str | None], Any]
LENGTH = re.compile(r"([0-9]{1,2}(?:\.[0-9]{1,2})?) ?(?:mm)?")
KEYS = ("layouts", "papers", "cut", "hidden", "ink", "bleed")


def listed(known: Sequence[str], kind: str) -> Callback:
    """Words with commas between them, out of a closed list; `all` is all of them."""

    def words(ctx: click.Context, param: click.Parameter, value: str | None) -> tuple[str, ...] | None:
        if value is None:
            return None
        given = [word.strip().lower() for word in value.split(",") if word.strip()]
        there = f"There is: {', '.join(known)}, all."
        for word in given:
            if word not in (*known, "all"):
                raise click.BadParameter(f"there is no {kind} “{word}”.{meant(word, known, ' ' + there)}", ctx, param)
        if not given:
            raise click.BadParameter(f"no {kind} is named. {there}", ctx, param)
        return tuple(known) if "all" in given else tuple(dict.fromkeys(given))

    return words


def millimetres(ctx: click.Context, param: click.Parameter, value: str | None) -> float | None:
    """A length such as 3mm."""
    if value is None:
        return None
    found = LENGTH.fullmatch(value.strip())
    if found is None:
        raise click.BadParameter(f"“{value}” is no length in millimetres, such as 3mm.", ctx, param)
    return float(found[1])


def print_options(function: FUNCTION) -> FUNCTION:
    """The options of paper. What is not said here is as `handout:` in course.yaml has it."""
    options = (
        click.option(
            "--layouts",
            callback=listed(LAYOUTS, "layout"),
            metavar="LIST",
            help=f"Slides to a page, and more: {', '.join(LAYOUTS)}, all. Without it: {','.join(Prints().layouts)}.",
        ),
        click.option(
            "--paper",
            "papers",
            callback=listed(PAPERS, "paper"),
            metavar="LIST",
            help="Paper sizes: a4, letter. Without it: both.",
        ),
        click.option(
            "--cut",
            type=click.IntRange(0),
            metavar="MINUTES",
            help="Leave out slides that may be cut, until the rest takes no longer than this.",
        ),
        click.option("--hidden/--no-hidden", default=None, help="Print hidden slides too."),
        click.option("--ink", type=Known(INKS), help="With “saving”: no grounds, no colours, thin lines."),
        click.option(
            "--bleed",
            callback=millimetres,
            metavar="LENGTH",
            help="Bleed and crop marks on the print-shop set, such as 3mm.",
        ),
    )
    for option in reversed(options):
        function = option(function)
    return function


def chosen(values: dict[str, Any]) -> dict[str, Any]:
    """The fields of `Prints` that were given."""
    return {key: values[key] for key in KEYS if values.get(key) is not None}
