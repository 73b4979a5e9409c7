"""What can be seen to be wrong with a page in a browser."""

from builder.model.diagnostic import Rule

OVER = Rule(
    "V101",
    "runs-over-the-slide",
    "warning",
    "Something on a slide runs over the room it has.",
    "What lies beyond the edge is not shown in the room, and what runs into the foot covers the sources. The deck has "
    "made the text as small as it may be.",
    "Split the slide, move part of it into `::: prose`, or make the picture or box smaller.",
    """\
before: ## Signs, with a table and a picture below it
after:  ## Signs, with the table
        ## What it looks like, with the picture""",
)
OVERLAP = Rule(
    "V102",
    "text-over-text",
    "warning",
    "Two pieces of text lie over each other.",
    "Neither can be read. It comes from fixed places or heights in a figure, a theme or raw HTML.",
    "Give each of them room: in a figure move one, in a style sheet take out the fixed place or height.",
    """\
before: <text x="20" y="40">D-MER</text><text x="30" y="44">aversion</text>
after:  <text x="20" y="40">D-MER</text><text x="20" y="80">aversion</text>""",
)
CLIPPED = Rule(
    "V103",
    "text-cut-off",
    "warning",
    "Text is cut off by the box it stands in.",
    "A box with a fixed size hides what does not fit, also when a reader makes the letters larger (WCAG 1.4.4).",
    "Let the box grow with its text, or shorten the text.",
    """\
before: .case { height: 12rem; overflow: hidden }
after:  .case { min-height: 12rem }""",
)
CONTRAST = Rule(
    "V104",
    "painted-contrast-too-low",
    "warning",
    "Letters are too pale, or too dark, for the ground they are painted on.",
    "Projectors wash colours out and many eyes need more contrast than the author's: 4.5 to 1, or 3 to 1 for large "
    "letters (WCAG 1.4.3). Measured on the picture of the page, so pictures and gradients under text count too.",
    "Take one of the theme's colours for text, or put a plain ground under it.",
    """\
before: .quote { color: #bbbbbb }
after:  .quote { color: var(--ink-soft) }""",
)
SMALL = Rule(
    "V105",
    "painted-letters-too-small",
    "warning",
    "Letters are too small to be read where they are shown.",
    "On a slide of 720 lines, 16 are the least that the last row can make out; on a page 12 pixels are.",
    "Say less and larger. In a figure, draw the letters larger or the figure narrower; on a slide give it more room.",
    """\
before: ![A curve that falls](img/curve.svg){width="30%"}
after:  ![A curve that falls](img/curve.svg){width="80%"}""",
)
TARGET = Rule(
    "V106",
    "target-too-small",
    "warning",
    "Something to be pressed is smaller than a fingertip, with another one close by.",
    "Fingers and unsteady hands miss it: 24 by 24 pixels are the least, or as much room around it (WCAG 2.5.8).",
    "Make it larger, or give it more room.",
    """\
before: .next { width: 16px; height: 16px }
after:  .next { width: 44px; height: 44px }""",
)
FONT = Rule(
    "V107",
    "painted-in-another-font",
    "warning",
    "Text is painted in a font of this machine and not in one of the theme's.",
    "Another machine has other fonts: lines break elsewhere, and some characters may show as empty boxes.",
    "Name a font that the theme brings with it, and use characters that its fonts have.",
    """\
before: h2 { font-family: Comic Sans MS }
after:  h2 { font-family: var(--font-display) }""",
)
COMPLAINT = Rule(
    "V108",
    "script-complains",
    "warning",
    "A page complains while it is opened.",
    "Something that was meant to work does not: a script stopped, or the browser refused a part of the page.",
    "Look at what is said; if nothing of yours is in it, report it with the lesson that shows it.",
    """\
before: <script>play()</script> in a lesson
after:  {{< video img/latch.mp4 captions=img/latch.vtt >}}""",
)
NETWORK = Rule(
    "V109",
    "asks-a-network",
    "error",
    "A page asks another computer for something.",
    "It fails where there is no network, and tells others who reads what, which health content must never do.",
    "Save the file in the course's or the theme's folder and use its name there.",
    """\
before: @import url("https://fonts.example.org/a.css")
after:  @font-face { src: url("a.woff2") } in the theme's folder""",
)
LOST = Rule(
    "V110",
    "file-not-loaded",
    "warning",
    "A page wants a file that is not there or cannot be shown.",
    "Readers see a gap, or other letters than were meant.",
    "Put the file beside the lesson or into the theme, check its name including capitals, and build again.",
    """\
before: background: url("Leaf.svg")
after:  background: url("leaf.svg")""",
)
REFUSED = Rule(
    "V111",
    "style-refused",
    "warning",
    "A style written into an element has no effect on the pages of the audience.",
    "Pages carry a policy that forbids styles inside elements, so that nothing foreign can dress them up. The "
    "presenter's slides do show it: what you see at your desk is not what the room sees.",
    "Give the element a class and say how it looks in the theme's style sheet.",
    """\
before: <div style="color: red">Today</div>
after:  ::: {.callout-urgent title="Today"}
        …
        :::""",
)
SIDEWAYS = Rule(
    "V112",
    "scrolls-sideways",
    "warning",
    "A page is wider than the screen it is read on.",
    "On a phone every line has to be pushed to and fro (WCAG 1.4.10).",
    "Make two tables of a wide one, let long words break (`&shy;`), and give pictures no fixed width.",
    """\
before: a table of eleven columns
after:  two tables, of five and six columns""",
)
AXE = Rule(
    "V113",
    "access-fault",
    "warning",
    "axe-core, a judge of accessibility, objects to a page.",
    "Somebody who listens to the page, or works it by keyboard, does not get what others get.",
    "Look up the rule it names at dequeuniversity.com; in raw HTML and figures the cure is usually a name or a role.",
    """\
before: <button><svg …></svg></button>
after:  <button aria-label="Play"><svg …></svg></button>""",
)
RULES: tuple[Rule, ...] = (
    OVER, OVERLAP, CLIPPED, CONTRAST, SMALL, TARGET, FONT, COMPLAINT, NETWORK, LOST, REFUSED, SIDEWAYS, AXE,
)  # fmt: skip
RULE_OF = {
    "over": OVER, "overlap": OVERLAP, "clipped": CLIPPED, "contrast": CONTRAST, "small": SMALL, "target": TARGET,
    "font": FONT, "complaint": COMPLAINT, "network": NETWORK, "lost": LOST, "refused": REFUSED, "sideways": SIDEWAYS,
    "axe": AXE,
}  # fmt: skip
"""The rules by the kinds that the measuring script tells."""
