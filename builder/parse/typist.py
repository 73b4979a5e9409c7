"""Turns running text into Prose: converted once, addresses made neutral, leftovers and broken links noticed."""

import re
from collections.abc import Iterable, Mapping
from typing import get_args

from builder.mate import Mate
from builder.model.attributes import Evidence
from builder.model.diagnostic import Diagnostic
from builder.model.place import Place
from builder.model.prose import NOTHING, Prose, Use
from builder.parse.addresses import Addresses
from builder.parse.closed import RAW, stray
from builder.parse.markdown import Conversion, Converted, Wish, begin, convert_all
from builder.parse.rules.meaning import NO_ALT, UNKNOWN_GRADE
from builder.parse.rules.structure import BAD_ATTRIBUTES, HTML_OPEN, LEFTOVER
from builder.read.rules import TOO_DEEP

CODE = re.compile(r"<(code|pre)\b.*?</\1>|<math\b.*?</math>", re.DOTALL)
LEFT = re.compile(
    r"(?<!\\)\{(?:[#.:][^{}\n]*|[\w-]+=[^{}\n]*)\}|^:::|(?<=>):::|(?<=<p>)\#{1,2}(?=\s)"
    r"|\[[^\[\]\n<>]*(?<![\w.])@\w[^\[\]\n<>]*\]|\{\{(?:<|&lt;)",
    re.MULTILINE,
)

GRADED = re.compile(r'<span data-evidence="([^"]*)">')
GRADES: tuple[str, ...] = tuple(grade for grade in get_args(Evidence) if grade)

FILLING = "Such a line stands alone, begins with {{< and ends with >}}: {{< help >}}."

UNHEARD = re.compile(r"<[a-z][^<>]*\s(?:data-)?when=")
STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})

Definitions = tuple[tuple[str, str], ...]


class Typist:
    """Makes Prose for one course. `known` are conversions that are already there."""

    def __init__(
        self, language: str, addresses: Addresses, known: Mapping[Wish, Converted], mate: Mate | None = None
    ) -> None:
        self._language = language
        self._mate = mate
        self._addresses = addresses
        self._known: dict[Wish, Converted] = dict(known)
        self._begun: Conversion | None = None
        self.asked: list[Wish] = []
        self.noticed: list[Diagnostic] = []

    def prepare(self, wishes: Iterable[Wish]) -> None:
        """Begin to convert many texts at once, on both cores where that pays."""
        self._begun = begin((wish for wish in wishes if wish not in self._known), self._language, self._mate)

    def settle(self) -> None:
        """Wait for what was begun."""
        if self._begun is not None:
            begun, self._begun = self._begun, None
            self._known.update(begun.finish())

    def converted(self, wishes: Iterable[Wish]) -> dict[Wish, Converted]:
        """Those of the texts that have been converted."""
        self.settle()
        return {wish: self._known[wish] for wish in wishes if wish in self._known}

    def prose(self, text: str, at: Place, steps: bool = False, definitions: Definitions = ()) -> Prose:
        """One text as Prose. `at` is the place of its first character."""
        if not text.strip():
            return NOTHING._replace(at=at)
        wish = Wish(with_definitions(text, definitions), steps)
        self.asked.append(wish)
        if wish not in self._known:
            self.settle()
        if wish not in self._known:
            self._known.update(convert_all([wish], self._language, self._mate))
        html, words, uses = self._known[wish]
        if uses and uses[0][0] == "unread":
            said = "brackets, lists or quotations are nested too deep here"
            self.noticed.append(Diagnostic(TOO_DEEP, at, said, TOO_DEEP.instead))
            return NOTHING._replace(at=at)
        if "{" in html or ":::" in html or "<p>#" in html or ("@" in html and "[" in html):
            self._leftovers(html, text, at)
        if "<" in text and RAW.search(text) and (tag := stray(html)):
            said = f"“{tag}>” has no partner: HTML must be closed where it was opened"
            self.noticed.append(Diagnostic(HTML_OPEN, where(text, tag, at), said, HTML_OPEN.instead))
        if 'when="' in html and UNHEARD.search(CODE.sub("", html)):
            said = "when= is heard on # and ## headings, ::: blocks, pictures and {{< … >}}, and not here"
            hint = 'Put ::: {when="…"} and ::: around it.'
            self.noticed.append(Diagnostic(BAD_ATTRIBUTES, where(text, "when=", at), said, hint))
        if "data-evidence" in html:
            self._grades(html, text, at)
        placed = uses_with_places(uses, text, at)
        if ' consent="' in html or ' credit="' in html or " licen" in html:
            from builder.parse.inlinepictures import owned

            html, placed = owned(html, placed)
        if any(use.kind in ("link", "image") for use in placed):
            html, placed = self._resolve(html, placed)
        return Prose(html, words, placed, at)

    def inline(self, text: str, at: Place) -> Prose:
        """A text of one paragraph without the paragraph around it; several stay as they are."""
        prose = self.prose(text, at)
        html = prose.html
        if html.startswith("<p>") and html.endswith("</p>") and html.count("<p>") == 1:
            return prose._replace(html=html[3:-4])
        return prose

    def _resolve(self, html: str, uses: tuple[Use, ...]) -> tuple[str, tuple[Use, ...]]:
        """Neutral addresses in place of file names, in the HTML and in the list of uses."""
        resolved: list[Use] = []
        for use in uses:
            if use.kind == "link":
                target = self._addresses.link(use.target, use.at)
                attribute = "href"
            elif use.kind == "image":
                target = self._addresses.picture(use.target, use.at)
                attribute = "src"
                if not use.detail.strip() and "decorative" not in html:
                    fault = "this picture has no alternative text"
                    self.noticed.append(Diagnostic(NO_ALT, use.at, fault, NO_ALT.instead))
            else:
                resolved.append(use)
                continue
            if isinstance(target, Diagnostic):
                self.noticed.append(target)
                continue
            if target != use.target:
                html = html.replace(f'{attribute}="{as_written(use.target)}"', f'{attribute}="{as_written(target)}"')
            resolved.append(use._replace(target=target))
        return html, tuple(resolved)

    def _grades(self, html: str, text: str, at: Place) -> None:
        for said in GRADED.findall(html):
            if said not in GRADES:
                fault = f"“{said}” is no grade of evidence"
                self.noticed.append(Diagnostic(UNKNOWN_GRADE, where(text, said, at), fault, UNKNOWN_GRADE.instead))

    def _leftovers(self, html: str, text: str, at: Place) -> None:
        for match in LEFT.finditer(CODE.sub("", html)):
            said = match[0].replace("&lt;", "<").translate(STRAIGHT)
            if text.count("\\" + said) == text.count(said) > 0:
                continue
            shown = f"“{said}” was not understood and would be shown"
            hint = FILLING if said == "{{<" else LEFTOVER.instead
            self.noticed.append(Diagnostic(LEFTOVER, where(text, said, at), shown, hint))


