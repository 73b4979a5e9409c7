"""What is known of a course when the texts of its files are being converted."""

from collections.abc import Mapping
from typing import NamedTuple

from builder.parse.addresses import Addresses
from builder.parse.markdown import Wish
from builder.parse.memory import Memory, Remembered
from builder.parse.typist import Typist
from builder.parse.wishes import LessonFile
from builder.read.load import WrittenCourse, WrittenText

GLOSSARY, QUIZZES = "glossary", "quizzes"
"""Texts that stand in no lesson and no sheet are remembered under these names."""


class Ids(NamedTuple):
    """The ids of a course's files, by project path."""

    lessons: Mapping[str, str]
    sheets: Mapping[str, str]
    quizzes: Mapping[str, str]


class Begun(NamedTuple):
    """A course's files: `texts` are its lessons in order, of which `files` are read anew and `recalled` are remembered,
    by their files; `pages` are its sheets. `asked` are the texts that each needs."""

    said: WrittenCourse
    ids: Ids
    addresses: Addresses
    memory: Memory
    typist: Typist
    texts: list[WrittenText]
    files: list[LessonFile]
    pages: list[LessonFile]
    digests: Mapping[str, str]
    recalled: dict[str, Remembered]
    asked: Mapping[str, list[Wish]]
