"""Spreadsheets as rows of text: CSV and XLSX from anybody, read without running, following or unfolding anything."""
