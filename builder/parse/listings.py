"""Pieces of a course's own files, shown as they are written: what `{{< source … >}}` stands for.

What is shown is read from the files themselves, so that it cannot differ from them. Never shown are what notes hold and
what a presenter expects of a poll, for pages are published, and HTML comments, which are the author's own.
"""

import re
from collections.abc import Mapping
from posixpath import dirname, normpath

from builder.model.block import Listing, Where
from builder.model.diagnostic import Diagnostic
from builder.model.place import Place
from builder.model.quiz import Poll, Quiz
from builder.parse.addresses import near
from builder.parse.comments import without_comments
from builder.parse.excerpts import entry, keys, under, unexpected, unspoken
from builder.parse.outline import Outline, SectionOutline, Shortcode, SlideOutline
from builder.parse.rules.meaning import NOTHING_TO_SHOW

KEYLESS = ("poll", "scale")
ONE_LINE = "Write expect: on a line of its own."
ASKED = ("slide", "section", "part", "file", "quiz")
HIDDEN = re.compile(r"^##\s.*\{[^{}]*\.hidden\b", re.MULTILINE)
QUIZ_BLOCK = re.compile(r"^ {0,3}:{3,}\s*(?:quiz\b|\{[^{}]*\.quiz\b)", re.MULTILINE)


