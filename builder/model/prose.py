"""Markdown after its one conversion: neutral HTML and a list of what it uses."""

from typing import Literal, NamedTuple

from builder.model.place import Place

UseKind = Literal["link", "image", "cite", "anchor"]


class Use(NamedTuple):
    """One thing a piece of prose points at: a link's or picture's address as written, or a cited key.

    `detail` is the alternative text of an image, the visible text of a link, and empty for a citation. `credit`,
    `licence` and `consent` are an image's.
    """

    kind: UseKind
    target: str
    at: Place
    detail: str = ""
    credit: str = ""
    licence: str = ""
    consent: str = ""


class Prose(NamedTuple):
    """Neutral HTML. Formats never see Markdown.

    Addresses inside are `lesson:ID#slide`, `sheet:ID`, `quiz:ID`, `asset:PATH`, `#slide` or absolute ones;
    a citation is an empty `<cite data-keys="a b"></cite>`. `render.addresses` turns them into a format's own.
    `text` is the plain words, for counting, searching and speaking.
    """

    html: str
    text: str
    uses: tuple[Use, ...] = ()
    at: Place = Place("")


NOTHING = Prose("", "")
