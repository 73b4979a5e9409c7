"""Whatever lies in a project: it works or is reported, and never brings the builder down."""

# ruff: noqa: E501 -- tables and examples: one row, one line

import os
import struct
import subprocess
import sys
import time
import zlib
from pathlib import Path

import pytest

from builder.pipeline import load
from support.project import COURSE, LESSON, SVG, Project, line

QUIZ = """\
title: Post-test
questions:
  - id: onset
    type: single
    stem: When?
    options:
      - {text: Now, correct: true}
      - {text: Later}
"""


def png(size: int = 0) -> bytes:
    """A PNG of 3 × 2 pixels, made `size` bytes longer."""
    head = struct.pack(">IIBBBBB", 3, 2, 8, 2, 0, 0, 0)
    rows = zlib.compress(b"\0" * (1 + 9) * 2)
    chunks = [(b"IHDR", head), (b"IDAT", rows), (b"tEXt", b"a\0" + b"x" * size), (b"IEND", b"")]
    body = b"".join(struct.pack(">I", len(d)) + t + d + struct.pack(">I", zlib.crc32(t + d)) for t, d in chunks)
    return b"\x89PNG\r\n\x1a\n" + body


LESSONS = [
    ("empty file", b"", ["L117"]),
    ("only spaces", b" \n \n", ["L117"]),
    ("front matter alone", b"---\ntitle: A\n---\n", ["L117"]),
    ("front matter never closed", b"---\ntitle: A\n## B\n", ["S108"]),
    ("three hyphens and no more", b"---", ["S108"]),
    ("latin-1", "## Caf\xe9\n".encode("latin-1"), ["S101"]),
    ("UTF-16 with its mark", "## Caf\xe9\n".encode("utf-16"), []),
    ("UTF-16 cut short", "## Caf\xe9\n".encode("utf-16")[:-1], ["S101"]),
    ("UTF-16 without a mark", "## Caf\xe9\n".encode("utf-16-le"), ["S101"]),
    ("byte-order mark", b"\xef\xbb\xbf---\ntitle: A\n---\n## B\n", []),
    ("byte-order mark, then latin-1", b"\xef\xbb\xbf## Caf\xe9\n", ["S101"]),
    ("CRLF", b"---\r\ntitle: A\r\n---\r\n\r\n## B\r\n\r\n::: notes\r\nx\r\n:::\r\n", []),
    ("old Mac line ends", b"---\rtitle: A\r---\r## B\r", []),
    ("NUL bytes", b"## A\n\nb\0c\n", ["S101"]),
    ("NUL bytes after old Mac line ends", b"## A\r\rb\0c\r", ["S101"]),
    ("control characters", b"## A\n\nb\x01\x02\x03\x1b[0m\n", []),
    ("10,000 nested blocks", b"## A\n\n" + b"::: {.x}\n" * 10_000 + b"y\n" + b":::\n" * 10_000, ["S111"]),
    ("10,000 open blocks", b"## A\n\n" + b"::: {.x}\n" * 10_000, None),
    ("100,000 brackets", b"## A\n\n" + b"[" * 100_000, ["S111"]),
    ("100,000 brackets in a heading", b"## " + b"[" * 100_000, None),
    ("100,000 picture signs", b"## A\n\n" + b"![" * 100_000, ["S111"]),
    ("50,000 angle brackets", b"## A\n\n" + b"<" * 50_000, ["S111"]),
    ("hyphens in a row", b"## A\n\n" + b"- " * 1_000 + b"\n", None),
    ("a list 2,000 deep", b"## A\n\n" + b"".join(b"  " * n + b"- x\n" for n in range(2_000)), ["S111"]),
    ("quotations 5,000 deep", b"## A\n\n" + b"> " * 5_000 + b"x\n", ["S111"]),
    ("a line of a million letters", b"## A\n\n" + b"x" * 1_000_000, []),
    ("a line of a million spaces", b"## A\n\nb" + b" " * 1_000_000 + b"c", []),
    ("a heading of 10,000 spaces", b"## A" + b" " * 10_000 + b"c", None),
    ("colons and 100,000 spaces", b"## A\n\n::: x" + b" " * 100_000 + b"c", None),
    ("100,000 words", b"## A\n\n" + b"word " * 100_000, []),
    ("entities that are none", b"## A\n\n&bogus; &#xFFFFFFFF; &#0;\n", []),
    ("unknown key", b"---\ntitel: A\n---\n## B\n", ["S104"]),
    ("settings that are a list", b"---\n- a\n---\n## B\n", ["S105"]),
    ("settings that are a word", b"---\na\n---\n## B\n", ["S105"]),
    ("missing picture", b"## A\n\n![A](img/none.png)\n", ["L115"]),
    ("picture outside", b"## A\n\n![A](../../secret.png)\n", ["S113"]),
    ("picture at the root", b"## A\n\n![A](/etc/passwd.png)\n", ["S113"]),
    ("picture at a drive", b"## A\n\n![A](C:/x.png)\n", ["S113"]),
    ("link outside", b"## A\n\n[b](../../../etc/passwd)\n", ["S113"]),
    ("link outside, disguised", b"## A\n\n[b](%2e%2e/%2e%2e/x)\n", ["S113"]),
    ("include outside", b"## A\n\n{{< include ../../x.md >}}\n", ["S113"]),
    ("include at the root", b"## A\n\n{{< include /etc/passwd >}}\n", ["S113"]),
    ("include of nothing", b"## A\n\n{{< include >}}\n", ["L106"]),
    ("video of nothing", b"## A\n\n{{< video >}}\n", ["L115"]),
    ("quiz of nothing", b"## A\n\n{{< quiz >}}\n", ["L113"]),
    ("include of itself", b"## A\n\n{{< include 01-lesson.md >}}\n", ["L107"]),
    ("doubled id", b"## A {#x}\n\n## B {#x}\n", ["L109"]),
    ("maths that is none", b"## A\n\n$\\frac{a$ and $\\begin{x}$\n", []),
    ("a time beyond all measure", b"## A {time=" + b"9" * 3_000 + b"m}\n", ["L112"]),
    ("a long time", b"## A {time=" + b"9" * 400 + b"s}\n", ["L112"]),
    ("a title of signs", b"## !!!\n\n## ???\n", []),
    ("an open comment", b"## A\n\n<!-- b\n\n## C\n", ["L123"]),
]


