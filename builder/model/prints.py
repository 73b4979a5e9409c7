"""How a course is printed: which layouts, on which paper, and what is left out."""

from typing import NamedTuple

SLIDES = ("1", "2", "3", "4", "6", "9")
"""How many slides may stand on a page."""
LAYOUTS = (*SLIDES, "notes", "agenda", "phone", "pack", "booklet")
PAPERS = ("a4", "letter")
INKS = ("full", "saving")


class Prints(NamedTuple):
    """What an author chose under `handout:` in course.yaml, or a presenter on the command line.

    `cut` is the minutes to come down to by leaving out slides that may be cut (0: none is left out); `hidden` prints
    hidden slides too; `bleed` is in millimetres, beyond the trim of the print-shop set.
    """

    layouts: tuple[str, ...] = ("3", "notes", "agenda", "phone")
    papers: tuple[str, ...] = PAPERS
    cut: int = 0
    hidden: bool = False
    ink: str = "full"
    bleed: float = 0.0

    @property
    def ups(self) -> tuple[int, ...]:
        """The layouts that are slides alone, as how many to a page."""
        return tuple(int(name) for name in SLIDES if name in self.layouts)
