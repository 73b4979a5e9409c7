"""What can be wrong with a file before its meaning is asked for."""

from builder.model.diagnostic import Rule

NOT_UTF8 = Rule(
    "S101",
    "not-utf-8",
    "error",
    "The file is not saved as UTF-8 text.",
    "Letters with accents would come out as other letters on the slide, on paper, or not at all.",
    "Save the file with the encoding “UTF-8” in your editor's save dialog.",
    "before: Größe, saved as Windows-1252\nafter:  Größe, saved as UTF-8",
)
YAML_SYNTAX = Rule(
    "S102",
    "yaml-syntax",
    "error",
    "The YAML cannot be read.",
    "Nothing below the fault can be understood, so the quiz or course would be missing parts.",
    "Look at the line: most often a colon followed by a space inside a text (put the text in quotes), a tab, or "
    "lines that are not indented alike.",
    'before: title: D-MER: what it is\nafter:  title: "D-MER: what it is"',
)
DOUBLED_KEY = Rule(
    "S103",
    "doubled-key",
    "error",
    "The same key stands twice in one mapping.",
    "Only one of the two values can count, and most programs drop the first without a word.",
    "Remove one of them, or rename it.",
    """\
before: title: Before the milk flows
        title: Recognising D-MER
after:  title: Before the milk flows""",
)
UNKNOWN_KEY = Rule(
    "S104",
    "unknown-key",
    "error",
    "A key that means nothing here.",
    "A misspelt key is a setting that silently does nothing.",
    "Use the spelling that the message offers; `lactern schema` prints all keys.",
    "before: objectivs: [timing]\nafter:  objectives: [timing]",
)
WRONG_KIND = Rule(
    "S105",
    "wrong-kind-of-value",
    "error",
    "A value of the wrong kind: a list where a text belongs, and the like.",
    "The builder would have to guess what was meant.",
    "Write the kind of value that the message names.",
    "before: title: [Before the milk flows]\nafter:  title: Before the milk flows",
)
MISSING_KEY = Rule(
    "S106",
    "missing-key",
    "error",
    "A key that must be there is not.",
    "Without it the course, question or source cannot be shown.",
    "Add the key that the message names.",
    """\
before: language: en
after:  title: Before the milk flows
        language: en""",
)
UNKNOWN_VALUE = Rule(
    "S107",
    "unknown-value",
    "error",
    "A word that is none of the known ones.",
    "The builder knows a closed list of words here and would otherwise have to ignore yours.",
    "Use one of the words that the message lists.",
    "before: mode: test\nafter:  mode: exam",
)
FRONT_MATTER_OPEN = Rule(
    "S108",
    "front-matter-not-closed",
    "error",
    "The front matter begins with --- and never ends.",
    "The whole lesson would be taken for settings.",
    "Add a line with three hyphens after the last setting.",
    """\
before: ---
        title: Before the milk flows
        ## The first slide
after:  ---
        title: Before the milk flows
        ---
        ## The first slide""",
)
YAML_ALIAS = Rule(
    "S109",
    "yaml-alias",
    "error",
    "The YAML uses an anchor (&), an alias (*) or a tag (!).",
    "They are a programmer's shorthand that can make a small file grow without limit.",
    "Write the value out where it is needed; put a text that begins with & * or ! in quotes.",
    'before: explain: *seldom* alone\nafter:  explain: "*seldom* alone"',
)
OUT_OF_BOUNDS = Rule(
    "S110",
    "out-of-bounds",
    "error",
    "A number or list outside what is allowed.",
    "A pass mark of 120 % or a question with one option cannot work.",
    "Stay within the bounds that the message names.",
    "before: pass: 120%\nafter:  pass: 80%",
)
TOO_DEEP = Rule(
    "S111",
    "nested-too-deep",
    "error",
    "Brackets or lists are nested too deep.",
    "No course needs it, and it can bring the program down.",
    "Flatten the structure.",
    "before: [[[[[ … sixty brackets and more\nafter:  one list",
)
UNREADABLE = Rule(
    "S112",
    "unreadable-file",
    "error",
    "The file cannot be opened.",
    "What it holds would be missing from the course.",
    "Check that the file is there, is a file, and that you may read it.",
    "before: 01-lesson.md, a folder of that name\nafter:  01-lesson.md, a file that you may read",
)
OUTSIDE = Rule(
    "S113",
    "outside-the-project",
    "error",
    "An address leaves the folder of the course.",
    "A course must be whole when its folder is copied to a stick, and must not publish other files.",
    "Copy the file into the course's folder and use its address from there.",
    "before: ![A curve that falls](../../../pictures/curve.svg)\nafter:  ![A curve that falls](img/curve.svg)",
)
NO_COURSE = Rule(
    "C101",
    "no-course",
    "error",
    "There is no course to build.",
    "A course is a folder in slides/ with a course.yaml.",
    "Run `lactern new` to lay down a small one, or add course.yaml.",
    "before: slides/, and nothing in it\nafter:  slides/my-course/course.yaml, laid down by `lactern new lesson`",
)
NO_COURSE_FILE = Rule(
    "C102",
    "no-course-yaml",
    "error",
    "A folder of lessons has no course.yaml.",
    "The title, the language and the urgent-help block stand there.",
    "Add course.yaml with at least title, language and help.",
    """\
before: slides/my-course/01-lesson.md alone
after:  slides/my-course/course.yaml beside it, with title, language and help""",
)
MISNAMED = Rule(
    "C108",
    "misnamed-file",
    "error",
    "A file's name is nearly one that is read.",
    "Lessons and sheets end in .md, in small letters, and a course is described in course.yaml. A file called "
    "otherwise would be left out, and nobody would know why.",
    "Give the file the name that the message says.",
    "before: slides/my-course/course.yml\nafter:  slides/my-course/course.yaml",
)
COURSE_FOLDER = Rule(
    "C109",
    "course-folder-name",
    "error",
    "A course's folder has a name that no address can hold.",
    "The folder's name is part of every address of the course. A browser takes # and ? for something else, Windows "
    "refuses several signs, and `assets` is where the site keeps what all courses share.",
    "Rename the folder in slides/, and the one in quizzes/ with it: letters, digits, spaces and hyphens are fine.",
    "before: slides/Course #1/\nafter:  slides/course-1/",
)
BROKEN_PICTURE = Rule(
    "A101",
    "broken-picture",
    "error",
    "A picture is damaged or not what its name says.",
    "It would show as an empty frame on the slide and on paper.",
    "Open it in a picture program and save it again as PNG, JPEG, WebP or SVG.",
    """\
before: curve.png, which is a web page that was saved under that name
after:  curve.png, saved again from a picture program""",
)
UNSAFE_SVG = Rule(
    "A102",
    "unsafe-svg",
    "error",
    "An SVG picture holds a script, an event handler or an outside address.",
    "Pictures become part of the page: a script in one could do anything there, and an outside address needs a "
    "network.",
    "Export it again as plain SVG without scripts, and embed what it links to.",
    "before: <svg …><script>…</script>…</svg>\nafter:  <svg …>…</svg>",
)
HUGE_PICTURE = Rule(
    "A103",
    "huge-picture",
    "warning",
    "A picture is larger than 5 MB.",
    "Phones and old projector PCs take seconds to show it, and the stick fills up.",
    "Save it smaller: 1920 pixels wide is enough for any projector.",
    "before: img/latch.jpg, 9 MB, as the camera saved it\nafter:  img/latch.jpg, 0.5 MB, 1920 pixels wide",
)

RULES = (
    NOT_UTF8,
    YAML_SYNTAX,
    DOUBLED_KEY,
    UNKNOWN_KEY,
    WRONG_KIND,
    MISSING_KEY,
    UNKNOWN_VALUE,
    FRONT_MATTER_OPEN,
    YAML_ALIAS,
    OUT_OF_BOUNDS,
    TOO_DEEP,
    UNREADABLE,
    OUTSIDE,
    NO_COURSE,
    NO_COURSE_FILE,
    MISNAMED,
    COURSE_FOLDER,
    BROKEN_PICTURE,
    UNSAFE_SVG,
    HUGE_PICTURE,
)
