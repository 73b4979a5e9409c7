"""Pictures, sounds, videos and other files that a course shows."""

from typing import NamedTuple

from builder.model.place import Place


class Asset(NamedTuple):
    """A file of a course. `id` is its path from the course's folder, `file` from the project root (both POSIX).

    `width` and `height` are in pixels (an SVG's viewBox units), 0 where unknown; `size` in bytes; `digest` is
    the SHA-256 in hexadecimal. `svg` holds the text of an SVG picture, already checked to be safe to inline.
    """

    id: str
    file: str
    media: str
    size: int
    digest: str
    width: int = 0
    height: int = 0
    svg: str = ""
    at: Place = Place("")

    @property
    def name(self) -> str:
        """The file's name, without folders."""
        return self.id.rsplit("/", 1)[-1]
