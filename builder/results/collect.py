"""Many handed-in files as one collection: of one course and one version, each completion once."""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from builder.model.diagnostic import Diagnostic, in_order
from builder.model.place import Place
from builder.results.opened import HandedIn, opened
from builder.results.rules import DOUBLED, OTHER_COURSE


class Collected(NamedTuple):
    """What was taken, in the table's order, and what was noticed of the files."""

    taken: tuple[HandedIn, ...]
    noticed: tuple[Diagnostic, ...]
    files: int


def files_of(paths: Iterable[Path]) -> tuple[Path, ...]:
    """The files named, and all JSON files in the folders named."""
    found: dict[Path, None] = {}
    for path in paths:
        within = sorted(path.rglob("*.json")) if path.is_dir() else [path]
        found.update(dict.fromkeys(one for one in within if one.is_file()))
    return tuple(found)


def collect(paths: Sequence[Path], kind: str = "results", course: str = "", version: str = "") -> Collected:
    """Open all files and keep those that belong together.

    Without `course` and `version`, what most files are of is meant; of a tie, the first by id and the later version.
    """
    looked_at = [opened(path, kind) for path in paths]
    noticed = [one for one in looked_at if isinstance(one, Diagnostic)]
    good = [one for one in looked_at if isinstance(one, HandedIn)]
    if wanted := meant(good, course, version):
        noticed += [stranger(one, wanted) for one in good if one.edition != wanted]
        good = [one for one in good if one.edition == wanted]
    if kind == "results":
        good, doubled = once(good)
        noticed += doubled
    # Evaluations are put in the order of what they say, so that their order tells nothing of who sent them.
    order = by_name if kind == "results" else by_answers
    return Collected(tuple(sorted(good, key=order)), in_order(noticed), len(paths))


def meant(good: Sequence[HandedIn], course: str, version: str) -> tuple[str, str] | None:
    """Course and version that the table is of."""
    kinds = Counter(one.edition for one in good)
    fitting = [kind for kind in kinds if course in ("", kind[0]) and version in ("", kind[1])]
    if not fitting:
        return (course, version) if course or version else None
    newest_first = sorted(fitting, key=lambda kind: kind[1], reverse=True)
    return min(newest_first, key=lambda kind: (-kinds[kind], kind[0]))


def stranger(one: HandedIn, wanted: tuple[str, str]) -> Diagnostic:
    """Results of another course or version."""
    course, title, version = one.course
    said = f"these are results of “{title}” ({course}, version {version or '–'}); collected is {wanted[0]}"
    return Diagnostic(OTHER_COURSE, Place(one.file), f"{said}, version {wanted[1] or '–'}", OTHER_COURSE.instead)


def once(good: Sequence[HandedIn]) -> tuple[list[HandedIn], list[Diagnostic]]:
    """Of several files with one serial, the one made last."""
    last: dict[str, HandedIn] = {}
    for one in sorted(good, key=lambda one: (str(one.content["made"]), one.file)):
        last[one.content["serial"]] = one
    doubled = []
    for one in good:
        kept = last[one.content["serial"]]
        if kept is not one:
            said = f"the same completion ({one.content['serial']}) as “{kept.file}”, which counts"
            doubled.append(Diagnostic(DOUBLED, Place(one.file), said, DOUBLED.instead, ((Place(kept.file), "counts"),)))
    return list(last.values()), doubled


def by_name(one: HandedIn) -> tuple[str, str]:
    """Where a learner stands in the table."""
    return str(one.content["learner"]["name"]).casefold(), str(one.content["serial"])


def by_answers(one: HandedIn) -> tuple[str, ...]:
    """Where an evaluation stands in the table."""
    return tuple(str(answer["said"]) for answer in one.content["answers"])
