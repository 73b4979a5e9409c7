"""What can be wrong with how a lesson is written: blocks, attributes, includes."""

from builder.model.diagnostic import Rule

UNCLOSED = Rule(
    "L101",
    "block-not-closed",
    "error",
    "A ::: block is opened and never closed.",
    "Everything below it would become part of the block, notes included.",
    "Add a line with three colons where the block ends.",
    """\
before: ::: notes
        Ask for hands.
after:  ::: notes
        Ask for hands.
        :::""",
)
STRAY_CLOSE = Rule(
    "L102",
    "nothing-to-close",
    "error",
    "A ::: line closes a block that was never opened.",
    "It shows that an opening line is missing or that a block ends twice.",
    "Remove the line, or open the block above it.",
    """\
before: Ask for hands.
        :::
after:  ::: notes
        Ask for hands.
        :::""",
)
UNKNOWN_SHORTCODE = Rule(
    "L103",
    "unknown-shortcode",
    "error",
    "A {{< … >}} that means nothing.",
    "It would show on the slide as it stands.",
    "Known are include, source, quiz, poll, video, disclosures, completion, objectives, agenda, help, local-help, "
    "references and evidence-legend, each on a line of its own.",
    "before: {{< agneda >}}\nafter:  {{< agenda >}}",
)
BAD_ATTRIBUTES = Rule(
    "L104",
    "unreadable-attributes",
    "error",
    "What stands in {…} cannot be read.",
    "An attribute that is not understood would silently do nothing.",
    'Write {#id .class key="value"}, with spaces between.',
    'before: ## A wave {time="90s}\nafter:  ## A wave {time="90s"}',
)
LEFTOVER = Rule(
    "L105",
    "leftover-markup",
    "error",
    "A {…}, ::: or {{< was not understood and would be shown.",
    "The audience would read builder's signs on the slide.",
    "Correct the spelling, move it to a line of its own, or put a backslash before it to show it.",
    "before: a sentence with ::: in it\nafter:  a sentence with \\::: in it",
)
NO_INCLUDE = Rule(
    "L106",
    "missing-include",
    "error",
    "A file to include is not there.",
    "The slides in it would be missing.",
    "Check the name; it is looked for beside the lesson, then in the course's folder.",
    "before: {{< include _shared/thank.md >}}\nafter:  {{< include _shared/thanks.md >}}",
)
INCLUDE_CYCLE = Rule(
    "L107",
    "include-cycle",
    "error",
    "Files include one another in a circle.",
    "The lesson would never end.",
    "Take one of the includes out.",
    "before: {{< include _shared/a.md >}} in _shared/a.md\nafter:  the line is gone",
)
HEADING_IN_BLOCK = Rule(
    "L108",
    "slide-inside-block",
    "error",
    "A slide or section heading stands inside a ::: block.",
    "A block belongs to one slide; most often its closing line is missing.",
    "Write ::: on a line of its own where the block ends, above this heading; a heading inside of it takes ###.",
    """\
before: ::: prose
        Reading text.
        ## The next slide
after:  ::: prose
        Reading text.
        :::
        ## The next slide""",
)
EMPTY_LESSON = Rule(
    "L117",
    "empty-lesson",
    "error",
    "A lesson without a slide, or a sheet with nothing on it.",
    "It would make an empty deck and an empty page.",
    "Add a slide with ## Heading, or put a leading underscore before the file's name.",
    """\
before: ---
        title: A lesson
        ---
after:  ---
        title: A lesson
        ---
        ## The first slide""",
)
UNKNOWN_CALLOUT = Rule(
    "L118",
    "unknown-callout",
    "error",
    "A callout of a kind that does not exist.",
    "Icon and word come from the kind.",
    "Use .callout-note, .callout-tip, .callout-important, .callout-warning or .callout-urgent.",
    "before: ::: {.callout-danger}\nafter:  ::: {.callout-urgent}",
)
LOOSE_COLUMN = Rule(
    "L119",
    "column-outside-columns",
    "error",
    "A .column that stands in no columns block, or the other way round.",
    "The layout would fall apart.",
    "Write :::: columns, inside it ::: {.column} … ::: for each, and :::: at the end.",
    """\
before: ::: {.column width="50%"}
        Text.
        :::
after:  :::: columns
        ::: {.column width="50%"}
        Text.
        :::
        ::::""",
)
CODE_OPEN = Rule(
    "L120",
    "code-not-closed",
    "error",
    "A ``` code block is opened and never closed.",
    "All slides below it would be shown as code.",
    "Add a line with the same signs where the code ends.",
    """\
before: ```
        some code
after:  ```
        some code
        ```""",
)
COMMENT_OPEN = Rule(
    "L123",
    "comment-not-closed",
    "error",
    "A <!-- comment is opened and never closed.",
    "A browser would hide everything below it.",
    "Add --> where the comment ends.",
    "before: <!-- to be said slowly\nafter:  <!-- to be said slowly -->",
)
UNCLEAR_BLOCK = Rule(
    "L124",
    "unclear-block",
    "error",
    "A ::: block with a name that is almost, but not quite, a known one.",
    "It would be drawn as a plain box: notes with a slip in their name would stand on the slide for all to read.",
    "Use the spelling that the message offers; for a box of your own choose a name that is less alike.",
    "before: ::: note\nafter:  ::: notes",
)
WIDTH = Rule(
    "L125",
    "width-not-in-percent",
    "warning",
    "A width= that is no share of the room there is.",
    "It is left out: the same slide is shown on a wall, on a phone and on paper, where a pixel or a centimetre is not "
    "the same thing.",
    'Write a width in percent, from 1% to 100%: width="60%".',
    """\
before: ![A curve that falls](img/curve.svg){width="400px"}
after:  ![A curve that falls](img/curve.svg){width="60%"}""",
)
UNCLEAR_ATTRIBUTE = Rule(
    "L126",
    "unclear-attribute",
    "warning",
    "A key or class in {…} that is almost, but not quite, a known one.",
    "Nothing would come of it: a slide with a slip in `.hidden` is shown, one with a slip in `time=` has no time.",
    "Correct the spelling.",
    "before: ## Two voices {tmie=90s}\nafter:  ## Two voices {time=90s}",
)
TWO_COLONS = Rule(
    "L127",
    "two-colons",
    "error",
    "A block is begun or ended with two colons.",
    "It takes three. With two it is no block: what was meant as notes would stand on the slide for all to read.",
    "Write three colons where the block begins, and three on a line of their own where it ends.",
    """\
before: :: notes
        Ask for hands.
        ::
after:  ::: notes
        Ask for hands.
        :::""",
)
ALMOST_A_SIGN = Rule(
    "L128",
    "almost-a-sign",
    "warning",
    "A line that is almost a heading, a picture, a list or a line that fills itself.",
    "A space too many or too few, and the sign is shown as it stands.",
    "Write it as the message says; a backslash before the sign shows it on purpose.",
    "before: ##A wave\nafter:  ## A wave",
)
HTML_OPEN = Rule(
    "L140",
    "html-not-closed",
    "error",
    "A tag of HTML is opened and never closed, or closes what is not open.",
    "It would swallow the rest of the page, or break out of the slide.",
    "Close it: <b>…</b>. A sign that is no tag is written with a backslash before it, or as &lt;.",
    "before: <b>today\nafter:  <b>today</b>",
)
UNUSED_PIECE = Rule(
    "C107",
    "piece-never-included",
    "advice",
    "A piece that was written to be included is included nowhere.",
    "What it says is in no lesson, and nobody notices; or it has grown old beside the text that replaced it.",
    "Include it where it belongs, or delete it.",
    "before: _shared/thanks.md, which no lesson names\nafter:  {{< include _shared/thanks.md >}}",
)
RULES = (
    UNCLOSED,
    STRAY_CLOSE,
    UNKNOWN_SHORTCODE,
    BAD_ATTRIBUTES,
    LEFTOVER,
    NO_INCLUDE,
    INCLUDE_CYCLE,
    HEADING_IN_BLOCK,
    EMPTY_LESSON,
    UNKNOWN_CALLOUT,
    LOOSE_COLUMN,
    CODE_OPEN,
    COMMENT_OPEN,
    UNCLEAR_BLOCK,
    WIDTH,
    UNCLEAR_ATTRIBUTE,
    TWO_COLONS,
    ALMOST_A_SIGN,
    HTML_OPEN,
    UNUSED_PIECE,
)
