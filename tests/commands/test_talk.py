"""How loud commands are: `-q`, `-v`, colours, and the bar of long work on a real terminal."""

import os
import pty
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from select import select

import pytest
from click.testing import CliRunner, Result

from builder.cli import COMMANDS, lactern
from builder.commands.progress import ERASE
from builder.commands.talk import coloured
from support.project import COURSE, Project

ROOT = Path(__file__).parents[2]
RUN = {
    "guide": ["guide", "--no-open", "--dir", "how"],
    "new": ["new", "fresh"],
    "import": ["import", "words.txt", "--course", "c"],
    "build": ["build", "--target", "deck"],
    "check": ["check"],
    "explain": ["explain", "Q103"],
    "schema": ["schema", "quiz"],
    "doctor": ["doctor"],
    "completion": ["completion", "bash"],
}
"""How each command is run here. `serve` does not end by itself, and `collect` has tests of its own."""
WITHOUT_PAUSE = (
    "import sys; import builder.commands.progress as p; p.LONG = p.OFTEN = 0\n"
    "from builder.cli import main\nmain(sys.argv[1:])\n"
)
HEARS = "import signal\nsignal.signal(signal.SIGINT, signal.default_int_handler)\n"
"""A process that was started in the background of a script is deaf to Ctrl-C."""
ENDLESS = HEARS + "import time, builder.pipeline as q\nq.judge = lambda *_: time.sleep(60)\n" + WITHOUT_PAUSE


@pytest.fixture
def three(tmp_path: Path) -> Path:
    """A project of three courses, and questions to be imported."""
    project = Project(tmp_path).lesson()
    for name in ("b", "a"):
        project.file(f"slides/{name}/course.yaml", COURSE).file(f"slides/{name}/01-lesson.md", "## A\n\nWords.\n")
    return project.file("words.txt", "What is it?\nA. This\nB. That\nANSWER: A\n").root


def run(folder: Path, *args: str) -> Result:
    return CliRunner().invoke(lactern, ["-C", str(folder), *args], prog_name="lactern")


def test_every_command_is_run_here() -> None:
    """A new command comes in here too."""
    assert sorted(RUN) == sorted(set(COMMANDS) - {"serve", "collect"})


@pytest.mark.parametrize("command", RUN)
def test_verbose_says_more(three: Path, command: str) -> None:
    """On stderr, where it spoils no result, and at least how long it took."""
    told = run(three, "-v", *RUN[command])
    assert " took " in f" {told.stderr.splitlines()[-1]}"
    assert "took" not in told.stdout


@pytest.mark.parametrize("command", RUN)
def test_quiet_says_only_results(three: Path, command: str) -> None:
    """No talk; findings, and what was asked for, are printed all the same."""
    told = run(three, "--quiet", *RUN[command])
    assert told.stderr.rpartition("tells more.\n")[2] == ""
    assert bool(told.stdout) == (command not in ("build", "guide"))


@contextmanager
def on_a_terminal(code: str, folder: Path, *args: str) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """A command whose stderr is a terminal, and the end of it that we read."""
    ours, theirs = pty.openpty()
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(folder / "cache"), "TERM": "xterm"}
    process = subprocess.Popen(
        [sys.executable, "-c", code, "-C", str(folder), *args], stderr=theirs, stdout=subprocess.PIPE, env=environment
    )
    os.close(theirs)
    try:
        yield process, ours
    finally:
        process.kill()
        process.wait()
        os.close(ours)


def read(terminal: int, until: str = "") -> str:
    """What stands on a terminal, until something does or the command has ended."""
    said = b""
    while (until.encode() not in said or not until) and select([terminal], [], [], 30)[0]:
        try:
            said += os.read(terminal, 4096)
        except OSError:  # Linux says so when the other end is closed
            break
    return said.decode()


def what_is_left(said: str) -> str:
    """The terminal's text after all that was drawn over."""
    return "".join(row.rpartition(ERASE)[2] for row in said.split("\n"))


@pytest.mark.parametrize("command", ["check", "build -t deck", "import words.txt words.txt words.txt -c c"])
def test_the_bar_is_drawn_and_taken_away(three: Path, command: str) -> None:
    """It names what is worked at, and nothing of it stays when the work is done."""
    with on_a_terminal(WITHOUT_PAUSE, three, *command.split()) as (process, terminal):
        said = read(terminal)
        assert process.stdout
        assert "\x1b[K" not in process.stdout.read().decode()
    assert ERASE + "[" in said
    assert "[###" in said
    assert "[" not in what_is_left(said).replace("\x1b[", "")


def test_the_bar_is_not_drawn_for_a_course_alone_or_for_the_quiet(three: Path) -> None:
    """One course is done before a bar would be seen; `--quiet` wants none."""
    for args in (["check", "a"], ["check", "--quiet"]):
        with on_a_terminal(WITHOUT_PAUSE, three, *args) as (_, terminal):
            assert ERASE not in read(terminal)


def test_an_interrupted_bar_leaves_nothing(three: Path) -> None:
    """Ctrl-C in the middle: the line is free again, and the cursor was never hidden."""
    with on_a_terminal(ENDLESS, three, "check") as (process, terminal):
        said = read(terminal, "0/3 a")
        process.send_signal(signal.SIGINT)
        said += read(terminal)
        assert process.wait(20) == 1
    assert "[" not in what_is_left(said)
    assert "Aborted!" in what_is_left(said)
    assert "\x1b[?25l" not in said


@pytest.mark.parametrize(
    ("environment", "wanted"),
    [
        ({}, None),
        ({"NO_COLOR": ""}, None),
        ({"NO_COLOR": "1"}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        ({"TERM": "dumb"}, False),
    ],
)
def test_colours_as_the_environment_wants_them(environment: dict[str, str], wanted: bool | None) -> None:
    """Set and not empty; no is stronger than yes."""
    assert coloured(environment) is wanted
