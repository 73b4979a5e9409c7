"""Style sheets name sides by the flow of the text, so that a page from right to left is mirrored by itself."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SHEETS = sorted(
    [*(ROOT / "builder/web/css").rglob("*.css"), *(p for p in ROOT.glob("themes/*/*.css") if p.name != "handout.css")]
)
"""Sheets for paper are left out: WeasyPrint knows fewer logical properties, and they have rules of their own."""

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
SIDE = re.compile(r"(?<![\w-])(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)|left|right)\s*:")
ALIGNED = re.compile(r"(?:text-align|float|clear)\s*:\s*(?:left|right)")
FOUR = re.compile(r"(?<![\w-])(?:margin|padding|inset)\s*:\s*([^;]+)")


def values(text: str) -> list[str]:
    """The values of a shorthand, each with its brackets whole."""
    return re.findall(r"(?:[^\s()]+\([^()]*(?:\([^()]*(?:\([^()]*\)[^()]*)*\)[^()]*)*\)|[^\s()]+)", text.strip())


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_side_is_called_left_or_right(path: Path) -> None:
    """Neither by a property, nor by a value, nor by four values of which the second and the fourth differ. A rule for
    `[dir="rtl"]` may say what no logical property can."""
    faults = []
    for selector, rules in RULE.findall(COMMENT.sub("", path.read_text("utf-8"))):
        if "[dir=" in selector:
            continue
        faults += [f"{selector.strip()}: {found[0]}" for found in (*SIDE.finditer(rules), *ALIGNED.finditer(rules))]
        for shorthand in FOUR.findall(rules):
            four = values(shorthand)
            if len(four) == 4 and four[1] != four[3]:
                faults.append(f"{selector.strip()}: {shorthand.strip()}")
    assert faults == []
