"""Lessons that an author might write, and that nobody would: heaps of syntax, deep nests, spoilt real files."""

from typing import NamedTuple

from hypothesis import strategies as st

FRAGMENTS = [
    "# Part", "## Slide", "## Slide {#a}", "## Slide {#a .x time=90s cut}", "### Below", "---", "----", "***",
    "- - -", "", "", "Words.", "- item", "  - nested", "1. one", "2) two", "> quoted", ": defined", "Term",
    "    code", "\tcode", "```", "````", "~~~", "```python", "`a`", "`", "<!--", "-->", "<!-- a -->", "<div>",
    "</div>", "<b", ">", "::: notes", "::: prose", ":::", "::::", ":::: columns", "::: {.column width=\"50%\"}",
    "::: {.column", "::: case", "::: {.callout-tip title=\"A\"}", "::: {.callout-nope}", "::: {.quiz #q}",
    "- [x] yes", "- [ ] no", "    > feedback", "::: explain", "::: incremental", "::: {when=\"slides\"}",
    "::: {evidence=\"expert\"}", ". . .", "{{< include _p.md >}}", "{{< include _q.md >}}",
    "{{< include _self.md >}}", "{{< include nope.md >}}", "{{< include ../x >}}", "{{< include 01-lesson.md >}}",
    "{{< quiz post-test >}}", "{{< quiz post-test#onset >}}", "{{< quiz post-test draw=\"exit\" >}}",
    "{{< poll x#y >}}", "{{< video a.mp4 >}}", "{{< source 01-lesson.md >}}", "{{< agenda >}}", "{{< nope >}}",
    "{{<", ">}}", "![A](x.svg)", "![A](x.svg \"C\"){width=\"50%\"}", "![](x.svg)", "![A](nope.png)",
    "![A](../../x.png)", "[@heise2011]", "[@nope; @heise2011]", "[a](#b)", "[a](01-lesson.md#a)", "[a](nope.md)",
    "[a]{.b}", "[a]{#c .d e=\"f\"}", "[_____]{.blank lines=2}", "{.a}", "{#a}", "{a=b}", "\\{.a}", "[^1]",
    "[^1]: A note.", "    more of it", "*[MER]: reflex", "MER", "[r]: a.md", "[r]", "| a | b |", "|---|---|",
    "$x^2$", "$\\frac{a$", "H~2~O", "==a==", "~~a~~", "**a", "_a", "\\", "&amp;", "&", "\"a\"", "'", "...", "--",
    "\u202e", "\u00a0", "\ufeff", "\u2028", "é", "ל", "\x0b", "\x1f",
]  # fmt: skip
WORDS = [
    "Words", "let-down", "D-MER", "**bold**", "*slanted*", "_both **at once**_", "`code`", "``a ` b``", "$x^2$",
    "$$", "$a_{b_{c_{d}}}$", "[a link](#first)", "[out](https://example.org/a?b=c&d=e)", "[@heise2011]",
    "![A](x.svg){width=\"40%\"}", "H~2~O", "x^2^", "==mark==",
    "~~gone~~", "[mot]{lang=fr}", "[a]{.b #c d=\"e f\"}", "[_____]{.blank}", "<b>bold</b>",
    "<script>alert(1)</script>", "<!-- aside -->", "&lt;", "&#0;",
    "&#x110000;", "&nope;", "\\*", "\\", "{", "}", "[[", "]]", "‖", "|", "שלום עולם", "مرحبا بالعالم",
    "שלום D-MER 10–20", "你好", "e\u0301\u0323\u0308", "👩\u200d👧\u200d👦", "\u202eabc\u202c", "\u2066x", "\u200b",
    "\u00ad", "9" * 400, "1e999", "-0", "NaN", "٣٤٥", "²", "w" * 2500, "* " * 60, "[" * 80, "(" * 80,
    "_" * 90, "***" * 20, "> " * 30, "http://" + "a." * 60, "\x1b[31m", "\x7f", "\x85", "\u2029", "\ud7ff",
    "\ufffe", "\U0010ffff", "\t", "\v", "%s %(a)s", "{% raw %}", "{{ drawer }}", "\ue000", "\x02", "\x03",
]  # fmt: skip
ATTRIBUTES = [
    "#a", "#b", "#1", "#a b", ".x", ".hidden", ".title-slide", ".statement", ".quote", ".figure", "cut",
    "cut=maybe", "time=90s", "time=1h30m", "time=", "time=٣m", "width=50%",
    "width=\"-5%\"", "width=\"1e9%\"", "width=calc(1px)", "when=slides", "when=\"module -handout\"",
    "when=", "evidence=expert", "objectives=timing",
    "title=\"A *b* `c`\"", "title=\"\"", "lang=he", "lines=3", "lines=999999999999",
    "lines=x", "incremental", "credit=\"A & <b>\"", "licence=\"CC BY\"", "captions=x.svg", "style=\"color:red\"",
    "onclick=\"x\"", "class=\"y\"", "id=z", "a==b", "é=è", "x=\"" + "y" * 300 + "\"", "key=\"שלום\"",
    "-", "{", "\\}", ".callout-tip", ".column", ".notes", ".quiz", ".decorative",
]  # fmt: skip
BOXES = [
    "notes", "prose", "case", "incremental", "nonincremental",
    "explain", "example", "{.callout-note}", "{.callout-urgent title=\"Now\"}",
    "{when=\"slides\"}", "{when=\"-slides\"}",
    "{evidence=\"expert\"}", "{#box .own}", "{lang=he dir=rtl}", "own",
]  # fmt: skip
LINES = [
    "{{< include _p.md >}}", "{{< quiz post-test >}}", "{{< quiz post-test#onset >}}",
    "{{< poll post-test#onset >}}", "{{< agenda >}}", "{{< objectives >}}",
    "{{< disclosures >}}", "{{< completion >}}", "{{< help >}}", "{{< references >}}", "{{< evidence-legend >}}",
    "{{< local-help >}}", "{{< video x.svg title=\"T\" >}}",

    "{{<agenda>}}", "{{< agenda when=\"slides\" >}}", ". . .", "...", "---", "- [x] right",
    "- [ ] wrong\n  > Why.\n\n      code", "1. one\n2. two\n   - deeper\n     1) deepest", "> a\n> > b\n> > > c",
    "| a | b |\n|:--|--:|\n| c | d |", "| a |\n|---|\n| " + "x | " * 40, "|---|", "Term\n: meaning\n\n  more",
    "[^n]\n\n[^n]: A note.\n\n    More of it.", "[^n]: twice", "*[MER]: reflex\n\nMER",
    "[r]: x.svg \"t\"\n\n[r] ![A][r]", "```python\nprint()\n```", "~~~~\n```\n~~~~", "    ::: notes",
    "\t- tab", "<div>\n\n**in**\n\n</div>", "<!--\n## not\n-->",
    "$$\nx = \\frac{a}{b}\n$$", "$$\n\\begin{x}", "![A](x.svg \"C\"){.wide}\n\nSource", "![](x.svg){.decorative}",
    "![A](x.svg)\n![B](x.svg)", "Setext\n===", "Setext\n---", "# ", "##", "####### seven", "## A ## {#z}",
    "\\## no", "+ a\n* b\n- c", "-\n-\n-", "***", "___",
]  # fmt: skip
WRONG_WORDS = [
    "[@heise2011, p. 4; @nope]", "[a [b](c)](d)", "<a href=\"javascript:x\" onclick=y>z</a>", "{{", "`" * 31,
]  # fmt: skip
WRONG_LINES = [
    "{{< include _self.md >}}", "{{< quiz lesson#q >}}", "{{< source _p.md >}}",
    "{{< source quizzes/c/post-test.yaml >}}", "{{< quiz >}}", "{{< video >}}", "{{< include >}}", "{{< source >}}",
    "{{< help", "```\nopen", "<table><tr><td>x", "<!-- open", "<div",
]  # fmt: skip
WRONG_BOXES = [
    "columns", "{.column}", "{.column width=\"40%\"}", "{.quiz #q}", "{.quiz}", "{.callout-nope}", "tip", "note",
    "nots", "Columns",
]  # fmt: skip
WRONG_ATTRIBUTES = [
    "#", ".", "time=-1", "time=99999999999999999999s", "when=nope", "evidence=sure", "objectives=\"timing nope\"",
    "title='", "lang=\"", "=", "==",
]  # fmt: skip
INSERTED = [
    "", "a: b", "? ", "- ", "id: 1", "stem:", "type: case", "parts: []", "[[", "]]", "‖", "null", "~", ":::", "{", "}",
    "|", ">", "9" * 30, "\ufeff", "שלום",
]  # fmt: skip

