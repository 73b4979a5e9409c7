"""Pictures, sounds and films beside the pages of a tree, named by content; small ones inside a single-file page."""

import base64
import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from builder.model.asset import Asset
from builder.model.output import Output, Tree
from builder.render.kit import Kit, climb

LARGEST_INSIDE = 8_000_000


class Media:
    """Gives addresses of assets and keeps count of what a tree must hold. One serves all pages of a tree."""

    def __init__(self, kit: Kit, tree: Tree) -> None:
        self._kit = kit
        self._tree: Tree = tree
        self._used: dict[PurePosixPath, Asset] = {}

    def link(self, page: PurePosixPath, asset: Asset) -> str:
        """The asset's address from a page. In a single file, all but long films travel inside."""
        if self._kit.single_file and asset.size <= LARGEST_INSIDE:
            data = base64.b64encode(self._kit.read(asset)).decode("ascii")
            return f"data:{asset.media};base64,{data}"
        stem, dot, ending = asset.name.rpartition(".")
        path = PurePosixPath("assets", f"{plain(stem)}-{asset.digest[:10]}{dot}{ending}")
        there = self._used.setdefault(path, asset)
        if asset.file < there.file:  # the same picture in two folders
            self._used[path] = asset
        return climb(page, path)

    def files(self) -> Iterator[Output]:
        """What the pages asked for."""
        for path, asset in sorted(self._used.items()):
            yield Output(self._tree, path, copy_of=asset.file)


def plain(stem: str) -> str:
    """A file's name without what an address or Windows takes for something else: “Slide #1”, “50% less”."""
    return re.sub(r"[^\w.-]+", "-", stem).strip("-.") or "file"
