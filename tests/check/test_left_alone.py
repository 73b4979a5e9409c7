"""What looks like a fault to a machine and is none: people switch checks off that cry too often."""

# ruff: noqa: E501 -- tables: one row, one line

from pathlib import Path

import pytest

from builder.pipeline import Options, build, judge
from support.project import COURSE, SVG, Project

ROOT = Path(__file__).parent.parent.parent
SAMPLES = ROOT / "tests" / "samples"
OWN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w} {h}">{inner}</svg>\n'
THEME = "title: A course\nlanguage: en\nhelp: {emergency: 112}\ntheme: own\n"


def found(project: Project, code: str) -> list[str]:
    """What a rule finds in a project."""
    return [f"{d.at} {d.message}" for d in judge(project.root).diagnostics if d.rule.code == code]


@pytest.mark.parametrize(
    ("code", "what", "lesson"),
    [
        ("L212", "a slide with a time among others, and no other time", "Words.\n\n## B {time=2m}\n\nWords.\n"),
        ("L225", "two columns with headings", ":::: columns\n::: column\n### A\n- x\n:::\n::: column\n### B\n- y\n:::\n::::\n"),
        ("L225", "a picture with a list", "![A curve that falls](img/x.svg)\n\n- One\n- Two\n"),
        ("L225", "one heading in a box", "::: {.callout-note}\n### Now\nWords.\n:::\n\n- One\n"),
        ("L225", "parts of the reading text", "Words.\n\n::: prose\n### One\nText.\n\n### Two\nText.\n:::\n"),
        ("L225", "two lists", "- One\n\nand then\n\n1. First\n"),
        ("L226", "a full slide", "".join(f"- A point of the usual length, number {n}\n" for n in range(8))),
        ("L226", "a long reading text", "::: prose\n" + "Words without end. " * 200 + "\n:::\n"),
        ("L227", "a style that sets no colour", '<span style="white-space: nowrap">10 cm</span>\n'),
        ("L227", "talk about colours", "Write `style=\"color: red\"` and it is refused; the color=black of milk.\n"),
        ("L228", "talk about sizes", "Write `style=\"font-size: 9px\"` nowhere; font-size: 9px is refused.\n"),
        ("L240", "addresses of all kinds",
         "[a](https://example.org), [b](http://xn--bcher-kva.example:8080/a?b#c), [c](mailto:a.b+c@example.org?subject=x), [d](tel:+1-833-852-6262), [e](https://user@example.org/a_(b)), <https://example.org/ü>\n"),
        ("R205", "a percentage with a source", "About 9 % know it [@heise2011].\n"),
        ("R205", "a percentage with a source in the reading text", "About 9 %.\n\n::: prose\nA survey [@heise2011].\n:::\n"),
        ("R205", "a graded box", '::: {.claim evidence="expert"}\nStress increases it.\n:::\n'),
        ("R205", "a question", "What reduces the dip?\n"),
        ("R205", "the pass mark", "You need 80 % to pass.\n"),
        ("R205", "a hundred per cent", "Nobody is 100 % sure.\n"),
        ("R205", "code", "Write `width: 50%`.\n\n```css\n.a { width: 40%; }\n```\n"),
        ("R205", "what is said, not shown", "Words.\n\n::: notes\nStudies show 9 %.\n:::\n"),
        ("A203", "an ornament", "![](img/x.svg){.decorative}\n"),
        ("A204", "a drawing of one's own", "![A curve that falls](img/x.svg)\n"),
        ("A205", "a picture in a line", "So ![A curve that falls](img/x.svg) it goes.\n"),
        ("A205", "a picture in an answer", "::: quiz\nSo?\n\n- [x] ![A curve that falls](img/x.svg)\n- [ ] No\n:::\n"),
        ("A210", "a caption that says more", '![A curve that falls](img/x.svg "A curve that falls before milk lets down")\n'),
        ("A211", "a drawing in the theme's colours", "![A curve that falls](img/x.svg)\n"),
        ("C250", "both words side by side", "Breastfeeding or chestfeeding. Breastfeeding/chestfeeding. Breastfeeding and chestfeeding.\n" * 2),
        ("C250", "a quotation", "Breastfeeding, breastfeeding, breastfeeding. “Chestfeeding”, “chestfeeding”, “chestfeeding”.\n"),
        ("C250", "a mention", "Breastfeeding is breastfeeding is breastfeeding. Some say chestfeeding.\n"),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 60 and "\n" not in value else "",
)  # fmt: skip
def test_fine_lessons(project: Project, code: str, what: str, lesson: str) -> None:
    """Lessons that look a little like a fault."""
    project.source().file("slides/c/img/x.svg", SVG.replace("<path", '<path fill="var(--ink, #14333b)"'))
    assert found(project.lesson(f"## A slide\n\n{lesson}"), code) == []


@pytest.mark.parametrize(
    ("code", "inner", "size"),
    [
        ("A211", '<rect width="40" height="30" fill="#fff"/><path d="M0 0h9" stroke="#222" fill="none"/>', (40, 30)),
        ("A211", '<path d="M0 0h9" stroke="currentColor" fill="none"/>', (40, 30)),
        ("A211", '<style>path{fill:#000}</style><path d="M0 0h9"/>', (40, 30)),
        ("A211", '<path d="M0 0h9" stroke="oklch(50% 0.1 200)" fill="none"/>', (40, 30)),
        ("A212", '<text font-size="26" fill="var(--ink, #000)">milk</text>', (1280, 620)),
        ("A212", '<g transform="scale(4)"><text font-size="8">milk</text></g>', (1280, 620)),
        ("A212", '<path d="M0 0h9" fill="var(--ink, #000)"/>', (1280, 620)),
    ],
)
def test_fine_drawings(project: Project, code: str, inner: str, size: tuple[int, int]) -> None:
    """Drawings that can be seen and read."""
    project.file("slides/c/img/x.svg", OWN.format(w=size[0], h=size[1], inner=inner))
    assert found(project.lesson("## A\n\n![A curve that falls](img/x.svg)\n"), code) == []


@pytest.mark.parametrize(
    ("code", "theme"),
    [
        ("T201", 'light: {accent: "#2f4f8f", accent-soft: "#e3e9f5"}'),
        ("T201", "light: {accent: oklch(50% 0.1 200)}"),
        ("T201", 'light: {line: "#eeeeee"}'),
        ("T202", "scale: {t-m: 1.0625rem, t-xs: 12px, t-4xl: clamp(2rem, 5vw, 4rem), s1: 1px}"),
        ("T203", "light: {focus: blue}\nscale: {font-mono: monospace}"),
    ],
)
def test_fine_themes(project: Project, code: str, theme: str) -> None:
    """Themes that change a little, well."""
    project.file("slides/c/course.yaml", THEME).file("themes/own/theme.yaml", f"title: Own\n{theme}\n")
    assert found(project.lesson(), code) == []


@pytest.mark.parametrize(
    ("sheet", "css"),
    [
        ("deck.css", ".a { font-size: 16px } .b { font: 700 1rem/1 serif } .c { font-size: 12pt }"),
        ("deck.css", ".a { font-size: 0.5em } .b { font-size: 60% } .c { font-size: small } .d { font-size: var(--t-xs) }"),
        ("deck.css", ".a { font-size: max(0.7em, 12px) } .b { font-size: calc(11px + 1vw) } .c { --size: 9px }"),
        ("deck.css", ".a { font-size: 0 } .b sup { font-size: 11px } .c svg text { font-size: 9px } .d small { font-size: 15px }"),
        ("deck.css", ".a::before { content: '{ font-size: 9px }'; font-size: 9px } /* .b { font-size: 9px } */"),
        ("deck.css", "@media print { .a { font-size: 9px } } html:not(.deck-live) .a { font-size: 13px }"),
        ("deck.css", ".a { background: url(data:image/svg+xml;font-size:9px;x) } .b { line-height: 9px; border: 1px solid }"),
        ("module.css", ".a { font-size: 12px } .b { font-size: 0.75rem }"),
        ("handout.css", ".a { font-size: 8pt }"),
    ],
)  # fmt: skip
def test_fine_style_sheets(project: Project, sheet: str, css: str) -> None:
    """Sizes that are large enough, that depend on others, or that are small by nature."""
    project.file("slides/c/course.yaml", THEME).file(f"themes/own/{sheet}", css)
    project.file("themes/own/theme.yaml", f"title: Own\ncss: {{{sheet.removesuffix('.css')}: {sheet}}}\n")
    assert found(project.lesson(), "T205") == []


def test_who_agreed_stands_on_no_page(project: Project) -> None:
    """Neither of a picture by itself nor of one in a line is `consent=` ever shown."""
    picture = '![A newborn sleeps](img/x.svg){consent="said by name"}'
    project.picture().lesson(f"## A\n\n{picture}\n\nIn a line {picture} of words.\n")
    folders = {"site_dir": project.root / "site", "presenter_dir": project.root / "presenter"}
    built = build(project.root, Options(targets=("deck", "module"), **folders))
    assert built.files
    pages = [page for folder in folders.values() for page in folder.rglob("*.html")]
    assert pages
    assert [page.name for page in pages if "said by name" in page.read_text("utf-8")] == []


def test_words_are_compared_over_the_whole_course(project: Project) -> None:
    """One lesson in one manner and the next in the other are mixed too, and `ignore:` says that it is meant."""
    one, other = ("## A\n\n" + f"{word} is learnt. " * 3 for word in ("Breastfeeding", "Chestfeeding"))
    project.lesson(one).lesson(other, "02-more.md")
    assert [said.split()[0] for said in found(project, "C250")] == ["slides/c/02-more.md:3:1"]
    project.file(
        "slides/c/course.yaml", f"{COURSE}ignore: {{C250: the second lesson is for a group that asked for it}}\n"
    )
    assert found(project, "C250") == []


def test_a_name_of_ones_own_that_a_sheet_uses(project: Project) -> None:
    """A theme may have names that only its own style sheets know."""
    own = 'title: Own\nlight: {leaf: "#224422"}\ncss: {deck: deck.css}\n'
    project.file("slides/c/course.yaml", THEME).file("themes/own/theme.yaml", own)
    project.file("themes/own/deck.css", ".leaf { color: var(--leaf) }\n")
    assert found(project.lesson(), "T203") == []


@pytest.mark.parametrize("language", ["fr", "es", "de", "ar", "he", "pt"])
@pytest.mark.parametrize(
    ("code", "lesson", "quiz"),
    [
        ("R205", "Studies show that stress increases the risk of it.", ""),
        ("C250", "Breastfeeding chestfeeding " * 4, ""),
        (
            "Q133",
            "",
            "  - {id: a, type: single, stem: So?, options: [{text: All of these, correct: true}, {text: No}]}\n",
        ),
        (
            "Q134",
            "",
            "  - {id: a, type: single, stem: Which is NOT so?, options: [{text: A, correct: true}, {text: B}]}\n",
        ),
        (
            "Q135",
            "",
            "  - {id: a, type: multiple, stem: Quoi?, options: [{text: A, correct: true}, {text: B, correct: true}]}\n",
        ),
    ],
)
def test_english_words_are_for_english_courses(
    project: Project, language: str, code: str, lesson: str, quiz: str
) -> None:
    """Rules that go by English words are silent in another language."""
    project.file("slides/c/course.yaml", f"title: T\nlanguage: {language}\nhelp: {{emergency: 112}}\n")
    if quiz:
        project.quiz(f"title: T\nquestions:\n{quiz}")
    assert found(project.lesson(f"## A\n\n{lesson or 'Words.'}\n"), code) == []


QUIET = {
    "slides/dmer": {"C211", "C232", "R203"},
    "slides/authoring-guide": set(),
    "tests/samples/right-to-left": {"C211", "C234", "C238", "C239", "Q110", "S104"},
    "tests/samples/translated": {"C211", "C222", "C230", "C239", "L201", "L213"},
}
"""What is true of them and may stand: nobody has reviewed them, and the presenter's name is to be filled in."""


@pytest.mark.parametrize("where", QUIET)
def test_real_courses_are_left_alone(where: str) -> None:
    """The seminar and the samples have no finding but those that are meant to be there."""
    root = ROOT if where.startswith("slides") else ROOT / where
    only = (where.rpartition("/")[2],) if where.startswith("slides") else ()
    said = [
        f"{d.at} {d.rule.code} {d.message}" for d in judge(root, only).diagnostics if d.rule.code not in QUIET[where]
    ]
    assert said == []
