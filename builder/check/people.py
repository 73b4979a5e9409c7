"""Who stands behind the course, what they declare, and what a certificate may claim."""

from collections.abc import Iterator

from builder.check.rule import Finding, rule
from builder.check.walk import texts, where
from builder.check.words import APPROVED, PLACEHOLDER, SPONSOR
from builder.model.course import Course
from builder.render.words import READ_OVER, has_words, languages


@rule("C216", "no-interface-words", "warning")
def no_interface_words(course: Course) -> Iterator[Finding]:
    """A language for which there are no interface words yet.

    Why: buttons, the urgent-help sentence and the names of grades would be in English on a page in another language,
    and a screen reader would read them aloud in the wrong one (WCAG 2.2, 3.1.2).
    Instead: give the course in a language that has words, or add them: a folder in `builder/locales/`.

    Example:
        before: language: pt
        after:  language: es
    """
    if not has_words(course.language):
        there = ", ".join(languages())
        said = f"there are no interface words for “{course.language}”, only for {there}; English ones are shown"
        yield where(course, "language"), said


@rule("C239", "interface-words-not-read-over", "warning")
def not_read_over(course: Course) -> Iterator[Finding]:
    """A language whose interface words nobody has read over yet.

    Why: the sentence that sends a person to urgent help is among them. In English it was written for this; in other
    languages it is our translation, and nobody who speaks the language and works in this field has read it.
    Instead: have a colleague read `builder/locales/<language>/`, the urgent-help sentence first, and tell us; then say
    who did under `ignore: {C239: "read by …"}` in course.yaml.

    Example:
        before: language: ar
        after:  language: ar
                ignore: {C239: read by a midwife who speaks Arabic}
    """
    if has_words(course.language) and course.language.split("-")[0] not in READ_OVER:
        words = f"the interface words for “{course.language}”"
        yield where(course, "language"), f"nobody has read over {words}, among them the sentence on urgent help"


@rule("C230", "nobody-named", "warning")
def nobody(course: Course) -> Iterator[Finding]:
    """A course without people.

    Why: learners and credit bodies ask who speaks, and a certificate needs a name.
    Instead: add `people:` to course.yaml.

    Example:
        before: no `people:`
        after:  people:
                  - {name: A. Example, credentials: IBCLC, disclosure: No financial relationships.}
    """
    if not course.people:
        yield where(course, "people"), f"“{course.title}” names nobody"


@rule("C231", "no-disclosure", "warning")
def no_disclosure(course: Course) -> Iterator[Finding]:
    """A person without a disclosure of interests.

    Why: credit bodies ask for a disclosure of everyone who can shape the content, also when there is nothing to tell.
    Instead: add `disclosure:`, in the person's own words; “No financial relationships.” only if they said so.

    Example:
        before: - {id: me, name: A. Example}
        after:  - {id: me, name: A. Example, disclosure: No financial relationships.}
    """
    for number, person in enumerate(course.people):
        if not person.disclosure.strip():
            yield where(course, f"people.{number}.name"), f"{person.name} has declared nothing"


@rule("C232", "still-a-placeholder", "advice")
def placeholder(course: Course) -> Iterator[Finding]:
    """A text that is still to be filled in.

    Why: it is printed as it stands, on the title slide, the disclosure slide and the certificate. English wordings and
    marks such as TODO are known.
    Instead: fill it in before the event.

    Example:
        before: disclosure: To be completed by the presenter.
        after:  disclosure: No financial relationships.      # only if the presenter has said so
    """
    fields = [
        (f"people.{number}.{name}", f"{p.name}: {name}", value)
        for number, p in enumerate(course.people)
        for name, value in (("name", p.name), ("disclosure", p.disclosure), ("credentials", p.credentials))
    ]
    fields += [
        ("code_statement", "the statement on the WHO Code", course.code_statement),
        ("subtitle", "subtitle", course.subtitle),
        ("event", "event", course.event),
        ("place", "place", course.place),
        *((f"provider.{name}", f"the provider's {name}", value) for name, value in provided(course)),
    ]
    for key, name, value in fields:
        if PLACEHOLDER.search(value):
            yield where(course, key), f"{name} is still to be filled in"


