"""Marks inside a line: pictures, links, attributes, citations and shortcodes, as ours have them."""

import re
from collections.abc import Callable
from posixpath import basename
from urllib.parse import unquote

from builder.imports.slides.shelter import Shelter

SAFE = re.compile(r"(?:https?://|mailto:|tel:)\S", re.IGNORECASE)
SCHEME = re.compile(r"(?:[a-zA-Z][a-zA-Z0-9+.-]+:|//)")
ALT = r"((?:[^\[\]]|\[[^\[\]]*\](?:\([^()]*\))?)*)"
ADDRESS = (
    r"\(\s*(<[^<>\n]*>|(?:[^()\s\"]|\([^()\n]*\))*(?:[ ]+(?![\"'=])(?:[^()\s\"]|\([^()\n]*\))+)*)"
    r"(?:\s+(?:\"((?:[^\"\\]|\\.)*)\"|'([^']*)'))?\s*(?:=\s*\d*%?x?\d*%?)?\s*\)+?"
)
BRACES = r"(\{[^{}\n]*\})?"
PICTURE = re.compile(rf"!\[{ALT}\]{ADDRESS}{BRACES}")
LINK = re.compile(rf"(?<!!)\[((?:[^\[\]]|!?\[[^\[\]]*\](?:\([^()]*\))?)+)\]{ADDRESS}{BRACES}")
SPAN = re.compile(r"(?<![!\\])\[((?:[^\[\]]|\[[^\[\]]*\](?:\([^()]*\))?)*)\]\{([^{}\n]*)\}")
ATTRIBUTES = re.compile(r"[ \t]*\{:?\s*(?:[#.][\w-]|[\w-]+=|-\s*\}|=)[^{}\n]*\}")
CITED = re.compile(r"\[([^\[\]\n]*(?<![\w.])-?@[\w{][^\[\]\n]*)\]")
DEFINED = re.compile(r"^ {0,3}\[([^\]\[^@][^\]\[]*)\]:\s*<?([^\s>]+)>?(?:\s+[\"'(].*[\"')])?[ \t]*$", re.MULTILINE)
BY_NAME = re.compile(r"(!?)\[((?:[^\[\]]|\[[^\[\]]*\])+)\](?:\s?\[([^\[\]]*)\])?(?![(:{\[])")
SHORTCODE = re.compile(r"\{\{[<%](.*?)[>%]\}\}")
NOTE = re.compile(r"\^\[((?:[^\[\]]|\[[^\[\]]*\])*)\]")
LATEX = re.compile(r"\\([a-zA-Z]{3,})\b\*?(?:\[[^\[\]]*\])?(?:\{([^{}]*)\})?(?:\{([^{}]*)\})?")
KINDS = frozenset(("png", "jpg", "jpeg", "gif", "svg", "webp", "avif"))
FILMS = frozenset(("mp4", "webm", "mov", "avi", "ogv", "m4v", "mp3", "wav"))
LOOKS = re.compile(r"^(?:bg|fit|cover|contain|auto|left|right|vertical|#[\w-]+|\d+%|\d+px)$|^(?:left|right|[wh]|width|"
                   r"height|blur|brightness|contrast|drop-shadow|grayscale|hue-rotate|invert|opacity|saturate|sepia)"
                   r"(?::\S*)$|^(?:blur|brightness|contrast|grayscale|invert|opacity|saturate|sepia)$")  # fmt: skip
KEPT = frozenset(("fragment", "incremental", "smaller", "quote"))

Lose = Callable[[str, str], None]


