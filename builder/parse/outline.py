"""A lesson's structure as the scanner found it: sections, slides, and the nodes on them; no Markdown converted yet."""

from typing import NamedTuple

from builder.model.attributes import Attributes
from builder.model.diagnostic import Diagnostic
from builder.model.place import Place


class Run(NamedTuple):
    """Running Markdown between two marks; `at` is its first line."""

    text: str
    at: Place


class Pause(NamedTuple):
    """A `. . .`."""

    at: Place


class Picture(NamedTuple):
    """A picture alone on its line."""

    alt: str
    target: str
    caption: str
    attributes: Attributes
    at: Place


class Shortcode(NamedTuple):
    """A `{{< name words key="value" >}}` alone on its line."""

    name: str
    words: tuple[str, ...]
    attributes: Attributes
    at: Place


class Box(NamedTuple):
    """A `:::` block. `kind` is its plain word or first class: notes, columns, callout-note, …; `source` are the lines
    of an example as they are written."""

    kind: str
    attributes: Attributes
    nodes: "tuple[Node, ...]"
    at: Place
    source: str = ""


Node = Run | Pause | Picture | Shortcode | Box


class SlideOutline(NamedTuple):
    """`title` is empty after a bare `---`."""

    title: str
    attributes: Attributes
    nodes: tuple[Node, ...]
    at: Place


class SectionOutline(NamedTuple):
    """What stands below one `#`, or before the first."""

    title: str
    attributes: Attributes
    slides: tuple[SlideOutline, ...]
    at: Place


class Outline(NamedTuple):
    """`definitions` are the lesson's footnotes, link targets and abbreviations, by the text that uses them. `breaks`
    are the lines on which a section or slide begins."""

    sections: tuple[SectionOutline, ...]
    definitions: tuple[tuple[str, str], ...]
    files: tuple[str, ...]
    noticed: tuple[Diagnostic, ...]
    breaks: tuple[Place, ...] = ()
