"""Workbooks: they open, and no cell holds an error."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

from builder.verify.expected import Expected
from builder.verify.fault import Fault
from builder.verify.opened import OpenedXlsx
from builder.words import words

_ERROR = re.compile(r"#(?:REF!|NAME\?|VALUE!|DIV/0!|N/A|NUM!|NULL!)")
_ELSEWHERE = re.compile(r"\[[^\]]+\][^!]*!")
_AGAIN = words("build it again")


def broken_cells(file: OpenedXlsx, expected: Expected) -> Iterator[Fault]:
    """A workbook that openpyxl cannot open, and cells with an error or a formula that looks into other workbooks."""
    from openpyxl import load_workbook

    try:
        book = load_workbook(io.BytesIO(file.data))
    except Exception as error:  # openpyxl raises whatever its parsing runs into
        sentence = words("the workbook does not open: {reason}", reason=error)
        yield Fault("EXCEL-OPEN", sentence, file.path, hint=_AGAIN)
        return
    for sheet in book.worksheets:
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            text = cell.value if isinstance(cell.value, str) else ""
            broken = cell.data_type == "e" or (cell.data_type == "f" and _ERROR.search(text))
            where = f"{sheet.title}!{cell.coordinate}"
            if broken:
                sentence = words("the cell {cell} holds the error {error}", cell=where, error=text[:40])
                yield Fault("EXCEL-ERROR", sentence, file.path, hint=_AGAIN)
            elif cell.data_type == "f" and _ELSEWHERE.search(text):
                sentence = words("the cell {cell} looks into another workbook", cell=where)
                yield Fault("EXCEL-ERROR", sentence, file.path, hint=_AGAIN)
