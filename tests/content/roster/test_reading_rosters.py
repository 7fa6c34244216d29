"""Rosters as people's spreadsheets write them."""

from __future__ import annotations

import datetime
import io
from pathlib import Path

import pytest
from openpyxl import Workbook

from builder.content.roster import read_roster
from builder.content.roster.times import BadTime, DayTime, read_time

SHOWN = Path("roster")
TABLE = "抽签号,姓名,考场,时间\n0101,王虚构,第一考场,09:00\n0102,李样例,,\n"


def rows_of(tmp_path, data, name="r.csv"):
    (tmp_path / name).write_bytes(data if isinstance(data, bytes) else data.encode())
    return read_roster(tmp_path / name, SHOWN)


def workbook(*rows, formats=()):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    for cell, number_format in formats:
        book.active[cell].number_format = number_format
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_encodings_delimiters_and_line_ends_are_recognised(tmp_path, encoding, delimiter, line_end):
    text = TABLE.replace(",", delimiter).replace("\n", line_end)
    rows, findings = rows_of(tmp_path, text.encode(encoding))
    assert findings == []
    assert [(r.draw_number, r.name, r.room, r.time) for r in rows] == [
        ("0101", "王虚构", "第一考场", 540),
        ("0102", "李样例", "", None),
    ]


def test_english_headings_titles_above_and_other_columns_are_understood(tmp_path):
    text = "Interviews in June\n\nPhone;Name;Draw No.\n1;Ada Invented;7\n\n2;Ben Sample;8\n"
    rows, findings = rows_of(tmp_path, text)
    assert findings == []
    assert [(r.draw_number, r.name, r.place("name").line) for r in rows] == [
        ("7", "Ada Invented", 4),
        ("8", "Ben Sample", 6),
    ]


def test_a_workbook_keeps_zeros_and_times(tmp_path):
    day = datetime.datetime(2030, 6, 1, 9, 30)
    data = workbook(
        ["抽签号", "姓名", "时间"], [7, "王虚构", datetime.time(9, 0)], [8.0, "李样例", day], ["A-09", "张示范", "9点15分"],
        formats=[("A2", "0000")],
    )  # fmt: skip
    rows, findings = rows_of(tmp_path, data, "r.xlsx")
    assert findings == []
    assert [(r.draw_number, r.time, r.day) for r in rows] == [
        ("0007", 540, None),
        ("8", 570, day.date()),
        ("A-09", 555, None),
    ]


def test_a_formula_is_told_with_its_cell(tmp_path):
    data = workbook(["抽签号", "姓名"], ["0101", '=HYPERLINK("http://x","王")'])
    rows, findings = rows_of(tmp_path, data, "r.xlsx")
    assert rows == []
    assert [(f.code, f.place.line, f.place.column) for f in findings] == [("ROSTER-FORMULA", 2, 2)]
    assert "B2" in findings[0].sentence.in_language("en")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9:05", (545, None)), ("09:05:00", (545, None)), ("09：05", (545, None)), ("9:05-9:35", (545, None)),
        ("9点", (540, None)), ("下午2:30", (870, None)), ("2:30 PM", (870, None)), ("12:15 am", (15, None)),
        ("2030-06-01 09:05", (545, datetime.date(2030, 6, 1))), ("2030年6月1日 9:05", (545, datetime.date(2030, 6, 1))),
        ("", (None, None)),
    ],
)  # fmt: skip
def test_times_as_people_write_them(text, expected):
    assert read_time(text) == DayTime(*expected)


@pytest.mark.parametrize("text", ["25:00", "9:75", "soon", "2030-02-30 09:00", "0.375", "9"])
def test_what_is_no_time(text):
    assert read_time(text) is BadTime.BAD


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"", "r.csv", "ROSTER-EMPTY"),
        ("抽签号,姓名\n", "r.csv", "ROSTER-EMPTY"),
        (b"\xff\xfe\x00\x01\x02", "r.csv", "ROSTER-ENCODING"),
        (TABLE.encode("utf-16"), "r.csv", "ROSTER-ENCODING"),
        (b"no zip", "r.xlsx", "ROSTER-FORMAT"),
        (TABLE, "r.doc", "ROSTER-FORMAT"),
        ('抽签号,姓名\n1,"王\n', "r.csv", "ROSTER-FORMAT"),
        ("姓名,考场\n王虚构,1\n", "r.csv", "ROSTER-COLUMN"),
        ("抽签号,考场\n1,1\n", "r.csv", "ROSTER-COLUMN"),
        ("抽签号,姓名,姓名\n1,王虚构,王虚构\n", "r.csv", "ROSTER-COLUMN"),
    ],
)
def test_a_file_that_is_no_roster(tmp_path, data, name, code):
    _, findings = rows_of(tmp_path, data, name)
    assert [f.code for f in findings] == [code]
    assert findings[0].hint


def test_every_bad_cell_is_told_at_its_place(tmp_path):
    text = "抽签号,姓名,时间\n,王虚构,\n0102,,\na/b,李样例,\n0104,张\u202e示范,\n0105,赵假设,25:00\ncon,钱,\n"
    rows, findings = rows_of(tmp_path, text)
    assert rows == []
    assert [(f.code, f.place.line, f.place.column) for f in findings] == [
        ("ROSTER-VALUE", 2, 1), ("ROSTER-VALUE", 3, 6), ("ROSTER-DRAW", 4, 1), ("ROSTER-VALUE", 5, 6),
        ("ROSTER-TIME", 6, 10), ("ROSTER-DRAW", 7, 1),
    ]  # fmt: skip
