"""A second process that works for the first one, while that imports, reads, draws and writes.

Half of a small build is importing, and the other core is idle. A child that is forked first of all imports
Python-Markdown there, waits for texts, and hands back what it made of them; then it judges what was read while its
parent draws it. It ends with its parent. What it makes is the same, byte for byte, as what the parent would make: where
no child can be had, the parent does.
"""

import marshal
import os
import sys
from importlib import import_module
from typing import Any, BinaryIO

FORKS = hasattr(os, "fork") and sys.platform != "darwin"
"""macOS may end a forked process that touches a system library."""
USUAL, MUCH = 60_000, 1_000_000
"""Bytes that a pipe holds at first, and when it is asked for more; still more is not allowed to everybody."""
CONVERTING, JUDGING = "builder.parse.markdown.converter", "builder.judging"
"""What the child can do: modules with a function `ready`, which is called ahead, and one `asked`, which takes and gives
what marshal can write down. It is in this order that they are needed."""


class Mate:
    """The child, as its parent sees it. One request at a time: `ask`, then `answer`."""

    def __init__(self, pid: int, asks: BinaryIO, answers: BinaryIO) -> None:
        self._pid = pid
        self._asks = asks
        self._answers = answers

    def ask(self, work: str, said: Any) -> bool:
        """Hand over some work, one of the names above; False if the child is gone."""
        try:
            send(self._asks, (work, said))
        except (OSError, ValueError):  # ValueError: it was dismissed
            return False
        return True

    def answer(self) -> Any | None:
        """What it made; None if the child is gone."""
        try:
            return receive(self._answers)
        except (OSError, ValueError, EOFError):
            return None

    def dismiss(self) -> None:
        """Let the child end. Taking it apart takes a while, which nobody need wait for."""
        for pipe in (self._asks, self._answers):
            pipe.close()

    def close(self) -> None:
        """Let the child end, and wait for that."""
        self.dismiss()
        os.waitpid(self._pid, 0)


def mate() -> Mate | None:
    """A child that gets ready at once; None where there is no second core or no way to fork."""
    if not FORKS or (os.cpu_count() or 1) < 2:
        return None
    child_reads, parent_writes = os.pipe()
    parent_reads, child_writes = os.pipe()
    pid = os.fork()
    if pid:
        os.close(child_reads)
        os.close(child_writes)
        return Mate(pid, os.fdopen(parent_writes, "wb"), os.fdopen(parent_reads, "rb"))
    import signal

    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides when to stop
        os.close(parent_writes)
        os.close(parent_reads)
        with os.fdopen(child_reads, "rb") as asks, os.fdopen(child_writes, "wb") as answers:
            serve(asks, answers)
    finally:
        os._exit(0)


def serve(asks: BinaryIO, answers: BinaryIO) -> None:
    """What the child does until its parent has no more to ask."""
    import_module(CONVERTING).ready()
    import_module(JUDGING)
    while (request := receive(asks)) is not None:
        work, said = request
        send(answers, import_module(work).asked(said))
        if work == CONVERTING:
            import_module(JUDGING).ready()


def widen(pipe: int) -> None:
    """Let a pipe hold a whole course, so that whoever writes need not wait until the other one can read."""
    try:
        from fcntl import F_SETPIPE_SZ, fcntl

        fcntl(pipe, F_SETPIPE_SZ, MUCH)
    except (ImportError, OSError):  # no Linux, or a lower limit
        pass


def send(pipe: BinaryIO, value: Any) -> None:
    """One value, with its length before it."""
    data = marshal.dumps(value)
    if len(data) > USUAL:
        widen(pipe.fileno())
    pipe.write(len(data).to_bytes(8, "big") + data)
    pipe.flush()


def receive(pipe: BinaryIO) -> Any:
    """One value; None at the end."""
    head = pipe.read(8)
    return marshal.loads(pipe.read(int.from_bytes(head, "big"))) if len(head) == 8 else None
