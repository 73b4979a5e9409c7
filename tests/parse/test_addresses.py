"""What authors' addresses lead to."""

import unicodedata

import pytest

from support.project import Project

FORMS = ("NFC", "NFD")


@pytest.mark.parametrize("on_disk", FORMS)
@pytest.mark.parametrize("in_text", FORMS)
def test_accents_may_be_written_either_way(project: Project, on_disk: str, in_text: str) -> None:
    """A file from macOS, named in a lesson that was typed on another computer; and the other way round."""
    project.picture(unicodedata.normalize(on_disk, "img/löwe.svg"))
    project.lesson("## B\n", unicodedata.normalize(on_disk, "02-größe.md"))
    text = unicodedata.normalize(in_text, "![A lion at rest](img/löwe.svg)\n\n[More](02-größe.md)")
    project.lesson(f"## A\n\n{text}\n")
    assert [f"{one.at} {one.message}" for one in project.load().diagnostics] == []
