"""Printed parts as one PDF that keeps what makes them accessible: their structure trees become parts of one, under one
table of what stands where (ISO 32000-1, 14.7); their bookmarks stand below one for each part.
"""

import re
import warnings
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any, NamedTuple

from builder.render.bindery import saved

TAGGED = re.compile(rb"/\w+\s*<<[^>]*/MCID[^>]*>>\s*BDC")
"""The beginning of marked content that belongs to a tag."""


class Part(NamedTuple):
    """One printed document in a pack; `letter` is on its tabs and in its page labels."""

    letter: str
    title: str
    data: bytes


def pack(cover: bytes, parts: Sequence[Part], tabs: bytes) -> bytes:
    """The cover and the parts as one tagged PDF with bookmarks and page labels. `tabs` has a page for each part, whose
    letter is set on every page of the part. Links of the cover to `part:LETTER` lead to the parts."""
    import pikepdf

    with pikepdf.open(BytesIO(cover)) as whole, pikepdf.open(BytesIO(tabs)) as letters:
        binder = _Binder(whole)
        for number, part in enumerate(parts):
            with pikepdf.open(BytesIO(part.data)) as pages:
                binder.add(part, pages, letters.pages[number])
        binder.finish()
        return saved(whole)


class _Binder:
    """Grows a PDF, which begins as the cover, part by part."""

    def __init__(self, whole: Any) -> None:
        import pikepdf

        self.pdf = whole
        self.tree = whole.Root.StructTreeRoot
        self.numbers = list(self.tree.ParentTree.Nums)
        self.document = self.tree.K[0] if isinstance(self.tree.K, pikepdf.Array) else self.tree.K
        self.kids = list(self.document.K) if isinstance(self.document.K, pikepdf.Array) else [self.document.K]
        self.free = 1 + max((int(number) for number in self.numbers[::2]), default=-1)
        self.places: dict[str, Any] = {}
        self.starts: dict[str, int] = {}
        self.labels: list[Any] = [0, pikepdf.Dictionary(S=pikepdf.Name.r)]
        with whole.open_outline() as outline:
            self.outline = list(outline.root)

    def add(self, part: Part, pages: Any, tab: Any) -> None:
        """Put a part at the end: pages, tags, places that links lead to, bookmarks, labels."""
        import pikepdf

        first = len(self.pdf.pages)
        self.starts[part.letter] = first
        places = list(_places(pages))
        bookmarks = list(_bookmarks(pages))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # that named places are lost: they are put back below
            self.pdf.pages.extend(pages.pages)
        fresh = [self.pdf.pages[at] for at in range(first, len(self.pdf.pages))]
        self._tags(part, self.pdf.copy_foreign(pages.Root.StructTreeRoot), fresh)
        for name, page, rest in places:
            self.places[f"{part.letter}-{name}"] = pikepdf.Array([fresh[page].obj, *rest])
        self.outline.append(_outlined(part.title, self.pdf, first, bookmarks))
        self.labels += [first, pikepdf.Dictionary(S=pikepdf.Name.D, P=f"{part.letter}-")]
        self._stamp(fresh, tab)

    def _tags(self, part: Part, tree: Any, fresh: Sequence[Any]) -> None:
        """The part's structure tree becomes a part of the whole's, and its numbers go on where the whole's end."""
        import pikepdf

        kids = list(tree.K) if isinstance(tree.K, pikepdf.Array) else [tree.K]
        for kid in kids:
            kid.S, kid.P, kid.T = pikepdf.Name.Part, self.document, pikepdf.String(part.title)
            self.kids.append(kid)
        pairs = list(tree.ParentTree.Nums)
        for number, owner in zip(pairs[::2], pairs[1::2], strict=True):
            self.numbers += [int(number) + self.free, owner]
        for page in fresh:
            if "/StructParents" in page.obj:
                page.obj.StructParents = int(page.obj.StructParents) + self.free
            for note in page.obj.get("/Annots", ()):
                if "/StructParent" in note:
                    note.StructParent = int(note.StructParent) + self.free
                if isinstance(note.get("/Dest"), pikepdf.String):
                    note.Dest = pikepdf.String(f"{part.letter}-{note.Dest}")
        self.free += 1 + max((int(number) for number in pairs[::2]), default=-1)

    def _stamp(self, fresh: Sequence[Any], tab: Any) -> None:
        """Set the part's letter on its pages, as something that is not read aloud. Pages that lie across have it
        turned, for they are bound at their head."""
        import pikepdf

        form = self.pdf.copy_foreign(tab.as_form_xobject())
        form.write(TAGGED.sub(b"/Artifact BMC", form.read_bytes()))
        width, height = float(tab.mediabox[2]), float(tab.mediabox[3])
        for page in fresh:
            across = float(page.mediabox[2]) > float(page.mediabox[3])
            turn = b"0 1 -1 0 %.4f 0 cm " % height if across and width < height else b""
            name = page.add_resource(form, pikepdf.Name.XObject, pikepdf.Name("/Tab"))
            page.contents_add(b"q\n", prepend=True)
            page.contents_add(b"\nQ\nq " + turn + str(name).encode() + b" Do Q\n")

    def finish(self) -> None:
        """Write down what was gathered."""
        import pikepdf

        root = self.pdf.Root
        self.document.K = pikepdf.Array(self.kids)
        self.tree.ParentTree = self.pdf.make_indirect(pikepdf.Dictionary(Nums=pikepdf.Array(self.numbers)))
        names = [part for name in sorted(self.places) for part in (pikepdf.String(name), self.places[name])]
        root.Names = pikepdf.Dictionary(Dests=pikepdf.Dictionary(Names=pikepdf.Array(names)))
        root.PageLabels = pikepdf.Dictionary(Nums=pikepdf.Array(self.labels))
        root.PageMode = pikepdf.Name.UseOutlines
        with self.pdf.open_outline() as outline:
            outline.root[:] = self.outline
        for page in self.pdf.pages[: min(self.starts.values(), default=0)]:
            for note in page.obj.get("/Annots", ()):
                letter = str(note.get("/A", {}).get("/URI", "")).removeprefix("part:")
                if letter in self.starts:
                    del note.A
                    note.Dest = pikepdf.Array([self.pdf.pages[self.starts[letter]].obj, pikepdf.Name.Fit])


