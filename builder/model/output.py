"""What a format hands over to be written."""

from pathlib import PurePosixPath
from typing import Literal, NamedTuple

Tree = Literal["site", "presenter"]


class Output(NamedTuple):
    """One file to write. `path` is relative to the tree's folder; `copy_of` names a project file to copy
    instead of `data` (large media never pass through memory)."""

    tree: Tree
    path: PurePosixPath
    data: bytes = b""
    copy_of: str = ""
