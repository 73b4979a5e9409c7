"""Questions drawn as one form with what the browser needs beside it: the same for slide, page and quiz."""

from collections.abc import Callable, Sequence

from markupsafe import Markup

from builder.model.quiz import CaseStudy, Question, Quiz
from builder.render.draw import Drawer
from builder.render.quizdata import quiz_data, quiz_script


def quiz_form(
    drawer: Drawer,
    quiz: Quiz,
    questions: Sequence[Question],
    *,
    mode: str = "",
    keys: bool = True,
    numbered: bool = False,
    address: Callable[[str], str] = lambda see: "",
) -> Markup:
    """The questions, in the order given, as a `[data-quiz]` container that `mountQuizzes` brings to life.

    `mode` is `practice`, `exam`, `survey`, `deck` or `poll`; empty means the quiz's own.
    """
    mode = mode or quiz.mode
    drawn = [
        drawer.question(question, quiz, mode, number=index if numbered else 0)
        for index, question in enumerate(questions, start=1)
    ]
    data = quiz_data(
        quiz,
        questions,
        drawer.prose,
        address,
        mode=mode,
        keys=keys,
        objectives=_objectives(drawer, questions) if mode in ("practice", "exam") else None,
    )
    template = drawer.kit.templates.get("question/_quiz.html", drawer.format)
    values = drawer.values() | {"quiz": quiz, "mode": mode, "drawn": drawn, "script": quiz_script(data)}
    return Markup(template.render(**values))


def _objectives(drawer: Drawer, questions: Sequence[Question]) -> dict[str, str]:
    """The words of the objectives these questions test, for the result."""
    parts = [part for q in questions if isinstance(q.form, CaseStudy) for part in q.form.parts]
    wanted = {question.objective for question in (*questions, *parts)}
    return {one.id: one.text for one in drawer.course.objectives if one.id in wanted}
