"""What can be wrong with a file that a learner hands in."""

from builder.model.diagnostic import Rule

NOT_READABLE = Rule(
    "P101",
    "no-results-file",
    "error",
    "The file is no JSON, or not one of ours.",
    "It holds no results that could be told from a learner's other files.",
    "Ask the learner for the file that the certificate page saves; its name holds “-results-”.",
    "before: certificate.pdf\nafter:  dmer-results-2026-11-22.json",
)
NEWER = Rule(
    "P102",
    "newer-results-file",
    "error",
    "The file was made by a later lactern.",
    "It may say things that this one does not know, and they would be lost in the table.",
    "Collect the results with the lactern that made the module, or a later one.",
    "before: a file of lactern 3, collected with lactern 2\nafter:  the same file, collected with lactern 3",
)
CHANGED = Rule(
    "P103",
    "changed-results-file",
    "error",
    "The file was changed or damaged after it was saved.",
    "Its checksum does not fit its content any more, so nobody can say what the learner's own page had written.",
    "Ask the learner to save the results anew and to send the file as it is. The checksum finds accidents and casual "
    "edits; it is no proof against somebody who means to deceive.",
    "before: a file in which somebody has changed the score\nafter:  the file as the learner's page saved it",
)
OTHER_COURSE = Rule(
    "P104",
    "results-of-another-course",
    "error",
    "The results are of another course, or of another version of it.",
    "One table of two courses compares what cannot be compared.",
    "Collect them by themselves, or say which course is meant with `--course` and `--edition`.",
    "before: lactern collect inbox/, with files of two courses\nafter:  lactern collect inbox/ --course dmer",
)
DOUBLED = Rule(
    "P105",
    "doubled-results",
    "warning",
    "Two files are of the same completion.",
    "A learner who has sent the file twice would be counted twice. The file that was made last counts.",
    "Nothing needs to be done; remove the earlier file to be rid of this line.",
    "before: a learner's file of Monday and the same completion again on Tuesday\nafter:  the one of Tuesday",
)

RULES = (NOT_READABLE, NEWER, CHANGED, OTHER_COURSE, DOUBLED)
