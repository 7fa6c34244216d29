"""The findings of a rule's example: the bank that breaks it, or the one that keeps it."""

from __future__ import annotations

import datetime
import tempfile
from pathlib import Path

from builder.checks.examples import example_of
from builder.checks.inspect import inspect_files
from builder.content.project import open_workspace
from builder.content.root import PROJECT_FILE
from builder.errors import Finding

DAY = datetime.date(2026, 12, 1)
"""The day on which examples are checked."""


def findings_of(code: str, *, wrong: bool) -> list[Finding]:
    """What the check finds in the example of one rule, in a project of its own."""
    with tempfile.TemporaryDirectory(prefix="packs-") as name:
        root = Path(name).resolve()
        (root / PROJECT_FILE).write_text("locale: zh-CN\n", encoding="utf-8")
        (root / "content").mkdir()
        files = []
        for bank_id, text in example_of(code).banks(wrong=wrong).items():
            files.append(root / "content" / f"{bank_id}.yaml")
            files[-1].write_text(text, encoding="utf-8")
        workspace = open_workspace(root)
        return inspect_files(workspace, files, lambda language, text: set(), as_of=DAY).findings
