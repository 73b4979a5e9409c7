"""What can be wrong with paper. All are warnings: decks and modules are written whatever happens here."""

from builder.model.diagnostic import Rule

NO_PRESS = Rule(
    "F201",
    "no-press",
    "warning",
    "This machine cannot make PDFs.",
    "Handouts are laid out with Pango, a library of the operating system, which is missing or too old here.",
    "Install Pango (`lactern doctor` says how), or leave handouts out with `--target`.",
    """\
before: lactern build, on a machine without Pango
after:  lactern build --target deck --target module""",
)
GLYPH = Rule(
    "F202",
    "character-without-a-glyph",
    "warning",
    "A character is in none of the fonts, so an empty box is printed.",
    "On screen the reader's machine may find a font; paper stays as it is.",
    "Use a character that the fonts have, or a picture with alternative text.",
    """\
before: a rare sign that no font has
after:  a word for it, or ![What the sign means](img/sign.svg)""",
)
PICTURE = Rule(
    "F203",
    "picture-not-printed",
    "warning",
    "A picture could not be put on paper.",
    "The file is broken, of a kind that cannot be printed, or not part of the course.",
    "Save it again as SVG, PNG or JPEG inside the course's folder.",
    """\
before: ![A film still](img/still.tiff)
after:  ![A film still](img/still.png)""",
)
STYLE = Rule(
    "F204",
    "style-not-understood",
    "advice",
    "The theme's handout style sheet holds something that paper does not know.",
    "It was left out, and the page may look other than it was meant to.",
    "Take the declaration out of `handout.css`, or write it in another way.",
    """\
before: .sheet { backdrop-filter: blur(2px) }
after:  .sheet { background: var(--sunken) }""",
)
TOO_LONG = Rule(
    "F205",
    "sheet-too-long",
    "warning",
    "A sheet takes more pages than it may.",
    "A sheet is handed out as one leaf; what spills over is lost. Leading and margins are as tight as they may be.",
    "Shorten the text, lower `paper-size` (12 pt at least for parents), or raise `pages`.",
    """\
before: pages: 1, and 700 words
after:  pages: 1, and 350 words""",
)
STRANGE_FONT = Rule(
    "F206",
    "font-of-this-machine",
    "warning",
    "Something is printed in a font that belongs to this machine.",
    "Another machine prints it otherwise, or not at all.",
    "Use a script and characters that the course's fonts have.",
    """\
before: h1 { font-family: "Some Font Of Mine" }
after:  h1 { font-family: var(--font-display) }""",
)
SLIDE_FULL = Rule(
    "F207",
    "slide-too-full-for-paper",
    "warning",
    "A slide holds more than fits its place on the handout.",
    "The rest is cut off, though its type has been made as small as can be read.",
    "Split the slide, or move part of it into `::: prose`.",
    """\
before: ## Look-alikes, with a table of thirty rows
after:  ## Look-alikes by day, ## Look-alikes by feed""",
)
REMARK = Rule(
    "F208",
    "remark-of-the-press",
    "advice",
    "The press noticed something while printing.",
    "It is seldom more than a detail, but a page may look other than it was meant to.",
    "Look at the page.",
    """\
before: a link to a place that is not on this page of paper
after:  the page looks as it should: nothing needs to be done""",
)
BROKEN = Rule(
    "F209",
    "not-printed",
    "warning",
    "A document could not be printed.",
    "WeasyPrint stopped in the middle of it, as it does over some style declarations. The other documents were made.",
    "Look for what changed last in the theme's `handout.css` or in a picture; without a theme of your own, report it.",
    """\
before: a declaration in handout.css that is new since the last print
after:  handout.css without it""",
)
TOO_LONG_TALK = Rule(
    "F210",
    "talk-still-too-long",
    "warning",
    "The slides that are left take longer than was asked for.",
    "Only slides that are marked with `cut` are left out, and there are not enough of them.",
    "Mark more slides with `cut`, or ask for more minutes.",
    """\
before: --minutes 40, and three slides with `cut`
after:  --minutes 40, and nine slides with `cut`""",
)
WIDE = Rule(
    "F211",
    "runs-over-the-edge",
    "warning",
    "Something is wider than the page.",
    "A long word in a table, or a table with many columns, finds no place to break and is cut off in print.",
    "Put a soft hyphen (`&shy;`) into the word, shorten it, or make two tables of one.",
    """\
before: | Dysphoricmilkejectionreflexquestionnaire |
after:  | Dysphoric&shy;milk&shy;ejection&shy;reflex&shy;questionnaire |""",
)
FONT_GONE = Rule(
    "F212",
    "font-not-loaded",
    "warning",
    "A font could not be loaded, so another one is printed in its place.",
    "The file is damaged or of a kind that is not read; sheets and pages may come out longer than they should.",
    "Install lactern again, or take the theme's own `@font-face` out of `handout.css`.",
    """\
before: @font-face { src: url(damaged.woff2) }
after:  no @font-face in handout.css""",
)
RULES: tuple[Rule, ...] = (
    WIDE, FONT_GONE, NO_PRESS, GLYPH, PICTURE, STYLE, TOO_LONG, STRANGE_FONT, SLIDE_FULL, REMARK, BROKEN, TOO_LONG_TALK,
)  # fmt: skip

RULE_OF = {
    "glyph": GLYPH, "picture": PICTURE, "style": STYLE, "font": STRANGE_FONT, "full": SLIDE_FULL, "other": REMARK,
    "broken": BROKEN, "wide": WIDE, "unloaded": FONT_GONE,
}  # fmt: skip
REMARKS: tuple[tuple[str, str], ...] = (
    (r"\.notdef glyph", "glyph"),
    (r"Failed to (load|render).*(image|SVG)", "picture"),
    (r"Image .* has no required alt", "picture"),
    (r"Font-face .* cannot be loaded|Failed to load font|Unable to instantiate", "unloaded"),
    (r"Ignored `|Invalid|Unknown|Parse error|Unsupported @page|Expected a", "style"),
    (r"No anchor #", ""),
    (r"Anchor defined twice", ""),
)
"""What WeasyPrint's log lines begin with, and the kind of fault that is; those of no kind are harmless."""
