"""What an import brings: lessons, quizzes and pictures as they will stand in the project, and what was lost."""

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

Question = dict[str, Any]
"""A question in the shape of our quiz files: keys as an author writes them."""


MEANT = {
    "$": re.compile(r"(?<!\w)\$[^\s$][^$\n]*\$"),
    "~": re.compile(r"~[^\s~]+~|~~"),
    "^": re.compile(r"\^[^\s^]+\^|\^\["),
    "=": re.compile(r"==\S.*=="),
}
"""Signs that come in pairs, and what they look like where they would mean something."""


class Lost(NamedTuple):
    """Something that could not be carried over: where it stood (0: nowhere in particular), what, and what to do."""

    line: int
    what: str
    instead: str = ""


class Lesson(NamedTuple):
    """A lesson's text, with its front matter."""

    title: str
    text: str


class Quiz(NamedTuple):
    """A quiz: its title, what holds for all of it, and its questions."""

    title: str
    questions: tuple[Question, ...]
    settings: Mapping[str, Any] = {}


class Imported(NamedTuple):
    """All that one file held. `pictures` are by their path in the course's folder (`img/x.png`), as the texts say it;
    `looked_for` are pictures that lie beside the file, by the path the file gives them, to be copied to the second.
    `language` is the tag that the file names, empty where it names none."""

    lessons: tuple[Lesson, ...] = ()
    quizzes: tuple[Quiz, ...] = ()
    pictures: Mapping[str, bytes] = {}
    looked_for: Mapping[str, str] = {}
    lost: tuple[Lost, ...] = ()
    language: str = ""


def text_of(data: bytes) -> str:
    """A file's text, whatever it is saved as, with line feeds alone between lines: UTF-8 with or without a mark, UTF-16
    with one, and what is neither as Windows writes western languages."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16", errors="replace")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp1252", errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")


class Ids:
    """Ids for questions: from what they are called, each once."""

    def __init__(self) -> None:
        self._given: set[str] = set()

    def __call__(self, said: str, otherwise: str) -> str:
        """An id made of some words, or of the second word where nothing is left of them."""
        words = re.findall(r"[a-z0-9]+", said.casefold())
        base = "-".join(words[:6])[:40].strip("-") or otherwise
        name, number = base, 2
        while name in self._given:
            name, number = f"{base}-{number}", number + 1
        self._given.add(name)
        return name


def one_line(text: str) -> str:
    """A text without line breaks: options and stems are inline."""
    return re.sub(r"\s+", " ", text).strip()


def pool_id(name: str) -> str:
    """The id of a pool (or an objective) that another tool calls by a name."""
    return re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")


class Pools:
    """Ids for pools that another tool calls by names, also by those that no id can be made of."""

    def __init__(self) -> None:
        self._given: dict[str, str] = {}

    def __call__(self, name: str) -> str:
        """The pool's id; nothing for no name."""
        made = pool_id(name)
        if name.strip() and not made:
            made = self._given.setdefault(name.strip(), f"pool-{len(self._given) + 1}")
        return made


def plain(text: str) -> str:
    """Plain words as Markdown: signs that would mean something where they stand are escaped, and no others."""
    escaped = re.sub(r"([\\`*\[\]{])", r"\\\1", text)
    escaped = re.sub(r"(?<![^\W_])_|_(?![^\W_])", r"\_", escaped)
    escaped = re.sub(r"&(?=#?\w+;)", "&amp;", escaped).replace("\\{\\{", "&#123;&#123;")  # it would be a shortcode
    escaped = re.sub(r"<(?=[A-Za-z/!?])", "&lt;", escaped)
    escaped = re.sub(r"(?<![\w.])@(?=\w)", "&#64;", escaped) if "[" in escaped else escaped  # it would be a citation
    for sign, meant in MEANT.items():
        if meant.search(escaped):
            escaped = escaped.replace(sign, f"\\{sign}")
    first = re.compile(r"^([#>]|[-+](?= )|:::)|^(\d+)([.)])(?= )")
    return first.sub(lambda found: f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}", escaped)


def choices(options: list[tuple[str, float, str]], several: bool, lost: Callable[[str], None]) -> Question:
    """A single or multiple question's keys, from options as text, share of the marks (1.0 = right) and feedback.

    Marks taken off for a wrong choice are not carried over: ours never punish a choice among several options beyond
    what `partial` says.
    """
    rights = [share for _, share, _ in options if share > 0]
    if not rights:
        lost("no option is right")
    made: list[dict[str, Any]] = []
    for text, share, feedback in options:
        option: dict[str, Any] = {"text": text}
        if (several and share > 0) or share >= 0.9999:
            option["correct"] = True
        elif share > 0:
            option["credit"] = f"{share:.4g}".rstrip(".") if share > 1 else f"{round(share * 100, 2):g}%"
        if feedback:
            option["feedback"] = feedback
        made.append(option)
    if any(share < 0 for _, share, _ in options):
        lost("marks that are taken off for wrong options")
    return {"type": "multiple" if several else "single", "options": made}
