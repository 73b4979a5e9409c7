"""Rules that go by words know those of all six languages of lactern, and what is near them and is meant otherwise."""
# ruff: noqa: E501 -- tables: one row, one line

import pytest

from builder.check import findings
from builder.model.course import Course, Objective
from check.sample import AT, FIGURE, asked, course, option, single, slide, taught, text


def codes(found: Course) -> set[str]:
    return {d.rule.code for d in findings(found)}


def optional(words: str) -> Course:
    return asked(single("o", option("a", "One", True), option("b", "Two"), option("c", words)))


def stem(words: str) -> Course:
    return asked(single(stem=words))


def on_slide(words: str) -> Course:
    return taught(slide(text(words)))


def shown(words: str) -> Course:
    return taught(slide(FIGURE._replace(alt=words)))


def aimed(words: str) -> Course:
    return course(objectives=(Objective("timing", words, at=AT),))


FOUND = [
    ("Q133", optional, "en", "All of the other options"), ("Q133", optional, "en", "A and C"),
    ("Q133", optional, "en", "All answers are correct."), ("Q133", optional, "en", "Both B and C"),
    ("Q133", optional, "fr", "Toutes ces réponses"), ("Q133", optional, "fr", "Aucune de ces propositions"),
    ("Q133", optional, "es", "Todas las anteriores"), ("Q133", optional, "es", "Ninguna de las respuestas anteriores"),
    ("Q133", optional, "de", "Alle genannten"), ("Q133", optional, "de", "Keine der oben genannten Antworten"),
    ("Q133", optional, "de", "Alle Antworten sind richtig"), ("Q133", optional, "ar", "كل ما سبق"),
    ("Q133", optional, "ar", "لا شيء مما سبق"), ("Q133", optional, "he", "כל התשובות נכונות"),
    ("Q134", stem, "fr", "Laquelle de ces affirmations n’est pas exacte ?"),
    ("Q134", stem, "es", "¿Cuál de estas no es una señal?"), ("Q134", stem, "es", "Todas son señales, excepto:"),
    ("Q134", stem, "de", "Welche Aussage trifft nicht zu?"), ("Q134", stem, "de", "Was gehört NICHT dazu?"),
    ("Q134", stem, "ar", "أي مما يلي ليس علامة؟"), ("Q134", stem, "he", "איזה מהבאים אינו סימן?"),
    ("R205", on_slide, "fr", "Des études montrent que cela aide."), ("R205", on_slide, "es", "Los estudios han demostrado que ayuda."),
    ("R205", on_slide, "de", "Studien zeigen, dass es hilft."), ("R205", on_slide, "ar", "أظهرت الدراسات أن ذلك يساعد."),
    ("R205", on_slide, "he", "מחקרים מראים שזה עוזר."),
    ("C241", on_slide, "de", "Zwei Tabletten am Abend."), ("C241", on_slide, "de", "500 Milligramm am Tag."),
    ("C241", on_slide, "fr", "Deux comprimés le soir."), ("C241", on_slide, "es", "3 cápsulas al día."),
    ("C241", on_slide, "ar", "٢٠ ملغ يوميا."), ("C241", on_slide, "ar", "قرصان كل مساء."),
    ("C241", on_slide, "he", "20 מ״ג ביום."), ("C241", on_slide, "he", "שני כדורים ביום."),
    ("C242", on_slide, "en", "A medela pump."), ("C242", on_slide, "en", "SIMILAC® and others."),
    ("C221", aimed, "en", "By the end of the hour, participants will understand when it comes."),
    ("C221", aimed, "en", "Gain insight into its timing."), ("C221", aimed, "en", "Understands when it comes."),
    ("C221", aimed, "en", "Knowledge of its timing."), ("C221", aimed, "fr", "Les participantes vont comprendre le moment."),
    ("C221", aimed, "es", "Adquirir conocimientos sobre el momento."), ("C221", aimed, "de", "Die Teilnehmenden kennen den Zeitpunkt."),
    ("C221", aimed, "de", "Den Zeitpunkt kennen."), ("C221", aimed, "ar", "سيكون المشارك قادرا على فهم التوقيت."),
    ("C221", aimed, "he", "להבין מתי זה בא."),
    ("C224", aimed, "en", "Describe the timing and plan the care."),
    ("A202", shown, "en", "20231104_143211"), ("A202", shown, "en", "WhatsApp Image 2024-01-02 at 10.11.12"),
    ("A202", shown, "en", "Screenshot 2024-01-02"), ("A202", shown, "de", "Bildschirmfoto 2024-01-02 um 10.11.12"),
    ("A203", shown, "de", "Ein Foto von einer Kurve"), ("A203", shown, "fr", "Une photo de la courbe"),
    ("A203", shown, "es", "Imagen de una curva"), ("A203", shown, "ar", "صورة منحنى يهبط"), ("A203", shown, "he", "תמונה של עקומה"),
]  # fmt: skip

