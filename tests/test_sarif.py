"""SARIF reports against the standard's object model, which Microsoft makes from the published schema of SARIF 2.1.0."""

import json
from typing import Any

import attr
import sarif_om

from builder.catalogue import catalogue
from builder.model.diagnostic import Diagnostic
from builder.model.place import Place
from builder.report import report

FAR = (Place("a.md", 1), "far", "", ((Place("x.md", 4), "there"),))
MODEL = {
    "runs": sarif_om.Run,
    "tool": sarif_om.Tool,
    "driver": sarif_om.ToolComponent,
    "rules": sarif_om.ReportingDescriptor,
    "shortDescription": sarif_om.MultiformatMessageString,
    "fullDescription": sarif_om.MultiformatMessageString,
    "help": sarif_om.MultiformatMessageString,
    "defaultConfiguration": sarif_om.ReportingConfiguration,
    "results": sarif_om.Result,
    "message": sarif_om.Message,
    "locations": sarif_om.Location,
    "relatedLocations": sarif_om.Location,
    "physicalLocation": sarif_om.PhysicalLocation,
    "artifactLocation": sarif_om.ArtifactLocation,
    "region": sarif_om.Region,
}
"""The kind of object that each property holds (SARIF 2.1.0, sections 3.13 to 3.30)."""


def strange(value: Any, kind: type, where: str = "") -> list[str]:
    """Properties that the standard does not know, and those that it wants and that are not there."""
    fields = {field.metadata["schema_property_name"]: field for field in attr.fields(kind)}
    wanted = {name for name, field in fields.items() if field.default is attr.NOTHING}
    found = [f"{where}/{name} is unknown" for name in value.keys() - fields.keys()]
    found += [f"{where}/{name} is missing" for name in wanted - value.keys()]
    for name, inside in value.items():
        if name not in fields:
            continue
        objects = [one for one in (inside if isinstance(inside, list) else [inside]) if isinstance(one, dict)]
        found += [line for one in objects for line in strange(one, MODEL[name], f"{where}/{name}")]
    return found


def test_a_report_is_made_of_what_the_standard_knows() -> None:
    """Every rule, a finding of each, with and without a place, a hint and a related place."""
    rules = list(catalogue().values())
    found = [Diagnostic(rule, Place(f"slides/a b/{rule.code}.md", 2, 3), "said", rule.instead) for rule in rules]
    found += [Diagnostic(rules[0], Place(""), "nowhere"), Diagnostic(rules[0], *FAR)]
    told = json.loads(report(found, "sarif", rules=rules, version="1.0"))
    assert strange(told, sarif_om.SarifLog) == []
    assert len(told["runs"][0]["results"]) == len(rules) + 2


def test_the_judge_can_say_no() -> None:
    """A property that is misspelt, and one that is left out, are noticed."""
    told = {"$schema": "x", "version": "2.1.0", "runs": [{"tols": {}, "results": [{"ruleID": "x"}]}]}
    assert sorted(strange(told, sarif_om.SarifLog)) == [
        "/runs/results/message is missing", "/runs/results/ruleID is unknown", "/runs/tols is unknown",
        "/runs/tool is missing",
    ]  # fmt: skip
