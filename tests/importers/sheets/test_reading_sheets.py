"""What a workbook or a CSV file brings besides its table: hidden parts, dates, formulas, delimiters, notes."""

from __future__ import annotations

import datetime
import io

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment
from workbooks import inline, raw_workbook, workbook_of

from builder.errors import RequestError
from builder.importers.importing import imported
from builder.importers.reading.delimited import read_csv, read_tsv
from builder.importers.reading.workbook import read_xlsx
from builder.importers.sheets.mapping import Mapping
from builder.importers.sheets.understanding import understand_tables

HEADED = "# 题库\n题号 | 题目 | 分值 | 参考答案\n"


def notes_of(data: bytes):
    return [note.in_language("en") for note in read_xlsx("x.xlsx", data).notes]


def drafted(manuscript, *said: str):
    return understand_tables(manuscript, Mapping(said))


def drawn(text: str, *said: str):
    return drafted(read_xlsx("x.xlsx", workbook_of(text)), *said)


def book_with(change):
    """A workbook with a table of two questions, changed."""
    book = Workbook()
    sheet = book.active
    sheet.title = "题库"
    for row in (["题号", "题目", "分值"], [1, "你怎么交接夜班？", 10], [2, "仓库进水，你怎么办？", 10]):
        sheet.append(row)
    change(sheet)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


class TestWorkbooks:
    def test_what_is_hidden_is_read_and_told(self):
        def hide(sheet):
            sheet.row_dimensions[3].hidden = True
            sheet.column_dimensions["C"].hidden = True
            sheet.parent.create_sheet("旧题").append(["x"])
            sheet.parent["旧题"].sheet_state = "hidden"

        data = book_with(hide)
        assert notes_of(data) == [
            "sheet “题库”: hidden rows were read too: 3",
            "sheet “题库”: hidden columns were read too: C",
            "sheet “旧题” is hidden; it was read too",
        ]
        draft = drafted(read_xlsx("x.xlsx", data))
        assert [(q.stem, q.amounts.points) for q in draft.questions] == [
            ("你怎么交接夜班？", 10),
            ("仓库进水，你怎么办？", 10),
        ]
        assert draft.unparsed == ["旧题: x"]

    def test_what_excel_made_a_date_of_is_what_was_typed(self):
        def spoil(sheet):
            sheet["D1"], sheet["E1"], sheet["F1"] = "优", "良", "差"
            for cell, day in (("D2", (8, 10)), ("E2", (5, 7)), ("F2", (1, 4))):
                sheet[cell] = datetime.date(2030, *day)
                sheet[cell].number_format = 'm"月"d"日"'

        data = book_with(spoil)
        assert notes_of(data) == [
            "sheet “题库”: dates that were most likely typed as something else: D2 (8-10), E2 (5-7), F2 (1-4)"
        ]
        levels = drafted(read_xlsx("x.xlsx", data)).questions[0].rubric[0].levels
        assert [(v.label, v.low, v.high) for v in levels] == [("优", 8, 10), ("良", 5, 7), ("差", 1, 4)]

    def test_formulas_show_their_saved_value_and_those_without_one_are_told(self):
        rows = inline("题目", "分值") + (
            '<row r="2"><c r="A2" t="inlineStr"><is><t>你怎么交接？</t></is></c><c r="B2"><f>5+5</f><v>10</v></c></row>'
            '<row r="3"><c r="A3" t="inlineStr"><is><t>你怎么排班？</t></is></c><c r="B3"><f>[1]Sheet1!B3</f></c></row>'
        )
        data = raw_workbook(rows, xl__externalLinks__externalLink1·xml="<x/>")
        assert [q.amounts.points for q in drafted(read_xlsx("x.xlsx", data)).questions] == [10, None]
        assert notes_of(data) == [
            "the workbook refers to other files; they were not opened, the values saved in it are used",
            "sheet “题库”: formulas without a saved value: B3",
        ]

    def test_macros_are_told_and_never_run(self):
        data = raw_workbook(inline("题目"), xl__vbaProject·bin="Sub Auto_Open()")
        assert notes_of(data) == ["the workbook holds macros; they were not run and are not kept"]

    def test_comments_are_kept_with_their_question(self):
        def comment(sheet):
            sheet["B3"].comment = Comment("这题上次有人泄露", "审题人")

        draft = drafted(read_xlsx("x.xlsx", book_with(comment)))
        assert draft.unparsed == ["2. 仓库进水，你怎么办？ | B3: 这题上次有人泄露"]

    def test_the_name_that_the_program_gave_a_sheet_is_left_out_with_its_reason(self):
        left = read_xlsx("x.xlsx", workbook_of("# Sheet1\n题目\n你怎么办？\n# Sheet2\n")).left_out
        assert [(piece.text, piece.reason.in_language("en")) for piece in left] == [
            ("Sheet1", "the name that the program gave a sheet"),
            ("Sheet2", "the name of an empty sheet"),
        ]

    def test_a_damaged_workbook_is_told_with_its_file_sheet_and_cell(self):
        with pytest.raises(RequestError) as refused:
            read_xlsx("旧题库.xlsx", raw_workbook('<row r="7"><c r="C7" t="s"><v>3</v></c></row>'))
        assert refused.value.sentence.in_language("en").startswith(
            "旧题库.xlsx: sheet “题库”: cell C7 refers"
        )


