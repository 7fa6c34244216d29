"""Workbooks as programs write them, and as nobody should: what cells show, and errors that say where."""

from __future__ import annotations

import datetime
import io
import zipfile

import pytest
from openpyxl import Workbook
from workbooks import MAIN, OFFICE, PACKAGE, inline, raw_workbook

from builder.tabular.faults import TableError
from builder.tabular.workbook import read_workbook


def shown(data: bytes):
    """The words of the first sheet, row by row."""
    grid = read_workbook(data).grids[0]
    return [
        [row.cells[c].text if c in row.cells else "" for c in range(max(row.cells) + 1)] for row in grid.rows
    ]


def fault(data: bytes, **limits: int) -> str:
    with pytest.raises(TableError) as raised:
        read_workbook(data, **limits)
    assert raised.value.hint
    return raised.value.sentence.in_language("en")


def formatted(*cells):
    """A workbook with one row of values, each with its number format."""
    book = Workbook()
    for column, (value, number_format) in enumerate(cells, 1):
        book.active.cell(1, column, value).number_format = number_format
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


class TestCells:
    def test_numbers_are_shown_as_the_sheet_shows_them(self):
        data = formatted(
            (10, "General"), (2.5, "General"), (0.1 + 0.2, "General"), (7, "000"), (0.2, "0%"), (10, '0"分"'),
            (datetime.time(9, 5), "h:mm"), (datetime.date(2030, 6, 1), "yyyy-mm-dd"),
            (datetime.datetime(2030, 6, 1, 9, 30), 'yyyy"年"m"月"d"日" h:mm'), (True, "General"),
        )  # fmt: skip
        assert shown(data) == [
            [
                "10",
                "2.5",
                "0.3",
                "007",
                "20%",
                "10分",
                "09:05",
                "2030-06-01",
                "2030-06-01 09:30",
                "TRUE",
            ]
        ]

    @pytest.mark.parametrize(
        ("day", "number_format", "typed"),
        [
            (datetime.date(2030, 3, 5), 'm"月"d"日"', "3-5"),
            (datetime.date(2030, 8, 10), "d-mmm", "8-10"),
            (datetime.date(1950, 3, 1), "mmm-yy", "3-50"),
            (datetime.date(2030, 3, 5), "yyyy/m/d", ""),
            (datetime.datetime(2030, 3, 5, 8, 30), "m/d h:mm", ""),
        ],
    )
    def test_a_day_without_a_year_was_typed_as_two_numbers(self, day, number_format, typed):
        assert read_workbook(formatted((day, number_format))).grids[0].rows[0].cells[0].typed == typed

    def test_days_of_old_macintosh_workbooks_count_from_1904(self):
        workbook = f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><workbookPr date1904="1"/><sheets><sheet name="a" r:id="r1"/></sheets></workbook>'
        styles = f'<styleSheet xmlns="{MAIN}"><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>'
        data = raw_workbook(
            "<row><c s='0'><v>1</v></c></row>", xl__workbook·xml=workbook, xl__styles·xml=styles
        )
        assert shown(data) == [["1904-01-02"]]

    def test_rich_text_is_plain_and_phonetic_readings_are_no_words(self):
        strings = f'<sst xmlns="{MAIN}"><si><r><t>你</t></r><r><rPr><b/></rPr><t>怎么</t></r><r><t>办？</t></r><rPh sb="0" eb="1"><t>ni</t></rPh></si></sst>'
        data = raw_workbook('<row><c t="s"><v>0</v></c></row>', xl__sharedStrings·xml=strings)
        assert shown(data) == [["你怎么办？"]]

    def test_a_formula_shows_what_was_saved_and_is_known_as_one(self):
        data = raw_workbook(
            '<row><c t="str"><f>A2&amp;"x"</f><v>合计</v></c><c><f>SUM(A:A)</f><v>30</v></c><c><f>cmd|\' /C calc\'!A0</f></c></row>'
        )
        cells = read_workbook(data).grids[0].rows[0].cells
        assert [(c.text, c.formula) for c in cells.values()] == [("合计", True), ("30", True), ("", True)]

    def test_cells_and_rows_without_addresses_stand_one_after_the_other(self):
        data = raw_workbook(
            inline("一", "二")
            + '<row r="4"><c r="C4" t="inlineStr"><is><t>三</t></is></c></row>'
            + inline("四")
        )
        rows = read_workbook(data).grids[0].rows
        assert [(row.number, list(row.cells)) for row in rows] == [(1, [0, 1]), (4, [2]), (5, [0])]

    def test_what_the_sheet_says_of_its_size_is_not_believed(self):
        data = raw_workbook(inline("题目"), before='<dimension ref="A1:XFD1048576"/>')
        assert shown(data) == [["题目"]]

    def test_strict_workbooks_are_read_too(self):
        strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
        sheet = f'<worksheet xmlns="{strict}"><sheetData>{inline("题目")}</sheetData></worksheet>'
        assert shown(raw_workbook("", xl__worksheets__sheet1·xml=sheet)) == [["题目"]]


