"""Questions drawn as one form with what the browser needs beside it: the same for slide, page and quiz."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from markupsafe import Markup

from builder.model.course import Course
from builder.model.quiz import CaseStudy, Question, Quiz
from builder.render.asked import whole
from builder.render.draw import Drawer
from builder.render.quizdata import quiz_data, quiz_script

Address = Callable[[str], str]


def quiz_form(
    drawer: Drawer,
    quiz: Quiz,
    questions: Sequence[Question],
    *,
    mode: str = "",
    keys: bool = True,
    numbered: bool = False,
    spare: Sequence[Question] = (),
    more: Mapping[str, object] | None = None,
) -> Markup:
    """The questions, in the order given, as a `[data-quiz]` container that `mountQuizzes` brings to life.

    `mode` is `practice`, `exam`, `survey`, `deck` or `poll`; empty means the quiz's own. A test's questions that stand
    by themselves in a text are not handed in, so what would be told at the end is told at once. `spare` are questions
    that a later attempt may draw; `more` goes into the data block as it is.
    """
    if mode and mode != quiz.mode and quiz.feedback == "end":
        quiz = quiz._replace(feedback="immediate")
    mode = mode or quiz.mode
    drawn, kept = (
        [
            drawer.question(question, quiz, mode, number=index if numbered else 0)
            for index, question in enumerate(some, 1)
        ]
        for some in (questions, spare)
    )
    every = (*questions, *spare)
    data = quiz_data(
        quiz,
        every,
        drawer.prose,
        partial(drawer.link, "lesson"),
        mode=mode,
        keys=keys,
        objectives=_objectives(drawer.course, every) if mode in ("practice", "exam") else None,
    )
    template = drawer.kit.templates.get("question/_quiz.html", drawer.format)
    script = quiz_script({**data, **(more or {})})
    return Markup(template.render(**drawer.values() | {
        "quiz": quiz, "mode": mode, "drawn": drawn, "spare": kept, "script": script
    }))  # fmt: skip


def whole_form(drawer: Drawer, quiz: Quiz, *, keys: bool = True) -> Markup:
    """A quiz on a page of its own: what it asks first, what a further attempt may draw, and where to read again."""
    course = drawer.course
    questions = whole(quiz)
    pools = {pool for pool, _ in quiz.draws[quiz.ask].picks} if quiz.ask in quiz.draws else set()
    again = quiz.retry != "none" and quiz.attempts != 1
    spare = [q for q in quiz.questions if q.pool in pools and q not in questions] if again else []
    more: dict[str, object] = {"whole": True, "bank": [q.id for q in quiz.questions if q in questions or q in spare]}
    if pools:
        more["ask"] = {"name": quiz.ask, "picks": quiz.draws[quiz.ask].picks}
        more["pools"] = {q.id: q.pool for q in (*questions, *spare)}
    if quiz.pretest_of:
        more["pretest_of"] = quiz.pretest_of
    pretest = next((one.id for one in course.quizzes.values() if one.pretest_of == quiz.id), "")
    if pretest:
        more["pretest"] = pretest
    if keys:
        more["study"] = study(course, (*questions, *spare), partial(drawer.link, "lesson"))
    return quiz_form(drawer, quiz, questions, keys=keys, numbered=True, spare=spare, more=more)


def study(course: Course, questions: Sequence[Question], address: Address) -> dict[str, object]:
    """Where to read again: by question the slide that it names, by objective the sections that serve it.

    Places as `[words, address]`; a case's parts that name no slide have the case's.
    """
    titles = {f"{lesson.id}#{slide.id}": slide.title.text for lesson in course.lessons for slide in lesson.slides}
    slides: dict[str, list[str]] = {}
    for question in questions:
        parts = question.form.parts if isinstance(question.form, CaseStudy) else ()
        for one in (question, *parts):
            see = one.see or question.see
            if (title := titles.get(see)) and (href := address(see)):
                slides[one.id] = [title, href]
    aims = _objectives(course, questions)
    return {"questions": slides, "objectives": {aim: list(_sections(course, aim, address)) for aim in aims}}


def _sections(course: Course, objective: str, address: Address) -> Iterator[list[str]]:
    for lesson in course.lessons:
        for section in lesson.sections:
            serves = objective in section.objectives or any(objective in slide.objectives for slide in section.slides)
            href = address(f"{lesson.id}#{section.id}") if serves else ""
            if href:
                yield [section.title.text, href]


def _objectives(course: Course, questions: Sequence[Question]) -> dict[str, str]:
    """The words of the objectives these questions test, for the result."""
    parts = [part for q in questions if isinstance(q.form, CaseStudy) for part in q.form.parts]
    wanted = {question.objective for question in (*questions, *parts)}
    return {one.id: one.text for one in course.objectives if one.id in wanted}
