"""A Word file has no pages: what will go wrong on them is seen in what it asks of Word."""

from __future__ import annotations

import re

import pytest

from builder.errors import Severity

KEEP = re.compile(r"<w:keepNext/>")


class TestTables:
    def test_a_column_that_makes_the_table_too_broad_is_seen(self, word):
        columns = re.findall(r'<w:gridCol w:w="(\d+)"/>', word.part("word/document.xml"))
        broad = word.replaced(f'<w:gridCol w:w="{columns[1]}"/>', '<w:gridCol w:w="9999"/>')
        assert word.codes(broad) == ["WORD-TABLE"]

    def test_a_cell_that_does_not_fit_its_column_is_seen(self, word):
        assert word.codes(word.replaced('<w:tcW w:w="', '<w:tcW w:w="1')) == ["WORD-TABLE"]

    def test_a_cell_too_many_is_seen(self, word):
        assert word.codes(word.replaced("</w:tc>", "</w:tc><w:tc><w:tcPr/><w:p/></w:tc>")) == ["WORD-TABLE"]

    def test_a_table_that_is_pushed_out_of_the_text_is_seen(self, word):
        pushed = word.replaced(
            '<w:tblLayout w:type="fixed"/>', '<w:tblInd w:w="900" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        )
        assert word.codes(pushed) == ["WORD-TABLE"]

    def test_a_row_that_may_be_split_is_seen_unless_the_document_wants_it_so(self, word):
        assert word.part("word/document.xml").count("<w:cantSplit/>") == 2
        faults = word.faults(word.replaced("<w:cantSplit/>", ""))
        assert [(fault.code, fault.severity) for fault in faults] == [("WORD-ROW", Severity.WARNING)]


class TestKeeping:
    def test_a_heading_that_may_end_a_page_is_seen(self, word):
        loose = re.sub(
            r'(w:styleId="Heading1">.*?)<w:keepNext/>',
            r"\1",
            word.part("word/styles.xml"),
            count=1,
            flags=re.S,
        )
        assert word.codes(word.with_parts({"word/styles.xml": loose.encode()})) == ["WORD-KEEP"]

    def test_a_heading_that_is_told_not_to_keep_is_seen(self, word):
        told = '<w:pStyle w:val="Heading1"/><w:keepNext w:val="0"/>'
        assert word.codes(word.replaced('<w:pStyle w:val="Heading1"/>', told)) == ["WORD-KEEP"]

    @pytest.mark.parametrize(
        "signed",
        [
            "<p>以上由考官填写。</p>",
            '<table class="form"><colgroup><col style="width:100%"></colgroup><tbody><tr style="height:9mm"><td></td></tr></tbody></table>',
        ],
    )
    def test_a_signature_stays_with_what_is_signed(self, written, signed):
        made = written(f'{signed}<p class="signature">考官签名</p>')
        assert made.codes() == []
        text = made.part("word/document.xml")
        assert KEEP.search(text)
        loose = made.with_parts({"word/document.xml": KEEP.sub("", text).encode()})
        assert made.codes(loose) == ["WORD-KEEP"]


class TestLetters:
    def test_a_font_that_is_not_the_themes_is_seen(self, word):
        faults = word.faults(
            word.replaced(
                "<w:r>", '<w:r><w:rPr><w:rFonts w:eastAsia="华文行楷"/></w:rPr><w:t>手</w:t></w:r><w:r>'
            )
        )
        assert [fault.code for fault in faults] == ["WORD-FONT"]
        assert "华文行楷" in str(faults[0].sentence)

    @pytest.mark.parametrize("character", ["\U0001f600", "\u0085", "\U000e0fff"])
    def test_a_character_that_cannot_be_printed_is_seen(self, word, character):
        assert "WORD-GLYPH" in word.codes(word.replaced("读题", f"读{character}题"))
