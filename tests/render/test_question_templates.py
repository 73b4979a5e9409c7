import re
from collections import Counter
from html.parser import HTMLParser

import pytest

from builder.model.quiz import Question
from builder.render.quizform import quiz_form
from render.every_question import CLOZE, EVERY, HOTSPOT, MATCH, QUIZ, SINGLE, TRUE_FALSE, drawer

VOID = {"input", "img", "br", "path", "rect", "circle"}


class Page(HTMLParser):
    """Collects elements, and fails where tags do not close as they opened."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag

    def all(self, *tags: str) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.found if tag in tags]


def draw(question: Question, mode: str = "practice") -> str:
    return str(drawer().question(question, QUIZ, mode, number=1))


@pytest.mark.parametrize("mode", ["practice", "exam", "survey", "deck", "poll"])
@pytest.mark.parametrize("question", EVERY, ids=lambda q: q.type)
def test_is_a_form_with_its_stem_as_legend_and_no_key(question: Question, mode: str) -> None:
    html = draw(question, mode)
    page = Page(html)
    assert page.all("fieldset")
    assert len(page.all("legend")) == len(page.all("fieldset"))
    assert page.all("input", "select", "textarea")
    for secret in ("KEY-", "correct", " checked", "data-answer"):
        assert secret not in html, secret
    assert all("style" not in attributes for _, attributes in page.found)
    assert not [name for _, attributes in page.found for name in attributes if name.startswith("on")]


def test_every_field_has_a_name_on_the_page_and_ids_are_used_once() -> None:
    page = Page(str(quiz_form(drawer(), QUIZ, EVERY, mode="exam", numbered=True)))
    ids = Counter(attributes["id"] for _, attributes in page.found if attributes.get("id"))
    assert [id_ for id_, count in ids.items() if count > 1] == []
    assert {label["for"] for label in page.all("label") if label.get("for")} <= set(ids)
    for field in page.all("input", "select", "textarea"):
        assert (field["name"] or "").startswith("q-post-test-")
        labelled = field.get("id") in {label.get("for") for label in page.all("label")}
        assert labelled or field.get("aria-label") or field["type"] in ("radio", "checkbox")


def test_radio_groups_do_not_run_into_each_other() -> None:
    html = str(quiz_form(drawer(), QUIZ, (SINGLE, TRUE_FALSE), mode="practice"))
    names = Counter(field["name"] for field in Page(html).all("input"))
    assert names == {"q-post-test-onset": 4, "q-post-test-choice": 2, "q-post-test-choice-reason": 2}


def test_values_of_match_and_order_do_not_give_the_key_away() -> None:
    html = draw(MATCH)
    values = {option["value"] for option in Page(html).all("option")} - {""}
    assert len(values) == 4
    assert not values & {"p1", "p2", "p3", "x1"}
    order = draw(next(q for q in EVERY if q.type == "order"))
    assert re.search(r"i[1-4]\b", "".join(re.findall(r'data-part="([^"]*)"', order))) is None


def test_gaps_stand_in_their_text() -> None:
    html = re.sub(r"\s+", " ", draw(CLOZE))
    assert re.search(r"It comes with the <span class=\"q-gap\" data-part=\"g1\"><input", html)
    assert re.search(r"<strong>lasts <span class=\"q-gap\" data-part=\"g2\"><select", html)
    assert "</strong>, then it lifts." in html


def test_places_on_a_picture_are_listed_and_drawn() -> None:
    page = Page(draw(HOTSPOT))
    drawn = [group["data-spot"] for group in page.all("g") if "data-spot" in group]
    assert drawn == [field["value"] for field in page.all("input")] == ["before", "fall", "after"]
    assert page.all("img", "svg")
    assert {field["type"] for field in page.all("input")} == {"radio"}


def test_how_sure_is_asked_only_where_it_counts() -> None:
    sure = QUIZ._replace(certainty="optional")
    assert "q-certainty" in drawer().question(SINGLE, sure, "exam")
    assert "q-certainty" not in drawer().question(SINGLE, sure, "deck")
    assert "q-certainty" not in drawer().question(EVERY[-1], sure, "exam")
    assert "q-certainty" not in drawer().question(SINGLE, QUIZ, "exam")


def test_a_slide_has_a_step_that_shows_the_answer() -> None:
    assert 'class="fragment q-reveal-step"' in draw(SINGLE, "deck")
    assert "fragment" not in draw(SINGLE, "practice")


def test_the_container_says_which_quiz_and_how_it_is_played() -> None:
    page = Page(str(quiz_form(drawer(), QUIZ, (SINGLE,), mode="exam")))
    assert {"data-quiz": "post-test", "data-mode": "exam"}.items() <= page.found[0][1].items()
    assert [script["class"] for script in page.all("script")] == ["quiz-data"]
