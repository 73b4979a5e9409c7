"""Outputs to folders: only what changed, whole at every instant, and only where lactern is at home."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from threading import Thread
from typing import NamedTuple

from builder.model.diagnostic import Diagnostic
from builder.model.output import Output, Tree
from builder.write.plan import collect, folders, plan
from builder.write.swap import mend, put


class Written(NamedTuple):
    """What happened, as paths that start with the tree's name. With an error among `diagnostics`, nothing was
    touched and the lists are empty."""

    changed: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def write(
    outputs: Iterable[Output],
    root: Path,
    site_dir: Path,
    presenter_dir: Path,
    clean: bool = False,
    only: Sequence[str] = (),
) -> Written:
    """Write both trees. Relative folders count from the project's root.

    Only a folder that is absent, empty or marked as ours is written to, and only files we made are removed from
    it. `clean` writes every file again. `only` names the courses that were built, where not all were: what stands
    outside of their folders is kept. When nothing changed, nothing on the disk is touched.
    """
    root = root.absolute()
    where: dict[Tree, Path] = {"site": root / site_dir, "presenter": root / presenter_dir}
    found = list(folders(root, where["site"], where["presenter"]))
    if found:
        return Written(diagnostics=tuple(found))
    everything = list(outputs)
    plans = []
    for tree, folder in where.items():
        mend(folder)
        wanted, clashes = collect(o for o in everything if o.tree == tree)
        step, trouble = plan(root, folder, wanted, clean, only)
        plans.append((tree, step))
        found += [*clashes, *trouble]
    if found:
        return Written(diagnostics=tuple(found))
    at_once([partial(put, step, root) for _, step in plans if step.changed or step.removed])
    return Written(
        tuple(f"{tree}/{path}" for tree, step in plans for path in step.changed),
        tuple(f"{tree}/{path}" for tree, step in plans for path in step.kept),
        tuple(f"{tree}/{path}" for tree, step in plans for path in step.removed),
    )


def at_once(jobs: Sequence[Callable[[], None]]) -> None:
    """Do jobs side by side, for the disk makes each of them wait. All end before the first failure is raised."""
    failed: list[BaseException] = []

    def done(job: Callable[[], None]) -> None:
        try:
            job()
        except BaseException as error:
            failed.append(error)

    others = [Thread(target=done, args=(job,)) for job in jobs[1:]]
    for other in others:
        other.start()
    for job in jobs[:1]:
        done(job)
    for other in others:
        other.join()
    for error in failed:
        raise error
