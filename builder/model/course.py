"""A course and what it is made of. The loaded course is one value; a format receives it and nothing else."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from builder.model.asset import Asset
from builder.model.attributes import Attributes, Evidence
from builder.model.block import EVERYWHERE, Block, Where
from builder.model.diagnostic import Ignore
from builder.model.language import RIGHT_TO_LEFT
from builder.model.place import Place
from builder.model.prints import Prints
from builder.model.prose import Prose
from builder.model.quiz import Quiz


class Person(NamedTuple):
    id: str
    name: str
    credentials: str = ""
    role: str = "presenter"
    disclosure: str = ""
    bio: str = ""
    at: Place = Place("")


class Objective(NamedTuple):
    id: str
    text: str
    bloom: str = ""
    at: Place = Place("")


class HelpLine(NamedTuple):
    name: str
    number: str
    region: str = ""
    note: str = ""


class Help(NamedTuple):
    """Urgent help is data. `emergency` may be words (“your local emergency number”). `local` are the helpers of one
    place; those without a number are written in by hand."""

    emergency: str
    lines: tuple[HelpLine, ...] = ()
    note: str = ""
    local: tuple[HelpLine, ...] = ()


class Review(NamedTuple):
    """Clinical review; `by` empty means not reviewed, and every page says so. Dates are ISO 8601."""

    by: str = ""
    date: str = ""
    due: str = ""


class Completion(NamedTuple):
    """What ends the module: all pages viewed, a quiz passed (percent), an evaluation filled in."""

    viewed: bool = True
    quiz: str = ""
    pass_mark: int = 80
    evaluation: str = ""
    attempts: int = 0


class Provider(NamedTuple):
    """Who gives the course and keeps its records: printed on certificates. `responsible` is the person to turn to."""

    name: str = ""
    address: str = ""
    web: str = ""
    contact: str = ""
    responsible: str = ""
    at: Place = Place("")


class Credit(NamedTuple):
    """Continuing-education credit asked for. “Approved” is printed only where `approval` holds words.

    The approver, its number, the days between which the approval holds and the credits of each kind come with it.
    `areas` are the areas of the IBLCE's Detailed Content Outline that the course serves.
    """

    body: str = ""
    kind: str = ""
    minutes: int = 0
    approval: str = ""
    approver: str = ""
    number: str = ""
    starts: str = ""
    ends: str = ""
    credits: tuple[tuple[str, str], ...] = ()
    areas: tuple[str, ...] = ()
    at: Place = Place("")


class Author(NamedTuple):
    family: str
    given: str = ""


class Reference(NamedTuple):
    """A source, after CSL-JSON. Fields that were not seen are empty, and `note` says what is missing."""

    key: str
    title: str
    authors: tuple[Author, ...] = ()
    kind: str = ""
    container: str = ""
    year: str = ""
    volume: str = ""
    issue: str = ""
    page: str = ""
    publisher: str = ""
    doi: str = ""
    pmid: str = ""
    pmcid: str = ""
    isbn: str = ""
    url: str = ""
    note: str = ""
    at: Place = Place("")


class Term(NamedTuple):
    """A word of the glossary. `also` are other names, which readers are told; `forms` further spellings in the text."""

    id: str
    term: str
    text: Prose
    also: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    at: Place = Place("")

    @property
    def names(self) -> tuple[str, ...]:
        """All ways in which the text may name it."""
        return (self.term, *self.also, *self.forms)


class Slide(NamedTuple):
    """One slide. `title` is empty after a bare `---`. `seconds` None means: share what the section has left. `prose` is
    the reading text, `notes` are the presenter's own, `cites` the keys cited on the slide itself, in order."""

    id: str
    title: Prose
    blocks: tuple[Block, ...] = ()
    prose: tuple[Block, ...] = ()
    notes: tuple[Block, ...] = ()
    attributes: Attributes = Attributes()
    seconds: int | None = None
    cut: bool = False
    hidden: bool = False
    evidence: Evidence = ""
    objectives: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    when: frozenset[Where] = EVERYWHERE
    at: Place = Place("")