class TestCsv:
    @pytest.mark.parametrize("sign", [",", ";", "\t", "，", "|"])
    @pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
    def test_delimiters_and_line_ends_are_found(self, sign, line_end):
        lines = ["序号,题目,分值,参考答案", "1,你怎么交接？,10,当面交接", '2,你怎么排班？,5,"先看数据\n再排"']
        text = line_end.join(line.replace(",", sign) for line in lines)
        draft = drafted(read_csv("x.csv", text))
        assert [(q.number, q.stem, q.amounts.points, q.answer) for q in draft.questions] == [
            (1, "你怎么交接？", 10, "当面交接"),
            (2, "你怎么排班？", 5, "先看数据\n\n再排"),
        ]

    def test_every_character_is_in_one_block_or_left_out(self):
        text = (
            '\ufeffsep=;\r\n题目;答案\r\n\r\n"你怎么\r\n交接？";当面""交接\r\n你怎么排班？;"看""数据"""\r\n'
        )
        manuscript = read_csv("x.csv", text)
        assert list(manuscript.uncovered()) == []
        assert [block.place for block in manuscript.blocks] == [2, 4, 6]
        assert [b.cells for b in manuscript.blocks][1:] == [
            ("你怎么\n交接？", '当面""交接'),
            ("你怎么排班？", '看"数据"'),
        ]

    def test_commas_in_quoted_sentences_are_no_delimiters(self):
        text = 'Question;Answer\n"What, if anything, do you check first?";"The log, then the kit"\nHow do you hand over?;In person\n'
        assert [q.answer for q in drafted(read_csv("x.csv", text)).questions] == [
            "The log, then the kit",
            "In person",
        ]

    def test_a_title_above_and_cells_that_look_like_formulas_are_words(self):
        text = '客服题库,,\n题目,答案,备注\n你怎么回应？,=HYPERLINK("x"),+86\n'
        draft = drafted(read_csv("x.csv", text.replace('"', "")))
        assert draft.title == "客服题库"
        assert [q.answer for q in draft.questions] == ["=HYPERLINK(x)"]

    def test_tabs_part_a_tsv_whatever_else_is_in_it(self):
        draft = drafted(
            read_tsv("x.tsv", "题目\t答案\n甲，乙，丙三人争吵，你怎么办？\t先分开，再问话，再处理\n")
        )
        assert [(q.stem, q.answer) for q in draft.questions] == [
            ("甲，乙，丙三人争吵，你怎么办？", "先分开，再问话，再处理")
        ]

    def test_quotes_that_do_not_match_are_told_with_their_line(self):
        with pytest.raises(RequestError) as refused:
            read_csv("x.csv", '题目,答案\n你怎么办？,"先看现场\n')
        assert "x.csv: line 2 is not valid CSV" in refused.value.sentence.in_language("en")

    def test_more_rows_than_a_bank_can_hold_are_refused(self):
        with pytest.raises(RequestError):
            read_csv("x.csv", "a,b\n" * 10_001)


