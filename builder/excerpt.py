"""Lines of a source as a terminal shows them: a window of a long line, and how far to the right a column stands."""

from collections.abc import Iterator, Sequence
from unicodedata import bidirectional, category, east_asian_width

from builder.model.place import Place

WIDTH = 110
"""Columns of a terminal that an excerpt takes, at most."""
NEAR = 1000
"""Characters on either side of a column that are looked at: a line may be a whole book."""
WORD = 24
TAB = "    "
JOINER = "\u200d"
KEPT = "\u200c\u200d"
"""Joiners say how letters and emoji hang together. All other signs that are not seen are left out."""
Cells = list[tuple[str, int]]


def excerpt(lines: Sequence[str], at: Place, width: int = 0) -> list[tuple[int, str]]:
    """The line and the one before it, with a caret under the column. The caret's own row has number 0. A terminal of a
    known `width` is kept to, so that the caret stands where it should.

    In a line that runs from right to left terminals do not agree on where a column stands: the caret's row says the
    words as well.
    """
    if not 1 <= at.line <= len(lines) or not lines[at.line - 1].strip():
        return []
    gutter = len(str(at.line))
    room = min(WIDTH, max(width - gutter - len("    | ") - len("……"), WORD)) if width else WIDTH
    skipped = max(0, at.column - NEAR)
    cells = list(seen(lines[at.line - 1][skipped : skipped + 2 * NEAR]))
    target = sum(width for _, width in cells[: at.column - 1 - skipped])
    whole = not skipped and sum(width for _, width in cells) <= room
    start = 0 if whole else max(0, target - room // 2)
    before = lines[at.line - 2][skipped : skipped + 2 * NEAR] if at.line > 1 else ""
    above = window(list(seen(before)), start, bool(skipped), room)[0] if before.strip() else ""
    row, shift = window(cells, start, bool(skipped), room)
    shown = [(n, f"   {n:>{gutter}} | {said}") for n, said in ((at.line - 1, above), (at.line, row)) if said]
    caret = f"{' ' * (target - shift)}^"
    if any(bidirectional(letter) in ("R", "AL") for letter in row):
        word = "".join(sign for sign, _ in cells[at.column - 1 - skipped :]).split(None, 1)[:1]
        caret += f" “{word[0][:WORD]}”" if word else ""
    return [*shown, (0, f"   {'':>{gutter}} | {caret}")]


def window(cells: Cells, start: int, skipped: bool, room: int) -> tuple[str, int]:
    """What is seen of a line from a column on, with `…` where it is cut or was `skipped`, and how many columns further
    to the left all of it stands."""
    passed = first = 0
    while first < len(cells) and (passed < start or (first and not cells[first][1])):
        passed += cells[first][1]
        first += 1
    if first == len(cells) and start:
        return "", 0
    last, width = first, 0
    while last < len(cells) and width + cells[last][1] <= room:
        width += cells[last][1]
        last += 1
    front, back = "…" if first or skipped else "", "…" if last < len(cells) else ""
    return front + "".join(sign for sign, _ in cells[first:last]) + back, passed - len(front)


def seen(text: str) -> Iterator[tuple[str, int]]:
    """What is seen of each character of a text, and how many columns it takes: a tab four, wide letters two, marks on
    a letter and what is joined to the emoji before none (UAX 11)."""
    before = ""
    for sign in text.rstrip("\r\n"):
        if sign == "\t":
            yield TAB, len(TAB)
        elif steers(sign):
            yield "", 0
        elif category(sign) in ("Mn", "Me", "Cf") or before == JOINER:
            yield sign, 0
        else:
            yield sign, 2 if east_asian_width(sign) in "WF" else 1
        before = sign


def visible(text: str) -> str:
    """Tabs as four spaces, and nothing that is not seen: a file may not steer the terminal, nor turn words round."""
    return text if text.isprintable() else "".join(sign for sign, _ in seen(text))


def steers(sign: str) -> bool:
    """Whether a character is there to be obeyed, not read: controls, directions, line separators, halves of pairs."""
    return category(sign) in ("Cc", "Cf", "Cs", "Zl", "Zp") and sign not in KEPT
