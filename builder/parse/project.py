"""A course as written to a Course as meant."""

from collections.abc import Iterator, Mapping
from posixpath import dirname, normpath

from builder.model.course import Course, Lesson, Sheet
from builder.model.diagnostic import Diagnostic
from builder.model.place import Place
from builder.model.quiz import Quiz
from builder.parse.addresses import Addresses
from builder.parse.blocks import Blocks
from builder.parse.course import course_of, joined, references_of
from builder.parse.lesson import LessonFile, lesson_of, sheet_of, wishes
from builder.parse.markdown import Converted, Wish
from builder.parse.quiz import QuizReader
from builder.parse.rules import CLASH, NO_INCLUDE, UNKNOWN_LESSON
from builder.parse.scanner import scan
from builder.parse.slug import id_of_file
from builder.parse.typist import Typist
from builder.read.load import WrittenCourse, WrittenText


def parse_course(
    said: WrittenCourse, known: Mapping[Wish, Converted]
) -> tuple[Course, tuple[Diagnostic, ...], Mapping[Wish, Converted]]:
    """The Course, what was noticed, and the conversions that were newly made (worth remembering)."""
    noticed: list[Diagnostic] = []
    lesson_texts = in_given_order(said, noticed)
    lessons = {text.source.file: id_of(text) for text in lesson_texts}
    sheets = {text.source.file: id_of(text) for text in said.sheets}
    quiz_ids = {file: quiz.text("id") or id_of_file(file) for file, quiz in said.quizzes}
    for ids in (lessons, sheets, quiz_ids):
        noticed.extend(clashes(ids))
    addresses = Addresses(said.found.folder, lessons, sheets, quiz_ids, said.assets)
    typist = Typist(said.settings.text("language", "en"), addresses, known)
    files = [outlined(text, lessons[text.source.file], said) for text in lesson_texts]
    pages = [outlined(text, sheets[text.source.file], said) for text in said.sheets]
    typist.prepare(wish for file in (*files, *pages) for wish in wishes(file.outline))
    quizzes = read_quizzes(said, quiz_ids, typist, addresses, noticed)
    made_lessons: list[Lesson] = []
    for file in files:
        blocks = Blocks(typist, addresses, quizzes, file.outline.definitions, file.id)
        lesson, more = lesson_of(file, blocks, typist)
        noticed.extend((*more, *blocks.noticed))
        made_lessons.append(lesson)
    made_sheets: list[Sheet] = []
    for file in pages:
        blocks = Blocks(typist, addresses, quizzes, file.outline.definitions, file.id)
        sheet, more = sheet_of(file, blocks)
        noticed.extend((*more, *blocks.noticed))
        made_sheets.append(sheet)
    course = course_of(
        said.found.id, said.settings, tuple(made_lessons), tuple(made_sheets), quizzes, references_of(said.references),
        said.assets,
    )  # fmt: skip
    noticed.extend((*typist.noticed, *joined(course)))
    return course, tuple(noticed), typist.made


def in_given_order(said: WrittenCourse, noticed: list[Diagnostic]) -> list[WrittenText]:
    """The lessons by file name, or as `lessons:` in course.yaml lists them (those it leaves out are not built)."""
    listed = said.settings.get("lessons")
    if not listed:
        return [text for text in said.lessons if not text.settings.get("draft")]
    by_name = {text.source.file.rsplit("/", 1)[-1].removesuffix(".md"): text for text in said.lessons}
    by_name |= {id_of(text): text for text in said.lessons}
    chosen = []
    for name in listed:
        text = by_name.get(str(name).removesuffix(".md"))
        if text is None:
            at = said.settings.place("lessons")
            noticed.append(Diagnostic(UNKNOWN_LESSON, at, f"there is no lesson “{name}”", UNKNOWN_LESSON.instead))
        else:
            chosen.append(text)
    return chosen


def outlined(text: WrittenText, name: str, said: WrittenCourse) -> LessonFile:
    """A lesson or sheet with its structure found and its includes taken in."""

    def include(path: str, at: Place) -> tuple[str, str, int] | Diagnostic:
        folder = said.found.folder
        tried = [normpath(f"{dirname(at.file)}/{path}"), normpath(f"{folder}/{path}")]
        for file in tried:
            if file in said.pieces:
                return file, said.pieces[file].text, 1
        for written in said.lessons:
            if written.source.file in tried:
                return written.source.file, written.body, written.first_line
        outside = not tried[0].startswith(folder + "/")
        why = f"“{path}” leaves the course's folder" if outside else f"there is no “{path}” to include"
        return Diagnostic(NO_INCLUDE, at, why, NO_INCLUDE.instead)

    return LessonFile(
        name, text.source, text.settings, scan(text.source.file, text.body, text.first_line, include)
    )


def read_quizzes(
    said: WrittenCourse, ids: Mapping[str, str], typist: Typist, addresses: Addresses, noticed: list[Diagnostic]
) -> dict[str, Quiz]:
    """All quizzes by id."""
    quizzes: dict[str, Quiz] = {}
    for file, quiz in said.quizzes:
        reader = QuizReader(typist, addresses)
        quizzes[ids[file]] = reader.quiz(ids[file], quiz)
        noticed.extend(reader.noticed)
    return quizzes


def id_of(text: WrittenText) -> str:
    """A lesson's or sheet's id: as written, or from the file's name."""
    return text.settings.text("id") or id_of_file(text.source.file)


def clashes(ids: Mapping[str, str]) -> Iterator[Diagnostic]:
    """Files whose ids are the same."""
    first: dict[str, str] = {}
    for file, name in ids.items():
        if name in first:
            said = f"“{name}” is the id of {first[name]} too"
            yield Diagnostic(CLASH, Place(file), said, CLASH.instead, ((Place(first[name]), "first"),))
        first.setdefault(name, file)
