"""All files of a course, as written: text with places, YAML by its schema, pictures with their sizes."""

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from builder.model.asset import Asset
from builder.model.diagnostic import Diagnostic
from builder.model.place import Place
from builder.read.discover import FoundCourse
from builder.read.frontmatter import Split, split
from builder.read.media import MEDIA, read_asset
from builder.read.rules import COURSE_FOLDER, MISNAMED, NO_COURSE_FILE, OUTSIDE
from builder.read.schemas import COURSE, GLOSSARY, LESSON, QUIZ, REFERENCES, SHEET, Schema
from builder.read.source import Source, read_source
from builder.read.written import Written, written

T = TypeVar("T")

ALPHABETS = {
    "greek": "[\u0370-\u03ff\u1f00-\u1fff]",
    "cyrillic": "[\u0400-\u052f]",
    "hebrew": "[\u0590-\u05ff]",
    "arabic": "[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]",
    "vietnamese": "[\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9\u20ab]",
}

UNFIT = re.compile(r'[#%?&"<>:|*\\]|^(?:assets|index\.html|con|prn|aux|nul|com\d|lpt\d)$|[. ]$', re.IGNORECASE)
"""No name for a course's folder."""

Recall = Callable[[tuple[str, ...], Callable[[], Any]], Any]
"""Gives what was made of the same parts before, or makes it."""


class WrittenText(NamedTuple):
    """A lesson or sheet: its source, its settings, and its body with the number of the body's first line."""

    source: Source
    settings: Written
    body: str
    first_line: int


class WrittenCourse(NamedTuple):
    """A course before its meaning is asked for. `pieces` are the texts that may be included, by project path.

    `digest` stands for every byte of it but the lessons' and sheets' bodies; `texts` are all its text files.
    """

    found: FoundCourse
    settings: Written
    references: Written
    glossary: tuple[Written, ...]
    lessons: tuple[WrittenText, ...]
    sheets: tuple[WrittenText, ...]
    quizzes: tuple[tuple[str, Written], ...]
    pieces: Mapping[str, Source]
    assets: Mapping[str, Asset]
    digest: str
    alphabets: frozenset[str]
    texts: Mapping[str, str] = {}


def made_anew(_: tuple[str, ...], make: Callable[[], Any]) -> Any:
    """Recalls nothing."""
    return make()


def load_course(
    root: Path, found: FoundCourse, recall: Recall = made_anew
) -> tuple[WrittenCourse, tuple[Diagnostic, ...]]:
    """Read every file of one course. YAML that was read before need not be read again where `recall` knows it."""
    reader = Reading(root, recall)
    for file in found.outside:
        said = f"“{file}” is a link out of the project, in a circle or to nothing, or its name is no UTF-8"
        reader.noticed.append(Diagnostic(OUTSIDE, Place(file), said, OUTSIDE.instead))
    if UNFIT.search(found.id):
        said = f"“{found.id}” cannot be part of an address"
        reader.noticed.append(Diagnostic(COURSE_FOLDER, Place(found.folder), said, COURSE_FOLDER.instead))
    for file, right in found.misnamed:
        name = right.rsplit("/", 1)[-1]
        said = f"“{file.rsplit('/', 1)[-1]}” is not read under this name"
        reader.noticed.append(Diagnostic(MISNAMED, Place(file), said, f"Call it {name}."))
    if found.settings:
        settings = reader.yaml(found.settings, COURSE)
    else:
        at = Place(f"{found.folder}/course.yaml")
        said = f"{found.folder} has no course.yaml"
        if all(right != at.file for _, right in found.misnamed):
            reader.noticed.append(Diagnostic(NO_COURSE_FILE, at, said, NO_COURSE_FILE.instead))
        settings = written(at)
    written_course = WrittenCourse(
        found,
        settings,
        reader.yaml(found.references, REFERENCES) if found.references else written(Place(found.folder)),
        reader.entries(found.glossary, GLOSSARY) if found.glossary else (),
        tuple(text for text in (reader.text(file, LESSON) for file in found.lessons) if text),
        tuple(text for text in (reader.text(file, SHEET) for file in found.sheets) if text),
        tuple((file, reader.yaml(file, QUIZ)) for file in found.quizzes),
        {file: source for file in found.pieces if (source := reader.piece(file)) is not None},
        assets := reader.assets(found),
        digest_of(found, reader.frame, assets),
        alphabets(reader.texts.values()),
        reader.texts,
    )
    return written_course, tuple(reader.noticed)


