"""Text that does not fit is seen on the page: at the sheet's edge, in its cell, over other text."""

from __future__ import annotations

WORD = "Interoperabilitycertificationdocumentationmanagementframework"
TABLE = (
    '<table class="grid"><colgroup><col style="width:20%"><col style="width:80%"></colgroup>'
    "<tbody><tr><td>{first}</td><td>说出至少两个自己加的防错动作</td></tr>"
    "<tr><td>自查</td><td>{last}</td></tr></tbody></table>"
)
LINES = "<p>考官读题，考生作答，全程不追加提示。</p>" * 3


def codes(faults):
    return [(fault.code, fault.page) for fault in faults]


class TestCells:
    def test_a_long_word_is_broken_by_the_products_own_style_sheet(self, printed):
        assert printed(TABLE.format(first=WORD, last=WORD)).faults() == []

    def test_a_long_word_that_runs_into_the_next_cell_is_seen(self, printed):
        page = printed(TABLE.format(first=WORD, last="甲"), "td { overflow-wrap: normal !important }")
        assert ("PAGE-CELL", 1) in codes(page.faults())
        assert WORD[:10] in str(page.faults()[-1].sentence) + str(page.faults()[0].sentence)

    def test_a_long_word_that_runs_out_of_the_table_is_seen(self, printed):
        hostile = "td { white-space: nowrap } col:last-child { width: 5% !important } table { width: 40% }"
        page = printed(TABLE.format(first="甲", last=WORD), hostile)
        assert ("PAGE-CELL", 1) in codes(page.faults())

    def test_text_that_goes_on_below_its_cell_is_seen(self, printed):
        page = printed(
            TABLE.format(first="<p>甲</p><p class='note'>乙</p>", last="丙"),
            "td .note { position: relative; top: 5mm }",
        )
        assert ("PAGE-CELL", 1) in codes(page.faults())

    def test_blanks_boxes_and_ruled_lines_inside_a_cell_are_no_fault(self, printed):
        inside = (
            '<p>评语</p><p class="note-line"></p><p>签名<span class="blank">　　　　</span></p>'
            '<div class="callout"><p>提示</p></div><p>以上</p>'
        )
        assert printed(TABLE.format(first=inside, last=inside)).faults() == []

    def test_cells_that_span_rows_and_columns_are_no_fault(self, printed):
        table = (
            '<table class="rubric"><colgroup><col style="width:30%"><col style="width:35%"><col style="width:35%"></colgroup>'
            "<tbody><tr><th rowspan='2'><p>经历</p><p>事实</p><p>两分</p></th><td>甲</td><td>乙</td></tr>"
            "<tr><td colspan='2'>说出岗位、时长、日均量，并还原一次不被理解的场面：谁说了什么，自己怎么回应</td></tr></tbody></table>"
        )
        assert printed(table).faults() == []


class TestSheet:
    def test_text_off_the_sheet_is_seen(self, printed):
        page = printed(f"{LINES}<p class='lead'>读题</p>", ".lead { margin-left: -24.5mm }")
        assert codes(page.faults()) == [("PAGE-EDGE", 1)]
        assert "读题" in str(page.faults()[0].sentence)

    def test_text_over_text_is_seen(self, printed):
        page = printed(f"{LINES}<p class='lead'>考生须知</p>", ".lead { margin-top: -5mm }")
        assert "PAGE-OVERLAP" in [fault.code for fault in page.faults()]

    def test_indices_and_close_lines_are_no_fault(self, printed):
        body = f"<p>面积 10 m<sup>2</sup>，浓度 H<sub>2</sub>O</p>{LINES}"
        assert printed(body, "p { line-height: 1.1 !important; margin: 0 }").faults() == []
