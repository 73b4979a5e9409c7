"""What comes out of the press, as it is handed on and remembered."""

import json
from typing import NamedTuple

from builder.render.listening import Remark


class Printed(NamedTuple):
    """A PDF, how many pages it has, and what the press noticed."""

    data: bytes
    pages: int
    remarks: tuple[Remark, ...]

    def packed(self) -> bytes:
        """As one piece, to be remembered with its remarks."""
        return json.dumps([self.pages, self.remarks]).encode() + b"\n" + self.data

    @classmethod
    def unpacked(cls, packed: bytes) -> "Printed":
        """What `packed` packed."""
        head, _, data = packed.partition(b"\n")
        pages, remarks = json.loads(head)
        return cls(data, pages, tuple((kind, detail) for kind, detail in remarks))
