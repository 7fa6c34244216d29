"""The Excel file: what is locked, what may be typed, how it prints, and that its bytes are its own."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from decimal import Decimal

import pytest
from openpyxl import load_workbook
from panel_books import book, marks_columns, panel, theme

from builder.errors import BuildError
from builder.model.workbook import Cell, Sheet, Workbook
from builder.render.xlsx import render_xlsx


def opened(data):
    return load_workbook(io.BytesIO(data))


@pytest.fixture
def summary():
    view = panel("trim-total", 5)
    return opened(book(view)), view


def small(*cells, **more):
    sheet = Sheet("表", tuple(10.0 for _ in cells), (cells,), 1, **more)
    return Workbook("题", "zh-CN", (sheet,))


def test_the_sheets_stand_in_the_order_of_the_work():
    assert opened(book(panel("mean", 3))).sheetnames == ["评分录入", "名次", "综合成绩", "计分办法"]
    adjusted = opened(book(panel("panel-adjust", 5, locale="en")))
    assert adjusted.sheetnames == ["Marks", "Rooms", "Ranks", "Overall", "The rule"]


def test_people_may_write_where_they_must_and_formulas_are_locked_without_a_password(summary):
    workbook, view = summary
    marks = marks_columns(workbook, view)
    for word in ("抽签号", "考官1", "考官5", "备注"):
        assert not marks.cell(word, 29).protection.locked
    formulas = 0
    for sheet in workbook:
        assert sheet.protection.sheet
        assert sheet.protection.password is None
        for cell in (cell for row in sheet for cell in row if cell.data_type == "f"):
            assert cell.protection.locked
            formulas += 1
    assert formulas > 30 * 10


def test_marks_go_from_nothing_to_the_maximum_in_half_points(summary):
    sheet = summary[0]["评分录入"]
    (rule,) = [v for v in sheet.data_validations.dataValidation if "C5" in v.sqref]
    assert rule.formula1 == "AND(ISNUMBER(C5),C5>=0,C5<=100,C5*2=INT(C5*2))"
    assert str(rule.sqref) == "C5:G34"
    assert rule.error == "请填0到100之间的分数，以0.5分为一档。"


def test_it_prints_on_a4_across_as_wide_as_the_paper_with_its_head_on_every_page(summary):
    for sheet in summary[0]:
        setup = sheet.page_setup
        assert (setup.orientation, int(setup.paperSize), int(setup.fitToWidth)) == ("landscape", 9, 1)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.print_title_rows.startswith("$1:$")
    assert summary[0]["评分录入"].freeze_panes == "C5"


def test_letters_are_the_themes_word_fonts(summary):
    sheet = summary[0]["评分录入"]
    assert (sheet["A1"].font.name, sheet["A5"].font.name) == ("黑体", "宋体")
    english = opened(book(panel("mean", 3, locale="en")))["Marks"]
    assert (english["A1"].font.name, english["A5"].font.name) == ("Calibri", "Cambria")


def test_a_banks_words_are_words_even_if_they_begin_like_a_formula():
    name = '=HYPERLINK("http://example.org")'
    view = panel("mean", 3, "bars-5", competencies=((name, 60), ("沉着", 40)))
    cell = marks_columns(opened(book(view)), view).cell("测评要素")
    assert (cell.value, cell.data_type) == (name, "s")


def test_a_number_keeps_its_decimals():
    sheet = opened(
        render_xlsx(small(Cell("number", Decimal("12.5")), Cell("score", formula="A1*2")), theme())
    )["表"]
    assert (sheet["A1"].value, sheet["B1"].value) == (12.5, "=A1*2")


def test_a_character_that_no_file_can_hold_is_told():
    with pytest.raises(BuildError) as refused:
        render_xlsx(small(Cell("text", "甲\x0b乙")), theme())
    assert "000B" in refused.value.sentence.in_language("zh")


def test_an_ampersand_in_the_marking_is_printed():
    workbook = Workbook("题", "zh-CN", (Sheet("表", (10.0,), ((Cell("text", "甲"),),), 1),), marking="R&D")
    assert opened(render_xlsx(workbook, theme()))["表"].oddHeader.left.text == "R&&D"


def test_the_same_workbook_is_the_same_bytes_on_any_day(monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    code = "import sys; from panel_books import *; sys.stdout.buffer.write(book(panel('panel-adjust', 5)))"
    paths = f"import sys; sys.path[:0] = {sys.path!r}; "
    other = subprocess.run([sys.executable, "-c", paths + code], capture_output=True, check=True).stdout
    data = book(panel("panel-adjust", 5))
    assert other == data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        core = archive.read("docProps/core.xml").decode()
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}
    assert core.count("1980-01-01T00:00:00Z") == 2


def test_the_date_may_be_given(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    with zipfile.ZipFile(io.BytesIO(book(panel("mean", 3)))) as archive:
        assert archive.read("docProps/core.xml").decode().count("2023-11-14T22:13:20Z") == 2
