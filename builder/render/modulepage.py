"""Blocks, words of the glossary and questions, drawn for one page of a module."""

import re

from markupsafe import Markup

from builder.model.block import QuizSlot
from builder.model.course import Course, Term
from builder.model.quiz import Quiz
from builder.render.draw import Drawer, Ways
from builder.render.kit import Kit
from builder.render.quizform import quiz_form, whole_form
from builder.render.route import Page
from builder.render.terms import Terms

_HERE = re.compile(r'href="#([^"]+)"')
_BEFORE_CITE = re.compile(r"\s+(<cite data-keys=)")


class ModulePage(Drawer):
    """Draws for one page of a module: a lesson is spread over several pages, so `#slide` may stand on another."""

    def __init__(self, kit: Kit, course: Course, page: Page | None, terms: Terms, ways: Ways) -> None:
        listed = page is not None and page.kind == "references"
        ways = ways._replace(cite="#ref-" if listed else "references.html#ref-")
        super().__init__(kit, course, "module", ways, lesson=page.lesson if page else None)
        self._page = page
        self._terms = terms
        self.used: dict[str, Term] = {}

    def termed(self, html: str) -> Markup:
        """Reading text with the glossary's words linked where the page first uses them; `used` gathers them."""
        return self._terms.mark(html, self.used, "glossary.html")

    def whole(self, quiz: Quiz) -> Markup:
        """All questions of a quiz, in the order it puts them. For the post-test the course's own rule stands."""
        rule = self.course.completion
        if quiz.id == rule.quiz:
            quiz = quiz._replace(pass_mark=rule.pass_mark, attempts=rule.attempts or quiz.attempts)
        return whole_form(self, quiz, keys=quiz.mode != "survey" and not quiz.pretest_of)

    def slot(self, block: QuizSlot) -> Markup:
        """Questions answered where they stand, with feedback at once, whatever the quiz's own way is."""
        keys = not self.kit.without_answers
        return quiz_form(self, block.quiz, block.questions, mode="practice", keys=keys)

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
