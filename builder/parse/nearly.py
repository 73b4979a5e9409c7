"""Lines that an author surely meant as a sign, and that mean nothing as they stand."""

import re
from collections.abc import Iterator

from builder.model.diagnostic import Diagnostic
from builder.model.place import Place
from builder.parse.names import HEAD, KNOWN
from builder.parse.rules.structure import ALMOST_A_SIGN
from builder.parse.shortcodes import SHORTCODES

BULLETS = "•▪◦●‣"
"""What word processors put before a point; copied from there, it comes along as a letter."""
SIGNS = frozenset("#!{" + BULLETS)
HASHES = re.compile(r"(#{1,2})([^\s#].*)")
PICTURE = re.compile(r"!\[[^\[\]]*\](\s+)\([^()]*\)")
BRACES = re.compile(r"\{\{(?!<)\s*<?\s*([\w-]+)([^{}]*?)[\s>]*\}\}\s*$")


def two_colons(rest: str, inside: bool) -> bool:
    """Whether a line with two colons was meant to have three: it names a known block, or ends the one that it is
    `inside` of. Anything else may be a sentence."""
    head = HEAD.fullmatch(rest)
    if not rest or head is None:
        return not rest and inside
    return head[1] in KNOWN or head[1].startswith("callout-") or (not head[1] and rest.startswith("{"))


def nearly(line: str, above: str, at: Place) -> Iterator[Diagnostic]:
    """What a line of running text was probably meant to be. Of points below one another the first is told."""
    said = line.strip()
    if said[:1] not in SIGNS:
        return
    if line[0] == "#" and (hashes := HASHES.match(said)):
        fault, hint = f"a space is missing behind “{hashes[1]}”", f"Write “{hashes[1]} {hashes[2]}”."
    elif picture := PICTURE.match(said):
        fault = "a space stands between ] and (, so this is no picture"
        hint = f"Write “{said[: picture.start(1)]}{said[picture.end(1) :]}”."
    elif (braces := BRACES.match(said)) and braces[1] in SHORTCODES:
        fault = f"“{said}” is almost a line that fills itself"
        hint = f"Write “{{{{< {' '.join((braces[1] + braces[2]).split())} >}}}}”."
    elif said[0] in BULLETS and said[1:2].isspace() and above.strip()[:1] != said[0]:
        fault = f"“{said[0]}” makes no list here: all points run together"
        hint = "Begin each point with a hyphen and a space, below an empty line: - words."
    else:
        return
    yield Diagnostic(ALMOST_A_SIGN, at, fault, hint)
