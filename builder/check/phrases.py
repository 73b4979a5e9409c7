"""Turns of phrase that the checks know, by language."""

ABOVE = {
    "en": r"^(?:(?:all|none|both|neither|any) of (?:the )?(?:above|(?:other )?(?:options|answers)(?: above)?)\b"
    r"|all of these\b|all (?:the )?(?:answers|options)(?: above)?(?: are (?:right|correct|true))?\.?$"
    r"|(?:both |answers? )?[a-e](?:, [a-e])* (?:and|&|or) [a-e](?: are (?:right|correct|true))?\.?$)",
    "fr": r"^(?:(?:toutes (?:les|ces)|aucune (?:de ces|des)) (?:réponses|options|propositions)\b"
    r"|(?:tout|rien de) ce qui précède|[a-e] et [a-e]\.?$)",
    "es": r"^(?:(?:todas|ninguna)(?: de)? las (?:respuestas )?(?:anteriores|respuestas|opciones)|[a-e] y [a-e]\.?$)",
    "de": r"^(?:(?:alle|keines?) (?:der )?(?:oben )?(?:genannten?|obigen|vorherigen)\b"
    r"|(?:alle|keine) (?:antwort(?:en)?|aussagen?) (?:ist|sind|trifft|treffen|oben)\b"
    r"|alles (?:davon|oben genannte|ist richtig)|nichts davon|[a-e] und [a-e]\.?$)",
    "ar": r"^(?:كل|جميع) (?:ما (?:سبق|ذكر)|الإجابات)|^لا (?:شيء|شئ) مما (?:سبق|ذكر)|^[أ-ه] و ?[أ-ه]$",
    "he": r"^כל (?:התשובות|האפשרויות|הנ.ל)|^אף (?:אחת|תשובה)(?: מה| אינה| לא)|^[א-ה] ו-?[א-ה]$",
}
"""Options that point at the other options."""

NEGATIVE = {
    "en": r"(?i:\b(?:which|what|who)\b[^.?!]*\b(?:not|except|never|isn['’]t|aren['’]t|cannot|incorrect|false|wrong"
    r"|untrue)\b[^.?!]*\?|\bexcept\b[^.?!]*[:?…]\s*$)|\b(?:NOT|EXCEPT)\b",
    "fr": r"(?i:\b(?:quel(?:le)?s?|lequel|laquelle|lesquel(?:le)?s)\b[^.?!]*"
    r"\b(?:n['’]|ne )(?:est|sont|fait|font|correspond)\w* pas\b|\bsauf\b[^.?!]*[:?…]\s*$)|\b(?:SAUF|EXCEPTÉ)\b",
    "es": r"(?i:\b(?:cuál(?:es)?|qué)\b[^.?!]*\bno (?:es|son|corresponde|pertenece)\w*\b"
    r"|\b(?:excepto|salvo)\b[^.?!]*[:?…]\s*$)|\b(?:NO|EXCEPTO|SALVO)\b",
    "de": r"(?i:\bwelche[rsn]?\b[^.?!]*\b(?:nicht|keine?[rsnm]?|falsch|unzutreffend)\b[^.?!]*\?"
    r"|\baußer\b[^.?!]*[:?…]\s*$)|\b(?:NICHT|KEINE?[RSNM]?|AUSSER|AUẞER)\b",
    "ar": r"(?:أي|ما)\b[^.?!؟]*\b(?:ليس|ليست|لا يعد|لا تعد|غير صحيح\w*)\b"
    r"|(?:ما عدا|باستثناء)[^.?!؟]*[:?؟…]\s*$",
    "he": r"(?:איזה|איזו|אילו|מה|מי)\b[^.?!]*\b(?:אינו|אינה|אינם|לא נכון|לא נכונה)\b"
    r"|(?:פרט ל|חוץ מ|למעט)[^.?!]*[:?…]\s*$",
}
"""Questions for what is not so."""

SHOWN = {
    "fr": r"\b(?:études?|recherches?|données|enquêtes?) (?:ont )?(?:montr|démontr|suggèr|indiqu|prouv)\w+",
    "es": r"\b(?:estudios?|investigaci(?:ón|ones)|datos|encuestas?) (?:han? )?"
    r"(?:muestra|mostrado|demuestra|demostrado|sugier|indica)\w*",
    "de": r"\b(?:Studien?|Untersuchung(?:en)?|Forschung(?:en)?|Daten|Umfragen?) (?:haben? )?"
    r"(?:zeig|beleg|beweis|ergab|ergeben)\w*",
    "ar": r"(?:أظهرت|أثبتت|بينت|تشير|تظهر) (?:\w+ )?(?:الدراسات|دراسات|الأبحاث|البحوث|أبحاث)",
    "he": r"(?:מחקרים|המחקר|מחקר|סקרים) (?:מראים|הראו|מצאו|מוכיחים|הוכיחו|מראה|הראה|מצא)",
}
"""“Studies show” in other languages than English."""
