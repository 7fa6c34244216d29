"""The first sheet of an XLSX workbook as rows of text."""

from __future__ import annotations

import datetime
import io
import re
import warnings
import zipfile
from pathlib import Path
from typing import Any

from builder.content.roster.table import MAX_COLUMNS, MAX_ROWS, Cell, Row, refusal
from builder.errors import Place
from builder.words import words

MAX_UNPACKED = 100_000_000
MAX_MEMBERS = 1_000
_ZEROS = re.compile("0+")


def workbook_rows(data: bytes, shown: Path) -> list[Row]:
    """The rows of the first sheet; nothing is computed, and a formula is known as one.

    Raises ContentError for a file that is no workbook, or one that unfolds to more than a roster can be.
    """
    _refuse_bomb(data, shown)
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what styles and extensions it does not know is not our matter
            book = load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
            sheet: Any = book.worksheets[0]
            sheet.reset_dimensions()
            limits = {"max_row": MAX_ROWS + 1, "max_col": MAX_COLUMNS}
            rows: list[Row] = [
                [_cell(c, r, n, shown) for n, c in enumerate(row, 1)]
                for r, row in enumerate(sheet.iter_rows(**limits), 1)
            ]
    except Exception as error:
        raise _no_workbook(shown, type(error).__name__) from None
    if len(rows) > MAX_ROWS:
        sentence = words("the roster has more than {limit} rows", limit=MAX_ROWS)
        raise refusal("ROSTER-FORMAT", sentence, shown, words("split it into several campaigns"))
    return rows


def _refuse_bomb(data: bytes, shown: Path) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise _no_workbook(shown, type(error).__name__) from None
    if len(members) > MAX_MEMBERS or sum(member.file_size for member in members) > MAX_UNPACKED:
        sentence = words("the workbook unfolds to more than {limit} MB", limit=MAX_UNPACKED // 1_000_000)
        raise refusal(
            "ROSTER-FORMAT", sentence, shown, words("save the roster's sheet alone, as XLSX or CSV")
        )


def _no_workbook(shown: Path, reason: str) -> Exception:
    sentence = words("the file cannot be read as a workbook: {reason}", reason=reason)
    return refusal("ROSTER-FORMAT", sentence, shown, words("save it anew as XLSX, or as “CSV UTF-8”"))


def _cell(cell: Any, row: int, column: int, shown: Path) -> Cell:
    from openpyxl.utils import get_column_letter

    text = _text(cell.value, getattr(cell, "number_format", None) or "")
    formula = getattr(cell, "data_type", "") == "f"
    return Cell(text, Place(shown, row, column), f"{get_column_letter(column)}{row}", formula)


def _text(value: Any, number_format: str) -> str:
    """As the sheet shows it: times to the minute, whole numbers with the zeros of their format."""
    if value is None:
        return ""
    if isinstance(value, datetime.datetime):
        return (
            value.strftime("%Y-%m-%d %H:%M")
            if value.time() != datetime.time()
            else value.strftime("%Y-%m-%d")
        )
    if isinstance(value, datetime.time):
        return value.strftime("%H:%M")
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, int) and not isinstance(value, bool) and _ZEROS.fullmatch(number_format):
        return str(value).zfill(len(number_format))
    return str(value).strip()
