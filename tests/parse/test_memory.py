"""What is remembered of earlier builds never shows: a course read with a full memory is the one read with none."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from builder.pipeline import load
from builder.render.memo import Memo
from support.project import COURSE, REFERENCES, SVG, Project

QUIZ = "title: Q\nquestions: [{id: onset, type: reflection, stem: When?}]\n"
EDITS = [
    ("slides/c/01-one.md", '## One {#a}\n\n"Said" [@heise2011] MER.\n\n![A](x.svg)\n\n{{< quiz post-test#onset >}}\n'),
    ("slides/c/01-one.md", "## One\n\n[two](02-two.md#b)\n\n{{< include _p.md >}}\n"),
    ("slides/c/01-one.md", "## One\n\n::: {.quiz #own}\nWhich?\n\n- [x] A\n- [ ] B\n:::\n\n[@nobody]\n"),
    ("slides/c/02-two.md", '---\ntitle: Two\n---\n\n## Two {#b}\n\n"Said" again.\n'),
    ("slides/c/02-two.md", "---\nid: other\ntitle: Two\n---\n\n## Two {#c}\n\n{{< include _p.md >}}\n"),
    ("slides/c/01-one.md", '## One\n\n{{< source file="sheets/s.md" >}}\n\n{{< source file="02-two.md" >}}\n'),
    ("slides/c/01-one.md", '## One {#a}\n\n::: example\n{{< source slide="a" >}}\n\n{{< include _p.md >}}\n:::\n'),
    ("slides/c/01-one.md", '## One\n\n{{< source quiz="post-test" >}}\n\n{{< source file="course.yaml" >}}\n'),
    ("slides/c/sheets/s.md", "# A sheet\n\nWords.\n"),
    ("slides/c/sheets/s.md", "# A sheet\n\nOther words.\n"),
    ("slides/c/_p.md", '{{< source file="sheets/s.md" >}}\n'),
    ("slides/c/_p.md", "*A piece.*\n"),
    ("slides/c/_p.md", 'A "piece" {.left}.\n'),
    ("slides/c/x.svg", SVG),
    ("slides/c/x.svg", SVG.replace("40", "80")),
    ("slides/c/x.svg", ""),
    ("quizzes/c/post-test.yaml", QUIZ),
    ("quizzes/c/post-test.yaml", QUIZ.replace("When?", "'\"When\" [@heise2011]?'")),
    ("quizzes/c/post-test.yaml", QUIZ.replace("onset", "start")),
    ("slides/c/course.yaml", COURSE),
    ("slides/c/course.yaml", COURSE.replace("language: en", "language: de")),
    ("slides/c/course.yaml", COURSE.replace("timing", "course")),
    ("slides/c/course.yaml", COURSE + "lessons: [02-two, 01-one]\n"),
    ("slides/c/glossary.yaml", "- {term: MER, text: '\"Said\" [@heise2011]'}\n"),
    ("slides/c/glossary.yaml", "- {term: Words, text: Said.}\n- {term: words, text: Said.}\n"),
    ("slides/c/references.yaml", REFERENCES),
    ("slides/c/references.yaml", REFERENCES.replace("heise2011", "nobody")),
]  # fmt: skip


def edit(words: str) -> tuple[str, str]:
    """The first edit that holds these words."""
    return next(one for one in EDITS if words in f"{one[0]}, {one[1]}")


@settings(max_examples=settings.default.max_examples // 4)
@given(st.lists(st.lists(st.sampled_from(EDITS), min_size=1, max_size=3), min_size=2, max_size=5))
@example([[EDITS[1], edit("Two {#b}")], [edit("id: other")]])  # another lesson's id changes
@example([[EDITS[0]], [edit("language: de")]])  # the language changes, and with it the quotation marks
@example([[edit("sheets/s.md"), edit("\n\nWords.")], [edit("Other words")]])  # a sheet that a lesson shows lines of
def test_memory_never_shows(rounds: list[list[tuple[str, str]]]) -> None:
    """After any edits, a warm load and a cold one give the same courses and the same findings."""
    with tempfile.TemporaryDirectory() as folder:
        project = Project(Path(folder)).lesson("## One\n\nWords.\n", "01-one.md")
        for edits in rounds:
            for path, content in edits:
                project.file(path, content)
            assert project.load() == load(project.root, memo=Memo(None))


def test_damaged_memory(project: Project) -> None:
    """A memory that was cut off or overwritten is no harm: what it held is made again."""
    before = project.lesson("## One\n\n*Words.*\n").load()
    for damage in (lambda data: data[:7], lambda data: data[:-1], lambda _: b"nonsense", lambda _: b""):
        kept = [file for file in project.memory.rglob("*") if file.is_file()]
        assert kept
        for file in kept:
            file.write_bytes(damage(file.read_bytes()))
        assert project.load() == before


def test_read_only_project(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that cannot be written to is no reason to fail."""
    project.lesson()

    def denied(*_: object, **__: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(Path, "write_bytes", denied)
    monkeypatch.setattr(Path, "mkdir", denied)
    assert project.found() == []