class Inline:
    """Says the marks of one deck in our words. `wanted` gathers the pictures that it asks for, by their address;
    `targets` are the ids that links may lead to."""

    def __init__(self, shelter: Shelter, lose: Lose, *, looks_in_words: bool) -> None:
        self._shelter = shelter
        self._lose = lose
        self._looks_in_words = looks_in_words
        self._names: dict[str, str] = {}
        self._defined: dict[str, str] = {}
        self.wanted: dict[str, str] = {}
        self.targets: frozenset[str] = frozenset()

    def learn(self, text: str) -> str:
        """Takes the addresses that stand by themselves (`[name]: address`) out of a text, and remembers them."""
        self._defined |= {name.casefold().strip(): address for name, address in DEFINED.findall(text)}
        self.targets = frozenset(re.findall(r"\]\(\s*<?#([\w:.-]+)", text))
        text = re.sub(r"^(\[\^[^\]\s]+\]:)[ \t]*\n(?=\S)([^\n]+)", "\\1 \\2\n\ue203", text, flags=re.MULTILINE)
        return DEFINED.sub("\ue203", text)

    def say(self, line: str) -> str:
        """One line in our words."""
        if "[" in line:
            line = self._by_name(line) if self._defined else line
            line = PICTURE.sub(self._picture, line)
            line = LINK.sub(self._link, line)
            line = NOTE.sub(r" (\1)", line)
            line = SPAN.sub(self._span, line)
            line = CITED.sub(self._cited, line)
        if "\\" in line:
            line = self._latex(line)
        if "{" in line:
            line = SHORTCODE.sub(self._shortcode, line)
            line = ATTRIBUTES.sub(self._attributes, line)
        return line

    def _latex(self, line: str) -> str:
        """Commands of LaTeX in running text: the words in their braces stay, bold and slanted ones as such."""

        def plain(found: re.Match[str]) -> str:
            name, words = found[1], found[3] if found[3] is not None else (found[2] or "")
            mark = {"textbf": "**", "alert": "**", "textit": "*", "emph": "*"}.get(name, "")
            if not mark:
                self._lose(f"the LaTeX command “\\{name}”", "The words in its braces stand.")
            return f"{mark}{words}{mark}" if name not in ("begin", "end", "vspace", "hspace", "label", "ref") else ""

        return LATEX.sub(plain, line)

    def attributes(self, said: str) -> str:
        """The attributes of a heading that mean something here, in braces; the rest is a loss."""
        ids = re.findall(r"#([\w-]+)", re.sub(r"=\s*(?:\"[^\"]*\"|'[^']*'|\S+)", "", said))
        classes = re.findall(r"(?<![\w\"'=/])\.([\w-]+)", re.sub(r"=\s*(?:\"[^\"]*\"|'[^']*')", "", said))
        kept = [f"#{one}" for one in ids[:1]] + [f".{one}" for one in classes if one in KEPT]
        if re.search(r"visibility\s*=\s*[\"']?hidden", said):
            kept.append(".hidden")
        gone = re.sub(r"(?<![\w\"'=/])#[\w-]+", "", said)
        gone = " ".join(
            part for part in gone.split() if part.lstrip(".") not in KEPT and part not in ("-", "data-menu-title")
        )
        if gone:
            picture = re.search(r"background(?:-image|-video|-iframe)?\s*=\s*[\"']?([^\s\"'#][^\s\"']*\.\w+)", gone)
            what = f"the picture behind the slide, {picture[1][:100]}" if picture else f"the attributes “{gone[:80]}”"
            self._lose(what, "Put it on the slide if it says something." if picture else "Looks come from the theme.")
        return f"{{{' '.join(kept)}}}" if kept else ""

    def _by_name(self, line: str) -> str:
        def point(found: re.Match[str]) -> str:
            address = self._defined.get((found[3] or found[2]).casefold().strip())
            return f"{found[1]}[{found[2]}](<{address}>)" if address else found[0]

        return BY_NAME.sub(point, line)

    def _picture(self, found: re.Match[str]) -> str:
        words, address, braces = found[1], found[2].strip("<> "), found[5] or ""
        alt, caption = self._words(words), found[3] or found[4] or ""
        if self._looks_in_words:
            looks = [word for word in alt.split() if LOOKS.match(word)]
            alt = " ".join(word for word in alt.split() if not LOOKS.match(word))
            if looks:
                self._lose(f"how a picture was set (“{' '.join(looks)}”)", "It stands in the slide.")
        said = re.search(r"(?:fig-alt|alt)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", braces)
        if said:
            alt, caption = said[1] or said[2] or "", caption or alt
        kind = basename(address.partition("?")[0]).rpartition(".")[2].lower()
        if SCHEME.match(address):
            short = address[:100] if not address.startswith("data:") else "written into the file as data"
            self._lose(f"the picture {short}", "Save it beside the lesson, with its licence, and name it here.")
            return f"*{alt}*" if alt else ""
        if kind in FILMS:
            self._lose(f"the film “{address[:100]}”", "Put it beside the lesson, with captions: {{< video … >}}")
            return f"*{alt}*" if alt else ""
        if kind not in KINDS:
            self._lose(f"the picture “{address[:100]}”", "Save it as PNG, JPEG or SVG and name it here.")
            return f"*{alt}*" if alt else ""
        name = self._name(address)
        if not alt:
            alt = basename(name)
            self._lose(
                f"what the picture “{alt}” shows: it has no alternative text",
                "Its file's name stands there, and lactern check asks for words until you write them.",
            )
        width = re.search(r'width\s*=\s*"?\s*(\d+(?:\.\d+)?%)', braces)
        other = re.sub(
            r"#[\w:-]+|(?:fig-alt|alt)\s*=\s*(?:\"[^\"]*\"|'[^']*')|width\s*=\s*\"?\s*[\d.]+%\"?", "", braces
        )
        if other.strip("{} :"):
            self._lose(f"how a picture was set (“{other.strip('{} ')[:60]}”)", "It stands in the slide.")
        title = f' "{caption}"' if caption and '"' not in caption else ""
        sized = f'{{width="{width[1]}"}}' if width and 0 < float(width[1][:-1]) <= 100 else ""
        return self._shelter.hold(f"![{alt}]({name}{title}){sized}")

    def _name(self, address: str) -> str:
        """Where a picture will lie. Two of one name in two folders get two names."""
        wanted = unquote(re.sub(r"[?#].*$", "", address)).removeprefix("./")
        if wanted not in self.wanted:
            stem, _, kind = re.sub(r"[^\w.-]+", "-", basename(wanted)).lower().rpartition(".")
            name, number = f"img/{stem or 'picture'}.{kind}", 2
            while name in self._names:
                name, number = f"img/{stem or 'picture'}-{number}.{kind}", number + 1
            self._names[name] = wanted
            self.wanted[wanted] = name
        return self.wanted[wanted]

    def _words(self, alt: str) -> str:
        """Alternative text: words alone, read aloud as they are."""
        bare = re.sub(r"\[([^\[\]]*)\]\([^()]*\)", r"\1", self._shelter.plain(alt))
        bare = re.sub(r"[*`{}\[\]\"<>]|(?<!\w)_+|_+(?!\w)", "", bare)
        return re.sub(r"\s+", " ", bare).strip()

    def _link(self, found: re.Match[str]) -> str:
        words, address = found[1], found[2].strip("<> ")
        if found[5] and "fragment" in found[5]:
            words = f"[{words}]" + self._shelter.hold("{.fragment}")
        if SAFE.match(address):
            return f"[{words}]({address.replace(' ', '%20')})"
        if address.startswith("#") and address[1:] in self.targets and not re.fullmatch(r"#/?[\d/]*", address):
            return f"[{words}]({address})"
        if address and address != "#":
            self._lose(f"the link to “{address[:100]}”", "Its words stand; link to a web address or a slide's #id.")
        return words

    def _span(self, found: re.Match[str]) -> str:
        words, said = found[1], found[2]
        kept = [f".{one}" for one in re.findall(r"\.([\w-]+)", said) if one in ("fragment", "mark")]
        kept += [f"{key}={value}" for key, value in re.findall(r"\b(lang|dir)=\"?([\w-]+)\"?", said)]
        rest = re.sub(r"\.(?:fragment|mark)\b|\b(?:lang|dir)=\"?[\w-]+\"?", "", said).strip()
        if rest:
            self._lose(f"the attributes “{rest[:80]}”", "Looks come from the theme.")
        return f"[{words}]" + self._shelter.hold(f"{{{' '.join(kept)}}}") if kept else words

    def _cited(self, found: re.Match[str]) -> str:
        keys = re.findall(r"@\{?([\w:./+-]*\w)", found[1])
        said = re.sub(r"-?@\{?([\w:./+-]*\w)\}?", r"\1", found[1]).strip()
        self._lose(
            f"the citation of {', '.join(f'“{key}”' for key in keys)}",
            "Put it in references.yaml and cite it as [@key].",
        )
        return f"({said})"

    def _shortcode(self, found: re.Match[str]) -> str:
        said = self._shelter.plain(found[1]).strip(" <>%")
        self._lose(f"the shortcode “{said[:80]}”", "Write what it stood for.")
        return ""

    def _attributes(self, found: re.Match[str]) -> str:
        if "fragment" in found[0] and ".fragment" in found[0]:
            return "\ue204"
        self._lose(f"the attributes “{found[0].strip()[1:-1][:80]}”", "Looks come from the theme.")
        return ""
