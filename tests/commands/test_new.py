"""`lactern new` as it is typed: three questions or none, four starts, and one more file inside a project."""

import json
import os
import pty
import re
import select
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from builder.cli import lactern
from builder.commands.asking import NAMES
from builder.model.place import Place
from builder.read.theme import read_theme
from builder.render.contrast import high_contrast
from builder.render.tokens import contrast
from builder.render.words import languages
from builder.scaffold import COURSES
from support.building import build, differing, tree
from test_theme_contrast import GRAPHICS, STRONG, TEXT

ROOT = Path(__file__).resolve().parents[2]


def run(folder: Path, *words: str) -> Result:
    return CliRunner().invoke(lactern, ["-C", str(folder), *words], prog_name="lactern")


def findings(project: Path) -> list[str]:
    """The codes of what is wrong or doubtful; advice on what only the author can fill in is none."""
    found = json.loads(run(project, "check", "--format", "json").stdout)["diagnostics"]
    return [one["code"] for one in found if one["severity"] != "advice"]


def at_a_terminal(folder: Path, *answers: str) -> tuple[int, str]:
    """`lactern new` with somebody who answers; each answer is typed when the question stands there."""
    terminal, side = pty.openpty()
    child = subprocess.Popen(
        [sys.executable, "-m", "builder", "new"],
        cwd=folder,
        stdin=side,
        stdout=side,
        stderr=side,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    os.close(side)
    shown, left = "", list(answers)
    while select.select([terminal], [], [], 20)[0]:
        try:
            said = os.read(terminal, 4096).decode("utf-8", errors="replace")
        except OSError:  # how Linux says that the other side is gone
            break
        if not said:
            break
        shown += said
        if left and re.search(r"(\?|\])\s$", shown.rpartition("\n")[2]):
            os.write(terminal, left.pop(0).encode() + b"\n")
    code = child.wait(timeout=20)
    os.close(terminal)
    return code, shown


def test_three_questions(tmp_path: Path) -> None:
    """Title, language, start. A slip is told in words and asked again; what comes out has no finding."""
    code, shown = at_a_terminal(tmp_path, "!!", "When milk flows", "Englsh", "en", "9", "2")
    assert code == 0, shown
    assert "a few letters, please" in shown
    assert "Did you mean “English”?" in shown
    assert "no number from 1 to 4" in shown
    assert re.search(r"\n  cd when-milk-flows\r?\n  lactern serve --open", shown)
    settings = (tmp_path / "when-milk-flows/slides/when-milk-flows/course.yaml").read_text("utf-8")
    assert '\ntitle: "When milk flows"\nlanguage: en\n' in settings
    assert findings(tmp_path / "when-milk-flows") == []


def test_a_file_is_an_answer_too(tmp_path: Path) -> None:
    """Quoted as terminals write a file that is dropped on them. It keeps the title that was said."""
    (tmp_path / "my talk.md").write_text("# Old\n\nWords.\n\n---\n\n## More\n\nWords.\n", "utf-8")
    code, shown = at_a_terminal(tmp_path, "Mine", "", "'my talk.md'")
    assert code == 0, shown
    assert "\ntitle: Mine\n" in (tmp_path / "mine/slides/mine/course.yaml").read_text("utf-8").replace('"', "")
    assert (tmp_path / "mine/slides/mine/01-old.md").is_file()
    assert (tmp_path / "mine/.vscode/settings.json").is_file()


def test_nobody_to_ask(tmp_path: Path) -> None:
    """In a script or a pipe: exit 2 with what to type, and nothing is written."""
    told = run(tmp_path, "new")
    assert told.exit_code == 2
    assert 'lactern new --title "First latch"' in told.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("start", ["example", "empty", "dmer", "guide"])
def test_each_start_builds_without_a_finding(start: str, tmp_path: Path) -> None:
    """With flags nothing is asked. Deck and module are built, and neither build nor check has anything against it."""
    told = run(tmp_path, "new", "--title", 'A "good": start', "--from", start)
    assert told.exit_code == 0, told.output
    project = tmp_path / "a-good-start"
    (course,) = (project / "slides").iterdir()
    assert course.name == COURSES.get(start, "a-good-start")
    assert '\ntitle: "A \\"good\\": start"\n' in (course / "course.yaml").read_text("utf-8")
    assert findings(project) == []
    assert "error" not in build(project, "-t", "deck", "-t", "module", cache=tmp_path / "cache")
    for path in project.rglob("*.yaml"):
        first = path.read_text("utf-8").splitlines()[0]
        assert (path.parent / first.removeprefix("# yaml-language-server: $schema=")).is_file(), path


@pytest.mark.parametrize("start", [*COURSES])
def test_what_comes_with_lactern_is_the_repositorys(start: str, tmp_path: Path) -> None:
    """All of it, films too, to the byte, and its own title where none is said."""
    assert run(tmp_path, "new", "mine", "--from", start).exit_code == 0
    for part in (f"slides/{COURSES[start]}", f"quizzes/{COURSES[start]}"):
        ours, laid = tree(ROOT / part), tree(tmp_path / "mine" / part)
        assert set(laid) == set(ours)
        assert [path for path, data in laid.items() if not data.endswith(ours[path])] == []
        assert [path for path in differing(laid, ours) if not path.endswith(".yaml")] == []


def test_the_guide_may_be_changed(tmp_path: Path) -> None:
    """It is an author's own then: a word that is written into a lesson is on its slide, and in another language too."""
    assert run(tmp_path, "new", "mine", "--from", "guide", "--language", "de").exit_code == 0
    lesson = tmp_path / "mine/slides/authoring-guide/02-slides.md"
    lesson.write_text(lesson.read_text("utf-8") + "\n## My own slide {#mine}\n\nWords of mine.\n", "utf-8")
    build(tmp_path / "mine", "-t", "deck", cache=tmp_path / "cache")
    page = (tmp_path / "mine/site/authoring-guide/slides/slides.html").read_text("utf-8")
    assert "Words of mine." in page
    assert '<html lang="de"' in page


def test_from_a_file_of_questions(tmp_path: Path) -> None:
    """As `lactern import` does it, and with its list of what was lost."""
    (tmp_path / "bank.gift").write_text("::Onset:: When? {=At let-down ~On waking}\n\nJust words.\n", "utf-8")
    told = run(tmp_path, "new", "bank", "--from", "bank.gift", "--language", "de")
    assert told.exit_code == 0, told.output
    assert "a text without an answer" in told.output
    assert (tmp_path / "bank/quizzes/bank/bank.yaml").is_file()
    assert "\nlanguage: de\n" in (tmp_path / "bank/slides/bank/course.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("new", "--title", "!?"), "no letter"),
        (("new", "x", "--from", "exmaple"), "Did you mean “example”?"),
        (("new", "x", "--from", "gone.pptx"), "there is no file “gone.pptx”"),
        (("new", "x", "--language", "German!"), "no language tag"),
        (("new", "lesson", "x", "--title", "Y"), "for a new project"),
        (("new", "shet", "x"), "Did you mean “sheet”?"),
        (("new", "theme"), "give the theme a name"),
        (("new", "quiz", "Warm", "up"), 'lactern new quiz "Warm up"'),
        (("new", "When", "milk", "flows"), 'lactern new --title "When milk flows"'),
    ],
)
def test_what_cannot_be_is_told(tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    """Exit 2, in words, and nothing is written."""
    told = run(tmp_path, *words)
    assert (told.exit_code, said in told.stderr) == (2, True), told.output
    assert list(tmp_path.iterdir()) == []


def test_a_long_title_makes_a_short_folder(tmp_path: Path) -> None:
    """It is typed behind `cd` and stands in every address; an apostrophe is no gap in a word."""
    assert run(tmp_path, "new", "--title", "A baby's cues: what they say before the crying").exit_code == 0
    assert (tmp_path / "a-babys-cues/slides/a-babys-cues/course.yaml").is_file()


def test_a_second_lesson_of_one_name(tmp_path: Path) -> None:
    """It would have the first one's id: told before it is made, not found afterwards."""
    run(tmp_path, "new", "p", "--from", "empty")
    assert run(tmp_path / "p", "new", "lesson", "First latch").exit_code == 0
    told = run(tmp_path / "p", "new", "lesson", "first-latch")
    assert (told.exit_code, "02-first-latch.md is there already" in told.stderr) == (2, True)
    assert not list(tmp_path.rglob("03-*"))


def test_one_folder_too_high(tmp_path: Path) -> None:
    """Whoever forgot `cd` is told the line to type."""
    run(tmp_path, "new", "my talk", "--from", "empty")
    told = run(tmp_path, "check")
    assert (told.exit_code, 'type `cd "my talk"`' in told.stderr) == (2, True)


def test_a_title_in_another_script(tmp_path: Path) -> None:
    """The folder may be called so; the course's own folder, which stands in addresses, is plain."""
    assert run(tmp_path, "new", "--title", "الحليب", "--language", "ar").exit_code == 0
    assert (tmp_path / "الحليب/slides/first-course/course.yaml").is_file()


def test_every_language_with_words_has_its_name() -> None:
    """The second question offers them by tag and name."""
    assert set(NAMES) == set(languages())


def test_one_more_of_everything_without_a_finding(tmp_path: Path) -> None:
    """Lesson, quiz, sheet and theme beside the bare frame: each says the next step, and the whole has no finding."""
    run(tmp_path, "new", "p", "--from", "empty")
    project = tmp_path / "p"
    course = "slides/first-course"
    for kind, name, path, step in (
        ("lesson", "First latch", f"{course}/02-first-latch.md", "lactern serve"),
        ("quiz", "Warm-up", "quizzes/first-course/warm-up.yaml", "{{< quiz warm-up#first >}}"),
        ("sheet", "At home", f"{course}/sheets/at-home.md", "--target handout"),
        ("theme", "Deep sea", "themes/deep-sea/theme.yaml", "`theme: deep-sea`"),
    ):
        told = run(project, "new", kind, name)
        assert (told.exit_code, told.stdout) == (0, path + "\n"), told.output
        assert step in told.stderr
        assert (project / path).is_file()
    settings = project / course / "course.yaml"
    settings.write_text(settings.read_text("utf-8").replace("theme: calm", "theme: deep-sea"), "utf-8")
    assert findings(project) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_new_theme_is_legible_and_its_own(scheme: str, tmp_path: Path) -> None:
    """Its colours on calm's, which complete it: every pair of the theme test, and high contrast made of them."""
    run(tmp_path, "new", "p", "--from", "empty")
    run(tmp_path / "p", "new", "theme", "mine")
    theme, found = read_theme(tmp_path / "p", "mine", Place("course.yaml"))
    calm, _ = read_theme(tmp_path / "p", "calm", Place("course.yaml"))
    assert theme is not None
    assert calm is not None
    assert found == ()
    tokens = dict(theme.light if scheme == "light" else theme.dark)
    strong = high_contrast(tokens, dark=scheme == "dark")
    poor = [pair for pair in TEXT if contrast(tokens[pair[0]], tokens[pair[1]]) < 4.5]
    poor += [pair for pair in GRAPHICS if contrast(tokens[pair[0]], tokens[pair[1]]) < 3]
    poor += [pair for pair in TEXT + STRONG if contrast(strong[pair[0]], strong[pair[1]]) < 7]
    assert poor == []
    assert tokens["accent"] != (calm.light if scheme == "light" else calm.dark)["accent"]
    assert theme.contrast == {}
    assert theme.scale == calm.scale
    assert theme.css == calm.css


def test_a_themes_own_sheet_comes_after_the_base(tmp_path: Path) -> None:
    """So that its rules win; sizes that it names replace calm's one by one."""
    folder = tmp_path / "themes/own"
    folder.mkdir(parents=True)
    (folder / "theme.yaml").write_text("title: Own\nscale: {radius: 0}\ncss: {deck: deck.css}\n", "utf-8")
    (folder / "deck.css").write_text(".mine {}", "utf-8")
    own, found = read_theme(tmp_path, "own", Place("course.yaml"))
    calm, _ = read_theme(tmp_path, "calm", Place("course.yaml"))
    assert own is not None
    assert calm is not None
    assert found == ()
    assert own.css["deck"] == calm.css["deck"] + "\n.mine {}"
    assert own.scale == {**calm.scale, "radius": "0"}
    assert own.contrast == calm.contrast
