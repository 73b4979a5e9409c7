"""What the presenter says: kept apart on every way it may be written, and known to the last look at the site."""

from pathlib import Path

from builder.parse.lesson import facilitators, proses
from builder.parse.spoken import presenters_words, said_openly
from support.building import build
from support.project import Project

SAID = "Say it slowly, and wait until the room has had the time to answer"


def test_notes_are_known_to_the_scan(project: Project) -> None:
    """Notes, notes in columns and boxes, and facilitator parts of cases are all looked for in the site."""
    written = [
        f"::: notes\n{SAID} one.\n:::\n",
        f":::: columns\n::: {{.column}}\n::: notes\n{SAID} two.\n:::\n:::\n::::\n",
        f"::: case\n### Maya\n\nWords.\n\n::: notes\n{SAID} [@heise2011] three.\n:::\n:::\n",
        f"::: box\n::: case\n### Noor\n\nWords.\n\n::: notes\n{SAID} four.\n:::\n:::\n:::\n",
    ]
    course = project.source().lesson("".join(f"## A\n\n{text}\n" for text in written)).course()
    known = presenters_words([course])
    assert len(known) == 4
    assert all(words.startswith(SAID.encode()) for words in known)


def test_notes_stand_on_no_slide(project: Project) -> None:
    """No text of a note is among the slide's own blocks or its reading text."""
    notes = f"::: notes\n{SAID}.\n:::\n"
    project.lesson(f"## A\n\n- one\n\n. . .\n\n::: box\n{notes}\nShown.\n:::\n\n::: prose\n{notes}:::\n")
    (slide,) = project.taught().slides
    shown = " ".join(prose.text for prose in (*proses(slide.blocks), *proses(slide.prose)))
    assert shown == "one Shown."
    assert [prose.text for prose in proses(slide.notes)] == [f"{SAID}."] * 2
    assert list(facilitators(slide.blocks)) == []


def test_a_sentence_that_the_reading_text_has_too_is_told_openly(project: Project, tmp_path: Path) -> None:
    """Authors copy from their notes. What stands in notes or in a case's facilitator part alone stays hidden."""

    def notes(number: str, kind: str = "notes") -> str:
        return f"::: {kind}\n{SAID} {number}.\n:::\n\n"

    case = f"::: case\n### Maya\n\nWords.\n\n{notes('two')}:::\n\n"
    project.lesson(f"## A\n\n{notes('one')}{case}{notes('three', 'prose')}{notes('three')}")
    openly = said_openly([project.course()])
    assert [openly(f"{SAID} {number}.".encode()) for number in ("one", "two", "three")] == [False, False, True]
    build(project.root, "-t", "deck", "-t", "module", cache=tmp_path / "cache")
