"""The `lactern` command, and `python -m builder`.

The first step of a build is to send for a second process, before even Click is imported: it gets Python-Markdown ready
on the other core meanwhile.
"""

import gc
import sys


def main() -> None:
    """What the `lactern` command runs."""
    gc.set_threshold(500_000, 50, 50)  # a build makes many values and drops few: looking for garbage is a tenth of it
    second = None
    said = {*sys.argv[1:]}
    if said & {"build", "guide"} and not said & {"new", "-h", "--help"}:
        from builder.mate import mate

        second = mate()
    from builder.cli import main as front_door

    front_door(second=second)


if __name__ == "__main__":
    main()
