"""`lactern completion`: what it prints is read by real shells, and TAB then offers what there is."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from builder.cli import lactern

ROOT = Path(__file__).resolve().parents[2]


def script(shell: str) -> str:
    told = CliRunner().invoke(lactern, ["completion", shell], prog_name="lactern")
    assert told.exit_code == 0, told.output
    return told.stdout


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_script_that_the_shell_can_read(shell: str, tmp_path: Path) -> None:
    """It is for `lactern`; where the shell is on this machine, it finds no fault in it."""
    text = script(shell)
    assert "_LACTERN_COMPLETE" in text
    program = shutil.which(shell)
    if program:
        (tmp_path / "script").write_text(text, "utf-8")
        done = subprocess.run([program, "-n", str(tmp_path / "script")], capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("ne", "new"), ("new sh", "sheet"), ("new x --from d", "dmer"), ("new x --from g", "guide"), ("gu", "guide"),
        ("new x --language h", "he"),
        ("completion z", "zsh"), ("explain q10", "Q103"), ("schema gl", "glossary"), ("build ta", "talk"),
        ("serve ta", "talk"), ("build talk -t han", "handout"), ("check --select L22", "L220"),
        ("check --format sa", "sarif"), ("import x --from gi", "gift"), ("new quiz a --course ta", "talk"),
        ("build --pa", "--paper"),
    ],
)  # fmt: skip
def test_tab_in_bash(typed: str, offered: str, tmp_path: Path) -> None:
    """The printed script is sourced by bash, and its function is called as bash calls it on TAB."""
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("no bash on this machine")
    (tmp_path / "slides/talk").mkdir(parents=True)
    (tmp_path / "completion.bash").write_text(script("bash"), "utf-8")
    program = tmp_path / "lactern"
    program.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m builder "$@"\n', "utf-8")
    program.chmod(0o755)
    words = ["lactern", *typed.split(" ")]
    press = (
        f'. ./completion.bash; PATH="{tmp_path}:$PATH"; COMP_WORDS=({" ".join(words)}); COMP_CWORD={len(words) - 1}; '
        f'_lactern_completion lactern; printf "%s\\n" "${{COMPREPLY[@]}}"; complete -p lactern'
    )
    done = subprocess.run(
        [bash, "--norc", "-c", press], cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60
    )
    assert offered in done.stdout.splitlines(), done.stderr
    assert "-F _lactern_completion lactern" in done.stdout


def test_another_shell_is_a_typo() -> None:
    """Exit 2, and what was meant."""
    told = CliRunner().invoke(lactern, ["completion", "fsh"], prog_name="lactern")
    assert (told.exit_code, "Did you mean “fish”" in told.stderr) == (2, True)
