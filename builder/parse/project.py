"""A course as written to a Course as meant."""

from collections.abc import Callable, Collection, Iterator, Mapping
from posixpath import dirname, normpath
from typing import Any, NamedTuple

from builder.mate import Mate
from builder.model.course import Course, Sheet
from builder.model.diagnostic import Diagnostic
from builder.model.place import Place
from builder.model.quiz import Quiz
from builder.parse.addresses import Addresses, near, outside
from builder.parse.blocks import Blocks
from builder.parse.course import course_of, references_of
from builder.parse.glossary import glossary_of
from builder.parse.ids import anchors_of, doubled
from builder.parse.joined import joined
from builder.parse.lesson import LessonFile, lesson_of, sheet_of, wishes
from builder.parse.listings import Listings
from builder.parse.markdown import Wish
from builder.parse.memory import Memory, Remembered
from builder.parse.quiz import QuizReader
from builder.parse.quizfile import quiz_of, with_pretests
from builder.parse.rules import CLASH, NO_INCLUDE, UNKNOWN_LESSON, UNUSED_PIECE
from builder.parse.scanner import scan
from builder.parse.slug import id_of_file
from builder.parse.typist import Typist
from builder.read.load import WrittenCourse, WrittenText
from builder.render.memo import Memo


def parse_course(
    said: WrittenCourse, memo: Memo, meanwhile: Callable[[], None] = lambda: None, mate: Mate | None = None
) -> tuple[Course, tuple[Diagnostic, ...]]:
    """The Course, and what was noticed. Lessons that an earlier build read from the same bytes are remembered.

    `mate` converts the texts on the other core; `meanwhile` is called while it does.
    """
    noticed: list[Diagnostic] = []
    texts = in_given_order(said, noticed)
    ids = Ids(
        {text.source.file: id_of(text) for text in texts},
        {text.source.file: id_of(text) for text in said.sheets},
        {file: quiz.text("id") or id_of_file(file) for file, quiz in said.quizzes},
    )
    for names in ids:
        noticed.extend(clashes(names))
    addresses = Addresses(said.found.folder, *ids, said.assets)
    memory = Memory(memo, f"{said.found.id} {said.settings.text('language')}", f"{said.digest} {ids}")
    digests = {
        text.source.file: memory.digest(text.source.file, text.source.text + shows(text, said)) for text in texts
    }
    recalled = {file: lesson for file, digest in digests.items() if (lesson := memory.lesson(digest))}
    unread = [text for text in texts if text.source.file not in recalled]
    files = [outlined(text, ids.lessons[text.source.file], said, addresses) for text in unread]
    pages = [outlined(text, ids.sheets[text.source.file], said, addresses) for text in said.sheets]
    packs = [*(file.source.file for file in (*files, *pages)), GLOSSARY, QUIZZES]
    known = {wish: done for pack in packs for wish, done in memory.texts(pack).items()}
    typist = Typist(said.settings.text("language", "en"), addresses, known, mate)
    asked = {file.source.file: [*wishes(file.outline)] for file in (*files, *pages)}
    asked[GLOSSARY] = [Wish(text) for one in said.glossary if (text := one.text("text")).strip()]
    asked[QUIZZES] = [Wish(text) for _, quiz in said.quizzes for text in texts_of(quiz)]
    typist.prepare(wish for group in asked.values() for wish in group)
    meanwhile()
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
    course = course_of(
        said.found.id, said.settings, lessons, tuple(sheets), quizzes, references_of(said.references), said.assets,
        said.digest, said.alphabets, glossary,
    )  # fmt: skip
    used = {name for part in (*lessons, *(page.outline for page in pages)) for name in part.files}
    noticed.extend((*typist.noticed, *joined(course), *never_included(said, used)))
    return course, tuple(noticed)


GLOSSARY, QUIZZES, SHOWS = "glossary", "quizzes", "{{< source"
TEXT_KEYS = frozenset(
    ("stem", "text", "feedback", "explain", "hints", "left", "right", "intro", "model_answer", "expect", "true",
     "false")
)  # fmt: skip


def shows(text: WrittenText, said: WrittenCourse) -> str:
    """All lessons and sheets, where a lesson may show lines of them; nothing for most, which show none."""
    if not any(SHOWS in one for one in (text.source.text, *(piece.text for piece in said.pieces.values()))):
        return ""
    return "\0".join(one.source.text for one in (*said.lessons, *said.sheets))


def texts_of(said: Any, key: str = "") -> Iterator[str]:
    """The texts in a quiz as written that will have to be converted."""
    if isinstance(said, dict):
        for name, value in said.items():
            yield from texts_of(value, name)
    elif isinstance(said, list):
        for value in said:
            yield from texts_of(value, key)
    elif isinstance(said, str) and key in TEXT_KEYS and said.strip():
        yield said


def never_included(said: WrittenCourse, used: Collection[str]) -> Iterator[Diagnostic]:
    """Pieces in a folder such as `_shared/` that no lesson and no sheet takes in. A single file with an underscore is
    put by for later, and a draft may still need what nothing else does."""
    if not any(text.settings.get("draft") for text in (*said.lessons, *said.sheets)):
        for file in said.pieces:
            if "/_" in dirname(file) and file not in used:
                yield Diagnostic(UNUSED_PIECE, Place(file), f"nothing includes “{file}”", UNUSED_PIECE.instead)


class Ids(NamedTuple):
    """The ids of a course's files, by project path."""

    lessons: Mapping[str, str]
    sheets: Mapping[str, str]
    quizzes: Mapping[str, str]


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
            hint = near(str(name), list(by_name)) or UNKNOWN_LESSON.instead
            noticed.append(Diagnostic(UNKNOWN_LESSON, at, f"there is no lesson “{name}”", hint))
        else:
            chosen.append(text)
    return chosen


def outlined(text: WrittenText, name: str, said: WrittenCourse, addresses: Addresses) -> LessonFile:
    """A lesson or sheet with its structure found and its includes taken in."""

    def include(path: str, at: Place) -> tuple[str, str, int] | Diagnostic:
        folder = said.found.folder
        if not path:
            return Diagnostic(NO_INCLUDE, at, "this include names no file", NO_INCLUDE.instead)
        if addresses.leaves(path, at):
            return outside(path, at)
        tried = [normpath(f"{dirname(at.file)}/{path}"), normpath(f"{folder}/{path}")]
        for file in tried:
            if file in said.pieces:
                return file, said.pieces[file].text, 1
        for written in said.lessons:
            if written.source.file in tried:
                return written.source.file, written.body, written.first_line
        hint = near(path, list(said.pieces)) or NO_INCLUDE.instead
        return Diagnostic(NO_INCLUDE, at, f"there is no “{path}” to include", hint)

    return LessonFile(name, text.source, text.settings, scan(text.source.file, text.body, text.first_line, include))


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
