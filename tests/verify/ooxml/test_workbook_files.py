"""A workbook with errors in it, or one that reaches for other files, is seen."""

from __future__ import annotations

import io

import openpyxl
import pytest
from ooxml_package import Package

FORMULA = "=SUM(A1:A2)"


@pytest.fixture(scope="module")
def book(expected):
    made = openpyxl.Workbook()
    sheet = made.active
    sheet.title = "合分"
    sheet["A1"], sheet["A2"], sheet["A3"], sheet["B1"] = 7, 8, FORMULA, "#考官"
    stream = io.BytesIO()
    made.save(stream)
    package = Package("p/d.xlsx", stream.getvalue(), expected(""))
    assert package.codes(thorough=True) == []
    return package


SHEET = "xl/worksheets/sheet1.xml"


def test_a_stored_error_is_seen_with_its_cell(book):
    faults = book.faults(book.replaced('<c r="A2" t="n"><v>8</v>', '<c r="A2" t="e"><v>#REF!</v>', SHEET))
    assert [fault.code for fault in faults] == ["EXCEL-ERROR"]
    assert "合分!A2" in str(faults[0].sentence)


@pytest.mark.parametrize("formula", ["SUM(#REF!)", "SUM([1]Sheet1!A1)", "'[其他.xlsx]Sheet1'!A1"])
def test_a_broken_formula_and_one_that_looks_elsewhere_are_seen(book, formula):
    assert book.codes(book.replaced("SUM(A1:A2)", formula, SHEET)) == ["EXCEL-ERROR"]


def test_a_link_to_another_workbook_is_seen(book):
    assert "OOXML-ACTIVE" in book.codes(book.with_parts({"xl/externalLinks/externalLink1.xml": b"<x/>"}))


def test_a_workbook_that_does_not_open_is_seen(book):
    assert "EXCEL-OPEN" in book.codes(book.with_parts({}, without="xl/workbook.xml"))
