"""What can be wrong with a lesson's or quiz's meaning."""

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
    "Close the block before the heading, or use ### for a heading inside it.",
    """\
before: ::: prose
        Reading text.
        ## The next slide
after:  ::: prose
        Reading text.
        :::
        ## The next slide""",
)
DOUBLED_ID = Rule(
    "L109",
    "doubled-id",
    "error",
    "The same id is given twice.",
    "Links, progress and scores are joined by ids and would go to the wrong place.",
    "Give one of them another id.",
    """\
before: ## A wave {#wave}
        ## Another wave {#wave}
after:  ## A wave {#wave}
        ## Another wave {#second-wave}""",
)
UNKNOWN_WHEN = Rule(
    "L110",
    "unknown-output",
    "error",
    "A when= names an output that does not exist.",
    "The block would show nowhere, or everywhere.",
    "Use slides, module and handout, with a hyphen before one to mean everywhere else.",
    'before: ## For paper {when="paper"}\nafter:  ## For paper {when="handout"}',
)
UNKNOWN_GRADE = Rule(
    "L111",
    "unknown-evidence-grade",
    "error",
    "A grade of evidence that is none of the six.",
    "Readers rely on the legend; a grade outside it says nothing.",
    "Use established, observational, case-report, expert, anecdote or speculative.",
    'before: ## A dip {evidence="proven"}\nafter:  ## A dip {evidence="observational"}',
)
BAD_TIME = Rule(
    "L112",
    "unreadable-time",
    "error",
    "A time= that cannot be read.",
    "The agenda and the speaker's clock are made from it.",
    "Write 90s, 2m or 1m30s.",
    'before: ## A wave {time="one minute"}\nafter:  ## A wave {time=60s}',
)
NO_SUCH_QUIZ = Rule(
    "L113",
    "unknown-quiz",
    "error",
    "A quiz, question or draw that does not exist.",
    "The slide would be empty where the question should be.",
    "Check the file's name in quizzes/ and the question's id.",
    "before: {{< quiz posttest#onset >}}\nafter:  {{< quiz post-test#onset >}}",
)
BROKEN_LINK = Rule(
    "L114",
    "broken-link",
    "error",
    "A link leads nowhere.",
    "A learner who follows it lands on an error page.",
    "Link to a lesson or sheet by its file name, to a slide by its id after #.",
    "before: [the wave](01-lessn.md#wave)\nafter:  [the wave](01-lesson.md#wave)",
)
NO_SUCH_PICTURE = Rule(
    "L115",
    "missing-picture",
    "error",
    "A picture or film that is not there.",
    "The slide and the handout would show an empty frame.",
    "Check the file's name, including capitals; it is looked for from the lesson's own folder.",
    "before: ![A curve that falls](img/Curve.svg)\nafter:  ![A curve that falls](img/curve.svg)",
)
NO_ALT = Rule(
    "L116",
    "missing-alternative-text",
    "error",
    "A picture without alternative text.",
    "Who cannot see the picture learns nothing from it (WCAG 2.2, 1.1.1).",
    "Say in the square brackets what it shows; for mere ornament write alt text empty and {.decorative}.",
    "before: ![](img/curve.svg)\nafter:  ![A curve that falls just before milk lets down](img/curve.svg)",
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
NO_CAPTIONS = Rule(
    "L121",
    "video-without-captions",
    "warning",
    "A video without captions.",
    "Deaf learners, and all in a room without sound, miss what is said (WCAG 2.2, 1.2.2).",
    "Add captions=file.vtt.",
    "before: {{< video img/latch.mp4 >}}\nafter:  {{< video img/latch.mp4 captions=img/latch.vtt >}}",
)
QUIZ_IN_LESSON = Rule(
    "L122",
    "unreadable-question",
    "error",
    "A question written in the lesson that cannot be read.",
    "It needs a stem and at least two options.",
    "Write the stem, an empty line, then - [x] for each right option and - [ ] for each wrong one.",
    """\
before: ::: {.quiz #lifts}
        - [x] Yes
        :::
after:  ::: {.quiz #lifts}
        Does it lift by itself?

        - [x] Yes
        - [ ] No
        :::""",
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
NOTHING_TO_SHOW = Rule(
    "L130",
    "no-such-source",
    "error",
    "A {{< source … >}} that names nothing of this course.",
    "The slide would be empty where the lines of a file should be.",
    'Write one of slide="id", section="id", part="front-matter", file="course.yaml" (with key="help" for one key) and '
    'quiz="name" (with question="id").',
    'before: {{< source slide="wav" >}}\nafter:  {{< source slide="wave" >}}',
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
UNKNOWN_KEY_CITED = Rule(
    "R101",
    "unknown-citation",
    "error",
    "A citation of a source that is not in references.yaml.",
    "A claim would stand with a source that nobody can find.",
    "Correct the key, or add the source to references.yaml.",
    "before: Gone in minutes [@heise2010].\nafter:  Gone in minutes [@heise2011].",
)
UNKNOWN_OBJECTIVE = Rule(
    "C103",
    "unknown-objective",
    "error",
    "An objective that course.yaml does not list.",
    "Results by objective and the organiser's paperwork would be wrong.",
    "Use an id from objectives: in course.yaml.",
    'before: ## A wave {objectives="timeing"}\nafter:  ## A wave {objectives="timing"}',
)
UNKNOWN_LESSON = Rule(
    "C104",
    "unknown-lesson",
    "error",
    "A lesson named in course.yaml that is not there.",
    "The order of the course would have a hole.",
    "Use the file's name, without .md.",
    "before: lessons: [what-it-was]\nafter:  lessons: [what-it-is]",
)
CLASH = Rule(
    "C105",
    "id-clash",
    "error",
    "Two lessons, sheets or quizzes have the same id.",
    "They would overwrite each other's pages.",
    "Rename one of the files, or set another id: in it.",
    "before: 01-wave.md and 02-wave.md\nafter:  01-wave.md and 02-second-wave.md",
)
DOUBLED_TERM = Rule(
    "C106",
    "doubled-term",
    "error",
    "The glossary has a name twice.",
    "A reader who asks for it would get one of two meanings by chance.",
    "Put the two entries together, or take the name out of one of them.",
    """\
before: - {term: Let-down, text: …}
        - {term: MER, also: [let-down], text: …}
after:  - {term: Let-down, also: [MER], text: …}""",
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
QUESTION_SHAPE = Rule(
    "Q101",
    "question-cannot-work",
    "error",
    "A question whose parts do not fit together.",
    "It could not be answered or graded.",
    "Do what the message says.",
    """\
before: type: single
        options: [{text: Yes, correct: true}, {text: No, correct: true}]
after:  type: single
        options: [{text: Yes, correct: true}, {text: No}]""",
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
    DOUBLED_ID,
    UNKNOWN_WHEN,
    UNKNOWN_GRADE,
    BAD_TIME,
    NO_SUCH_QUIZ,
    BROKEN_LINK,
    NO_SUCH_PICTURE,
    NO_ALT,
    EMPTY_LESSON,
    UNKNOWN_CALLOUT,
    LOOSE_COLUMN,
    CODE_OPEN,
    NO_CAPTIONS,
    QUIZ_IN_LESSON,
    COMMENT_OPEN,
    UNCLEAR_BLOCK,
    WIDTH,
    UNCLEAR_ATTRIBUTE,
    NOTHING_TO_SHOW,
    HTML_OPEN,
    UNKNOWN_KEY_CITED,
    UNKNOWN_OBJECTIVE,
    UNKNOWN_LESSON,
    CLASH,
    DOUBLED_TERM,
    UNUSED_PIECE,
    QUESTION_SHAPE,
)
