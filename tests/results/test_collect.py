"""Results that learners send: taken, or refused with a reason, and one table of what was taken."""

import csv
import io
import json
import os
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner, Result

from builder.cli import lactern
from builder.model.diagnostic import Diagnostic
from builder.read.handed_in import HANDED_IN, PUBLISHED
from builder.results.collect import collect, files_of
from builder.results.opened import HandedIn, checksum, opened
from builder.results.rules import RULES
from builder.results.table import results_table
from results.handed import SAMPLE, made, put


def run(folder: Path, *args: str) -> Result:
    return CliRunner().invoke(lactern, ["-C", str(folder), "collect", *args], prog_name="lactern")


def rows(data: bytes) -> list[dict[str, str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_what_the_browser_writes_is_taken(tmp_path: Path) -> None:
    """The sample was saved by the module's own script: schema, checksum and our reading agree with it."""
    jsonschema.Draft202012Validator(HANDED_IN["results"]).validate(SAMPLE)
    said = opened(put(tmp_path / "a.json", SAMPLE))
    assert isinstance(said, HandedIn)
    assert said.course == ("dmer", "Before the milk flows – “é”", "1.0")


def test_written_otherwise_it_is_the_same(tmp_path: Path) -> None:
    """A mail program may write the same JSON on one line, with escapes or a byte-order mark."""
    for number, text in enumerate((json.dumps(SAMPLE), json.dumps(SAMPLE, indent="\t"), "\ufeff" + json.dumps(SAMPLE))):
        path = tmp_path / f"{number}.json"
        path.write_text(text, encoding="utf-8")
        assert isinstance(opened(path), HandedIn)


def edited(**changes: Any) -> dict[str, Any]:
    return {**SAMPLE, **changes}


HOLLOW = {"lactern": "results", "v": 1}
REFUSED: list[tuple[str, str, str]] = [
    ("tampered", json.dumps(edited(minutes=600)), "P103"),
    ("tampered-deep", json.dumps(SAMPLE).replace('"best": 90', '"best": 100'), "P103"),
    ("without-checksum", json.dumps({k: v for k, v in SAMPLE.items() if k != "checksum"}), "P103"),
    ("checksum-of-nonsense", json.dumps(made(minutes="many")), "P103"),
    ("checksum-of-gaps", json.dumps({**HOLLOW, "checksum": checksum(HOLLOW)}), "P103"),
    ("nameless", json.dumps(made(name="  ")), "P103"),
    ("cut-off", json.dumps(SAMPLE)[:-40], "P101"),
    ("letter", "Dear organiser,", "P101"),
    ("empty", "", "P101"),
    ("number", "7", "P101"),
    ("not-a-number", '{"lactern": NaN}', "P101"),
    ("deep", "[" * 100_000, "P101"),
    ("foreign", '{"lactern": "no", "results": []}', "P101"),
    ("progress", '{"lactern": "progress"}', "P101"),
    ("evaluation", '{"lactern": "evaluation"}', "P101"),
    ("newer", json.dumps(edited(v=2)), "P102"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "code"), REFUSED, ids=[name for name, _, _ in REFUSED])
def test_refused_with_a_reason(tmp_path: Path, name: str, text: str, code: str) -> None:
    """What is damaged, changed, foreign or newer is left out, and the finding names file, code and reason."""
    path = tmp_path / f"{name}.json"
    path.write_text(text, encoding="utf-8")
    said = opened(path)
    assert isinstance(said, Diagnostic)
    assert (said.rule.code, said.at.file) == (code, path.as_posix())
    assert said.message
    assert said.hint


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    """A picture with the wrong name is no reason to fall over; nor is a file that is far too large."""
    for number, data in enumerate((b"\x89PNG\xff\xfe\x00", b"\xff\xfe\x00\xd8", b"x" * 3_000_000)):
        path = tmp_path / f"{number}.json"
        path.write_bytes(data)
        said = opened(path)
        assert isinstance(said, Diagnostic)
        assert said.rule.code == "P101"


def test_other_courses_versions_and_doubles(tmp_path: Path) -> None:
    """What most files are of is meant; of two files of one completion the one made last counts."""
    put(tmp_path / "1.json", made(name="Zoe"))
    put(tmp_path / "2.json", made(name="ana", serial="AAAA-BBBB-CCCC"))
    put(tmp_path / "3.json", made(name="Other", id="latch", serial="AAAA-BBBB-DDDD"))
    put(tmp_path / "4.json", made(name="Old", version="0.9", serial="AAAA-BBBB-EEEE"))
    put(tmp_path / "deep.json", made(name="Zoë", made="2027-01-01T00:00:00.000Z"))
    done = collect(files_of([tmp_path]))
    assert [one.content["learner"]["name"] for one in done.taken] == ["ana", "Zoë"]
    found = {Path(d.at.file).name: (d.rule.code, d.rule.severity) for d in done.noticed}
    assert found == {"1.json": ("P105", "warning"), "3.json": ("P104", "error"), "4.json": ("P104", "error")}
    only = collect(files_of([tmp_path]), course="dmer", version="0.9")
    assert [one.content["learner"]["name"] for one in only.taken] == ["Old"]
    assert collect(files_of([tmp_path]), course="nothing").taken == ()


def test_a_spreadsheet_carries_out_nothing(tmp_path: Path) -> None:
    """A name that begins like a formula becomes text, and a comma stays in its cell."""
    for number, name in enumerate(("=HYPERLINK(1)", "+1", "-1", "@x", "\tx", 'A "B", C; D')):
        put(tmp_path / f"{number}.json", made(name=name, licence="", serial=f"AAAA-BBBB-CCC{number}"))
    table = rows(results_table(collect(files_of([tmp_path])).taken))
    assert sorted(row["name"] for row in table) == sorted(
        ("'=HYPERLINK(1)", "'+1", "'-1", "'@x", "'\tx", 'A "B", C; D')
    )
    assert {row["post-test best %"] for row in table} == {"90"}


def test_the_browser_has_the_same_columns() -> None:
    """A learner's own table and the organiser's can be put one under the other."""
    script = (Path(__file__).parents[2] / "builder/web/src/results.js").read_text("utf-8")
    table = results_table([HandedIn("x", SAMPLE)]).decode("utf-8-sig")
    names = [name for name in table.split("\r\n")[0].split(",") if not name.startswith("post-test")]
    found = [script.index(f'["{name}", ') for name in names]
    assert found == sorted(found)


def test_the_command(tmp_path: Path) -> None:
    """One table, a summary, exit code 1 when something was refused; findings do not stop the rest."""
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    put(inbox / "a.json", made())
    done = run(tmp_path, "inbox", "-o", "results.csv")
    assert done.exit_code == 0, done.output
    assert "1 of 1 files taken" in done.stderr
    assert "self-reported" in done.stderr
    (inbox / "b.json").write_text("nonsense", encoding="utf-8")
    done = run(tmp_path, "inbox", "-o", "results.csv")
    assert done.exit_code == 1
    assert "inbox/b.json:1:1: error P101" in done.stderr
    assert len(rows((tmp_path / "results.csv").read_bytes())) == 1


def test_never_half_a_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing could be taken, or the disk gives out, the table that was there stays as it was."""
    (tmp_path / "bad.json").write_text("nonsense", encoding="utf-8")
    table = tmp_path / "results.csv"
    table.write_bytes(b"before")
    assert run(tmp_path, "bad.json", "-o", "results.csv").exit_code == 1
    assert table.read_bytes() == b"before"
    put(tmp_path / "good.json", made())

    def broken(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", broken)
    done = run(tmp_path, "good.json", "-o", "results.csv")
    assert done.exit_code == 2
    assert "No space left" in done.output
    assert table.read_bytes() == b"before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bad.json", "good.json", "results.csv"]


def test_evaluations_have_their_own_table(tmp_path: Path) -> None:
    """No name and no order of arrival: rows stand in the order of what they say."""
    for number, said in enumerate(("5 Yes", "1 No", "=3")):
        content = {
            "lactern": "evaluation", "v": 1, "course": SAMPLE["course"], "quiz": {"id": "evaluation", "title": "E"},
            "on": "2026-01-02", "answers": [{"id": "clear", "asks": "Clear?", "said": said, "response": [said]}],
        }  # fmt: skip
        put(tmp_path / f"{number}.json", {**content, "checksum": checksum(content)})
    put(tmp_path / "named.json", made())
    done = run(tmp_path, ".", "--evaluations", "-o", "evaluation.csv")
    assert "table of their own" in done.stderr
    table = rows((tmp_path / "evaluation.csv").read_bytes())
    assert [row["clear"] for row in table] == ["1 No", "5 Yes", "'=3"]
    assert list(table[0]) == ["on", "clear"]


def test_usage(tmp_path: Path) -> None:
    """What is not there is a usage error, and so is a folder that is not there."""
    assert run(tmp_path, "nowhere", "-o", "x.csv").exit_code == 2
    put(tmp_path / "a.json", made())
    assert run(tmp_path, "a.json", "-o", "nowhere/x.csv").exit_code == 2


def test_schemas_are_printed_and_rules_explained(tmp_path: Path) -> None:
    """`lactern schema results` prints the shape; `explain` knows every code."""
    assert {"results", "evaluation"} <= set(PUBLISHED)
    for name in HANDED_IN:
        jsonschema.Draft202012Validator.check_schema(HANDED_IN[name])
        told = CliRunner().invoke(lactern, ["schema", name])
        assert json.loads(told.stdout) == HANDED_IN[name]
    for rule in RULES:
        assert CliRunner().invoke(lactern, ["explain", rule.code]).exit_code == 0
