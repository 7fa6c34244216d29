"""Findings as SARIF: valid by its schema's shape, with the places that editors jump to."""

from __future__ import annotations

import json
from pathlib import Path

from builder.cli.sarif import findings_sarif
from builder.errors import Finding, Place, Severity
from builder.words import words

FINDINGS = [
    Finding("WEIGHT-SUM", words("weights add up to {found}, not to 100", found=90), Place(Path("content/夜班.yaml"), 7, 3)),
    Finding("STEM-CLOSED", words("{said}", said="x"), Place(Path("/abs/b.yaml"), 1, 1), words("{said}", said="y"), Severity.WARNING),
    Finding("WEIGHT-SUM", words("{said}", said="z"), Place(Path("content/c.yaml"), 2, 5)),
]  # fmt: skip


def run_of(findings):
    log = json.loads(findings_sarif(findings))
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-schema-2.1.0.json")
    (run,) = log["runs"]
    return run


def test_every_result_names_its_rule_level_and_place():
    results = run_of(FINDINGS)["results"]
    assert [(r["ruleId"], r["level"]) for r in results] == [
        ("WEIGHT-SUM", "error"),
        ("STEM-CLOSED", "warning"),
        ("WEIGHT-SUM", "error"),
    ]
    first = results[0]["locations"][0]["physicalLocation"]
    assert first["region"] == {"startLine": 7, "startColumn": 3}
    assert first["artifactLocation"] == {"uri": "content/%E5%A4%9C%E7%8F%AD.yaml", "uriBaseId": "PROJECT"}
    assert results[0]["message"]["text"] == "weights add up to 90, not to 100"
    assert results[1]["message"]["text"] == "x\ny"


def test_rules_are_listed_once_and_results_point_at_them():
    run = run_of(FINDINGS)
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["STEM-CLOSED", "WEIGHT-SUM"]
    assert all(rules[r["ruleIndex"]]["id"] == r["ruleId"] for r in run["results"])
    assert all(rule["shortDescription"]["text"] for rule in rules)


def test_no_finding_is_a_run_without_results():
    assert run_of([])["results"] == []
