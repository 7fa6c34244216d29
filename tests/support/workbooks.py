"""Workbooks from plain text: a line a row, cells parted by bars; `↓` is merged with the cell above, `→` with the left."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from openpyxl import Workbook

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def workbook_of(text: str) -> bytes:
    """The workbook that a text draws: `# name` begins a sheet, `\\n` breaks a line in a cell, numbers are numbers."""
    book = Workbook()
    book.remove(book.active)
    for part in re.split(r"(?m)^# ", text)[1:]:
        name, _, body = part.partition("\n")
        sheet = book.create_sheet(name.strip())
        rows = [[cell.strip() for cell in line.split("|")] for line in body.rstrip("\n").split("\n")]
        for r, row in enumerate(rows, 1):
            for c, words in enumerate(row, 1):
                if words and words not in "↓→":
                    sheet.cell(r, c, value_of(words))
                    right, down = _extent(rows, r - 1, c - 1)
                    if right or down:
                        sheet.merge_cells(start_row=r, end_row=r + down, start_column=c, end_column=c + right)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _extent(rows: list[list[str]], r: int, c: int) -> tuple[int, int]:
    right = down = 0
    while c + right + 1 < len(rows[r]) and rows[r][c + right + 1] == "→":
        right += 1
    while r + down + 1 < len(rows) and c < len(rows[r + down + 1]) and rows[r + down + 1][c] == "↓":
        down += 1
    return right, down


def value_of(words: str) -> str | int | float:
    """A number as a number, quoted ones as text."""
    if re.fullmatch(r"\d+(\.\d+)?", words):
        return float(words) if "." in words else int(words)
    return words.strip("'").replace("\\n", "\n")


def raw_workbook(sheet_data: str, *, after: str = "", before: str = "", **parts: str) -> bytes:
    """A workbook with one sheet of the given XML; `parts` replace or add parts, `__` for a slash, an empty one removes."""
    files = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="题库" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="r2" Type="{OFFICE}/styles" Target="styles.xml"/><Relationship Id="r3" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}">{before}<sheetData>{sheet_data}</sheetData>{after}</worksheet>',
    }
    for name, text in parts.items():
        files[name.replace("__", "/").replace("·", ".")] = text
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            if text:
                archive.writestr(name, text)
    return stream.getvalue()


def inline(*cells: str) -> str:
    """A row of text cells as XML."""
    row = "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in cells)
    return f"<row>{row}</row>"


def saved(folder: Path, name: str, data: bytes) -> Path:
    """The file with these bytes."""
    path = folder / name
    path.write_bytes(data)
    return path


def words_in(text: str) -> Iterator[str]:
    """The words of a drawn workbook, cell by cell."""
    for line in text.splitlines():
        for cell in line.removeprefix("# ").split("|"):
            if cell.strip() and cell.strip() not in "↓→":
                yield str(value_of(cell.strip()))
