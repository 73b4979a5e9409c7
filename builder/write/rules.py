"""What can be wrong between the finished outputs and the disk."""

from builder.model.diagnostic import Rule

NOT_OURS = Rule(
    "F901",
    "folder-not-ours",
    "error",
    "The folder to write into holds files that lactern did not make.",
    "Building sweeps away what is no longer made. In a folder of yours that would cost you your files, so nothing "
    "is written or removed there.",
    "Name an empty or a new folder with `--site-dir` or `--presenter-dir`, or empty this one yourself.",
    """\
before: lactern build --site-dir ~/Documents
after:  lactern build --site-dir site""",
)
OVERLAP = Rule(
    "F902",
    "folders-overlap",
    "error",
    "The folders of the site, the presenter and the project lie in each other.",
    "The site is published: a presenter's folder inside it would publish notes and keys, and a site inside "
    "`slides/` would be read as lessons the next time.",
    "Give the site and the presenter's part two separate folders beside `slides/`.",
    """\
before: lactern build --site-dir site --presenter-dir site/presenter
after:  lactern build --site-dir site --presenter-dir presenter""",
)
LEAVES = Rule(
    "F903",
    "link-leaves-the-folder",
    "error",
    "A symbolic link in the way leads somewhere else.",
    "Writing through a link puts files, and sweeps them, in a place nobody named.",
    "Replace the link with a real folder, or name the folder it points to with `--site-dir`.",
    """\
before: site, a link to another disk
after:  lactern build --site-dir /the/other/disk/site""",
)
SAME_BUT_FOR_CASE = Rule(
    "F904",
    "same-path-but-for-case",
    "error",
    "Two outputs have the same path, except for capital letters or accents written in another way.",
    "On Windows, on macOS and on most USB sticks they are one file, and one page silently replaces the other.",
    "Rename one of the two lessons, sheets or pictures they are made from.",
    """\
before: Wave.md and wave.md
after:  wave.md and second-wave.md""",
)
SAME_PATH = Rule(
    "F905",
    "path-made-twice",
    "error",
    "Two different outputs want the same path, or one wants a folder where the other wants a file.",
    "Only one of them could be written, and which one would be chance.",
    "Give one of the two lessons, sheets or quizzes another id.",
    """\
before: sheets/post-test.md beside quizzes/c/post-test.yaml
after:  sheets/what-to-take-home.md beside quizzes/c/post-test.yaml""",
)
FOREIGN = Rule(
    "F906",
    "file-not-ours",
    "error",
    "A file that lactern did not make stands where one is to be written.",
    "It may be the only copy of something you put there.",
    "Move the file away, or give the lesson it clashes with another id.",
    """\
before: site/c/index.html, which you wrote yourself
after:  that file in a folder of its own, outside site/""",
)
RESERVED = Rule(
    "F907",
    "name-not-for-every-computer",
    "error",
    "A file would have a name that Windows refuses.",
    'Windows keeps names such as aux, con, nul or com1 for devices, and allows none of < > : " | ? * \\ and no dot at '
    "the end. Such a file can be neither copied from a stick nor unpacked there.",
    "Rename the lesson, sheet, quiz or picture that it is made from.",
    """\
before: slides/my-course/aux.md
after:  slides/my-course/auxiliary.md""",
)
NOTES = Rule(
    "F911",
    "notes-in-the-site",
    "error",
    "What is meant for the presenter stands in a page for the audience.",
    "The site is published. Notes hold private remarks, answers and, at times, things said about real people.",
    "If a template or a theme of yours puts notes into pages, take them out; otherwise this is a bug in lactern.",
    """\
before: a template of your own that draws a slide's notes
after:  the same template without them""",
)
KEYS = Rule(
    "F912",
    "answers-in-the-site",
    "error",
    "An answer key stands in the site although the build was told to leave answers out.",
    "Whoever opens the page's source reads the right answers.",
    "Build without `--without-answers` if practice in the page is wanted; otherwise this is a bug in lactern.",
    """\
before: lactern build --without-answers, with a theme's script that holds the key
after:  lactern build --without-answers, without that script""",
)
DRAFT = Rule(
    "F913",
    "draft-in-the-site",
    "error",
    "A page of a draft stands in the site.",
    "A draft is not meant to be read by learners yet.",
    "Remove `draft: true` when the course is ready.",
    """\
before: draft: true
after:  no `draft:`""",
)
ABSOLUTE = Rule(
    "F914",
    "machine-path-in-the-site",
    "error",
    "A page holds a path of this machine.",
    "It opens nowhere else, it names the person who built it, and two machines no longer make the same bytes.",
    "Write addresses relative to the lesson, such as `img/latch.svg`.",
    """\
before: ![A curve that falls](/home/me/curve.svg)
after:  ![A curve that falls](img/curve.svg)""",
)
OUTSIDE = Rule(
    "F915",
    "loaded-from-elsewhere",
    "error",
    "A page loads a script, a style sheet, a picture or a film from the network.",
    "Seminar rooms have no network, and the other side learns who reads which page.",
    "Put the file into the course's folder and point to it there; a plain link may lead anywhere.",
    """\
before: <img src="https://example.org/curve.png" alt="A curve that falls">
after:  ![A curve that falls](img/curve.png)""",
)
RULES: tuple[Rule, ...] = (
    NOT_OURS,
    OVERLAP,
    LEAVES,
    SAME_BUT_FOR_CASE,
    SAME_PATH,
    FOREIGN,
    RESERVED,
    NOTES,
    KEYS,
    DRAFT,
    ABSOLUTE,
    OUTSIDE,
)
