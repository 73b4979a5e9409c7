"""What stands in a YAML file: values as written, each with its place. Knows nothing of YAML itself, so that what an
earlier build read can be taken up again without the YAML library."""

from typing import Any

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


def written(at: Place) -> Written:
    """An empty mapping at a place."""
    empty = Written()
    empty.at, empty.places = at, {}
    return empty
