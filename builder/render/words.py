"""Interface words in the course's language, from `builder/locales/<language>/<part>.toml`."""

import marshal
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path

from builder.model.language import RIGHT_TO_LEFT
from builder.render.memo import Memo, own_code, own_folder
from builder.render.plurals import Number, category

Entry = str | Mapping[str, str]

LOCALES = Path(__file__).parent.parent / "locales"
ENGLISH = "en"

ISOLATE, POP = "\u2068", "\u2069"
"""First-strong isolate and its end (UAX 9): what stands between them is ordered by itself, whatever is around it."""

DECIMAL_COMMA = ("de", "fr", "es")
DECIMAL_POINT = {"de": ("CH", "LI"), "es": ("419", "DO", "GT", "HN", "MX", "NI", "PA", "PE", "PR", "SV", "US")}
"""Regions that write a point where the rest of their language writes a comma (CLDR, number symbols)."""


class Words:
    """Looks up interface words: `words("deck.next")`, `words("quiz.score", got=3, of=5)`.

    A key is `part.name` or `part.table.name`. A plural is a table of the language's plural forms, chosen by `n`. What a
    regional language (`es-MX`) lacks comes from its language, and what that lacks from English. An unknown key is a
    bug and raises KeyError. Where the language is written from right to left, texts that are filled in keep their own
    order: an English title, a date and a version do not fall apart.
    """

    def __init__(self, language: str, folder: Path = LOCALES) -> None:
        self.language = language
        self._folder = folder
        self._parts: dict[str, dict[str, Entry]] = {}
        self._rtl = language.split("-")[0] in RIGHT_TO_LEFT

    def __call__(self, key: str, *, n: Number | None = None, **values: object) -> str:
        part, _, name = key.partition(".")
        entry = self.part(part)[name]
        if not isinstance(entry, str):
            entry = entry.get(category(self.language, n), entry["other"]) if n is not None else entry["other"]
        if n is not None:
            values["n"] = n
        for placeholder, value in values.items():
            entry = entry.replace("{" + placeholder + "}", self._shown(value))
        return entry

    def joined(self, texts: Iterable[str]) -> str:
        """Texts one after the other with the language's comma between them; empty ones are left out."""
        comma = self("common.listed", one="", other="")
        return comma.join(self._shown(text) for text in texts if text)

    def part(self, name: str) -> dict[str, Entry]:
        """All words of one part, keyed by dotted name; what a page hands to its script."""
        if name not in self._parts:
            self._parts[name] = self._read(name)
        return self._parts[name]

    def _read(self, name: str) -> dict[str, Entry]:
        """One part. Read from TOML it takes as long as drawing ten slides, so what was read is kept beside the compiled
        templates: both belong to the installation."""
        if self._folder != LOCALES:
            return self._read_anew(name)
        kept = Memo(own_folder("templates")).made(
            "words", (own_code(), self.language, name), lambda: marshal.dumps(self._read_anew(name))
        )
        try:
            words: dict[str, Entry] = marshal.loads(kept)
        except (ValueError, TypeError, EOFError):  # cut off
            return self._read_anew(name)
        return words

    def _read_anew(self, name: str) -> dict[str, Entry]:
        import tomllib

        found: dict[str, Entry] = {}
        for language in (ENGLISH, *kinds(self.language)):
            path = self._folder / language / f"{name}.toml"
            if path.is_file():
                found.update(flatten(tomllib.loads(path.read_text("utf-8"))))
        if not found:
            raise KeyError(name)
        return found

    def number(self, value: float | Decimal) -> str:
        """A number as the language writes it, in the digits that authors type."""
        text = f"{value:f}".rstrip("0").rstrip(".") if value != int(value) else str(int(value))
        return text.replace(".", ",") if self._writes_comma() else text

    def _shown(self, value: object) -> str:
        """What is filled in, as the language writes it."""
        if isinstance(value, float | Decimal):
            return self.number(value)
        text = str(value)
        whole = not self._rtl or isinstance(value, int) or not text or ISOLATE in text
        return text if whole else f"{ISOLATE}{text}{POP}"

    def _writes_comma(self) -> bool:
        language, *kind = self.language.split("-")
        return language in DECIMAL_COMMA and not set(kind) & set(DECIMAL_POINT.get(language, ()))


def kinds(language: str) -> Iterator[str]:
    """The languages whose words a page in this language shows, the more general first: `es`, `es-MX`."""
    tags = language.split("-")
    for length in range(1, len(tags) + 1):
        if (name := "-".join(tags[:length])) != ENGLISH:
            yield name


def languages(folder: Path = LOCALES) -> tuple[str, ...]:
    """The languages that have interface words."""
    return tuple(sorted(path.name for path in folder.iterdir() if any(path.glob("*.toml"))))


READ_OVER = frozenset(("en",))
"""The languages whose words somebody has read over who speaks them and works in this field."""


def has_words(language: str) -> bool:
    """Whether there are interface words for a language, or for the one it is a kind of."""
    return language.split("-")[0] in languages()


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
