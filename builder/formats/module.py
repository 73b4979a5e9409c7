"""Self-paced e-learning: a page per section, checks, post-test, evaluation and certificate, for the browser."""

from collections.abc import Iterator
from functools import cached_property
from pathlib import PurePosixPath

from markupsafe import Markup

from builder.model.asset import Asset
from builder.model.course import Course, Sheet
from builder.model.diagnostic import Diagnostic
from builder.model.output import Output
from builder.model.quiz import CaseStudy, Question, Quiz
from builder.render.asked import whole
from builder.render.draw import Ways
from builder.render.head import Head
from builder.render.kit import Kit
from builder.render.media import Media
from builder.render.modulepage import ModulePage
from builder.render.offline import WORKER
from builder.render.onefile import Piece, gathered, turned
from builder.render.policy import policy
from builder.render.reading import card, cited, slots
from builder.render.references import numbered
from builder.render.route import Names, Page, places, route
from builder.render.search_index import entries, script, term_entry
from builder.render.sheets import Sheets
from builder.render.terms import Terms, initials
from builder.render.told import told_blocks, told_script

SEARCH = "search-index.js"
KEEPER = "keeper.html"


def outputs(course: Course, kit: Kit) -> Iterator[Output | Diagnostic]:
    """All pages of a course's module, the pictures they show, and the files they share."""
    module = Module(course, kit)
    if kit.single_file:
        yield module.in_one()
    else:
        yield module.home()
        for index in range(len(module.pages)):
            yield module.page(index)
        yield Output("site", module.folder / SEARCH, script(module.searchable))
        yield module.keeper()
    yield from module.files()


