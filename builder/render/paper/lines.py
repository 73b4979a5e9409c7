"""Lines as full as they can be.

Where a piece of text fits its line but for the space at its end, WeasyPrint ends the line after the first word: most
often before a bold word or a citation. Here such a piece stays whole, and the space at its end hangs over, as spaces
do.
"""

from typing import Any

WIDE = 0.3
"""No letter of running text is narrower than this on average, in sizes of the type: what is longer cannot fit."""


def mend() -> None:
    """Teach WeasyPrint, once."""
    import weasyprint.layout.inline as setting

    if getattr(setting, "lactern", False):
        return
    setting.lactern = True
    split = setting.split_first_line

    def split_first_line(text: str, style: Any, context: Any, width: Any, *more: Any, **named: Any) -> Any:
        made = split(text, style, context, width, *more, **named)
        if made[2] is None or not text.endswith(" ") or width is None or style["white_space"] != "normal":
            return made
        bare = text.rstrip(" ")
        if len(bare) * style["font_size"] * WIDE > width:
            return made
        fits = split(bare, style, context, width, *more, **named)[2] is None
        return split(text, style, context, None, *more, **named) if fits else made

    setting.split_first_line = split_first_line
