"""SECURITY.md names every limit as the program has it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from builder.compose import allowance, metering
from builder.content import images, reading
from builder.fonts import owned
from builder.importers import importing
from builder.importers.reading import reading as imported_files
from builder.importers.reading import table_rows
from builder.importers.reading.docx import opening
from builder.importers.reading.pdf import child
from builder.model import drawing, names
from builder.render import bounds
from builder.render.docx import base
from builder.tabular import package

PAGE = (Path(__file__).resolve().parents[1] / "SECURITY.md").read_text(encoding="utf-8")
MB = 1_000_000
LIMITS = {
    "YAML file": f"{reading.MAX_BYTES // MB} MB",
    "YAML: values, aliases unfolded": f"{reading.MAX_VALUES:,}",
    "YAML: levels": f"{reading.MAX_DEPTH}",
    "template or style sheet": f"{allowance.MAX_TEMPLATE_BYTES // MB} MB",
    "template: rounds and calls for one document": f"{allowance.MAX_STEPS:,}",
    "template: characters made for one document": f"{allowance.MAX_CHARACTERS:,}",
    "template: characters of one text, items of one list": f"{allowance.MAX_VALUE:,}",
    "template: characters one filter or method may make": f"{metering.MAX_PRODUCT:,}",
    "picture or drawing": f"{images.MAX_BYTES // MB} MB",
    "picture: pixels": f"{images.MAX_PIXELS // MB} million",
    "picture: passes of a progressive JPEG": f"{images.MAX_SCANS}",
    "drawing: elements, each use counted": f"{drawing.MAX_ELEMENTS:,}",
    "drawing: elements inside elements, each use counted": f"{drawing.MAX_HEIGHT}",
    "font": f"{owned.MAX_FONT_BYTES // MB} MB",
    "base document, unpacked": f"{base.MAX_BASE_BYTES // MB} MB",
    "document: elements": f"{bounds.MAX_ELEMENTS:,}",
    "document: elements inside elements": f"{bounds.MAX_DEPTH}",
    "document: columns of a table": f"{bounds.MAX_COLUMNS}",
    "document: pages": f"{bounds.MAX_PAGES:,}",
    "file name": f"{names.MAX_NAME} characters",
    "imported file": f"{imported_files.MAX_BYTES // MB} MB",
    "imported file: characters": f"{importing.MOST_CHARACTERS:,}",
    "imported Word file, unpacked": f"{opening.MAX_UNPACKED // MB} MB",
    "imported workbook, unpacked": f"{package.MAX_UNPACKED // MB} MB",
    "imported workbook: rows": f"{table_rows.MOST_ROWS:,}",
    "imported PDF: pages": f"{child.MOST_PAGES:,}",
}


def test_the_table_is_that_of_the_program():
    rows = re.findall(r"^\| ([^|]+?) \| ([^|]+?) \|$", PAGE, re.MULTILINE)
    assert {what: limit for what, limit in rows if what != "what"} == LIMITS


@pytest.mark.parametrize(
    "module", [reading, allowance, metering, images, drawing, owned, base, bounds, names]
)
def test_no_limit_is_left_out(module):
    untold = {
        "MAX_SIDE",
        "MAX_RATIO",
        "MAX_BASE_PARTS",
        "MAX_ROWS",
        "MAX_START",
    }  # shapes of things, not sizes
    own = [name for name in vars(module) if name.startswith("MAX_") and name not in untold]
    assert own
    values = "".join(LIMITS.values()).replace(",", "")
    for name in own:
        value = getattr(module, name)
        assert str(value) in values or str(value // MB) in values, name
