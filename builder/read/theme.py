"""A theme's folder: theme.yaml and its style sheets."""

from functools import partial
from pathlib import Path

from builder.model.diagnostic import Diagnostic
from builder.model.place import Place
from builder.model.theme import Theme
from builder.read.load import Recall, made_anew
from builder.read.rules import UNKNOWN_VALUE
from builder.read.schemas import THEME
from builder.read.source import Source, read_source
from builder.read.written import Written

PARTS = ("light", "dark", "scale", "contrast", "contrast-dark")
PACKAGE = Path(__file__).parent.parent


def read(source: Source) -> tuple[Written, tuple[Diagnostic, ...]]:
    """A theme.yaml by its schema."""
    from builder.read.validate import read_yaml

    return read_yaml(source, THEME)


def shelves(root: Path) -> tuple[Path, ...]:
    """Where themes are looked for: the project's own, those in the wheel, those of the repository."""
    return (root / "themes", PACKAGE / "themes", PACKAGE.parent / "themes")


def read_theme(
    root: Path, name: str, asked_at: Place, recall: Recall = made_anew
) -> tuple[Theme | None, tuple[Diagnostic, ...]]:
    """The theme of that name, or what is wrong with it. `asked_at` is where the course names it."""
    for shelf in shelves(root):
        folder = shelf / name
        if (folder / "theme.yaml").is_file():
            return load_theme(shelf.parent, f"{shelf.name}/{name}", name, recall)
    from builder.read.validate import offer

    known = sorted({f.parent.name for shelf in shelves(root) if shelf.is_dir() for f in shelf.glob("*/theme.yaml")})
    return None, (Diagnostic(UNKNOWN_VALUE, asked_at, f"there is no theme “{name}”", offer(name, known)),)


def load_theme(
    base: Path, folder: str, name: str, recall: Recall = made_anew
) -> tuple[Theme | None, tuple[Diagnostic, ...]]:
    """Read the theme in `base/folder`."""
    source = read_source(base, f"{folder}/theme.yaml")
    if isinstance(source, Diagnostic):
        return None, (source,)
    said, noticed = recall((source.file, source.text), partial(read, source))
    css: dict[str, str] = {}
    for kind, file in said.part("css").items():
        sheet = read_source(base, f"{folder}/{Path(str(file)).name}")
        if isinstance(sheet, Diagnostic):
            noticed += (sheet,)
        else:
            css[kind] = sheet.text
    if any(d.rule.severity == "error" for d in noticed):
        return None, noticed
    tokens = {part: {k: str(v) for k, v in said.part(part).items()} for part in PARTS}
    light, dark, scale, contrast, contrast_dark = (tokens[part] for part in PARTS)
    return Theme(name, said.text("title"), light, dark, scale, css, contrast, contrast_dark), noticed
