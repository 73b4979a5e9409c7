"""Pictures and films: words for those who cannot see or hear them, whose they are, whether they are used."""

import re
from collections.abc import Iterator

from builder.check.rule import Finding, rule
from builder.check.walk import everywhere, proses, questions, quizzes
from builder.model.block import Figure, Video
from builder.model.course import Course
from builder.model.place import Place
from builder.model.quiz import Hotspot

FILE_NAME = re.compile(
    r"^[\w. -]+\.(?:png|jpe?g|gif|svg|webp|avif)$|^(?:img|dsc|image|figure|screenshot)[_ -]?\d*$", re.I
)
NEEDLESS = re.compile(
    r"^(?:an? |the )?(?:image|picture|photo|photograph|graphic|figure|icon) (?:of|showing|shows)\b", re.I
)


@rule("A201", "hotspot-without-words", "error")
def without_words(course: Course) -> Iterator[Finding]:
    """A question on a picture that is not described, or with a region that has no name.

    Why: whoever listens instead of looking, uses a keyboard, or works on paper answers by the names (WCAG 1.1.1).
    Instead: add `alt:` to the question and a `label:` to each region, without giving the answer away.
    """
    for quiz in quizzes(course):
        for question in questions(quiz):
            if isinstance(question.form, Hotspot):
                if not question.form.alt.strip():
                    yield question.at, f"the picture of “{question.id}” is not described"
                for region in question.form.regions:
                    if not region.label.text.strip():
                        yield question.at, f"the region “{region.id}” of “{question.id}” has no label"


@rule("A202", "words-are-a-file-name", "warning", alone=True)
def file_name(course: Course) -> Iterator[Finding]:
    """The alternative text is a file's name.

    Why: “IMG underscore 4711” read aloud helps nobody.
    Instead: say what the picture tells.
    """
    for at, alt, file, _ in _pictures(course):
        if alt.strip() and (FILE_NAME.match(alt.strip()) or alt.strip() == file.rpartition("/")[2]):
            yield at, f"the alternative text “{alt.strip()}” is a file name"


@rule("A203", "words-too-short", "advice", alone=True)
def too_short(course: Course) -> Iterator[Finding]:
    """The alternative text is one word, or begins with “picture of”.

    Why: one word names the thing and leaves out what it is there to show; that it is a picture is said anyway.
    Instead: say in a sentence what one should see.
    """
    for at, alt, file, decorative in _pictures(course):
        words = alt.split()
        if not decorative and (len(words) == 1 or NEEDLESS.match(alt)) and not FILE_NAME.match(alt.strip()):
            yield at, f"the alternative text of “{file}” is only “{alt.strip()}”"


@rule("A204", "picture-without-owner", "advice", alone=True)
def without_owner(course: Course) -> Iterator[Finding]:
    """A photograph without credit or licence.

    Why: a handout is published, and pictures of people need the owner's leave, and theirs.
    Instead: add `credit="…" licence="…"` after the picture. Drawings of your own need it only if others may use them.
    """
    for block in everywhere(course):
        if isinstance(block, Figure) and not (block.credit or block.licence or block.decorative):
            asset = course.assets.get(block.asset)
            if asset is not None and asset.media in ("image/jpeg", "image/webp", "image/avif"):
                yield block.at, f"nobody is named as owner of “{block.asset}”"


@rule("A205", "file-never-used", "advice")
def never_used(course: Course) -> Iterator[Finding]:
    """A file of the course that nothing shows.

    Why: it makes the project heavy, and a picture someone forgot to place is easily overlooked.
    Instead: show it, or delete it.
    """
    used = {file for _, _, file, _ in _pictures(course)}
    if course.assets.keys() <= used:
        return
    for block in everywhere(course, notes=True):
        if isinstance(block, Video):
            used |= {block.asset, block.captions, block.poster, block.transcript}
        used |= {use.target.removeprefix("asset:") for prose in proses(block) for use in prose.uses}
    used |= {question.image for quiz in quizzes(course) for question in questions(quiz)}
    names = {name.rpartition("/")[2] for name in used}
    for asset in course.assets.values():
        if asset.id not in used and asset.name not in names:
            yield asset.at if asset.at.file else Place(asset.file), f"nothing shows “{asset.id}”"


def _pictures(course: Course) -> Iterator[tuple[Place, str, str, bool]]:
    """Where, alternative text, file, and whether it is only decoration."""
    for block in everywhere(course):
        if isinstance(block, Figure):
            yield block.at, block.alt, block.asset, block.decorative
        for prose in proses(block):
            for use in prose.uses:
                if use.kind == "image":
                    yield use.at, use.detail, use.target.removeprefix("asset:"), False
    for quiz in quizzes(course):
        for question in questions(quiz):
            if isinstance(question.form, Hotspot):
                yield question.at, question.form.alt, question.form.image, False
