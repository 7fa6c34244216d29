"""Faults of built files as people and programs read them."""

from __future__ import annotations

import json
from collections.abc import Sequence

import click

from builder.cli.colour import coloured
from builder.cli.showing import FORMAT_VERSION
from builder.errors import Severity
from builder.verify.fault import Fault
from builder.words import say


def show_faults(faults: Sequence[Fault], *, err: bool = False) -> None:
    """Each fault with its file, page and hint; then how many there are."""
    for fault in faults:
        click.echo(fault_text(fault), err=err)
    errors = sum(fault.severity is Severity.ERROR for fault in faults)
    summary = say("{errors} errors, {warnings} warnings", errors=errors, warnings=len(faults) - errors)
    click.echo(summary, err=err)


def fault_text(fault: Fault) -> str:
    """`file:page  CODE  sentence` and the hint."""
    colour = "red" if fault.severity is Severity.ERROR else "yellow"
    said = _printable(f"{fault.place}  {coloured(fault.code, colour, bold=True)}  {fault.sentence}")
    return f"{said}\n    → {fault.hint}" if fault.hint else said


def _printable(text: str) -> str:
    """Without the control characters that a file of unknown making may hold; colours stay."""
    return "".join(c if c.isprintable() or c == "\x1b" else "�" for c in text)


def faults_json(faults: Sequence[Fault], files: int) -> str:
    """Faults for programs; `version` changes when the shape does."""
    rows = [
        {
            "file": fault.file.as_posix(),
            "page": fault.page,
            "code": fault.code,
            "severity": str(fault.severity),
            "sentence": str(fault.sentence),
            "hint": str(fault.hint),
        }
        for fault in faults
    ]
    return json.dumps(
        {"version": FORMAT_VERSION, "files": files, "faults": rows}, ensure_ascii=False, indent=2
    )
