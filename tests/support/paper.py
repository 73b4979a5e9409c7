"""What a PDF says, for people to read: its text by page, without the line ends that depend on the machine."""

import re
import subprocess
from pathlib import Path

INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def paper_text(file: Path) -> str:
    """The number of pages, then every page's text, a paragraph a line."""
    pages = text_of(file).removesuffix("\f").split("\f")
    lines = [f"{len(pages)} {'page' if len(pages) == 1 else 'pages'}"]
    for number, page in enumerate(pages, start=1):
        lines += ["", f"--- {number} ---", *paragraphs(page)]
    return "\n".join(lines) + "\n"


def text_of(file: Path) -> str:
    """The text as poppler reads it, with a form feed after each page."""
    done = subprocess.run(["pdftotext", "-enc", "UTF-8", str(file), "-"], capture_output=True, check=True)
    return INVISIBLE.sub("", done.stdout.decode("utf-8"))


def paragraphs(page: str) -> list[str]:
    """Blocks of text, each on one line, hyphenation undone."""
    blocks = re.split(r"\n{2,}", page.replace("\u2010\n", ""))
    return [" ".join(block.split()) for block in blocks if block.strip()]
