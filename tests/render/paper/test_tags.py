"""What is put into the tags beside what WeasyPrint writes."""

from pathlib import Path, PurePosixPath

import pytest

from builder.model.place import Place
from builder.render.kit import Kit
from builder.render.paper.fonts import faces, needed, stack
from builder.render.press import Job
from builder.render.web import WebFiles
from formats.small import course, kit
from support.printing import printed, tags

pytestmark = [
    pytest.mark.pdf,
    pytest.mark.skipif(not WebFiles().folder.joinpath("fonts.json").is_file(), reason="no fonts were built"),
]
PAGE = """<!doctype html><html lang="en"><head><title>T</title><style>{style}</style></head><body><h1>Words</h1>
<p>They say <i lang="fr">mot <b>juste</b></i> in Paris.</p>
<table><thead><tr><th>Sign</th><th>When</th></tr></thead>
<tbody><tr><th scope="row">Low mood</th><td>at let-down</td></tr></tbody></table>
<p>Arabic <bdi dir="rtl" lang="ar">نزول الحليب</bdi> in English.</p></body></html>"""


@pytest.fixture
def found(tmp_path: Path) -> list[tuple[str, dict[str, str]]]:
    of: Kit = kit(tmp_path, web=WebFiles())
    fonts = needed(of, PAGE)
    names = '"Atkinson Hyperlegible Next", "Noto Sans Arabic"'
    html = PAGE.format(style=f"{faces(fonts)}body{{font-family:{stack(names, fonts)}}}")
    files, noticed = printed(of, course(), [Job("site", PurePosixPath("a.pdf"), html, Place(""))], tmp_path)
    assert noticed == []
    return tags(files["a"])


def test_words_in_another_language_say_which(found: list[tuple[str, dict[str, str]]]) -> None:
    assert [more["Lang"] for _, more in found if "Lang" in more] == ["fr", "fr", "ar"]


def test_head_cells_say_what_they_head(found: list[tuple[str, dict[str, str]]]) -> None:
    assert [more.get("Scope") for name, more in found if name == "/TH"] == ["/Column", "/Column", "/Row"]


def test_only_what_runs_from_right_to_left_is_said_again(found: list[tuple[str, dict[str, str]]]) -> None:
    assert [more["ActualText"].strip() for _, more in found if "ActualText" in more] == ["نزول الحليب"]