@pytest.mark.parametrize(("content", "codes"), [row[1:] for row in LESSONS], ids=[row[0] for row in LESSONS])
def test_lesson(project: Project, content: bytes, codes: list[str] | None) -> None:
    """A bad lesson gives its findings, or a course, and never an exception; it takes no more than a few seconds."""
    began = time.monotonic()
    found = project.lesson(content).load().diagnostics
    assert time.monotonic() - began < 20
    if codes is not None:
        assert [finding.rule.code for finding in found] == codes
    assert all(finding.hint for finding in found)


YAMLS = [
    ("empty", "", ["S106", "S106"]),
    ("only a comment", "# nothing\n", ["S106", "S106"]),
    ("a list", "- a\n", ["S105"]),
    ("a word", "a\n", ["S105"]),
    ("a colon in a text", "title: a: b\nlanguage: en\n", ["S102"]),
    ("a tab", "title: a\n\tlanguage: en\n", ["S102"]),
    ("an open quote", 'title: "a\nlanguage: en\n', ["S102"]),
    ("two documents", "title: a\nlanguage: en\n---\ntitle: b\n", ["S102"]),
    ("a control character", "title: a\x07\nlanguage: en\n", ["S102"]),
    ("an alias bomb", "a: &a [x]\nb: &b [*a,*a]\nc: &c [*b,*b]\n", ["S109"] * 7),
    ("an alias to itself", "title: &a [*a]\n", ["S109", "S109"]),
    ("an unknown alias", "title: *nobody\n", ["S109"]),
    ("a tag that runs code", "title: !!python/object/apply:os.system [id]\n", ["S109"]),
    ("a doubled key", "title: a\ntitle: b\nlanguage: en\n", ["S103"]),
    ("an unknown key", "title: a\nlanguage: en\nlanguag: de\n", ["S104"]),
    ("a mapping as a key", "title: a\nlanguage: en\n{a: b}: c\n", ["S105"]),
    ("a list as a key", "title: a\nlanguage: en\n? [a]\n: c\n", ["S105"]),
    ("numbers as ids", "title: a\nlanguage: en\nobjectives: [{id: 1, text: A}, {id: 2.5, text: B}]\n", []),
    ("nothing written", "title:\nlanguage: en\n", ["S105"]),
    ("a mark with a line end", 'title: a\nlanguage: en\ncompletion: {pass: "80%\\n"}\n', ["S110"]),
    ("an id of two lines", "title: a\nlanguage: en\ntheme: |\n  calm\n", ["S110"]),
    ("a number without bounds", "title: a\nlanguage: en\ncredit: {minutes: " + "9" * 400 + "}\n", ["S105"]),
    ("an unknown lesson", "title: a\nlanguage: en\nlessons: [nope]\n", ["C104"]),
    ("the flow of 100,000 brackets", "title: " + "[" * 100_000, ["S111"]),
    ("100,000 hyphens", "title:\n  " + "- " * 100_000 + "a\n", ["S111"]),
    ("100,000 hyphens set apart", "title:\n  " + "-   " * 100_000 + "a\n", ["S111"]),
    ("100,000 questions marks", "? " * 100_000 + "a\n", ["S111"]),
    ("1,000 levels of indentation", "".join(" " * n + "a:\n" for n in range(1_000)), ["S111"]),
    ("100,000 braces", "title: " + "{a: " * 100_000, ["S111"]),
    ("a million letters", "title: " + "a" * 1_000_000 + "\nlanguage: en\n", []),
    ("half-open intervals", "title: a\nlanguage: en\naudience:\n" + "  - from [0 to 5[\n" * 100, []),
]