def _places(pdf: Any) -> Iterator[tuple[str, int, list[Any]]]:
    """The named places of a PDF: name, page and where on it."""
    at = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    named = list(pdf.Root.get("/Names", {}).get("/Dests", {}).get("/Names", ()))
    for name, place in zip(named[::2], named[1::2], strict=True):
        yield str(name), at[place[0].objgen], [_plain(value) for value in list(place)[1:]]


def _plain(value: Any) -> Any:
    """A value that belongs to no PDF."""
    import pikepdf

    return pikepdf.Name(str(value)) if isinstance(value, pikepdf.Name) else value


class _Bookmark(NamedTuple):
    title: str
    page: int
    left: float
    top: float
    closed: bool
    inside: tuple["_Bookmark", ...]


def _bookmarks(pdf: Any) -> tuple[_Bookmark, ...]:
    at = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}

    def read(items: Any) -> tuple[_Bookmark, ...]:
        return tuple(
            _Bookmark(
                one.title, at[one.destination[0].objgen], float(one.destination[2]), float(one.destination[3]),
                one.is_closed, read(one.children),
            )
            for one in items
        )  # fmt: skip

    with pdf.open_outline() as outline:
        return read(outline.root)


def _outlined(title: str, pdf: Any, first: int, inside: Sequence[_Bookmark]) -> Any:
    """A bookmark for a part, closed, with the part's own in it. A part's only heading is the part's title."""
    import pikepdf

    def item(one: _Bookmark) -> Any:
        place = pikepdf.make_page_destination(
            pdf, first + one.page, pikepdf.PageLocation.XYZ, left=one.left, top=one.top
        )
        made = pikepdf.OutlineItem(one.title, place)
        made.is_closed = one.closed
        made.children.extend(item(kid) for kid in one.inside)
        return made

    own = inside[0].inside if len(inside) == 1 else inside
    whole = pikepdf.OutlineItem(title, pikepdf.make_page_destination(pdf, first, pikepdf.PageLocation.Fit))
    whole.is_closed = True
    whole.children.extend(item(one) for one in own)
    return whole
