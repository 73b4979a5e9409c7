"""The folder of pictures: ours alone, made anew with every look."""

from collections.abc import Sequence
from pathlib import Path

from builder.model.diagnostic import Diagnostic
from builder.model.output import Output
from builder.write.plan import collect, folders, plan
from builder.write.swap import mend, put


def keep(pictures: Sequence[Output], root: Path, folder: Path) -> tuple[Diagnostic, ...]:
    """Put the pictures into their folder in place of those of the last look, and say what forbids it. A folder that
    is neither empty nor ours is not touched, and none is made for nothing."""
    place = root / folder
    if not pictures and not place.exists():
        return ()
    # What holds for the presenter's folder holds for this one: nowhere inside the sources or the site.
    found = tuple(folders(root, root / "site", place))
    if found:
        return found
    mend(place)
    wanted, clashes = collect(pictures)
    step, trouble = plan(root, place, wanted, clean=False)
    if not clashes and not trouble and (step.changed or step.removed):
        put(step, root)
    return (*clashes, *trouble)
