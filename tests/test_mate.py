"""The second process: it makes what the first would make, and where it is gone the first makes it."""

import os
import signal
from collections.abc import Iterator

import pytest

from builder.judging import begin, case_of, judged
from builder.mate import FORKS, JUDGING, Mate, mate
from builder.parse.markdown import Wish, convert_all, convert_each
from builder.pipeline import Options, build, load
from builder.render.memo import Memo, Shelf
from support.project import Project

pytestmark = pytest.mark.skipif(not FORKS, reason="no second process here: the first does all")
FAULTY = "## Slide\n\nTake 10 mg of it twice a day. [Away](https://)\n\n### One\n\n##### Two\n"


@pytest.fixture
def second(monkeypatch: pytest.MonkeyPatch) -> Iterator[Mate]:
    """A second process, also on a machine with one core."""
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    child = mate()
    assert child is not None
    yield child
    child.close()


def kill(child: Mate) -> None:
    """End the child as a machine without memory would."""
    os.kill(child._pid, signal.SIGKILL)


def test_texts_come_out_the_same(second: Mate) -> None:
    """Texts of two languages, with a table, a note, an attribute and nothing at all."""
    texts = ["*a* [b](c.md)", "| a |\n|---|\n| b |", "a[^1]\n\n[^1]: b", "[x]{.y}", "", "D-MER – “so”"]
    for language in ("en", "fr"):
        wishes = [Wish(text, steps) for text in texts for steps in (False, True)]
        assert [*convert_all(wishes, language, second).values()] == convert_each(wishes, language)


def test_a_child_that_is_gone(second: Mate) -> None:
    """Whatever was asked of it is done here."""
    kill(second)
    assert convert_all([Wish("*a*")], "en", second)[Wish("*a*")].html == "<p><em>a</em></p>"


def test_findings_come_out_the_same(project: Project, second: Mate) -> None:
    """The same findings in the same order; only what nothing is remembered of is handed over."""
    project.lesson(FAULTY)
    memo = Memo(project.root / "memo")
    loaded = load(project.root, memo=memo)
    case = case_of(project.root, loaded.courses, loaded.diagnostics, Shelf(memo, "themes", ""))
    judging = begin(case, memo, second)
    assert judging is not None
    found = judging()
    assert found == judged(case, memo)
    assert {"C241", "L224"} <= {one.rule.code for one in found}
    assert begin(case, memo, second) is None, "it is remembered now"


def test_a_child_that_dies_while_judging(project: Project, second: Mate) -> None:
    """The first judges itself."""
    project.lesson(FAULTY)
    memo = Memo(None)
    loaded = load(project.root, memo=memo)
    case = case_of(project.root, loaded.courses, loaded.diagnostics, Shelf(memo, "themes", ""))
    judging = begin(case, memo, second)
    kill(second)
    assert judging is not None
    assert {"C241", "L224"} <= {one.rule.code for one in judging()}


def test_an_error_stops_what_was_drawn_ahead(project: Project, second: Mate) -> None:
    """Pages that were drawn while the other core judged are thrown away."""
    project.lesson(FAULTY)
    built = build(project.root, Options(targets=("deck",)), second)
    assert "C241" in {one.rule.code for one in built.diagnostics}
    assert not (project.root / "site").exists()


def test_what_judging_knows_by_name_is_no_bug(project: Project, second: Mate, monkeypatch: pytest.MonkeyPatch) -> None:
    """Drawing that fails where there is an error anyway is not spoken of; without an error it is."""
    project.lesson(FAULTY)

    def fail(*_: object) -> None:
        raise KeyError("drawn")

    monkeypatch.setattr("builder.formats.deck.outputs", fail)
    assert "C241" in {one.rule.code for one in build(project.root, Options(targets=("deck",)), second).diagnostics}
    project.lesson("## Slide\n\nWords.\n")
    with pytest.raises(KeyError, match="drawn"):
        build(project.root, Options(targets=("deck",)), second)


def test_a_name_nobody_knows(second: Mate) -> None:
    """A request that fails ends the child, and its parent hears of no answer."""
    assert second.ask(JUDGING, b"no pickle")
    assert second.answer() is None
