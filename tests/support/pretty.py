"""A part of a page's HTML, indented for people, without what changes for no reason of the author's."""

import re
from html import escape
from html.parser import HTMLParser

VOID = frozenset(("area", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"))
INLINE = frozenset(
    (
        "a", "abbr", "b", "bdi", "bdo", "button", "cite", "code", "del", "dfn", "em", "i", "img", "input", "kbd",
        "label", "mark", "option", "s", "small", "span", "strong", "sub", "sup", "svg", "time", "u", "var", "wbr",
    )
)  # fmt: skip
ELIDED = frozenset(("script", "svg"))
HASHED = re.compile(r"-[0-9a-f]{10}(?=\.\w+)")
SPACE = re.compile(r"\s+")
WIDTH = 150


class Element:
    """An element and what stands in it: elements and texts."""

    def __init__(self, tag: str, attributes: dict[str, str | None]) -> None:
        self.tag, self.attributes = tag, attributes
        self.inside: list[Element | str] = []

    def all(self) -> "list[Element]":
        """This element and all within, in the order of the page."""
        return [self, *(below for child in self.inside if isinstance(child, Element) for below in child.all())]

    def matches(self, selector: str) -> bool:
        """Whether this is `tag`, `#id`, `.class` or a tag with one of the two."""
        tag, sign, name = re.fullmatch(r"([\w-]*)([#.]?)([\w-]*)", selector).groups()  # type: ignore[union-attr]
        said = self.attributes.get({"#": "id", ".": "class", "": ""}[sign]) or ""
        return (not tag or tag == self.tag) and (not sign or name in said.split())


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, dict(attrs))
        self.open[-1].inside.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].inside.append(Element(tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)


def page(html: str) -> Element:
    """The page as a tree. An element that is not closed, or closes another one, fails."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert [element.tag for element in reader.open] == [""]
    return reader.open[0]


def part(html: str, selector: str) -> Element:
    """The only element that a selector (`main`, `.slides`, `#x`) finds."""
    (found,) = (element for element in page(html).all() if element.matches(selector))
    return found


def pretty(element: Element) -> str:
    """The element, a block a line."""
    return "\n".join(_lines(element)) + "\n"


def _lines(element: Element) -> list[str]:
    line = _flat(element)
    if _flows(element) and len(line) <= WIDTH:
        return [line]
    lines, run = [_start(element)], ""
    for child in element.inside:
        if isinstance(child, str) or (_flows(child) and child.tag in INLINE):
            run += SPACE.sub(" ", escape(child, quote=False)) if isinstance(child, str) else _flat(child)
            continue
        lines += [f"  {run.strip()}"] if run.strip() else []
        run = ""
        lines += [f"  {line}" for line in _lines(child)]
    lines += [f"  {run.strip()}"] if run.strip() else []
    return [*lines, f"</{element.tag}>"]


def _flows(element: Element) -> bool:
    """Whether nothing but running text stands in an element."""
    within = (child for child in element.inside if isinstance(child, Element))
    return element.tag in ELIDED or all(child.tag in INLINE and _flows(child) for child in within)


def _flat(element: Element) -> str:
    if element.tag in ELIDED:
        return _start(element, only=("class", "role", "aria-label", "aria-hidden", "type")) + f"…</{element.tag}>"
    if element.tag in VOID:
        return _start(element)
    inside = (_flat(one) if isinstance(one, Element) else escape(one, quote=False) for one in element.inside)
    text = SPACE.sub(" ", "".join(inside))
    return f"{_start(element)}{text if element.tag in INLINE else text.strip()}</{element.tag}>"


def _start(element: Element, only: tuple[str, ...] = ()) -> str:
    said = (
        f" {name}" if value is None else f' {name}="{escape(HASHED.sub("-HASH", value))}"'
        for name, value in element.attributes.items()
        if not only or name in only
    )
    return f"<{element.tag}{''.join(said)}>"
