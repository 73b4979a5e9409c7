"""No page gives an id twice, and every link inside a page leads somewhere."""

import re
from collections import Counter
from pathlib import Path

import pytest

from builder.pipeline import Options, build
from support.project import COURSE, Project

LESSON = """\
# Part

## One {#one}

Said[^1] and more[^2], as [below](#two).

. . .

Again[^1].

::: {.box #box}
In a box[^2].
:::

::: prose
Reading[^1].
:::

::: notes
Spoken[^1].
:::

{{< help >}}

## Two {#two}

Said[^1]. [A term]{#term}

### Smaller {#smaller}

[^1]: A note.
[^2]: Another, of

    two paragraphs.
"""


@pytest.mark.parametrize("target", ["deck", "module"])
def test_ids(project: Project, target: str) -> None:
    """Footnotes that stand several times on a slide, in its reading text and in its notes have ids of their own."""
    people = 'date: 2026-11-22\ncode_statement: None.\npeople: [{name: A. Example, disclosure: "None."}]\n'
    project.file("slides/c/course.yaml", COURSE + people).lesson(LESSON)
    out = Options(targets=(target,), site_dir=Path("site"), presenter_dir=Path("presenter"))
    built = build(project.root, out)
    assert [d for d in built.diagnostics if d.rule.severity == "error"] == []
    pages = [page for tree in ("site", "presenter") for page in (project.root / tree / "c").rglob("*.html")]
    assert pages
    for page in pages:
        text = page.read_text(encoding="utf-8")
        ids = Counter(re.findall(r'\sid="([^"]*)"', text))
        assert {name: times for name, times in ids.items() if times > 1} == {}, page.name
        assert set(re.findall(r'href="#([^"]+)"', text)) - set(ids) == set(), page.name
