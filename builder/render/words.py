"""Interface words in the course's language, from `builder/locales/<language>/<part>.toml`."""

from collections.abc import Mapping
from pathlib import Path

Entry = str | Mapping[str, str]

LOCALES = Path(__file__).parent.parent / "locales"


class Words:
    """Looks up interface words: `words("deck.next")`, `words("quiz.score", got=3, of=5)`.

    A key is `part.name` or `part.table.name`. Plurals are tables with `one` and `other`, chosen by `n`.
    A language that lacks a part falls back on English. An unknown key is a bug and raises KeyError.
    """

    def __init__(self, language: str, folder: Path = LOCALES) -> None:
        self.language = language
        self._folder = folder
        self._parts: dict[str, dict[str, Entry]] = {}

    def __call__(self, key: str, *, n: int | None = None, **values: object) -> str:
        part, _, name = key.partition(".")
        entry = self.part(part)[name]
        if not isinstance(entry, str):
            entry = entry["one" if n == 1 else "other"]
        if n is not None:
            values["n"] = n
        for placeholder, value in values.items():
            entry = entry.replace("{" + placeholder + "}", str(value))
        return entry

    def part(self, name: str) -> dict[str, Entry]:
        """All words of one part, keyed by dotted name; what a page hands to its script."""
        if name not in self._parts:
            self._parts[name] = self._read(name)
        return self._parts[name]

    def _read(self, name: str) -> dict[str, Entry]:
        import tomllib

        for language in dict.fromkeys((self.language, self.language.split("-")[0], "en")):
            path = self._folder / language / f"{name}.toml"
            if path.is_file():
                return dict(flatten(tomllib.loads(path.read_text("utf-8"))))
        raise KeyError(name)


def has_words(language: str) -> bool:
    """Whether there are interface words for a language, or for the one it is a kind of."""
    return any((LOCALES / name).is_dir() for name in (language, language.split("-")[0]))


def flatten(table: Mapping[str, object], prefix: str = "") -> list[tuple[str, Entry]]:
    """Dotted names for nested tables; a table with `other` in it is one plural entry."""
    found: list[tuple[str, Entry]] = []
    for key, value in table.items():
        if isinstance(value, dict) and "other" not in value:
            found.extend(flatten(value, f"{prefix}{key}."))
        elif isinstance(value, dict):
            found.append((prefix + key, {str(k): str(v) for k, v in value.items()}))
        else:
            found.append((prefix + key, str(value)))
    return found
