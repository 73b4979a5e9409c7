"""The certificate on one sheet, and the files that a learner hands over."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from builder.read.source import Source
from builder.results.opened import HandedIn, understood
from support.chromium import chromium, opened, violations
from support.learning import learn

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