class TestDamage:
    @pytest.mark.parametrize(
        ("data", "says"),
        [
            (b"", "no XLSX file"),
            (b"PK\x03\x04 and nothing more", "no XLSX file"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old kind (.xls)"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
            (raw_workbook("", xl__workbook·xml=""), "xl/workbook.xml is missing"),
            (raw_workbook("", xl__worksheets__sheet1·xml=""), "the sheet “题库” is missing"),
            (raw_workbook("", xl__worksheets__sheet1·xml="<worksheet><sheetData><row>"), "sheet1.xml is damaged"),
            (raw_workbook("", xl__workbook·xml=f'<workbook xmlns="{MAIN}"/>'), "it has no sheets"),
            (raw_workbook('<row r="7"><c r="C7" t="s"><v>3</v></c></row>'), "sheet “题库”: cell C7 refers to a text"),
            (raw_workbook('<row r="7"><c r="C7" t="s"><v>-1</v></c></row>'), "sheet “题库”: cell C7 refers to a text"),
            (raw_workbook('<row r="7"><c r="D7"><v>ten</v></c></row>'), "sheet “题库”: cell D7 holds a number"),
            (raw_workbook('<row r="7"><c r="?7"><v>1</v></c></row>'), "sheet “题库”: row 7 or what stands near it"),
            (raw_workbook('<row r="0"><c><v>1</v></c></row>'), "sheet “题库”: row 1 or what stands near it"),
            (raw_workbook('<row><c r="ZZZ1"><v>1</v></c></row>'), "sheet “题库”: row 1 or what stands near it"),
        ],
    )  # fmt: skip
    def test_a_damaged_workbook_is_told_with_the_place(self, data, says):
        assert says in fault(data)

    def test_a_part_whose_bytes_are_broken_is_named(self):
        whole = bytearray(raw_workbook(inline("题目" * 3000)))
        at = whole.find(b"xl/worksheets/sheet1.xml") + 40
        whole[at : at + 20] = b"\xff" * 20
        assert "sheet1.xml is damaged" in fault(bytes(whole))

    def test_an_encrypted_archive_is_known_as_protected(self):
        data = bytearray(raw_workbook(inline("题目")))
        for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
            at = data.find(signature)
            while at >= 0:
                data[at + offset] |= 1
                at = data.find(signature, at + 1)
        assert "protected by a password" in fault(bytes(data))


class TestHostility:
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
    def test_a_document_type_is_refused_before_it_can_unfold(self, encoding):
        bomb = '<?xml version="1.0"?>' + " " * 70_000 + '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
        sheet = f'{bomb}<worksheet xmlns="{MAIN}"><sheetData/></worksheet>'
        with_bomb = raw_workbook("", xl__worksheets__sheet1·xml=sheet.encode(encoding))
        assert "declares a document type" in fault(with_bomb)

    def test_outside_files_named_by_a_relation_are_not_opened(self, tmp_path):
        (tmp_path / "secret.xml").write_text("<x/>", encoding="utf-8")
        rels = f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r1" Type="{OFFICE}/worksheet" TargetMode="External" Target="file://{tmp_path}/secret.xml"/></Relationships>'
        assert "the sheet “题库” is missing" in fault(raw_workbook("", xl___rels__workbook·xml·rels=rels))

    def test_a_bomb_is_refused_by_what_it_says_and_by_what_comes_out(self):
        data = raw_workbook("", xl__worksheets__sheet1·xml=b"<a>" + b" " * 70_000_000)
        assert len(data) < 200_000
        assert "unfolds to more than" in fault(data)

    def test_a_row_that_never_ends_is_refused_early(self):
        data = raw_workbook("<row>" + '<c s="1"/>' * 900_000 + "</row>")
        assert "unfolds to more than" in fault(data)

    def test_hundreds_of_thousands_of_empty_rows_are_passed_over(self):
        empty = "".join(
            f'<row r="{i}" ht="20"/><row r="{i + 1}"><c r="A{i + 1}" s="1"/></row>'
            for i in range(2, 300_002, 2)
        )
        data = raw_workbook(inline("题目") + empty + '<row r="300004"><c r="A300004"><v>7</v></c></row>')
        grid = read_workbook(data).grids[0]
        assert [(row.number, row.cells[0].text) for row in grid.rows] == [(1, "题目"), (300_004, "7")]

    def test_rows_without_end_are_refused(self):
        assert "holds more than 200000 rows" in fault(raw_workbook("<row/>" * 200_002))

    def test_words_far_to_the_right_are_refused_with_their_cell(self):
        data = raw_workbook('<row r="3"><c r="XFD3"><v>1</v></c></row>')
        assert "sheet “题库”: cell XFD3 stands right of 500 columns" in fault(data)

    def test_more_rows_than_a_reader_wants_are_refused(self):
        assert "more than 3 rows" in fault(raw_workbook(inline("x") * 4), max_rows=3)

    def test_one_text_in_every_cell_does_not_multiply(self):
        strings = f'<sst xmlns="{MAIN}"><si><t>{"长" * 100_000}</t></si></sst>'
        data = raw_workbook('<row><c t="s"><v>0</v></c></row>' * 2000, xl__sharedStrings·xml=strings)
        assert "holds more than 5000000 characters" in fault(data)

    def test_an_archive_of_many_members_is_refused(self):
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            for i in range(5001):
                archive.writestr(f"{i}", "")
        assert "unfolds to more than" in fault(stream.getvalue())
