"""What stands in the spreadsheet of a document: sheets of cells and formulas, made of a view and the labels."""

from builder.compose.workbook.panel import panel_workbook

__all__ = ["panel_workbook"]
