"""What authors' addresses lead to: lessons and sheets by file name, pictures by path, slides by id."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from posixpath import dirname, normpath

from builder.model.diagnostic import Diagnostic
from builder.model.place import Place
from builder.parse.rules.meaning import BROKEN_LINK, NO_SUCH_PICTURE
from builder.read.rules import OUTSIDE

ELSEWHERE = ("http://", "https://", "mailto:", "tel:")

SCHEME = re.compile(r"(?:https?(?::/?|;//|//)|htt?ps?://|//)(?=[\w-]+\.)", re.IGNORECASE)
MAIL = re.compile(r"[^@\s/]+@[\w-]+(?:\.[\w-]+)+")
ROOTED = re.compile(r"[/\\]|[A-Za-z]:[/\\]|file:|~/")


class Addresses:
    """The files of one course. `folder` is the course's folder; the mappings go from project path to id."""

    def __init__(
        self,
        folder: str,
        lessons: Mapping[str, str],
        sheets: Mapping[str, str],
        quizzes: Mapping[str, str],
        assets: Iterable[str],
    ) -> None:
        self._folder = composed(folder)
        self._kinds = {
            **{composed(file): f"lesson:{name}" for file, name in lessons.items()},
            **{composed(file): f"sheet:{name}" for file, name in sheets.items()},
            **{composed(file): f"quiz:{name}" for file, name in quizzes.items()},
        }
        self._assets = {composed(name): name for name in assets}

    def link(self, target: str, at: Place) -> str | Diagnostic:
        """A link's neutral address, or why it leads nowhere. Outside addresses and `#slide` stay as they are."""
        if target.startswith((*ELSEWHERE, "#")):
            return target
        path, hash_sign, anchor = target.partition("#")
        if self.leaves(path, at) and not web(target):
            return outside(target, at)
        for file in self._candidates(path, at):
            if file in self._kinds:
                return self._kinds[file] + hash_sign + anchor
            if self._asset(file):
                return f"asset:{self._asset(file)}"
        known = [file.rsplit("/", 1)[-1] for file in self._kinds]
        hint = web(target) or near(path, known) or BROKEN_LINK.instead
        return Diagnostic(BROKEN_LINK, at, f"“{target}” leads nowhere", hint)

    def picture(self, target: str, at: Place) -> str | Diagnostic:
        """`asset:ID` of a picture or film, or why there is none."""
        if target.startswith("asset:"):
            return target
        if target.startswith((*ELSEWHERE, "//")):
            said = f"“{target}” is on another computer, and decks must work without a network"
            hint = "Save the picture in the course's folder and use its name there."
            return Diagnostic(NO_SUCH_PICTURE, at, said, hint, words=target)
        if self.leaves(target, at):
            return outside(target, at)
        for file in self._candidates(target, at):
            if self._asset(file):
                return f"asset:{self._asset(file)}"
        hint = near(target, sorted(self._assets)) or NO_SUCH_PICTURE.instead
        return Diagnostic(NO_SUCH_PICTURE, at, f"there is no “{target}”", hint, words=target)

    def leaves(self, path: str, at: Place) -> bool:
        """Whether an address leads out of the course's folder."""
        plain = unquoted(path)
        return bool(plain) and (ROOTED.match(plain) is not None or not self._candidates(path, at))

    def _candidates(self, path: str, at: Place) -> list[str]:
        """Project paths that an address may mean: from its file's folder, then from the course's; never above it."""
        plain = unquoted(path)
        both = (composed(normpath(f"{folder}/{plain}")) for folder in (dirname(at.file), self._folder))
        return [file for file in dict.fromkeys(both) if file.startswith(self._folder + "/")]

    def _asset(self, file: str) -> str:
        return self._assets.get(file.removeprefix(self._folder + "/"), "")


def composed(path: str) -> str:
    """A path with each accent in its letter: macOS, and archives packed there, write “ö” as an o and two dots."""
    return path if path.isascii() else unicodedata.normalize("NFC", path)


def web(target: str) -> str:
    """What to write where an address on the web was meant; nothing for other addresses."""
    name = SCHEME.sub("", target)
    if name != target or target.startswith("www."):
        return f"An address on the web begins with https://; write “https://{name}”."
    return "A mail address is written “mailto:” and the address." if MAIL.fullmatch(target) else ""


def unquoted(path: str) -> str:
    """The path with `%20` and the like undone."""
    if "%" not in path:
        return path
    from urllib.parse import unquote  # takes long to import, and is seldom needed

    return unquote(path)


def outside(target: str, at: Place) -> Diagnostic:
    """The finding about an address that leaves the course's folder."""
    return Diagnostic(OUTSIDE, at, f"“{target}” leaves the course's folder", OUTSIDE.instead)


def near(wrong: str, known: list[str]) -> str:
    """“Did you mean …?” where something is close."""
    import difflib

    match = difflib.get_close_matches(wrong, known, n=1, cutoff=0.6)
    return f"Did you mean “{match[0]}”?" if match else ""
