"""Each command as a trainer meets it: what it prints, what it leaves on the disk, how it ends."""

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from builder.catalogue import catalogue
from builder.cli import lactern
from builder.commands import doctor
from builder.commands.build import ending, lacks_library
from builder.commands.progress import Progress
from builder.commands.talk import Talk


def run(folder: Path, *args: str) -> Result:
    return CliRunner().invoke(lactern, ["-C", str(folder), *args], prog_name="lactern")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project as `lactern new` lays it down."""
    told = run(tmp_path, "new", "talk")
    assert told.exit_code == 0, told.output
    return tmp_path / "talk"


def files(folder: Path) -> Iterator[str]:
    return (p.relative_to(folder).as_posix() for p in sorted(folder.rglob("*")) if p.is_file())


class TestNew:
    """`lactern new`."""

    def test_lays_down_all_kinds_of_files(self, project: Path) -> None:
        """A course, two lessons, a quiz, a sheet, a picture, sources, and hints for the editor."""
        there = set(files(project))
        course = "slides/first-course"
        assert {
            f"{course}/course.yaml",
            f"{course}/01-what-it-is.md",
            f"{course}/02-what-to-say.md",
            f"{course}/sheets/for-parents.md",
            f"{course}/img/mood.svg",
            f"{course}/references.yaml",
            f"{course}/glossary.yaml",
            "quizzes/first-course/post-test.yaml",
            ".gitignore",
        } <= there

    def test_what_is_laid_down_has_no_fault(self, project: Path) -> None:
        """Errors or warnings in the first minute would teach that findings are to be ignored."""
        told = run(project, "check", "--format", "json")
        found = json.loads(told.stdout)
        assert [d for d in found["diagnostics"] if d["severity"] != "advice"] == []
        assert told.exit_code == 0

    def test_every_yaml_file_points_to_its_schema(self, project: Path) -> None:
        """The first line is the hint that editors read, and the file it names is there."""
        for path in project.rglob("*.yaml"):
            first = path.read_text("utf-8").splitlines()[0]
            assert first.startswith("# yaml-language-server: $schema=")
            assert json.loads((path.parent / first.partition("=")[2]).read_text("utf-8"))["type"] in ("object", "array")

    def test_never_overwrites(self, project: Path) -> None:
        """A second `new` with the same name changes nothing, whatever is new."""
        before = {p: (project / p).read_bytes() for p in files(project)}
        assert run(project.parent, "new", "talk").exit_code == 2
        assert run(project, "new", "quiz", "post-test").exit_code == 2
        assert {p: (project / p).read_bytes() for p in files(project)} == before

    def test_lesson_and_quiz_are_added_and_fine(self, project: Path) -> None:
        """The next number for the lesson; names become file names and titles; both build."""
        assert run(project, "new", "lesson", "First latch").stdout == "slides/first-course/03-first-latch.md\n"
        assert run(project, "new", "quiz", "warm-up").stdout == "quizzes/first-course/warm-up.yaml\n"
        assert 'title: "First latch"' in (project / "slides/first-course/03-first-latch.md").read_text("utf-8")
        found = json.loads(run(project, "check", "--format", "json").stdout)["diagnostics"]
        assert [d["code"] for d in found if d["severity"] == "error"] == []

    @pytest.mark.parametrize(
        "args", [("lesson",), ("lesson", "!?"), ("lesson", "x", "--course", "first-cuorse"), ("a", "b")]
    )
    def test_usage_errors(self, project: Path, args: tuple[str, ...]) -> None:
        """No name, a name without a letter, a course that is not there, two words that are no kind."""
        assert run(project, "new", *args).exit_code == 2


class TestCheck:
    """`lactern check`."""

    def spoil(self, project: Path) -> None:
        quiz = project / "quizzes/first-course/post-test.yaml"
        quiz.write_text(quiz.read_text("utf-8").replace(", correct: true, feedback", ", feedback"), "utf-8")

    def test_errors_are_exit_1_with_the_source_line(self, project: Path) -> None:
        """The fault, its line, and the closing words."""
        self.spoil(project)
        told = run(project, "check", "--select", "Q103")
        assert told.exit_code == 1
        assert "quizzes/first-course/post-test.yaml:11:5: error Q103 no-correct-choice" in told.stdout
        assert "11 |   - id: onset" in told.stdout
        assert told.stdout.endswith("1 error in 1 file. `lactern explain Q103` tells more.\n")

    def test_select_and_ignore_take_beginnings(self, project: Path) -> None:
        """`Q` is all questions; `--ignore` takes away again; a code that is none is a usage error."""
        self.spoil(project)
        assert run(project, "check", "--select", "q").exit_code == 1
        assert run(project, "check", "--select", "Q", "--ignore", "Q103").exit_code == 0
        assert run(project, "check", "--ignore", "Q10").exit_code == 0
        assert "Did you mean" in run(project, "check", "--select", "Q1033").stderr

    def test_paths_narrow_it_down(self, project: Path) -> None:
        """Only what lies in the files named; from any folder."""
        self.spoil(project)
        assert run(project, "check", str(project / "slides")).exit_code == 0
        assert run(project.parent, "check", str(project / "quizzes/first-course/post-test.yaml")).exit_code == 1
        assert run(project / "slides", "check").exit_code == 1
        assert run(project, "check", "slides/../quizzes").exit_code == 1
        assert run(project, "check", "quizes").exit_code == 2
        assert run(project, "check", str(project.parent)).exit_code == 2

    def test_strict_counts_warnings(self, project: Path) -> None:
        """A warning is exit 0, and exit 1 with --strict."""
        lesson = project / "slides/first-course/01-what-it-is.md"
        lesson.write_text(lesson.read_text("utf-8").replace("minutes: 10", "minutes: 11"), "utf-8")
        assert run(project, "check").exit_code == 0
        assert run(project, "check", "--strict").exit_code == 1

    @pytest.mark.parametrize("style", ["json", "sarif"])
    def test_machine_styles_are_whole_documents(self, project: Path, style: str) -> None:
        """Standard output holds the document and nothing else, with and without findings."""
        json.loads(run(project, "check", "--format", style).stdout)
        self.spoil(project)
        assert "Q103" in json.dumps(json.loads(run(project, "check", "--format", style).stdout))


class TestBuild:
    """`lactern build`."""

    def test_makes_the_site_and_says_where(self, project: Path) -> None:
        """The last lines say how many files and which page to open; a second time nothing changes."""
        told = run(project, "build", "-t", "deck")
        assert told.exit_code == 0, told.stderr
        assert told.stdout.splitlines()[-2:] == [
            "For the audience:  site/index.html",
            "For the presenter: presenter/index.html",
        ]
        assert (project / "site/first-course/slides/what-it-is.html").is_file()
        assert "nothing has changed" in run(project, "build", "-t", "deck").stdout

    def test_an_error_writes_nothing(self, project: Path) -> None:
        """Exit 1, the finding on stderr, no site."""
        course = project / "slides/first-course/course.yaml"
        course.write_text(
            course.read_text("utf-8").replace("help:  ", "# help:  ").replace("  emergency", "#"), "utf-8"
        )
        told = run(project, "build", "-t", "deck")
        assert (told.exit_code, told.stdout) == (1, "")
        assert "Nothing was written." in told.stderr
        assert not (project / "site").exists()

    @pytest.mark.parametrize(
        ("args", "said"),
        [(("first-cuorse",), "“first-course”"), (("-t", "dekc"), "“deck”"), (("-t", "pdf"), "There is: ")],
    )
    def test_typos_are_understood(self, project: Path, args: tuple[str, ...], said: str) -> None:
        """Courses and targets: exit 2, and what was meant or what there is."""
        told = run(project, "build", *args)
        assert (told.exit_code, said in told.stderr) == (2, True)

    def test_quiet_says_nothing(self, project: Path) -> None:
        """With -q a clean build is silent, before or after the command's name."""
        assert run(project, "build", "-q", "-t", "deck").output == ""
        assert run(project, "-q", "build", "-t", "deck").output == ""

    def test_the_ending_in_words(self, tmp_path: Path) -> None:
        """One file, some changed, and a site outside of the project."""
        assert ending(1, 1, tmp_path, []) == ["1 file, all new."]
        assert ending(9, 2, tmp_path, [Path("/elsewhere/index.html")])[:2] == [
            "9 files, 2 changed.",
            "For the audience:  /elsewhere/index.html",
        ]

    def test_a_missing_library_is_not_our_bug(self) -> None:
        """Pango not installed is exit 3 with a way out; a wrong import of our own is a bug."""
        assert lacks_library(OSError("cannot load library 'libpango-1.0-0'"))
        assert lacks_library(ModuleNotFoundError("x", name="weasyprint"))
        assert not lacks_library(ModuleNotFoundError("x", name="builder.nowhere"))
        assert not lacks_library(FileNotFoundError(2, "No such file"))