class Section(NamedTuple):
    """A column in the deck, a page in the module, a heading on paper, a row in the agenda.

    `id` and `title` are empty for slides that stand before the first `# Heading`.
    `seconds` is the section's length: as written, or the sum of its slides.
    """

    id: str
    title: Prose
    slides: tuple[Slide, ...]
    seconds: int = 0
    objectives: tuple[str, ...] = ()
    attributes: Attributes = Attributes()
    when: frozenset[Where] = EVERYWHERE
    at: Place = Place("")


class Lesson(NamedTuple):
    """One file of slides/. `minutes` 0 = not said. `checks` holds the questions written in the lesson itself.

    `anchors` are all ids that a link may lead to. `digest` stands for every byte that this value was made from, and
    for the code that made it.
    """

    id: str
    title: str
    sections: tuple[Section, ...]
    subtitle: str = ""
    minutes: int = 0
    objectives: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    checks: Quiz | None = None
    files: tuple[str, ...] = ()
    anchors: frozenset[str] = frozenset()
    ignore: tuple[Ignore, ...] = ()
    places: Mapping[str, Place] = {}
    digest: str = ""
    at: Place = Place("")

    @property
    def slides(self) -> tuple[Slide, ...]:
        """All slides in order."""
        return tuple(slide for section in self.sections for slide in section.slides)


class Sheet(NamedTuple):
    """A one-page handout that is no lesson. `pages` is how many it may take (0 = any); `type_size` in points.

    `sources` are what its words rest on, named at its end; `link` is printed as a code and in letters, under
    `link_text`. `large` asks for a version in large print; None leaves that to the audience.
    """

    id: str
    title: str
    blocks: tuple[Block, ...]
    subtitle: str = ""
    audience: str = ""
    pages: int = 0
    type_size: int = 12
    attributes: Attributes = Attributes()
    cites: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    link: str = ""
    link_text: str = ""
    large: bool | None = None
    ignore: tuple[Ignore, ...] = ()
    places: Mapping[str, Place] = {}
    at: Place = Place("")

    @property
    def for_parents(self) -> bool:
        """Whether parents read it: plain words, and letters that are large enough."""
        return self.audience in ("parents", "families")


class Reading(NamedTuple):
    """How hard sheets for parents may be to read: years of school for English, and LIX for other languages; 0 is no
    limit."""

    grade: float = 6.0
    lix: float = 40.0


class Course(NamedTuple):
    """Everything taught under one title. `date` (ISO 8601) is the only clock the output knows.

    `digest` stands for everything of the course but the bodies of its lessons and sheets; `alphabets` are those
    beyond Latin that stand anywhere in it. `places` are those of the settings, by their keys (`review.due`).
    A course on any `subject` but a clinical one wants no review and no urgent help.
    """

    id: str
    title: str
    language: str
    lessons: tuple[Lesson, ...]
    subtitle: str = ""
    date: str = ""
    version: str = ""
    theme: str = "calm"
    level: str = ""
    audience: tuple[str, ...] = ()
    people: tuple[Person, ...] = ()
    objectives: tuple[Objective, ...] = ()
    review: Review = Review()
    help: Help | None = None
    completion: Completion = Completion()
    credit: Credit = Credit()
    provider: Provider = Provider()
    content_note: str = ""
    code_statement: str = ""
    event: str = ""
    place: str = ""
    draft: bool = False
    quizzes: Mapping[str, Quiz] = {}
    sheets: tuple[Sheet, ...] = ()
    references: Mapping[str, Reference] = {}
    assets: Mapping[str, Asset] = {}
    glossary: tuple[Term, ...] = ()
    ignore: tuple[Ignore, ...] = ()
    prints: Prints = Prints()
    reading: Reading = Reading()
    digest: str = ""
    alphabets: frozenset[str] = frozenset()
    places: Mapping[str, Place] = {}
    subject: Literal["clinical", "other"] = "clinical"
    at: Place = Place("")

    @property
    def unreviewed(self) -> bool:
        """Whether its pages have to say that no clinician has reviewed it."""
        return self.subject == "clinical" and not self.review.by

    @property
    def direction(self) -> str:
        """`rtl` or `ltr`, by the language's script."""
        return "rtl" if self.language.split("-")[0] in RIGHT_TO_LEFT else "ltr"