@pytest.mark.parametrize(("content", "codes"), [row[1:] for row in YAMLS], ids=[row[0] for row in YAMLS])
def test_course_yaml(tmp_path: Path, content: str, codes: list[str]) -> None:
    """A bad course.yaml gives its findings; in a process of its own, for the YAML reader is C and could crash."""
    Project(tmp_path, content).lesson()
    code = "import sys; from pathlib import Path; from builder.pipeline import load; "
    code += "print(*(d.rule.code for d in load(Path(sys.argv[1])).diagnostics))"
    run = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, timeout=60, check=False,
        cwd=Path(__file__).parents[2], env={**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache")},
    )  # fmt: skip
    assert run.returncode == 0, run.stderr[-2000:]
    assert [c for c in run.stdout.split() if c != "C103"] == codes


QUIZZES = [
    ("empty", "", ["S106", "S106"]),
    ("no questions", "title: A\nquestions: []\n", ["S110"]),
    ("questions that are null", "title: A\nquestions:\n", ["S105"]),
    ("a question that is a word", "title: A\nquestions: [what]\n", ["S105"]),
    ("a question without a type", "title: A\nquestions: [{id: a, stem: B}]\n", ["S106"]),
    ("a question of a list as type", "title: A\nquestions: [{id: a, type: [b], stem: B}]\n", ["S106"]),
    ("an unknown type", "title: A\nquestions: [{id: a, type: singel, stem: B}]\n", ["S107"]),
    ("numbers as ids", QUIZ.replace("onset", "1"), []),
    ("a doubled question", QUIZ + QUIZ.split("questions:\n")[1], ["L109"]),
    ("an infinite number", "title: A\nquestions: [{id: a, type: numeric, stem: B, answer: {value: .inf}}]\n", ["S110"]),
    ("no number", "title: A\nquestions: [{id: a, type: numeric, stem: B, answer: {value: NaN}}]\n", ["S110"]),
    ("an endless number", "title: A\nquestions: [{id: a, type: numeric, stem: B, answer: {value: 1e99999999}}]\n", ["S110"]),
    ("endless points", QUIZ.replace("type: single", "type: single\n    points: 1e999"), ["S105"]),
    ("a cloze without a gap", "title: A\nquestions: [{id: a, type: cloze, stem: B, text: C}]\n", ["Q101"]),
    ("a cloze with an empty gap", "title: A\nquestions: [{id: a, type: cloze, stem: B, text: 'C [[ ]]'}]\n", ["Q101"]),
    ("a scale upside down", "title: A\nquestions: [{id: a, type: scale, stem: B, from: 5, to: 1}]\n", ["Q101"]),
    ("an option of nothing", QUIZ.replace("{text: Later}", "{}"), ["S106"]),
]  # fmt: skip