letters = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8)
pieces = st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=6)), max_size=30)
heaps = st.one_of(pieces.map("\n".join), pieces.map("\n\n".join), pieces.map(" ".join))
"""Syntax with neither rhyme nor reason."""


class Vocabulary(NamedTuple):
    """What lessons are made of. `slip` is how often a block is closed wrongly: once in so many, 0 for never."""

    words: st.SearchStrategy[str]
    lines: st.SearchStrategy[str]
    boxes: st.SearchStrategy[str]
    attributes: st.SearchStrategy[str]
    slip: int


def vocabulary(words: list[str], lines: list[str], boxes: list[str], attributes: list[str], slip: int) -> Vocabulary:
    """A vocabulary of these words, three or four of them at a time."""
    some = st.lists(st.sampled_from(attributes), max_size=4).map(" ".join)
    return Vocabulary(
        st.lists(st.one_of(st.sampled_from(words), letters), min_size=1, max_size=4).map(" ".join),
        st.sampled_from(lines),
        st.sampled_from(boxes),
        st.one_of(st.just(""), st.just(""), some.map(" {{{}}}".format)),
        slip,
    )


RIGHT = vocabulary(WORDS, LINES, BOXES, ATTRIBUTES, 0)
WRONG = vocabulary(
    WORDS + WRONG_WORDS, LINES + WRONG_LINES, BOXES + WRONG_BOXES, ATTRIBUTES + WRONG_ATTRIBUTES, 5
)  # fmt: skip


