"""Verbs of objectives: those that nobody can observe, by language, and measurable ones of English.

After Bloom's taxonomy as revised by Anderson and Krathwohl (2001): each level is named by what a learner does.
"""

import re
from functools import cache

VAGUE = {
    "en": r"^(?:to )?(?:be able to )?(?:(?:fully|better|really|deeply) )?"
    r"(?P<verb>know|understand|learn|appreciate|grasp|realise|realize|comprehend|believe|enjoy|be aware|be familiar"
    r"|become (?:aware|familiar)|familiari[sz]e|have (?:an? )?(?:\w+ )?(?:knowledge|understanding|awareness))\b",
    "fr": r"^(?:mieux |bien )?(?P<verb>comprendre|connaître|apprendre|apprécier|être conscient|se familiariser"
    r"|être sensibilisé|savoir(?! \w+(?:er|ir|re)\b))(?=\W|e\b|$)",
    "es": r"^(?P<verb>comprender|entender|conocer|aprender|apreciar|saber(?! \w+[aei]r\b)|familiarizarse|ser consciente"
    r"|tomar conciencia)\b",
    "de": r"\b(?P<verb>verstehen|kennen|wissen|begreifen|kennenlernen|erlernen|vertraut sein|sich bewusst sein)\s*\.?$",
    "ar": r"^(?:أن )?(?P<verb>فهم|معرفة|يفهم|تفهم|يعرف|تعرف|إدراك|الإلمام|تعلم)(?=\s|$)",
    "he": r"^(?P<verb>להבין|לדעת|להכיר|ללמוד|הבנה|ידיעה|היכרות)(?=\s|$)",
}
FIRST = (
    "analyse|analyze|apply|appraise|assess|build|calculate|choose|classify|compare|construct|define|demonstrate|describe"
    "|design|develop|differentiate|discuss|distinguish|evaluate|explain|formulate|identify|interpret|list|name|perform"
    "|plan|predict|prioritise|prioritize|recognise|recognize|respond|select|show|state|summarise|summarize|use|write"
)
NOUNS_TOO = ("build", "design", "list", "name", "plan", "show", "state", "use")
"""Behind an “and” these are more often things than doings."""


@cache
def vague(language: str) -> re.Pattern[str] | None:
    """Finds in an objective a `verb` that nobody can observe; None for a language whose verbs are not known."""
    return re.compile(VAGUE[language], re.IGNORECASE) if language in VAGUE else None


@cache
def two_measurable() -> re.Pattern[str]:
    """Finds two measurable verbs, the second one behind an “and”."""
    second = "|".join(verb for verb in FIRST.split("|") if verb not in NOUNS_TOO)
    return re.compile(rf"^({FIRST})\b[^.;]*? and (?:then )?({second}|refer)\b", re.IGNORECASE)
