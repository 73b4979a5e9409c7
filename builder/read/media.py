"""Type, size and digest of a picture, film or other file of a course."""

import re
from hashlib import sha256
from pathlib import Path

from builder.model.asset import Asset
from builder.model.diagnostic import Diagnostic
from builder.model.place import Place
from builder.read.rules import BROKEN_PICTURE, HUGE_PICTURE, UNREADABLE, UNSAFE_SVG

MEDIA = {
    "svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif",
    "webp": "image/webp", "avif": "image/avif", "mp4": "video/mp4", "webm": "video/webm", "mp3": "audio/mpeg",
    "vtt": "text/vtt", "pdf": "application/pdf", "txt": "text/plain",
}  # fmt: skip
HUGE = 5_000_000
LARGEST_SIDE = 100_000
NUMBER = r"(\d{1,7}(?:\.\d*)?|\.\d+)"
VIEW_BOX = re.compile(rf"viewBox=[\"']\s*[-+\d.e]+[\s,]+[-+\d.e]+[\s,]+{NUMBER}[\s,]+{NUMBER}\s*[\"']")
UNSAFE = re.compile(
    r"<\s*(script|foreignObject|iframe|embed|object)\b|\son\w+\s*=|javascript:|<!ENTITY"
    r"|(?:href|src)\s*=\s*[\"'](?!#|data:image/)|url\(\s*[\"']?(?!#|[\"']?#)|@import",
    re.IGNORECASE,
)


def read_asset(root: Path, file: str, asset_id: str) -> tuple[Asset | None, tuple[Diagnostic, ...]]:
    """One file as an Asset, and what is wrong with it."""
    at = Place(file)
    try:
        data = (root / file).read_bytes()
    except OSError as fault:
        return None, (Diagnostic(UNREADABLE, at, f"“{file}” cannot be read: {fault.strerror}", UNREADABLE.instead),)
    media = MEDIA.get(file.rsplit(".", 1)[-1].lower(), "application/octet-stream")
    noticed: list[Diagnostic] = []
    width = height = 0
    svg = ""
    if media == "image/svg+xml":
        svg, width, height, noticed = read_svg(data, at)
    elif media.startswith("image/"):
        width, height = dimensions(root / file)
        if not (0 < width <= LARGEST_SIDE and 0 < height <= LARGEST_SIDE):
            noticed.append(Diagnostic(BROKEN_PICTURE, at, "this picture cannot be read", BROKEN_PICTURE.instead))
            width = height = 0
    if media.startswith("image/") and len(data) > HUGE:
        said = f"this picture is {len(data) / 1e6:.0f} MB"
        noticed.append(Diagnostic(HUGE_PICTURE, at, said, HUGE_PICTURE.instead))
    asset = Asset(asset_id, file, media, len(data), sha256(data).hexdigest(), width, height, svg, at)
    return asset, tuple(noticed)


def read_svg(data: bytes, at: Place) -> tuple[str, int, int, list[Diagnostic]]:
    """An SVG's text and size; an unsafe or broken one gives no text."""
    text = data.decode("utf-8-sig", "replace")
    unsafe = UNSAFE.search(text)
    if unsafe:
        where = at._replace(line=text.count("\n", 0, unsafe.start()) + 1)
        said = f"this picture holds “{unsafe[0].strip()[:30]}”"
        return "", 0, 0, [Diagnostic(UNSAFE_SVG, where, said, UNSAFE_SVG.instead)]
    from xml.etree import ElementTree

    try:
        ElementTree.fromstring(text.encode("utf-8"))
    except (ElementTree.ParseError, ValueError) as fault:
        line = getattr(fault, "position", (1, 0))[0]
        said = "this is no well-formed SVG"
        return "", 0, 0, [Diagnostic(BROKEN_PICTURE, at._replace(line=line), said, BROKEN_PICTURE.instead)]
    size = VIEW_BOX.search(text)
    return text, round(float(size[1])) if size else 0, round(float(size[2])) if size else 0, []


def dimensions(path: Path) -> tuple[int, int]:
    """Width and height in pixels, -1 where the file is no picture that is known."""
    import imagesize

    try:
        width, height = imagesize.get(str(path))
    except Exception:  # the library raises many kinds for damaged files, struct.error among them
        return -1, -1
    return int(width), int(height)
