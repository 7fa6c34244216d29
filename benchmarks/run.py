"""Measures everything that docs/benchmarks.md shows and writes its table anew: `make bench`, a quarter of an hour.

Every figure is a ratio within one run: pairs are run in turn (A B A B …), so that a machine whose speed drifts slows
both, and medians are shown. Nothing here is a test: machines differ, ratios less so.
"""

from __future__ import annotations

import platform
import re
import sys
from importlib.metadata import version

import builds
import bulk
import check
import engines
import watch
import word
from table import ROOT, Row, shown

PAGE = ROOT / "docs" / "benchmarks.md"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"


def main() -> None:
    rows: list[Row] = []
    for part in (engines, builds, watch, word, bulk, check):
        for row in part.rows():
            print(row, flush=True)
            rows.append(row)
    machine = f"{platform.system()}, Python {platform.python_version()}, WeasyPrint {version('weasyprint')}"
    text = PAGE.read_text(encoding="utf-8")
    table = f"{BEGIN}\n{shown(rows)}\n\nEach row was measured in one run on two cores of a shared machine ({machine}).\n{END}"
    PAGE.write_text(re.sub(f"{BEGIN}.*{END}", lambda _: table, text, flags=re.DOTALL), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
