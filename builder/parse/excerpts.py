"""Lines cut out of lessons and YAML files by what they look like, and what may not be published left out of them."""

import re

LEFT_OUT = "…"
FENCE = re.compile(r" {0,3}(:{3,})\s*(.*?)\s*:*\s*$")
CODE = re.compile(r" {0,3}(`{3,}(?=[^`]*$)|~{3,})")
QUOTED = re.compile(r"\bexpect\s*:\s*(?:\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*')")
EXPECTED = re.compile(r"(\bexpect\s*:\s*)(?:\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'|[^,}\n]*)")
EXPECT = re.compile(r"\bexpect\s*:")
KEY_LINE = re.compile(r"( *)(?:- )?(?:\"([^\"]+)\"|([\w.-]+))\s*:(?=\s|$)")


def unspoken(text: str) -> str:
    """The lines of a lesson with a mark in place of what its notes hold. Notes in an example are samples and stay. A
    slide's last rule, which begins the next one, and empty lines at its end are left out."""
    kept: list[str] = []
    open_blocks: list[str] = []
    code = ""
    for line in text.split("\n"):
        silent = "notes" in open_blocks and "example" not in open_blocks
        fence = CODE.match(line)
        if code:
            code = "" if line.strip().startswith(code) and not line.strip().strip(code[0]) else code
        elif fence:
            code = fence[1]
        elif block := FENCE.match(line):
            if block[2]:
                open_blocks.append(_kind(block[2]))
            elif open_blocks:
                open_blocks.pop()
            silent = silent and "notes" in open_blocks
        if not silent:
            kept.append(line)
        elif kept[-1] != LEFT_OUT:
            kept.append(LEFT_OUT)
    return re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip("\n")


def _kind(head: str) -> str:
    """The word or first class that names a block."""
    return re.sub(r"^\{[^.}]*\.", "", head).split(" ")[0].split("{")[0].rstrip("}")


def unexpected(text: str) -> str:
    """Lines of a quiz with a mark in place of what a presenter expects of a poll."""
    if not EXPECT.search(text):
        return text
    kept: list[str] = []
    inside: int | None = None
    for line in text.split("\n"):
        indent = len(line) - len(line.lstrip(" "))
        if inside is not None and (not line.strip() or indent > inside):
            continue
        inside = None
        key = KEY_LINE.match(line)
        if key and (key[2] or key[3]) == "expect" and not QUOTED.search(line):
            inside = line.index("expect")
            kept.append(f"{line[: line.index(':') + 1]} {LEFT_OUT}")
        else:
            kept.append(EXPECTED.sub(rf"\1{LEFT_OUT}", line))
    return "\n".join(kept)


def entry(text: str, line: int) -> str:
    """The entry of a YAML list that begins on a line: its lines up to one that stands no further in."""
    lines = text.split("\n")
    first = line - 1
    while first and lines[first].strip()[:2] not in ("-", "- "):  # the dash may stand above its mapping
        first -= 1
    from textwrap import dedent

    return dedent("\n".join(_within(lines, first, items=False)))


def under(text: str, path: str) -> str | None:
    """The lines of a key of a YAML file, with the key; `completion.quiz` is a key in a key."""
    lines = text.split("\n")
    found: list[str] = []
    for name in path.split("."):
        heads = [(number, key) for number, line in enumerate(lines) if (key := _key(line))]
        outer = min((len(key[1]) for _, key in heads), default=0)
        first = next((n for n, key in heads if len(key[1]) == outer and (key[2] or key[3]) == name), None)
        if first is None:
            return None
        found = _within(lines, first, items=True)
        lines = found[1:]
    from textwrap import dedent

    return dedent("\n".join(found))


def keys(text: str) -> list[str]:
    """The outermost keys of a YAML file."""
    return [key[2] or key[3] for line in text.split("\n") if (key := _key(line)) and not key[1]]


def _key(line: str) -> re.Match[str] | None:
    """The key that a line begins with, where the line is no entry of a list."""
    return None if line.lstrip().startswith("- ") else KEY_LINE.match(line)


def _within(lines: list[str], first: int, items: bool) -> list[str]:
    """A line and those that belong to it: further in, empty, or closing a bracket; with `items`, also the entries of a
    list that stands no further in than its key. Comments and empty lines at the end belong to what follows."""
    indent = len(lines[first]) - len(lines[first].lstrip(" "))
    found = [lines[first]]
    for line in lines[first + 1 :]:
        depth = len(line) - len(line.lstrip(" "))
        said = line.strip()
        on_a_level = said[:1] in ("}", "]") or (items and said[:2] in ("-", "- "))
        if said and said[0] != "#" and not (depth > indent or (depth == indent and on_a_level)):
            break
        found.append(line)
    while len(found) > 1 and (not found[-1].strip() or re.match(rf" {{0,{indent}}}#", found[-1])):
        found.pop()
    return found
