"""The authoring guide: whatever an author may write stands in it as it is written, works, and is told by no finding.

The lists are the code's own. Who adds a block, a key, a type or a command learns here that the guide does not know it.
"""

import json
import re
import shlex
import shutil
import subprocess
from pathlib import Path
from typing import get_args

import click
import pytest

from builder.catalogue import catalogue
from builder.cli import COMMANDS, lactern
from builder.model.attributes import CalloutKind, Evidence
from builder.model.block import Example, GeneratedKind, Listing, Where
from builder.model.place import Place
from builder.model.prints import INKS, PAPERS
from builder.model.prints import LAYOUTS as PRINTED
from builder.parse.names import KEYS, KNOWN
from builder.parse.shortcodes import SHORTCODES
from builder.pipeline import Loaded, load
from builder.read.schemas import BLOOM, QUESTIONS, QUIZ, SCHEMAS
from builder.read.theme import read_theme
from builder.render.memo import Memo
from builder.render.slides import LAYOUTS
from support.building import COMMAND, environment, flagship
from support.guide import FENCE, FENCES, GUIDE, INLINE, RAW, ROOT, Fence, keys, listings, run, words, write, yaml_shown

NOT_WRITTEN = {"alt", "class", "id", "style", "incremental", "decorative", "hidden", "cut"}
"""Known keys that authors write otherwise: `#id`, `.class`, the brackets of a picture, a word alone."""
QUESTIONS_OF_A_COURSE = """\
title: Post-test
questions: [{id: lifts, type: true_false, stem: It lifts., answer: true}]
"""


@pytest.fixture(scope="module")
def guide() -> Loaded:
    """The guide as meant."""
    return load(ROOT, (GUIDE,), Memo(None))


@pytest.fixture(scope="module")
def listed(guide: Loaded) -> list[Listing]:
    """What `example` and `source` show: lines of the guide's own files."""
    (course,) = guide.courses
    slides = (slide for lesson in course.lessons for slide in lesson.slides)
    return list(listings(block for slide in slides for part in (slide.blocks, slide.prose) for block in part))


@pytest.fixture(scope="module")
def shown(listed: list[Listing]) -> str:
    """All code of the guide, as readers see it: listings, fences, and code within lines."""
    inline = (match[2] for text in RAW.values() for match in INLINE.finditer(FENCE.sub("", text)))
    return "\n".join((*(one.text for one in listed), *(fence.text for fence in FENCES), *inline))


SIGNS = [
    *(rf"^ *:::+ (?:\{{\.)?{name}\b" for name in sorted(KNOWN | {"example"})),
    *(rf"^ *::: (?:\{{\.)?callout-{kind}\b" for kind in get_args(CalloutKind)),
    *(rf"\{{\{{< {name}\b" for name in sorted(SHORTCODES | set(get_args(GeneratedKind)) - {"title"})),
    *(rf"\b{key}=" for key in KEYS if key not in NOT_WRITTEN),
    r"\{[^}\n]*\bcut\}",
    *(rf"\{{[^}}\n]*\.{name}\b" for name in (*LAYOUTS, "hidden", "blank", "decorative")),
    *(rf'evidence="{grade}"|^{grade}$' for grade in get_args(Evidence) if grade),
    *(rf'when="[^"]*\b{where}\b' for where in get_args(Where)),
    r"\[@\w+; @\w+\]", r"^\. \. \.$", r"^---$", r"^<!-- .* -->$", r"^\*\[\w+\]: ", r"^\[\^\w+\]: ", r"^\[\w+\]: ",
    r"==\w+==", r"~~\w+~~", r"\w~\d~", r"\w\^\d\^", r"\$\$.+\$\$", r"(?<!\$)\$[a-z].*\$(?!\$)", r"^:   ",
    r"\]\([\w-]+\.md#[\w-]+\)", r"\]\(#[\w-]+\)", r"\{lang=fr\}", r"^- \[x\] ", r"^\|[-|]+\|$",
]  # fmt: skip


@pytest.mark.parametrize("sign", SIGNS)
def test_what_a_lesson_may_hold_is_shown(sign: str, shown: str) -> None:
    """Every block, callout, shortcode, attribute, layout, grade and inline sign stands in the guide's code."""
    assert re.search(sign, shown, re.MULTILINE)


def test_the_lists_are_long() -> None:
    """The lists are the code's; that they are not empty shows that they are still found there."""
    assert len(SIGNS) > 80
    assert len(KNOWN) > 8
    assert len(SHORTCODES) > 11
    assert len(FENCES) > 40


@pytest.mark.parametrize("name", [*QUESTIONS])
def test_types_of_question_are_shown_and_played(name: str, guide: Loaded, listed: list[Listing]) -> None:
    """Each type stands on a slide twice, of one text: as it is written, and as it is answered."""
    (course,) = guide.courses
    (question,) = (one for one in course.quizzes["samples"].questions if one.type == name)
    assert any(one.name == f"samples.yaml · {question.id}" and f"type: {name}\n" in one.text for one in listed)
    played = [text for text in RAW.values() if re.search(rf"^\{{\{{< (quiz|poll) samples#{question.id} >", text, re.M)]
    assert played


