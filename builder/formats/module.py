"""Self-paced e-learning: a page per section, checks, post-test, evaluation and certificate, for the browser."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import PurePosixPath

from markupsafe import Markup

from builder.model.asset import Asset
from builder.model.block import QuizSlot
from builder.model.course import Course
from builder.model.diagnostic import Diagnostic
from builder.model.output import Output
from builder.model.quiz import CaseStudy, Question, Quiz
from builder.render.asked import asked_questions
from builder.render.draw import Drawer
from builder.render.head import Head
from builder.render.kit import Kit
from builder.render.media import Media
from builder.render.quizform import quiz_form
from builder.render.reading import card, cited, slots
from builder.render.references import numbered
from builder.render.route import Names, Page, places, route
from builder.render.search_index import as_json, entries, script

SEARCH = "search-index.js"
_HERE = re.compile(r'href="#([^"]+)"')
_BEFORE_CITE = re.compile(r"\s+(<cite data-keys=)")


def outputs(course: Course, kit: Kit) -> Iterator[Output | Diagnostic]:
    """All pages of a course's module, the pictures they show, and the files they share."""
    module = Module(course, kit)
    yield module.home()
    for index in range(len(module.pages)):
        yield module.page(index)
    if not kit.single_file:
        yield Output("site", module.folder / SEARCH, script(module.searchable))
    yield from module.files()


class Module:
    """One course's module: where each page is, and how a page is drawn."""

    def __init__(self, course: Course, kit: Kit) -> None:
        words = kit.words
        names = Names(words("module.opening"), words("common.references"), words("module.certificate.title"))
        self.course = course
        self.kit = kit
        self.folder = PurePosixPath(course.id, "learn")
        self.pages = route(course, names, kit.without_answers)
        self._places = places(self.pages)
        self.numbers = numbered(cited(self._readings()))
        self.searchable = entries(self.pages)
        self._head = Head(kit, "site")
        self._media = Media(kit, "site")

    def home(self) -> Output:
        """The course's front page: what it takes, what it teaches, and where to start or go on."""
        drawer = _PageDrawer(self, None)
        return self._output("index", "home", drawer, page=None, minutes=self.minutes, sheets=self._sheets(drawer))

    def page(self, index: int) -> Output:
        """One stop on the way, with the stops before and after it."""
        page = self.pages[index]
        drawer = _PageDrawer(self, page)
        around: dict[str, object] = {
            "before": self.pages[index - 1] if index else None,
            "after": self.pages[index + 1] if index + 1 < len(self.pages) else None,
            "number": sum(1 for earlier in self.pages[: index + 1] if earlier.kind == "section"),
            "of": sum(1 for other in self.pages if other.kind == "section"),
        }
        if page.kind == "section":
            around["cards"] = [card(slide) for slide in page.slides]
        if page.quiz:
            around["quiz"] = page.quiz
            around["form"] = drawer.whole(page.quiz)
        return self._output(page.id, page.kind, drawer, page=page, **around)

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
            "pages": [
                {"id": page.id, "href": page.file, "title": page.title.text, "kind": page.kind} for page in self.pages
            ],
            "completion": asked_for,
            "questions": self._revisions(),
            "search": SEARCH,
        }

    def asset_address(self, asset: Asset) -> str:
        """The address of a picture or film from any page of the module."""
        return self._media.link(self.folder / "index.html", asset)

    def address(self, kind: str, target: str) -> str:
        """The address of a lesson's slide, a quiz or a sheet from a page of the module."""
        if kind == "lesson":
            return self._places.get(target) or self._places.get(target.partition("#")[0], "")
        if kind == "quiz":
            return next((p.file for p in self.pages if p.quiz and p.quiz.id == target.split("#")[0]), "")
        known = "handout" in self.kit.targets and any(sheet.id == target for sheet in self.course.sheets)
        return f"../print/{target}-{self.kit.papers[0]}.pdf" if known else ""

    def _output(self, name: str, kind: str, drawer: "_PageDrawer", **values: object) -> Output:
        path = self.folder / f"{name}.html"
        html = self.kit.templates.get(f"module/{kind}.html").render(
            **drawer.values(),
            kind=kind,
            name=name,
            module=self,
            pages=self.pages,
            styles=self._head.styles(path, "module"),
            script=self._head.script(path, "module.js"),
            facts=_block("lactern-course", self.facts),
            page_words=_block("lactern-words", self._words()),
            search_block=_block("lactern-search", self.searchable) if self.kit.single_file else "",
            **values,
        )
        return Output("site", path, html.encode("utf-8"))

    def _words(self) -> dict[str, object]:
        """The words of the page's script. Here one reads a page where a room sees a slide."""
        words = self.kit.words
        again = {"see_again": words("module.quiz.see-again")}
        return {"quiz": {**words.part("quiz"), **again}, "module": words.part("module")}

    def _sheets(self, drawer: Drawer) -> list[tuple[str, str]]:
        """Titles and addresses of the take-away sheets that this build makes."""
        linked = [(sheet.title, drawer.link("sheet", sheet.id)) for sheet in self.course.sheets]
        return [(title, address) for title, address in linked if address]

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


class _PageDrawer(Drawer):
    """Draws for one page of a module: a lesson is spread over several pages, so `#slide` may stand on another."""

    def __init__(self, module: Module, page: Page | None) -> None:
        super().__init__(
            module.kit,
            module.course,
            "module",
            link=module.address,
            asset_link=module.asset_address,
            numbers=module.numbers,
            lesson=page.lesson if page else None,
            cite_href="#ref-" if page and page.kind == "references" else "references.html#ref-",
        )
        self._page = page

    def whole(self, quiz: Quiz) -> Markup:
        """All questions of a quiz, in the order it puts them. For the post-test the course's own rule stands."""
        rule = self.course.completion
        if quiz.id == rule.quiz:
            quiz = quiz._replace(pass_mark=rule.pass_mark, attempts=rule.attempts or quiz.attempts)
        questions = asked_questions(quiz, quiz.questions)
        return quiz_form(self, quiz, questions, numbered=True, address=self._see, keys=quiz.mode != "survey")

    def slot(self, block: QuizSlot) -> Markup:
        """Questions answered where they stand, with feedback at once, whatever the quiz's own way is."""
        keys = not self.kit.without_answers
        return quiz_form(self, block.quiz, block.questions, mode="practice", address=self._see, keys=keys)

    def _see(self, target: str) -> str:
        return self.link("lesson", target)

    def html(self, html: str) -> str:
        """As for any page, with citation numbers close to their words, and links inside the lesson sent to the page
        where their slide now stands."""
        html = _BEFORE_CITE.sub(r"\1", html)
        if self.lesson and self._page and 'href="#' in html:
            html = _HERE.sub(self._found, html)
        return super().html(html)

    def _found(self, match: re.Match[str]) -> str:
        lesson, page = self.lesson, self._page
        address = self.link("lesson", f"{lesson.id}#{match[1]}") if lesson else ""
        file, _, anchor = address.partition("#")
        if page is None or file == page.file or anchor != match[1]:
            return match[0]
        return f'href="{address}"'


def _revisions(questions: tuple[Question, ...]) -> Iterator[tuple[str, str]]:
    for question in questions:
        yield question.id, question.revision
        if isinstance(question.form, CaseStudy):
            yield from _revisions(question.form.parts)


def _block(id_: str, value: Mapping[str, object] | list[dict[str, str]]) -> Markup:
    return Markup('<script type="application/json" id="{}">{}</script>').format(id_, Markup(as_json(value)))
