"""Addresses on the web that cannot work: in links, and where sources are looked up."""

import re
from collections.abc import Iterator
from functools import cache

from builder.check.rule import Finding, rule
from builder.check.walk import everywhere, proses, questions, quizzes, where
from builder.model.course import Course
from builder.model.prose import Prose
from builder.model.wording import wording

WEB = ("http:", "https:", "mailto:", "tel:")


@rule("L240", "address-cannot-work", "warning", alone=True)
def cannot_work(course: Course) -> Iterator[Finding]:
    """A link with an address that no browser, mail program or phone can open.

    Why: it looks like a link, and whoever follows it, often on the way home, gets an error. Whether a well-formed
    address still leads to something is not looked at, for that needs a network.
    Instead: copy the address from the browser's own line: `https://`, the name with its dots, no spaces.

    Example:
        before: [leaflet](https:/example.org/leaflet), [write to us](mailto:office.example.org)
        after:  [leaflet](https://example.org/leaflet), [write to us](mailto:office@example.org)
    """
    for prose in _texts(course):
        for use in prose.uses:
            if use.kind == "link" and use.target.startswith(WEB) and (wrong := fault(use.target)):
                yield use.at, f"“{use.target}” cannot work: {wrong}", "", use.target
    if course.provider.web and "." not in course.provider.web:
        yield where(course, "provider.web"), f"“{course.provider.web}” is no address on the web"
    for reference in course.references.values():
        if reference.url and (wrong := fault(reference.url)):
            yield reference.at, f"the address of “{reference.key}” cannot work: {wrong}", "", reference.url


@rule("R204", "number-nobody-can-look-up", "warning")
def no_number(course: Course) -> Iterator[Finding]:
    """A DOI, PubMed number or ISBN that cannot be one.

    Why: it is printed as a link, and the link leads nowhere. A DOI begins with `10.`; an ISBN's last digit tells
    whether the others are right (ISO 2108).
    Instead: copy it from the article's own page, without `https://doi.org/` before it.

    Example:
        before: DOI: doi:10.1186-1746-4358-6-6
        after:  DOI: 10.1186/1746-4358-6-6
    """
    for reference in course.references.values():
        for name, said, good in (
            ("DOI", reference.doi, not reference.doi or _doi().fullmatch(reference.doi) is not None),
            ("PubMed number", reference.pmid, not reference.pmid or reference.pmid.isdigit()),
            ("ISBN", reference.isbn, not reference.isbn or is_isbn(reference.isbn)),
        ):
            if not good:
                yield reference.at, f"“{said}” of “{reference.key}” is no {name}", "", said


def fault(address: str) -> str:
    """What is wrong with an outside address; empty where nothing is."""
    scheme, _, rest = address.partition(":")
    if any(letter.isspace() for letter in address) or "%20" in rest.partition("/")[0]:
        return "a space stands in it"
    if scheme == "mailto":
        name, sign, host = rest.partition("?")[0].partition("@")
        return "" if sign and name and "." in host.strip(".") and "@" not in host else "a mail address has one @"
    if scheme == "tel":
        return "" if sum(letter.isdigit() for letter in rest) > 2 and _phone().fullmatch(rest) else "no number to call"
    if scheme not in ("http", "https"):
        return "it does not begin with https://"
    if not rest.startswith("//") or rest.startswith("///"):
        return "behind the colon there are two slashes"
    host = re.split(r"[/?#]", rest[2:], maxsplit=1)[0].rpartition("@")[2]
    if host in ("http:", "https:", "http", "https"):
        return "https:// stands in it twice"
    name = host.partition(":")[0]
    if "." not in name.strip(".") or ".." in name or name.startswith("."):
        return f"“{host}” is no name of a site"
    return ""


def is_isbn(said: str) -> bool:
    """Whether the last digit fits the others, of ten or of thirteen (ISO 2108)."""
    digits = said.replace("-", "").replace(" ", "").upper()
    if len(digits) == 10 and digits[:9].isdigit() and (digits[9].isdigit() or digits[9] == "X"):
        values = [10 if digit == "X" else int(digit) for digit in digits]
        return sum(weight * value for weight, value in zip(range(10, 0, -1), values, strict=True)) % 11 == 0
    if len(digits) == 13 and digits.isdigit():
        return sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits)) % 10 == 0
    return False


@cache
def _doi() -> re.Pattern[str]:
    return re.compile(r"10\.\d{4,9}/\S+")


@cache
def _phone() -> re.Pattern[str]:
    return re.compile(r"\+?[\d().\-/]+(?:;\w+=\S+)?")


def _texts(course: Course) -> Iterator[Prose]:
    for block in everywhere(course, notes=True):
        yield from proses(block)
    for quiz in quizzes(course):
        yield quiz.intro
        for question in questions(quiz):
            yield from wording(question)
    for term in course.glossary:
        yield term.text