@rule("C233", "sponsor-on-the-certificate", "warning")
def sponsor(course: Course) -> Iterator[Finding]:
    """A sponsor is named where the certificate and the title slide print it.

    Why: education paid for by companies that sell products for infants breaks the WHO Code, and certificates must
    be free of advertising. English wordings are known.
    Instead: leave sponsors out of the title, the event, the provider and the approval; disclose money under
    `disclosure:`.

    Example:
        before: event: Spring meeting, sponsored by a maker of bottles
        after:  event: Spring meeting
    """
    for key, value in (
        ("title", course.title),
        ("subtitle", course.subtitle),
        ("event", course.event),
        ("place", course.place),
        ("credit.approval", course.credit.approval),
        *((f"provider.{name}", value) for name, value in provided(course)),
    ):
        if found := SPONSOR.search(value):
            yield where(course, key), f"`{key.replace('.', ': ')}:` says “{found[0]}”"


@rule("C234", "no-code-statement", "advice")
def no_code_statement(course: Course) -> Iterator[Finding]:
    """No statement on the WHO Code.

    Why: several bodies ask providers to say how they stand to the International Code of Marketing of Breast-milk
    Substitutes.
    Instead: add `code_statement:` to course.yaml, as the provider words it.

    Example:
        before: no `code_statement:`
        after:  code_statement: The provider keeps to the WHO Code and takes no money from companies that do not.
    """
    if course.people and not course.code_statement.strip():
        yield course.at, "no statement on the WHO Code"


@rule("C235", "approval-claimed", "error", alone=True)
def approval_claimed(course: Course) -> Iterator[Finding]:
    """A text says that credit is approved, and no approval is on record.

    Why: claiming credit that was not given misleads learners and ends a provider's standing. English
    wordings are known.
    Instead: remove the words; once there is an approval, put its wording under `credit:`, `approval:`.

    Example:
        before: This hour is approved for 1 L-CERP.
        after:  Credit has been applied for.
    """
    if not course.credit.approval.strip():
        for at, text in texts(course):
            if found := APPROVED.search(text):
                yield at, f"“{found[0]}” is claimed without an approval", "", found[0]


@rule("C236", "approval-incomplete", "warning")
def approval_incomplete(course: Course) -> Iterator[Finding]:
    """An approval without its number or its days.

    Why: learners are asked for the number, and an approval that has run out is none; both belong on the certificate.
    Instead: write `approval:` as a mapping with `statement`, `body`, `number`, `from`, `until` and `credits`, as the
    approver has given them.

    Example:
        before: approval: {statement: Approved for 1 L-CERP.}
        after:  approval: {statement: Approved for 1 L-CERP., number: CLT-1, from: 2026-01-01, until: 2026-12-31}
    """
    credit = course.credit
    if credit.approval.strip():
        gaps = (("number", credit.number), ("from", credit.starts), ("until", credit.ends))
        missing = [f"`{name}:`" for name, value in gaps if not value]
        if missing:
            yield where(course, "credit.approval"), f"the approval has no {' and no '.join(missing)}"


@rule("C237", "approval-not-valid", "error")
def approval_not_valid(course: Course) -> Iterator[Finding]:
    """The approval does not hold on the day the course carries.

    Why: a certificate would claim credit that is not given any more, or not yet.
    Instead: have the approval renewed and write down its new days, or set `approval: null`.

    Example:
        before: date: 2027-02-01, and an approval with until: 2026-12-31
        after:  approval: null
    """
    credit = course.credit
    early, late = course.date < credit.starts, bool(credit.ends) and course.date > credit.ends
    if credit.approval.strip() and course.date and (early or late):
        days = f"from {credit.starts or '…'} until {credit.ends or '…'}"
        at = where(course, "credit.approval.until" if late else "credit.approval.from", "credit.approval")
        yield at, f"the approval holds {days}, the course is of {course.date}"


@rule("C238", "no-provider", "advice")
def no_provider(course: Course) -> Iterator[Finding]:
    """Nobody is named who gives the course.

    Why: bodies that count a certificate want to know who provided the course, and where to ask.
    Instead: add `provider:` with name, address, web and contact to course.yaml.

    Example:
        before: no `provider:`
        after:  provider: {name: The school, contact: office@example.org}
    """
    rule = course.completion
    if course.people and (rule.quiz or rule.evaluation) and not course.provider.name.strip():
        yield course.at, "no `provider:`; the certificate names nobody to ask"


def provided(course: Course) -> Iterator[tuple[str, str]]:
    """What is said of the provider, by name."""
    provider = course.provider
    for name in ("name", "address", "web", "contact", "responsible"):
        yield name, getattr(provider, name)
