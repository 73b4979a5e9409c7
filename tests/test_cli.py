"""The front door: commands, versions, what was meant, exit codes, and how soon it answers."""

import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from builder import __version__, cli
from builder.cli import COMMANDS, FILES, lactern

ROOT = Path(__file__).parent.parent


def run(*args: str, **options: object) -> Result:
    return CliRunner().invoke(lactern, [*args], prog_name="lactern", **options)  # type: ignore[arg-type]


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("help_", ["-h", "--help"])
def test_every_help_ends_with_an_example(command: str, help_: str) -> None:
    """Each command explains itself, and its last paragraph is something to copy that is really such a command."""
    told = run(command, help_)
    assert told.exit_code == 0
    last = " ".join(told.output.strip().split("\n\n")[-1].split())
    assert last.startswith(f"Example: lactern {command}")


def test_the_front_help_lists_all_commands() -> None:
    """Nothing is hidden, and every command says in a line what it does."""
    told = run("--help").output
    rows = dict(
        line.strip().split(None, 1) for line in told.split("Commands:")[1].strip().splitlines() if "  " in line[2:]
    )
    assert [name for name in COMMANDS if len(rows.get(name, "")) < 10] == []


def test_every_command_file_is_reachable() -> None:
    """A file with a `command` in it that the table forgot would be a command nobody can run."""
    files = (ROOT / "builder/commands").glob("*.py")
    assert sorted(f.stem for f in files if "\n@click.command(" in f.read_text("utf-8")) == sorted(
        FILES.get(name, name) for name in COMMANDS
    )


def test_version_names_all_three() -> None:
    """lactern, reveal.js and WeasyPrint, on three lines of stdout."""
    names = [line.rsplit(" ", 1)[0] for line in run("--version").stdout.splitlines()]
    assert run("--version").stdout.splitlines()[0] == f"lactern {__version__}"
    assert [name.split()[0] for name in names] == ["lactern", "reveal.js", "WeasyPrint"]


def test_versions_of_installed_packages_agree_with_the_metadata() -> None:
    """Reading the folder's name is a short cut; it must say what importlib.metadata says."""
    from importlib.metadata import version

    from builder.commands.versions import installed

    assert installed("weasyprint") == version("weasyprint")
    assert installed("click") == version("click")
    assert installed("no_such_package") == ""


def test_the_front_door_is_light() -> None:
    """`--version` imports nothing that is only needed to build: start-up is what people feel most often."""
    code = "import sys; from builder.cli import main\ntry: main(['--version'])\nfinally: print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=False)
    loaded = set(done.stdout.splitlines()[-1].split())
    heavy = {"jinja2", "markdown", "yaml", "weasyprint", "PIL", "segno", "json", "tomllib", "importlib.metadata"}
    assert loaded & heavy == set()
    assert sorted(m for m in loaded if m.startswith("builder")) == [
        "builder",
        "builder.cli",
        "builder.commands",
        "builder.commands.talk",
        "builder.commands.versions",
    ]


@pytest.mark.parametrize(("typed", "meant"), [("buld", "“build”"), ("cehck", "“check”"), ("explian", "“explain”")])
def test_a_mistyped_command_is_understood(typed: str, meant: str) -> None:
    """Exit 2, and the command that was meant."""
    told = run(typed)
    assert (told.exit_code, f"Did you mean {meant}" in told.stderr) == (2, True)


def test_our_own_bug_is_one_line_and_exit_70(monkeypatch: pytest.MonkeyPatch) -> None:
    """No traceback for a trainer; one for those who ask with -v, before or after the command."""

    @click.command("doctor")
    def broken() -> None:
        raise ZeroDivisionError("by nought")

    monkeypatch.setattr(cli.Lazy, "get_command", lambda *_: broken)
    told = run("doctor")
    assert told.exit_code == 70
    assert told.stderr.startswith("This is a bug in lactern")
    assert "Traceback" not in told.stderr
    assert "Traceback" in run("-v", "doctor").stderr


LONG = "x" * 300


@pytest.mark.parametrize("typed", ["new LONG", "new file/below", "new --title LONG", "check LONG", "build -d file/x"])
def test_what_the_system_refuses_is_no_bug(tmp_path: Path, typed: str) -> None:
    """A name too long, a folder that is a file: exit 2, and which one, in a line."""
    assert run("-C", str(tmp_path), "new", "talk").exit_code == 0
    (tmp_path / "talk/file").write_text("", "utf-8")
    told = run("-C", str(tmp_path / "talk"), *typed.replace("LONG", LONG).split())
    assert (told.exit_code, "bug" in told.stderr) == (2, False)
    assert "file" in told.stderr or "x" * 50 in told.stderr


def test_a_full_disk_is_no_bug() -> None:
    """The system says so without a name; a file of ours that is missing is our fault."""
    assert "No space" in cli.refused(OSError(28, "No space left on device"))
    assert cli.refused(FileNotFoundError(2, "No such file or directory", cli.__file__)) == ""
    assert cli.refused(ValueError("x")) == ""


def test_no_color_and_color(monkeypatch: pytest.MonkeyPatch) -> None:
    """NO_COLOR is heard, and the flag is stronger."""
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in run("doctor").stdout
    assert "\x1b[" in run("--color", "doctor").stdout
    assert "\x1b[" in run("doctor", "--color").stdout
    assert "\x1b[" not in run("--no-color", "doctor").stdout


def test_outside_a_project_it_says_what_to_do(tmp_path: Path) -> None:
    """Exit 2, and the command that makes a project."""
    told = run("-C", str(tmp_path), "check")
    assert told.exit_code == 2
    assert "lactern new" in told.stderr


def test_completion_is_clicks(monkeypatch: pytest.MonkeyPatch) -> None:
    """The script that shells ask for, as Click documents it."""
    done = subprocess.run(
        [sys.executable, "-m", "builder"],
        env={"_LACTERN_COMPLETE": "bash_source", "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert "_lactern_completion" in done.stdout


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("lactern bu", "build"),
        ("lactern build dm", "dmer"),
        ("lactern build -t de", "deck"),
        ("lactern explain q10", "Q103"),
    ],
)
def test_the_shell_offers_what_there_is(typed: str, offered: str) -> None:
    """Commands, courses, targets and codes after TAB, in Click's own protocol."""
    words = {"COMP_WORDS": typed, "COMP_CWORD": str(len(typed.split()) - 1), "_LACTERN_COMPLETE": "bash_complete"}
    done = subprocess.run(
        [sys.executable, "-m", "builder"], env=words, capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert f"plain,{offered}" in done.stdout.splitlines(), done.stderr
