"""How hard a text is to read: what is counted, what the formulas make of it, and who is told."""

import subprocess
import sys

import pytest

from builder.check import sheets
from builder.check.formulas import Counts, counted, grade, grades, lix, sentences, syllables
from builder.model.course import Course, Reading
from check.sample import AT, HELP, SHEET, course, prose, text

PLAIN = "<p>" + "The milk flows. You feel sad. It will pass in a short time. " * 8 + "</p>"
LEARNED = "<p>" + "Multidisciplinary consultation facilitates individualised lactation management. " * 12 + "</p>"


def on_sheet(html: str, **more: object) -> Course:
    blocks = (text("", html)._replace(prose=prose("", html, at=AT)), HELP)
    return course(sheets=(SHEET._replace(audience="parents", blocks=blocks),))._replace(**more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("milk", 1), ("breathe", 1), ("caused", 1), ("feeds", 1), ("breasts", 1), ("before", 2), ("wanted", 2),
        ("watches", 2), ("people", 2), ("something", 2), ("homesick", 2), ("patient", 2), ("science", 2), ("being", 2),
        ("dysphoric", 3), ("ejection", 3), ("pharmacist", 3), ("idea", 3), ("anxiety", 4), ("emergency", 4),
        ("experience", 4), ("D-MER", 4), ("let-down", 2), ("don't", 1),
    ],
)  # fmt: skip
def test_syllables_of_words_that_sheets_use(word: str, number: int) -> None:
    assert syllables(word) == number


def test_points_are_sentences_and_headings_and_tables_are_not() -> None:
    html = "<h2>Why?</h2><ul><li>Sip water</li><li>Rest. Ask for help!</li></ul><table><tr><td>No.</td></tr></table>"
    assert sentences([html, "<p>A&nbsp;wave (“so it said.”) It goes.</p>"]) == (
        "Sip water", "Rest.", "Ask for help!", "A wave (“so it said.", "It goes.",
    )  # fmt: skip


def test_the_formulas_as_published() -> None:
    """100 words in 5 sentences, 470 letters, 150 syllables, 12 hard and 20 long words."""
    of = Counts(5, 100, 470, 150, 12, 20)
    found = {name: round(value, 2) for name, value in grades(of).items()}
    assert found == {"Flesch-Kincaid": 9.91, "SMOG": 11.98, "Coleman-Liau": 10.36, "ARI": 10.71}
    assert round(grade(of), 2) == 10.74
    assert lix(of) == 40


def test_counting() -> None:
    assert counted(["You feel low.", "Ask a pharmacist."]) == Counts(2, 6, 24, 8, 1, 1)


def test_plain_words_pass_and_learned_ones_are_named_with_their_place() -> None:
    assert not list(sheets.hard_to_read(on_sheet(PLAIN)))
    (found,) = sheets.hard_to_read(on_sheet(LEARNED))
    assert found.at == AT
    assert "SMOG" in found.message
    assert "6 is the limit" in found.message
    assert "Multidisciplinary" in found.hint


def test_the_limit_is_the_courses_own_and_0_is_none() -> None:
    middling = PLAIN.replace("short time", "little while, whatever you may be doing with your baby at the moment")
    assert not list(sheets.hard_to_read(on_sheet(middling)))
    assert list(sheets.hard_to_read(on_sheet(middling, reading=Reading(grade=1))))
    assert not list(sheets.hard_to_read(on_sheet(LEARNED, reading=Reading(grade=0))))


def test_other_languages_have_lix_and_those_without_vowels_nothing() -> None:
    (found,) = sheets.hard_to_read(on_sheet(LEARNED, language="de"))
    assert "LIX" in found.message
    assert not list(sheets.hard_to_read(on_sheet(LEARNED, language="ar")))


def test_what_professionals_read_and_what_is_short_is_not_measured() -> None:
    professionals = on_sheet(LEARNED)
    professionals = professionals._replace(sheets=(professionals.sheets[0]._replace(audience="professionals"),))
    assert not list(sheets.hard_to_read(professionals))
    assert not list(sheets.hard_to_read(on_sheet("<p>Multidisciplinary consultation facilitates it.</p>")))


LONG_SENTENCE = (
    "<p>You are not alone.</p><p>If the feeling comes each time just before your milk begins to flow and goes again "
    "after a few minutes then it may be a reflex of your body and you may want to tell somebody.</p>"
)


def test_a_short_sheet_is_judged_by_its_longest_sentence_and_its_words() -> None:
    """Below sixty words no formula is asked, and what is found is said without one."""
    (found,) = sheets.hard_to_read(on_sheet(LONG_SENTENCE))
    assert "has a sentence of 36 words; 25 are the most" in found.message
    assert found.hint.startswith("Begin with “If the feeling comes")
    assert found.words.startswith("If the feeling")
    (found,) = sheets.hard_to_read(on_sheet(LEARNED[: len("<p>") + 300] + "</p>"))
    assert "words of three syllables or more among its" in found.message
    (found,) = sheets.hard_to_read(on_sheet(LEARNED[: len("<p>") + 300] + "</p>", language="fr"))
    assert "of more than six letters" in found.message


def test_a_short_plain_sheet_and_one_without_limit_are_left_alone() -> None:
    plain = "<p>Write down each feed. What did you feel, and how long?</p><ul><li>Sip water</li><li>Call us</li></ul>"
    assert not list(sheets.hard_to_read(on_sheet(plain)))
    assert not list(sheets.hard_to_read(on_sheet(LONG_SENTENCE, reading=Reading(grade=0))))
    assert not list(sheets.hard_to_read(on_sheet(LONG_SENTENCE, language="he")))


def test_the_formulas_are_not_loaded_with_the_checks() -> None:
    code = "import sys; from builder.check import checks; checks(); print('builder.check.formulas' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
