"""Automatic numbers of Word's lists: the reader sees what Word shows."""

from __future__ import annotations

import pytest
from word_files import STYLES, Lists, paragraph, run, word_file

from builder.importers.blocks import Kind
from builder.importers.reading.docx.formats import written
from builder.importers.reading.docx.word_file import read_docx


def markers(body: str, lists: Lists, styles: str = STYLES) -> list[str]:
    manuscript = read_docx("x.docx", word_file(body, numbering=lists.xml, styles=styles))
    return [block.marker for block in manuscript.blocks if block.text]


def items(*numbers: tuple[int, int]) -> str:
    return "".join(paragraph(run("题"), number=number) for number in numbers)


@pytest.mark.parametrize(
    ("form", "value", "shown"),
    [
        ("decimal", 12, "12"),
        ("decimalZero", 3, "03"),
        ("chineseCounting", 10, "十"),
        ("chineseCountingThousand", 12, "十二"),
        ("chineseCountingThousand", 20, "二十"),
        ("chineseCountingThousand", 105, "一百零五"),
        ("chineseCountingThousand", 110, "一百一十"),
        ("japaneseCounting", 11, "十一"),
        ("ideographDigital", 10, "一〇"),
        ("chineseLegalSimplified", 12, "壹拾贰"),
        ("ideographTraditional", 3, "丙"),
        ("decimalEnclosedCircle", 3, "③"),
        ("decimalEnclosedCircleChinese", 20, "⑳"),
        ("decimalEnclosedCircle", 51, "51"),
        ("decimalEnclosedParen", 2, "⑵"),
        ("decimalFullWidth", 12, "１２"),
        ("upperRoman", 14, "XIV"),
        ("lowerRoman", 4, "iv"),
        ("upperLetter", 28, "BB"),
        ("lowerLetter", 2, "b"),
        ("ordinal", 12, "12th"),
        ("ordinal", 23, "23rd"),
        ("cardinalText", 21, "Twenty-one"),
        ("ordinalText", 20, "Twentieth"),
        ("hebrew1", 4, "4"),
        ("upperRoman", 999_999_999, "999999999"),
    ],
)
def test_numbers_are_written_as_word_writes_them(form, value, shown):
    assert written(value, form) == shown


def test_a_list_counts_on_over_other_paragraphs_and_each_level_begins_anew_below_the_one_above():
    lists = Lists()
    here = lists.use(
        lists.define(("chineseCountingThousand", "%1、"), ("decimal", "%1.%2"), ("decimal", "%3)"))
    )
    body = (
        items((here, 0), (here, 1), (here, 1), (here, 2))
        + paragraph(run("正文"))
        + items((here, 1), (here, 0), (here, 1))
    )
    assert markers(body, lists) == ["一、", "一.1", "一.2", "1)", "", "一.3", "二、", "二.1"]


def test_legal_numbering_writes_all_levels_in_digits():
    lists = Lists()
    here = lists.use(lists.define(("upperRoman", "%1."), ("decimal", "%1.%2")))
    lists._abstract[0] = lists._abstract[0].replace('<w:lvl w:ilvl="1">', '<w:lvl w:ilvl="1"><w:isLgl/>')
    assert markers(items((here, 0), (here, 1)), lists) == ["I.", "1.1"]


def test_lists_that_share_a_definition_count_on_and_begin_anew_where_they_say_so():
    lists = Lists()
    shape = lists.define(("decimal", "%1."))
    first, second, third = lists.use(shape), lists.use(shape), lists.use(shape, 1)
    body = items((first, 0), (first, 0), (second, 0), (third, 0), (third, 0))
    assert markers(body, lists) == ["1.", "2.", "3.", "1.", "2."]


def test_a_list_that_begins_anew_leaves_the_others_as_they_were():
    lists = Lists()
    shape = lists.define(("decimal", "%1."))
    asked, inner = lists.use(shape), lists.use(shape, 1)
    assert markers(items((asked, 0), (inner, 0), (inner, 0), (asked, 0)), lists) == ["1.", "1.", "2.", "2."]


def test_a_level_may_go_on_counting_whatever_is_above_it():
    lists = Lists()
    here = lists.use(lists.define(("chineseCounting", "%1、"), ("decimal", "%2.")))
    lists._abstract[0] = lists._abstract[0].replace(
        '<w:lvl w:ilvl="1">', '<w:lvl w:ilvl="1"><w:lvlRestart w:val="0"/>'
    )
    assert markers(items((here, 0), (here, 1), (here, 1), (here, 0), (here, 1)), lists) == [
        "一、",
        "1.",
        "2.",
        "二、",
        "3.",
    ]


