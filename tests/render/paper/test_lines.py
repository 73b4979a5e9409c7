"""No line ends before it must."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from builder.render import press
from builder.render.paper.fonts import faces, needed, stack, unpacked
from builder.render.web import WebFiles
from formats.small import kit

TEXT = "This dopamine acts at the <strong>pituitary gland</strong>. Nothing here is about mood yet."
WIDTHS = range(120, 260)


def lines(box: Any) -> Iterator[tuple[float, str]]:
    """Width and text of each line."""
    box = getattr(box, "_box", box)
    if type(box).__name__ == "LineBox":
        yield box.width, "".join(words(box))
        return
    for child in getattr(box, "children", ()):
        yield from lines(child)


def words(box: Any) -> Iterator[str]:
    if hasattr(box, "pango_layout"):
        yield box.text
    for child in getattr(box, "children", ()):
        yield from words(child)


@pytest.mark.pdf
@pytest.mark.skipif(not WebFiles().folder.joinpath("fonts.json").is_file(), reason="no fonts were built")
def test_a_line_ends_where_the_next_word_would_not_fit_whatever_its_width(tmp_path: Path) -> None:
    of = kit(tmp_path, web=WebFiles())
    fonts = needed(of, TEXT)
    family = stack('"Atkinson Hyperlegible Next"', fonts)
    columns = "".join(f'<p style="width:{width}px">{TEXT}</p>' for width in WIDTHS)
    style = f"{faces(fonts)}html{{font-family:{family};font-size:12px}}@page{{size:4000mm;margin:0}}"
    page = f'<!doctype html><html lang="en"><head><style>{style}</style></head><body>{columns}</body></html>'
    files = {f"font:{f.file.rpartition('/')[2]}": ("font/ttf", unpacked(of.web.data(f.file))) for f in fonts}
    press._load()
    document = press._layer(files)(page)
    everything = [line for page in document.pages for line in lines(page._page_box)]
    first = [(width, text) for width, text in everything if text.startswith("This")]
    assert len(first) == len(WIDTHS)
    for room, (_, text) in zip(WIDTHS, first, strict=True):
        assert text != "This", room
        assert len(text.split()) >= (5 if room > 170 else 3), (room, text)
