"""A progress bar, only for people watching a terminal and only when the work is long."""

import sys
import time
from typing import Any

import click

from builder.commands.talk import Talk

LONG = 0.7


class Progress:
    """`step` is handed to the pipeline, which calls it with what is being made, how many are done, of how many."""

    def __init__(self, talk: Talk) -> None:
        self.shown = not talk.quiet and sys.stderr.isatty()
        self.started = time.monotonic()
        self.bar: Any = None

    def __enter__(self) -> "Progress":
        return self

    def step(self, what: str, done: int, of: int) -> None:
        """One more is made."""
        if not self.shown or time.monotonic() - self.started < LONG:
            return
        if self.bar is None:
            self.bar = click.progressbar(length=of, file=sys.stderr, item_show_func=str, show_eta=False, width=24)
            self.bar.__enter__()
        self.bar.length = of
        self.bar.update(done - self.bar.pos, what)

    def __exit__(self, *error: object) -> None:
        if self.bar is not None:
            self.bar.__exit__(*error)