SCHEMA_KEYS = [
    (name, key) for name, schema in SCHEMAS.items() if name != "lesson" for key in sorted(set(keys(schema)))
] + [("lesson", key) for key in SCHEMAS["lesson"]["properties"]]


@pytest.mark.parametrize(("kind", "key"), SCHEMA_KEYS)
def test_keys_are_shown(kind: str, key: str, listed: list[Listing]) -> None:
    """Every key of every file, and of the top of lessons and sheets, stands in code of that kind."""
    assert re.search(rf"(?:^|[\s{{,-]){key}:", yaml_shown(kind, listed), re.MULTILINE)


@pytest.mark.parametrize("word", sorted({*words(QUIZ), *BLOOM["enum"], *PRINTED, *PAPERS, *INKS}))
def test_words_of_closed_lists_are_shown(word: str, shown: str) -> None:
    """Modes, kinds of feedback, rules for part of the points, layouts, papers: each word stands in code."""
    assert re.search(rf"(?<![\w-]){word}(?![\w-])", shown)


@pytest.mark.parametrize(
    "sign",
    [
        *(f"{{{{< {name}" for name in sorted(SHORTCODES - {"source"})),
        *(f"`{word}`" for word in (*QUESTIONS, *(grade for grade in get_args(Evidence) if grade))),
        *(f"`.{name}`" for name in LAYOUTS),
        *(f"`lactern {name}" for name in COMMANDS),
    ],
)  # fmt: skip
def test_the_cheat_sheet_has_all_signs(sign: str) -> None:
    """One page that lies beside the keyboard, and is whole."""
    assert sign in RAW["cheat-sheet.md"]


