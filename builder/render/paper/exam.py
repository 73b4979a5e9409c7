"""A test on paper, and its key: the same shuffle as on the screen."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from markupsafe import Markup

from builder.model.course import Course
from builder.model.prose import NOTHING, Prose
from builder.model.quiz import CaseStudy, Poll, Question, Quiz
from builder.render.asked import asked, seed_of, whole
from builder.render.kit import Kit
from builder.render.paper.answers import Answer, answer
from builder.render.paper.cites import cited
from builder.render.paper.draw import PaperDrawer
from builder.render.paper.leaf import Leaf
from builder.render.references import numbered


class Keyed(NamedTuple):
    """A question in the key. `number` is as on the paper; the parts of a case have a letter."""

    number: str
    question: Question
    stem: Markup
    answer: Answer
    why: Markup
    expect: Markup
    objective: str
    see: str


def question_paper(kit: Kit, course: Course, quiz: Quiz, paper: str) -> str:
    """What is handed out: questions with boxes, lines and places to fill in, and no answers."""
    leaf = Leaf(kit, course, paper, "paper")
    drawer = PaperDrawer(kit, course, "handout", {}, leaf.paint, linked=False).below(2)
    questions = whole(quiz)
    body = kit.templates.get("handout/paper.html").render(**drawer.values(), quiz=quiz, questions=questions)
    title = kit.words("handout.paper-title", title=quiz.title)
    return leaf.html(title, body, left=f"{course.title} · {quiz.title}", foot=_seed(kit, quiz))


def answer_key(kit: Kit, course: Course, quiz: Quiz, paper: str) -> str:
    """For the presenter: right answers, why each option is right or not, objective, slide and sources."""
    leaf = Leaf(kit, course, paper, "key")
    questions = whole(quiz)
    numbers = numbered(key for key in cited(questions, "handout") if key in course.references)
    drawer = PaperDrawer(kit, course, "handout", numbers, leaf.paint).below(2)
    keyed = tuple(_keyed(drawer, course, quiz, questions))
    template = kit.templates.get("handout/key.html")
    body = template.render(**drawer.values(), quiz=quiz, count=len(questions), keyed=keyed, seed=_seed(kit, quiz))
    title = kit.words("handout.key-title", title=quiz.title)
    return leaf.html(title, body, left=f"{course.title} · {title}", foot=_seed(kit, quiz))


def handed_out(course: Course) -> Iterator[Quiz]:
    """All that is printed of a course's quizzes, in the order in which a room gets it: what is asked before the course,
    the tests, and last what people are asked about the course itself."""
    ranked = sorted(course.quizzes.values(), key=lambda quiz: (quiz.mode == "survey", not quiz.pretest_of))
    for quiz in ranked:
        yield from versions(quiz)


def versions(quiz: Quiz) -> tuple[Quiz, ...]:
    """What is printed of a quiz: what it asks as a whole, and each of its other draws by itself, with the questions and
    the order that the screen puts them in."""
    others = (name for name in quiz.draws if name != quiz.ask)
    return (quiz, *(_draw_alone(quiz, name) for name in others))


def _draw_alone(quiz: Quiz, name: str) -> Quiz:
    """A draw as a quiz of its own. What the quiz says of the whole, its introduction and pass mark, is not true of a
    part. The seed stays, and with it the choice and the shuffle of options; questions stand in the quiz's own order, as
    they do where a lesson asks a draw."""
    return quiz._replace(
        id=f"{quiz.id}-{name}", title=f"{quiz.title} · {name}", intro=NOTHING, pass_mark=0,
        ask=name, seed=seed_of(quiz), draws={name: quiz.draws[name]}, shuffle_questions=False,
    )  # fmt: skip


def has_paper(quiz: Quiz) -> bool:
    """Whether a quiz is handed out: shows of hands are not."""
    return bool(quiz.questions) and not all(isinstance(question.form, Poll) for question in quiz.questions)


def has_key(quiz: Quiz) -> bool:
    """Whether there is something for the presenter to know: an answer, or what to expect."""
    return quiz.mode != "survey" or any(isinstance(q.form, Poll) and q.form.expect.html for q in quiz.questions)


def _seed(kit: Kit, quiz: Quiz) -> str:
    return kit.words("handout.seed", seed=seed_of(quiz))


def _keyed(drawer: PaperDrawer, course: Course, quiz: Quiz, questions: Iterable[Question]) -> Iterator[Keyed]:
    for number, question in enumerate(questions, start=1):
        parts = question.form.parts if isinstance(question.form, CaseStudy) else (question,)
        for letter, part in zip("abcdefghijklmnopqrstuvwxyz", parts, strict=False):
            drawer.within(f"{question.id}-{part.id}")
            stem = drawer.prose(part.stem)
            if part is not question:
                story = Markup('<span class="key-story">{}</span> ').format(drawer.prose(question.stem))
                stem = story + stem if letter == "a" else stem
            shown = f"{number}{letter}" if len(parts) > 1 else str(number)
            yield Keyed(
                shown, question if question.must_pass else part, stem, answer(drawer, asked(quiz, part)),
                drawer.prose(part.explain), drawer.prose(_expected(part)),
                _objective(course, part.objective or question.objective), _seen(course, part.see or question.see),
            )  # fmt: skip


def _expected(question: Question) -> Prose:
    return question.form.expect if isinstance(question.form, Poll) else NOTHING


def _objective(course: Course, wanted: str) -> str:
    return next((aim.text for aim in course.objectives if aim.id == wanted), "")


def _seen(course: Course, see: str) -> str:
    """The title of the slide to look at again."""
    lesson, _, slide = see.partition("#")
    found = (s for one in course.lessons if one.id == lesson for s in one.slides if s.id == slide)
    return next((s.title.text for s in found), "")