class TestColumns:
    def test_columns_that_nobody_can_guess_are_kept_and_told(self):
        draft = drawn("# 题库\n题目 | 甲栏 | 乙栏\n你怎么交接？ | 当面 | 夜班\n")
        assert draft.unparsed == ["你怎么交接？ | 甲栏: 当面 | 乙栏: 夜班"]
        assert [r.in_language("en") for r in draft.remarks] == [
            "x.xlsx: columns that were not recognised: 甲栏, 乙栏 (--map COLUMN=FIELD says what one holds)"
        ]

    @pytest.mark.parametrize(
        "said", [("甲栏=stem", "乙栏=answer"), ("A=stem", "B=model_answer"), ("甲栏 = stem", "B = answer")]
    )
    def test_the_user_says_what_columns_hold(self, said):
        draft = drawn("# 题库\n甲栏 | 乙栏\n交接的步骤 | 当面交接\n排班的步骤 | 先看数据\n", *said)
        assert [(q.stem, q.answer) for q in draft.questions] == [
            ("交接的步骤", "当面交接"),
            ("排班的步骤", "先看数据"),
        ]

    def test_what_the_user_says_counts_more_than_the_heading(self):
        draft = drawn("# 题库\n题目 | 答案\n你怎么交接？ | 当面\n", "答案=probes")
        assert [(q.answer, q.probes) for q in draft.questions] == [("", ["当面"])]

    @pytest.mark.parametrize(
        ("said", "sentence", "hint"),
        [
            ("题目=stemm", "no column can hold “stemm”", "did you mean “stem”?"),
            ("题目", "“题目” does not say which column holds what", "write it like --map 题面=stem"),
        ],
    )
    def test_a_field_that_there_is_none_of_is_told(self, said, sentence, hint):
        with pytest.raises(RequestError) as refused:
            Mapping([said])
        assert (refused.value.sentence.in_language("en"), refused.value.hint.in_language("en")) == (
            sentence,
            hint,
        )

    @pytest.mark.parametrize(
        ("said", "hint"), [("题木=stem", "did you mean “题目”?"), ("Q=answer", "there are: 题目, 答案")]
    )
    def test_a_column_that_no_table_has_is_told(self, said, hint):
        mapping = Mapping([said])
        understand_tables(
            read_xlsx("x.xlsx", workbook_of("# 题库\n题目 | 答案\n你怎么交接？ | 当面\n")), mapping
        )
        with pytest.raises(RequestError) as refused:
            mapping.check()
        assert refused.value.hint.in_language("en") == hint

    def test_points_that_disagree_are_imported_as_they_are(self):
        rubric = "优（8-12分）：全\\n差（0-4分）：缺"
        bank = imported(
            "x",
            [
                read_xlsx(
                    "x.xlsx", workbook_of(f"# 题库\n题目 | 分值 | 评分标准\n你怎么交接？ | 10 | {rubric}\n")
                )
            ],
        )
        assert "points: 10" in bank.text
        assert "max: 12" in bank.text

    @pytest.mark.parametrize(
        ("cell", "minutes"),
        [
            ("5", "5"),
            ("５分钟", "5"),
            ("3 min", "3"),
            ("90秒", "1.5"),
            ("00:05", "5"),
            ("思考1分钟，作答3分钟", "3"),
            ("视情况", None),
        ],
    )
    def test_minutes_as_people_write_them(self, cell, minutes):
        draft = drawn(f"# 题库\n题目 | 用时\n你怎么交接？ | '{cell}'\n你怎么排班？ | 4\n")
        found = draft.questions[0].amounts.minutes
        assert (None if found is None else f"{found:f}") == minutes
        assert draft.unparsed == ([] if minutes else [f"你怎么交接？ | 用时: {cell}"])