class TestExplainAndSchema:
    """`lactern explain` and `lactern schema`."""

    def test_every_rule_can_be_explained(self, tmp_path: Path) -> None:
        """The table has all of them; each page says why and what to do; names work as well as codes."""
        table = run(tmp_path, "explain").stdout
        for code, rule in catalogue().items():
            assert f"{code} " in table
            told = run(tmp_path, "explain", code.lower()).stdout
            assert "\n\nWhy: " in told
            assert "\n\nInstead: " in told
            assert run(tmp_path, "explain", rule.name).stdout == told

    def test_an_unknown_code_is_a_usage_error(self, tmp_path: Path) -> None:
        """Exit 2 and the nearest code."""
        told = run(tmp_path, "explain", "Q1133")
        assert (told.exit_code, "Did you mean" in told.stderr) == (2, True)

    @pytest.mark.parametrize("name", ["quiz", "course", "theme", "references", "glossary"])
    def test_schemas_are_json_schemas(self, tmp_path: Path, name: str) -> None:
        """What is printed is valid as a schema of its own kind."""
        import jsonschema

        schema = json.loads(run(tmp_path, "schema", name).stdout)
        jsonschema.Draft202012Validator.check_schema(schema)

    def test_an_unknown_schema_is_a_usage_error(self, tmp_path: Path) -> None:
        """Exit 2 and what was meant."""
        told = run(tmp_path, "schema", "quizz")
        assert (told.exit_code, "“quiz”" in told.stderr) == (2, True)


