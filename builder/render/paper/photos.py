"""Photographs made fit for print: no larger than a page needs, and in colours that every printer takes alike."""

from typing import TYPE_CHECKING

from builder.model.asset import Asset

if TYPE_CHECKING:
    from builder.render.kit import Kit

MOST = (2480, 3508)
"""Pixels of an A4 page at 300 to the inch."""
HEAVY = 2_000_000
QUALITY = 88
MADE = "1"
"""Raised when this file would make another picture of the same one."""
AS_IT_IS = b"\n"
COLOURS = ("RGB", "RGBA", "L", "LA", "P", "1")


def for_print(kit: "Kit", asset: Asset) -> tuple[str, bytes]:
    """Media type and bytes of a picture as it goes into a PDF; no bytes where it is damaged."""
    data = kit.read(asset)
    if not asset.media.startswith("image/") or asset.media == "image/svg+xml":
        return asset.media, data
    made = kit.memo.made("photo", (MADE, data), lambda: fitted(data, wanted(asset, data)))
    media, _, picture = made.partition(b"\n")
    return media.decode() or asset.media, data if made == AS_IT_IS else picture


def wanted(asset: Asset, data: bytes) -> bool:
    """Whether a picture is too heavy, too large, or a JPEG for the printing press (its frame header names four
    components, ITU-T T.81, B.2.2)."""
    return len(data) > HEAVY or asset.width > MOST[0] or asset.height > MOST[1] or four_inks(data)


def four_inks(data: bytes) -> bool:
    """Whether this is a JPEG in cyan, magenta, yellow and black."""
    at = 2
    while data[:2] == b"\xff\xd8" and at + 9 < len(data) and data[at] == 0xFF:
        if data[at + 1] in (0xC0, 0xC1, 0xC2):
            return data[at + 9] == 4
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return False


def fitted(data: bytes, wanted: bool) -> bytes:
    """The media type, a line end and the picture; a line end alone where it may stay as it is, and nothing where it is
    damaged, which the press will say."""
    import io
    import warnings

    from PIL import Image, ImageFile, ImageOps

    made = io.BytesIO()
    forgiving = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False  # WeasyPrint prints the half of a picture that is there, and grey
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            read = Image.open(io.BytesIO(data))
            read.load()
            if not wanted:
                return AS_IT_IS
            picture: Image.Image = ImageOps.exif_transpose(read)
            if picture.mode not in COLOURS:
                picture = picture.convert("RGB")
            picture.thumbnail(MOST)
            see_through = picture.mode in ("RGBA", "LA", "P", "1")
            if see_through:
                picture.save(made, "PNG", optimize=True)
            else:
                picture.save(made, "JPEG", quality=QUALITY, optimize=True)
    except Exception:  # damaged files raise many kinds, and a picture of a billion pixels one of its own
        return b""
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = forgiving
    return (b"image/png\n" if see_through else b"image/jpeg\n") + made.getvalue()
