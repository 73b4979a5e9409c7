"""What the tests of imported questions look at."""

from pathlib import Path

from builder.imports.imported import Imported, Question
from builder.imports.project import quiz_text
from builder.model.diagnostic import Diagnostic
from support.project import Project


def questions(brought: Imported) -> list[Question]:
    """The questions of the one quiz."""
    (quiz,) = brought.quizzes
    return list(quiz.questions)


def texts(question: Question) -> list[str]:
    """The options' texts."""
    return [option["text"] for option in question["options"]]


def rights(question: Question) -> list[bool]:
    """Which options are right."""
    return [option.get("correct", False) for option in question["options"]]


def losses(brought: Imported) -> str:
    """All that was lost, as text."""
    return "\n".join(f"{one.line}: {one.what}" for one in brought.lost)


def builds(tmp_path: Path, brought: Imported) -> list[Diagnostic]:
    """What the reader finds wrong with the quizzes as written out: nothing, if the import is right."""
    project = Project(tmp_path).lesson()
    for number, quiz in enumerate(brought.quizzes):
        project.quiz(quiz_text(quiz), f"q{number}.yaml")
    for name, data in brought.pictures.items():
        project.file(f"slides/c/{name}", data)
    found = project.load().diagnostics
    return [d for d in found if d.rule.severity == "error" and d.at.file.startswith("quizzes/")]
