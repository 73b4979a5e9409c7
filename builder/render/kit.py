"""What a format may use: theme, words, templates, front-end files, the project's own pictures, and the press."""

from collections.abc import Callable
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from builder.model.asset import Asset
from builder.model.course import Course
from builder.model.prints import Prints
from builder.model.theme import Theme
from builder.render.memo import Memo
from builder.render.web import WebFiles
from builder.render.words import Words

if TYPE_CHECKING:
    from builder.render.templates import Templates


class Kit(NamedTuple):
    """Everything a format needs besides the course. A format has no disk, clock or network of its own.

    `read` gives the bytes of an asset. `targets` are the formats of this build, so that a page links only to what
    exists; `courses` are all that are public, `papers` the paper sizes, `prints` what is printed and how; `asked` is
    the one file that is wanted, by tree and path, where a preview prints one at a time.
    """

    theme: Theme
    words: Words
    templates: "Templates"
    web: WebFiles
    memo: Memo
    read: Callable[[Asset], bytes]
    targets: tuple[str, ...]
    courses: tuple[Course, ...] = ()
    papers: tuple[str, ...] = ("a4", "letter")
    single_file: bool = False
    without_answers: bool = False
    version: str = ""
    prints: Prints = Prints()
    asked: str = ""


def climb(page: PurePosixPath, target: PurePosixPath) -> str:
    """A relative address from one page of a tree to another file of the same tree."""
    here, there = page.parts[:-1], target.parts
    same = 0
    while same < len(here) and same < len(there) - 1 and here[same] == there[same]:
        same += 1
    return "../" * (len(here) - same) + "/".join(there[same:])
