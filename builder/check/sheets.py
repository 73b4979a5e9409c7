"""Sheets that parents can read: plain words, large letters, and sources that exist."""

from collections.abc import Iterator, Sequence

from builder.check.rule import Finding, rule
from builder.check.walk import meant, where
from builder.model.block import Text, inside
from builder.model.course import Course, Sheet
from builder.model.place import Place
from builder.model.prose import Prose

FEWEST = 60
"""Words below which the formulas say nothing."""
SHORT = 20
"""Words below which a share of them says nothing either."""
LONGEST = 25
"""Words of a sentence: readers lose the thread of longer ones."""
HARD, LONG = 1 / 3, 1 / 2
"""Shares of hard and of long words. Plain leaflets have a tenth of hard words in English and, in languages that write
long words, a third of long ones."""
NO_FORMULA = frozenset(("ar", "fa", "he", "ja", "ko", "ps", "sd", "th", "ur", "yi", "zh", "ckb"))
"""Languages that leave vowels or spaces unwritten: no formula counts them."""
SMALLEST = 12


@rule("L230", "hard-to-read", "warning")
def hard_to_read(course: Course) -> Iterator[Finding]:
    """A sheet for parents takes more years of school than it should.

    Why: it is read by someone who is tired, upset, or reading in a second language. The usual advice for health
    leaflets is the sixth year of school or below. English is measured by four formulas (Flesch-Kincaid, SMOG,
    Coleman-Liau, ARI), other languages by LIX. Below 60 words they say nothing: there, a sentence of more than 25
    words is told, and words of which very many are long.
    Instead: split long sentences, say it in short words, and let a parent read it. `reading: {grade: 8}` or
    `{lix: 45}` in course.yaml sets another limit, 0 none.

    Example:
        before: The dysphoria is characteristically attributable to a physiological mechanism.
        after:  It is your body. It is not your fault.
    """
    for sheet in course.sheets:
        if sheet.for_parents and (said := _reads(course, sheet)):
            yield said


@rule("L231", "letters-too-small", "warning")
def small(course: Course) -> Iterator[Finding]:
    """A sheet for parents is set in less than 12 points.

    Why: many parents do not have their glasses at hand, and a copier makes small letters smaller still.
    Instead: set `paper-size: 12pt` or more, better 14pt, and shorten the text until it fits.

    Example:
        before: paper-size: 10pt
        after:  paper-size: 14pt
    """
    for sheet in course.sheets:
        if sheet.for_parents and sheet.type_size < SMALLEST:
            yield where(sheet, "type-size", "paper-size"), f"“{sheet.title}” is set in {sheet.type_size} points"


@rule("L232", "unknown-sheet-source", "error")
def unknown_source(course: Course) -> Iterator[Finding]:
    """A sheet rests on a source that is not in references.yaml.

    Why: the sheet names its sources at its end, and this one would be missing without a word.
    Instead: put the source into references.yaml, or take its key out of `sources:`.

    Example:
        before: sources: [heise2010]
        after:  sources: [heise2011]        # as references.yaml has it
    """
    for sheet in course.sheets:
        for key in sheet.sources:
            if key not in course.references:
                yield (
                    where(sheet, "sources"),
                    f"“{sheet.title}” names the source “{key}”, which references.yaml does not hold",
                    meant(key, course.references),
                )


@rule("L233", "address-nobody-can-type", "warning")
def odd_link(course: Course) -> Iterator[Finding]:
    """The `link` of a sheet is no address on the web.

    Why: it is printed as a code for phones and in letters for those who type, and both want `https://`.
    Instead: write the whole address, such as `link: https://example.org/d-mer`.

    Example:
        before: link: example.org/d-mer
        after:  link: https://example.org/d-mer
    """
    for sheet in course.sheets:
        if sheet.link and not sheet.link.startswith(("https://", "http://")):
            yield where(sheet, "link"), f"“{sheet.link}” is no address that a phone can open"


def _reads(course: Course, sheet: Sheet) -> Finding | None:
    """What is wrong, with the place of the paragraph that is hardest."""
    language = course.language.split("-")[0]
    if language in NO_FORMULA:
        return None
    from builder.check.formulas import counted, grade, grades, lix, sentences

    proses = tuple(b.prose for b in inside(sheet.blocks) if isinstance(b, Text) and "handout" in b.when)
    of = counted(sentences(prose.html for prose in proses))
    english = language == "en"
    limit = course.reading.grade if english else course.reading.lix
    if limit and of.words < FEWEST:
        return _short(sheet, proses, english)
    measure = grade if english else lix
    if not limit or measure(of) <= limit:
        return None

    def hardness(prose: Prose) -> float:
        own = counted(sentences([prose.html]))
        return measure(own) if own.words > 7 else 0.0

    hardest = max(proses, key=hardness)
    at = hardest.at if hardest.at.file else sheet.at
    if english:
        each = ", ".join(f"{name} {value:.1f}" for name, value in grades(of).items())
        return _found(at, sheet, f"reads at year {grade(of):.1f} of school ({each}); {limit:g} is the limit", hardest)
    return _found(at, sheet, f"has a LIX of {lix(of):.0f}; {limit:g} is the limit", hardest)


def _short(sheet: Sheet, proses: Sequence[Prose], english: bool) -> Finding | None:
    """What can be said of words that are too few for a formula."""
    from builder.check.formulas import WORD, counted, sentences

    said = [(len(WORD.findall(one)), one, prose) for prose in proses for one in sentences([prose.html])]
    words, longest, prose = max(said, key=lambda one: one[0], default=(0, "", None))
    if prose is not None and words > LONGEST:
        fault = f"has a sentence of {words} words; {LONGEST} are the most that a tired reader takes in"
        return prose.at if prose.at.file else sheet.at, f"“{sheet.title}” {fault}", _cure(longest), longest[:30]
    of = counted([one for _, one, _ in said])
    if of.words >= SHORT and (of.hard > HARD * of.words if english else of.long > LONG * of.words):
        number = of.hard if english else of.long
        kind = "of three syllables or more" if english else "of more than six letters"
        fault = f"has {number} words {kind} among its {of.words}"
        return sheet.at, f"“{sheet.title}” {fault}", "Say it in short words, and let a parent read it."
    return None


def _found(at: Place, sheet: Sheet, said: str, hardest: Prose) -> Finding:
    from builder.check.formulas import sentences

    return at, f"“{sheet.title}” {said}", _cure(max(sentences([hardest.html]), key=len))


def _cure(sentence: str) -> str:
    start = sentence if len(sentence) < 70 else f"{sentence[:66].rsplit(' ', 1)[0]} …"
    return f"Begin with “{start}”: shorter sentences and shorter words."
