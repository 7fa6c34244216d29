"""Findings as people and programs read them."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Sequence
from typing import Any

import click

from builder.cli.colour import coloured
from builder.errors import Finding, Severity
from builder.words import say

WIDTH = 76
FORMAT_VERSION = 1


def show_findings(findings: Sequence[Finding], *, err: bool = False) -> None:
    """Each finding with its place, an excerpt and a hint; then how many there are."""
    for finding in findings:
        click.echo(finding_text(finding), err=err)
    errors = sum(f.severity is Severity.ERROR for f in findings)
    summary = say("{errors} errors, {warnings} warnings", errors=errors, warnings=len(findings) - errors)
    click.echo(summary, err=err)


def finding_text(finding: Finding) -> str:
    """`file:line:column  CODE  sentence`, the line with a mark under the column, and the hint."""
    place = finding.place
    colour = "red" if finding.severity is Severity.ERROR else "yellow"
    head = f"{place.file.as_posix()}:{place.line}:{place.column}  {coloured(finding.code, colour, bold=True)}  {finding.sentence}"
    lines = [head, *_excerpt(place.excerpt, place.column)]
    if finding.hint:
        lines.append(f"    → {finding.hint}")
    return "\n".join(lines)


def _excerpt(line: str, column: int) -> list[str]:
    if not line.strip():
        return []
    start = max(0, column - 1 - WIDTH // 2) if _width(line) > WIDTH else 0
    shown, used = "", 0
    for character in line[start:]:
        used += _width(character)
        if used > WIDTH:
            break
        shown += character
    before = _width(line[start : column - 1].expandtabs(1))
    clean = "".join(c if c.isprintable() else "�" for c in shown.expandtabs(1))
    return [f"    {clean}", "    " + " " * before + "^"]


def _width(text: str) -> int:
    """Columns that a text takes in a terminal: a full-width character takes two."""
    return sum(
        2 if unicodedata.east_asian_width(c) in "WF" else 0 if unicodedata.combining(c) else 1 for c in text
    )


def report(findings: Sequence[Finding], form: str) -> str:
    """Findings for programs, as `json` or `sarif`."""
    if form == "json":
        return findings_json(findings)
    from builder.cli.sarif import findings_sarif

    return findings_sarif(findings)


def findings_json(findings: Sequence[Finding]) -> str:
    """Findings for programs; `version` changes when the shape does."""
    rows: list[dict[str, Any]] = [
        {
            "file": f.place.file.as_posix(),
            "line": f.place.line,
            "column": f.place.column,
            "code": f.code,
            "severity": str(f.severity),
            "sentence": str(f.sentence),
            "hint": str(f.hint),
        }
        for f in findings
    ]
    return json.dumps({"version": FORMAT_VERSION, "findings": rows}, ensure_ascii=False, indent=2)
