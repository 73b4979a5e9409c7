"""What one tree needs: what to write, what to keep, what to sweep, and whether it may be touched at all."""

import os
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from builder.model.diagnostic import Diagnostic
from builder.model.output import Output
from builder.model.place import Place
from builder.write import marker
from builder.write.marker import Made
from builder.write.rules import FOREIGN, LEAVES, NOT_OURS, OVERLAP, SAME_BUT_FOR_CASE, SAME_PATH


class Plan(NamedTuple):
    """`made` is the new marker's list; `foreign` says that files of somebody else live in the folder."""

    folder: Path
    outputs: Mapping[str, Output]
    made: Mapping[str, Made]
    changed: tuple[str, ...]
    kept: tuple[str, ...]
    removed: tuple[str, ...]
    foreign: bool
    first: bool


def folders(root: Path, site: Path, presenter: Path) -> Iterator[Diagnostic]:
    """Folders that lie in each other, or that a link leads out of the project."""
    real = {name: folder.resolve() for name, folder in (("site", site), ("presenter", presenter))}
    top = root.resolve()
    pairs = [("site", real["site"], real["presenter"]), ("presenter", real["presenter"], real["site"])]
    for name, folder, other in pairs:
        taken = [other, *(top / own for own in ("slides", "quizzes", "themes"))]
        if folder == top or top.is_relative_to(folder) or any(folder.is_relative_to(t) for t in taken):
            yield Diagnostic(
                OVERLAP,
                Place(shown(root, folder)),
                f"the {name}'s folder cannot be here",
                "use a folder beside `slides/`, such as `site` and `presenter`",
            )
    for folder in (site, presenter):
        lexical = Path(os.path.abspath(folder))  # noqa: PTH100 -- resolve() would follow the very links we look for
        inside = lexical.is_relative_to(root) or lexical.is_relative_to(top)
        if lexical.is_symlink() or (inside and not folder.resolve().is_relative_to(top)):
            yield Diagnostic(
                LEAVES,
                Place(shown(root, folder)),
                f"this is a link to {folder.resolve()}",
                "name that folder itself if you mean it",
            )


def collect(outputs: Iterable[Output]) -> tuple[dict[str, Output], tuple[Diagnostic, ...]]:
    """Outputs by path. Clashes are found here, as they would show on a file system that ignores case."""
    wanted: dict[str, Output] = {}
    folded: dict[str, str] = {}
    found: list[Diagnostic] = []
    for output in outputs:
        path = str(output.path)
        if output.path.is_absolute() or ".." in output.path.parts or any(ord(c) < 32 for c in path):
            raise ValueError(f"an output may not be written to {path!r}")
        if path in wanted:
            if wanted[path] != output:
                found.append(
                    Diagnostic(
                        SAME_PATH, Place(path), "two outputs have this path", "give one of the two an `id:` of its own"
                    )
                )
            continue
        wanted[path] = output
        fold = unicodedata.normalize("NFC", path).casefold()
        if fold in folded:
            found.append(
                Diagnostic(
                    SAME_BUT_FOR_CASE,
                    Place(path),
                    f"this is “{folded[fold]}” to most computers",
                    "rename one of the two",
                )
            )
        folded[fold] = path
    parents: set[str] = set()
    for path in wanted:
        while (path := path.rpartition("/")[0]) and path not in parents:
            parents.add(path)
    found += [
        Diagnostic(
            SAME_PATH,
            Place(path),
            "this is wanted as a file and as a folder",
            "give one of the two an `id:` of its own",
        )
        for path in wanted
        if path in parents
    ]
    return wanted, tuple(found)


def plan(root: Path, folder: Path, outputs: Mapping[str, Output], clean: bool) -> tuple[Plan, tuple[Diagnostic, ...]]:
    """Compare what is wanted with what is there. Nothing is touched."""
    old = marker.read(folder)
    there = dict(_walk(folder)) if folder.is_dir() else {}
    found: list[Diagnostic] = []
    if old is None and (there or (folder.exists() and not folder.is_dir())):
        found.append(
            Diagnostic(
                NOT_OURS,
                Place(shown(root, folder)),
                "this folder is not empty and not ours",
                "name another folder, or empty this one yourself",
            )
        )
    ours = old or {}
    made: dict[str, Made] = {}
    changed: list[str] = []
    kept: list[str] = []
    for path, output in sorted(outputs.items()):
        entry = there.get(path)
        if output.copy_of:
            source = (root / output.copy_of).stat()
            made[path] = Made("copy", source.st_size)
            # The copy carries the original's time; two seconds is as fine as a USB stick's clock goes.
            same = entry is not None and abs(entry.st_mtime - source.st_mtime) <= 2
        else:
            made[path] = Made(marker.digest(output.data), len(output.data))
            same = entry is not None
        if entry is not None and path not in ours:
            found.append(
                Diagnostic(
                    FOREIGN, Place(shown(root, folder / path)), "this file is in the way", "move it out of the folder"
                )
            )
        same = same and entry is not None and entry.st_size == made[path].size and ours.get(path) == made[path]
        (kept if same and not clean else changed).append(path)
    links = {path for path, entry in there.items() if entry.st_mode & 0o170000 == 0o120000}
    through = sorted(p for p in outputs if links and any(str(parent) in links for parent in outputs[p].path.parents))
    found += [
        Diagnostic(
            LEAVES,
            Place(shown(root, folder / p)),
            "a folder on the way is a link",
            "replace the link with a real folder",
        )
        for p in through[:1]
    ]
    removed = sorted(path for path in ours if path not in outputs and path in there)
    foreign = any(path not in ours for path in there)
    return Plan(folder, outputs, made, tuple(changed), tuple(kept), tuple(removed), foreign, old is None), tuple(found)


def shown(root: Path, folder: Path) -> str:
    """A folder as the author would say it: from the project's root where it is inside."""
    return folder.relative_to(root).as_posix() if folder.is_relative_to(root) else folder.as_posix()


def _walk(folder: Path, prefix: str = "") -> Iterator[tuple[str, os.stat_result]]:
    """All that stands in a folder except its marker, never following a link; empty folders count as entries."""
    with os.scandir(folder) as entries:
        for entry in entries:
            path = prefix + entry.name
            if entry.is_dir(follow_symlinks=False):
                inner = list(_walk(Path(entry.path), f"{path}/"))
                yield from inner or [(path, entry.stat(follow_symlinks=False))]
            elif path != marker.NAME and entry.name != marker.NEW:
                yield path, entry.stat(follow_symlinks=False)
