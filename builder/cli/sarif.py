"""Findings as SARIF 2.1.0, the format that editors and code hosts read (OASIS standard, 2020)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from builder import __version__
from builder.checks.codes import all_codes
from builder.errors import Finding

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def findings_sarif(findings: Sequence[Finding]) -> str:
    """One run with its rules and results; paths are relative to the project, columns count characters."""
    meanings = all_codes()
    codes = sorted({finding.code for finding in findings})
    rules = [{"id": code, "shortDescription": {"text": str(meanings.get(code, code))}} for code in codes]
    run = {
        "tool": {"driver": {"name": "packs", "version": __version__, "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"PROJECT": {"description": {"text": "the folder that holds packs.yaml"}}},
        "results": [_result(finding, codes) for finding in findings],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _result(finding: Finding, codes: list[str]) -> dict[str, Any]:
    place = finding.place
    said = f"{finding.sentence}\n{finding.hint}" if finding.hint else str(finding.sentence)
    location: dict[str, Any] = {"uri": quote(place.file.as_posix())}
    if not place.file.is_absolute():
        location["uriBaseId"] = "PROJECT"
    return {
        "ruleId": finding.code,
        "ruleIndex": codes.index(finding.code),
        "level": str(finding.severity),
        "message": {"text": said},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": location,
                    "region": {"startLine": place.line, "startColumn": place.column},
                }
            }
        ],
    }
