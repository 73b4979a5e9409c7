"""Examples and lines of files as they come out, and never with what is not theirs to tell."""

from html import unescape
from re import DOTALL, findall, sub
from typing import Any

import pytest

from builder.pipeline import Options, make
from builder.render.memo import Memo
from support.building import REPOSITORY
from support.project import COURSE, Project

SAMPLE = "These words are a sample of notes in an example, to be seen by everybody."
SECRET = "These words are for the presenter alone and for nobody else in the room."
LESSON = f"""\
---
title: A lesson
---

# Section {{#section time=2m}}

## One {{#one}}

:::: example
**Bold** & <b>raw</b> <!-- seen -->

::: notes
{SAMPLE}
:::

::: prose
To be read.
:::
::::

::: notes
{SECRET}
:::

## Two {{#two}}

{{{{< source slide="one" >}}}}

{{{{< source quiz="post-test" question="onset" >}}}}

{{{{< source quiz="post-test" question="hands" >}}}}

:::: example
::: {{.quiz #own objective="timing"}}
Which of the two is it?

- [x] The right one
- [ ] The other one
:::
::::

## Three {{#three}}

::: example
![A wave](img/x.svg){{when="handout"}}
:::
"""
QUIZ = """\
title: Post-test
questions:
  - id: onset
    type: single
    objective: timing
    stem: When does it begin?
    options: [{text: At let-down, correct: true}, {text: On waking}]
    explain: The key itself.
  - {id: hands, type: poll, stem: How many?, options: [{text: One}, {text: Two}],
     expect: "Most hands, as ever, at the second"}
"""


@pytest.fixture
def guide(project: Project) -> Project:
    for name in ("theme.yaml", "deck.css", "module.css", "handout.css", "home.css"):
        project.file(f"themes/calm/{name}", (REPOSITORY / "themes/calm" / name).read_bytes())
    return project.lesson(LESSON).quiz(QUIZ).picture()


def published(project: Project, tree: str = "site", **options: Any) -> dict[str, str]:
    """The pages of one tree, of a build in which the last look found nothing."""
    made = make(project.root, Options(targets=("deck", "module"), **options), Memo(None))
    assert not made.blocked, made.diagnostics
    assert [d for d in made.diagnostics if d.rule.code.startswith("F9")] == []
    return {str(o.path): o.data.decode() for o in made.outputs if o.tree == tree and o.path.suffix == ".html"}


def listings(page: str) -> list[str]:
    """The lines that a page shows, as somebody would copy them."""
    found = findall(r'<pre class="lines-written"[^>]*><code>(.*?)</code></pre>', page, DOTALL)
    return [unescape(sub(r"<[^>]+>", "", one)) for one in found]


def test_source_and_result_stand_side_by_side(guide: Project) -> None:
    """What is shown as written is what was written, to the letter; and what comes of it stands beside it."""
    for path, page in published(guide).items():
        if path.endswith(("slides/lesson.html", "learn/lesson-section.html")):
            first, *_ = listings(page)
            assert first == LESSON.split(":::: example\n")[1].split("\n::::\n")[0], path
            assert "<strong>Bold</strong>" in page
            assert "<b>raw</b>" in page
            assert page.count("You write") == page.count("You get") == 3
            assert "In the presenter’s notes" in page
            assert "Nothing is shown here." in page  # the picture is for paper
            break
    else:
        pytest.fail("no page with the example")


def test_samples_are_seen_and_real_notes_are_not(guide: Project) -> None:
    """Not in a listing of the slide that holds them either; the presenter has both."""
    everything = "".join(published(guide).values())
    assert SAMPLE in everything
    assert SECRET not in everything
    assert "Most hands" not in everything
    assert any(SECRET in page for page in published(guide, "presenter").values())


def test_an_edition_without_answers_holds_no_key_in_its_listings(guide: Project) -> None:
    """Neither of a quiz nor of a question in an example; a sentence says so."""
    told = "".join("".join(listings(page)) for page in published(guide).values())
    assert "correct: true" in told
    assert "- [x] The right one" in told
    pages = published(guide, without_answers=True)
    told = "".join("".join(listings(page)) for page in pages.values())
    assert "correct: true" not in told
    assert "The key itself." not in told
    assert "- [x]" not in told
    assert "- {id: hands, type: poll" in told  # a poll has no key
    assert any("This edition leaves them out." in page for page in pages.values())


def test_real_notes_in_a_listing_are_found(guide: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """The last look does not trust the listing: notes that were left in one stop the build."""
    monkeypatch.setattr("builder.parse.listings.unspoken", lambda text: text)
    made = make(guide.root, Options(targets=("deck",)), Memo(None))
    assert made.blocked
    assert "F911" in {d.rule.code for d in made.diagnostics}


OTHER = COURSE.replace("help: {emergency: your local emergency number}\n", "subject: other\n")


def test_another_subject_asks_for_no_review_and_no_help(guide: Project) -> None:
    """A course on anything but care says neither that no clinician has seen it, nor where help is."""
    clinical = "".join(published(guide).values())
    assert "Not clinically reviewed" in clinical
    assert "Get help right now" in clinical
    guide.file("slides/c/course.yaml", OTHER)
    for path, page in (published(guide) | published(guide, "presenter")).items():
        assert "linically reviewed" not in page, path
        assert 'href="#urgent-help"' not in page, path
        assert 'id="dialog-help"' not in page, path
        assert "Get help right now" not in page, path


def test_another_subject_may_name_help(guide: Project) -> None:
    guide.file("slides/c/course.yaml", COURSE + "subject: other\n")
    assert "Get help right now" in "".join(published(guide).values())


def test_what_is_taught_comes_before_what_is_told_about_it(guide: Project) -> None:
    """A course on another subject stands behind the others, whatever its name."""
    guide.file("slides/a-guide/course.yaml", OTHER.replace("A course", "A guide"))
    guide.file("slides/a-guide/01-first.md", "## A slide\n\nWords.\n")
    assert [course.id for course in guide.load().courses] == ["c", "a-guide"]
    index = published(guide)["index.html"]
    assert index.index("c/index.html") < index.index("a-guide/index.html")
