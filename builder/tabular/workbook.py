"""An XLSX workbook → its sheets; formulas are not computed, macros not run, links not followed."""

from __future__ import annotations

from dataclasses import dataclass, field

from builder.tabular.formats import code_of
from builder.tabular.grid import Grid
from builder.tabular.package import Package, protected, unreadable
from builder.tabular.sheet_part import MAX_COLUMNS, MAX_ROWS, Book, SheetReader
from builder.tabular.strings import comments, shared_strings
from builder.words import words

MAX_SHEETS = 200


@dataclass
class Workbook:
    """The sheets in their order, and what else the file carries."""

    grids: list[Grid] = field(default_factory=list)
    has_macros: bool = False
    has_links: bool = False
    """It refers to other files."""
    charts: list[str] = field(default_factory=list)
    """Names of sheets that are nothing but a chart."""


def read_workbook(
    data: bytes, *, max_sheets: int = MAX_SHEETS, max_rows: int = MAX_ROWS, max_columns: int = MAX_COLUMNS
) -> Workbook:
    """The workbook's sheets, the first `max_sheets` of them, as they were when it was saved.

    Raises TableError for what is no workbook, is protected, damaged, or holds more than the limits; it names the sheet
    and the cell where there is one. Time and memory are bounded whatever the file says of its sizes.
    """
    package = Package(data)
    names = package.names()
    part = _main_part(package)
    relations = package.relations(part)
    found = Workbook(
        has_macros=any(name.endswith("vbaproject.bin") for name in names),
        has_links=any("/externallinks/" in f"/{name}" for name in names),
    )
    by_type = {kind: target for kind, target in relations.values() if target}
    sheets, from_1904 = _sheets(package, part)
    strings = by_type.get("sharedStrings", "")
    book = Book(
        package,
        shared_strings(package, strings) if strings in package else [],
        _formats(package, by_type["styles"]) if by_type.get("styles", "") in package else [],
        from_1904,
        limits=(max_rows, max_columns),
    )
    for name, relation, hidden in sheets[:max_sheets]:
        kind, target = relations.get(relation, ("", ""))
        if kind == "chartsheet" or kind == "dialogsheet":
            found.charts.append(name)
            continue
        if not target or target not in package:
            raise unreadable(words("the sheet “{sheet}” is missing", sheet=name))
        grid = SheetReader(book, name).read(target)
        grid.hidden = hidden
        for kind, beside in package.relations(target).values():
            if kind == "comments" and beside in package:
                grid.comments += comments(package, beside)
        found.grids.append(grid)
    return found


def _main_part(package: Package) -> str:
    for kind, target in package.relations("").values():
        if kind == "officeDocument" and target in package and not target.lower().endswith((".bin", ".docx")):
            return target
    if "xl/workbook.xml" in package:
        return "xl/workbook.xml"
    if "encryptedpackage" in package:
        raise protected()
    if "mimetype" in package or "content.xml" in package:
        raise unreadable(words("it is no XLSX file"))
    raise unreadable(words("the part {part} is missing", part="xl/workbook.xml"))


def _sheets(package: Package, part: str) -> tuple[list[tuple[str, str, bool]], bool]:
    """Name, relation, and whether it is hidden, of every sheet; whether days count from 1904."""
    sheets, from_1904 = [], False
    for tag, element in package.elements(part, "sheet", "workbookPr"):
        if tag == "workbookPr":
            from_1904 = element.get("date1904") in ("1", "true")
        else:
            relation = next((v for k, v in element.attrib.items() if k.endswith("}id")), "")
            sheets.append((element.get("name", ""), relation, element.get("state", "visible") != "visible"))
    if not sheets:
        raise unreadable(words("it has no sheets"))
    return sheets, from_1904


def _formats(package: Package, part: str) -> list[str]:
    """The format code of every style of cells."""
    own: dict[int, str] = {}
    numbers: list[int] = []
    try:
        for tag, element in package.elements(part, "numFmt", "cellXfs"):
            if tag == "numFmt":
                own[int(element.get("numFmtId", ""))] = element.get("formatCode", "")
            else:
                numbers = [int(child.get("numFmtId", "0")) for child in element]
    except ValueError:
        return []
    return [code_of(number, own) for number in numbers]
