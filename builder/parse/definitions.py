"""Footnotes, link targets and abbreviations: written anywhere in a lesson, good for all its slides."""

import re

DEFINITION = re.compile(r" {0,3}(?:\[(\^[^\]\s]+)\]|\*\[([^\]]+)\]|\[([^\]^@][^\]]*)\]):\s+\S")


class Gathered:
    """The definitions of one lesson, each with the text that uses it. A footnote may go on for several lines."""

    def __init__(self) -> None:
        self._found: list[tuple[str, str]] = []
        self._note: list[str] = []

    def take(self, line: str) -> bool:
        """Take a line that defines something."""
        match = DEFINITION.match(line)
        if match is None:
            return False
        used = f"[{match[1]}]" if match[1] else match[2] or f"[{match[3]}]"
        self._found.append((used, line.strip()))
        if match[1]:
            self._note = [line.strip()]
        return True

    def goes_on(self, line: str) -> bool:
        """Take a further line of a footnote: one that is indented by four spaces, or empty before such a line."""
        if not self._note:
            return False
        if line.startswith("    ") or not line.strip():
            self._note.append(line)
            return True
        self.end()
        return False

    def end(self) -> None:
        """The footnote that was being read is complete."""
        if self._note:
            self._found[-1] = (self._found[-1][0], "\n".join(self._note).rstrip())
        self._note = []

    def all(self) -> tuple[tuple[str, str], ...]:
        """All definitions, in order."""
        self.end()
        return tuple(self._found)
