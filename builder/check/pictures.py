"""Pictures and films: words for those who cannot see or hear them, and whether they are used."""

import re
from collections.abc import Iterator

from builder.check.rule import Finding, rule
from builder.check.walk import everywhere, inline_pictures, proses, questions, quizzes, speaks
from builder.model.block import Figure, Video
from builder.model.course import Course
from builder.model.place import Place
from builder.model.quiz import Hotspot

FILE_NAME = re.compile(
    r"^[\w. -]+\.(?:png|jpe?g|gif|svg|webp|avif|heic)$"
    r"|^(?:img|dsc[nf]?|pxl|image|figure|screen ?shot|bildschirmfoto|capture d.écran|captura de pantalla|untitled"
    r"|unbenannt|sans titre|sin título|whatsapp image)(?:[ \d_.:,-]|(?:at|um|à|a las|wa)(?=[ \d]))*$"
    r"|^[\d_.:-]{4,}$",
    re.IGNORECASE,
)
"""Names as a file has them, as cameras and telephones give them, and as a screen's own picture has."""
NEEDLESS = {
    "en": r"(?:an? |the )?(?:image|picture|photo|photograph|graphic|figure|icon) (?:of|showing|shows)\b",
    "fr": r"(?:une? |l.|la )?(?:image|photo|photographie|illustration|icône) (?:de |d.|du |des |montrant )",
    "es": r"(?:una? |la |el )?(?:imagen|foto|fotografía|ilustración|icono) (?:de|del|que muestra)\b",
    "de": r"(?:ein |eine |das )?(?:bild|foto|fotografie|abbildung|grafik|symbol) (?:von|vom|eine[rs]?|des|der|mit)\b",
    "ar": r"صورة(?: فوتوغرافية)? (?:ل|تظهر|توضح|\w)",
    "he": r"(?:תמונה|תמונת|צילום|איור) (?:של|המראה|\w)",
}

UNSPACED = ("ja", "km", "lo", "my", "th", "zh")
"""Languages whose words are not parted by spaces."""


@rule("A201", "hotspot-without-words", "error")
def without_words(course: Course) -> Iterator[Finding]:
    """A question on a picture that is not described, or with a region that has no name.

    Why: whoever listens instead of looking, uses a keyboard, or works on paper answers by the names (WCAG 1.1.1).
    Instead: add `alt:` to the question and a `label:` to each region, without giving the answer away.

    Example:
        before: - {id: falls, shape: rect, coords: [0, 0, 40, 100], label: ""}
        after:  - {id: falls, shape: rect, coords: [0, 0, 40, 100], label: Where the curve falls}
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

    Example:
        before: ![IMG_4711.jpg](img/IMG_4711.jpg)
        after:  ![A baby lies across the chest, nose level with the nipple](img/IMG_4711.jpg)
    """
    for at, alt, file, _ in _pictures(course):
        if alt.strip() and (FILE_NAME.match(alt.strip()) or alt.strip() == file.rpartition("/")[2]):
            yield at, f"the alternative text “{alt.strip()}” is a file name"


@rule("A203", "words-too-short", "advice", alone=True)
def too_short(course: Course) -> Iterator[Finding]:
    """The alternative text is one word, or begins with “picture of”.

    Why: one word names the thing and leaves out what it is there to show; that it is a picture is said anyway.
    “Picture of” is known in the six languages of lactern; words are not counted in languages that leave no spaces
    between them.
    Instead: say in a sentence what one should see.

    Example:
        before: ![Curve](img/curve.svg)
        after:  ![A curve that falls just before milk lets down and rises again](img/curve.svg)
    """
    needless = re.compile(NEEDLESS.get(course.language.split("-")[0], "(?!)"), re.IGNORECASE)
    for at, alt, file, decorative in _pictures(course):
        alone = len(alt.split()) == 1 and not speaks(course, *UNSPACED)
        if not decorative and (alone or needless.match(alt)) and not FILE_NAME.match(alt.strip()):
            yield at, f"the alternative text of “{file}” is only “{alt.strip()}”"


@rule("A210", "words-repeat-the-caption", "advice", alone=True)
def repeats(course: Course) -> Iterator[Finding]:
    """The alternative text says the same as the caption.

    Why: whoever listens hears it twice, and still does not know what the picture shows.
    Instead: let the caption say what it is about, and the alternative text what is to be seen.

    Example:
        before: ![How the mood falls](img/curve.svg "How the mood falls")
        after:  ![A curve that falls just before milk lets down](img/curve.svg "How the mood falls")
    """
    for block in everywhere(course):
        if isinstance(block, Figure) and block.alt.strip() and _folded(block.alt) == _folded(block.caption.text):
            yield block.at, f"alternative text and caption of “{block.asset}” are the same"


@rule("A205", "file-never-used", "advice")
def never_used(course: Course) -> Iterator[Finding]:
    """A file of the course that nothing shows.

    Why: it makes the project heavy, and a picture someone forgot to place is easily overlooked.
    Instead: show it, or delete it.

    Example:
        before: img/old-curve.svg, which no lesson, sheet or quiz shows
        after:  the file is gone, or ![A curve that falls and rises](img/old-curve.svg)
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


def _folded(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".")


def _pictures(course: Course) -> Iterator[tuple[Place, str, str, bool]]:
    """Where, alternative text, file, and whether it is only decoration."""
    for block in everywhere(course):
        if isinstance(block, Figure):
            yield block.at, block.alt, block.asset, block.decorative
    for file, use in inline_pictures(course):
        yield use.at, use.detail, file, not use.detail
    for quiz in quizzes(course):
        for question in questions(quiz):
            if isinstance(question.form, Hotspot):
                yield question.at, question.form.alt, question.form.image, False
            elif question.image:
                yield question.at, question.alt, question.image, not question.alt
