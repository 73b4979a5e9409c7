"""Every fault of reading and parsing, and every rule of the checks, in a file that has it: the cases in `diagnostics/`.

A case is named by its rule's code, a hyphen, and some words. It holds the faulty file, then a line `=== report` and the
findings; for a rule of the checks, its own findings alone. `.md` is a lesson, `.yaml` the file that its first comment
names (`# quizzes/c/post-test.yaml`). A line `=== path` begins a further file of the project; behind the path,
`(latin-1)` gives its encoding, `(gone)` removes the file, `(closed)` forbids to read it, `(6 MB)` makes it that large,
`(8 by 6 pixels)` makes it a photograph of that size.
`UPDATE_GOLDEN=1 pytest tests/test_diagnostics.py` writes down the findings as they are now; read them before keeping.
"""

import os
import re
from pathlib import Path

import pytest

from builder.check import rules as checked
from builder.model.diagnostic import Rule
from builder.parse.rules import RULES as PARSE_RULES
from builder.pipeline import judge
from builder.read.rules import RULES as READ_RULES
from support.project import Project

FOLDER = Path(__file__).parent / "diagnostics"
CHECKED = {rule.code: rule for rule in checked()}
RULES = {rule.code: rule for rule in (*READ_RULES, *PARSE_RULES)} | CHECKED
FILES = [f for f in sorted(FOLDER.iterdir()) if f.suffix in (".md", ".yaml") and f.name.split("-")[0] in RULES]
PART = re.compile(r"^=== (\S.*?)(?: \((.+)\))?\n", re.MULTILINE)


def report(project: Project, case: Path, text: str) -> str:
    """Lay down the case's files and say what is found."""
    first, *more = PART.split(text)
    if case.suffix == ".md":
        project.lesson(first)
    else:
        project.lesson().file(first.split("\n", 1)[0].removeprefix("# "), first)
    closed = []
    for path, how, content in zip(more[::3], more[1::3], more[2::3], strict=True):
        if how == "gone":
            (project.root / path).unlink()
        elif how == "closed":
            closed.append(project.file(path, content).root / path)
        elif how and how.endswith(" pixels"):
            project.file(path, photograph(*(int(side) for side in how.split()[::2][:2])))
        elif how and how.endswith(" MB"):
            project.file(path, content.encode() + b"\n<!-- " + b"x" * int(how[:-3]) * 1_000_000 + b" -->")
        else:
            project.file(path, content.encode(how or "utf-8"))
    read = Path.read_bytes

    def read_unless_closed(path: Path) -> bytes:
        if path in closed:  # the tests may run as root, who may read everything
            raise PermissionError(13, "Permission denied")
        return read(path)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "read_bytes", read_unless_closed)
        code = case.name.split("-")[0]
        if code in CHECKED:
            noticed = tuple(d for d in judge(project.root).diagnostics if d.rule.code == code)
        else:
            noticed = project.load().diagnostics
    lines = []
    for finding in noticed:
        lines.append(f"{finding.at} {finding.rule.severity} {finding.rule.code}: {finding.message}\n")
        if finding.hint != finding.rule.instead:
            lines.append(f"  hint: {finding.hint}\n")
        lines += [f"  also: {place} {words}\n" for place, words in finding.related]
    return "".join(lines)


def photograph(width: int, height: int) -> bytes:
    """The head of a JPEG file, which tells its size."""
    size = height.to_bytes(2, "big") + width.to_bytes(2, "big")
    return b"\xff\xd8\xff\xc0\x00\x11\x08" + size + b"\x03\x01\x11\x00\x02\x11\x00\x03\x11\x00\xff\xd9"


@pytest.mark.parametrize("case", FILES, ids=[file.stem for file in FILES])
def test_finding(case: Path, project: Project) -> None:
    """The file has the fault that its name says, and the report says where, what and what to do."""
    text, _, expected = case.read_text(encoding="utf-8").partition("=== report\n")
    said = report(project, case, text)
    if os.environ.get("UPDATE_GOLDEN"):
        case.write_text(f"{text}=== report\n{said}", encoding="utf-8")
    assert said == expected
    assert f" {case.name.split('-')[0]}: " in said


@pytest.mark.parametrize("code", sorted(RULES))
def test_every_rule_has_its_file(code: str) -> None:
    """Every rule is shown by at least one file."""
    assert any(file.name.startswith(f"{code}-") for file in FILES), f"write tests/diagnostics/{code}-….md or .yaml"


@pytest.mark.parametrize("rule", RULES.values(), ids=list(RULES))
def test_every_rule_is_explained(rule: Rule) -> None:
    """A rule says what, why and what instead, in sentences, shows an example, and its name is the fault's."""
    assert re.fullmatch(r"[SCLQARTF]\d{3}", rule.code)
    assert re.fullmatch(r"before: .+\nafter:  .+", rule.example, re.DOTALL)
    assert re.fullmatch(r"[a-z0-9-]+", rule.name)
    for words in (rule.summary, rule.why, rule.instead):
        assert words[0].isupper() or not words[0].isalpha()
        assert words.rstrip().endswith((".", "?"))


def test_codes_and_names_are_given_once() -> None:
    """No two rules share a code or a name."""
    rules = (*READ_RULES, *PARSE_RULES, *checked())
    assert len({rule.code for rule in rules}) == len({rule.name for rule in rules}) == len(rules)