class Reading:
    """Reads files of one project and gathers what was noticed."""

    def __init__(self, root: Path, recall: Recall) -> None:
        self._root = root
        self._recall = recall
        self.noticed: list[Diagnostic] = []
        self.frame: list[str] = []
        self.texts: dict[str, str] = {}

    def source(self, file: str) -> Source | None:
        """A text file, or None with a finding."""
        source = read_source(self._root, file)
        if isinstance(source, Diagnostic):
            self.noticed.append(source)
            return None
        self.texts[file] = source.text
        return source

    def piece(self, file: str) -> Source | None:
        """A text file that any lesson may depend on."""
        source = self.source(file)
        self.frame.append(source.text if source else "")
        return source

    def yaml(self, file: str, schema: Schema) -> Written:
        """A YAML file by its schema."""
        source = self.piece(file)
        if source is None:
            return written(Place(file))
        return self._read(source, schema)

    def entries(self, file: str, schema: Schema) -> tuple[Written, ...]:
        """The entries of a YAML file that is a list."""
        source = self.piece(file)
        if source is None:
            return ()

        def make() -> tuple[tuple[Written, ...], tuple[Diagnostic, ...]]:
            from builder.read.validate import read_entries

            return read_entries(source, schema)

        return self._recalled(source, make)

    def text(self, file: str, schema: Schema) -> WrittenText | None:
        """A lesson or sheet."""
        source = self.source(file)
        if source is None:
            return None
        parts, noticed = split(source)
        if noticed:
            self.noticed.extend(noticed)
            return None
        return WrittenText(source, self._settings(source, parts, schema), parts.body, parts.first_line)

    def assets(self, found: FoundCourse) -> dict[str, Asset]:
        """The pictures, films and other files that pages may show, by their path in the course's folder."""
        assets: dict[str, Asset] = {}
        for file in found.others:
            if file.rsplit(".", 1)[-1].lower() in MEDIA:
                asset, noticed = read_asset(self._root, file, file.removeprefix(found.folder + "/"))
                self.noticed.extend(noticed)
                if asset:
                    assets[asset.id] = asset
        return assets

    def _settings(self, source: Source, parts: Split, schema: Schema) -> Written:
        if not parts.settings.strip():
            return written(source.at(1))
        return self._read(Source(source.file, parts.settings), schema)

    def _read(self, source: Source, schema: Schema) -> Written:
        def make() -> tuple[Written, tuple[Diagnostic, ...]]:
            from builder.read.validate import read_yaml

            return read_yaml(source, schema)

        return self._recalled(source, make)

    def _recalled(self, source: Source, make: Callable[[], tuple[T, tuple[Diagnostic, ...]]]) -> T:
        said: T
        said, noticed = self._recall((source.file, source.text), make)  # a file's path says what it is
        self.noticed.extend(noticed)
        return said


def alphabets(texts: Iterable[str]) -> frozenset[str]:
    """The alphabets beyond Latin that stand in some texts, by the names that fonts have for them."""
    beyond = [text for text in texts if not text.isascii()]
    return frozenset(name for name, letters in ALPHABETS.items() if any(re.search(letters, text) for text in beyond))


def digest_of(found: FoundCourse, frame: list[str], assets: Mapping[str, Asset]) -> str:
    """A digest of all that a lesson may depend on beside its own text: which files there are, settings, sources,
    quizzes, pieces to include, and pictures."""
    from hashlib import blake2b

    digest = blake2b(digest_size=20)
    for part in (repr(tuple(found)), *frame, *(f"{asset.id}:{asset.digest}" for asset in assets.values())):
        data = part.encode("utf-8", "surrogatepass")
        digest.update(b"%d:" % len(data))
        digest.update(data)
    return digest.hexdigest()
