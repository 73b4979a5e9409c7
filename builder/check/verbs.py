"""Verbs of objectives: those that nobody can observe, by language, and measurable ones of English.

After Bloom's taxonomy as revised by Anderson and Krathwohl (2001): each level is named by what a learner does.
"""

import re
from functools import cache

VAGUE = {
    "en": r"^(?:(?:at|by|after) (?:the end of )?[^,]{3,60}, )?(?:(?:the |all )?\w+ (?:will|should|can|shall|must) )?"
    r"(?:to )?(?:be able to )?(?:(?:fully|better|really|deeply|also) )?"
    r"(?P<verb>(?:know|understand|learn|appreciate|grasp|realise|realize|comprehend|believe|enjoy)s?|be aware"
    r"|be familiar|become (?:more )?(?:aware|familiar)|familiari[sz]e|(?:knowledge|understanding|awareness) of"
    r"|(?:have|gain|acquire|develop|deepen|increase|improve) (?:an? |the |their |your )?(?:\w+ )?"
    r"(?:knowledge|understanding|awareness|insights?))\b",
    "fr": r"^(?:(?:les |la |le |tous les )?\w+ (?:va|vont|doit|doivent|peut|peuvent) )?"
    r"(?:être capables? de )?(?:mieux |bien )?"
    r"(?P<verb>comprendre|connaître|apprendre|apprécier|être (?:plus )?conscient|se familiariser"
    r"|être sensibilisé|acquérir des connaissances|approfondir (?:ses|leurs|les) connaissances"
    r"|savoir(?! \w+(?:er|ir|re)\b))(?=\W|e\b|$)",
    "es": r"^(?:(?:los |las |el |la )?\w+ (?:va|van|debe|deben|puede|pueden) (?:a )?)?(?:ser capaz de )?"
    r"(?P<verb>comprender|entender|conocer|aprender|apreciar|saber(?! \w+[aei]r\b)|familiarizarse|ser conscientes?"
    r"|tomar conciencia|adquirir conocimientos?|profundizar (?:en )?(?:el |los |sus )?conocimientos?)\b",
    "de": r"(?:^(?:(?:die|der|alle) )?\w+ (?=(?:verstehen|versteht|kennen|kennt|wissen|weiß|begreifen|lernen)\b)"
    r"|\b(?=(?:verstehen|kennen|wissen|begreifen|kennenlernen|erlernen|vertraut sein|sich bewusst sein)\s*\.?$))"
    r"(?P<verb>verstehen|versteht|kennenlernen|kennen|kennt|wissen|weiß|begreifen|erlernen|lernen|vertraut sein"
    r"|sich bewusst sein)\b",
    "ar": r"(?:^|قادر\w* على )(?:أن )?(?P<verb>فهم|معرفة|يفهم|تفهم|يعرف|تعرف|إدراك|يدرك|الإلمام|يلم|تعلم)(?=\s|$)",
    "he": r"^(?P<verb>להבין|לדעת|להכיר|ללמוד|הבנה|ידיעה|היכרות)(?=\s|$)",
}
FIRST = (
    "analyse|analyze|apply|appraise|assess|build|calculate|choose|classify|compare|construct|define|demonstrate|describe"
    "|design|develop|differentiate|discuss|distinguish|evaluate|explain|formulate|identify|interpret|list|name|perform"
    "|plan|predict|prioritise|prioritize|recognise|recognize|respond|select|show|state|summarise|summarize|use|write"
)
NOUNS_TOO = ("build", "design", "list", "name", "plan", "show", "state", "use")
"""Behind an “and” these are things, unless they are done to something: “and plan the care”."""


@cache
def vague(language: str) -> re.Pattern[str] | None:
    """Finds in an objective a `verb` that nobody can observe; None for a language whose verbs are not known."""
    return re.compile(VAGUE[language], re.IGNORECASE) if language in VAGUE else None


@cache
def two_measurable() -> re.Pattern[str]:
    """Finds two measurable verbs, the second one behind an “and”."""
    second = "|".join(verb for verb in FIRST.split("|") if verb not in NOUNS_TOO)
    doing = rf"(?:{'|'.join(NOUNS_TOO)})(?= (?:the|an?|its|their|how|when|what|two|three|four|five|at least)\b)"
    return re.compile(rf"^({FIRST})\b[^.;]*? and (?:then )?(?=((?:{second}|refer)\b|{doing}))", re.IGNORECASE)
