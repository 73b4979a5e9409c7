"""What stands in a YAML file: values as written, each with its place. Knows nothing of YAML itself, so that what an
earlier build read can be taken up again without the YAML library."""

from collections.abc import Iterator
from typing import Any

from builder.model.diagnostic import Ignore
from builder.model.place import Place


class Written(dict[str, Any]):
    """A mapping as written: its values, its own place, and the place of each value."""

    at: Place
    places: dict[str, Place]

    def place(self, key: str) -> Place:
        """Where a value stands; the mapping itself where the key is not there."""
        return self.places.get(key, self.at)

    def part(self, key: str) -> "Written":
        """A mapping inside this one, empty if it is not there."""
        found = self.get(key)
        return found if isinstance(found, Written) else written(self.place(key))

    def parts(self, key: str) -> "list[Written]":
        """A list of mappings inside this one, empty if it is not there."""
        return [entry for entry in self.get(key) or () if isinstance(entry, Written)]

    def text(self, key: str, default: str = "") -> str:
        """A text inside this one, or the default."""
        value = self.get(key)
        return default if value is None else str(value)

    def all_places(self, above: str = "") -> Iterator[tuple[str, Place]]:
        """The place of each value by its keys, `review.due` or `lines.0.number`; of questions only where they begin."""
        for key, at in self.places.items():
            yield above + key, at
            value = self[key]
            if isinstance(value, Written):
                yield from value.all_places(f"{above}{key}.")
            elif isinstance(value, list) and key != "questions":
                for number, entry in enumerate(value):
                    if isinstance(entry, Written):
                        yield f"{above}{key}.{number}", entry.at
                        yield from entry.all_places(f"{above}{key}.{number}.")

    def ignored(self) -> tuple[Ignore, ...]:
        """What `ignore:` names: codes, each with its reason and its place."""
        part = self.part("ignore")
        return tuple(
            Ignore(code, "" if reason is None else str(reason), part.place(code)) for code, reason in part.items()
        )


def written(at: Place) -> Written:
    """An empty mapping at a place."""
    empty = Written()
    empty.at, empty.places = at, {}
    return empty
