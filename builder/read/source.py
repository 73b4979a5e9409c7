"""A text file as it was read."""

from pathlib import Path
from typing import NamedTuple

from builder.model.diagnostic import Diagnostic
from builder.model.place import Place
from builder.read.rules import NOT_UTF8, UNREADABLE


class Source(NamedTuple):
    """A file's text with line ends as `\\n` and no byte-order mark; `file` is its path from the project root."""

    file: str
    text: str

    def at(self, line: int, column: int = 1) -> Place:
        """A place in this file."""
        return Place(self.file, line, column)


def read_source(root: Path, file: str) -> Source | Diagnostic:
    """Read a project file as text: UTF-8 with or without a byte-order mark, or UTF-16 with one."""
    try:
        data = (root / file).read_bytes()
    except OSError as fault:
        why = fault.strerror or "it cannot be opened"
        return Diagnostic(UNREADABLE, Place(file), f"“{file}” cannot be read: {why}", UNREADABLE.instead)
    return decode(file, data)


def decode(file: str, data: bytes) -> Source | Diagnostic:
    """Bytes to text, or where the first byte stands that is no UTF-8."""
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as fault:
        rest: bytes = fault.object  # without the byte-order mark
        before = rest[: fault.start].decode(encoding.removesuffix("-sig"), "replace")
        said = f"the byte here is not UTF-8 text (it is 0x{rest[fault.start]:02x})"
        return Diagnostic(NOT_UTF8, end(file, before), said, NOT_UTF8.instead)
    if "\0" in text:
        at = end(file, text[: text.index("\0")])
        return Diagnostic(NOT_UTF8, at, "this is not a text file", NOT_UTF8.instead)
    return Source(file, unified(text))


def unified(text: str) -> str:
    """A text with all its line ends as `\\n`."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def end(file: str, before: str) -> Place:
    """The place just behind a file's beginning."""
    before = unified(before)
    return Place(file, before.count("\n") + 1, len(before) - before.rfind("\n"))
