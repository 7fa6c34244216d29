"""The exported spreadsheets: what they hold, how they open, and that they are known again whoever saved them."""

from __future__ import annotations

import shutil
import subprocess

import openpyxl
import pytest
from exchanged import (
    SHIPPED,
    cell,
    changed,
    csv_rows,
    edit,
    merged,
    sheet_cell,
    shipped,
    workbook_of,
    written,
)
from small_bank import BANK, edited, loaded

from builder.exchange.exporting.delimited import csv_bytes
from builder.exchange.exporting.export import exported
from builder.exchange.returning.recognising import is_ours
from builder.exchange.sheets.layout import tables_of
from builder.exchange.sheets.lexicon import lexicon_of
from builder.exchange.sheets.notation import read, shown


@pytest.fixture
def bank(tmp_path):
    return loaded(tmp_path, BANK)


@pytest.fixture
def book(bank, tmp_path):
    return openpyxl.load_workbook(workbook_of(bank, tmp_path / "a.xlsx"))


def test_headings_are_shown_whole(book):
    for sheet in book:
        for column, (head,) in enumerate(sheet.iter_cols(min_row=3, max_row=3), 1):
            width = sheet.column_dimensions[openpyxl.utils.get_column_letter(column)].width
            wide = [sum(1 + (ord(c) > 0xFF) for c in line) for line in (head.value or "").split("\n")]
            lines = sum(max(1, -(-w // width)) for w in wide)
            assert sheet.row_dimensions[3].height >= lines * 14.5, (sheet.title, head.value)


class TestCells:
    @pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.stem)
    def test_every_cell_is_read_as_the_value_it_shows(self, file):
        data = shipped(file).source.data
        lexicon, seen = lexicon_of(data), 0
        for table in tables_of(data):
            for slot in (slot for row in table.rows for slot in row.slots.values() if slot.path):
                value = read(slot.kind, slot.text, lexicon, slot.value)
                assert shown(slot.kind, value, lexicon, slot.default) == slot.text
                seen += 1
        assert seen > 500

    @pytest.mark.parametrize(
        ("kind", "value", "text"),
        [
            ("key_points", [{"text": "说出时间", "points": 2, "must_have": True}], "说出时间【2分·必答】"),
            ("key_points", [{"text": "含括号【2分】"}], "含括号【2分】【】"),
            ("red_flags", [{"behaviour": "说“A → B”", "effect": "记下"}], "说“A → B”\n  → 记下"),
            ("lines", ["一", "二\n接着"], "一\n二\n  接着"),
            ("anchors", [{"score": 3, "descriptor": "稳住"}], "3：稳住"),
            ("band", {"label": "Level 2", "min": 3, "max": 4.5}, "Level 2 3–4.5"),
            ("band", {"label": "好", "min": 2, "max": 2}, "好 2"),
            ("tags", ["甲、乙", "丙"], "甲、乙\n丙"),
            ("draw", "all", "全部"),
        ],
    )
    def test_notation(self, bank, kind, value, text):
        data = {**bank.source.data}
        data["sections"][0]["questions"][0]["tags"] = ["甲、乙", "丙"]
        lexicon = lexicon_of(data)
        assert shown(kind, value, lexicon) == text
        assert read(kind, text, lexicon) == value

    @pytest.mark.parametrize(
        ("kind", "typed", "value"),
        [
            ("key_points", "说出时间（2分）\n说出人名[必答]", [{"text": "说出时间", "points": 2}, {"text": "说出人名", "must_have": True}]),
            ("red_flags", "推给同事 -> 记下原话", [{"behaviour": "推给同事", "effect": "记下原话"}]),
            ("competencies", "沉着，交接", ["calm", "handover"]),
            ("tags", "甲，乙、丙", ["甲", "乙", "丙"]),
            ("number", "２.５分", 2.5),
            ("band", "好1.5-2分", {"label": "好", "min": 1.5, "max": 2}),
            ("type", "Behavioural", "behavioural"),
            ("yes", "是", True),
        ],
    )  # fmt: skip
    def test_people_type_things_in_their_own_way(self, bank, kind, typed, value):
        assert read(kind, typed, lexicon_of(bank.source.data)) == value


class TestWorkbook:
    def test_has_the_same_bytes_every_time(self, bank):
        from builder.content.project import open_workspace

        workspace = open_workspace(SHIPPED[0].parents[1])
        assert exported(bank, "xlsx", workspace) == exported(bank, "xlsx", workspace)
        assert exported(bank, "csv", workspace) == exported(bank, "csv", workspace)

    def test_says_that_it_is_confidential_and_what_it_is(self, book):
        for sheet in book.worksheets:
            assert "密件甲" in sheet.cell(1, 1).value
            assert sheet.oddHeader.left.text == "密件甲"

    def test_keeps_headings_in_sight_and_ids_apart(self, book):
        sheet = book["试题"]
        assert sheet.freeze_panes == "D4"
        assert sheet.row_dimensions[2].hidden
        assert [k for k, d in sheet.column_dimensions.items() if d.hidden] == ["Y"]
        assert str(sheet["Y2"].value).startswith("packs/1/night-desk/questions:")
        key, other = (
            sheet_cell(sheet, "题目编号", 题目编号="q-calm"),
            sheet_cell(sheet, "题干", 题目编号="q-calm"),
        )
        assert key.fill.fgColor.rgb != other.fill.fgColor.rgb
        assert other.alignment.wrap_text

    def test_offers_what_may_be_chosen(self, book):
        lists = {str(v.sqref).split(":")[0]: v.formula1 for v in book["试题"].data_validations.dataValidation}
        assert lists["D4"].startswith('"行为,情境,')
        assert lists["I4"] == '"易,中,难"'
        assert lists["J4"] == '"草稿,在用,停用"'
        (competencies,) = [v.formula1 for v in book["评分标准"].data_validations.dataValidation]
        assert competencies == "'测评要素'!$B$4:$B$5"

    def test_words_that_begin_like_a_formula_stay_words(self, tmp_path):
        bank = loaded(tmp_path, edited("stem: 两部电话同时响，你怎么办？", 'stem: "=HYPERLINK(1)"'))
        book = openpyxl.load_workbook(workbook_of(bank, tmp_path / "a.xlsx"))
        made = sheet_cell(book["试题"], "题干", 题目编号="q-calm")
        assert (made.value, made.data_type, made.quotePrefix) == ("=HYPERLINK(1)", "s", True)
        assert merged(bank, tmp_path / "a.xlsx").outcome.is_empty
        rows = csv_rows(bank)
        assert cell(rows, "q-calm", "题干") == "'=HYPERLINK(1)"
        assert merged(bank, written(rows, tmp_path / "a.csv")).outcome.is_empty


class TestKnownAgain:
    def test_csv_opens_in_excel_as_utf_8(self, bank):
        assert csv_bytes(bank.source.data).startswith(b"\xef\xbb\xbf")

    @pytest.mark.parametrize(
        ("encoding", "delimiter"), [("gb18030", ","), ("utf-8", ";"), ("utf-16", "\t"), ("utf-8-sig", ",")]
    )
    def test_csv_in_any_encoding_and_with_any_delimiter(self, bank, tmp_path, encoding, delimiter):
        rows = changed(csv_rows(bank), "q-calm", "题目名称", "冷静")
        file = written(rows, tmp_path / "a.csv", encoding, delimiter)
        assert is_ours(file)
        assert merged(bank, file).text == edited("密题名：沉着", "冷静")

    def test_characters_that_an_old_encoding_lost_are_no_change(self, tmp_path):
        bank = loaded(tmp_path, edited("密题名：沉着", "密题名：沉着☐²"))
        rows = [[c.encode("gbk", "replace").decode("gbk") for c in row] for row in csv_rows(bank)]
        assert merged(bank, written(rows, tmp_path / "a.csv", "gbk")).outcome.is_empty

    def test_by_its_headings_alone(self, bank, tmp_path):
        rows = [row[:-1] for row in changed(csv_rows(bank), "q-calm", "题目名称", "冷静")]
        assert is_ours(written(rows, tmp_path / "a.csv"))

    def test_a_sheet_of_other_people_is_not_ours(self, tmp_path):
        rows = [["题目编号", "部分", "题目名称", "题干", "参考答案"], ["1", "一", "甲", "乙？", "丙"]]
        assert not is_ours(written(rows, tmp_path / "a.csv"))
        book = openpyxl.Workbook()
        for row in rows:
            book.active.append(row)
        book.save(tmp_path / "a.xlsx")
        assert not is_ours(tmp_path / "a.xlsx")

    def test_a_workbook_with_columns_gone_sheets_gone_and_rows_sorted(self, bank, tmp_path):
        def work(book):
            sheet = book["试题"]
            sheet_cell(sheet, "题目名称", 题目编号="q-calm").value = "冷静"
            for name in ("部分", "测评要素", "岗位与设置"):
                del book[name]
            sheet.delete_cols(15, 4)
            sheet.delete_cols(4, 1)
            sheet.move_range("A4:Z4", rows=20)

        done = merged(bank, edit(workbook_of(bank, tmp_path / "a.xlsx"), work))
        assert done.text == edited("密题名：沉着", "冷静")
        assert done.notes == ""

    @pytest.mark.libreoffice
    def test_after_libreoffice_saved_it(self, bank, tmp_path):
        soffice = shutil.which("soffice")
        if soffice is None:
            pytest.skip("LibreOffice (soffice) is not installed")

        def work(book):
            sheet_cell(book["试题"], "题目名称", 题目编号="q-calm").value = "冷静"

        edit(workbook_of(bank, tmp_path / "a.xlsx"), work)
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        command = [soffice, profile, "--headless", "--convert-to", "xlsx", "--outdir", "saved", "a.xlsx"]
        subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)
        done = merged(bank, tmp_path / "saved" / "a.xlsx")
        assert done.notes == ""
        assert len(done.outcome.changes) == 1
        assert done.text == edited("密题名：沉着", "冷静")
