"""A second process that converts Markdown while the first imports, reads and draws.

Half of a small build is importing. A child that is forked first of all imports Python-Markdown on the other core,
waits for texts, and hands back what it made of them; it ends with its parent. What it makes is the same, byte for
byte, as what the parent would make: where no child can be had, the parent does.
"""

import marshal
import os
import sys
from collections.abc import Sequence
from typing import Any, BinaryIO

FORKS = hasattr(os, "fork") and sys.platform != "darwin"
"""macOS may end a forked process that touches a system library."""

Result = tuple[str, str, tuple[tuple[str, str, str], ...]]


class Mate:
    """The child, as its parent sees it. One request at a time: `ask`, then `answer`."""

    def __init__(self, pid: int, asks: BinaryIO, answers: BinaryIO) -> None:
        self._pid = pid
        self._asks = asks
        self._answers = answers

    def ask(self, language: str, texts: Sequence[tuple[str, bool]]) -> bool:
        """Hand over texts; False if the child is gone."""
        try:
            send(self._asks, (language, [tuple(text) for text in texts]))
        except (OSError, ValueError):  # ValueError: it was dismissed
            return False
        return True

    def answer(self) -> list[Result] | None:
        """The results, in the order of the texts; None if the child is gone."""
        try:
            results: list[Result] | None = receive(self._answers)
        except (OSError, ValueError, EOFError):
            return None
        return results

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
    from builder.parse.markdown.converter import Converter

    converters = {"en": Converter("en")}
    converters["en"].convert("*ready* [^1]")
    while (request := receive(asks)) is not None:
        language, texts = request
        converter = converters.setdefault(language, Converter(language))
        send(answers, [converter.convert(text, steps) for text, steps in texts])


def send(pipe: BinaryIO, value: Any) -> None:
    """One value, with its length before it."""
    data = marshal.dumps(value)
    pipe.write(len(data).to_bytes(8, "big") + data)
    pipe.flush()


def receive(pipe: BinaryIO) -> Any:
    """One value; None at the end."""
    head = pipe.read(8)
    return marshal.loads(pipe.read(int.from_bytes(head, "big"))) if len(head) == 8 else None
