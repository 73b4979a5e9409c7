"""Cards A to D for a show of hands: a letter, a shape and a pattern each, told apart across a room and in grey."""

from builder.model.course import Course
from builder.model.quiz import Poll
from builder.render.kit import Kit
from builder.render.paper.leaf import Leaf


def cards(kit: Kit, course: Course, paper: str) -> str:
    """Two cards to a page, as many as the course's polls have options (four at least)."""
    polls = [q.form for quiz in course.quizzes.values() for q in quiz.questions if isinstance(q.form, Poll)]
    count = max(4, *(len(poll.options) for poll in polls)) if polls else 4
    leaf = Leaf(kit, course, paper, "cards")
    title = kit.words("handout.cards-title", title=course.title)
    body = kit.templates.get("handout/cards.html").render(
        title=title, words=kit.words, letters=kit.words("quiz.letters")[:count]
    )
    shorter = "@page{margin-top:15mm;margin-bottom:15mm}" if paper == "letter" else ""
    return leaf.html(title, body, left=course.title, rules=shorter)


def has_polls(course: Course) -> bool:
    """Whether there is anything to hold a card up for."""
    return any(isinstance(q.form, Poll) for quiz in course.quizzes.values() for q in quiz.questions)