class Listings:
    """Finds pieces of a course's files for one lesson. `texts` are the course's files by project path; `quiz_files`
    say in which of them each quiz stands."""

    def __init__(
        self,
        folder: str,
        texts: Mapping[str, str],
        quiz_files: Mapping[str, str],
        quizzes: Mapping[str, Quiz],
        outline: Outline,
    ) -> None:
        self._folder = folder
        self._texts = texts
        self._quiz_files = quiz_files
        self._quizzes = quizzes
        self._outline = outline

    def of(self, code: Shortcode, when: frozenset[Where]) -> Listing | Diagnostic:
        """What a `{{< source … >}}` asks for, or why there is no such thing."""
        asked = [name for name in ASKED if code.attributes.get(name)]
        if len(asked) != 1 or code.words:
            said = "this source names nothing to show" if not asked else "this source asks for more than one thing"
            return nothing(code.at, said)
        find = {
            "slide": self._slide, "section": self._section, "part": self._part, "file": self._file, "quiz": self._quiz,
        }  # fmt: skip
        found = find[asked[0]](code)
        return found if isinstance(found, Diagnostic) else found._replace(when=when, at=code.at)

    def _slide(self, code: Shortcode) -> Listing | Diagnostic:
        slides = {one.attributes.id: one for section in self._outline.sections for one in section.slides}
        return self._between(code, "slide", slides)

    def _section(self, code: Shortcode) -> Listing | Diagnostic:
        return self._between(code, "section", {one.attributes.id: one for one in self._outline.sections})

    def _between(
        self, code: Shortcode, kind: str, known: Mapping[str, SlideOutline] | Mapping[str, SectionOutline]
    ) -> Listing | Diagnostic:
        """The lines from a heading to the next. Its own line is left out where a slide shows itself."""
        name = code.attributes.get(kind)
        wanted = known.get(name) if name else None
        if wanted is None:
            hint = near(name, [one for one in known if one]) or f"Write {{#{name}}} behind the {kind}'s heading."
            return nothing(code.at, f"no {kind} of this lesson has the id “{name}”", hint)
        if wanted.attributes.has("hidden"):
            return nothing(code.at, f"“{name}” is hidden, and what stands on it would be published")
        text = self._texts.get(wanted.at.file, "")
        lines = text.split("\n")
        later = [at.line for at in self._outline.breaks if at.file == wanted.at.file and at.line > wanted.at.line]
        end = min(later, default=len(lines) + 1)
        own = code.at.line if code.at.file == wanted.at.file else 0
        kept = [line for number, line in enumerate(lines, start=1) if wanted.at.line <= number < end and number != own]
        return listed("\n".join(kept), _file_name(wanted.at.file))

    def _part(self, code: Shortcode) -> Listing | Diagnostic:
        name, file = code.attributes.get("part"), self._outline.files[0]
        if name != "front-matter":
            return nothing(code.at, f"“{name}” is no part of a lesson", "Did you mean “front-matter”?")
        head = re.match(r"---[ \t]*\n.*?^(?:---|\.\.\.)[ \t]*$", self._texts.get(file, ""), re.DOTALL | re.MULTILINE)
        if head is None:
            return nothing(code.at, "this lesson has no front matter")
        return Listing(head[0], _file_name(file), "yaml")

    def _file(self, code: Shortcode) -> Listing | Diagnostic:
        path = code.attributes.get("file")
        tried = [normpath(f"{dirname(code.at.file)}/{path}"), normpath(f"{self._folder}/{path}")]
        file = next((one for one in tried if one in self._texts), "")
        if not file:
            known = [one.removeprefix(f"{self._folder}/") for one in self._texts]
            said = f"“{path}” is none of this course's Markdown and YAML files"
            return nothing(code.at, said, near(path, known))
        name = file.removeprefix(f"{self._folder}/")
        if file.endswith(".md"):
            if HIDDEN.search(self._texts[file]):
                return nothing(code.at, f"“{path}” holds a hidden slide, and what stands on it would be published")
            return listed(self._texts[file], name)
        return self._keyed(code, file, name)

    def _quiz(self, code: Shortcode) -> Listing | Diagnostic:
        name, wanted = code.attributes.get("quiz"), code.attributes.get("question")
        quiz = self._quizzes.get(name)
        if quiz is None or name not in self._quiz_files:
            return nothing(code.at, f"there is no quiz “{name}”", near(name, list(self._quizzes)))
        file = self._quiz_files[name]
        shown = _file_name(file)
        if not wanted:
            return self._keyed(code, file, shown)
        question = quiz.find(wanted)
        if question is None:
            hint = near(wanted, [one.id for one in quiz.questions])
            return nothing(code.at, f"quiz “{name}” has no question “{wanted}”", hint)
        text = unexpected(entry(self._texts.get(question.at.file, ""), question.at.line))  # a pre-test's are another's
        if self._tells(text):
            return nothing(code.at, f"“{wanted}” says what to expect in a way that cannot be left out", ONE_LINE)
        return Listing(text, f"{shown} · {wanted}", "yaml", quiz.mode != "survey" and question.type not in KEYLESS)

    def _keyed(self, code: Shortcode, file: str, name: str) -> Listing | Diagnostic:
        """A YAML file, or the lines of one of its keys."""
        key = code.attributes.get("key")
        text, keyed = self._texts[file], file in self._quiz_files.values() and key in ("", "questions")
        if key:
            found = under(text, key)
            if found is None:
                return nothing(code.at, f"“{name}” has no key “{key}”", near(key, keys(text)))
            text, name = found, f"{name} · {key}"
        text = unexpected(text.strip("\n"))
        if self._tells(text):
            return nothing(code.at, "a poll in it says what to expect in a way that cannot be left out", ONE_LINE)
        return Listing(text, name, "yaml", keyed)

    def _tells(self, text: str) -> bool:
        """Whether the last words of what a presenter expects of a poll stand in a text."""
        said = " ".join(text.split())
        polls = (q.form for quiz in self._quizzes.values() for q in quiz.questions if isinstance(q.form, Poll))
        ends = (" ".join(poll.expect.text.split()[-4:]) for poll in polls)
        return any(end and end in said for end in ends)


def listed(text: str, name: str) -> Listing:
    """Lines of a lesson or sheet as they may be published."""
    if "<!--" in text:
        bare, _ = without_comments(text)
        both = zip(text.split("\n"), bare.split("\n"), strict=True)
        text = "\n".join(line if line == written else line.rstrip() for written, line in both)
    return Listing(unspoken(text), name, "markdown", QUIZ_BLOCK.search(text) is not None)


def nothing(at: Place, said: str, hint: str = "") -> Diagnostic:
    """The finding about a source that shows nothing."""
    return Diagnostic(NOTHING_TO_SHOW, at, said, hint or NOTHING_TO_SHOW.instead)


def _file_name(file: str) -> str:
    return file.rsplit("/", 1)[-1]
