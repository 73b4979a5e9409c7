"""The whole course, made of its files once their texts are converted."""

from collections.abc import Iterator, Mapping

from builder.model.course import Course, Sheet
from builder.model.diagnostic import Diagnostic
from builder.model.place import Place
from builder.model.quiz import Quiz
from builder.parse.addresses import Addresses
from builder.parse.begun import GLOSSARY, QUIZZES, Begun, Ids
from builder.parse.blocks import Blocks
from builder.parse.course import course_of
from builder.parse.glossary import glossary_of
from builder.parse.ids import anchors_of, doubled
from builder.parse.joined import joined
from builder.parse.lesson import lesson_of, sheet_of
from builder.parse.listings import Listings
from builder.parse.memory import Remembered
from builder.parse.quiz import QuizReader
from builder.parse.quizfile import quiz_of, with_pretests
from builder.parse.rules.structure import NO_INCLUDE, UNUSED_PIECE
from builder.parse.typist import Typist
from builder.parse.wishes import LessonFile
from builder.read.load import WrittenCourse


def whole(begun: Begun, before: list[Diagnostic]) -> tuple[Course, tuple[Diagnostic, ...]]:
    """The Course, and what was noticed: `before` and now."""
    said, ids, addresses, memory, typist, texts, files, pages, digests, recalled, asked = begun
    noticed = list(before)
    quizzes = read_quizzes(said, ids.quizzes, typist, addresses, noticed)
    glossary, doubts = glossary_of(said.glossary, said.settings.text("language", "en"), typist)
    noticed.extend(doubts)
    memory.keep_texts(GLOSSARY, typist.converted(asked[GLOSSARY]))
    memory.keep_texts(QUIZZES, typist.converted([*asked[QUIZZES], *typist.asked]))
    for file in files:
        name = file.source.file
        lesson = made_lesson(file, typist, addresses, quizzes, listings(file, said, ids, quizzes), digests[name])
        memory.keep(digests[name], lesson)
        memory.keep_texts(name, typist.converted(asked[name]))
        recalled[name] = lesson
    memory.save()
    sheets: list[Sheet] = []
    for file in pages:
        shown = listings(file, said, ids, quizzes)
        blocks = Blocks(typist, addresses, quizzes, file.outline.definitions, file.id, shown)
        sheet, more = sheet_of(file, blocks)
        memory.keep_texts(file.source.file, typist.converted(asked[file.source.file]))
        noticed.extend((*more, *blocks.noticed))
        sheets.append(sheet)
    lessons = tuple(recalled[text.source.file][0] for text in texts)
    noticed.extend(d for text in texts for d in recalled[text.source.file][1])
    course = course_of(said, lessons, tuple(sheets), quizzes, glossary)
    noticed.extend((*typist.noticed, *joined(course)))
    if not any(found.rule is NO_INCLUDE for found in noticed):  # a slip in a name is told once
        noticed.extend(never_included(said))
    return course, tuple(noticed)


def never_included(said: WrittenCourse) -> Iterator[Diagnostic]:
    """Pieces in a folder such as `_shared/` that no text of the course names, not even a draft. A single file with an
    underscore is put by for later."""
    texts = [*(text.body for text in (*said.lessons, *said.sheets)), *(piece.text for piece in said.pieces.values())]
    for file in said.pieces:
        folder, _, name = file.rpartition("/")
        if "/_" in folder and not any(name in text for text in texts):
            yield Diagnostic(UNUSED_PIECE, Place(file), f"nothing includes “{file}”", UNUSED_PIECE.instead)


def listings(file: LessonFile, said: WrittenCourse, ids: Ids, quizzes: Mapping[str, Quiz]) -> Listings:
    """What a lesson or sheet may show of the course's files."""
    quiz_files = {name: one for one, name in ids.quizzes.items()}
    return Listings(said.found.folder, said.texts, quiz_files, quizzes, file.outline)


def made_lesson(
    file: LessonFile,
    typist: Typist,
    addresses: Addresses,
    quizzes: Mapping[str, Quiz],
    listings: Listings,
    digest: str,
) -> Remembered:
    """One lesson, and all that was noticed while making it."""
    blocks = Blocks(typist, addresses, quizzes, file.outline.definitions, file.id, listings)
    before = len(typist.noticed)
    lesson, more = lesson_of(file, blocks, typist)
    own = typist.noticed[before:]
    del typist.noticed[before:]
    noticed = (*more, *blocks.noticed, *own, *doubled(lesson))
    return lesson._replace(anchors=frozenset(anchors_of(lesson)), digest=digest), noticed


def read_quizzes(
    said: WrittenCourse, ids: Mapping[str, str], typist: Typist, addresses: Addresses, noticed: list[Diagnostic]
) -> dict[str, Quiz]:
    """All quizzes by id."""
    quizzes: dict[str, Quiz] = {}
    for file, quiz in said.quizzes:
        reader = QuizReader(typist, addresses)
        quizzes[ids[file]] = quiz_of(ids[file], quiz, reader)
        noticed.extend(reader.noticed)
    filled, more = with_pretests(quizzes, {ids[file]: quiz for file, quiz in said.quizzes})
    noticed.extend(more)
    return filled
