"""Choosing what is printed: on the command line, and in course.yaml."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from builder.commands import build as build_command
from builder.model.prints import LAYOUTS, Prints
from builder.pipeline import Built, Options, load
from support.project import Project

COURSE = "title: A course\nlanguage: en\nhelp: {emergency: your local emergency number}\n"


def said(project: Project, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> tuple[Result, list[Options]]:
    """The command with these arguments, and what it would have built."""
    asked: list[Options] = []

    def build(root: Path, options: Options, mate: object = None) -> Built:
        asked.append(options)
        return Built((), ())

    monkeypatch.setattr("builder.pipeline.build", build)
    monkeypatch.chdir(project.root)
    return CliRunner().invoke(build_command.command, arguments), asked


class TestCommandLine:
    def test_what_is_not_said_is_left_to_the_course(self, project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
        _, asked = said(project.lesson("## A\n"), monkeypatch)
        assert asked[0].prints == {}

    def test_every_choice(self, project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
        arguments = ["--layouts", "1, 9,pack", "--paper", "letter", "--cut", "45", "--hidden", "--ink", "saving"]
        result, asked = said(project.lesson("## A\n"), monkeypatch, *arguments, "--bleed", "3mm")
        assert result.exit_code == 0, result.output
        assert Prints()._replace(**asked[0].prints) == Prints(
            ("1", "9", "pack"), ("letter",), cut=45, hidden=True, ink="saving", bleed=3.0
        )

    def test_all_is_all(self, project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
        _, asked = said(project.lesson("## A\n"), monkeypatch, "--layouts", "all")
        assert asked[0].prints["layouts"] == LAYOUTS

    @pytest.mark.parametrize(
        ("option", "value", "wanted"),
        [("--layouts", "5", "1, 2, 3, 4, 6, 9"), ("--paper", "a5", "a4, letter"), ("--bleed", "wide", "3mm"),
         ("--layouts", ",", "no layout is named"), ("--ink", "red", "saving"), ("--cut", "-1", "0")],
    )  # fmt: skip
    def test_what_is_not_known_is_a_usage_error_that_says_what_is(
        self, project: Project, monkeypatch: pytest.MonkeyPatch, option: str, value: str, wanted: str
    ) -> None:
        result, asked = said(project.lesson("## A\n"), monkeypatch, option, value)
        assert result.exit_code == 2
        assert wanted in result.output
        assert not asked


class TestCourse:
    def prints(self, folder: Path, settings: str) -> tuple[Prints, list[str]]:
        (folder / "slides" / "c").mkdir(parents=True)
        (folder / "slides" / "c" / "course.yaml").write_text(COURSE + settings, "utf-8")
        (folder / "slides" / "c" / "01-a.md").write_text("# S\n\n## A\n\ntext\n", "utf-8")
        loaded = load(folder)
        return loaded.courses[0].prints, [one.message for one in loaded.diagnostics]

    def test_without_a_word_the_usual(self, tmp_path: Path) -> None:
        assert self.prints(tmp_path, "")[0] == Prints()

    def test_every_key(self, tmp_path: Path) -> None:
        settings = "handout: {layouts: [2, 6, notes], papers: [letter], cut: 45, hidden: true, ink: saving, bleed: 3mm}"
        found, messages = self.prints(tmp_path, settings)
        assert messages == []
        assert found == Prints(("2", "6", "notes"), ("letter",), 45, True, "saving", 3.0)

    def test_an_unknown_layout_is_an_error_that_names_those_there_are(self, tmp_path: Path) -> None:
        _, messages = self.prints(tmp_path, "handout: {layouts: [5]}")
        assert any("“5”" in message for message in messages)
