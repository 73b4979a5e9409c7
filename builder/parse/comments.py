"""HTML comments are the author's own: they are blanked out before anything is read."""

import re

PIECES = re.compile(
    r"^ {0,3}(?P<fence>`{3,}(?=[^`\n]*$)|~{3,})[^\n]*(?:\n.*?(?:^ {0,3}(?P=fence)[`~]*[ \t]*$|\Z)|\Z)"
    r"|(?<!`)(?P<ticks>`+)(?!`)(?:(?!\n[ \t]*\n).)*?(?<!`)(?P=ticks)(?!`)"
    r"|(?P<open><!--)(?:.*?(?P<close>-->))?",
    re.DOTALL | re.MULTILINE,
)


def without_comments(text: str) -> tuple[str, int | None]:
    """The text with its comments blanked out and every line where it was; comments inside code stay. Also the line,
    counted from 0, of a comment that is never closed: it is shown rather than swallow the rest of the lesson."""
    open_at: list[int] = []

    def blank(match: re.Match[str]) -> str:
        if not match["open"]:
            return match[0]
        if not match["close"]:
            open_at.append(text.count("\n", 0, match.start()))
            return ""
        return "\n" * match[0].count("\n")

    return PIECES.sub(blank, text), open_at[0] if open_at else None
