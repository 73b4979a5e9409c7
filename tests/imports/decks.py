"""What the tests of slides share: the lesson that was brought, what was lost, and what the reader finds wrong."""

from pathlib import Path

from builder.imports.imported import Imported
from builder.imports.project import relinked
from support.project import SVG, Project


def text_of(brought: Imported) -> str:
    """The one lesson."""
    (lesson,) = brought.lessons
    return lesson.text


def losses(brought: Imported) -> str:
    """All losses, each with its line."""
    return "\n".join(f"{one.line}: {one.what}" for one in brought.lost)


def headings(brought: Imported) -> list[str]:
    """Where sections and slides begin, code left out."""
    lines, fenced = [], False
    for line in text_of(brought).split("\n---\n", 1)[1].split("\n"):
        fenced ^= line.lstrip().startswith("```")
        if not fenced and (line.startswith(("# ", "## ")) or line == "---"):
            lines.append(line)
    return lines


def errors(tmp_path: Path, brought: Imported) -> list[str]:
    """What the reader finds wrong with the lesson, its pictures beside it."""
    project = Project(tmp_path).lesson(relinked(text_of(brought), {}))
    for name in brought.looked_for.values():
        project.file(f"slides/c/{name}", SVG)
    for name, data in brought.pictures.items():
        project.file(f"slides/c/{name}", data)
    found = project.load().diagnostics
    return [f"{d.at.line} {d.rule.code} {d.message}" for d in found if d.rule.severity == "error"]
