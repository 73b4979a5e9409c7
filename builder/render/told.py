"""What a module's pages tell their script: the course, the interface words, the glossary's meanings.

Fourteen pages would carry the same thirty kilobytes each. They share a classic script that leaves it all on `window`;
in a single file it lies in blocks of JSON.
"""

from collections.abc import Mapping

from markupsafe import Markup

from builder.render.search_index import as_json


def told_script(told: Mapping[str, object]) -> bytes:
    """Everything as a script that leaves it where the page's script looks for it."""
    return f"window.lactern={as_json(told)};\n".encode()


def told_blocks(told: Mapping[str, object]) -> Markup:
    """Everything as blocks inside a page."""
    block = Markup('<script type="application/json" id="lactern-{}">{}</script>')
    return Markup("\n").join(block.format(name, Markup(as_json(value))) for name, value in told.items())
