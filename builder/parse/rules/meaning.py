"""What can be wrong with what a lesson or quiz says: names that nothing has, times, grades, faulty questions."""

from builder.model.diagnostic import Rule

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
    DOUBLED_ID,
    UNKNOWN_WHEN,
    UNKNOWN_GRADE,
    BAD_TIME,
    NO_SUCH_QUIZ,
    BROKEN_LINK,
    NO_SUCH_PICTURE,
    NO_ALT,
    NO_CAPTIONS,
    QUIZ_IN_LESSON,
    NOTHING_TO_SHOW,
    UNKNOWN_KEY_CITED,
    UNKNOWN_OBJECTIVE,
    UNKNOWN_LESSON,
    CLASH,
    DOUBLED_TERM,
    QUESTION_SHAPE,
)