def with_definitions(text: str, definitions: Definitions) -> str:
    """The text with those of the lesson's footnotes, link targets and abbreviations that it uses."""
    if not definitions:
        return text
    low = text.lower()
    used: list[str] = []
    for sign, line in definitions:
        if (sign in text or (sign[0] == "[" and sign.lower() in low)) and line not in used:
            used.append(line)
    return text + "\n\n" + "\n".join(used) if used else text


def uses_with_places(uses: Iterable[tuple[str, str, str]], text: str, at: Place) -> tuple[Use, ...]:
    """The uses with their places: the n-th use of a target stands where its n-th occurrence does."""
    times: dict[tuple[str, str], int] = {}
    placed = []
    for kind, target, detail in uses:
        times[kind, target] = number = times.get((kind, target), 0) + 1
        placed.append(Use(kind, target, where(text, target, at, number), detail))  # type: ignore[arg-type]
    return tuple(placed)


def as_written(address: str) -> str:
    """An address as Python-Markdown writes it into an attribute (it leaves apostrophes alone)."""
    from html import escape  # brings a table of two thousand names along

    return escape(address, quote=False).replace('"', "&quot;")


def where(text: str, target: str, at: Place, number: int = 1) -> Place:
    """The place of the n-th occurrence of `target` as a whole word in a text that begins at `at`; the text's own
    place if it is not there as written (an entity, or an address from a definition)."""
    found = -1
    for _ in range(number):
        found = next_whole(text, target, found + 1)
    if found <= 0:
        return at
    line = text.count("\n", 0, found)
    column = found - text.rfind("\n", 0, found) + (at.column - 1 if line == 0 else 0)
    return Place(at.file, at.line + line, column)


def next_whole(text: str, target: str, start: int) -> int:
    """Where `target` stands next without a letter or digit on either side; -1 where it does not."""
    while (found := text.find(target, start)) >= 0:
        before, after = text[found - 1 : found] if found else "", text[found + len(target) : found + len(target) + 1]
        if not (target[:1].isalnum() and before.isalnum()) and not (target[-1:].isalnum() and after.isalnum()):
            return found
        start = found + 1
    return -1
