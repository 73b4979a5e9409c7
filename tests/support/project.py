"""A project laid down in a folder for one test: files in, courses and findings out."""

from pathlib import Path

from builder.model.course import Course, Lesson
from builder.model.diagnostic import Diagnostic
from builder.pipeline import Loaded, load
from builder.render.memo import Memo

COURSE = """\
title: A course
language: en
objectives:
  - {id: timing, bloom: understand, text: Describe the timing.}
help: {emergency: your local emergency number}
"""
LESSON = "## A slide\n\nWords.\n"
REFERENCES = """\
heise2011:
  type: article-journal
  title: "A source for tests"
  author: [{family: Heise, given: A. M.}]
  issued: {date-parts: [[2011]]}
"""
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><path d="M0 0h40v30z"/></svg>\n'


class Project:
    """`Project(tmp_path).lesson("## A slide").load()`. Every method that lays a file down gives the project back."""

    def __init__(self, root: Path, course: str = COURSE) -> None:
        self.root = root
        self.memory = root / ".memory"
        self.file("slides/c/course.yaml", course)

    def file(self, path: str, content: str | bytes) -> "Project":
        """Lay down one file."""
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return self

    def lesson(self, content: str | bytes = LESSON, name: str = "01-lesson.md") -> "Project":
        """Lay down a lesson of the course."""
        return self.file(f"slides/c/{name}", content)

    def quiz(self, content: str | bytes, name: str = "post-test.yaml") -> "Project":
        """Lay down a quiz of the course."""
        return self.file(f"quizzes/c/{name}", content)

    def source(self) -> "Project":
        """Lay down references.yaml with one source, `heise2011`."""
        return self.file("slides/c/references.yaml", REFERENCES)

    def picture(self, name: str = "img/x.svg") -> "Project":
        """Lay down a small picture."""
        return self.file(f"slides/c/{name}", SVG)

    def load(self) -> Loaded:
        """Load the project, with a memory of its own."""
        memo = Memo(self.memory)
        loaded = load(self.root, memo=memo)
        memo.save()
        return loaded

    def course(self) -> Course:
        """The only course."""
        (course,) = self.load().courses
        return course

    def taught(self) -> Lesson:
        """The only lesson."""
        (lesson,) = self.course().lessons
        return lesson

    def found(self) -> list[str]:
        """The findings, a line each."""
        return [line(finding) for finding in self.load().diagnostics]

    def codes(self) -> list[str]:
        """The findings' codes, in order."""
        return [finding.rule.code for finding in self.load().diagnostics]


def line(finding: Diagnostic) -> str:
    """`file:line:column code message`."""
    return f"{finding.at} {finding.rule.code} {finding.message}"
