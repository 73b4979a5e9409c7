"""Results as a module writes them, for tests; the sample was saved by the browser's own code."""

import copy
import json
from pathlib import Path
from typing import Any

from builder.results.opened import checksum

SAMPLE: dict[str, Any] = json.loads((Path(__file__).parent / "sample-results.json").read_text("utf-8"))


def made(**changes: Any) -> dict[str, Any]:
    """Sound results with something else in them: `name=`, `serial=`, `version=`, or any key of the file."""
    said = copy.deepcopy(SAMPLE)
    said.pop("checksum")
    for key, value in changes.items():
        if key in ("name", "licence"):
            said["learner"][key] = value
        elif key in ("id", "title", "version"):
            said["course"][key] = value
        else:
            said[key] = value
    return {**said, "checksum": checksum(said)}


def put(path: Path, said: dict[str, Any]) -> Path:
    path.write_text(json.dumps(said, indent=1, ensure_ascii=False), encoding="utf-8")
    return path