class Module:
    """One course's module: where each page is, and how a page is drawn."""

    def __init__(self, course: Course, kit: Kit) -> None:
        words = kit.words
        names = Names(
            words("module.opening"), words("module.glossary.title"), words("common.references"),
            words("module.certificate.title"),
        )  # fmt: skip
        self.course = course
        self.kit = kit
        self.folder = PurePosixPath(course.id, "learn")
        self.pages = route(course, names, kit.without_answers)
        self._places = places(self.pages)
        self.numbers = numbered(cited(self._readings()))
        self.terms = Terms(course.glossary)
        self.searchable = [*entries(self.pages), *self._terms_searched()]
        self._head = Head(Sheets(kit), "site")
        self._media = Media(kit, "site")

    def home(self, **more: object) -> Output:
        """The course's front page: what it takes, what it teaches, and where to start or go on."""
        drawer = self._drawer(None)
        return self._output("index", "home", drawer, page=None, minutes=self.minutes, sheets=self._sheets(), **more)

    def page(self, index: int, **more: object) -> Output:
        """One stop on the way, with the stops before and after it."""
        page = self.pages[index]
        drawer = self._drawer(page)
        around: dict[str, object] = {
            "before": self.pages[index - 1] if index else None,
            "after": self.pages[index + 1] if index + 1 < len(self.pages) else None,
            "number": sum(1 for earlier in self.pages[: index + 1] if earlier.kind == "section"),
            "of": sum(1 for other in self.pages if other.kind == "section"),
        }
        if page.kind == "section":
            around["cards"] = [card(slide) for slide in page.slides]
        if page.kind == "glossary":
            around["initials"] = initials(self.course.glossary)
        if page.quiz:
            around["quiz"] = page.quiz
            around["form"] = drawer.whole(page.quiz)
        return self._output(page.id, page.kind, drawer, page=page, **around, **more)

    def in_one(self) -> Output:
        """All pages in one file: each drawn as a piece, then the front page as the frame that holds them."""
        drawn = [self.home(piece=True), *(self.page(index, piece=True) for index in range(len(self.pages)))]
        pieces = gathered(Piece(one.path.stem, one.data.decode("utf-8")) for one in drawn)
        whole = self.home(pieces=pieces, turner=self._head.script(self.folder / "index.html", "onefile.js"))
        html = turned(whole.data.decode("utf-8"), [one.path.stem for one in drawn])
        return whole._replace(data=html.encode("utf-8"))

    def keeper(self) -> Output:
        """The page that keeps progress for all pages of the module in browsers that take every page on a disk for a
        site of its own. It stands under one name for ever: what it keeps goes by its address."""
        path = self.folder.parent / KEEPER
        live = self._head.script(path, "keeper.js")
        html = self.kit.templates.get("module/keeper.html").render(course=self.course, policy=policy(live), script=live)
        return Output("site", path, html.encode("utf-8"))

    def files(self) -> Iterator[Output]:
        """Pictures and films that pages point at, and the shared front-end files."""
        yield from self._media.files()
        yield from self._head.files()

    @property
    def minutes(self) -> int:
        """How long the course takes."""
        said = sum(lesson.minutes for lesson in self.course.lessons)
        return said or sum(page.minutes for page in self.pages)

    @cached_property
    def facts(self) -> dict[str, object]:
        """What the browser must know of the course to keep progress.

        Revisions tell answers to an older wording from answers to this one.
        """
        course = self.course
        tests = {page.quiz.id: page for page in self.pages if page.quiz}
        rule = course.completion
        asked_for = {
            "viewed": rule.viewed,
            "quiz": rule.quiz if rule.quiz in tests else "",
            "evaluation": rule.evaluation if rule.evaluation in tests else "",
        }
        return {
            "course": course.id,
            "title": course.title,
            "version": course.version,
            "language": course.language,
            "minutes": self.minutes,
            "pages": [
                {"id": page.id, "href": page.file, "title": page.title.text, "kind": page.kind} for page in self.pages
            ],
            "completion": asked_for,
            "questions": self._revisions(),
            "search": SEARCH,
            "worker": "" if self.kit.single_file else f"../{WORKER}",
            "keeper": "" if self.kit.single_file else f"../{KEEPER}",
        }

    def asks(self, quiz: Quiz) -> int:
        """How many questions a quiz puts to a learner: a draw takes some of its bank."""
        return len(whole(quiz))

    @cached_property
    def told(self) -> dict[str, object]:
        """What pages tell their script. A single file holds what can be searched, too."""
        drawer = self._drawer(None)
        meanings = {
            term.id: {"term": drawer.said(term.term), "text": drawer.prose(term.text)} for term in self.course.glossary
        }
        told: dict[str, object] = {"course": self.facts, "words": self._words(), "terms": meanings}
        return told | ({"search": self.searchable} if self.kit.single_file else {})

    def asset_address(self, asset: Asset) -> str:
        """The address of a picture or film from any page of the module."""
        return self._media.link(self.folder / "index.html", asset)

    def address(self, kind: str, target: str) -> str:
        """The address of a lesson's slide, a quiz or a sheet from a page of the module."""
        if kind == "lesson":
            return self._places.get(target) or self._places.get(target.partition("#")[0], "")
        if kind == "quiz":
            return next((p.file for p in self.pages if p.quiz and p.quiz.id == target.split("#")[0]), "")
        printed = not self.kit.single_file and "handout" in self.kit.targets
        known = printed and any(sheet.id == target for sheet in self.course.sheets)
        return f"../print/{target}-{self.kit.papers[0]}.pdf" if known else ""

    def _output(self, name: str, kind: str, drawer: ModulePage, **values: object) -> Output:
        path = self.folder / f"{name}.html"
        values = {"piece": False, "pieces": "", "turner": ""} | values
        html = self.kit.templates.get(f"module/{kind}.html").render(
            **drawer.values(),
            kind=kind,
            name=name,
            module=self,
            pages=self.pages,
            **(self._tags(path, str(values["turner"])) if not values["piece"] else {}),
            **values,
        )
        return Output("site", path, html.encode("utf-8"))

    def _tags(self, path: PurePosixPath, turner: str) -> dict[str, Markup]:
        """What a page loads and runs, and the policy that allows that and no more."""
        styles = self._head.styles(path, "module") + self._head.pictures(path, self.course)
        early, live = self._head.early(path), self._head.script(path, "module.js")
        if not self.kit.single_file:
            live = self._head.data(path, f"{self.course.id}.js", told_script(self.told)) + live
        told = told_blocks(self.told) if self.kit.single_file else Markup("")
        allowed = policy(early, styles, live, turner, keeper=not self.kit.single_file)
        return {"policy": allowed, "early": early, "styles": styles, "script": live, "told": told}

    def _words(self) -> dict[str, object]:
        """The words of the page's script. Here one reads a page where a room sees a slide."""
        words = self.kit.words
        again = {"see_again": words("module.quiz.see-again")}
        return {"quiz": {**words.part("quiz"), **again}, "module": words.part("module")}

    def _sheets(self) -> list[tuple[Sheet, list[tuple[str, str]]]]:
        """The take-away sheets that this build makes, each with its paper sizes and their addresses."""
        made = [sheet for sheet in self.course.sheets if self.address("sheet", sheet.id)]
        return [(sheet, [(size, f"../print/{sheet.id}-{size}.pdf") for size in self.kit.papers]) for sheet in made]

    def _drawer(self, page: Page | None) -> ModulePage:
        ways = Ways(self.address, self.asset_address, self.numbers)
        return ModulePage(self.kit, self.course, page, self.terms, ways)

    def _revisions(self) -> dict[str, dict[str, str]]:
        """The revision of every question that is asked on some page, by quiz."""
        asked: dict[str, dict[str, str]] = {}
        for page in self.pages:
            if page.quiz:
                asked.setdefault(page.quiz.id, {}).update(_revisions(page.quiz.questions))
            for slot in slots(page.slides):
                asked.setdefault(slot.quiz.id, {}).update(_revisions(slot.questions))
        return asked

    def _readings(self) -> Iterator[object]:
        for page in self.pages:
            yield from page.slides
            if page.quiz:
                yield page.quiz.questions
        yield tuple(term.text for term in self.course.glossary)

    def _terms_searched(self) -> Iterator[dict[str, str]]:
        page = next((page for page in self.pages if page.kind == "glossary"), None)
        if page:
            yield from (term_entry(term, page) for term in self.course.glossary)


def _revisions(questions: tuple[Question, ...]) -> Iterator[tuple[str, str]]:
    for question in questions:
        yield question.id, question.revision
        if isinstance(question.form, CaseStudy):
            yield from _revisions(question.form.parts)
