"""The notes for a phone: all that is said, in one file that asks nobody for anything."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from builder.model.place import Place
from builder.read.theme import read_theme
from builder.render.kit import Kit
from builder.render.paper.minis import Minis
from builder.render.paper.phone import phone_page
from builder.render.web import WebFiles
from formats.small import course, kit
from support.printing import loaded

REPOSITORY = Path(__file__).parents[3]


@pytest.fixture
def page(tmp_path: Path) -> str:
    theme, _ = read_theme(REPOSITORY, "calm", Place("slides/small/course.yaml"))
    assert theme is not None
    of: Kit = kit(tmp_path, web=WebFiles(), theme=theme)
    taught = course()
    return phone_page(of, taught, taught.lessons[0], Minis(of, taught, taught.lessons[0]).presenter())


def test_all_that_is_said_is_there_with_clock_and_marks(page: str) -> None:
    for said in ("Say it slowly", "Trap: haste", "Mostly none.", "Only if asked", "May be cut", "Hidden", "1:00"):
        assert said in page


def test_nothing_is_loaded_and_nothing_is_run(page: str) -> None:
    assert not re.search(r"<(script|link|iframe)\b", page)
    assert not re.search(r"""(src|href)=["'](?!#|data:|https?://|tel:)""", page)
    assert not re.search(r' src="http', page)
    assert ' style="' not in page
    assert "Content-Security-Policy" in page


def test_headings_go_down_step_by_step_and_every_slide_has_an_address(page: str) -> None:
    levels = [int(level) for level in re.findall(r"<h([1-6])\b", page)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    ids = re.findall(r'<article id="([^"]+)"', page)
    assert len(ids) == len(set(ids)) == 11
    assert set(re.findall(r'href="#(said[^"]*)"', page)) <= set(ids)


def test_every_address_in_it_is_there_once() -> None:
    """The seminar's list of sources takes several slides: each has its own part of it."""
    taught, of, _ = loaded(REPOSITORY, "dmer")
    lesson = taught.lessons[0]
    ids = re.findall(r'\bid="([^"]+)"', phone_page(of, taught, lesson, Minis(of, taught, lesson).presenter()))
    assert sum(name.startswith("ref-") for name in ids) > 20
    assert len(ids) == len(set(ids))
