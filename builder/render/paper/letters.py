"""Arabic that can be copied, searched and read aloud from a PDF.

A font draws a letter such as ب as a stroke and a dot that it shares with other letters. WeasyPrint lets every glyph
stand for one text, that of its first use, so that all other letters with this stroke or dot come out wrong, or as
nothing at all, which PDF/UA-1 forbids (ISO 14289-1, 7.21.7). Here a glyph that is used for another text gets a second
number: the same drawing, another meaning. `CIDToGIDMap` (ISO 32000-1, 9.7.4.3) leads from the number to the glyph.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any
from unicodedata import category

COMPOSED = re.compile("[\u0600-\u08ff\ufb50-\ufdff\ufe70-\ufeff]")
"""Scripts whose letters are put together from glyphs that they share."""
CODES = re.compile(rb"<([0-9a-f]*)>")
UNSEEN = "\u200d"
"""What the further glyphs of a letter say, for a glyph must say something: a joiner, which nobody sees."""
SILENT = b">] TJ\n/Span <</ActualText ()>> BDC\n[<%s>] TJ\nEMC\n[<"
"""They are drawn so that they are not read either."""
SPARE = 1024
"""So many numbers after the last glyph are left to WeasyPrint, which puts characters there that no font has."""
Glyph = tuple[Any, int, str]
"""A font of WeasyPrint's, the glyph's number in it, and what it says here."""


def mend() -> None:
    """Teach WeasyPrint, once."""
    import pydyf
    import weasyprint.draw.text as drawing
    import weasyprint.pdf.fonts as writing

    if getattr(drawing, "lactern", False):
        return
    drawing.lactern = True
    draw, write = drawing.draw_first_line, writing._build_vector_font_dictionary

    def draw_first_line(stream: Any, textbox: Any, *more: Any) -> Any:
        start = len(stream.stream)
        emojis = draw(stream, textbox, *more)
        if COMPOSED.search(textbox.text):
            stream.stream[start:] = renumbered(stream.stream[start:], list(_drawn(stream, textbox)))
        return emojis

    def build(font_dictionary: Any, pdf: Any, font: Any, *more: Any) -> None:
        write(font_dictionary, pdf, font, *more)
        if known := getattr(font, "seconds", None):
            way = pydyf.Stream([to_glyphs(known, font.glyph_count)], compress=True)
            pdf.add_object(way)
            _descendant(pdf, font_dictionary)["CIDToGIDMap"] = way.reference

    drawing.draw_first_line = draw_first_line
    writing._build_vector_font_dictionary = build


def renumbered(operators: list[Any], glyphs: Sequence[Glyph]) -> list[Any]:
    """A line's drawing operators with second numbers where a glyph says something new. A line that does not look as
    expected stays as it is."""
    shown = [one for one in operators if isinstance(one, bytes) and one.endswith(b"TJ")]
    if sum(len(codes) // 4 for one in shown for codes in CODES.findall(one)) != len(glyphs):
        return operators
    left = iter(glyphs)

    def again(match: re.Match[bytes]) -> bytes:
        shown = [next(left) for _ in range(0, len(match[1]), 4)]
        codes = ((b"%s" if said else SILENT) % b"%04x" % number(font, glyph, said) for font, glyph, said in shown)
        return b"<%s>" % b"".join(codes)

    return [
        CODES.sub(again, one).replace(b"[<>] TJ\n", b"") if isinstance(one, bytes) and one.endswith(b"TJ") else one
        for one in operators
    ]


def number(font: Any, glyph: int, said: str) -> int:
    """The glyph's own number where that stands for what is said, else a second one."""
    said = said or UNSEEN
    font.to_unicode[glyph] = font.to_unicode.get(glyph) or UNSEEN
    if font.to_unicode[glyph] == said:
        return glyph
    known = font.__dict__.setdefault("seconds", {})
    if (glyph, said) not in known:
        second = known[glyph, said] = font.glyph_count + SPARE + len(known)
        font.to_unicode[second] = said
        font.widths[second] = font.widths[glyph]
    return int(known[glyph, said])


def to_glyphs(known: dict[tuple[int, str], int], count: int) -> bytes:
    """The map from numbers to glyphs, two bytes each: every glyph by its own number, then the second numbers."""
    glyph_of = {second: glyph for (glyph, _), second in known.items()}
    numbers = range(max(known.values()) + 1)
    return b"".join((glyph_of.get(one, one if one < count else 0)).to_bytes(2, "big") for one in numbers)


def clusters(starts: Sequence[int], text: bytes, end: int) -> dict[int, str]:
    """What is said from each of these places on: a mark above or below a letter belongs to the letter."""
    letters: list[int] = []
    for start, stop in zip(starts, [*starts[1:], end], strict=True):
        marks = all(category(sign) == "Mn" for sign in text[start:stop].decode("utf-8"))
        if not letters or not marks:
            letters.append(start)
    return {start: text[start:stop].decode("utf-8") for start, stop in zip(letters, [*letters[1:], end], strict=True)}


def _drawn(stream: Any, textbox: Any) -> Iterator[Glyph]:
    """The glyphs of the line that was drawn just now, in the same order. The widest of a letter's glyphs says the
    letter."""
    from weasyprint.text.ffi import ffi, pango

    line, _ = textbox.pango_layout.get_first_line()
    text = textbox.pango_layout.text.encode("utf-8")
    run = line.runs[0]
    while run != ffi.NULL:
        item, run = run.data, run.next
        font, _ = stream.add_font(item.item.analysis.font)
        glyphs, places, count = item.glyphs.glyphs, item.glyphs.log_clusters, item.glyphs.num_glyphs
        first = item.item.offset
        begun = sorted({places[index] for index in range(count)})
        said = clusters([first + place for place in begun], text, first + item.item.length)
        letters = list(said)
        letter = [letters[bisect_right(letters, first + places[index]) - 1] for index in range(count)]
        widest = {letter[i]: i for i in sorted(range(count), key=lambda i: (glyphs[i].geometry.width, -i))}
        for index in range(count):
            glyph = glyphs[index].glyph
            if glyph == pango.PANGO_GLYPH_EMPTY:
                continue
            if glyph & pango.PANGO_GLYPH_UNKNOWN_FLAG:
                glyph = font.get_unused_glyph_id(glyph - pango.PANGO_GLYPH_UNKNOWN_FLAG)
            yield font, glyph, said[letter[index]] if widest[letter[index]] == index else ""


def _descendant(pdf: Any, font_dictionary: Any) -> Any:
    """The CIDFont of a font that was written just now."""
    wanted = font_dictionary["DescendantFonts"][0]
    return next(one for one in reversed(pdf.objects) if one.reference == wanted)
