"""A theme's folder: theme.yaml and its style sheets."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from builder.model.course import Course
from builder.model.diagnostic import Diagnostic
from builder.model.place import Place
from builder.model.theme import Theme
from builder.read.load import Recall, made_anew
from builder.read.rules import UNKNOWN_VALUE
from builder.read.schemas import THEME
from builder.read.source import Source, read_source
from builder.read.written import Written

PARTS = ("light", "dark", "scale", "contrast", "contrast-dark")
BASE = "calm"
"""What a theme leaves out is as in this one."""
PACKAGE = Path(__file__).parent.parent


def read(source: Source) -> tuple[Written, tuple[Diagnostic, ...]]:
    """A theme.yaml by its schema."""
    from builder.read.validate import read_yaml

    return read_yaml(source, THEME)


def shelves(root: Path) -> tuple[Path, ...]:
    """Where themes are looked for: the project's own, those in the wheel, those of the repository."""
    return (root / "themes", PACKAGE / "themes", PACKAGE.parent / "themes")


def looks_of(
    root: Path, courses: Iterable[Course], recall: Recall = made_anew
) -> tuple[dict[str, Theme], list[Diagnostic]]:
    """The themes of some courses, by the courses' ids, and what is wrong with them. A theme that cannot be read is
    missing; one that several courses have is read once."""
    looks: dict[str, Theme] = {}
    known: dict[str, Theme] = {}
    noticed: list[Diagnostic] = []
    for course in courses:
        if course.theme not in known:
            theme, unread = read_theme(root, course.theme, course.places.get("theme", course.at), recall)
            noticed += unread
            if theme is None:
                continue
            known[course.theme] = theme
        looks[course.id] = known[course.theme]
    return looks, noticed


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
    own: dict[str, str] = {}
    for kind, file in said.part("css").items():
        sheet = read_source(base, f"{folder}/{Path(str(file)).name}")
        if isinstance(sheet, Diagnostic):
            noticed += (sheet,)
        else:
            css[kind] = own[sheet.file] = sheet.text
    if any(d.rule.severity == "error" for d in noticed):
        return None, noticed
    tokens = {part: {k: str(v) for k, v in said.part(part).items()} for part in PARTS}
    light, dark, scale, contrast, contrast_dark = (tokens[part] for part in PARTS)
    shelf = next((shelf for shelf in shelves(base)[1:] if (shelf / BASE / "theme.yaml").is_file()), None)
    ours = shelf is not None and (base / folder).resolve().parent == shelf.resolve()
    places = {} if ours else dict(said.all_places())
    theme = Theme(
        name, said.text("title"), light, dark, scale, css, contrast, contrast_dark, places, {} if ours else own
    )
    if shelf is None or (shelf / BASE).resolve() == (base / folder).resolve():
        return theme, noticed
    below, more = load_theme(shelf.parent, f"{shelf.name}/{BASE}", BASE, recall)
    return (completed(theme, below) if below else theme), noticed + more


def completed(theme: Theme, base: Theme) -> Theme:
    """A theme with the base's values where it has none, its sheets after the base's.

    The base's high-contrast colours would undo the theme's own, so they hold only where it leaves the colours alone.
    """
    return theme._replace(
        light={**base.light, **theme.light},
        dark={**base.dark, **theme.dark},
        scale={**base.scale, **theme.scale},
        css={**base.css, **{kind: f"{base.css.get(kind, '')}\n{text}" for kind, text in theme.css.items()}},
        contrast=theme.contrast or ({} if theme.light else base.contrast),
        contrast_dark=theme.contrast_dark or ({} if theme.dark else base.contrast_dark),
    )
