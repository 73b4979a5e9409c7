"""What `lactern check --visual` adds: the pages are made, opened in Chromium and looked at."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from builder.commands.talk import Missing, Talk, source_lines, under

if TYPE_CHECKING:
    from builder.model.diagnostic import Diagnostic


def looked(talk: Talk, root: Path, pictures: Path, places: Sequence[str]) -> "tuple[list[Diagnostic], bool]":
    """What is wrong with the pages of these files and folders, or of all, as painted, and whether they could be made to
    be looked at. Pictures of what is found are kept."""
    from builder.check.ignored import folders, silence
    from builder.commands.places import courses_of
    from builder.commands.progress import Progress
    from builder.model.place import Place
    from builder.pipeline import Options, make
    from builder.render.memo import Memo, own_folder
    from builder.visual.browser import NoBrowser
    from builder.visual.look import look
    from builder.visual.pictures import keep

    def wanted(file: str) -> bool:
        return not places or "." in places or under(Place(file), places)

    options = Options(targets=("deck", "module"), courses=courses_of(list(places)))
    memo = Memo(own_folder("memo"))
    made = make(root, options, memo)
    memo.save()
    if made.blocked:
        return list(made.diagnostics), False
    with Progress(talk) as progress:
        try:
            lines, folder = source_lines(root), pictures.as_posix()
            seen = look(root, made.courses, made.outputs, lines, folder, wanted, progress.step)
        except NoBrowser as error:
            raise Missing(f"--visual needs a browser, and {error}.") from error
    found = [*made.diagnostics, *keep(seen.pictures, root, pictures)]
    for course in made.courses:
        own = [d for d in seen.diagnostics if d.at.file.startswith(folders(course))]
        found += silence(course, own, visual=True)
    if seen.pictures:
        talk.say(f"Pictures: {pictures.as_posix()}/")
    return found, True
