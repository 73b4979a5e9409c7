"""The glossary: in the reader's alphabet, with sources, and without a name twice."""

import pytest

from builder.parse.glossary import Order
from support.project import Project

GLOSSARY = """\
- term: Prolactin
  text: The hormone that *makes* milk [@heise2011].
- term: Let-down
  also: [milk ejection reflex]
  forms: [let-downs]
  text: Milk flows.
"""


def test_terms_come_in_alphabetical_order(project: Project) -> None:
    """However they are written down."""
    course = project.source().lesson().file("slides/c/glossary.yaml", GLOSSARY).course()
    first, second = course.glossary
    assert (first.id, first.also, first.forms) == ("let-down", ("milk ejection reflex",), ("let-downs",))
    assert first.names == ("Let-down", "milk ejection reflex", "let-downs")
    assert second.text.html == 'The hormone that <em>makes</em> milk <cite data-keys="heise2011"></cite>.'
    assert str(second.at) == "slides/c/glossary.yaml:1:9"


def test_a_source_that_is_not_there_is_found(project: Project) -> None:
    """As in lessons."""
    project.lesson().file("slides/c/glossary.yaml", GLOSSARY)
    assert project.codes() == ["R101"]


def test_no_glossary_and_an_empty_one_are_the_same(project: Project) -> None:
    """Neither is a fault."""
    assert project.lesson().course().glossary == ()
    assert project.file("slides/c/glossary.yaml", "# nothing yet\n").course().glossary == ()
    assert project.found() == []


def test_a_mapping_is_no_glossary(project: Project) -> None:
    """The file is a list of entries; the message says so."""
    project.lesson().file("slides/c/glossary.yaml", "Let-down: Milk flows.\n")
    assert project.codes() == ["S105"]


def test_a_new_meaning_is_a_new_course(project: Project) -> None:
    """What an earlier build remembered must not stand in its way."""
    before = project.source().lesson().file("slides/c/glossary.yaml", GLOSSARY).course()
    after = project.file("slides/c/glossary.yaml", GLOSSARY.replace("Milk flows", "It flows")).course()
    assert after.glossary[0].text.text == "It flows."
    assert before.digest != after.digest


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["aversion", "D-MER", "dopamine", "é", "EPDS", "prolactin"]),
        ("de", ["Ärger", "Arzt", "Übelkeit", "Ultraschall"]),
        ("sv", ["amning", "zon", "ångest", "ärr", "öga"]),
        ("da", ["amning", "zone", "ældre", "øje", "åben"]),
        ("es", ["nuez", "ñame", "oxitocina"]),
        ("fr", ["cote", "coté", "côte", "côté"]),
        ("ar", ["الأوكسيتوسين", "الدوبامين", "رضاعة"]),
        ("he", ["אוקסיטוצין", "דופמין", "פרולקטין"]),
    ],
)
def test_order_is_the_languages_own(language: str, words: list[str]) -> None:
    """Letters that an alphabet counts by themselves have their place in it; accents decide only between like words."""
    assert sorted(set(words), key=Order(language).key) == words
