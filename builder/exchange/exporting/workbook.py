"""A bank as a workbook: sheets of questions, rubrics, samples, sections, competencies and settings."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from builder.exchange.exporting.looks import Looks
from builder.exchange.sheets.cell_text import escaped
from builder.exchange.sheets.columns import Column, choices
from builder.exchange.sheets.layout import Data, Slot, Table, tables_of
from builder.exchange.sheets.notation import NUMERIC
from builder.exchange.sheets.prints import marker, row_prints
from builder.model.theme import Theme
from builder.render.packing import file_date
from builder.render.xlsx.workbook import A4, lawful, saved
from builder.words import words

NOTICE, IDS, HEADINGS, FIRST = 1, 2, 3, 4
"""Rows: what the sheet is, the hidden ids of columns, their headings, the first row of data."""
SPARE = 200
"""Rows below the last one that offer choices too, for new questions."""
PAGE_WIDTH = 170.0
"""Characters that are readable across a landscape A4 page, about."""
WITH_ABOUT = {"questions": 3, "criteria": 3, "samples": 3, "settings": 2}
"""Columns that stay in sight, where not the first alone."""
LONGEST_LIST = 255
LINE, TALLEST = 15.0, 409
"""Height of a line, and of the tallest row there can be, in pt."""
HAN = 0x2E80
"""Characters from here on are as wide as two."""


def xlsx_bytes(data: Data, theme: Theme, marking: str) -> bytes:
    """The Excel file, the same bytes for the same bank. Raises BuildError for a character no XML can hold."""
    package = Workbook()
    package.remove(package.worksheets[0])
    tables = tables_of(data, "xlsx")
    looks = Looks(theme, data["locale"])
    for table in tables:
        sheet = package.create_sheet(table.sheet.name(data["locale"]))
        _Writer(sheet, table, data, looks, marking).write(tables)
    properties = package.properties
    properties.title, properties.language = lawful(data["title"]), data["locale"]
    properties.creator = properties.lastModifiedBy = "packs"
    properties.created = file_date()
    return saved(package)


@dataclasses.dataclass
class _Writer:
    target: Worksheet
    table: Table
    data: Data
    looks: Looks
    marking: str

    def write(self, tables: Sequence[Table]) -> None:
        self._head()
        names = [column.id for column in self.table.columns]
        for r, row in enumerate(self.table.rows, FIRST):
            for c, column in enumerate(self.table.columns, 1):
                self._cell(r, c, row.slots[column.id], column)
            self.target.cell(r, len(names) + 1, row_prints(row, names))
            self._raise(r, (row.slots[c.id].text for c in self.table.columns))
        self._offer({table.sheet.id: table for table in tables})
        self._arrange()
        self._print()

    def _head(self) -> None:
        target, columns, locale = self.target, self.table.columns, self.data["locale"]
        notice = words(
            "{marking} · {title} {version} · holds answers and scoring · leave the grey columns as they are; a new row is a new entry; packs import FILE --merge {id} brings changes back",
            marking=self.marking,
            title=self.data["title"],
            version=self.data["version"],
            id=self.data["id"],
        )
        target.cell(NOTICE, 1, lawful(notice.in_language("zh" if locale == "zh-CN" else "en")))
        target.cell(NOTICE, 1).font = self.looks.notice
        for c, column in enumerate(columns, 1):
            target.cell(IDS, c, f"{self.table.sheet.id}.{column.id}")
            heading = target.cell(HEADINGS, c, column.heading(locale))
            self.looks.dress(heading, "head")
        mark = marker(self.data["id"], self.table.sheet.id, [column.id for column in columns])
        target.cell(IDS, len(columns) + 1, mark)
        target.row_dimensions[IDS].hidden = True
        target.column_dimensions[get_column_letter(len(columns) + 1)].hidden = True
        self._raise(HEADINGS, (column.heading(locale) for column in columns))

    def _raise(self, row: int, texts: Iterable[str]) -> None:
        """Makes a row as high as the longest of its texts, which are one for each column."""
        lines = max(_lines(text, c.width) for text, c in zip(texts, self.table.columns, strict=True))
        self.target.row_dimensions[row].height = min(lines * LINE + 4, TALLEST)

    def _cell(self, row: int, column: int, slot: Slot, kind: Column) -> None:
        cell = self.target.cell(row, column)
        if slot.kind in NUMERIC and slot.text:
            number = float(slot.text)
            cell.value = int(number) if number.is_integer() else number
        elif slot.text:
            cell.value = lawful(escaped(slot.text))
            cell.data_type = "s"  # a bank's words stay words, even if they begin with an equals sign
        self.looks.dress(cell, _look(slot, kind))
        cell.quotePrefix = cell.data_type == "s" and slot.text[:1] in "=+-@"

    def _offer(self, tables: Mapping[str, Table]) -> None:
        """Lists to choose from, where a column has few possible values."""
        zh = self.data["locale"] == "zh-CN"
        last = FIRST + len(self.table.rows) + SPARE
        for c, column in enumerate(self.table.columns, 1):
            letter = get_column_letter(c)
            if offered := choices(column.kind):
                self._validate(
                    f"{letter}{FIRST}:{letter}{last}", [zh_ if zh else en for _, zh_, en in offered]
                )
            elif column.kind in ("section", "competency"):
                kind = "sections" if column.kind == "section" else "competencies"
                self._validate(f"{letter}{FIRST}:{letter}{last}", _names(tables[kind], self.data["locale"]))
        for r, row in enumerate(self.table.rows, FIRST) if self.table.sheet.settings else ():
            if offered := choices(row.slots["value"].kind):
                self._validate(f"C{r}", [zh_ if zh else en for _, zh_, en in offered])

    def _validate(self, cells: str, offered: list[str] | str) -> None:
        formula = offered if isinstance(offered, str) else f'"{",".join(offered)}"'
        if len(formula) <= LONGEST_LIST and (isinstance(offered, str) or not any("," in o for o in offered)):
            validation = DataValidation(
                type="list", formula1=formula, allow_blank=True, showErrorMessage=False
            )
            validation.add(cells)
            self.target.add_data_validation(validation)

    def _arrange(self) -> None:
        for c, column in enumerate(self.table.columns, 1):
            self.target.column_dimensions[get_column_letter(c)].width = column.width
        last = get_column_letter(len(self.table.columns))
        side = WITH_ABOUT.get(self.table.sheet.id, 1)
        self.target.freeze_panes = f"{get_column_letter(side + 1)}{FIRST}"
        self.target.auto_filter.ref = f"A{HEADINGS}:{last}{FIRST + len(self.table.rows) - 1}"

    def _print(self) -> None:
        target, side = self.target, WITH_ABOUT.get(self.table.sheet.id, 1)
        width = sum(column.width for column in self.table.columns)
        setup = target.page_setup
        setup.orientation, setup.paperSize = "landscape", A4
        setup.fitToWidth, setup.fitToHeight = max(1, round(width / PAGE_WIDTH)), 0
        target.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        target.print_title_rows = f"{HEADINGS}:{HEADINGS}"
        target.print_title_cols = f"A:{get_column_letter(side)}"
        above, below = target.oddHeader, target.oddFooter
        assert above is not None
        assert below is not None
        above.left.text = _plain(self.marking)
        above.right.text = _plain(f"{self.data['title']} {self.data['version']}")
        below.left.text, below.right.text = _plain(target.title), "&P / &N"


def _lines(text: str, width: float) -> int:
    """About how many lines the text takes in a column; not every spreadsheet finds that out when it opens a file."""
    wide = (sum(2 if ord(c) >= HAN else 1 for c in line) for line in text.split("\n"))
    return sum(max(1, -int(-w // max(width - 1.5, 1))) for w in wide)


def _look(slot: Slot, column: Column) -> str:
    if column.is_key or column.kind == "info":
        return "key"
    return "number" if slot.kind in NUMERIC and column.kind != "setting" else "text"


def _names(table: Table, locale: str) -> str:
    """The range that holds the names of sections or competencies."""
    letter = next(
        get_column_letter(c) for c, column in enumerate(table.columns, 1) if column.id in ("title", "name")
    )
    return f"'{table.sheet.name(locale)}'!${letter}${FIRST}:${letter}${FIRST + len(table.rows) - 1}"


def _plain(text: str) -> str:
    """Words in a header or footer, where an ampersand begins a command."""
    return lawful(text)[:100].replace("&", "&&")