@pytest.fixture(scope="module")
def tried(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """Every fence, written to a file where it belongs, beside the guide itself: what is wrong with each."""
    root = tmp_path_factory.mktemp("guide")
    for part in ("slides", "quizzes"):
        shutil.copytree(ROOT / part / GUIDE, root / part / GUIDE)
    course, quizzes = root / "slides" / GUIDE, root / "quizzes" / GUIDE
    aims = (course / "course.yaml").read_text("utf-8")
    more = "".join(f"  - {{id: {name}, text: Describe it.}}\n" for name in ("listen", "timing", "respond"))
    (course / "course.yaml").write_text(aims.replace("objectives:\n", f"objectives:\n{more}", 1), "utf-8")
    (course / "img/clock.txt").write_text("A clock hand goes round once.\n", "utf-8")
    found: dict[str, list[str]] = {}
    for fence in FENCES:
        if fence.language not in ("markdown", "yaml"):
            continue
        own = root / "slides" / fence.name
        match fence.kind:
            case "lesson":
                write(course / f"{fence.name}.md", fence.text)
            case "sheet":
                write(course / "sheets" / f"{fence.name}.md", fence.text)
            case "quiz":
                write(quizzes / f"{fence.name}.yaml", fence.text)
            case "theme":
                write(root / "themes" / fence.name / "theme.yaml", fence.text)
                for sheet in re.findall(r"\w+\.css", fence.text):
                    write(root / "themes" / fence.name / sheet, "p { color: var(--ink); }\n")
                _, noticed = read_theme(root, fence.name, Place(fence.name))
                found[fence.name] = [one.message for one in noticed if one.rule.severity == "error"]
            case kind:
                lead = "title: A course\nlanguage: en\n" if kind != "course" else ""
                write(own / "course.yaml", lead)
                write(own / f"{kind}.yaml", fence.text)
                write(own / "01-what-it-is.md", "## A slide {#wave}\n\nWords.\n")
                write(root / "quizzes" / fence.name / "post-test.yaml", QUESTIONS_OF_A_COURSE)
    loaded = load(root, (), Memo(None))
    for fence in FENCES:
        mine = [one for one in loaded.diagnostics if one.rule.severity == "error" and fence.name in one.at.file]
        found.setdefault(fence.name, []).extend(f"{one.at.line}: {one.message}" for one in mine)
    return found


@pytest.mark.parametrize("fence", [one for one in FENCES if one.language in ("markdown", "yaml")], ids=lambda f: f.name)
def test_code_between_fences_works(fence: Fence, tried: dict[str, list[str]]) -> None:
    """What is not shown as source and result of one text is right to the letter as well."""
    assert tried[fence.name] == []


def typed() -> list[str]:
    """Every command line of the guide: between fences after `$`, and within lines."""
    fenced = [line for fence in FENCES if fence.language == "console" for line in fence.text.splitlines()]
    assert all(line.startswith("$ ") for line in fenced)
    inline = [match[2] for text in RAW.values() for match in INLINE.finditer(FENCE.sub("", text))]
    quizzes = "".join(file.read_text("utf-8") for file in (ROOT / "quizzes" / GUIDE).glob("*.yaml"))
    inline += [match[2] for match in INLINE.finditer(quizzes)]
    return sorted({*(line[2:] for line in fenced), *(code for code in inline if code.startswith("lactern "))})


@pytest.mark.parametrize("line", [line for line in typed() if not line.startswith("cd ")])
def test_commands_are_real(line: str) -> None:
    """Every command line of the guide names a command, options that it has, and words that it takes."""
    program, *said = shlex.split(line)
    assert program == "lactern"
    group = lactern.make_context("lactern", [], resilient_parsing=True)
    if said[0].startswith("-"):
        assert said[0] in {name for option in lactern.get_params(group) for name in option.opts}
        return
    assert said[0] in COMMANDS
    command = lactern.get_command(group, said[0])
    assert command is not None
    context = click.Context(command, info_name=said[0], parent=group)
    known = {name for option in command.get_params(context) for name in (*option.opts, *option.secondary_opts)}
    assert {word for word in said if word.startswith("-")} <= known
    values, _, _ = command.make_parser(context).parse_args([word for word in said[1:] if word not in ("-h", "--help")])
    for option in command.get_params(context):
        if values.get(option.name or "") is not None and isinstance(option.type, click.Choice):
            option.type_cast_value(context, values[option.name or ""])
    if said[0] == "explain":
        assert set(said[1:]) <= set(catalogue())
    if said[0] == "schema":
        assert set(said[1:]) <= {*SCHEMAS, "results", "evaluation"}


def test_the_first_evening_is_as_it_is_told(tmp_path: Path) -> None:
    """Who does what the first lesson says has the files that it names, and a seminar without an error."""
    (tree,) = (one.text for one in FENCES if one.text.startswith("slides/first-course/\n"))
    (first, rest) = [
        one.text for one in FENCES if "## What brings us here\n\n-" in one.text or "## To remember" in one.text
    ]
    run(tmp_path, "new", "my-seminar")
    project = tmp_path / "my-seminar"
    run(project, "new", "lesson", "listening")
    for folder, inside in re.findall(r"^(\S+)/\n((?:    .*\n)+)", tree, re.MULTILINE):
        assert [line for line in inside.splitlines() if not (project / folder / line.split()[0]).exists()] == []
    lesson = project / "slides/first-course/03-listening.md"
    top = re.match(r"---\n.*?\n---\n", lesson.read_text("utf-8"), re.DOTALL)
    assert top
    lesson.write_text(f"{top[0]}\n{first}\n{rest}", "utf-8")
    run(project, "check")
    told = run(project, "check", "--format", "json")
    worse = [one for one in json.loads(told)["diagnostics"] if one["severity"] != "advice"]
    assert [one for one in worse if "03-listening" in one["file"]] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_told(name: str) -> None:
    """Each command stands in the guide with something to type."""
    assert any(re.search(rf"^\$ lactern {name}\b", fence.text, re.MULTILINE) for fence in FENCES)


def test_the_guide_is_without_a_finding(tmp_path: Path) -> None:
    """No error, no warning, no advice: the guide does what it says."""
    done = subprocess.run(
        [*COMMAND, "check", f"slides/{GUIDE}", f"quizzes/{GUIDE}", "--format", "json"],
        cwd=ROOT, env=environment(tmp_path), capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["diagnostics"] == []


@pytest.mark.pdf
@pytest.mark.slow
def test_the_guide_is_built_without_a_finding(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Neither decks nor pages nor paper have one: no slide runs over, no sheet is too long, no letter is missing."""
    made = flagship(tmp_path_factory, options=("--paper", "a4"), course=GUIDE)
    done = subprocess.run(
        [*COMMAND, "build", "--strict", "--paper", "a4", "--site-dir", str(made / "site"), "--presenter-dir",
         str(made / "presenter")],
        cwd=made / "project", env=environment(made.parent / "cache"), capture_output=True, text=True,
        encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


def test_every_slide_is_read_and_said(guide: Loaded) -> None:
    """Whoever reads alone, and whoever teaches it, finds words for each slide that is not a question."""
    (course,) = guide.courses
    for lesson in course.lessons:
        for slide in lesson.slides:
            if slide.id in ("title", "practice", "ask"):
                continue
            assert slide.prose, (lesson.id, slide.id)
            assert slide.notes, (lesson.id, slide.id)
        assert sum(section.seconds for section in lesson.sections) == lesson.minutes * 60


def test_every_example_comes_to_something(guide: Loaded) -> None:
    """An example whose result is empty would show half of what it promises."""
    (course,) = guide.courses
    found = 0
    for lesson in course.lessons:
        for slide in lesson.slides:
            for block in (*slide.blocks, *slide.prose):
                if isinstance(block, Example):
                    found += 1
                    assert block.blocks or block.prose or block.notes, (lesson.id, slide.id)
    assert found > 20