def indented(text: str, by: str) -> str:
    """A text moved to the right, as inside a list or a quotation."""
    return "\n".join(by + row for row in text.split("\n"))


@st.composite
def blocks(draw: st.DrawFn, of: Vocabulary, deep: int = 5) -> str:
    """A few blocks one below the other, with others inside them."""
    made = []
    for _ in range(draw(st.integers(1, 3 if deep > 3 else 2))):
        kind = draw(st.integers(0, 10))
        if kind < 3 or not deep:
            made.append(draw(of.words))
        elif kind < 6:
            made.append(draw(of.lines))
        elif kind == 6:
            made.append(indented(draw(blocks(of, deep - 1)), draw(st.sampled_from(["  ", "> ", "    ", "\t"]))))
        elif kind == 7:
            made.append("- " + draw(of.words) + "\n\n" + indented(draw(blocks(of, deep - 1)), "  "))
        elif kind == 8:
            column = f"::: {{.column}}\n{draw(blocks(of, deep - 1))}\n:::\n"
            made.append(f":::: columns\n{column}{column}::::")
        else:
            colons = ":" * draw(st.integers(3, 6))
            slips = of.slip and not draw(st.integers(0, of.slip))
            closed = draw(st.sampled_from(["", ":::", "::", "::: notes"])) if slips else colons
            name = draw(of.boxes) + (draw(of.attributes) if of.slip and draw(st.booleans()) else "")
            made.append(f"{colons} {name}\n{draw(blocks(of, deep - 1))}\n{closed}")
    return draw(st.sampled_from(["\n\n", "\n\n", "\n"])).join(made)


@st.composite
def slides(draw: st.DrawFn, of: Vocabulary = RIGHT) -> str:
    """A lesson of some slides with deep blocks, the headings with attributes of every kind."""
    made = ["## First {#first}\n\nWords."]
    for _ in range(draw(st.integers(1, 3))):
        head = draw(st.sampled_from(["## ", "## ", "## ", "# ", "### ", "##", "---\n\n"]))
        made.append(f"{head}{draw(of.words)}{draw(of.attributes)}\n\n{draw(blocks(of))}")
    return draw(st.sampled_from(["\n\n", "\n\n", "\n"])).join(made)


@st.composite
def spoilt(draw: st.DrawFn, text: str) -> str:
    """A real file with a few lines dropped, doubled, moved, cut or replaced."""
    rows = text.split("\n")
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(rows) - 1))
        match draw(st.sampled_from(["drop", "double", "indent", "cut", "swap", "insert", "end", "pull"])):
            case "drop":
                del rows[at : at + draw(st.integers(1, 3))]
            case "double":
                rows.insert(at, rows[at])
            case "indent":
                rows[at] = draw(st.sampled_from(["  ", " ", "\t", "- ", "> ", "::: ", "## "])) + rows[at]
            case "pull":
                rows[at] = rows[at].lstrip(" -")
            case "cut":
                rows[at] = rows[at][: draw(st.integers(0, 40))]
            case "swap":
                other = draw(st.integers(0, len(rows) - 1))
                rows[at], rows[other] = rows[other], rows[at]
            case "insert":
                rows[at] += draw(st.one_of(st.sampled_from(INSERTED), st.text(max_size=5)))
            case _:
                rows = rows[: at + 1]
        rows = rows or [""]
    return "\n".join(rows)
