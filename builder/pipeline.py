"""The whole road on one page: discover, load, parse, check, render, package, write. Only this file knows the order."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from builder.mate import Mate
from builder.model.diagnostic import Diagnostic, blocking, in_order
from builder.model.output import Output
from builder.model.place import Place
from builder.model.theme import Theme
from builder.parse.project import parse_course
from builder.read.discover import discover
from builder.read.load import load_course
from builder.read.rules import NO_COURSE
from builder.read.theme import looks_of
from builder.render.memo import Memo, Shelf, own_folder

if TYPE_CHECKING:  # these are not needed before the other core is at work, or bring Jinja along
    from builder.model.course import Course
    from builder.render.kit import Kit
    from builder.render.templates import Templates
    from builder.render.web import WebFiles

TARGETS = ("deck", "module", "handout")
NO_PDF = "F201"  # the finding that this machine cannot print


class Options(NamedTuple):
    """What to build, and where to. Relative folders count from the project's root. `progress` hears what is made
    now, how much is done and how much there is. `prints` are the fields of `Prints` that course.yaml has no say in.
    `later` names targets that pages lead to and that are not made now."""

    targets: tuple[str, ...] = TARGETS
    site_dir: Path = Path("site")
    presenter_dir: Path = Path("presenter")
    strict: bool = False
    single_file: bool = False
    clean: bool = False
    without_answers: bool = False
    courses: tuple[str, ...] = ()
    progress: Callable[[str, int, int], None] | None = None
    prints: Mapping[str, Any] = {}
    later: tuple[str, ...] = ()


class Workshop(NamedTuple):
    """What all formats of one build work with. `courses` are those that are public: pages lead to them."""

    root: Path
    options: Options
    memo: Memo
    courses: "tuple[Course, ...]"
    templates: "Templates"
    web: "WebFiles"

    def kit(self, course: "Course", theme: Theme) -> "Kit":
        """The kit of one course."""
        from builder import __version__
        from builder.render.kit import Kit
        from builder.render.words import Words

        options = self.options
        prints = course.prints._replace(**options.prints)
        return Kit(
            theme=theme,
            words=Words(course.language),
            templates=self.templates,
            web=self.web,
            memo=self.memo,
            read=lambda asset: (self.root / asset.file).read_bytes(),
            targets=options.targets,
            courses=self.courses,
            papers=prints.papers,
            prints=prints,
            single_file=options.single_file,
            without_answers=options.without_answers,
            version=__version__,
        )


class Loaded(NamedTuple):
    """The courses as meant, and everything noticed on the way."""

    courses: "tuple[Course, ...]"
    diagnostics: tuple[Diagnostic, ...]


class Made(NamedTuple):
    """All files of both trees, not yet written; none if something is in the way of publishing them."""

    courses: "tuple[Course, ...]"
    diagnostics: tuple[Diagnostic, ...]
    outputs: tuple[Output, ...] = ()
    blocked: bool = False


class Files(NamedTuple):
    """What was drawn, what was noticed meanwhile, and whether nothing of it can be used."""

    outputs: tuple[Output, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    blocked: bool = False


class Built(NamedTuple):
    """`files` is how many files the two trees hold, `changed` how many of them were written."""

    courses: "tuple[Course, ...]"
    diagnostics: tuple[Diagnostic, ...]
    files: int = 0
    changed: int = 0


def load(
    root: Path,
    only: Sequence[str] = (),
    memo: Memo | None = None,
    meanwhile: Callable[[], None] = lambda: None,
    mate: Mate | None = None,
) -> Loaded:
    """Discover, load and parse: the courses of a project, or only those named. Nothing is judged or made.

    `mate` converts texts on the other core; `meanwhile` is called while it does.
    """
    own = memo is None
    memo = memo or Memo(own_folder("memo"))
    courses: list[Course] = []
    noticed: list[Diagnostic] = []
    settings = Shelf(memo, "settings", ascii(root.absolute()))
    found = [course for course in discover(root) if not only or course.id in only]
    if not found:
        noticed.append(Diagnostic(NO_COURSE, Place("slides"), "there is no course in slides/", NO_COURSE.instead))
    for one in found:
        said, unread = load_course(root, one, settings.recall)
        course, misread = parse_course(said, memo, meanwhile, mate)
        courses.append(course)
        noticed.extend((*unread, *misread))
    courses.sort(key=lambda course: course.subject == "other")  # what is taught comes before what is told about it
    settings.save()
    if own:
        memo.save()
    return Loaded(tuple(courses), in_order(noticed))


def judge(root: Path, only: Sequence[str] = ()) -> Loaded:
    """The courses, and everything that is wrong with them and with their looks. Nothing is made."""
    from builder.judging import case_of, judged

    memo = Memo(own_folder("memo"))
    loaded = load(root, only, memo)
    themes = Shelf(memo, "themes", ascii(root.absolute()))
    found = judged(case_of(root, loaded.courses, loaded.diagnostics, themes), memo)
    themes.save()
    memo.save()
    return Loaded(loaded.courses, in_order(found))


def build(root: Path, options: Options, mate: Mate | None = None) -> Built:
    """The whole road. With an error among the findings (or a warning, if strict) nothing is written."""
    from threading import Thread

    memo = Memo(own_folder("memo"))
    made = make(root, options, memo, mate)
    if mate:
        mate.dismiss()
    saving = Thread(target=memo.save)
    saving.start()
    if made.blocked:
        saving.join()
        return Built(made.courses, made.diagnostics)
    from builder.write.tree import write

    written = write(made.outputs, root, options.site_dir, options.presenter_dir, options.clean, options.courses)
    saving.join()
    files = len(written.changed) + len(written.kept)
    return Built(made.courses, in_order([*made.diagnostics, *written.diagnostics]), files, len(written.changed))


def make(root: Path, options: Options, memo: Memo, mate: Mate | None = None) -> Made:
    """The road up to the disk: every file, and everything noticed. Pages are drawn while the other core judges, and
    thrown away if it finds an error; PDFs take too long for that."""
    everything, noticed = load(root, (), memo, lambda: fetch(options.targets), mate)
    from builder.judging import begin, case_of, judged

    courses = tuple(course for course in everything if not options.courses or course.id in options.courses)
    others = [f"{top}/{c.id}/" for c in everything if c not in courses for top in ("slides", "quizzes")]
    said = [d for d in noticed if not d.at.file.startswith(tuple(others))]
    themes = Shelf(memo, "themes", ascii(root.absolute()))
    case = case_of(root, courses, said, themes)
    ahead = "handout" not in options.targets and not blocking(said, options.strict)
    judging = begin(case, memo, mate) if ahead else None
    found = [] if judging else judged(case, memo)
    if blocking(found, options.strict):
        return Made(courses, in_order(found), blocked=True)
    files, failed = Files(), None
    public = tuple(course for course in everything if not course.draft)
    try:
        files = drawn(workshop(root, options, memo, public), courses, case.looks, themes)
    except Exception as error:  # drawing may stumble over what judging knows by name
        failed = error
    found = judging() if judging else found
    if blocking(found, options.strict):
        return Made(courses, in_order(found), blocked=True)
    if failed is not None:
        raise failed
    themes.save()
    found += files.diagnostics
    if files.blocked or blocking(found, options.strict):
        return Made(courses, in_order(found), blocked=True)
    return Made(courses, in_order(found), files.outputs)


def drawn(shop: Workshop, courses: "Sequence[Course]", looks: Mapping[str, Theme], themes: Shelf) -> Files:
    """Every file of some courses, and of the pages that lead to all public ones; what was noticed while they were
    drawn, and what is not to be published. `looks` are the themes of these courses."""
    from builder.parse.spoken import presenters_words, said_openly
    from builder.write.scan import scan

    root, options = shop.root, shop.options
    others, unread = looks_of(root, (course for course in shop.courses if course not in courses), themes.recall)
    looks = {**looks, **others}
    drawn = [*unread, *rendered(shop, courses, looks)]
    if unprinted := [made for made in drawn if isinstance(made, Diagnostic) and made.rule.code == NO_PDF]:
        options = options._replace(targets=tuple(name for name in options.targets if name != "handout"))
        if not options.targets:
            return Files(diagnostics=tuple(unprinted), blocked=True)
        again = rendered(shop._replace(options=options), courses, looks)  # and no page leads to a PDF
        drawn = [*unread, *unprinted, *again]
    outputs = list({(o.tree, o.path, o.data, o.copy_of): o for o in drawn if isinstance(o, Output)}.values())
    if "module" in options.targets and not options.single_file:
        from builder.render.offline import worker

        outputs += [made for course in courses for made in worker(course.id, outputs)]
    found = [made for made in drawn if isinstance(made, Diagnostic)]
    if found:
        from builder.check.ignored import hushed

        found = list(hushed(courses, found))
    drafts = [course.id for course in courses if course.draft]
    seen = Shelf(shop.memo, "seen", ascii(root.absolute()))
    words, openly = presenters_words(courses, seen), said_openly(shop.courses)
    found += scan(
        outputs, root, words, openly=openly, without_answers=options.without_answers, drafts=drafts, seen=seen
    )
    seen.save()
    return Files(tuple(outputs), tuple(found))


def fetch(targets: Sequence[str]) -> None:
    """Import what comes after reading: formats, Jinja. Done while the other core converts Markdown, it costs little."""
    from importlib import import_module

    from builder import formats

    for name in (*targets, "home"):
        formats.load(name)
    for module in ("parse.whole", "parse.spoken", "render.templates", "judging", "write.scan", "write.tree"):
        import_module(f"builder.{module}")


def rendered(shop: Workshop, courses: "Sequence[Course]", looks: Mapping[str, Theme]) -> Iterator[Output | Diagnostic]:
    """What every wanted format makes of those courses that are public, and the pages that lead to all public ones."""
    from builder import formats

    options = shop.options
    ready = [course for course in shop.courses if course.id in looks]
    steps = [(name, course) for course in ready if course in courses for name in options.targets]
    steps += [("home", course) for course in ready]
    kits = {course.id: shop.kit(course, looks[course.id]) for course in ready}
    for done, (name, course) in enumerate(steps):
        if options.progress:
            options.progress(f"{course.id}: {name}", done, len(steps))
        if name not in options.later:
            yield from formats.load(name).outputs(course, kits[course.id])


def workshop(root: Path, options: Options, memo: Memo, courses: "tuple[Course, ...]") -> Workshop:
    """A workshop with templates and front-end files of its own."""
    from builder.render.templates import Templates
    from builder.render.web import WebFiles

    return Workshop(root, options, memo, courses, Templates(), WebFiles())