def test_a_list_may_change_a_level_of_its_definition():
    lists = Lists()
    shape = lists.define(("decimal", "%1."))
    changed = '<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="5"/><w:numFmt w:val="decimal"/><w:lvlText w:val="题目%1："/></w:lvl></w:lvlOverride>'
    assert markers(items((lists.use(shape, more=changed), 0)), lists) == ["题目5："]


def test_numbers_come_through_styles_and_a_paragraph_may_refuse_them():
    lists = Lists()
    here = lists.use(lists.define(("chineseCountingThousand", "第%1部分"), ("decimal", "%2.")))
    lists._abstract[0] = lists._abstract[0].replace(
        '<w:lvl w:ilvl="1">', '<w:lvl w:ilvl="1"><w:pStyle w:val="q"/>'
    )
    styles = STYLES + (
        f'<w:style w:type="paragraph" w:styleId="s"><w:name w:val="大题"/><w:basedOn w:val="1"/><w:pPr><w:numPr><w:numId w:val="{here}"/></w:numPr></w:pPr></w:style>'
        f'<w:style w:type="paragraph" w:styleId="q"><w:name w:val="小题"/><w:pPr><w:numPr><w:numId w:val="{here}"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="q2"><w:name w:val="小题二"/><w:basedOn w:val="q"/></w:style>'
    )
    body = (
        paragraph(run("沟通"), "s") + paragraph(run("题"), "q") + paragraph(run("题"), "q2")
        + paragraph(run("不编号"), "q", (0, 0)) + paragraph(run("应变"), "s") + paragraph(run("题"), "q")
    )  # fmt: skip
    assert markers(body, lists, styles) == ["第一部分", "1.", "2.", "", "第二部分", "1."]


def test_a_definition_may_lie_in_a_numbering_style():
    lists = Lists()
    lists.define(("chineseCounting", "%1、"), more='<w:styleLink w:val="题号"/>')
    linked = lists.use(lists.define(more='<w:numStyleLink w:val="题号"/>'))
    assert markers(items((linked, 0), (linked, 0)), lists) == ["一、", "二、"]


def test_empty_paragraphs_of_a_list_count_and_deleted_ones_do_not():
    lists = Lists()
    here = lists.new()
    gone = (
        '<w:del w:id="1" w:author="x">'
        + run("旧题").replace("w:t>", "w:delText>").replace("<w:t ", "<w:delText ")
        + "</w:del>"
    )
    deleted = paragraph(gone, number=(here, 0), more='<w:rPr><w:del w:id="2" w:author="x"/></w:rPr>')
    body = items((here, 0)) + paragraph("", number=(here, 0)) + deleted + items((here, 0))
    assert markers(body, lists) == ["1.", "3."]


@pytest.mark.parametrize(
    ("sign", "font", "shown"),
    [("\uf0b7", "Symbol", "•"), ("\uf06c", "Wingdings", "●"), ("§", "Wingdings", "▪"), ("o", "Courier New", "○"), ("■", "宋体", "■"), ("", "Symbol", "•")],
)  # fmt: skip
def test_bullets_of_symbol_fonts_are_signs_that_every_font_has(sign, font, shown):
    lists = Lists()
    here = lists.new("bullet", sign)
    lists._abstract[0] = lists._abstract[0].replace(
        "</w:lvl>", f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr></w:lvl>'
    )
    assert markers(items((here, 0)), lists) == [shown]


def test_a_list_between_the_items_of_one_that_looks_like_it_is_inside_it():
    lists = Lists()
    shape, inner = lists.define(("decimal", "%1.")), lists.define(("decimal", "%1."))
    asked, first, second = lists.use(shape), lists.use(inner, 1), lists.use(inner, 1)
    body = items((asked, 0), (first, 0), (first, 0), (asked, 0), (second, 0))
    blocks = read_docx("x.docx", word_file(body, numbering=lists.xml)).blocks
    assert [(block.marker, block.level) for block in blocks] == [
        ("1.", 1),
        ("1.", 2),
        ("2.", 2),
        ("2.", 1),
        ("1.", 2),
    ]
    assert {block.kind for block in blocks} == {Kind.LIST_ITEM}
