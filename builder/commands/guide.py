"""`lactern guide`: the authoring guide in the browser, made from the sources that come with lactern."""

import os
import sys
from collections.abc import Mapping
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from builder.commands.talk import Talk, talk_options

if TYPE_CHECKING:
    from tempfile import TemporaryDirectory

SNAPS = Path("/snap/bin")
BROWSERS = ("firefox", "chromium", "brave", "opera", "vivaldi")


@click.command(
    "guide",
    epilog="Example: lactern guide",
    short_help="Open the authoring guide: how everything is written.",
)
@click.option(
    "-d",
    "--dir",
    "folder",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Where to put it.  [default: a folder of lactern's own]",
)
@click.option(
    "--open/--no-open",
    "open_",
    default=None,
    help="Open it in the browser, or only say where it is. Without either it is opened if somebody sits at a terminal.",
)
@talk_options
@click.pass_context
def command(ctx: click.Context, folder: Path | None, open_: bool | None) -> None:
    """Open the authoring guide, “Your seminar in one evening”, in the browser.

    Whatever you may write stands there twice: as it is written, and as what comes of it. The guide is made from what
    comes with lactern, deck and module, and needs neither a project nor a network. The second time it is there at once.

    To change it or print it, make a project of it: lactern new my-guide --from guide
    """
    from builder.commands.build import make
    from builder.commands.new import watched
    from builder.pipeline import Options
    from builder.render.memo import own_folder
    from builder.scaffold import COURSES, course_files

    talk = ctx.ensure_object(Talk)
    own = own_folder("guide")
    home = place(talk, folder, own)
    with nullcontext(str(own / "sources")) if own else scratch() as sources:
        lay(Path(sources), course_files("guide"))
        options = Options(("deck", "module"), home / "site", home / "presenter")
        wanted = watched() if open_ is None else open_
        make(ctx, talk, Path(sources), options, near=talk.folder, open_=wanted, start=f"{COURSES['guide']}/index.html")


def place(talk: Talk, folder: Path | None, own: Path | None) -> Path:
    """Where the guide goes: to the folder that is named, or else to one of lactern's own."""
    if folder is not None:
        named = Path(os.path.abspath(talk.folder / folder))  # noqa: PTH100 -- without `..`, and links stay as they are
    elif own is not None:
        named = Path.home() / "lactern-guide" if kept_out() else own
    else:
        raise click.UsageError("no folder of lactern's own can be made here. Name one: lactern guide --dir my-guide")
    if (named / "slides").is_dir():
        said = "is a project, whose own site would be replaced; name another folder with --dir."
        raise click.UsageError(f"{folder or named} {said}")
    return named


def kept_out() -> bool:
    """Whether a browser may be kept out of hidden folders, such as `.cache`, as those that Ubuntu installs are.
    https://snapcraft.io/docs/home-interface"""
    return sys.platform == "linux" and any((SNAPS / name).exists() for name in BROWSERS)


def scratch() -> "TemporaryDirectory[str]":
    """A folder for one run."""
    from tempfile import TemporaryDirectory

    return TemporaryDirectory(prefix="lactern-guide-")


def lay(folder: Path, files: Mapping[str, bytes]) -> None:
    """Bring a folder to hold these files and no others. What is right already is left alone: its pages need not be made
    again."""
    for path in folder.rglob("*"):
        if path.is_file() and path.name[0] != "." and path.relative_to(folder).as_posix() not in files:
            path.unlink()
    for name, data in files.items():
        path = folder / name
        if not path.is_file() or path.read_bytes() != data:
            path.parent.mkdir(parents=True, exist_ok=True)
            coming = path.with_name(f".{path.name}.{os.getpid()}")
            coming.write_bytes(data)
            coming.replace(path)
