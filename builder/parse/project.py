"""A course as written to a Course as meant."""

from collections.abc import Callable, Iterator, Mapping
from posixpath import dirname, normpath
from typing import TYPE_CHECKING, Any

from builder.mate import Mate
from builder.model.diagnostic import Diagnostic
from builder.model.place import Place
from builder.parse.addresses import Addresses, near, outside
from builder.parse.begun import GLOSSARY, QUIZZES, Begun, Ids
from builder.parse.markdown import Wish
from builder.parse.memory import Memory
from builder.parse.rules.meaning import CLASH, UNKNOWN_LESSON
from builder.parse.rules.structure import NO_INCLUDE
from builder.parse.scanner import scan
from builder.parse.slug import id_of_file
from builder.parse.typist import Typist
from builder.parse.wishes import LessonFile, wishes
from builder.read.load import WrittenCourse, WrittenText
from builder.render.memo import Memo

if TYPE_CHECKING:
    from builder.model.course import Course


def parse_course(
    said: WrittenCourse, memo: Memo, meanwhile: Callable[[], None] = lambda: None, mate: Mate | None = None
) -> "tuple[Course, tuple[Diagnostic, ...]]":
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
    from builder.parse.whole import whole  # nothing of it is needed before the texts are asked for

    return whole(Begun(said, ids, addresses, memory, typist, texts, files, pages, digests, recalled, asked), noticed)


SHOWS = "{{< source"
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
