"""A progress bar, only for people watching a terminal and only when the work is long."""

import sys
import time

from builder.commands.talk import Talk

LONG = 0.7
OFTEN = 0.05
"""Seconds before the bar is shown at all, and between two of its pictures."""
WIDTH = 24
ERASE = "\r\x1b[K"
"""Back to the line's beginning, and nothing behind it (ECMA-48: EL)."""


class Progress:
    """`step` is handed to whoever works, who calls it with what is being made, how many are done, of how many.

    The bar is one line that is drawn over itself and taken away at the end, however that comes. The cursor is not
    hidden: a program that is killed could not bring it back.
    """

    def __init__(self, talk: Talk) -> None:
        self.shown = not talk.quiet and sys.stderr.isatty()
        self.started = time.monotonic()
        self._drawn = 0.0

    def __enter__(self) -> "Progress":
        return self

    def step(self, what: str, done: int, of: int) -> None:
        """One more is made."""
        now = time.monotonic()
        if not self.shown or now - self.started < LONG or now - self._drawn < OFTEN:
            return
        from shutil import get_terminal_size  # brings three ways to compress along

        self._drawn = now
        full = WIDTH * done // max(1, of)
        line = f"[{'#' * full}{'.' * (WIDTH - full)}] {done}/{of} {what}"
        sys.stderr.write(f"{ERASE}{line[: get_terminal_size().columns - 1]}")
        sys.stderr.flush()

    def __exit__(self, *error: object) -> None:
        if self._drawn:
            sys.stderr.write(ERASE)
            sys.stderr.flush()
