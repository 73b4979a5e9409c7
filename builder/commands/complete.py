"""What the shell offers after TAB: courses, targets, codes and schemas, as Click's completion asks for them."""

from collections.abc import Callable, Iterable
from pathlib import Path

import click

from builder.commands.talk import course_names

Complete = Callable[[click.Context, click.Parameter, str], list[str]]


def offering(names: Callable[[], Iterable[str]]) -> Complete:
    """Offer the names that begin with what is typed. Nothing goes wrong loudly while somebody presses TAB."""

    def complete(_: click.Context, __: click.Parameter, typed: str) -> list[str]:
        try:
            return [name for name in names() if name.casefold().startswith(typed.casefold())]
        except (OSError, ImportError):
            return []

    return complete


def courses() -> Iterable[str]:
    """The courses of the project around the current folder."""
    here = Path.cwd()
    return next((course_names(folder) for folder in (here, *here.parents) if (folder / "slides").is_dir()), [])


def targets() -> Iterable[str]:
    """The formats there are."""
    from builder.formats import names

    return names()


def dialects() -> Iterable[str]:
    """The names of what can be imported."""
    from builder.imports import names

    return names()


def languages() -> Iterable[str]:
    """The languages that buttons and headings are there in."""
    from builder.render.words import languages as there

    return there()


def codes() -> Iterable[str]:
    """The codes of all rules."""
    from builder.catalogue import catalogue

    return catalogue()


def schemas() -> Iterable[str]:
    """The names of the JSON Schemas."""
    from builder.read.handed_in import PUBLISHED

    return PUBLISHED
