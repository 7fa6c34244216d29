"""Sheets that come back: read from a workbook or a CSV file, known by their marker or their headings."""
