"""A drawn set of questions: the same for a course and a quiz, on screen and on paper."""

from builder.model.quiz import Question, Quiz
from builder.render.shuffle import shuffled


def drawn(quiz: Quiz, name: str) -> tuple[Question, ...]:
    """So many questions from each pool as the draw of that name says, in the quiz's own order. The quiz's seed
    decides which."""
    chosen: set[str] = set()
    for pool, pick in quiz.draws[name].picks:
        there = [q.id for q in quiz.questions if q.pool == pool and q.id not in chosen]
        chosen.update(shuffled(there, f"{quiz.seed}/{name}/{pool}")[:pick])
    return tuple(q for q in quiz.questions if q.id in chosen)