@pytest.mark.parametrize(("content", "codes"), [row[1:] for row in QUIZZES], ids=[row[0] for row in QUIZZES])
def test_quiz(project: Project, content: str, codes: list[str]) -> None:
    """A bad quiz gives its findings, each in the quiz's file."""
    found = project.lesson().quiz(content).load().diagnostics
    assert [finding.rule.code for finding in found] == codes
    assert {finding.at.file for finding in found} <= {"quizzes/c/post-test.yaml"}


def test_no_slides_folder(tmp_path: Path) -> None:
    """A folder without slides/ is no project, and that is said."""
    assert [d.rule.code for d in load(tmp_path).diagnostics] == ["C101"]


def test_slides_is_a_file(tmp_path: Path) -> None:
    """A file named slides is no folder of courses."""
    (tmp_path / "slides").write_text("x")
    assert [d.rule.code for d in load(tmp_path).diagnostics] == ["C101"]


def test_no_course_yaml(tmp_path: Path) -> None:
    """Lessons without a course.yaml are loaded, and the missing file is said."""
    project = Project(tmp_path).lesson()
    (tmp_path / "slides/c/course.yaml").unlink()
    assert project.found() == ["slides/c/course.yaml:1:1 C102 slides/c has no course.yaml"]


def test_folder_named_like_a_lesson(project: Project) -> None:
    """A folder x.md is a folder, not a lesson."""
    project.lesson().file("slides/c/x.md/inside.txt", "x")
    assert project.found() == []
    assert len(project.course().lessons) == 1


def test_two_lessons_of_one_id(project: Project) -> None:
    """Files whose ids are the same are reported, the first of them named."""
    project.lesson(LESSON, "01-a.md").lesson(LESSON, "02-a.md")
    assert project.found() == ["slides/c/02-a.md:1:1 C105 “a” is the id of slides/c/01-a.md too"]


def test_include_circle(project: Project) -> None:
    """Pieces that include one another are reported where the circle closes."""
    project.lesson("## A\n\n{{< include _a.md >}}\n")
    project.file("slides/c/_a.md", "x\n\n{{< include _b.md >}}\n").file("slides/c/_b.md", "{{< include _a.md >}}\n")
    (only,) = project.found()
    assert only.startswith("slides/c/_b.md:1:1 L107 ")
    assert "slides/c/_a.md → slides/c/_b.md → slides/c/_a.md" in only


def test_include_chain(project: Project) -> None:
    """A chain of a thousand includes is cut off with a finding."""
    project.lesson("## A\n\n{{< include _0.md >}}\n")
    for number in range(1_000):
        project.file(f"slides/c/_{number}.md", f"{{{{< include _{number + 1}.md >}}}}\n")
    assert project.codes() == ["S111"]


def test_include_bomb(project: Project) -> None:
    """Pieces that each include the next one twice are cut off, long before they fill the memory."""
    project.lesson("## A\n\n{{< include _0.md >}}\n")
    for number in range(25):
        project.file(f"slides/c/_{number}.md", f"{{{{< include _{number + 1}.md >}}}}\n" * 2)
    project.file("slides/c/_25.md", "Boom.\n")
    assert set(project.codes()) == {"S111"}


@pytest.mark.skipif(sys.platform != "linux", reason="names are text here")
def test_name_that_is_no_text(project: Project) -> None:
    """A file whose name is no UTF-8 is reported, and the rest is read."""
    project.lesson()
    with open(os.fsencode(project.root) + b"/slides/c/02-\xff.md", "wb") as file:  # noqa: PTH123 -- a name in bytes
        file.write(b"## B\n")
    assert project.codes() == ["S113"]
    assert len(project.course().lessons) == 1


