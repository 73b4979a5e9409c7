"""No doses and no brands: what a lactation course may not say about medicines and products."""

from collections.abc import Iterator

from builder.check.rule import Finding, rule
from builder.check.walk import texts
from builder.check.words import BRANDS, DOSE
from builder.model.course import Course


@rule("C241", "dose-of-a-medicine", "error")
def dose(course: Course) -> Iterator[Finding]:
    """A dose, or words that tell somebody to take something.

    Why: medicines are for a prescriber who knows the person and the baby; a number on a slide is copied home.
    Instead: say “with a prescriber” and leave the number out. If it is no dose, add the code to `ignore:` in
    course.yaml with the reason.
    """
    for at, text in texts(course):
        for found in DOSE.finditer(text):
            yield at, f"“{found[0].strip()}” reads as a dose"


@rule("C242", "brand-name", "warning")
def brand(course: Course) -> Iterator[Finding]:
    """A trade name of a medicine, a formula or a feeding product.

    Why: education must be free of advertising; the WHO Code and most bodies that award credit ask for it, and
    trade names differ by country.
    Instead: name the substance or the kind of product.
    """
    for at, text in texts(course):
        for found in BRANDS.finditer(text):
            yield at, f"“{found[0]}” is a trade name"
