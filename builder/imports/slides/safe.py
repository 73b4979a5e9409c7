"""Markdown of others that may hold HTML, made safe: for questions, which are written in Markdown elsewhere too."""

import re
from collections.abc import Callable

from builder.imports.slides.inline import Inline
from builder.imports.slides.shelter import BREAK, OURS, SOFT, Shelter
from builder.imports.slides.tags import Tags


def safe_markdown(text: str, lost: Callable[[str], None]) -> tuple[str, dict[str, str]]:
    """The text with its HTML said in Markdown, and the pictures that it asks for."""
    if not re.search(r"[<\[{]", text):
        return text, {}
    shelter = Shelter()
    inline = Inline(shelter, lambda what, _: lost(what), looks_in_words=False)
    held = shelter.take(text, lambda said, _code, _line: said.lstrip("{. ").partition(" ")[0].strip("}"), lambda *_: "")
    made = Tags(shelter, lambda what, _instead, _line: lost(what)).markdown(held)
    made = inline.learn(made)
    made = "\n".join(inline.say(line) for line in made.replace(SOFT, "\n").replace(BREAK, "<br>").split("\n"))
    return OURS.sub("", shelter.back(made)), inline.wanted