LEFT_ALONE = [
    ("Q133", optional, "en", "All of it, and at once"), ("Q133", optional, "en", "Milk and honey"),
    ("Q133", optional, "en", "Both hands and the chin"), ("Q133", optional, "de", "Alle Antworten der Eltern ernst nehmen"),
    ("Q133", optional, "fr", "Toutes les deux heures"), ("Q133", optional, "es", "Todas las noches"),
    ("Q133", optional, "ar", "كل ساعتين"), ("Q133", optional, "he", "כל שעתיים"),
    ("Q134", stem, "de", "Sie schläft nicht. Was fragen Sie zuerst?"), ("Q134", stem, "fr", "Elle ne dort pas. Que faites-vous ?"),
    ("Q134", stem, "es", "No duerme. ¿Qué pregunta primero?"), ("Q134", stem, "ar", "الأم لا تنام. ماذا تسأل أولا؟"),
    ("R205", on_slide, "fr", "Une étude de cas vous attend."), ("R205", on_slide, "de", "Was Studien nicht beantworten."),
    ("C241", on_slide, "de", "12 mg/dl im Blut; 30 ml Milch; ein Gewicht von 3400 g."), ("C241", on_slide, "ar", "تأكل 3 حبات تمر."),
    ("C241", on_slide, "ar", "12 ملغ/دل في الدم."), ("C241", on_slide, "fr", "Elle cachette deux lettres."),
    ("C242", on_slide, "en", "Elvis sang by the willow."),
    ("C221", aimed, "en", "Explain what parents know."), ("C221", aimed, "en", "List the signs that help understanding."),
    ("C221", aimed, "de", "Beschreiben, was Eltern wissen wollen."), ("C221", aimed, "fr", "Décrire ce que les parents savent."),
    ("C224", aimed, "en", "Describe the timing and plan of care."), ("C224", aimed, "en", "Describe signs and use of it."),
    ("A202", shown, "en", "A screenshot of the milk diary, with ten feeds"), ("A202", shown, "en", "In 2024, ten of ten feeds"),
    ("A203", shown, "de", "Das Bildungshaus am See bei Nacht"), ("A203", shown, "es", "La imaginación de un niño en colores"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "made", "language", "words"), FOUND, ids=[f"{c} {w}" for c, _, _, w in FOUND])
def test_known(code: str, made: object, language: str, words: str) -> None:
    """The rule finds these words in a course of that language."""
    spoilt: Course = made(words)  # type: ignore[operator]
    assert code in codes(spoilt._replace(language=language))


@pytest.mark.parametrize(
    ("code", "made", "language", "words"), LEFT_ALONE, ids=[f"{c} {w}" for c, _, _, w in LEFT_ALONE]
)
def test_left_alone(code: str, made: object, language: str, words: str) -> None:
    """What only looks like it is no finding."""
    fine: Course = made(words)  # type: ignore[operator]
    assert code not in codes(fine._replace(language=language))


@pytest.mark.parametrize("code", ["Q133", "Q134", "R205", "C221", "A203"])
def test_words_are_those_of_the_courses_language(code: str) -> None:
    """Words of one language say nothing in a course of another: what they mean there is not known."""
    for _, made, language, words in (one for one in FOUND if one[0] == code):
        other = "pt" if language != "en" else "nl"
        assert code not in codes(made(words)._replace(language=other)), words
