"""One handed-in file: read, held against its schema and its checksum, or refused with a reason."""

import json
import re
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from builder.model.diagnostic import Diagnostic
from builder.model.place import Place
from builder.read.handed_in import HANDED_IN, VERSION
from builder.read.source import Source, decode
from builder.read.validate import read_yaml
from builder.results.rules import CHANGED, NEWER, NOT_READABLE

OTHERS = {
    "results": "these are results, which go into a table of their own",
    "evaluation": "this is an evaluation, which has no name and is collected with `--evaluations`",
    "progress": "this is saved progress, not results",
}
LARGEST = 2_000_000
ESCAPE = re.compile(r"\\(u[0-9a-f]{4}|.)")


class HandedIn(NamedTuple):
    """What a file holds. It has been checked, so that its keys may be relied on."""

    file: str
    content: dict[str, Any]

    @property
    def course(self) -> tuple[str, str, str]:
        """Id, title and version of the course it is of."""
        about = self.content["course"]
        return str(about["id"]), str(about["title"]), str(about["version"])

    @property
    def edition(self) -> tuple[str, str]:
        """What has to be the same in one table: the course and its version."""
        return self.course[0], self.course[2]


def opened(path: Path, kind: str = "results") -> HandedIn | Diagnostic:
    """The content of a file, or why it is refused."""
    shown = path.as_posix()
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as fault:
        return refused(shown, f"it cannot be read: {fault.strerror or 'it cannot be opened'}")
    if len(data) > LARGEST:
        return refused(shown, "it is far too large for a results file")
    source = decode(shown, data)
    if isinstance(source, Diagnostic):
        return source._replace(rule=NOT_READABLE, hint=NOT_READABLE.instead)
    return understood(source, kind)


def understood(source: Source, kind: str) -> HandedIn | Diagnostic:
    """The content of a file's text, or why it is refused."""
    try:
        content = json.loads(source.text, parse_constant=_refuse)
        found = content.get("lactern") if isinstance(content, dict) else None
        if found != kind:
            return refused(source.file, OTHERS.get(str(found), "this file was not made by lactern"))
        said = content.get("checksum")
        fits = said == checksum({key: value for key, value in content.items() if key != "checksum"})
        # JSON is YAML but for half of its escapes. What letters a text is made of does not matter to its shape.
        plain = Source(source.file, ESCAPE.sub(_letter, json.dumps(content, indent=1)))
    except json.JSONDecodeError as fault:
        at = source.at(fault.lineno, fault.colno)
        return Diagnostic(NOT_READABLE, at, "this is no JSON, or a part of the file is missing", NOT_READABLE.instead)
    except (ValueError, RecursionError):
        return refused(source.file, "this is no JSON that a browser writes")
    at = Place(source.file)
    if isinstance(content.get("v"), int) and content["v"] > VERSION:
        why = f"the file has form {content['v']}; known is {VERSION}"
        return Diagnostic(NEWER, at, why, NEWER.instead)
    if not fits:
        why = "its checksum does not fit its content" if said else "it has no checksum"
        return Diagnostic(CHANGED, at, f"the file was changed after it was saved: {why}", CHANGED.instead)
    _, faults = read_yaml(plain, HANDED_IN[kind])
    if faults:
        why = f"this is not what a module writes: {faults[0].message}"
        return Diagnostic(CHANGED, faults[0].at, why, CHANGED.instead)
    return HandedIn(source.file, content)


def checksum(content: Any) -> str:
    """The checksum as the browser makes it (`web/src/seal.js`): over the content as one line, keys in order."""
    line = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"sha256:{sha256(line.encode('utf-8', 'surrogatepass')).hexdigest()}"


def refused(file: str, why: str) -> Diagnostic:
    """A file that holds nothing for us."""
    return Diagnostic(NOT_READABLE, Place(file), why, NOT_READABLE.instead)


def _refuse(word: str) -> Any:
    raise ValueError(word)


def _letter(escape: re.Match[str]) -> str:
    return "x" if escape[1].startswith("u") else escape[0]
