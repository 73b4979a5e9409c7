"""Which form of a word goes with a number, by the language's plural rules.

Written from the rules for cardinal numbers of Unicode CLDR (supplemental data, `plurals.xml`); the operands `n`, `i`
and `v` are those of UTS 35, part 3. A test holds them against Babel, which carries CLDR's own data; Babel itself is not
used here: it would cost more to load than all the words of a course. `Intl.PluralRules` does the same in a browser.
"""

from collections.abc import Callable
from decimal import Decimal

Number = int | float | Decimal
Rule = Callable[[Number, int, int], str]

MILLION = 1_000_000


def english(n: Number, i: int, v: int) -> str:
    """1 alone is singular: English, German and most of their relatives."""
    return "one" if i == 1 and v == 0 else "other"


def spanish(n: Number, i: int, v: int) -> str:
    """1 and 1.0 are singular; whole millions take a form of their own ("un millón de preguntas")."""
    return "one" if n == 1 else millions(i, v)


def french(n: Number, i: int, v: int) -> str:
    """All below 2 is singular, zero too; whole millions take a form of their own ("un million de questions")."""
    return "one" if i in (0, 1) else millions(i, v)


def millions(i: int, v: int) -> str:
    """The form for whole millions, or the common one."""
    return "many" if i and v == 0 and i % MILLION == 0 else "other"


def arabic(n: Number, i: int, v: int) -> str:
    """None, one, a pair, a few (ends in 3 to 10), many (ends in 11 to 99), and the rest."""
    if n in (0, 1, 2):
        return ("zero", "one", "two")[int(n)]
    if v:
        return "other"
    return "few" if 3 <= i % 100 <= 10 else "many" if i % 100 >= 11 else "other"


def hebrew(n: Number, i: int, v: int) -> str:
    """One (and what lies between nothing and one), a pair, and the rest."""
    if (i == 1 and v == 0) or (i == 0 and v):
        return "one"
    return "two" if i == 2 and v == 0 else "other"


RULES: dict[str, Rule] = {"en": english, "de": english, "es": spanish, "fr": french, "ar": arabic, "he": hebrew}
CATEGORIES: dict[str, tuple[str, ...]] = {
    "en": ("one", "other"),
    "de": ("one", "other"),
    "es": ("one", "many", "other"),
    "fr": ("one", "many", "other"),
    "ar": ("zero", "one", "two", "few", "many", "other"),
    "he": ("one", "two", "other"),
}


def category(language: str, n: Number) -> str:
    """`zero`, `one`, `two`, `few`, `many` or `other`. Languages whose words we do not have count as English does,
    since their pages say English words."""
    size: Number = -n if n < 0 else n
    whole = int(size)
    return RULES.get(language.split("-")[0], english)(size, whole, 0 if size == whole else 1)
