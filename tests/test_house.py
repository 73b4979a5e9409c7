"""The rules of the house that no other tool keeps: sizes, names, light start-up, a light hand with what is shared."""

import ast
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "builder").rglob("*.py"))
SCRIPTS = sorted((ROOT / "builder/web/src").glob("*.js"))
LONGEST = 300
NO_NAMES = ("util", "utils", "helper", "helpers", "manager", "processor", "handler", "misc", "base", "data", "info")
NO_CLASSES = re.compile(r"(Manager|Helper|Processor|Handler|Util|Utils|Data|Info)$")
OURS_BY_RIGHT = frozenset(("QuickInline",))
MAKING = ("model", "read", "parse", "check", "formats", "render", "pipeline.py")
TALKING = ("cli.py", "__main__.py", "commands")
HEAVY = ("weasyprint", "PIL", "starlette", "pydantic", "playwright", "jsonschema", "hypothesis")


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("module", [*MODULES, *SCRIPTS], ids=named)
def test_size(module: Path) -> None:
    """No module is longer than 300 lines: what is longer has two concerns."""
    assert len(module.read_text(encoding="utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("module", MODULES, ids=named)
def test_names(module: Path) -> None:
    """Modules and classes are named by what they are about, in a trainer's words."""
    assert module.stem not in NO_NAMES
    tree = ast.parse(module.read_text(encoding="utf-8"))
    classes = [node.name for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    assert [name for name in classes if NO_CLASSES.search(name) and name not in OURS_BY_RIGHT] == []


@pytest.mark.parametrize("module", MODULES, ids=named)
def test_docstring(module: Path) -> None:
    """Every module begins by saying what it is for."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    assert not tree.body or ast.get_docstring(tree)


@pytest.mark.parametrize("module", [m for m in MODULES if m.relative_to(ROOT).parts[1] not in TALKING], ids=named)
def test_quiet(module: Path) -> None:
    """Nothing below the commands prints, exits or logs: what is noticed is a value."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    called = [node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)]
    assert not {"print", "exit", "quit", "input"} & set(called)


@pytest.mark.parametrize("module", [m for m in MODULES if m.relative_to(ROOT).parts[1] in MAKING], ids=named)
def test_no_clock_and_no_chance(module: Path) -> None:
    """The same input gives the same bytes: no random numbers, and no clock but the course's own date."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert not {"random", "secrets", "uuid"} & imported
    called = {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    assert not {"datetime.now", "datetime.datetime.now", "date.today", "datetime.date.today", "time.time"} & called


def modules_after(code: str, *arguments: str) -> set[str]:
    """What a fresh process has imported after running some code."""
    code += "\nimport sys; sys.stdout.write('\\n' + ' '.join(sys.modules))"
    with tempfile.TemporaryDirectory() as cache:
        run = subprocess.run(
            [sys.executable, "-c", code, *arguments], capture_output=True, text=True, timeout=60, check=True, cwd=ROOT,
            env={**os.environ, "XDG_CACHE_HOME": cache},
        )  # fmt: skip
    return {name.split(".")[0] for name in run.stdout.rsplit("\n", 1)[-1].split()}


def test_loading_is_light(tmp_path: Path) -> None:
    """Loading a course brings in nothing that takes long to import."""
    (tmp_path / "slides/c").mkdir(parents=True)
    (tmp_path / "slides/c/course.yaml").write_text("title: A\nlanguage: en\n", encoding="utf-8")
    (tmp_path / "slides/c/01-a.md").write_text("## A\n\n*Words* [@b].\n", encoding="utf-8")
    code = "import sys; from pathlib import Path; from builder.pipeline import load; load(Path(sys.argv[1]))"
    assert not set(HEAVY) & modules_after(code, str(tmp_path))


def test_command_line_is_light() -> None:
    """`lactern --version` answers before a template engine or a Markdown reader is imported."""
    code = "from builder.cli import main\ntry:\n    main(['--version'])\nexcept SystemExit:\n    pass"
    assert not {"jinja2", "markdown", "yaml", *HEAVY} & modules_after(code)


def test_nouns_are_light() -> None:
    """The nouns of the house need the standard library only."""
    names = [m.stem for m in (ROOT / "builder/model").glob("*.py") if m.stem != "__init__"]
    imported = modules_after("\n".join(f"import builder.model.{name}" for name in names))
    others = {name for name in imported if name not in sys.stdlib_module_names and not name.startswith("_")}
    assert others <= {"builder", "sitecustomize", "usercustomize"}
