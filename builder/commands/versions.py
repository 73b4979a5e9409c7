"""Which lactern, reveal.js and WeasyPrint this is, without importing any of them.

`importlib.metadata` costs 15 ms and more; the name of an installed package's folder says the same.
"""

import os
import re
import sys
from pathlib import Path

from builder import __version__


def lines() -> list[str]:
    """One line per program."""
    return [
        f"lactern {__version__}",
        f"reveal.js {reveal() or 'not there'}",
        f"WeasyPrint {installed('weasyprint') or 'not there'}",
    ]


def reveal() -> str:
    """The version of reveal.js in the front-end files; empty where they were never made."""
    try:
        text = (web() / "versions.json").read_text("utf-8")
    except OSError:
        return ""
    found = re.search(r'"reveal\.js": *"([^"]+)"', text)  # importing json takes longer than all the rest
    return found[1] if found else ""


def web() -> Path:
    """Where the front-end files are."""
    return Path(__file__).parent.parent / "web" / "dist"


def installed(name: str) -> str:
    """The version of an installed package; empty where it is not installed."""
    for folder in sys.path:
        try:
            with os.scandir(folder or ".") as entries:
                for entry in entries:
                    package, _, rest = entry.name.partition("-")
                    if package.lower() == name and rest.endswith(".dist-info"):
                        return rest.removesuffix(".dist-info")
        except OSError:
            continue
    return ""
