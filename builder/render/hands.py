"""Work on two processors, where there is more than one thing to do."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

HANDS = 2
Start = Callable[[Callable[[Any], Any], Any], Callable[[], Any]]
"""Starts a function with one argument and returns the wait for its result."""


@contextmanager
def hands(work: int) -> Iterator[Start]:
    """A way to start so many pieces of work. What is imported before is there for all of them."""
    import multiprocessing
    import os
    import sys

    workers = min(HANDS, os.cpu_count() or 1)
    if work < 2 or workers < 2 or multiprocessing.parent_process() is not None:
        yield lambda function, task: partial(function, task)
        return
    method = "spawn" if sys.platform in ("win32", "darwin") else "fork"
    with multiprocessing.get_context(method).Pool(workers) as pool:
        yield lambda function, task: pool.apply_async(function, (task,)).get
