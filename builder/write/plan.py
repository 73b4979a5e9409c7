"""What one tree needs: what to write, what to keep, what to sweep, and whether it may be touched at all."""

import os
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from stat import S_ISLNK
from typing import NamedTuple

from builder.model.diagnostic import Diagnostic
from builder.model.output import Output
from builder.model.place import Place
from builder.write import marker
from builder.write.marker import Made
from builder.write.rules import FOREIGN, LEAVES, NOT_OURS, OVERLAP, RESERVED, SAME_BUT_FOR_CASE, SAME_PATH

# https://learn.microsoft.com/windows/win32/fileio/naming-a-file
REFUSED = re.compile(
    r"(?:^|/)((?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=[./]|$)|[^/]*[<>:\"|?*\\][^/]*|[^/]*[. ](?=/|$))",
    re.IGNORECASE,
)


class Plan(NamedTuple):
    """`made` is the new marker's list; `foreign` says that files of somebody else live in the folder."""

    folder: Path
    outputs: Mapping[str, Output]
    made: Mapping[str, Made]
    changed: tuple[str, ...]
    kept: tuple[str, ...]
    removed: tuple[str, ...]
    foreign: bool


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
        if refused := REFUSED.search(path):
            said = f"Windows refuses the name “{refused[1]}”"
            found.append(Diagnostic(RESERVED, Place(path), said, RESERVED.instead))
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


def plan(
    root: Path, folder: Path, outputs: Mapping[str, Output], clean: bool, only: Sequence[str] = ()
) -> tuple[Plan, tuple[Diagnostic, ...]]:
    """Compare what is wanted with what is there. Nothing is touched. With `only`, what was made outside of these
    folders stays as it is."""
    old = marker.read(folder)
    ours = old or {}
    there = dict(_walk(folder)) if folder.is_dir() else {}
    made: dict[str, Made] = {}
    changed: list[str] = []
    kept: list[str] = []
    for path, output in sorted(outputs.items()):
        made[path], same = _compare(root, output, there.get(path), ours.get(path))
        (kept if same and not clean else changed).append(path)
    for path in sorted(ours.keys() & there.keys() - outputs.keys()) if only else ():
        if path.partition("/")[0] not in only:
            made[path] = ours[path]
            kept.append(path)
    removed = sorted(path for path in ours if path not in made and path in there)
    foreign = any(path not in ours for path in there)
    step = Plan(folder, outputs, made, tuple(changed), tuple(kept), tuple(removed), foreign)
    return step, tuple(_in_the_way(root, folder, outputs, old, there))


def _compare(root: Path, output: Output, there: os.stat_result | None, ours: Made | None) -> tuple[Made, bool]:
    """How the marker will list an output, and whether the file that is there is the same already."""
    if output.copy_of:
        source = (root / output.copy_of).stat()
        made = Made("copy", source.st_size)
        # The copy carries the original's time; two seconds is as fine as a USB stick's clock goes.
        same = there is not None and abs(there.st_mtime - source.st_mtime) <= 2
    else:
        made = Made(marker.digest(output.data), len(output.data))
        same = there is not None
    return made, same and there is not None and there.st_size == made.size and ours == made


def _in_the_way(
    root: Path,
    folder: Path,
    outputs: Mapping[str, Output],
    ours: Mapping[str, Made] | None,
    there: Mapping[str, os.stat_result],
) -> Iterator[Diagnostic]:
    """What forbids touching the folder: it is not ours, or something of somebody else stands where we write."""
    if ours is None and (there or (folder.exists() and not folder.is_dir())):
        yield Diagnostic(
            NOT_OURS,
            Place(shown(root, folder)),
            "this folder is not empty and not ours",
            "name another folder, or empty this one yourself",
        )
        return
    for path in sorted(there.keys() & outputs.keys() - (ours or {}).keys()):
        yield Diagnostic(
            FOREIGN, Place(shown(root, folder / path)), "this file is in the way", "move it out of the folder"
        )
    links = {path for path, entry in there.items() if S_ISLNK(entry.st_mode)}
    for path in sorted(outputs) if links else ():
        if any(str(parent) in links for parent in outputs[path].path.parents):
            said = "a folder on the way is a link"
            yield Diagnostic(LEAVES, Place(shown(root, folder / path)), said, "replace the link with a real folder")
            return


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