def test_links_that_leave(project: Project, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Symbolic links out of the project, or in a circle, are not followed and are said."""
    secret = tmp_path_factory.mktemp("elsewhere") / "secret.md"
    secret.write_text("## Secret\n")
    project.lesson()
    (project.root / "slides/c/02-secret.md").symlink_to(secret)
    (project.root / "slides/c/03-round").symlink_to(project.root / "slides")
    (project.root / "slides/c/04-self.md").symlink_to(project.root / "slides/c/04-self.md")
    (project.root / "slides/c/05-dangling.md").symlink_to(project.root / "slides/c/nothing")
    assert project.codes() == ["S113"] * 4
    assert [lesson.id for lesson in project.course().lessons] == ["lesson"]


def test_links_that_stay(project: Project) -> None:
    """A link to a picture elsewhere in the project is followed."""
    project.file("shared/x.svg", SVG).lesson("## A\n\n![B](x.svg)\n")
    (project.root / "slides/c/x.svg").symlink_to(project.root / "shared/x.svg")
    assert project.found() == []


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="everything is readable here")
def test_unreadable_file(project: Project) -> None:
    """A file that may not be read is said."""
    project.lesson()
    (project.root / "slides/c/01-lesson.md").chmod(0)
    assert project.codes() == ["S112"]


def test_file_that_vanishes(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that cannot be opened is said, with the system's reason."""
    project.lesson()
    read = Path.read_bytes

    def denied(path: Path) -> bytes:
        if path.name == "01-lesson.md":
            raise PermissionError(13, "Permission denied")
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", denied)
    assert project.found() == [
        "slides/c/01-lesson.md:1:1 S112 “slides/c/01-lesson.md” cannot be read: Permission denied"
    ]


PICTURES = [
    ("whole.png", png(), []),
    ("30 MB.png", png(30_000_000), ["A103"]),
    ("cut.png", png()[:20], ["A101"]),
    ("empty.png", b"", ["A101"]),
    ("text.jpg", b"no picture", ["A101"]),
    ("cut.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF", ["A101"]),
    ("cut.webp", b"RIFF\0\0\0\0WEBPVP8 ", ["A101"]),
    ("cut.gif", b"GIF89a\1", ["A101"]),
    ("broken.svg", b"<svg><g></svg>", ["A101"]),
    ("utf16.svg", SVG.encode("utf-16"), ["A101"]),
    ("script.svg", SVG.replace("<path", "<script/><path").encode(), ["A102"]),
    ("handler.svg", SVG.replace("<path", '<path onclick="x()"').encode(), ["A102"]),
    ("entity.svg", b"<!DOCTYPE svg [<!ENTITY a 'b'>]>" + SVG.encode(), ["A102"]),
    ("outside.svg", SVG.replace("<path", '<use href="other.svg#x"/><path').encode(), ["A102"]),
    ("box.svg", SVG.replace("0 0 40 30", "0 0 1.2.3 .").encode(), []),
    ("vast.svg", SVG.replace("0 0 40 30", "0 0 " + "9" * 400 + " 1").encode(), []),
    (
        "deep.svg",
        (SVG.replace("<path", "<g>" * 3000 + "<path").replace("</svg>", "</g>" * 3000 + "</svg>")).encode(),
        [],
    ),
]


@pytest.mark.parametrize(("name", "content", "codes"), PICTURES, ids=[row[0] for row in PICTURES])
def test_picture(project: Project, name: str, content: bytes, codes: list[str]) -> None:
    """A damaged, unsafe or huge picture is reported in its own file."""
    found = project.lesson().file(f"slides/c/img/{name}", content).load().diagnostics
    assert [finding.rule.code for finding in found] == codes, [line(finding) for finding in found]
    assert {finding.at.file for finding in found} <= {f"slides/c/img/{name}"}


def test_three_thousand_slides(project: Project) -> None:
    """A lesson of 3,000 slides with one title loads, and every slide has its own id."""
    slides = project.lesson("## Again\n\n- one\n- two [@heise2011]\n\n" * 3_000).source().taught().slides
    assert len({slide.id for slide in slides}) == 3_000


def test_course_text() -> None:
    """The small course that the tests start from is plain YAML with a title."""
    assert COURSE.startswith("title: ")
