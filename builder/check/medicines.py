"""No doses and no brands: what a lactation course may not say about medicines and products."""

from collections.abc import Iterator
from re import escape, search

from builder.check.rule import Finding, rule
from builder.check.walk import texts
from builder.check.words import BRANDS, DOSE, MAYBE_DOSE
from builder.model.course import Course


@rule("C241", "dose-of-a-medicine", "error", alone=True)
def dose(course: Course) -> Iterator[Finding]:
    """A dose, or words that tell somebody to take something.

    Why: medicines are for a prescriber who knows the person and the baby; a number on a slide is copied home.
    Instead: say “with a prescriber” and leave the number out. If it is no dose, add the code to `ignore:` in
    course.yaml with the reason.

    Example:
        before: A number of milligrams, behind the name of a medicine
        after:  Whether a medicine fits is decided with a prescriber.
    """
    for at, text in texts(course):
        folded = text.casefold()
        for found in DOSE.finditer(text) if any(word in folded for word in MAYBE_DOSE) else ():
            yield at, f"“{found[0].strip()}” reads as a dose", "", found[0].strip()


@rule("C242", "brand-name", "warning", alone=True)
def brand(course: Course) -> Iterator[Finding]:
    """A trade name of a medicine, a formula or a feeding product.

    Why: education must be free of advertising; the WHO Code and most bodies that award credit ask for it, and
    trade names differ by country.
    Instead: name the substance or the kind of product. Where a name has to stand, add the code to `ignore:` in
    course.yaml with the reason.

    Example:
        before: The trade name of a breast pump
        after:  An electric breast pump
    """
    said = list(texts(course))
    everything = "\n".join(text for _, text in said).casefold()
    for name in BRANDS:
        if name.casefold() in everything:
            for at, text in said:
                if found := search(rf"(?i)\b{escape(name)}\b", text):
                    yield at, f"“{found[0]}” is a trade name", "", found[0]
