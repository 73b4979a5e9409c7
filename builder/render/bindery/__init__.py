"""The bindery: printed parts become one PDF, and one PDF becomes folded sheets. The only door to pikepdf, which is
imported only when there is something to bind."""

from io import BytesIO
from typing import Any

EDITION = "1"
"""Raised when this room would make other bytes of the same parts."""


def version() -> str:
    """pikepdf's version, without importing it."""
    from importlib.metadata import version as installed

    return installed("pikepdf")


def length(data: bytes) -> int:
    """How many pages a PDF has."""
    import pikepdf

    with pikepdf.open(BytesIO(data)) as pdf:
        return len(pdf.pages)


def title(data: bytes) -> str:
    """A PDF's title."""
    import pikepdf

    with pikepdf.open(BytesIO(data)) as pdf:
        return str(pdf.docinfo.get("/Title", ""))


def saved(pdf: Any) -> bytes:
    """The file's bytes, the same each time."""
    import pikepdf

    pdf.remove_unreferenced_resources()
    written = BytesIO()
    pdf.save(
        written, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate, compress_streams=True,
        recompress_flate=False,
    )  # fmt: skip
    return written.getvalue()
