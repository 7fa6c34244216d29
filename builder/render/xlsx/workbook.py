"""Workbook → Excel file: styles, locks, checks of what is typed in, print set-up, fixed bytes."""

from __future__ import annotations

import io
import re
from decimal import Decimal

from openpyxl import Workbook as Package
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.formatting.rule import Rule
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from builder.errors import BuildError
from builder.model.theme import Theme
from builder.model.workbook import Cell, Sheet, Validation, Workbook
from builder.render.packing import file_date, read_zip, write_zip
from builder.render.xlsx.look import Look
from builder.words import words

A4 = 9
POINTS_PER_LINE = 1.5
"""Height of a line as a multiple of its type size."""
TYPICAL_SIZE = 10.0
"""Type size in pt of the characters that column widths are counted in, about."""
HAN = 0x2E80
"""Characters from here on are as wide as two."""
ONE_PAGE = 40
"""Sheets of no more rows than this are printed on one page."""
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")


def render_xlsx(workbook: Workbook, theme: Theme) -> bytes:
    """The Excel file: locked but for what people fill in (no password), A4 landscape, fonts of the theme.

    Formulas have no stored results: spreadsheets compute them on opening. Same arguments, same bytes. Raises
    BuildError for a character no XML can hold.
    """
    look = Look(theme, workbook.language)
    package = Package()
    package.remove(package.worksheets[0])
    for style in look.styles:
        package.add_named_style(style)
    for sheet in workbook.sheets:
        _SheetWriter(package.create_sheet(sheet.name), sheet, look, theme).write(workbook)
    for name, cell in workbook.names:
        package.defined_names[name] = DefinedName(name, attr_text=cell)
    package.calculation.fullCalcOnLoad = True
    _set_properties(package, workbook)
    return saved(package)


class _SheetWriter:
    def __init__(self, target: Worksheet, sheet: Sheet, look: Look, theme: Theme) -> None:
        self._target = target
        self._sheet = sheet
        self._look = look
        self._theme = theme

    def write(self, workbook: Workbook) -> None:
        self._cells()
        self._heights()
        for area in self._sheet.merged:
            self._target.merge_cells(area)
        for validation in self._sheet.validations:
            self._target.add_data_validation(_data_validation(validation, workbook))
        for highlight in self._sheet.highlights:
            looks = DifferentialStyle(font=self._look.struck())
            rule = Rule(type="expression", dxf=looks, formula=[highlight.formula])
            self._target.conditional_formatting.add(highlight.cells, rule)
        self._lock()
        self._print(workbook)

    def _cells(self) -> None:
        for row, cells in enumerate(self._sheet.rows, start=1):
            for column, cell in enumerate(cells, start=1):
                if cell is not None:
                    self._cell(row, column, cell)

    def _cell(self, row: int, column: int, cell: Cell) -> None:
        made = self._target.cell(row, column)
        if cell.formula:
            made.value = f"={cell.formula}"
        elif isinstance(cell.value, str):
            made.value = lawful(cell.value)
            made.data_type = "s"  # a bank's words stay words, even if they begin with an equals sign
        elif cell.value is not None:
            made.value = float(cell.value) if isinstance(cell.value, Decimal) else cell.value
        made.style = self._look.style(cell)

    def _heights(self) -> None:
        for column, width in enumerate(self._sheet.widths, start=1):
            self._target.column_dimensions[get_column_letter(column)].width = width
        for row, cells in enumerate(self._sheet.rows[: max(self._sheet.head, 1)], start=1):
            first = cells[0]
            if first is not None and first.role == "head":
                self._high(row, max(map(self._lines, cells, self._sheet.widths)), self._theme.sizes.body)
        for row, cells in enumerate(self._sheet.rows, start=1):
            first = cells[0]
            if first is not None and first.role in {"title", "note"}:
                self._sentence(row, first)

    def _sentence(self, row: int, cell: Cell) -> None:
        """A row of one sentence goes across the sheet."""
        last = len(self._sheet.widths)
        if last > 1:
            self._target.merge_cells(start_row=row, end_row=row, start_column=1, end_column=last)
        sizes = self._theme.sizes
        self._high(
            row, self._lines(cell, sum(self._sheet.widths)), sizes.h2 if cell.role == "title" else sizes.body
        )

    def _lines(self, cell: Cell | None, width: float) -> int:
        """About how many lines of `width` characters a cell's words take."""
        words_of = "" if cell is None else str(cell.value)
        size = self._theme.sizes.h2 if cell and cell.role == "title" else self._theme.sizes.body
        wide = sum(2 if ord(character) > HAN else 1 for character in words_of) * size / TYPICAL_SIZE
        return max(1, -int(-wide // max(width - 1.5, 1)))

    def _high(self, row: int, lines: int, size: float) -> None:
        self._target.row_dimensions[row].height = lines * size * POINTS_PER_LINE + 4

    def _lock(self) -> None:
        """Locked without a password: against slips, not against people."""
        protection = self._target.protection
        protection.enable()
        protection.formatColumns = protection.formatRows = False

    def _print(self, workbook: Workbook) -> None:
        target, head = self._target, self._sheet.head
        target.freeze_panes = f"{get_column_letter(self._sheet.side + 1)}{head + 1}"
        target.print_title_rows = f"1:{head}"
        setup = target.page_setup
        setup.orientation, setup.paperSize, setup.fitToWidth, setup.fitToHeight = "landscape", A4, 1, 0
        if len(self._sheet.rows) <= ONE_PAGE:
            setup.fitToHeight = 1
        target.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        target.print_options.horizontalCentered = True
        page = self._theme.page
        margins = target.page_margins
        margins.top, margins.bottom = page.top / 25.4, page.bottom / 25.4
        margins.left = margins.right = (page.inner + page.outer) / 2 / 25.4
        above, below = target.oddHeader, target.oddFooter
        assert above is not None
        assert below is not None
        above.left.text, above.right.text = _escaped(workbook.marking), _escaped(workbook.author)
        below.left.text, below.right.text = _escaped(workbook.foot), "&P / &N"


def _data_validation(validation: Validation, workbook: Workbook) -> DataValidation:
    made = DataValidation(
        type="list" if validation.choices else "custom",
        formula1=validation.choices or validation.formula,
        allow_blank=True,
        showErrorMessage=validation.strict,
        error=validation.problem[:255] or None,
        errorTitle=workbook.problem_title[:32] or None,
    )
    made.add(validation.cells)
    return made


def _set_properties(package: Package, workbook: Workbook) -> None:
    properties = package.properties
    properties.title, properties.language = lawful(workbook.title), workbook.language
    properties.creator = properties.lastModifiedBy = lawful(workbook.author)
    properties.created = file_date()


def saved(package: Package) -> bytes:
    """The file's bytes; the library writes the time of saving, which goes."""
    stream = io.BytesIO()
    package.save(stream)
    files = read_zip(stream.getvalue())
    core = "docProps/core.xml"
    date = f"{file_date():%Y-%m-%dT%H:%M:%SZ}".encode()
    files[core] = _MODIFIED.sub(rb"\g<1>" + date + rb"\g<2>", files[core])
    return write_zip(files)


def _escaped(text: str) -> str | None:
    """Words in a header or footer, where an ampersand begins a command."""
    return lawful(text)[:100].replace("&", "&&") or None


def lawful(text: str) -> str:
    found = ILLEGAL_CHARACTERS_RE.search(text)
    if found:
        code = f"{ord(found[0]):04X}"
        raise BuildError(
            words("the character U+{code} cannot stand in an Office file", code=code),
            words("remove it from the text"),
        )
    return text
