"""The spreadsheet room: a workbook of cells with roles in, an Excel file out."""

from builder.render.xlsx.workbook import render_xlsx

__all__ = ["render_xlsx"]
