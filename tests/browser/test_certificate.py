"""The certificate on one sheet, and the files that a learner hands over."""

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from builder.read.source import Source
from builder.results.opened import HandedIn, understood
from support.building import build
from support.chromium import chromium, opened, violations
from support.learning import learn, sources

pytestmark = pytest.mark.browser

FULL = """\
provider:
  {name: The School of Feeding, address: "1 Long Street", web: example.org, contact: a@example.org, responsible: R. P.}
credit:
  body: IBLCE
  areas: [V. Psychology]
  approval:
    statement: Granted 1 L-CERP.
    number: CLT-1
    from: 2026-01-01
    until: 2026-12-31
    credits: [{kind: L-CERP, amount: 1}]
code_statement: "%s"
"""
BOX = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)"')
DONE = """() => {
  const course = window.lactern.course;
  const key = Object.keys(localStorage).find((one) => one.startsWith(`lactern:1:${course.course}:`));
  const record = JSON.parse(localStorage.getItem(key));
  let at = Date.UTC(2026, 0, 2, 12);
  for (const page of course.pages) if (page.kind === "section") record.pages[page.id] = at++;
  const objectives = { timing: { points: 4, of: 5, percent: 80 } };
  record.outcomes = { "post-test": [{ attempt: 1, at: at++, percent: 90, points: 9, of: 10, passed: true, objectives }],
    evaluation: [{ attempt: 1, at: at++, passed: true }] };
  localStorage.setItem(key, JSON.stringify(record));
}"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A module without approval, one with all fields, and one whose statement is very long."""
    cache = tmp_path_factory.mktemp("cache")
    long = "It keeps its word. " * 90
    more = {"plain": "", "full": FULL % "The provider keeps to the WHO Code.", "crowded": FULL % long}
    return {name: learn(tmp_path_factory.mktemp(name), cache, more=said) for name, said in more.items()}


def certificate(page: Any, pages: Path) -> None:
    page.goto((pages / "certificate.html").as_uri())
    page.wait_for_selector("html[data-kept=safe]", state="attached")
    page.evaluate(DONE)
    page.reload()
    page.fill("[name=name]", "Maria-Magdalena Oberhuber-Gonzalez")


