"""What earlier builds found out about lessons: whole ones by the digest of all that went in, texts by themselves."""

import marshal
import pickle
from collections.abc import Mapping
from typing import TYPE_CHECKING

from builder.model.diagnostic import Diagnostic
from builder.parse.markdown import Converted, Wish
from builder.render.memo import Memo, Shelf, own_code

if TYPE_CHECKING:
    from builder.model.course import Lesson

Remembered = tuple["Lesson", tuple[Diagnostic, ...]]


class Memory:
    """Lessons and converted texts of one course. What lies in the memo is our own and the user's own, so it may be
    read with pickle and marshal; what cannot be read was cut off and is made again."""

    def __init__(self, memo: Memo, course: str, frame: str) -> None:
        self._memo = memo
        self._lessons = Shelf(memo, "lessons", course)
        self._course = course
        self._frame = frame

    def digest(self, file: str, text: str) -> str:
        """The name of a lesson: its text, all it may depend on, and the code that reads it."""
        return self._memo.key(own_code(), self._frame, file, text)

    def lesson(self, digest: str) -> Remembered | None:
        """The lesson of that name, with what was noticed in it."""
        data = self._lessons.find(digest)
        try:
            return pickle.loads(data) if data else None
        except Exception:  # what was cut off or overwritten can fail in any way; it is made again
            return None

    def keep(self, digest: str, remembered: Remembered) -> None:
        """Remember a lesson."""
        self._lessons.keep(digest, pickle.dumps(remembered, pickle.HIGHEST_PROTOCOL))

    def save(self) -> None:
        """Write down the lessons."""
        self._lessons.save()

    def texts(self, file: str) -> dict[Wish, Converted]:
        """The texts of a lesson as they were last converted; the text itself is the key, so none is ever stale."""
        data = self._memo.find("markdown", self._pack(file))
        try:
            pack = marshal.loads(data) if data else []
            return {Wish(*wish): Converted(*done) for wish, done in pack}
        except (ValueError, TypeError, EOFError):
            return {}

    def keep_texts(self, file: str, texts: Mapping[Wish, Converted]) -> None:
        """Remember the texts of a lesson."""
        data = marshal.dumps([(tuple(wish), tuple(done)) for wish, done in texts.items()])
        self._memo.renew("markdown", self._pack(file), data)

    def _pack(self, file: str) -> str:
        return self._memo.key(own_code(), self._course, file)
