"""The Jinja environment: structure of pages and blocks, autoescaped, undefined names are errors."""

from pathlib import Path

from jinja2 import BaseLoader, Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined, Template

from builder.render.memo import own_folder

TEMPLATES = Path(__file__).parent.parent / "templates"


class Templates:
    """Finds and draws templates. A format's own folder wins over the shared one: `handout/block/video.html`
    stands in for `block/video.html` when `drawer("handout")` asks."""

    def __init__(self, loader: BaseLoader | None = None) -> None:
        self._environment = Environment(
            loader=loader or FileSystemLoader(TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            bytecode_cache=compiled(),
        )
        # Words in Arabic letters would take three times the room as escapes.
        self._environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
        self._chosen: dict[tuple[str, str], Template] = {}

    def get(self, name: str, format: str = "") -> Template:
        """The template of that name, or the format's own version of it."""
        key = (format, name)
        if key not in self._chosen:
            names = [f"{format}/{name}", name] if format else [name]
            self._chosen[key] = self._environment.select_template(names)
        return self._chosen[key]

    def page(self, name: str, **values: object) -> bytes:
        """A whole page as UTF-8."""
        return self.get(name).render(**values).encode("utf-8")


def compiled() -> FileSystemBytecodeCache | None:
    """Where compiled templates are kept: compiling ours takes as long as drawing a hundred slides. Jinja keys them
    by the template's text and its own version. Without such a folder nothing is kept."""
    folder = own_folder("templates")
    return FileSystemBytecodeCache(str(folder)) if folder else None
