"""Lists as most people write them: two or three spaces to nest, and no empty line needed before the first item.

Python-Markdown wants four spaces and an empty line; this evens the text out to that. CommonMark 0.31, section 5.2,
is the measure: an item's content begins where its text begins, and what is indented that far belongs to it.
"""

import re

ITEM = re.compile(r"( *)([-*+]|\d{1,9}[.)])( {1,4})(?=\S)")
ANY_ITEM = re.compile(r"^ *(?:[-*+]|\d{1,9}[.)]) ", re.MULTILINE)
FENCE = re.compile(r" *(`{3,}(?=[^`]*$)|~{3,})")


def even_out(text: str) -> str:
    """Re-indent list items and what belongs to them by four spaces a level. A code block between fences, which
    Python-Markdown does not know inside a list, becomes one by its indentation there."""
    if not ANY_ITEM.search(text):
        return text
    lines: list[str] = []
    starts: list[int] = []
    fence, fence_indent = "", 0
    after = "blank"
    for line in text.split("\n"):
        stripped = line.lstrip(" ")
        if not stripped:
            lines.append("")
            after = "blank"
            continue
        indent = len(line) - len(stripped)
        fenced = FENCE.match(line)
        if not fence and fenced:
            while starts and indent < starts[-1]:
                starts.pop()
            lines.append("" if starts else line)
            fence, fence_indent = fenced[1], indent
            continue
        if fence:
            closes = stripped.startswith(fence) and not stripped.strip(fence[0] + " ")
            if starts:
                code = " " * max(0, indent - fence_indent) + stripped
                lines.append("" if closes else "    " * (len(starts) + 1) + code)
            else:
                lines.append(line)
            fence = "" if closes else fence
            after = "blank" if closes and starts else "text"
            continue
        item = ITEM.match(line)
        if item and not (after == "text" and not starts and item[2][0].isdigit() and item[2][:-1] != "1"):
            while starts and indent < starts[-1]:
                starts.pop()
            if after == "text":
                lines.append("")
            marker = item[2].replace(")", ".")
            lines.append("    " * len(starts) + marker + " " + stripped[len(item[2]) :].lstrip(" "))
            starts.append(indent + len(item[2]) + len(item[3]))
            after = "item"
            continue
        if after == "blank":
            while starts and indent < starts[-1]:
                starts.pop()
        lines.append(at_level(stripped, indent, starts))
        after = "text" if after == "blank" or not starts else after
    return "\n".join(lines)


def at_level(stripped: str, indent: int, starts: list[int]) -> str:
    """A line that belongs to the innermost item, with what it is indented beyond that."""
    beyond = max(0, indent - starts[-1]) if starts else indent
    return "    " * len(starts) + " " * beyond + stripped
