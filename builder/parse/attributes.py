"""What stands in `{#id .class key="value" flag}`."""

import re

from builder.model.attributes import Attributes

TOKEN = re.compile(r"""\s*(?:\#([\w:.-]+)|\.([\w-]+)|([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'{}]*))|([\w-]+))""")


def read_attributes(text: str) -> Attributes | None:
    """Read the inside of the braces; None if something there is none of the forms."""
    end = 0
    name = ""
    classes: list[str] = []
    values: list[tuple[str, str]] = []
    text = text.strip().removeprefix(":")
    while end < len(text):
        token = TOKEN.match(text, end)
        if token is None:
            return None if text[end:].strip() else Attributes(name, tuple(classes), tuple(values))
        end = token.end()
        found_id, found_class, key, double, single, bare, flag = token.groups()
        if found_id:
            name = found_id
        elif found_class:
            classes.append(found_class)
        elif key:
            values.append((key, double or single or bare or ""))
        elif flag:
            values.append((flag, ""))
    return Attributes(name, tuple(classes), tuple(values))
