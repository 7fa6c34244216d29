"""What a page's end parts is seen: a heading, a signature, a row; and a page that holds nothing."""

from __future__ import annotations

import pytest

from builder.errors import Severity

TEXT = "<p>考官读题，考生作答，全程不追加提示。</p>"
LONG = "说出岗位、时长、日均量。" * 40
ROWS = "".join(f"<tr><th>第{n}档</th><td>{LONG}</td><td><ul><li>{LONG}</li></ul></td></tr>" for n in range(8))
COLUMNS = '<colgroup><col style="width:10%"><col style="width:45%"><col style="width:45%"></colgroup>'
HEAD = "<thead><tr><th>等级</th><th>表现</th><th>例子</th></tr></thead>"
TABLE = f'<table class="rubric">{COLUMNS}{HEAD}<tbody>{ROWS}</tbody></table>'


def codes(page):
    return [(fault.code, fault.page) for fault in page.faults()]


class TestHeadings:
    @pytest.mark.parametrize("head", ["<h2>评分标准</h2>", "<p class='subhead'>评分标准</p>"])
    def test_one_alone_at_the_foot_is_seen(self, printed, head):
        page = printed(f"{TEXT}{head}{TEXT}", "h2, .subhead { break-after: page !important }")
        assert codes(page) == [("PAGE-HEADING", 1)]
        fault = page.faults()[0]
        assert "评分标准" in str(fault.sentence)
        assert fault.severity is Severity.WARNING

    def test_one_above_room_for_notes_is_not_alone(self, printed):
        notes = "<div class='notes'><p class='note-line'></p><p class='note-line'></p></div>"
        assert printed(f"<h2>记录</h2>{notes}<div class='break-page'>{TEXT}</div>").faults() == []

    def test_one_that_stays_with_its_text_is_no_fault(self, printed):
        assert printed(f"{TEXT}<div class='break-page'><h2>评分标准</h2>{TEXT}</div>").faults() == []


class TestSignatures:
    SIGNED = f"{TEXT}<p class='signature'>考官签名<span class='blank'>　　　　</span></p>"

    def test_one_alone_at_the_top_is_seen(self, printed):
        page = printed(self.SIGNED, ".signature { break-before: page !important }")
        assert codes(page) == [("PAGE-SIGNATURE", 2)]

    def test_one_below_an_empty_row_is_not_alone(self, printed):
        form = '<table class="form break-page"><colgroup><col style="width:100%"></colgroup><tbody><tr style="height:9mm"><td></td></tr></tbody></table>'
        assert printed(TEXT + form + self.SIGNED.removeprefix(TEXT)).faults() == []


class TestRows:
    def test_one_on_two_pages_is_seen(self, printed):
        page = printed(TABLE, "tr { break-inside: auto !important }")
        found = codes(page)
        assert found[0] == ("PAGE-ROW", 1)
        assert {code for code, _ in found} == {"PAGE-ROW"}

    def test_whole_rows_are_no_fault(self, printed):
        assert printed(TABLE).faults() == []

    def test_one_that_may_be_split_is_no_fault(self, printed):
        assert printed(TABLE.replace("<tr>", '<tr class="may-split">')).faults() == []


class TestEmptyPages:
    def test_one_that_nobody_asked_for_is_seen(self, printed):
        page = printed(
            f"{TEXT}<div class='break-page' style='height:9mm'></div><div class='break-page'>{TEXT}</div>"
        )
        assert codes(page) == [("PAGE-EMPTY", 2)]

    def test_one_before_a_right_hand_page_is_asked_for(self, printed):
        page = printed(f"{TEXT}<div class='break-odd'>{TEXT}</div>")
        assert page.data.count(b"/Type /Page\n") in (0, 3)
        assert page.faults() == []

    def test_two_before_a_right_hand_page_are_one_too_many(self, printed):
        page = printed(
            f"{TEXT}<div class='break-page' style='height:9mm'></div><div class='break-page' style='height:9mm'></div>"
            f"<div class='break-odd'>{TEXT}</div>"
        )
        assert ("PAGE-EMPTY", 2) in codes(page)

    def test_one_of_ruled_lines_is_not_empty(self, printed):
        page = printed(
            f"{TEXT}<div class='break-page'><p class='note-line'></p><p class='note-line'></p></div>"
        )
        assert page.faults() == []
