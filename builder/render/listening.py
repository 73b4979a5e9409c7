"""What WeasyPrint has to say while it prints, as values instead of lines that scroll by."""

import logging
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from builder.render.rules import REMARKS

Remark = tuple[str, str]
"""What the press noticed: the kind of fault, and the detail."""


@contextmanager
def listening() -> Iterator[list[Remark]]:
    """Hears what WeasyPrint logs, instead of letting it scroll by."""
    heard: list[Remark] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            said = record.getMessage()
            kind = next((kind for pattern, kind in REMARKS if re.match(pattern, said)), "other")
            if kind:
                heard.append((kind, said))

    log, listener = logging.getLogger("weasyprint"), Listener()
    before = log.propagate, log.level
    log.propagate = False
    log.setLevel(logging.WARNING)
    log.addHandler(listener)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield heard
    finally:
        log.removeHandler(listener)
        log.propagate, log.level = before