@pytest.mark.parametrize("kind", ["plain", "full", "crowded"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_one_sheet(browser: Any, built: dict[str, Path], tmp_path: Path, kind: str, scheme: str) -> None:
    """A4 and Letter: one page each, and nothing of it cut off."""
    with opened(browser, color_scheme=scheme) as page:
        certificate(page, built[kind])
        assert violations(page) == []
        for paper in ("A4", "Letter"):
            page.pdf(format=paper, path=tmp_path / "c.pdf", print_background=True)
            with pikepdf.open(tmp_path / "c.pdf") as pdf:
                assert len(pdf.pages) == 1


def test_says_what_it_is(browser: Any, built: dict[str, Path]) -> None:
    """Self-reported always; approval, credits and provider only where course.yaml has them."""
    with opened(browser) as page:
        certificate(page, built["plain"])
        said = page.inner_text(".certificate")
        assert "Self-reported" in said
        assert "No continuing-education credit has been approved" in said
        assert "CERP" not in said
        certificate(page, built["full"])
        said = page.inner_text(".certificate")
        for words in ("Granted 1 L-CERP.", "CLT-1", "2026-12-31", "The School of Feeding", "V. Psychology", "WHO Code"):
            assert words in said
        assert "2026-01-02" in said


def test_results_are_handed_over(browser: Any, built: dict[str, Path]) -> None:
    """What the browser saves is what `lactern collect` takes; the number is the certificate's; the name is not kept."""
    with opened(browser, accept_downloads=True) as page:
        certificate(page, built["plain"])
        with page.expect_download() as download:
            page.click("[data-hand=json]")
        text = Path(download.value.path()).read_text("utf-8")
        said = understood(Source("r.json", text), "results")
        assert isinstance(said, HandedIn)
        assert said.content["serial"] == page.inner_text("[data-serial]")
        assert said.content["learner"]["name"].startswith("Maria")
        assert "answers" not in json.dumps(said.content)
        assert "Maria" not in page.evaluate("JSON.stringify(localStorage)")
        serial = page.inner_text("[data-serial]")
        page.check("[name=keep]")
        page.reload()
        assert page.input_value("[name=name]").startswith("Maria")
        assert page.inner_text("[data-serial]") == serial
        page.uncheck("[name=keep]")
        assert "Maria" not in page.evaluate("JSON.stringify(localStorage)")


TALKATIVE = {
    "de": (
        "Stillberatungsweiterbildungsveranstaltung über die unwillkürliche Milchspendereflexbegleitverstimmung",
        "Sie beschreiben, woran sich ein kurzer Stimmungsabfall vor dem Milchspendereflex erkennen lässt.",
    ),
    "ar": (
        "دورة طويلة الاسم عن الحالات التي تسبق تدفق الحليب وعن دعم الأهل في الأسابيع الأولى",
        "يصف المشارك بكلماته الخاصة كيف يُعرف الهبوط القصير في المزاج قبل نزول الحليب وما الذي يميّزه عن غيره.",
    ),
}


@pytest.mark.parametrize("language", TALKATIVE)
def test_a_talkative_course_stays_on_one_sheet(browser: Any, tmp_path: Path, language: str) -> None:
    """Twenty objectives, long names and words without an end: smaller, but one page and nothing beside it."""
    title, objective = TALKATIVE[language]
    project = sources(tmp_path, more=FULL % ("Der Anbieter hält sich an den Kodex. " * 20))
    course = tmp_path / "slides/c/course.yaml"
    said = course.read_text("utf-8").replace("title: A course", f"title: {title}")
    said = said.replace("language: en", f"language: {language}").replace(
        "subtitle: For tests", f"subtitle: '{objective}'"
    )
    more = "".join(f"  - {{id: o{n}, bloom: apply, text: '{objective}'}}\n" for n in range(20))
    course.write_text(said.replace("help:", f"{more}help:", 1), "utf-8")
    build(project.root, "-t", "module", cache=tmp_path / "cache")
    with opened(browser) as page:
        certificate(page, tmp_path / "site/c/learn")
        page.fill("[name=name]", "Oberhuber-Gonzalez-" * 6)
        largest = page.evaluate("getComputedStyle(document.querySelector('.certificate-inside')).fontSize")
        for paper in ("A4", "Letter"):
            page.pdf(format=paper, path=tmp_path / f"{paper}.pdf", print_background=True)
            with pikepdf.open(tmp_path / f"{paper}.pdf") as pdf:
                assert len(pdf.pages) == 1
            found = subprocess.run(
                ["pdftotext", "-bbox", tmp_path / f"{paper}.pdf", "-"], capture_output=True, text=True, check=True
            )
            words = [[float(x) for x in one] for one in BOX.findall(found.stdout)]
            width, height = (595, 842) if paper == "A4" else (612, 792)
            assert len(words) > 300
            assert all(min(left, top, width - right, height - bottom) > 20 for left, top, right, bottom in words)
            assert min(bottom - top for _, top, _, bottom in words) > 5
        assert page.evaluate("getComputedStyle(document.querySelector('.certificate-inside')).fontSize") == largest
        assert page.locator(".certificate.on-paper").count() == 0


def test_a_short_certificate_is_set_large(browser: Any, built: dict[str, Path], tmp_path: Path) -> None:
    """The room of the sheet is used: what is little is not set small."""
    sizes = []
    for kind in ("plain", "crowded"):
        with opened(browser) as page:
            certificate(page, built[kind])
            page.evaluate("dispatchEvent(new Event('beforeprint'))")
            sizes.append(
                float(
                    page.evaluate("document.querySelector('.certificate-inside').style.getPropertyValue('--size')")[:-2]
                )
            )
    assert sizes[0] == 12
    assert 6 <= sizes[1] < 12
