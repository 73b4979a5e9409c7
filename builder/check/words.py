"""Word lists of the checks: short on purpose, so that each finding is worth reading."""

import re

DOSE = re.compile(
    r"\b\d[\d.,]*(?:\s*(?:–|-|to)\s*\d[\d.,]*)?\s*"
    r"(?:mg|mcg|µg|μg|microgram(?:me)?s?|milligram(?:me)?s?|IU)\b(?!\s*/\s*(?:d?l|ml|100)\b)"
    r"|\b(?:take|taking|give|giving|swallow)\s+(?:\w+\s+){0,3}(?:tablets?|capsules?|pills?|puffs)\b"
    r"|\b(?:one|two|three|four|\d+)\s+(?:tablets?|capsules?|pills?|puffs)\b"
    r"|\d[\d.,]*\s*(?:Milligramm|Mikrogramm|miligramos?|microgramos?|microgrammes?|ملغ|ملغم|مجم|ميكروغرام"
    r"|מ[\"״”]ג|מק[\"״”]ג)(?!\w|\s*/)"
    r"|\b(?:zwei|drei|deux|trois|dos|tres|\d+)\s+(?:Tabletten?|Kapseln?|Pillen?|comprimés?|gélules?|cachets?"
    r"|comprimidos?|cápsulas?|pastillas?)\b"
    r"|(?:قرصان|قرصين|\d+\s+(?:حبوب|أقراص|كبسولات)|(?:שני|שתי|\d+)\s+(?:כדורים|טבליות|קפסולות))(?!\w)"
    r"|\b(?:tablets?|capsules?|pills?|doses?)\s+(?:once|twice|three times|\d times)\s+(?:a|per)\s+day\b",
    re.IGNORECASE,
)
"""A number with a medicine's unit, or “take … tablets”, in the six languages of lactern. Concentrations (mg/dl) and
milk (ml) are no doses.

Drops are left out: a few drops of colostrum are given every day."""

MAYBE_DOSE = (
    "mg", "mcg", "µg", "μg", "gram", "iu", "tablet", "capsule", "pill", "puff", "dose", "kapsel", "comprim", "gélule",
    "cachet", "cápsula", "pastilla", "ملغ", "مجم", "ميكرو", "حب", "قرص", "أقراص", "كبسول", "מ״ג", 'מ"ג', "מ”ג", "מק",
    "כדור", "טבלי", "קפסול",
)  # fmt: skip
"""A quick look first: a text without any of these, in lower case, holds no dose."""

BRANDS = tuple(
    name.strip()
    for name in """
    Reglan, Maxeran, Primperan, Paspertin, Motilium, Domstal, Zoloft, Lustral, Prozac, Paxil, Seroxat, Lexapro,
    Cipralex, Celexa, Cipramil, Wellbutrin, Zyban, Effexor, Zurzuvae, Zulresso, Dostinex, Parlodel, Syntocinon,
    Pitocin, Sudafed, Xanax, Valium, Ativan, Tylenol, Panadol, Advil, Nurofen, Similac, Enfamil, Aptamil,
    Cow & Gate, Lactogen, Isomil, Nutramigen, Neocate, Nutrilon, Milupa, Medela, Ameda, Momcozy, Lansinoh,
    Purelan, Haakaa, Philips Avent, Tommee Tippee, Dr. Brown, Boppy
    """.strip().split(",")
)
"""Well-known trade names of medicines, infant formula and feeding products that are no ordinary words."""

CLINICAL = {
    "en": r"symptoms?|diagnos\w+|treatments?|therap(?:y|ies)|medications?|antibiotic\w*|antidepressant\w*|suicid\w+"
    r"|self-harm|psychos[ie]s|mastitis|dysphori\w+|galactagogue\w*|contraindicat\w+|prescrib\w+",
    "es": r"síntomas?|diagn[oó]stic\w+|tratamientos?|terapias?|medicamentos?|antibi[oó]tic\w+|antidepresiv\w+|suicid\w+"
    r"|autolesi\w+|psicosis|mastitis|disfori\w+|galactagog\w+|contraindica\w+|recetar?",
    "fr": r"symptômes?|diagnosti\w+|traitements?|thérapies?|médicaments?|antibiotiques?|antidépresseurs?|suicid\w+"
    r"|automutilation|psychoses?|mastites?|dysphori\w+|galactogènes?|contre-indi\w+|prescrire|prescri[pt]\w+",
    "de": r"symptom\w*|diagnos\w+|behandlung(?:en)?|therapie\w*|medikament\w*|antibiotik\w+|antidepressiv\w+|suizid\w*"
    r"|selbstmord\w*|psychosen?|mastitis|dysphori\w+|kontraindi\w+|verschreib\w+",
    "ar": r"(?:ال)?أعراض|(?:ال)?تشخيص|(?:ال)?علاج|(?:ال)?أدوية|(?:ال)?دواء|(?:ال)?انتحار",
    "he": r"ה?תסמינים|ה?אבחנה|ה?טיפול|ה?תרופות|ה?תרופה|ה?התאבדות",
}
"""What a page speaks of that gives clinical advice, by the language of the course."""

SPONSOR = re.compile(
    r"\b(?:sponsored|supported|funded|hosted|presented|brought to you) by\b|\bcourtesy of\b|\bin partnership with\b",
    re.IGNORECASE,
)
PLACEHOLDER = re.compile(
    r"\bto be (?:completed|confirmed|added|filled in)\b|\bTODO\b|\bTBC\b|\bTBD\b|\bxxx+\b|^\?+$"
    r"|\bto be replaced by\b|^(?:your|presenter['’]s) (?:name|credentials)$",
    re.I,
)
APPROVED = re.compile(
    r"\bapproved (?:by (?:the )?IBLCE|for \d+(?:\.\d+)? (?:[LER]-)?(?:CERPs?|credits?|contact hours?))", re.I
)