class TestDoctor:
    """`lactern doctor`."""

    def test_says_what_is_there_and_what_to_do(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Exit 3 only when something needed is missing; what is missing comes with a way out."""
        there = doctor.Finding("thing", "1.0", "")
        gone = doctor.Finding("other", "", "install it")
        monkeypatch.setattr(doctor, "LOOKS", (lambda: there, lambda: gone._replace(needed=False)))
        told = run(tmp_path, "doctor")
        assert told.exit_code == 0
        assert told.stdout.splitlines() == ["OK       thing  1.0", "absent   other  install it"]
        monkeypatch.setattr(doctor, "LOOKS", (lambda: there, lambda: gone))
        told = run(tmp_path, "doctor")
        assert told.exit_code == 3
        assert told.stdout.splitlines()[1] == "missing  other  install it"

    def test_every_look_can_fail_with_advice(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """On a bare machine each line but Python's says what to do."""
        monkeypatch.setattr(doctor, "installed", lambda name: "")
        monkeypatch.setattr(doctor, "web", lambda: tmp_path)
        monkeypatch.setattr("builder.visual.browser.program", lambda: "")
        found = [look() for look in doctor.LOOKS]
        assert [f.what for f in found if f.found] == ["Python"]
        assert all(f.otherwise for f in found if not f.found)


class TestProgress:
    """The bar of long work."""

    def test_is_silent_where_nobody_watches(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Not a terminal: no bar, however long the work takes."""
        with Progress(Talk()) as bar:
            bar.started -= 60
            bar.step("dmer: deck", 1, 3)
        assert capsys.readouterr() == ("", "")

    def test_says_what_is_made_on_a_terminal(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """On a terminal it appears once the work turns out to be long, and never with -q."""
        screen = io.StringIO()
        monkeypatch.setattr(screen, "isatty", lambda: True)
        monkeypatch.setattr("sys.stderr", screen)
        with Progress(Talk()) as bar:
            bar.step("dmer: deck", 1, 3)
            assert screen.getvalue() == ""
            bar.started -= 60
            bar.step("dmer: module", 2, 3)
        assert "dmer: module" in screen.getvalue()
        quiet = Talk()
        quiet.quiet = True
        assert not Progress(quiet).shown
